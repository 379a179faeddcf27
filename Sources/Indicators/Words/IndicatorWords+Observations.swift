import Words

extension IndicatorWords {
  package static func word(for status: ObservationStatus, _ language: WordLanguage) -> String {
    switch status {
    case .provisional: language[.figureProvisional]
    case .estimated: language[.figureEstimated]
    case .revised: language[.figureRevised]
    case .suppressed: language[.figureSuppressed]
    }
  }

  /// How far an indicator is reported; nil if nobody says.
  package static func reporting(of indicator: Indicator, _ language: WordLanguage) -> String? {
    let state = indicator.reportingState
    return state == .unstated ? nil : word(for: state, language)
  }

  package static func word(for state: ReportingState, _ language: WordLanguage) -> String {
    switch state {
    case .complete: language[.reportingComplete]
    case .inProgress: language[.reportingInProgress]
    case .notStarted: language[.reportingNotStarted]
    case .notApplicable: language[.reportingNotApplicable]
    case .nonStatistical: language[.reportingNonStatistical]
    case .unstated: language[.reportingUnstated]
    }
  }

  package static func heading(_ heading: IndicatorMetadata.Entry.Heading, _ language: WordLanguage) -> String {
    switch heading {
    case .known(.purpose): language[.metadataPurpose]
    case .known(.method): language[.metadataMethod]
    case .known(.limitations): language[.metadataLimitations]
    case .known(.coverage): language[.metadataCoverage]
    case .known(.context): language[.metadataContext]
    case .known(.contact): language[.metadataContact]
    case .own(let text): text
    }
  }

  /// `4%–6%`, `4–6 km`: a sign is written with both figures, a unit once.
  package static func range(_ range: ValueRange, of indicator: Indicator, _ language: WordLanguage) -> String {
    let low =
      if let unit = indicator.unit, sign(of: unit) == nil {
        number(range.low, of: indicator, language)
      } else {
        value(range.low, of: indicator.besideUnit, language)
      }
    return language.text(.figureRange, [.low: low, .high: value(range.high, of: indicator, language)])
  }

  /// Why a figure is uncertain: `provisional, 4%–6%`. The short form leaves out the range. Nil if the figure is certain.
  package static func caveat(
    of observation: Observation, _ indicator: Indicator, _ form: FigureForm, _ language: WordLanguage
  ) -> String? {
    let texts = [
      observation.status.map { word(for: $0, language) },
      form == .whole ? observation.range.map { range($0, of: indicator, language) } : nil,
    ].compactMap(\.self)
    return texts.isEmpty ? nil : joined(texts, by: .clauseSeparator, language)
  }

  /// How the rows of a file are shown that has none for the whole: by the dimension with the fewest parts. Nil for an
  /// indicator with figures for the whole, or without any.
  package static func withoutWhole(
    _ indicator: Indicator, _ language: WordLanguage, labels: DataLabels = .none
  ) -> String? {
    guard !indicator.observations.contains(where: { $0.value != nil }), let shown = indicator.fewestParts else {
      return nil
    }
    let name = shown.names.map { labels[$0] }.joined(separator: " × ")
    return language.text(.shownByPart, count: shown.count, [.name: name])
  }

  /// The rows that are only for the calculation of others; nil if there is none.
  package static func forCalculation(of indicator: Indicator, _ language: WordLanguage) -> String? {
    let count = indicator.calculationLines.count
    return count > 0 ? language.text(.onlyForCalculation, count: count) : nil
  }

  /// The rows of the data file that are left out, for the notes of a page; nil if there is none.
  package static func leftOut(of indicator: Indicator, _ language: WordLanguage) -> String? {
    let lines = indicator.leftOutLines
    guard !lines.isEmpty else { return nil }
    var list = joined(lines.prefix(20).map(String.init), by: .listSeparator, language)
    if lines.count > 20 { list = language.text(.leftOutMore, [.lines: list]) }
    return language.text(.leftOut, count: lines.count, [.lines: list])
  }
}
