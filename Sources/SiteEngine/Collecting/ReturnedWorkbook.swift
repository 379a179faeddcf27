import DataFormats
import Diagnostics
import Indicators
import Workbooks

/// A workbook that came back from a department: `ReturnedRows` reads the sheet that was filled in and reports cells that
/// were locked, `ReturnedValue` checks each value, and `Collector` adds the values to the CSV files.
struct ReturnedWorkbook {
  let path: String
  /// The name of the sheet that was filled in.
  let sheet: String
  let period: Period
  /// The id of the department; empty for indicators without one.
  let department: String
  /// The names as typed; empty if they were left empty.
  let reportedBy: String
  let reportedOn: String
  /// 0-based.
  private let valueColumn: Int
  let rows: [Row]

  /// A row of the form whose value, source or note was filled in, or was to be.
  struct Row {
    /// The first cell: an id, or an id and the period that the row asks for.
    let key: String
    let number: Int
    /// Nil if the cell is empty.
    let value: CellValue?
    let source: String
    let note: String

    var id: String { String(key.prefix { $0 != " " }) }

    /// The period that the row asks for; that of the workbook where it names none. Nil if it cannot be known.
    func period(_ asked: Period, of indicator: Indicator) -> Period? {
      guard key.contains(" ") else { return asked }
      let own = (indicator.owedPeriods(for: asked) + indicator.observations.map(\.period)).first {
        CollectionSheet.key(of: id, $0) == key
      }
      return own ?? Period(String(key.drop { $0 != " " }.dropFirst()))
    }
  }

  /// Names the figure of a row, so that two workbooks can be compared.
  func key(of row: Row) -> String { "\(row.key) \(period)" }

  /// The place of a row's value.
  func place(of row: Row) -> SourceLocation {
    SourceLocation(path: path, cell: SheetCell(sheet: sheet, row: row.number, column: valueColumn))
  }
}

// MARK: - Reading

extension ReturnedWorkbook {
  /// Reads a workbook that `CollectionSheet` made, even if somebody edited it.
  ///
  /// Reports `collect.unknown-workbook` where its hidden sheet is gone, and `collect.locked-cell` for each cell that
  /// was locked and has another content now: a warning, but an error without a value if the heading of the values no
  /// longer names the period.
  static func read(_ workbook: Workbook, path: String, _ words: CollectionWords) -> Checked<ReturnedWorkbook> {
    guard let record = record(of: workbook), let period = Period(record.rows[0].text(2)),
      let sheet = form(of: workbook, words)
    else {
      return Checked(failed: [
        Diagnostic(
          .error, .collectUnknownWorkbook, "the hidden sheet of this workbook, which says what was asked, is gone",
          hint: "ask for the values in the workbook that was sent out", at: SourceLocation(file: path))
      ])
    }
    var rows = ReturnedRows(sheet, path: path, period, asked: record.rows.dropFirst(), words)
    let added = addedSheets(workbook, form: sheet, path)
    guard rows.readRows() else { return Checked(failed: added + rows.diagnostics) }
    return Checked(
      ReturnedWorkbook(
        path: path, sheet: sheet.name, period: period, department: record.rows[0].text(3),
        reportedBy: rows.reportedBy, reportedOn: rows.reportedOn, valueColumn: rows.columns[.value], rows: rows.rows),
      added + rows.diagnostics)
  }

  /// Whether a workbook was not made by `collect`, even if somebody edited it.
  static func isOther(_ workbook: Workbook, _ words: CollectionWords) -> Bool {
    let isForm = workbook.sheets.contains {
      $0.name == CollectionSheet.recordName || ReturnedRows.Columns.areHeads(of: $0, words)
    }
    return !isForm
  }

  /// The id of the department that a workbook was sent to; nil if `collect` did not make it.
  static func department(of workbook: Workbook) -> String? { record(of: workbook)?.rows[0].text(3) }

  /// The hidden sheet, which has the questions; it has at least one row.
  private static func record(of workbook: Workbook) -> Workbook.Sheet? {
    guard let record = workbook.sheets.first(where: { $0.name == CollectionSheet.recordName }),
      record.rows.first?.text(0) == CollectionSheet.recordMark
    else { return nil }
    return record
  }

  /// The sheet that was to be filled in.
  private static func form(of workbook: Workbook, _ words: CollectionWords) -> Workbook.Sheet? {
    let sheets = workbook.sheets.filter { $0.name != CollectionSheet.recordName }
    return sheets.first { ReturnedRows.Columns.areHeads(of: $0, words) } ?? sheets.first
  }

  private static func addedSheets(_ workbook: Workbook, form: Workbook.Sheet, _ path: String) -> [Diagnostic] {
    workbook.sheets.filter { ![form.name, CollectionSheet.recordName].contains($0.name) && !$0.rows.isEmpty }.map {
      Diagnostic(
        .warning, .collectLockedCell, "sheet '\($0.name)' was added to the workbook, and is not read",
        hint: "if it has values, write them into the sheet that was sent out", at: SourceLocation(file: path))
    }
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmingSpaces: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
