import DataFormats
import Diagnostics
import Indicators
import Workbooks

/// A workbook that came back from a department.
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

    /// The period that the row asks for; that of the workbook where it names none. Nil where nobody can tell.
    func period(_ asked: Period, of indicator: Indicator) -> Period? {
      guard key.contains(" ") else { return asked }
      let own = (indicator.owedPeriods(for: asked) + indicator.observations.map(\.period)).first {
        CollectionSheet.key(of: id, $0) == key
      }
      return own ?? Period(String(key.drop { $0 != " " }.dropFirst()))
    }
  }

  private typealias Column = CollectionSheet.Column

  /// Reads a workbook that `CollectionSheet` made, even if somebody edited it.
  ///
  /// Reports `collect.unknown-workbook` where its hidden sheet is gone, and `collect.locked-cell` for each cell that
  /// was locked and has another content now: a warning, but an error without a value if the heading of the values no
  /// longer names the period.
  static func read(_ workbook: Workbook, path: String, _ words: CollectionWords) -> Checked<ReturnedWorkbook> {
    guard let record = workbook.sheets.first(where: { $0.name == CollectionSheet.recordName }),
      let first = record.rows.first, text(first, 0) == CollectionSheet.recordMark,
      let period = Period(text(first, 2)), let form = form(of: workbook, words)
    else {
      return Checked(failed: [
        Diagnostic(
          .error, .collectUnknownWorkbook, "the hidden sheet of this workbook, which says what was asked, is gone",
          hint: "ask for the values in the workbook that was sent out", at: SourceLocation(file: path))
      ])
    }
    var locked: [String: Workbook.Row] = [:]
    for row in record.rows.dropFirst() { locked[text(row, 0)] = row }
    let asked = locked
    var diagnostics = addedSheets(workbook, form: form, path)
    var rows: [Row] = []
    var (by, on) = ("", "")
    let labels = languages(words)
    let columns = Columns(of: form, period, labels)
    if let moved = columns.moved {
      diagnostics.append(
        Diagnostic(
          .warning, .collectLockedCell,
          "the columns of this sheet are no longer where they were; they are read by their heads",
          hint: "compare the values that are written with the workbook", at: place(moved, 0, form.name, path)))
    }
    for row in form.rows {
      let id = columns.id(of: row, in: locked)
      if let head = changedHead(row, period, words, columns), locked[id] == nil {
        let isOtherPeriod = !head.now.contains(period.description)
        diagnostics.append(
          Diagnostic(
            isOtherPeriod ? .error : .warning, .collectLockedCell,
            "this cell was locked and said '\(head.before)'; it says '\(head.now)' now",
            hint: isOtherPeriod
              ? "ask the department which period its figures are of, and send it a new workbook"
              : "ask the department what it means, and change the register yourself",
            at: place(row.number, columns[.value], form.name, path)))
        if isOtherPeriod { return Checked(failed: diagnostics) }
      }
      if let original = locked.removeValue(forKey: id) {
        if let other = otherName(of: row, from: original, in: asked, columns), figure(row, columns) != nil {
          diagnostics.append(
            Diagnostic(
              .error, .collectLockedCell, "this row has the id '\(id)' and the name of '\(other)', and is not read",
              hint: "ask the department which indicator its value is of",
              at: place(row.number, max(0, columns[.id]), form.name, path)))
          continue
        }
        if let unit = otherUnit(of: row, from: original, columns), figure(row, columns) != nil {
          diagnostics.append(
            Diagnostic(
              .error, .collectLockedCell,
              "the unit of '\(id)' was '\(text(original, Column.unit.rawValue))' and is '\(unit)' now, and the value is not read",
              hint: "ask the department for the value in the unit of the workbook",
              at: place(row.number, columns[.unit], form.name, path)))
          continue
        }
        diagnostics += figuresBeside(row, in: form.name, path, columns)
        diagnostics += changes(of: row, from: original, in: form.name, path, columns)
        rows.append(
          Row(
            key: id, number: row.number, value: figure(row, columns), source: text(row, columns[.source]),
            note: text(row, columns[.note])))
      } else if labels.contains(where: { $0.reportedBy == text(row, 0) }) {
        by = text(row, 1)
      } else if labels.contains(where: { $0.reportedOn == text(row, 0) }) {
        on = text(row, 1)
      } else if let value = cell(row, columns[.value]), Double(value.text ?? "") != nil {
        // A sum below the rows is the department's own.
        let isSum = row.cells.contains { TableImport.isSum($0.value.text ?? "") }
        diagnostics.append(
          Diagnostic(
            isSum ? .warning : .error, .collectLockedCell,
            id.isEmpty
              ? "this row has a value, and no id of an indicator"
              : "'\(id)' is no indicator that this workbook asked for",
            hint: "write the id that stood in this row, or ask again",
            at: place(row.number, max(0, columns[.id]), form.name, path)))
      }
    }
    for id in locked.keys.sorted() {
      diagnostics.append(
        Diagnostic(
          .warning, .collectLockedCell, "the row of '\(id)' is no longer in the workbook",
          hint: "ask for its value again", at: SourceLocation(file: path)))
    }
    let returned = ReturnedWorkbook(
      path: path, sheet: form.name, period: period, department: text(first, 3), reportedBy: by, reportedOn: on,
      valueColumn: columns[.value], rows: rows)
    return Checked(returned, diagnostics)
  }

  /// The sheet that was to be filled in.
  private static func form(of workbook: Workbook, _ words: CollectionWords) -> Workbook.Sheet? {
    let sheets = workbook.sheets.filter { $0.name != CollectionSheet.recordName }
    return sheets.first { looksLikeForm($0, words) } ?? sheets.first
  }

  private static func addedSheets(_ workbook: Workbook, form: Workbook.Sheet, _ path: String) -> [Diagnostic] {
    workbook.sheets.filter { ![form.name, CollectionSheet.recordName].contains($0.name) && !$0.rows.isEmpty }.map {
      Diagnostic(
        .warning, .collectLockedCell, "sheet '\($0.name)' was added to the workbook, and is not read",
        hint: "if it has values, write them into the sheet that was sent out", at: SourceLocation(file: path))
    }
  }

  /// The unit in a row, if it is another than the one that was asked for.
  private static func otherUnit(of row: Workbook.Row, from original: Workbook.Row, _ columns: Columns) -> String? {
    func plain(_ unit: String) -> String {
      DecimalNumber.plain(unit).lowercased().filter { !$0.isWhitespace && $0 != "(" && $0 != ")" }
    }
    let (now, before) = (text(row, columns[.unit]), text(original, Column.unit.rawValue))
    return now.isEmpty || plain(now) == plain(before) ? nil : now
  }

  /// The name in a row, if it is that of another indicator that was asked for.
  private static func otherName(
    of row: Workbook.Row, from original: Workbook.Row, in asked: [String: Workbook.Row], _ columns: Columns
  ) -> String? {
    let (now, before) = (text(row, columns[.name]), text(original, Column.name.rawValue))
    return now != before && asked.values.contains { text($0, Column.name.rawValue) == now } ? now : nil
  }

  /// Warns of numbers that somebody typed beside the cells of the form, or as the source or note of a value that is not
  /// there.
  private static func figuresBeside(
    _ row: Workbook.Row, in sheet: String, _ path: String, _ columns: Columns
  ) -> [Diagnostic] {
    let isEmpty = figure(row, columns) == nil
    return row.cells.compactMap { cell in
      let isToFill = cell.column == columns[.source] || cell.column == columns[.note]
      guard isToFill ? isEmpty : !columns.has(cell.column), isNumber(cell.value) else { return nil }
      return Diagnostic(
        .warning, .collectLockedCell, "this cell holds a number outside the cells to fill, and it is not read",
        hint: "if it is the value, write it into the yellow cell of its row",
        at: place(row.number, cell.column, sheet, path))
    }
  }

  private static func isNumber(_ value: CellValue) -> Bool {
    switch value {
    case .number, .percentage: true
    case .text(let text): ImportedNumber(text.trimmingSpaces, comma: .groups) != nil
    case .date, .boolean, .error, .notComputed: false
    }
  }

  /// Whether a workbook is none of those that `collect` made, whatever was done to it since.
  static func isOther(_ workbook: Workbook, _ words: CollectionWords) -> Bool {
    let isForm = workbook.sheets.contains { $0.name == CollectionSheet.recordName || looksLikeForm($0, words) }
    return !isForm
  }

  /// Whether a sheet has the heads of the form.
  private static func looksLikeForm(_ sheet: Workbook.Sheet, _ words: CollectionWords) -> Bool {
    sheet.rows.prefix(20).contains { row in
      let texts = Set(row.cells.map { text(row, $0.column) })
      return languages(words).contains { language in
        language.heads(.year(2000)).count { texts.contains($0) } >= Columns.least
      }
    }
  }

  /// Names the figure of a row, so that two workbooks can be compared.
  func key(of row: Row) -> String { "\(row.key) \(period)" }

  /// The id of the department that a workbook was sent to; nil if `collect` did not make it.
  static func department(of workbook: Workbook) -> String? {
    guard let first = workbook.sheets.first(where: { $0.name == CollectionSheet.recordName })?.rows.first,
      text(first, 0) == CollectionSheet.recordMark
    else { return nil }
    return text(first, 3)
  }

  /// Where the columns of the form stand in a sheet that somebody changed.
  private struct Columns {
    /// By column of the form; -1 for one that is gone.
    private var places = Array(0...Column.note.rawValue)
    /// The heading row, if a column has moved.
    private(set) var moved: Int?

    /// The fewest headings by which the heading row is recognized.
    static let least = 5

    init(of form: Workbook.Sheet, _ period: Period, _ languages: [CollectionWords]) {
      for row in form.rows.prefix(20) {
        let texts = row.cells.map { (column: $0.column, text: ReturnedWorkbook.text(row, $0.column)) }
        for heads in languages.map({ $0.heads(period) }) {
          var found = heads.map { head in texts.first { $0.text == head }?.column ?? -1 }
          guard found.count(where: { $0 >= 0 }) >= Columns.least else { continue }
          // The head of the values may have been changed; they stand behind what is expected.
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
      guard self[.id] < 0 else { return ReturnedWorkbook.text(row, self[.id]) }
      let name = ReturnedWorkbook.text(row, self[.name])
      let same = locked.filter { ReturnedWorkbook.text($0.value, Column.name.rawValue) == name }
      return name.isEmpty || same.count != 1 ? "" : same.first?.key ?? ""
    }
  }

  /// The place of a row's value.
  func place(of row: Row) -> SourceLocation { ReturnedWorkbook.place(row.number, valueColumn, sheet, path) }

  private static func place(_ row: Int, _ column: Int, _ sheet: String, _ path: String) -> SourceLocation {
    SourceLocation(path: path, cell: SheetCell(sheet: sheet, row: row, column: column))
  }

  private static func changes(
    of row: Workbook.Row, from original: Workbook.Row, in sheet: String, _ path: String, _ columns: Columns
  ) -> [Diagnostic] {
    (Column.name.rawValue..<Column.value.rawValue).compactMap { number in
      let column = Column(rawValue: number).map { columns[$0] } ?? number
      let (now, before) = (text(row, column), text(original, number))
      guard now != before, column >= 0 else { return nil }
      return Diagnostic(
        .warning, .collectLockedCell,
        "this cell was locked and said '\(before)'; it says '\(now)' now, which is not read",
        hint: "ask the department what it means, and change the register yourself",
        at: place(row.number, column, sheet, path))
    }
  }

  /// The site may have had another language when the workbook was made.
  private static func languages(_ words: CollectionWords) -> [CollectionWords] {
    [words, CollectionWords(.chinese), CollectionWords(.english)]
  }

  /// The head of the values, if the row is that of the heads and it was changed.
  private static func changedHead(
    _ row: Workbook.Row, _ period: Period, _ words: CollectionWords, _ columns: Columns
  ) -> (before: String, now: String)? {
    let heads = languages(words).map { $0.heads(period) }
    guard let heads = heads.first(where: { $0[Column.name.rawValue] == text(row, columns[.name]) }) else {
      return nil
    }
    let (before, now) = (heads[Column.value.rawValue], text(row, columns[.value]))
    return before == now ? nil : (before, now)
  }

  private static func cell(_ row: Workbook.Row, _ column: Int) -> CellValue? {
    row.cells.first { $0.column == column }?.value
  }

  /// Nil for a cell with nothing but spaces: nobody sees them.
  private static func figure(_ row: Workbook.Row, _ columns: Columns) -> CellValue? {
    let value = cell(row, columns[.value])
    if case .text(let text)? = value, text.allSatisfy(\.isWhitespace) { return nil }
    return value
  }

  private static func text(_ row: Workbook.Row, _ column: Int) -> String {
    let text = ControlCharacter.removed(from: cell(row, column)?.text ?? "")
    return text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingSpaces
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
