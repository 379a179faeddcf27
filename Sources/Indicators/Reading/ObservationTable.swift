import DataFormats
import Diagnostics

/// The observations of one indicator, grouped into series by their dimensions. A blank cell means "all"; rows whose
/// dimension cells are all blank are total rows and form the headline series.
///
/// Open SDG states the unit and the series of a value in the columns `Units` and `Series` of every row. Such a cell counts
/// as blank if the column has only one value, or if it is the indicator's own unit.
package struct ObservationTable: Sendable {
  /// By period.
  let headline: [Observation]
  /// In the order in which their first rows appear in the file.
  let series: [DisaggregatedSeries]
  /// The lines of rows that are left out, in order; 1-based. Each was reported.
  let leftOut: [Int]
  /// The indicator's rows in tables of values.
  var shared: [ObservationRows] = []

  /// Texts that stand in place of a period in a file without figures.
  private(set) var remarks: [String] = []

  private typealias Dimension = DisaggregatedSeries.Dimension

  /// Reports `csv.invalid-period` and `csv.ambiguous-period`; `csv.duplicate-observation` for two values of one period in one
  /// series, as a warning if they are equal; and the warning `csv.no-headline` if there is no total row.
  init(
    _ rows: ObservationRows, roles: ColumnRoles, unit: String?, periods: [PeriodReading], fiscalYear: FiscalYearRule?,
    reportingTo sink: DiagnosticSink
  ) {
    let columns = ObservationTable.columns(of: rows, roles: roles, unit: unit)
    let readings = rows.periods.read(as: periods, by: fiscalYear)
    var times = ReadPeriods(readings, of: rows)
    var keys: [[Int32]: Int] = [[]: 0]
    var series: [(dimensions: [Dimension], observations: [Observation])] = [([], [])]
    var leftOut = rows.leftOut
    var seen: [[Period: Int]] = [[:]]
    for (number, row) in rows.rows.enumerated() {
      let (period, remark): (Period, String?)
      switch times.read(row, sink) {
      case .period(let read, let behind): (period, remark) = (read, behind)
      case .sentence: continue
      case .leftOut:
        leftOut.append(Int(row.line))
        continue
      }
      var key: [Int32] = []
      var attributes: [Observation.Attribute] = []
      for (index, column) in columns.enumerated() {
        let code = rows.columns[index].codes[number]
        switch column.role {
        case .attribute:
          let cell = rows.columns[index].texts[Int(code)]
          if !cell.isEmpty { attributes.append(.init(name: column.name, value: cell)) }
        case .dimension(let blanks):
          if !blanks.contains(code) { key += [Int32(index), code] }
        }
      }
      let index = keys[key] ?? series.count
      if index == series.count {
        keys[key] = index
        let dimensions = stride(from: 0, to: key.count, by: 2).map { place in
          let column = rows.columns[Int(key[place])]
          return Dimension(name: column.name, value: column.texts[Int(key[place + 1])])
        }
        series.append((dimensions, []))
        seen.append([:])
      }
      if let first = seen[index][period] {
        if rows.reportDuplicate(of: rows.rows[first], row, period, sink) { leftOut.append(Int(row.line)) }
        continue
      }
      seen[index][period] = number
      var figure = row.figure
      if !attributes.isEmpty { figure = figure.with(attributes: attributes) }
      if let remark {
        figure = figure.with(note: [figure.remarks?.note, remark].compactMap(\.self).joined(separator: " "))
      }
      series[index].observations.append(Observation(figure, for: period))
    }
    let sorted = series.map {
      DisaggregatedSeries(dimensions: $0.dimensions, observations: $0.observations.sorted { $0.period < $1.period })
    }
    self.leftOut = leftOut.sorted()
    remarks = times.sentences
    headline = sorted[0].observations
    self.series = Array(sorted.dropFirst())
    if headline.isEmpty, let first = self.series.first {
      sink.report(ObservationTable.noHeadline(rows, first.dimensions))
    }
  }

  /// For an indicator whose values are only in tables of values.
  init(shared: [ObservationRows]) {
    headline = []
    series = []
    leftOut = []
    self.shared = shared
  }

  private struct Column {
    enum Role {
      case attribute
      /// The codes of cells that count as blank.
      case dimension(blanks: [Int32])
    }

    let name: String
    let role: Role
  }

  private static let unitColumns: Set<String> = ["units", "unit", "unit_measure", "单位"]
  private static let seriesColumns: Set<String> = ["series"]

  private static func columns(of rows: ObservationRows, roles: ColumnRoles, unit: String?) -> [Column] {
    let attributes = Set(roles.attributes.map(\.value))
    return rows.columns.map { column in
      let name = column.name
      if attributes.contains(name) { return Column(name: name, role: .attribute) }
      var blanks = column.codes(of: "")
      if let stated = roles.headline.last(where: { $0.column.value == name }) {
        blanks += column.codes(of: stated.value)
        return Column(name: name, role: .dimension(blanks: blanks))
      }
      let plain = name.lowercased()
      let isUnit = unitColumns.contains(plain)
      guard isUnit || seriesColumns.contains(plain) else { return Column(name: name, role: .dimension(blanks: blanks)) }
      if column.texts.count == 1 {
        blanks = [0]
      } else if isUnit, blanks.isEmpty, let unit, let own = column.texts.firstIndex(where: { isSameUnit($0, unit) }) {
        blanks = [Int32(own)]
      }
      return Column(name: name, role: .dimension(blanks: blanks))
    }
  }

  private static func isSameUnit(_ cell: String, _ unit: String) -> Bool {
    cell == unit || cell.lowercased() == unit.lowercased()
  }

  private static func noHeadline(_ rows: ObservationRows, _ example: [Dimension]) -> Diagnostic {
    let cells = example.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
    return Diagnostic(
      .warning, .csvNoHeadline, "no total row (all dimension cells blank), so the indicator has no headline value",
      hint:
        "leave the cells between Year and Value blank in the total rows, or say in the register which rows are the total: 'headline: {\(cells)}'",
      at: rows.source.location(line: 1))
  }
}

extension DataColumn {
  /// The code of a text, if the column has it.
  fileprivate func codes(of text: String) -> [Int32] {
    texts.firstIndex(of: text).map { [Int32($0)] } ?? []
  }
}

extension ObservationRows {
  /// Reports a second value of one period in one series. Whether it differs from the first: then one of them is wrong.
  fileprivate func reportDuplicate(of first: Row, _ row: Row, _ period: Period, _ sink: DiagnosticSink) -> Bool {
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
