import DataFormats
import Diagnostics
import Indicators
import Workbooks

/// Reads the sheet of a returned workbook that was to be filled in, and compares it with what was asked.
struct ReturnedRows {
  typealias Column = CollectionSheet.Column

  let sheet: Workbook.Sheet
  let path: String
  private let period: Period
  /// The site may have had another language when the workbook was made.
  private let languages: [CollectionWords]
  let columns: Columns
  /// The rows of the hidden sheet, by id.
  private let asked: [String: Workbook.Row]
  /// The rows of the hidden sheet that have no row in the form yet.
  private var missing: [String: Workbook.Row]

  private(set) var rows: [ReturnedWorkbook.Row] = []
  private(set) var reportedBy = ""
  private(set) var reportedOn = ""
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ sheet: Workbook.Sheet, path: String, _ period: Period, asked: some Sequence<Workbook.Row>,
    _ words: CollectionWords
  ) {
    self.sheet = sheet
    self.path = path
    self.period = period
    languages = Columns.languages(words)
    columns = Columns(of: sheet, period, languages)
    self.asked = asked.reduce(into: [:]) { $0[$1.text(0)] = $1 }
    missing = self.asked
  }

  /// Reads all rows. False, with an error, for a form that was changed into one of another period.
  mutating func readRows() -> Bool {
    if let moved = columns.moved {
      report(
        .warning, "the columns of this sheet are no longer where they were; they are read by their headings",
        hint: "compare the values that are written with the workbook", row: moved, column: 0)
    }
    for row in sheet.rows {
      let id = columns.id(of: row, in: missing)
      if missing[id] == nil, !readHeads(row) { return false }
      if let original = missing.removeValue(forKey: id) {
        read(row, id, asked: original)
      } else if languages.contains(where: { $0.reportedBy == row.text(0) }) {
        reportedBy = row.text(1)
      } else if languages.contains(where: { $0.reportedOn == row.text(0) }) {
        reportedOn = row.text(1)
      } else {
        readOther(row, id)
      }
    }
    for id in missing.keys.sorted() {
      diagnostics.append(
        Diagnostic(
          .warning, .collectLockedCell, "the row of '\(id)' is no longer in the workbook",
          hint: "ask for its value again", at: SourceLocation(file: path)))
    }
    return true
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ message: Message, hint: Message, row: Int, column: Int
  ) {
    diagnostics.append(
      Diagnostic(
        severity, .collectLockedCell, message, hint: hint,
        at: SourceLocation(path: path, cell: SheetCell(sheet: sheet.name, row: row, column: column))))
  }
}

// MARK: - Rows

extension ReturnedRows {
  /// Compares the heading of the values with the one that was sent out, if the row is that of the headings. False if it
  /// names another period.
  private mutating func readHeads(_ row: Workbook.Row) -> Bool {
    guard let (before, now) = changedHead(row) else { return true }
    let isOtherPeriod = !now.contains(period.description)
    report(
      isOtherPeriod ? .error : .warning, "this cell was locked and said '\(before)'; it says '\(now)' now",
      hint: isOtherPeriod
        ? "ask the department which period its figures are of, and send it a new workbook"
        : "ask the department what it means, and change the register yourself", row: row.number,
      column: columns[.value])
    return !isOtherPeriod
  }

  /// Reads a row that was asked for, unless somebody made it one of another indicator or unit.
  private mutating func read(_ row: Workbook.Row, _ id: String, asked original: Workbook.Row) {
    if let other = otherName(of: row, from: original), figure(row) != nil {
      return report(
        .error, "this row has the id '\(id)' and the name of '\(other)', and is not read",
        hint: "ask the department which indicator its value is of", row: row.number, column: max(0, columns[.id]))
    }
    if let unit = otherUnit(of: row, from: original), figure(row) != nil {
      return report(
        .error,
        "the unit of '\(id)' was '\(original.text(Column.unit.rawValue))' and is '\(unit)' now, and the value is not read",
        hint: "ask the department for the value in the unit of the workbook", row: row.number, column: columns[.unit])
    }
    reportFiguresBeside(row)
    reportChanges(of: row, from: original)
    rows.append(
      ReturnedWorkbook.Row(
        key: id, number: row.number, value: figure(row), source: row.text(columns[.source]),
        note: row.text(columns[.note])))
  }

  /// Reports a value in a row that was not asked for.
  private mutating func readOther(_ row: Workbook.Row, _ id: String) {
    guard let value = row.cell(columns[.value]), Double(value.text ?? "") != nil else { return }
    // A sum below the rows is the department's own.
    let isSum = row.cells.contains { TableImport.isSum($0.value.text ?? "") }
    report(
      isSum ? .warning : .error,
      id.isEmpty
        ? "this row has a value, and no id of an indicator"
        : "'\(id)' is not an indicator that this workbook asked for",
      hint: "restore the id of this row, or send the workbook again", row: row.number, column: max(0, columns[.id]))
  }

  /// Warns of numbers that somebody typed beside the cells of the form, or as the source or note of a value that is not there.
  private mutating func reportFiguresBeside(_ row: Workbook.Row) {
    let isEmpty = figure(row) == nil
    for cell in row.cells {
      let isToFill = cell.column == columns[.source] || cell.column == columns[.note]
      guard isToFill ? isEmpty : !columns.has(cell.column), ReturnedRows.isNumber(cell.value) else { continue }
      report(
        .warning, "this cell holds a number outside the cells to fill, and it is not read",
        hint: "if it is the value, write it into the yellow cell of its row", row: row.number, column: cell.column)
    }
  }

