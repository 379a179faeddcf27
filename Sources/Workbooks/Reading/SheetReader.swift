import Diagnostics

/// The rows of one sheet.
final class SheetReader: XMLHandler {
  private let sheet: String
  private let texts: [String]
  private let formats: [NumberFormatKind]
  private let isFrom1904: Bool
  private(set) var room: Room
  private(set) var rows: [Workbook.Row] = []
  private(set) var merged: [CellArea] = []
  private(set) var hiddenRows: Set<Int> = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []

  /// How many more cells the workbook may have, and how many more bytes of text in them.
  struct Room {
    var cells = WorkbookLimits.cells
    var text = WorkbookLimits.text
  }

  private enum ValueType {
    case number, shared, text, inline, boolean, error, date
  }

  private var row = 0
  private var cells: [Workbook.Cell] = []
  private var column = -1
  private var type = ValueType.number
  private var style = 0
  private var hasFormula = false
  private var isInValue = false
  private var value: [UInt8] = []
  private var inline = TextCollector()

  init(sheet: String, texts: [String], formats: [NumberFormatKind], isFrom1904: Bool, room: Room) {
    self.sheet = sheet
    self.texts = texts
    self.formats = formats
    self.isFrom1904 = isFrom1904
    self.room = room
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "c": beginCell(attributes)
    case "v": isInValue = true
    case "f": hasFormula = true
    case "row": beginRow(attributes)
    case "col":
      guard isHidden(attributes), let first = attributes.number("min"), let last = attributes.number("max"),
        first > 0, first <= last, last <= WorkbookLimits.columns, hiddenColumns.count < WorkbookLimits.columns
      else { return }
      hiddenColumns.append(first - 1...last - 1)
    case "mergeCell":
      guard let area = attributes["ref"].flatMap(CellArea.init) else { return }
      guard merged.count < WorkbookLimits.mergedAreas else {
        return stop(.tooLarge("sheet '\(sheet)' has more than \(WorkbookLimits.mergedAreas) merged cells"))
      }
      merged.append(area)
    default: if type == .inline { inline.start(name) }
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInValue { value += bytes } else if type == .inline { inline.append(bytes) }
  }

  override func end(_ name: XMLName) {
    switch name {
    case "c": endCell()
    case "v": isInValue = false
    case "row":
      if !cells.isEmpty { rows.append(Workbook.Row(number: row, cells: cells)) }
      cells.removeAll()
    default: if type == .inline { inline.end(name) }
    }
  }

  private func beginRow(_ attributes: XMLAttributes) {
    let number = attributes.number("r") ?? row + 1
    guard number > row, number <= WorkbookLimits.rows else {
      return stop(.damaged("row \(number) of sheet '\(sheet)' is not in its place"))
    }
    row = number
    column = -1
    if isHidden(attributes) { hiddenRows.insert(number) }
  }

  private func isHidden(_ attributes: XMLAttributes) -> Bool {
    switch attributes.value("hidden") {
    case "1"?, "true"?: true
    default: false
    }
  }

  private func beginCell(_ attributes: XMLAttributes) {
    var position = CellPosition(row: row, column: column + 1)
    if let name = attributes.bytes("r") {
      let bytes = UnsafeRawBufferPointer(start: name, count: count(of: name))
      guard let stated = CellPosition(bytes), stated.row == row, stated.column > column else {
        return stop(.damaged("a cell of row \(row) of sheet '\(sheet)' is not in its place"))
      }
      position = stated
    }
    guard position.column < WorkbookLimits.columns else {
      return stop(.damaged("row \(row) of sheet '\(sheet)' has too many cells"))
    }
    guard room.cells > 0 else { return stop(.tooLarge("it has more than \(WorkbookLimits.cells) cells")) }
    room.cells -= 1
    column = position.column
    style = attributes.number("s") ?? 0
    hasFormula = false
    value.removeAll(keepingCapacity: true)
    type =
      switch attributes.value("t") {
      case "s"?: .shared
      case "str"?: .text
      case "inlineStr"?: .inline
      case "b"?: .boolean
      case "e"?: .error
      case "d"?: .date
      default: .number
      }
    if type == .inline { inline.reset() }
  }

  private func count(of text: UnsafePointer<CChar>) -> Int {
    var count = 0
    while text[count] != 0 { count += 1 }
    return count
  }

  private func endCell() {
    defer { type = .number }
    guard let value = cellValue() else { return }
    cells.append(Workbook.Cell(column: column, value: value))
  }

  /// Nil for an empty cell.
  private func cellValue() -> CellValue? {
    if type == .inline { return nonEmpty(inline.text) }
    if value.isEmpty { return hasFormula && type != .text ? .notComputed : nil }
    switch type {
    case .shared:
      guard let index = Int(String(decoding: value, as: UTF8.self)), texts.indices.contains(index) else {
        return damaged("refers to a text that the workbook does not have")
      }
      return nonEmpty(texts[index])
    case .text: return nonEmpty(unescaped(value))
    case .boolean: return .boolean(value == [UInt8(ascii: "1")])
    case .error: return .error(String(decoding: value, as: UTF8.self))
    case .date: return isoDate() ?? nonEmpty(String(decoding: value, as: UTF8.self))
    case .number: return number()
    case .inline: preconditionFailure("an inline text is returned above")
    }
  }

  private func nonEmpty(_ text: String) -> CellValue? {
    if text.isEmpty { return nil }
    room.text -= text.utf8.count
    if room.text < 0 { stop(.tooLarge("its cells have more than \(WorkbookLimits.text >> 20) MB of text")) }
    return .text(text)
  }

  private func damaged(_ what: Message) -> CellValue? {
    let name = SheetCell(sheet: sheet, row: row, column: column).name
    stop(.damaged("cell \(name) of sheet '\(sheet)' \(what)"))
    return nil
  }

  private func number() -> CellValue? {
    guard let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite else {
      return damaged("is not a number")
    }
    guard formats.indices.contains(style) else { return .number(number) }
    switch formats[style] {
    case .plain, .time: return .number(number)
    case .percentage: return .percentage(number)
    case .date(let showsMonth, let showsDay):
      return CellDate(serial: number, isFrom1904: isFrom1904, showsMonth: showsMonth, showsDay: showsDay)
        .map(CellValue.date) ?? .number(number)
    }
  }

  /// `2021-06-30`, with or without a time.
  private func isoDate() -> CellValue? {
    let parts = String(decoding: value.prefix { $0 != UInt8(ascii: "T") }, as: UTF8.self).split(separator: "-")
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day), (1...9999).contains(year)
    else { return nil }
    guard formats.indices.contains(style), case .date(let showsMonth, let showsDay) = formats[style] else {
      return .date(CellDate(year: year, month: month, day: day, showsMonth: true, showsDay: true))
    }
    return .date(CellDate(year: year, month: month, day: day, showsMonth: showsMonth, showsDay: showsDay))
  }
}
