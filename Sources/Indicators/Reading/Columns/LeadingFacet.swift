import Diagnostics

/// Which of the facets of a file is the indicator's own: the one that its author names, that is in its unit, or that has neither
/// unit nor series.
struct LeadingFacet {
  /// The position among the facets.
  let index: Int
  /// Whether something says so; if not, the first with a whole leads.
  let isStated: Bool
  private let rows: ObservationRows
  private let uses: ColumnUses
  private let own: ColumnRoles
  private let indicator: IndicatorDeclaration

  init(
    _ facets: [ObservationFacet], _ uses: ColumnUses, _ rows: ObservationRows, _ own: ColumnRoles,
    of indicator: IndicatorDeclaration
  ) {
    self.rows = rows
    self.uses = uses
    self.own = own
    self.indicator = indicator
    var candidates = Array(facets.indices)
    func narrow(_ isLeading: (ObservationFacet) -> Bool) {
      let narrower = candidates.filter { isLeading(facets[$0]) }
      if !narrower.isEmpty { candidates = narrower }
    }
    if facets.count > 1 {
      for (column, value) in own.headline {
        narrow { $0.cells.contains { $0.name == column.value && $0.value == value } }
      }
      if let unit = indicator.unit { narrow { $0.unit.map { isSameUnit($0, unit) } ?? false } }
      if candidates.count > 1 { narrow { $0.cells.isEmpty } }
    }
    isStated = candidates.count == 1
    index = candidates.count == 1 ? candidates[0] : candidates.first { !facets[$0].headline.isEmpty } ?? candidates[0]
  }

  /// Leaves the file's unit in the facet only if it differs from that of the entry: it is then the unit of the values.
  func settleUnit(of facet: inout ObservationFacet, _ sink: DiagnosticSink) {
    guard let cell = facet.unit, let unit = indicator.unit else { return }
    if isOwn(cell) {
      facet.unit = nil
      return
    }
    let column = uses.indices(of: .unit).map { rows.columns[$0].name }.first ?? "Units"
    // A target in another unit would be compared with the values.
    let isCompared = indicator.targetRange != nil || indicator.baseline != nil
    sink.report(
      Diagnostic(
        isCompared ? .error : .warning, .csvUnit,
        "the values are in '\(cell)', but the unit of '\(indicator.name)' is '\(unit)'",
        hint: "write 'unit: \(cell)', or 'headline: {\(column): \(cell)}' if the two are the same",
        at: rows.source.location(line: 1)))
  }

  /// Whether a unit of the file is that of the entry in another spelling.
  func isOwn(_ cell: String) -> Bool {
    guard let unit = indicator.unit else { return false }
    return isSameUnit(cell, unit)
      || uses.indices(of: .unit).contains { own.leading(in: rows.columns[$0].name) == cell }
  }

  /// The warning of a file without total rows; `example` are the cells of a part.
  func noHeadline(_ example: [DisaggregatedSeries.Dimension]) -> Diagnostic {
    func column(_ name: String) -> DataColumn? { rows.columns.first { $0.name == name } }
    let remarks = example.map(\.name).filter { column($0)?.looksLikeRemarks ?? false }
    let cells = example.filter { !remarks.contains($0.name) }.map { "\($0.name): \($0.value)" }
    let total = cells.joined(separator: ", ")
    let columns = remarks.joined(separator: ", ")
    let hint: Message
    if remarks.isEmpty {
      hint =
        "leave the cells between Year and Value blank in the total rows, or say in the register which rows are the total: 'headline: {\(total)}'"
    } else if cells.isEmpty {
      hint =
        "leave the cells between Year and Value blank in the total rows, or say which columns only describe the values: 'attributes: [\(columns)]'"
    } else {
      hint =
        "leave the cells between Year and Value blank in the total rows, or say in the register which rows are the total: 'headline: {\(total)}', or say which columns only describe the values: 'attributes: [\(columns)]'"
    }
    return Diagnostic(
      .warning, .csvNoHeadline, "no total row (all dimension cells blank), so the indicator has no headline value",
      hint: hint, at: rows.source.location(line: 1))
  }

  /// The warning on a file with several units or series if nothing says which of them leads.
  func noLead(_ facets: [ObservationFacet]) -> Diagnostic {
    func cells(_ facet: ObservationFacet) -> String {
      facet.cells.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
    }
    return Diagnostic(
      .warning, .csvNoHeadline,
      "the file has figures of \(facets.count) units or series, and nothing says which lead, so the first do: \(cells(facets[0]))",
      hint: "say in the register which lead: 'headline: {\(cells(facets[0]))}', or for example '{\(cells(facets[1]))}'",
      at: rows.source.location(line: 1))
  }
}

/// Whether two spellings are one unit.
func isSameUnit(_ a: String, _ b: String) -> Bool {
  func plain(_ unit: String) -> String {
    let lower = unit.lowercased().filter { !$0.isWhitespace && $0 != "." }
    return percentages.contains(lower) ? "%" : lower
  }
  return plain(a) == plain(b)
}

private let percentages: Set<String> = [
  "%", "％", "percent", "percents", "percentage", "percentages", "pct", "percent(%)", "percentage(%)", "百分比",
]
