import Bytes
import Markup

/// What the engine decided for the parts of a page that need the whole site. `destinations` and `directives`
/// stand in the order of the document's `links` and `directives`.
///
/// Where an array is empty or too short, a link stays as written and a directive renders as nothing.
package struct MarkdownRendering: Sendable {
  package var destinations: [LinkTarget]
  package var directives: [DirectiveMarkup]
  /// Added to every heading's level; nothing goes deeper than `h6`.
  package var headingShift: Int
  /// Put before every id and every link to one.
  package var anchorPrefix: String
  package var labels: MarkdownLabels
  /// Names the scrolling regions around tables; nil for what `labels` says.
  package var tableLabel: String?
  /// Leaves out a first-level heading that begins the text: the page shows it as its title.
  package var omitsLeadingTitle: Bool

  package init(
    destinations: [LinkTarget] = [], directives: [DirectiveMarkup] = [], headingShift: Int = 0,
    anchorPrefix: String = "", labels: MarkdownLabels = .english, tableLabel: String? = nil,
    omitsLeadingTitle: Bool = false
  ) {
    self.tableLabel = tableLabel
    self.omitsLeadingTitle = omitsLeadingTitle
    self.destinations = destinations
    self.directives = directives
    self.headingShift = headingShift
    self.anchorPrefix = anchorPrefix
    self.labels = labels
  }
}

/// Where a link goes in the finished page.
package enum LinkTarget: Sendable, Hashable {
  case asWritten
  /// Another destination; it is percent-encoded and escaped when written.
  case url(String)
}

/// What stands in place of a directive.
package struct DirectiveMarkup: Sendable {
  package var opening: HTML
  /// Containers only: comes after their rendered content.
  package var closing: HTML

  package init(opening: HTML = HTML(), closing: HTML = HTML()) {
    self.opening = opening
    self.closing = closing
  }
}

/// The words of the renderer, in the page's language. A class: thousands of pages have the same.
package final class MarkdownLabels: Sendable {
  /// Heads the footnotes; empty for no heading.
  let footnotes: String
  let backToText: String
  /// Names the scrolling region around a table.
  let table: String
  let taskDone: String
  let taskOpen: String
  /// What stands behind the anchor in the link beside a heading: a page has many. Nil for no such link.
  let permalinkEnd: [UInt8]?

  /// `permalink` names the link beside a heading; nil for no such link.
  package init(
    footnotes: String, backToText: String, table: String, taskDone: String, taskOpen: String,
    permalink: String? = nil
  ) {
    self.footnotes = footnotes
    self.backToText = backToText
    self.table = table
    self.taskDone = taskDone
    self.taskOpen = taskOpen
    permalinkEnd = permalink.map { label in
      var end = ByteBuffer()
      end.append(UInt8(ascii: "\""))
      end.append(attribute: "aria-label", label)
      end.append(markup: ">#</a>")
      return end.array
    }
  }

  package static let english = MarkdownLabels(
    footnotes: "Notes", backToText: "Back to the text", table: "Table", taskDone: "Done", taskOpen: "To do")
  package static let chinese = MarkdownLabels(
    footnotes: "注释", backToText: "返回正文", table: "表格", taskDone: "已完成", taskOpen: "未完成")
}
