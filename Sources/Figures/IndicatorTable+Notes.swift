import Bytes
import Markup

/// The foot of a table: its numbered notes, and the rule of its statuses.
extension IndicatorTable {
  func appendReference(to note: String, notes: inout [String], to bytes: inout ByteBuffer) {
    let number = (notes.firstIndex(of: note) ?? notes.count) + 1
    if number > notes.count { notes.append(note) }
    bytes.append(markup: "<sup class=\"note-ref\"><a")
    bytes.append(attribute: "href", "#\(prefix)-note-\(number)")
    bytes.append(markup: ">")
    bytes.append(decimal: number)
    bytes.append(markup: "</a></sup>")
  }

  /// No figcaption, which would be the figure's name for a screen reader: the table has one of its own.
  func appendFoot(_ notes: [String], hasEmptyCell: Bool, to bytes: inout ByteBuffer) {
    let hasRule = !hasNoFigures && !words.rule.isEmpty
    guard !notes.isEmpty || hasEmptyCell || hasRule else { return }
    bytes.append(markup: "<div class=\"figure-notes\">\n")
    if !notes.isEmpty {
      bytes.append(markup: "<ol class=\"table-notes\">\n")
      for (index, note) in notes.enumerated() {
        bytes.append(markup: "<li")
        bytes.append(attribute: "id", "\(prefix)-note-\(index + 1)")
        bytes.append(markup: ">")
        bytes.appendEscaped(note)
        bytes.append(markup: "</li>\n")
      }
      bytes.append(markup: "</ol>\n")
    }
    if hasEmptyCell {
      bytes.append(markup: "<p class=\"empty-rule\">")
      bytes.appendEscaped(words.emptyCell)
      bytes.append(markup: "</p>\n")
    }
    // Without figures there is no status that a rule explains.
    if hasRule {
      bytes.append(
        markup: words.isRuleGeneral ? "<p class=\"table-rule\">" : "<p class=\"table-rule of-kinds\">")
      bytes.appendEscaped(words.rule)
      bytes.append(markup: "</p>\n")
    }
    bytes.append(markup: "</div>\n")
  }
}
