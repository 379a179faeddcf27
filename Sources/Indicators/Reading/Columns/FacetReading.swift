import Diagnostics

/// Sorts the rows of a data file into facets and their parts.
struct FacetReading {
  private typealias Dimension = DisaggregatedSeries.Dimension

  private struct Group {
    let cells: [Dimension]
    var observations: [Observation] = []
    /// By period: the number of its row.
    var rows: [Period: Int] = [:]
  }

  private struct Facet {
    let cells: [Dimension]
    let unit: String?
    let series: String?
    /// The first is the whole.
    var groups: [Group] = [Group(cells: [])]
    var numbers: [[Int32]: Int] = [[]: 0]
  }

  private let rows: ObservationRows
  /// By column: the codes of cells that count as blank.
  private let blanks: [[Int32]]
  private let dimensions, facetColumns, units, attributes, notes, sources, calculation: [Int]
  private var found: [Facet] = []
  private var numbers: [[Int32]: Int] = [:]

  init(_ rows: ObservationRows, _ uses: ColumnUses, _ own: ColumnRoles) {
    self.rows = rows
    blanks = rows.columns.enumerated().map { index, column in
      let leading = uses.roles[index] == .dimension ? own.leading(in: column.name) : nil
      return [column.code(of: ""), leading.flatMap { column.code(of: $0) }].compactMap(\.self)
    }
    dimensions = uses.indices(of: .dimension)
    units = uses.indices(of: .unit)
    facetColumns = (units + uses.indices(of: .series)).sorted()
    attributes = uses.indices(of: .attribute)
    notes = uses.indices(of: .note)
    sources = uses.indices(of: .source)
    calculation = uses.indices(of: .calculation)
  }

  /// The facets in the order of their first rows; at least one.
  var facets: [ObservationFacet] {
    if found.isEmpty { return [ObservationFacet(cells: [], unit: nil, series: nil, headline: [], parts: [])] }
    return found.map { facet in
      let groups = facet.groups.map { group in
        DisaggregatedSeries(dimensions: group.cells, observations: group.observations.sorted { $0.period < $1.period })
      }
      return ObservationFacet(
        cells: facet.cells, unit: facet.unit, series: facet.series, headline: groups[0].observations,
        parts: Array(groups.dropFirst()))
    }
  }

  func isForCalculation(_ row: Int) -> Bool { calculation.contains { !rows.columns[$0][row].isEmpty } }

  /// Adds a row. False, with a finding, if its period is there already with another value.
  mutating func add(_ number: Int, _ period: Period, _ remark: String?, _ sink: DiagnosticSink) -> Bool {
    let facet = facet(of: number)
    let group = group(of: number, in: facet)
    let row = rows.rows[number]
    if let first = found[facet].groups[group].rows[period] {
      return !rows.reportDuplicate(of: rows.rows[first], row, period, sink)
    }
    found[facet].groups[group].rows[period] = number
    found[facet].groups[group].observations.append(Observation(figure(of: number, remark), for: period))
    return true
  }

  private mutating func facet(of row: Int) -> Int {
    if facetColumns.isEmpty, !found.isEmpty { return 0 }
    let key = facetColumns.map { rows.columns[$0].codes[row] }
    if let number = numbers[key] { return number }
    numbers[key] = found.count
    let cells = facetColumns.compactMap { column -> Dimension? in
      let text = rows.columns[column][row]
      return text.isEmpty ? nil : Dimension(name: rows.columns[column].name, value: text)
    }
    let unit = texts(units, row).first
    let series = texts(facetColumns.filter { !units.contains($0) }, row).joined(separator: "; ")
    found.append(Facet(cells: cells, unit: unit, series: series.isEmpty ? nil : series))
    return found.count - 1
  }

  private mutating func group(of row: Int, in facet: Int) -> Int {
    var key: [Int32] = []
    for column in dimensions {
      let code = rows.columns[column].codes[row]
      if !blanks[column].contains(code) { key += [Int32(column), code] }
    }
    if let number = found[facet].numbers[key] { return number }
    let number = found[facet].groups.count
    found[facet].numbers[key] = number
    let cells = stride(from: 0, to: key.count, by: 2).map { place in
      let column = rows.columns[Int(key[place])]
      return Dimension(name: column.name, value: column.texts[Int(key[place + 1])])
    }
    found[facet].groups.append(Group(cells: cells))
    return number
  }

  private func figure(of row: Int, _ remark: String?) -> Figure {
    let figure = rows.rows[row].figure
    let cells = attributes.compactMap { column -> Observation.Attribute? in
      let text = rows.columns[column][row]
      return text.isEmpty ? nil : Observation.Attribute(name: rows.columns[column].name, value: text)
    }
    let source = texts(sources, row)
    let note = texts(notes, row) + (remark.map { [$0] } ?? [])
    guard !cells.isEmpty || !source.isEmpty || !note.isEmpty else { return figure }
    return figure.with(
      source: source.isEmpty ? nil : source.joined(separator: "; "),
      note: note.isEmpty ? nil : note.joined(separator: " "), attributes: cells)
  }

  private func texts(_ columns: [Int], _ row: Int) -> [String] {
    columns.map { rows.columns[$0][row] }.filter { !$0.isEmpty }
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
        hint: differs ? "remove one of the lines, or add a column that tells them apart" : "remove one of the lines",
        at: source.location(of: row.periodRange)))
    return differs
  }
}
