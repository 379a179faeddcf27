import Bytes
import Indicators
import Markup

/// A table of how many indicators of each group have each status: one row a group, one column a status.
package struct StatusMatrix {
  package struct Row: Sendable {
    package let label: String
    package let counts: [IndicatorStatus: Int]

    package init(label: String, counts: [IndicatorStatus: Int]) {
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

  /// Empty without rows. A status without indicators has no column.
  package var html: HTML {
    guard !rows.isEmpty else { return HTML() }
    let statuses = IndicatorStatus.allCases.filter { status in rows.contains { $0.counts[status] != nil } }
    var bytes = ByteBuffer()
    bytes.append(markup: "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"")
    bytes.append(attribute: "aria-label", caption)
    bytes.append(markup: ">\n<table class=\"status-matrix\">\n<caption>")
    bytes.appendEscaped(caption)
    bytes.append(markup: "</caption>\n<thead>\n<tr><td></td>")
    for status in statuses {
      bytes.append(markup: "<th scope=\"col\">")
      bytes.append(StatusBadge.html(Verdict(status), language))
      bytes.append(markup: "</th>")
    }
    bytes.append(markup: "<th scope=\"col\">")
    bytes.appendEscaped(total)
    bytes.append(markup: "</th></tr>\n</thead>\n<tbody>\n")
    for row in rows {
      bytes.append(markup: "<tr><th scope=\"row\">")
      bytes.appendEscaped(row.label)
      bytes.append(markup: "</th>")
      for status in statuses { append(row.counts[status], to: &bytes) }
      append(row.counts.values.reduce(0, +), to: &bytes)
      bytes.append(markup: "</tr>\n")
    }
    bytes.append(markup: "</tbody>\n</table>\n</div>\n")
    return HTML(bytes: bytes.array)
  }

  private func append(_ count: Int?, to bytes: inout ByteBuffer) {
    bytes.append(markup: "<td class=\"num\">")
    if let count { bytes.append(decimal: count) } else { bytes.append(markup: "<span class=\"empty\">–</span>") }
    bytes.append(markup: "</td>")
  }
}
