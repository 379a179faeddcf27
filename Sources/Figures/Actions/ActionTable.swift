import Actions
import Bytes
import Indicators
import Markup
import Words

/// Actions as an accessible table. Where there is little room, each row is a block, as rows of indicators are.
package struct ActionTable {
  private let rows: [ActionRow]
  private let caption: String?
  private let words: ActionTableWords
  private let language: WordLanguage
  private let hasDepartments: Bool
  private let hasProgress: Bool

  package init(_ rows: [ActionRow], caption: String?, words: ActionTableWords, language: WordLanguage) {
    self.rows = rows
    self.caption = caption
    self.words = words
    self.language = language
    // A department that answers for all of them is named once, above the table.
    hasDepartments = rows.contains { $0.department?.text != rows[0].department?.text }
    hasProgress = rows.contains { $0.standing.progress != nil }
  }

  /// Empty without rows.
  package var html: HTML {
    guard !rows.isEmpty else { return HTML() }
    var bytes = ByteBuffer(capacity: rows.count * 700 + 600)
    bytes.append(markup: "<figure class=\"indicators actions\">\n")
    if !hasDepartments, let owner = rows[0].department {
      bytes.append(ownerOfAll: owner, rows.count == 1 ? words.department : words.ownerOfAll, language)
    }
    bytes.append(markup: "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"")
    bytes.append(attribute: "aria-label", caption ?? words.frame)
    bytes.append(markup: ">\n<table class=\"indicator-table\" role=\"table\">\n")
    if let caption {
      bytes.append(markup: "<caption>")
      bytes.appendEscaped(caption)
      bytes.append(markup: "</caption>\n")
    }
    appendHead(to: &bytes)
    appendBodies(to: &bytes)
    bytes.append(markup: "</table>\n</div>\n")
    if let rule = words.rule {
      bytes.append(markup: "<div class=\"figure-notes\"><p class=\"table-rule\">")
      bytes.appendEscaped(rule)
      bytes.append(markup: "</p></div>\n")
    }
    bytes.append(markup: "</figure>\n")
    return HTML(bytes: bytes.array)
  }

  private func appendHead(to bytes: inout ByteBuffer) {
    bytes.append(markup: "<thead role=\"rowgroup\">\n<tr role=\"row\">")
    appendHeading(words.name, "col-name", to: &bytes)
    appendHeading(words.dates, "col-dates", to: &bytes)
    if hasDepartments { appendHeading(words.department, "col-department", to: &bytes) }
    if hasProgress { appendHeading(words.progress, "col-progress", to: &bytes) }
    appendHeading(words.state, "col-status", to: &bytes)
    bytes.append(markup: "</tr>\n</thead>\n")
  }

  private func appendHeading(_ text: String, _ name: StaticString, to bytes: inout ByteBuffer) {
    bytes.append(markup: "<th scope=\"col\" role=\"columnheader\" class=\"")
    bytes.append(markup: name)
    bytes.append(markup: "\">")
    bytes.appendEscaped(text)
    bytes.append(markup: "</th>")
  }

  private func appendBodies(to bytes: inout ByteBuffer) {
    let columns = 3 + (hasDepartments ? 1 : 0) + (hasProgress ? 1 : 0)
    var current: String??
    for row in rows {
      if current == nil || current != .some(row.group) {
        if current != nil { bytes.append(markup: "</tbody>\n") }
        current = .some(row.group)
        bytes.append(markup: "<tbody role=\"rowgroup\">\n")
        if let group = row.group {
          bytes.append(markup: "<tr role=\"row\" class=\"group\"><th scope=\"rowgroup\" role=\"rowheader\"")
          bytes.append(attribute: "colspan", String(columns))
          bytes.append(markup: "><span>")
          bytes.appendEscaped(group)
          bytes.append(markup: "</span></th></tr>\n")
        }
      }
      append(row, to: &bytes)
    }
    bytes.append(markup: "</tbody>\n")
  }

  private func append(_ row: ActionRow, to bytes: inout ByteBuffer) {
    bytes.append(markup: "<tr role=\"row\"")
    bytes.append(facets: row.facets)
    bytes.append(markup: "><th scope=\"row\" role=\"rowheader\" class=\"col-name\">")
    bytes.append(name: row)
    bytes.append(markup: "</th><td role=\"cell\" class=\"col-dates\">")
    appendText(ActionWords.dates(of: row.action, inColumn: true, language), to: &bytes)
    if let original = ActionWords.originalDue(of: row.action, language) {
      bytes.append(markup: "<span class=\"reason\">")
      bytes.appendEscaped(original)
      bytes.append(markup: "</span>")
    }
    if hasDepartments {
      bytes.append(markup: "</td><td role=\"cell\" class=\"col-department\">")
      if let department = row.department {
        bytes.append(department)
      } else {
        appendText(nil, to: &bytes)
      }
    }
    if hasProgress {
      bytes.append(markup: "</td><td role=\"cell\" class=\"col-progress\">")
      if let progress = row.standing.progress {
        ProgressBar.append(progress, expected: nil, to: &bytes)
        bytes.append(markup: "<span class=\"num\">")
        bytes.append(percent: progress, language)
        bytes.append(markup: "</span>")
      } else {
        appendText(nil, to: &bytes)
      }
    }
    bytes.append(markup: "</td><td role=\"cell\" class=\"col-status\">")
    ActionBadge.append(row.standing.state, language, to: &bytes)
    if let remark = ActionWords.remark(on: row.standing, language) {
      bytes.append(markup: "<span class=\"reason\">")
      bytes.appendEscaped(remark)
      bytes.append(markup: "</span>")
    }
    bytes.append(markup: "</td></tr>\n")
  }

  private func appendText(_ text: String?, to bytes: inout ByteBuffer) {
    if let text { bytes.appendEscaped(text) } else { bytes.append(markup: "<span class=\"empty\">—</span>") }
  }
}

extension ByteBuffer {
  /// The number of an action and its name, linked to its page.
  mutating func append(name row: ActionRow) {
    if let code = row.action.facts.code {
      append(markup: "<span class=\"number\">")
      appendEscaped(code)
      append(markup: "</span> ")
    }
    append(row.action.name, linkedTo: row.url)
    guard let remark = row.remark else { return }
    append(markup: "<span class=\"reason\">")
    appendEscaped(remark)
    append(markup: "</span>")
  }

  fileprivate mutating func append(_ text: String, linkedTo url: String?) {
    guard let url else { return appendEscaped(text) }
    append(markup: "<a")
    append(attribute: "href", url)
    append(markup: ">")
    appendEscaped(text)
    append(markup: "</a>")
  }
}
