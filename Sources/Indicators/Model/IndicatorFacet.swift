import Words

/// Figures of an indicator in another unit, of another series, or of a part that has a target of its own.
package struct IndicatorFacet: Sendable {
  package typealias Cell = DisaggregatedSeries.Dimension

  /// The cells of the data file that set it apart.
  package let cells: [Cell]
  /// Whether it is a part of other figures, which has a target of its own.
  package let isPart: Bool
  /// Its figures as an indicator: with its own unit, precision, parts and target.
  package let indicator: Indicator

  /// `Persons`, `Persons, female`: the cells without the names of their columns.
  package func name(_ language: WordLanguage, _ labels: DataLabels = .none) -> String {
    cells.map { labels[$0.value] }.joined(separator: language[.clauseSeparator])
  }
}
