import Words

/// The headings of a workbook's columns: the columns of the CSV files, in the words of readers.
package enum ColumnWords {
  /// The name itself for a column without words.
  package static func head(of column: String, _ language: WordLanguage) -> String {
    Word(named: "column-" + column.replacing("_", with: "-")).map { language[$0] } ?? column
  }
}
