import DataFormats
import Diagnostics

/// The values of many indicators in one table: one row for each value, or one row for each indicator with a column for
/// each period.
package struct ValuesTable: Sendable {
  package let source: TableSource
  /// Whether the first column that names indicators has their names, because there is none with their ids.
  package let isByName: Bool
  /// In the order of their first rows.
  package let groups: [Group]

  /// The values of one indicator.
  package struct Group: Sendable {
    /// Its id or its name, as written in the first row.
    package let key: Located<String>
    package let rows: ObservationRows
  }

  /// The periods for which the table has rows, by the ids of the indicators; none for a table with their names.
  package var periodsByID: [String: Set<Period>] {
    guard !isByName, let column = groups.first?.rows.periods else { return [:] }
    let readings = column.read(as: [], by: nil)
    return Dictionary(
      uniqueKeysWithValues: groups.map { group in
        let periods = group.rows.rows.compactMap { row in
          if case .period(let period, _) = readings[Int(row.period)] { period } else { nil }
        }
        return (group.key.value, Set(periods))
      })
  }

  /// Whether a header is one of a table of values.
  package static func isHeader(_ cells: [String]) -> Bool {
    let columns = cells.map(TableColumn.init(head:))
    guard columns.contains(.id) || columns.contains(.name) else { return false }
    return columns.contains(.value) && columns.contains(.period) || cells.contains { Period(cell: $0) != nil }
  }

  /// Reads a table. Reports `csv.missing-column` for a table without a column of ids or names, or without values;
  /// `csv.invalid-number`; and the warning `csv.unknown-column` for a column that is not read. What the periods are is
  /// decided with what the register says (`PeriodColumn`).
  package static func read(_ table: DataTable) -> Checked<ValuesTable> {
    let sink = DiagnosticSink()
    guard var columns = ValueColumns(table, sink) else { return Checked(failed: sink.diagnostics) }
    var numbers: [String: Int] = [:]
    var found: [(key: Located<String>, rows: [ObservationRows.Row])] = []
    for row in table.rows {
      let key = row.cells[columns.key]
      guard !key.value.isEmpty else {
        columns.reportMissingKey(row, table, sink)
        continue
      }
      let number = numbers[key.value] ?? found.count
      if number == found.count {
        numbers[key.value] = number
        found.append((key, []))
      }
      columns.read(row, in: table, into: &found[number].rows, sink)
    }
    // Rows after the figures, such as a note below the table, have no period. All groups share the column of periods:
    // the whole of it decides the meaning of each.
    let periods = columns.periods.finished()
    let groups = found.filter { !$0.rows.isEmpty }.map { key, rows in
      Group(key: key, rows: ObservationRows(source: table.source, columns: [], periods: periods, rows: rows))
    }
    return Checked(ValuesTable(source: table.source, isByName: columns.isByName, groups: groups), sink.diagnostics)
  }
}

/// The columns of a table of values.
private struct ValueColumns {
  let key: Int
  let isByName: Bool
  private let layout: Layout
  private let source: Int?
  private let note: Int?
  private let status: Int?
  /// Whether marks such as `..` stand for values that are missing.
  private let knowsMarks: Bool
  private(set) var periods: PeriodColumn

  private enum Layout {
    case rows(period: Int, value: Int)
    /// `period` is the number of the heading in `periods`.
    case columns([(index: Int, period: Int32)])
  }

  init?(_ table: DataTable, _ sink: DiagnosticSink) {
    let heads = table.header.map { TableColumn(head: $0.value) }
    func missing(_ what: String, _ hint: Message) {
      sink.report(
        Diagnostic(
          .error, .csvMissingColumn, "there is no column '\(what)'", hint: hint,
          at: table.header.first.map { table.source.location(of: $0.range) } ?? table.source.location(line: 1)))
    }
    guard let key = heads.firstIndex(of: .id) ?? heads.firstIndex(of: .name) else {
      missing("id", "add a column 'id' (编号) with the ids of the indicators")
      return nil
    }
    self.key = key
    isByName = heads[key] == .name
    let dated = table.header.indices.filter { Period(cell: table.header[$0].value) != nil }
    var column = PeriodColumn()
    if let value = heads.firstIndex(of: .value) {
      guard let period = heads.firstIndex(of: .period) else {
        missing("Year", "add a column 'Year' (年份) with the period of each value")
        return nil
      }
      layout = .rows(period: period, value: value)
    } else if !dated.isEmpty {
      layout = .columns(dated.map { ($0, column.number(of: table.header[$0].value)) })
    } else {
      missing("Value", "add the columns 'Year' and 'Value' (年份, 数值), or a column for each year, such as 2021")
      return nil
    }
    periods = column
    let values: [Int]
    switch layout {
    case .rows(_, let value): values = [value]
    case .columns(let columns): values = columns.map(\.index)
    }
    knowsMarks = MissingMark.areSure(
      among: table.rows.lazy.flatMap { row in values.lazy.map { row.cells[$0].value } })
    source = heads.firstIndex(of: .source)
    note = heads.firstIndex(of: .note)
    status = heads.firstIndex(of: .status)
    let read = Set(dated)
    for (index, cell) in table.header.enumerated() where !cell.value.isEmpty {
      if case .columns = layout {
        // One status cannot be that of all figures of a row.
        guard heads[index] == nil && !read.contains(index) || heads[index] == .status else { continue }
      } else if heads[index] != nil {
        continue
      }
      sink.report(
        Diagnostic(
          .warning, .csvUnknownColumn, "column '\(cell.value)' is not read",
          hint: "a part of the total, such as one district, belongs in a file of its own: indicators/<id>.csv",
          at: table.source.location(of: cell.range)))
    }
  }

