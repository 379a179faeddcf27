import Bytes
import Indicators
import Markup
import Words

/// A table of the targets of an upper plan, with the targets of each plan below it beside them.
package struct AlignmentTable {
  /// A link, or plain text.
  package struct Text: Sendable {
    package let text: String
    package let url: String?

    package init(text: String, url: String?) {
      self.text = text
      self.url = url
    }
  }

  package struct Cell: Sendable {
    /// The target, with a link to the indicator.
    package let target: Text
    package let ambition: Ambition

    package init(target: Text, ambition: Ambition) {
      self.target = target
      self.ambition = ambition
    }
  }

  package struct Row: Sendable {
    package let name: Text
    package let target: String
    /// Parallel to the plans; empty for one that does not take the target up.
    package let cells: [[Cell]]

    package init(name: Text, target: String, cells: [[Cell]]) {
      self.name = name
      self.target = target
      self.cells = cells
    }

    /// Whether any of the plans has a target beside it.
    package var isTakenUp: Bool { cells.contains { !$0.isEmpty } }
  }

  private let plans: [Text]
  private let rows: [Row]
  private let caption: Text
  private let language: WordLanguage

  package init(_ rows: [Row], plans: [Text], caption: Text, language: WordLanguage) {
    self.rows = rows
    self.plans = plans
    self.caption = caption
    self.language = language
  }

  package var html: HTML {
    var bytes = ByteBuffer()
    bytes.append(markup: "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"")
    bytes.append(attribute: "aria-label", caption.text)
    bytes.append(markup: ">\n<table class=\"alignment by-row\">\n<caption>")
    append(caption, to: &bytes)
    bytes.append(markup: "</caption>\n<thead role=\"rowgroup\">\n<tr role=\"row\">")
    for word in [Word.indicator, .target] {
      bytes.append(markup: "<th scope=\"col\" role=\"columnheader\">")
      bytes.appendEscaped(language[word])
      bytes.append(markup: "</th>")
    }
    for plan in plans {
      bytes.append(markup: "<th scope=\"col\" role=\"columnheader\">")
      append(plan, to: &bytes)
      bytes.append(markup: "</th>")
    }
    bytes.append(markup: "</tr>\n</thead>\n<tbody role=\"rowgroup\">\n")
    for row in rows {
      bytes.append(markup: row.isTakenUp ? "<tr role=\"row\">" : "<tr role=\"row\" class=\"missing\">")
      bytes.append(markup: "<th scope=\"row\" role=\"rowheader\">")
      append(row.name, to: &bytes)
      bytes.append(markup: "</th>")
      beginCell(language[.target], to: &bytes)
      bytes.appendEscaped(row.target)
      bytes.append(markup: "</td>")
      for (plan, cells) in zip(plans, row.cells) { append(cells, of: plan, to: &bytes) }
      bytes.append(markup: "</tr>\n")
    }
    bytes.append(
      markup:
        "</tbody>\n<tfoot role=\"rowgroup\">\n<tr role=\"row\"><th scope=\"row\" role=\"rowheader\" colspan=\"2\">")
    bytes.appendEscaped(language[.alignmentTakenUp])
    bytes.append(markup: "</th>")
    for index in plans.indices {
      beginCell(plans[index].text, to: &bytes)
      bytes.appendEscaped(
        language.text(
          .alignmentShare, count: rows.count { $0.cells[index].contains(where: \.ambition.isTakenUp) },
          [.total: String(rows.count)]))
      bytes.append(markup: "</td>")
    }
    bytes.append(markup: "</tr>\n</tfoot>\n</table>\n</div>\n")
    return HTML(bytes: bytes.array)
  }

  /// On phones, where the heading of the table is not shown, the label is above the cell.
  private func beginCell(_ label: String, to bytes: inout ByteBuffer) {
    bytes.append(markup: "<td role=\"cell\"")
    bytes.append(attribute: "data-label", label)
    bytes.append(markup: ">")
  }

  private func append(_ cells: [Cell], of plan: Text, to bytes: inout ByteBuffer) {
    beginCell(plan.text, to: &bytes)
    guard !cells.isEmpty else {
      bytes.append(markup: "<span class=\"empty\">")
      bytes.appendEscaped(language[.alignmentMissing])
      bytes.append(markup: "</span></td>")
      return
    }
    for cell in cells {
      bytes.append(markup: "<p>")
      append(cell.target, to: &bytes)
      bytes.append(markup: " ")
      bytes.append(AlignmentTable.mark(cell.ambition, language))
      bytes.append(markup: "</p>")
    }
    bytes.append(markup: "</td>")
  }

  private func append(_ text: Text, to bytes: inout ByteBuffer) {
    guard let url = text.url else { return bytes.appendEscaped(text.text) }
    bytes.append(markup: "<a")
    bytes.append(attribute: "href", url)
    bytes.append(markup: ">")
    bytes.appendEscaped(text.text)
    bytes.append(markup: "</a>")
  }

  /// The word for how ambitious a target is.
  package static func mark(_ ambition: Ambition, _ language: WordLanguage) -> HTML {
    var bytes = ByteBuffer()
    bytes.append(markup: "<span class=\"ambition ambition-")
    bytes.append(verbatim: ambition.rawValue)
    bytes.append(markup: "\">")
    bytes.appendEscaped(language[word(for: ambition)])
    bytes.append(markup: "</span>")
    return HTML(bytes: bytes.array)
  }

  private static func word(for ambition: Ambition) -> Word {
    switch ambition {
    case .atLeast: .ambitionAtLeast
    case .later: .ambitionLater
    case .less: .ambitionLess
    case .onPath: .ambitionOnPath
    case .earlier: .ambitionEarlier
    case .notComparable: .ambitionNotComparable
    case .givenUp: .ambitionGivenUp
    }
  }
}
