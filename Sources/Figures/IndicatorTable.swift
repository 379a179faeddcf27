import Indicators
import Markup

/// Indicators as an accessible table: caption, scoped headings, a heading for each group, numbered notes.
package struct IndicatorTable {
  private let rows: [IndicatorRow]
  private let columns: [IndicatorColumn]
  private let caption: String?
  private let words: TableWords
  private let language: WordLanguage
  private let prefix: String

  /// `prefix` begins every id in the table; it must be unique on the page.
  package init(
    _ rows: [IndicatorRow], columns: [IndicatorColumn] = [], caption: String?, words: TableWords,
    language: WordLanguage, prefix: String
  ) {
    self.rows = rows
    self.columns = columns.isEmpty ? IndicatorTable.columns(for: rows) : columns
    self.caption = caption
    self.words = words
    self.language = language
    self.prefix = prefix
  }

  /// The standard columns without those that would be empty from top to bottom.
  private static func columns(for rows: [IndicatorRow]) -> [IndicatorColumn] {
    IndicatorColumn.standard.filter { column in
      switch column {
      case .nature: rows.contains { $0.indicator.nature != nil }
      case .baseline: rows.contains { $0.indicator.baseline != nil }
      default: true
      }
    }
  }

  /// Nothing at all where there are no rows.
  package var html: HTML {
    guard !rows.isEmpty else { return HTML() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * 900 + 600)
    bytes.append(markup: "<figure class=\"indicators\">\n<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"")
    bytes.append(attribute: "aria-label", caption ?? words.frame)
    bytes.append(markup: ">\n<table class=\"indicator-table\">\n")
    if let caption {
      bytes.append(markup: "<caption>")
      bytes.appendEscaped(caption)
      bytes.append(markup: "</caption>\n")
    }
    appendHead(to: &bytes)
    var notes: [String] = []
    appendBodies(to: &bytes, notes: &notes)
    bytes.append(markup: "</table>\n</div>\n")
    appendCaption(notes, to: &bytes)
    bytes.append(markup: "</figure>\n")
    return HTML(bytes: bytes)
  }
}

// MARK: - Head and groups

extension IndicatorTable {
  private func appendHead(to bytes: inout [UInt8]) {
    bytes.append(markup: "<thead>\n<tr>")
    for column in columns {
      bytes.append(markup: "<th scope=\"col\" class=\"col-")
      bytes.append(verbatim: column.rawValue)
      bytes.append(markup: "\">")
      bytes.appendEscaped(words.headings[column] ?? column.rawValue)
      bytes.append(markup: "</th>")
    }
    bytes.append(markup: "</tr>\n</thead>\n")
  }

  private func appendBodies(to bytes: inout [UInt8], notes: inout [String]) {
    let isGrouped = rows.contains { $0.group != rows[0].group }
    var current: String??
    for (number, row) in rows.enumerated() {
      if current == nil || isGrouped && current != .some(row.group) {
        if current != nil { bytes.append(markup: "</tbody>\n") }
        current = .some(row.group)
        bytes.append(markup: "<tbody>\n")
        if isGrouped, let group = row.group { appendGroup(group, to: &bytes) }
      }
      append(row, number: number + 1, to: &bytes, notes: &notes)
    }
    bytes.append(markup: "</tbody>\n")
  }

  private func appendGroup(_ group: String, to bytes: inout [UInt8]) {
    bytes.append(markup: "<tr class=\"group\"><th scope=\"rowgroup\"")
    bytes.append(attribute: "colspan", String(columns.count))
    bytes.append(markup: "><span>")
    bytes.appendEscaped(group)
    bytes.append(markup: "</span></th></tr>\n")
  }
}

// MARK: - Rows

extension IndicatorTable {
  private func append(_ row: IndicatorRow, number: Int, to bytes: inout [UInt8], notes: inout [String]) {
    bytes.append(markup: "<tr")
    for facet in row.facets {
      bytes.append(markup: " data-")
      bytes.append(markup: facet.name)
      bytes.append(markup: "=\"")
      bytes.appendEscaped(facet.value)
      bytes.append(markup: "\"")
    }
    bytes.append(markup: ">")
    for column in columns {
      if column == .name {
        bytes.append(markup: "<th scope=\"row\" class=\"col-name\">")
        append(row.name, to: &bytes)
        for note in row.notes { appendReference(to: note, notes: &notes, to: &bytes) }
        bytes.append(markup: "</th>")
      } else {
        bytes.append(markup: "<td class=\"col-")
        bytes.append(verbatim: column.rawValue)
        bytes.append(markup: "\">")
        appendCell(column, row, number: number, to: &bytes)
        bytes.append(markup: "</td>")
      }
    }
    bytes.append(markup: "</tr>\n")
  }

  private func appendCell(_ column: IndicatorColumn, _ row: IndicatorRow, number: Int, to bytes: inout [UInt8]) {
    let indicator = row.indicator
    switch column {
    case .number: bytes.append(verbatim: String(number))
    case .name: preconditionFailure("the name is the row's heading")
    case .unit: appendText(indicator.unit, to: &bytes)
    case .nature: appendText(indicator.nature.map { IndicatorWords.word(for: $0, language) }, to: &bytes)
    case .baseline: appendText(IndicatorWords.baseline(of: indicator, language), to: &bytes)
    case .target: appendText(IndicatorWords.target(of: indicator, language), to: &bytes)
    case .latest: appendText(IndicatorWords.latest(of: indicator, row.assessment, language), to: &bytes)
    case .time: appendText(row.assessment.timeProgress.map { IndicatorWords.percent($0) }, to: &bytes)
    case .progress: appendProgress(row.assessment, to: &bytes)
    case .trend: Sparkline.append(indicator, to: &bytes)
    case .status:
      StatusBadge.append(row.assessment.status, language, to: &bytes)
      if let reason = row.assessment.reason {
        bytes.append(markup: "<span class=\"reason\">")
        bytes.appendEscaped(IndicatorWords.word(for: reason, language))
        bytes.append(markup: "</span>")
      }
    case .department:
      if let department = row.department { append(department, to: &bytes) } else { appendText(nil, to: &bytes) }
    case .source: appendText(indicator.source, to: &bytes)
    }
  }

  /// A bar with a mark at the time that has passed, and the same in words.
  private func appendProgress(_ assessment: Assessment, to bytes: inout [UInt8]) {
    guard let progress = assessment.progress else {
      appendText(nil, to: &bytes)
      return
    }
    let filled = min(max(progress, 0), 1) * 100
    bytes.append(
      markup: "<svg class=\"bar\" viewBox=\"0 0 100 8\" width=\"100\" height=\"8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"bar-track\" width=\"100\" height=\"8\"/><rect class=\"bar-fill\" height=\"8\"")
    bytes.append(attribute: "width", tenths(filled))
    bytes.append(markup: "/>")
    if let time = assessment.timeProgress {
      let x = min(max(time, 0), 1) * 100
      bytes.append(markup: "<path class=\"bar-time\"")
      bytes.append(attribute: "d", "M\(tenths(x)) 0v8")
      bytes.append(markup: "/>")
    }
    bytes.append(markup: "</svg><span class=\"num\">")
    bytes.appendEscaped(IndicatorWords.percent(progress))
    bytes.append(markup: "</span>")
    if let time = assessment.timeProgress {
      bytes.append(markup: "<span class=\"time\">")
      bytes.appendEscaped(words.timePrefix + IndicatorWords.percent(time))
      bytes.append(markup: "</span>")
    }
  }

  private func append(_ link: IndicatorRow.Link, to bytes: inout [UInt8]) {
    guard let url = link.url else {
      bytes.appendEscaped(link.text)
      return
    }
    bytes.append(markup: "<a")
    bytes.append(attribute: "href", url)
    bytes.append(markup: ">")
    bytes.appendEscaped(link.text)
    bytes.append(markup: "</a>")
  }

  private func appendText(_ text: String?, to bytes: inout [UInt8]) {
    if let text, !text.isEmpty {
      bytes.appendEscaped(text)
    } else {
      bytes.append(markup: "<span class=\"empty\">—</span>")
    }
  }
}

// MARK: - Beneath the table

extension IndicatorTable {
  /// Equal remarks share a number.
  private func appendReference(to note: String, notes: inout [String], to bytes: inout [UInt8]) {
    let number = (notes.firstIndex(of: note) ?? notes.count) + 1
    if number > notes.count { notes.append(note) }
    bytes.append(markup: "<sup class=\"note-ref\"><a")
    bytes.append(attribute: "href", "#\(prefix)-note-\(number)")
    bytes.append(markup: ">")
    bytes.append(verbatim: String(number))
    bytes.append(markup: "</a></sup>")
  }

  private func appendCaption(_ notes: [String], to bytes: inout [UInt8]) {
    bytes.append(markup: "<figcaption>\n")
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
    bytes.append(markup: "<p class=\"table-rule\">")
    bytes.appendEscaped(words.emptyCell + words.rule)
    bytes.append(markup: "</p>\n</figcaption>\n")
  }
}