  /// A row with a value and without an indicator. What follows an empty key, such as a line of totals, has no value.
  func reportMissingKey(_ row: CSVRow, _ table: DataTable, _ sink: DiagnosticSink) {
    let hasValue: Bool
    switch layout {
    case .rows(_, let value): hasValue = !row.cells[value].value.isEmpty
    case .columns(let columns): hasValue = columns.contains { !row.cells[$0.index].value.isEmpty }
    }
    guard hasValue else { return }
    let what: Message = isByName ? "name" : "id"
    sink.report(
      Diagnostic(
        .error, .csvUnknownIndicator, "this \(table.source.rowWord) has a value, and no \(what) of an indicator",
        hint: "write the \(what) of the indicator into column '\(table.header[key].value)'",
        at: table.source.location(of: row.cells[key].range)))
  }

  mutating func read(
    _ row: CSVRow, in table: DataTable, into rows: inout [ObservationRows.Row], _ sink: DiagnosticSink
  ) {
    switch layout {
    case .rows(let period, let value):
      let cell = row.cells[period]
      // A sheet goes on below its figures with rows that were filled in by a formula.
      if cell.value.isEmpty, row.cells[value].value.isEmpty { return }
      let time = periods.number(of: cell.value)
      if let row = observation(time, row, value, periodRange: cell.range, table, sink) { rows.append(row) }
    case .columns(let columns):
      for column in columns where !row.cells[column.index].value.isEmpty {
        let head = table.header[column.index].range
        if let row = observation(column.period, row, column.index, periodRange: head, table, sink) { rows.append(row) }
      }
    }
  }

  private func observation(
    _ period: Int32, _ row: CSVRow, _ value: Int, periodRange: SourceRange, _ table: DataTable, _ sink: DiagnosticSink
  ) -> ObservationRows.Row? {
    let cell = row.cells[value]
    let isPercentage = cell.value.utf8.last == UInt8(ascii: "%")
    let number = DecimalNumber(isPercentage ? String(cell.value.dropLast()) : cell.value)
    let mark = number == nil && knowsMarks && MissingMark.isMark(cell.value) ? cell.value : nil
    if number == nil, mark == nil, !cell.value.isEmpty {
      sink.report(
        Diagnostic(
          .error, .csvInvalidNumber, "'\(cell.value)' is not a number",
          hint: DecimalNumber.hint(for: cell.value) ?? DecimalNumber.hintOnWords(in: cell.value)
            ?? DecimalNumber.hintOnScale(in: cell.value) ?? "leave the cell empty if there is no value",
          at: table.source.location(of: cell.range)))
      return nil
    }
    var quality: ObservationQuality?
    if case .rows(let time, _) = layout, let status, !row.cells[status].value.isEmpty {
      quality = ObservationQuality(
        status: row.cells[status], low: nil, high: nil, value: number.map { Located($0, at: cell.range) },
        of: row.cells[time].value, in: table.source, reportingTo: sink)
    }
    return ObservationRows.Row(
      period: period, line: Int32(clamping: row.line),
      figure: Figure(
        value: quality?.status == .suppressed ? nil : number, source: text(source, row),
        note: mark.map { [$0, text(note, row)].compactMap(\.self).joined(separator: " ") } ?? text(note, row),
        status: quality?.status),
      periodRange: periodRange,
      valueRange: cell.range, isPercentage: isPercentage)
  }

  private func text(_ column: Int?, _ row: CSVRow) -> String? {
    guard let column, !row.cells[column].value.isEmpty else { return nil }
    return row.cells[column].value
  }
}
