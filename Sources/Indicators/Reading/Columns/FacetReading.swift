import Diagnostics

/// Sorts the rows of a data file into facets and their parts.
struct FacetReading {
  private typealias Dimension = DisaggregatedSeries.Dimension

  /// The whole or a part of one facet.
  private struct Group {
    let cells: [Dimension]
    var observations: [Observation] = []
    /// The rank of the last period, and whether the observations are in order.
    var lastRank: Int32 = -1
    var isSorted = true
  }

  private struct Facet {
    let cells: [Dimension]
    let unit: String?
    let series: String?
    /// The first is the whole.
    var groups: [Int] = []
  }

  private let rows: ObservationRows
  private let periods: PeriodNumbers
  /// By column: the codes of cells that count as blank.
  private let blanks: [[Int32]]
  private let dimensions, facetColumns, units, calculation: [Int]
  /// The rows by their units and series; these by their dimensions, and these by their periods.
  private let rowsByFacet, rowsByGroup, rowsByPeriod: RowNumbers
  private let remarks: RowRemarks
  /// By the numbers of `rowsByFacet` and `rowsByGroup`: the position in `found` and `groups`; -1 if no row was added.
  private var facetPlaces, groupPlaces: [Int]
  /// By the number of `rowsByPeriod`: the first row that was added; -1 if there is none.
  private var firstRows: [Int32]
  private var found: [Facet] = []
  private var groups: [Group] = []

  init(_ rows: ObservationRows, _ uses: ColumnUses, _ own: ColumnRoles, _ periods: PeriodNumbers) {
    self.rows = rows
    self.periods = periods
    blanks = rows.columns.enumerated().map { index, column in
      let leading = uses.roles[index] == .dimension ? own.leading(in: column.name) : nil
      return [column.code(of: ""), leading.flatMap { column.code(of: $0) }].compactMap(\.self)
    }
    dimensions = uses.indices(of: .dimension)
    units = uses.indices(of: .unit)
    facetColumns = (units + uses.indices(of: .series)).sorted()
    calculation = uses.indices(of: .calculation)
    remarks = RowRemarks(rows, uses, periods)

    var numbers = RowNumbers(rows: rows.rows.count)
    for index in facetColumns { numbers.divide(by: rows.columns[index]) }
    rowsByFacet = numbers
    for index in dimensions {
      let column = rows.columns[index]
      if blanks[index].count > 1 {
        let blank = blanks[index]
        numbers.divide(by: column.codes.map { blank.contains($0) ? blank[0] : $0 }, below: column.texts.count)
      } else {
        numbers.divide(by: column)
      }
    }
    rowsByGroup = numbers
    numbers.divide(by: rows.rows.map { max(0, periods.numbers[Int($0.period)]) }, below: periods.ranks.count)
    rowsByPeriod = numbers
    facetPlaces = Array(repeating: -1, count: rowsByFacet.count)
    groupPlaces = Array(repeating: -1, count: rowsByGroup.count)
    firstRows = Array(repeating: -1, count: rowsByPeriod.count)
  }

  /// The facets in the order of their first rows; at least one.
  var facets: [ObservationFacet] {
    if found.isEmpty { return [ObservationFacet(cells: [], unit: nil, series: nil, headline: [], parts: [])] }
    return found.map { facet in
      let series = facet.groups.map { number in
        let group = groups[number]
        return DisaggregatedSeries(
          dimensions: group.cells,
          observations: group.isSorted ? group.observations : group.observations.sorted { $0.period < $1.period })
      }
      return ObservationFacet(
        cells: facet.cells, unit: facet.unit, series: facet.series, headline: series[0].observations,
        parts: Array(series.dropFirst()))
    }
  }

  func isForCalculation(_ row: Int) -> Bool { calculation.contains { !rows.columns[$0][row].isEmpty } }

  /// Adds a row with a valid period. Returns false and reports a finding if the period already has a different value.
  mutating func add(_ number: Int, _ sink: DiagnosticSink) -> Bool {
    let group = group(of: number, in: facet(of: number))
    let row = rows.rows[number]
    let period = Int(periods.numbers[Int(row.period)])
    let first = firstRows[rowsByPeriod[number]]
    if first >= 0 {
      let own = periods.read[Int(row.period)] ?? periods.periods[period]
      return !rows.reportDuplicate(of: rows.rows[Int(first)], row, own, sink)
    }
    firstRows[rowsByPeriod[number]] = Int32(number)
    let rank = periods.ranks[period]
    if rank < groups[group].lastRank { groups[group].isSorted = false }
    groups[group].lastRank = rank
    groups[group].observations.append(
      Observation(
        remarks.figure(of: number), for: periods.read[Int(row.period)] ?? periods.periods[period],
        written: rows.periods.writtenPeriods[Int(row.period)]))
    return true
  }

