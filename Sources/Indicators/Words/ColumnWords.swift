import Words

/// What the columns of a workbook are called: the columns of the CSV files, in the words of readers.
package enum ColumnWords {
  /// The name itself for a column without words.
  package static func head(of column: String, _ language: WordLanguage) -> String {
    Word(named: "column-" + column.replacing("_", with: "-")).map { language[$0] } ?? column
  }
}
