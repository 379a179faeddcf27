import DataFormats
import Diagnostics
import Indicators

/// Reads the first table in the text of a `:::actions` as actions: the table stays in the text as its author wrote it,
/// and each row is an action.
package struct ActionTableReader {
  private let source: SourceText
  private let sink: DiagnosticSink
  private let directive: Int

  /// `directive` is the number of the directive on its page.
  package init(source: SourceText, directive: Int, reportingTo sink: DiagnosticSink) {
    self.source = source
    self.sink = sink
    self.directive = directive
  }

  /// Reads from `start`, the byte offset after the line that opens the directive. Reports a text without such a table,
  /// a table without a column of names, and a cell that cannot be read (`action.table`).
  package func read(from start: Int, openedAt range: SourceRange) -> [Action] {
    let lines = tableLines(from: start)
    guard lines.count >= 2, isDelimiter(lines[1]) else {
      report(
        "there is no table in ':::actions'",
        hint: "begin it with a line such as '| Action | Lead | Due |' and a line '| --- | --- | --- |'", at: range)
      return []
    }
    let heads = cells(of: lines[0])
    let columns = heads.map { ActionColumn(heading: $0.value) }
    guard let name = columns.firstIndex(of: .name) else {
      report(
        "the table has no column with the names of its actions",
        hint:
          "call it Action, 任务, Acción, Мероприятие or الإجراء; the other headings of the table may stay as they are",
        at: heads.first.map(\.range) ?? range)
      return []
    }
    for (head, column) in zip(heads, columns) where column == nil && !head.value.isEmpty { reportUnread(head) }
    var actions: [Action] = []
    for (number, line) in lines.dropFirst(2).enumerated() {
      let cells = cells(of: line)
      guard cells.indices.contains(name), !cells[name].value.isEmpty else { continue }
      actions.append(action(cells, below: heads, columns, name: name, row: number))
    }
    return actions
  }

  private func action(
    _ cells: [Located<String>], below heads: [Located<String>], _ columns: [ActionColumn?], name: Int, row: Int
  ) -> Action {
    var fields = ActionFields()
    var id: Located<String>?
    for (index, (cell, column)) in zip(cells, columns).enumerated() where !cell.value.isEmpty {
      guard let column else { continue }
      read(cell, column, under: heads[index].value, into: &fields, &id)
    }
    // A table that names several departments and no lead: the first is in charge.
    if fields.lead == nil, let first = fields.support.first {
      fields.lead = first
      fields.support.removeFirst()
    }
    let range = SourceRange(start: Int(cells[0].range.start), end: Int(cells[cells.count - 1].range.end))
    return Action(
      id: id ?? Located(Action.id(ofName: cells[name].value), at: cells[name].range), name: cells[name].value,
      facts: fields, row: Action.TableRow(directive: directive, row: row, column: name), range: range)
  }

  private func read(
    _ cell: Located<String>, _ column: ActionColumn, under head: String, into fields: inout ActionFields,
    _ id: inout Located<String>?
  ) {
    func names() -> [Located<String>] {
      ActionColumn.names(cell.value).map { name in
        let offset = cell.value.utf8.distance(from: cell.value.startIndex, to: name.startIndex)
        let start = Int(cell.range.start) + offset
        return Located(String(name), at: SourceRange(start: start, end: start + name.utf8.count))
      }
    }
    switch column {
    case .name: break
    case .id:
      id = IndicatorID(cell.value).map { Located($0.text, at: cell.range) }
      if id == nil { report("'\(cell.value)' is not a valid id", hint: "use letters, digits and '-'", at: cell.range) }
    case .code: fields.code = cell.value
    case .summary: fields.summary = cell.value
    case .lead:
      let all = names()
      fields.lead = all.first
      fields.support = all.dropFirst() + fields.support
    case .support: fields.support += names()
    case .start: fields.start = date(cell)
    case .due:
      fields.due = date(cell)
      if fields.due == nil { fields.openDue = ActionDate.openTime(cell.value) }
    case .done: fields.done = date(cell).map { Located($0, at: cell.range) }
    case .state:
      let report = ActionColumn.report(cell.value)
      if let state = report.state { fields.reported = Located(state, at: cell.range) }
      if fields.progress == nil { fields.progress = report.share.flatMap(ActionShare.read) }
      if report.state == nil, report.share == nil {
        self.report(
          "'\(cell.value)' is not a state of an action",
          hint: "write planned, started, done, delayed or stopped, or leave the cell empty", at: cell.range)
      }
    case .progress:
      fields.progress = ActionShare.read(cell.value)
      if fields.progress == nil {
        report("'\(cell.value)' is not a percentage", hint: "write it as 45%", at: cell.range)
      }
    case .budget, .spent:
      guard let amount = ActionShare.amount(cell.value, under: head) else {
        report("'\(cell.value)' does not begin with a number", hint: "write it as 1200 million", at: cell.range)
        return
      }
      if column == .budget { fields.budget = [amount] } else { fields.spent = [amount] }
    case .indicators: fields.indicators = names()
    case .programme: fields.programme = cell
    case .section: fields.section = cell
    case .place: fields.place = cell.value
    case .note: fields.notes = [cell.value]
    }
  }

  private func date(_ cell: Located<String>) -> Period? {
    switch ActionDate.read(cell.value) {
    case .period(let period): return period
    case .open: return nil
    case .ambiguous:
      report(
        "'\(cell.value)' may be a day in either of two months", hint: "write it as 2026-02-01: year, month, day",
        at: cell.range)
      return nil
    case .unknown:
      report(
        "'\(cell.value)' is not a date", hint: "write 2026, 2026-06, 2026-06-30 or 2026年6月底, or leave the cell empty",
        at: cell.range)
      return nil
    }
  }

  /// Readers would mistake an unread column of dates for the actions' dates.
  private func reportUnread(_ head: Located<String>) {
    sink.report(
      Diagnostic(
        .note, .actionColumn,
        "column '\(head.value)' is not read: its cells are shown, and the actions have nothing of it",
        hint:
          "call it Summary, Lead, Partners, Start, Due, Done, State, Progress, Budget, Place or Note if it is one of these",
        at: source.location(of: head.range)))
  }

  private func report(_ message: Message, hint: Message, at range: SourceRange) {
    sink.report(Diagnostic(.error, .actionTable, message, hint: hint, at: source.location(of: range)))
  }
}