  private mutating func facet(of row: Int) -> Int {
    let place = facetPlaces[rowsByFacet[row]]
    if place >= 0 { return place }
    let cells = facetColumns.compactMap { column -> Dimension? in
      let text = rows.columns[column][row]
      return text.isEmpty ? nil : Dimension(name: rows.columns[column].name, value: text)
    }
    let series = rows.texts(of: facetColumns.filter { !units.contains($0) }, row).joined(separator: "; ")
    found.append(
      Facet(cells: cells, unit: rows.texts(of: units, row).first, series: series.isEmpty ? nil : series))
    facetPlaces[rowsByFacet[row]] = found.count - 1
    found[found.count - 1].groups = [groups.count]
    groups.append(Group(cells: []))
    return found.count - 1
  }

  private mutating func group(of row: Int, in facet: Int) -> Int {
    let place = groupPlaces[rowsByGroup[row]]
    if place >= 0 { return place }
    let cells = dimensions.compactMap { index -> Dimension? in
      let column = rows.columns[index]
      return blanks[index].contains(column.codes[row]) ? nil : Dimension(name: column.name, value: column[row])
    }
    var number = found[facet].groups[0]
    if !cells.isEmpty {
      number = groups.count
      found[facet].groups.append(number)
      groups.append(Group(cells: cells))
    }
    groupPlaces[rowsByGroup[row]] = number
    return number
  }
}

/// The remarks in the rows of a table, besides their values. Rows with equal remarks share them: a file has thousands
/// of rows and few different remarks.
private final class RowRemarks {
  private let rows: ObservationRows
  private let attributes, notes, sources: [Int]
  /// By the text after their periods, by their attributes, notes and sources, and by what is said in place of a
  /// value.
  private let numbers: RowNumbers
  private let periods: PeriodNumbers
  /// By number, once asked for.
  private var known: [Figure.Remarks??]

  init(_ rows: ObservationRows, _ uses: ColumnUses, _ periods: PeriodNumbers) {
    self.rows = rows
    self.periods = periods
    attributes = uses.indices(of: .attribute)
    notes = uses.indices(of: .note)
    sources = uses.indices(of: .source)
    var numbers = RowNumbers(rows: rows.rows.count)
    for index in attributes + notes + sources { numbers.divide(by: rows.columns[index]) }
    if periods.hasRemarks {
      let codes = rows.rows.map { periods.remarks[Int($0.period)] == nil ? 0 : $0.period + 1 }
      numbers.divide(by: codes, below: rows.periods.texts.count + 1)
    }
    if rows.rows.contains(where: { $0.figure.remarks != nil }) {
      var own = DataColumn(name: "")
      for row in rows.rows {
        own.append(row.figure.remarks.map { "\($0.status?.rawValue ?? "") \($0.note ?? "")" } ?? "")
      }
      numbers.divide(by: own)
    }
    self.numbers = numbers
    known = Array(repeating: nil, count: numbers.count)
  }

  func figure(of row: Int) -> Figure {
    let figure = rows.rows[row].figure
    // A range and a long number are a row's own.
    if let own = figure.remarks, own.isOfOneValue { return figure.with(remarks: remarks(of: row, own)) }
    if let remarks = known[numbers[row]] { return figure.with(remarks: remarks) }
    let remarks = remarks(of: row, figure.remarks)
    known[numbers[row]] = .some(remarks)
    return figure.with(remarks: remarks)
  }

  private func remarks(of row: Int, _ own: Figure.Remarks?) -> Figure.Remarks? {
    let cells = attributes.compactMap { column -> Observation.Attribute? in
      let text = rows.columns[column][row]
      return text.isEmpty ? nil : Observation.Attribute(name: rows.columns[column].name, value: text)
    }
    let source = rows.texts(of: sources, row)
    let note =
      (own?.note.map { [$0] } ?? []) + rows.texts(of: notes, row)
      + (periods.remarks[Int(rows.rows[row].period)].map { [$0] } ?? [])
    guard !cells.isEmpty || !source.isEmpty || !note.isEmpty else { return own }
    return Figure.Remarks(
      source: source.isEmpty ? nil : source.joined(separator: "; "),
      note: note.isEmpty ? nil : note.joined(separator: " "), attributes: cells, status: own?.status, range: own?.range,
      revisions: own?.revisions ?? [], longValue: own?.longValue)
  }
}

extension ObservationRows {
  /// The texts of some columns that are not blank.
  fileprivate func texts(of indices: [Int], _ row: Int) -> [String] {
    indices.map { columns[$0][row] }.filter { !$0.isEmpty }
  }
}

extension DataColumn {
  /// The code of a text; nil if no row has it.
  func code(of text: String) -> Int32? { texts.firstIndex(of: text).map(Int32.init) }
}

extension ObservationRows {
  /// Reports a second value of one period in one series. Whether it differs from the first: then one of them is wrong.
  func reportDuplicate(of first: Row, _ row: Row, _ period: Period, _ sink: DiagnosticSink) -> Bool {
    let differs = first.figure.value != row.figure.value
    sink.report(
      Diagnostic(
        differs ? .error : .warning, .csvDuplicateObservation,
        differs
          ? "\(source.rowWord) \(first.line) already has a value for \(period)"
          : "\(source.rowWord) \(first.line) already has the same value for \(period)",
        hint: differs ? "remove one of the lines, or add a column that distinguishes them" : "remove one of the lines",
        at: source.location(of: row.periodRange)))
    return differs
  }
}
