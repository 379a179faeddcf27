import Diagnostics

extension IndicatorDeclaration {
  /// The figures beside the leading ones: each unit and each series of the data file, and each part that the entry
  /// mentions. Reports a part that the file does not have (`csv.unknown-column`).
  func facets(
    of table: ObservationTable?, in plan: PlanPeriod, knownUntil: Double?, fiscalYear: FiscalYearRule?,
    source: () -> SourceText, reportingTo sink: DiagnosticSink
  ) -> [IndicatorFacet] {
    let parts = references?.parts ?? []
    guard let table, table.facets.count > 1 || !parts.isEmpty else {
      for part in parts { report(part, source(), sink) }
      return []
    }
    var isUsed = parts.map { _ in false }
    /// The entry's declaration of some figures.
    func part(of cells: [IndicatorFacet.Cell]) -> PartDeclaration? {
      guard let index = parts.firstIndex(where: { $0.matches(cells, beside: table.facets[0].cells) }) else {
        return nil
      }
      isUsed[index] = true
      return parts[index]
    }
    func indicator(_ figures: ObservationFacet, _ part: PartDeclaration?) -> Indicator {
      let declaration = part?.declaration ?? plain
      return declaration.resolved(
        in: plan, table: ObservationTable(figures), unit: part?.declaration.unit ?? figures.unit ?? unit,
        name: part.flatMap { $0.declaration.name.isEmpty ? nil : $0.declaration.name } ?? name,
        owner: id.flatMap { IndicatorID($0.value) },
        knownUntil: knownUntil,
        fiscalYear: fiscalYear, source: source(), reportingTo: sink)
    }
    var facets: [IndicatorFacet] = []
    for (number, figures) in table.facets.enumerated() {
      if number > 0 {
        facets.append(
          IndicatorFacet(cells: figures.cells, isPart: false, indicator: indicator(figures, part(of: figures.cells))))
      }
      for series in figures.parts where !parts.isEmpty {
        let cells = figures.cells + series.dimensions
        guard let part = part(of: cells) else { continue }
        let figures = ObservationFacet(
          cells: cells, unit: figures.unit, series: figures.series, headline: series.observations, parts: [])
        facets.append(
          IndicatorFacet(
            cells: number == 0 ? series.dimensions : cells, isPart: true, indicator: indicator(figures, part)))
      }
    }
    for (index, part) in parts.enumerated() where !isUsed[index] { report(part, source(), sink) }
    return facets
  }

  private func report(_ part: PartDeclaration, _ source: SourceText, _ sink: DiagnosticSink) {
    let cells = part.cells.map { "\($0.column.value): \($0.value)" }.joined(separator: ", ")
    sink.report(
      Diagnostic(
        .error, .csvUnknownColumn, "the data file of '\(name)' has no rows with '\(cells)'",
        hint: "write the columns and cells as they are in the file",
        at: source.location(of: part.cells.first?.column.range ?? part.declaration.range)))
  }

  /// The indicator without the facts of its leading figures.
  private var plain: IndicatorDeclaration { IndicatorDeclaration(figuresOf: self) }
}

extension PartDeclaration {
  /// Whether figures with these cells are meant: those that it names, and for all others the cells that lead.
  fileprivate func matches(_ figures: [IndicatorFacet.Cell], beside leading: [IndicatorFacet.Cell]) -> Bool {
    var expected = leading.filter { cell in !cells.contains { $0.column.value == cell.name } }
    expected += cells.map { IndicatorFacet.Cell(name: $0.column.value, value: $0.value) }
    return Set(figures) == Set(expected)
  }
}