  /// Warns of each locked cell that somebody changed.
  private mutating func reportChanges(of row: Workbook.Row, from original: Workbook.Row) {
    for number in Column.name.rawValue..<Column.value.rawValue {
      let column = Column(rawValue: number).map { columns[$0] } ?? number
      let (now, before) = (row.text(column), original.text(number))
      guard now != before, column >= 0 else { continue }
      report(
        .warning, "this cell was locked and said '\(before)'; it says '\(now)' now, which is not read",
        hint: "ask the department what it means, and change the register yourself", row: row.number, column: column)
    }
  }
}

// MARK: - Cells

extension ReturnedRows {
  /// The unit in a row, if it is another than the one that was asked for.
  private func otherUnit(of row: Workbook.Row, from original: Workbook.Row) -> String? {
    func plain(_ unit: String) -> String {
      DecimalNumber.plain(unit).lowercased().filter { !$0.isWhitespace && $0 != "(" && $0 != ")" }
    }
    let (now, before) = (row.text(columns[.unit]), original.text(Column.unit.rawValue))
    return now.isEmpty || plain(now) == plain(before) ? nil : now
  }

  /// The name in a row, if it is that of another indicator that was asked for.
  private func otherName(of row: Workbook.Row, from original: Workbook.Row) -> String? {
    let (now, before) = (row.text(columns[.name]), original.text(Column.name.rawValue))
    return now != before && asked.values.contains { $0.text(Column.name.rawValue) == now } ? now : nil
  }

  /// The heading of the values, if the row is that of the headings and it was changed.
  private func changedHead(_ row: Workbook.Row) -> (before: String, now: String)? {
    let heads = languages.lazy.map { $0.heads(period) }
    guard let heads = heads.first(where: { $0[Column.name.rawValue] == row.text(columns[.name]) }) else { return nil }
    let (before, now) = (heads[Column.value.rawValue], row.text(columns[.value]))
    return before == now ? nil : (before, now)
  }

  /// Nil for a cell with nothing but spaces: nobody sees them.
  private func figure(_ row: Workbook.Row) -> CellValue? {
    let value = row.cell(columns[.value])
    if case .text(let text)? = value, text.allSatisfy(\.isWhitespace) { return nil }
    return value
  }

  private static func isNumber(_ value: CellValue) -> Bool {
    switch value {
    case .number, .percentage: true
    case .text(let text): ImportedNumber(text.trimmingSpaces, comma: .groups) != nil
    case .date, .boolean, .error, .notComputed: false
    }
  }
}

extension Workbook.Row {
  /// The value of a cell by its 0-based column.
  fileprivate func cell(_ column: Int) -> CellValue? { cells.first { $0.column == column }?.value }

  /// The text of a cell in one line; empty for an empty cell.
  func text(_ column: Int) -> String {
    let text = ControlCharacter.removed(from: cell(column)?.text ?? "")
    return text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingSpaces
  }
}

// MARK: - Columns

extension ReturnedRows {
  /// The positions of the form's columns in a sheet that somebody changed.
  struct Columns {
    /// By column of the form; -1 for one that is gone.
    private var places = Array(0...Column.note.rawValue)
    /// The row of the headings, if a column has moved.
    private(set) var moved: Int?

    /// The fewest headings by which the row of headings is recognized.
    private static let least = 5

    init(of form: Workbook.Sheet, _ period: Period, _ languages: [CollectionWords]) {
      for row in form.rows.prefix(20) {
        let texts = row.cells.map { (column: $0.column, text: row.text($0.column)) }
        for heads in languages.map({ $0.heads(period) }) {
          var found = heads.map { head in texts.first { $0.text == head }?.column ?? -1 }
          guard found.count(where: { $0 >= 0 }) >= Columns.least else { continue }
          // The heading of the values may have been changed; they follow the expected value.
          let value = Column.value.rawValue
          if found[value] < 0, found[value - 1] >= 0 { found[value] = found[value - 1] + 1 }
          if found != places { moved = row.number }
          places = found
          return
        }
      }
    }

    subscript(column: Column) -> Int { places[column.rawValue] }

    func has(_ place: Int) -> Bool { places.contains(place) }

    /// The id of a row, by its name where the column of ids is gone.
    func id(of row: Workbook.Row, in locked: [String: Workbook.Row]) -> String {
      guard self[.id] < 0 else { return row.text(self[.id]) }
      let name = row.text(self[.name])
      let same = locked.filter { $0.value.text(Column.name.rawValue) == name }
      return name.isEmpty || same.count != 1 ? "" : same.first?.key ?? ""
    }

    /// Whether a sheet has the headings of the form.
    static func areHeads(of sheet: Workbook.Sheet, _ words: CollectionWords) -> Bool {
      sheet.rows.prefix(20).contains { row in
        let texts = Set(row.cells.map { row.text($0.column) })
        return languages(words).contains { language in
          language.heads(.year(2000)).count { texts.contains($0) } >= least
        }
      }
    }

    static func languages(_ words: CollectionWords) -> [CollectionWords] {
      [words, CollectionWords(.chinese), CollectionWords(.english)]
    }
  }
}
