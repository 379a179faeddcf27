import Bytes
import Markup

/// The values for the holes of a page's HTML. `destinations` and `directives` have the order of the document's `links`
/// and `directives`. If one is too short, the links without a value stay as written, and the directives render as
/// nothing.
package struct MarkdownRendering: Sendable {
  package var destinations: [LinkTarget]
  package var directives: [DirectiveMarkup]
  /// Added to every heading's level, up to `h6`.
  package var headingShift: Int
  /// The prefix of every id and of every link to an id of this page.
  package var anchorPrefix: String
  package var labels: MarkdownLabels
  /// The label of the scrolling regions around tables; nil for the one in `labels`.
  package var tableLabel: String?
  /// Leaves out a first-level heading at the start of the text, because the page shows it as its title.
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

/// The destination of a link in the finished page.
package enum LinkTarget: Sendable, Hashable {
  case asWritten
  /// Another destination, neither percent-encoded nor escaped yet.
  case url(String)
  /// The address of a picture, and its size in pixels for where the page shows it.
  case picture(String, width: Int, height: Int)
  /// No destination, because the target is gone. The remark follows the text of the link.
  case gone(remark: String)
}

/// The HTML of a directive.
package struct DirectiveMarkup: Sendable {
  package var opening: HTML
  /// For a container, the HTML after its content.
  package var closing: HTML
  /// Replaces `opening` inside of a sentence, where a status is written in lower case; nil for the same.
  package var inSentence: HTML?

  package init(opening: HTML = HTML(), closing: HTML = HTML(), inSentence: HTML? = nil) {
    self.opening = opening
    self.closing = closing
    self.inSentence = inSentence
  }
}

/// The renderer's words in the page's language. A class, because thousands of pages share them.
package final class MarkdownLabels: Sendable {
  /// The heading of the footnotes; empty for none.
  let footnotes: String
  let backToText: String
  /// The label of the scrolling region around a table.
  let table: String
  let taskDone: String
  let taskOpen: String
  /// The HTML after the anchor in the link beside a heading, made once for all headings; nil for no such link.
  let permalinkEnd: [UInt8]?

  /// `permalink` is the label of the link beside a heading; nil for no such link.
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
