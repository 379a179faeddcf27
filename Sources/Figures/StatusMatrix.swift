import Bytes
import Indicators
import Markup
import Words

/// A table of how many indicators of each group are in each of the four classes: one row a group, one column a class.
package struct StatusMatrix {
  package struct Row: Sendable {
    package let label: String
    /// The counts in the order of the classes, empty classes included.
    package let counts: [(statusClass: StatusClass, count: Int)]

    package init(label: String, counts: [(statusClass: StatusClass, count: Int)]) {
      self.label = label
      self.counts = counts
    }
  }

  private let rows: [Row]
  private let caption: String
  private let total: String
  private let language: WordLanguage

  /// `total` is the heading of the last column.
  package init(_ rows: [Row], caption: String, total: String, language: WordLanguage) {
    self.rows = rows
    self.caption = caption
    self.total = total
    self.language = language
  }

  /// Empty without rows. A class without indicators keeps its column, so that all matrices have the same columns.
  package var html: HTML {
    guard !rows.isEmpty else { return HTML() }
    var bytes = ByteBuffer()
    bytes.append(markup: "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"")
    bytes.append(attribute: "aria-label", caption)
    bytes.append(markup: ">\n<table class=\"status-matrix\">\n<caption>")
    bytes.appendEscaped(caption)
    bytes.append(markup: "</caption>\n<thead>\n<tr><td></td>")
    for statusClass in StatusClass.allCases {
      bytes.append(markup: "<th scope=\"col\" class=\"class-")
      bytes.append(verbatim: statusClass.rawValue)
      bytes.append(markup: "\">")
      bytes.append(ClassBar.swatch(statusClass))
      bytes.append(markup: "<span>")
      bytes.appendEscaped(IndicatorWords.word(for: statusClass, language))
      bytes.append(markup: "</span></th>")
    }
    bytes.append(markup: "<th scope=\"col\">")
    bytes.appendEscaped(total)
    bytes.append(markup: "</th></tr>\n</thead>\n<tbody>\n")
    for row in rows {
      bytes.append(markup: "<tr><th scope=\"row\">")
      bytes.appendEscaped(row.label)
      bytes.append(markup: "</th>")
      for entry in row.counts { append(entry.count, to: &bytes) }
      append(row.counts.reduce(0) { $0 + $1.count }, to: &bytes)
      bytes.append(markup: "</tr>\n")
    }
    bytes.append(markup: "</tbody>\n</table>\n</div>\n")
    return HTML(bytes: bytes.array)
  }

  private func append(_ count: Int, to bytes: inout ByteBuffer) {
    bytes.append(markup: "<td class=\"num\">")
    if count > 0 { bytes.append(decimal: count) } else { bytes.append(markup: "<span class=\"empty\">–</span>") }
    bytes.append(markup: "</td>")
  }
}