// MARK: - Lines and cells

extension ActionTableReader {
  /// The lines of the first table, up to the one that closes the directive.
  private func tableLines(from start: Int) -> [Range<Int>] {
    let bytes = source.bytes
    var lines: [Range<Int>] = []
    var position = start
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    position += 1
    while position < bytes.count {
      var end = position
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      let line = position..<(end > position && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end)
      position = end + 1
      let text = bytes[line].drop { $0 == UInt8(ascii: " ") }
      if text.starts(with: ":::".utf8) { break }
      if text.contains(UInt8(ascii: "|")) {
        lines.append(line)
      } else if !lines.isEmpty {
        if lines.count > 1 { break }
        lines = []
      }
    }
    return lines
  }

  private func isDelimiter(_ line: Range<Int>) -> Bool {
    source.bytes[line].contains(UInt8(ascii: "-")) && source.bytes[line].allSatisfy { "|-: \t".utf8.contains($0) }
  }

  /// The cells as text: without the marks of emphasis and of code, and of a link its text.
  private func cells(of line: Range<Int>) -> [Located<String>] {
    let bytes = source.bytes
    func isBlank(_ index: Int) -> Bool { bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") }
    var (start, end) = (line.lowerBound, line.upperBound)
    while start < end, isBlank(start) { start += 1 }
    while end > start, isBlank(end - 1) { end -= 1 }
    if start < end, bytes[start] == UInt8(ascii: "|") { start += 1 }
    if start < end, bytes[end - 1] == UInt8(ascii: "|"), end - 2 < start || bytes[end - 2] != UInt8(ascii: "\\") {
      end -= 1
    }
    var cells: [Located<String>] = []
    var cell = start
    for index in start...end
    where index == end
      || bytes[index] == UInt8(ascii: "|") && (index == start || bytes[index - 1] != UInt8(ascii: "\\"))
    {
      var (from, to) = (cell, index)
      while from < to, isBlank(from) { from += 1 }
      while to > from, isBlank(to - 1) { to -= 1 }
      cells.append(
        Located(plain(String(decoding: bytes[from..<to], as: UTF8.self)), at: SourceRange(start: from, end: to)))
      cell = index + 1
    }
    return cells
  }

  private func plain(_ text: String) -> String {
    var text = text.replacing("\\|", with: "|").replacing("**", with: "").replacing("`", with: "")
      .replacing("<br>", with: "、")
    if text.hasPrefix("["), let end = text.firstIndex(of: "]"), text[text.index(after: end)...].hasPrefix("("),
      text.hasSuffix(")")
    {
      text = String(text[text.index(after: text.startIndex)..<end])
    }
    return text
  }
}
