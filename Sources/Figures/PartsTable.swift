import Bytes
import DataFormats
import Indicators
import Markup
import Words

/// The parts of an indicator by one dimension, or by several together: a row for each part, and a column for each
/// period.
package struct PartsTable {
  private let indicator: Indicator
  private let parts: [DisaggregatedSeries]
  /// The columns of the data file that divide them.
  private let name: String
  private let format: FigureFormat
  private let language: WordLanguage
  private let labels: DataLabels

  /// `names` are the columns of the data file that divide the parts.
  package init(
    _ indicator: Indicator, _ parts: [DisaggregatedSeries], by names: [String], language: WordLanguage,
    labels: DataLabels = .none
  ) {
    self.indicator = indicator
    self.parts = parts
    self.language = language
    self.labels = labels
    name = names.map { labels[$0] }.joined(separator: language[.clauseSeparator])
    format = FigureFormat(indicator, parts.flatMap { $0.observations.compactMap(\.value) }, language)
  }

  /// The whole table, or some of its rows: all are written in one scale.
  package func html(of rows: Range<Int>? = nil) -> HTML {
    HTML(bytes: table(of: rows.map { Array(parts[$0]) } ?? parts) + gap(before: rows?.lowerBound ?? 0))
  }

  /// The sentence that the parts do not add up to the total, below the first rows; empty where they do.
  private func gap(before row: Int) -> [UInt8] {
    guard row == 0, let column = parts.first?.dimensions.first?.name,
      let gap = partsGap(in: indicator, by: column, parts)
    else { return [] }
    var bytes = ByteBuffer()
    bytes.append(markup: "<p class=\"cell-remarks\">")
    bytes.appendEscaped(
      language.text(
        .partsGap,
        [
          .period: gap.period.text(language), .number: format.text(of: gap.sum), .total: format.text(of: gap.whole),
        ]))
    bytes.append(markup: "</p>\n")
    return bytes.array
  }

  private var comma: String { language[.clauseSeparator] }

  /// The headings of the columns, which are the periods in order of time; and the column of each spelling of them.
  private func columns(of parts: [DisaggregatedSeries]) -> (heads: [String], places: [UInt64: Int]) {
    var found: [Period: (head: String, keys: [UInt64])] = [:]
    var known: Set<UInt64> = []
    for part in parts {
      for observation in part.observations where known.insert(observation.periodKey).inserted {
        let head = observation.writtenPeriod ?? observation.period.text(language)
        found[observation.period, default: (head, [])].keys.append(observation.periodKey)
      }
    }
    // Two may end together and be as long as each other.
    let sorted = found.sorted { a, b in  // sorted: reaches output
      a.key < b.key || !(b.key < a.key) && a.value.head < b.value.head
    }
    var places: [UInt64: Int] = [:]
    for (column, entry) in sorted.enumerated() { for key in entry.value.keys { places[key] = column } }
    return (sorted.map(\.value.head), places)
  }

  private func table(of parts: [DisaggregatedSeries]) -> [UInt8] {
    let (heads, places) = columns(of: parts)
    var cells = [Int](repeating: -1, count: heads.count)
    var remarks = CellRemarks(parts, language, labels)
    var bytes = ByteBuffer()
    bytes.append(markup: "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"")
    bytes.append(attribute: "aria-label", name)
    bytes.append(markup: ">\n<table class=\"parts\">\n<thead>\n<tr><th scope=\"col\">")
    let unit = format.head ?? indicator.unit
    bytes.appendEscaped(unit.map { name + language.text(.inBrackets, [.text: $0]) } ?? name)
    bytes.append(markup: "</th>")
    for head in heads {
      bytes.append(markup: "<th scope=\"col\">")
      bytes.appendEscaped(head)
      bytes.append(markup: "</th>")
    }
    bytes.append(markup: "</tr>\n</thead>\n<tbody>\n")
    for (number, part) in parts.enumerated() {
      bytes.append(markup: "<tr><th scope=\"row\">")
      bytes.appendEscaped(part.dimensions.map { labels[$0.value] }.joined(separator: comma))
      let attributes = remarks.begin(row: number)
      if !attributes.isEmpty {
        bytes.append(markup: " <small>")
        bytes.appendEscaped(attributes.joined(separator: comma))
        bytes.append(markup: "</small>")
      }
      bytes.append(markup: "</th>")
      for column in cells.indices { cells[column] = -1 }
      for (index, observation) in part.observations.enumerated() { cells[places[observation.periodKey] ?? 0] = index }
      for index in cells {
        guard index >= 0 else {
          bytes.append(markup: "<td>—</td>")
          continue
        }
        let observation = part.observations[index]
        bytes.append(markup: "<td>")
        bytes.appendEscaped(observation.value.map { format.bareText(of: $0) } ?? "—")
        if let mark = remarks.mark(of: observation, indicator) {
          bytes.append(markup: "<sup>")
          bytes.append(decimal: mark)
          bytes.append(markup: "</sup>")
        }
        bytes.append(markup: "</td>")
      }
      bytes.append(markup: "</tr>\n")
    }
    bytes.append(markup: "</tbody>\n</table>\n</div>\n")
    remarks.append(to: &bytes)
    return bytes.array
  }
}

/// Remarks in the cells of a table besides their values: each remark once, below the table, with a number in its cells.
/// A remark that most cells of the table or all of a row have has no number.
private struct CellRemarks {
  private let language: WordLanguage
  private let labels: DataLabels
  private var texts: [String] = []
  private var numbers: [String: Int] = [:]
  /// The numbers of remarks that cells share, in rows with the same attributes.
  private var known: [ObjectIdentifier: Int] = [:]
  /// Attributes of most cells of the table, and those of all cells of each row.
  private let ofTable: [Observation.Attribute]
  /// Whether some cells have other remarks than `ofTable`.
  private let hasOthers: Bool
  private let ofRows: [[Observation.Attribute]]
  private var row = 0

  init(_ parts: [DisaggregatedSeries], _ language: WordLanguage, _ labels: DataLabels) {
    self.language = language
    self.labels = labels
    let ofRows = parts.map { $0.observations.commonAttributes }
    let ofTable = parts.flatMap(\.observations).usualAttributes.filter { attribute in
      // A code that differs from row to row is in the rows.
      ofRows.allSatisfy { $0.contains(attribute) } || !ofRows.allSatisfy { $0.contains { $0.name == attribute.name } }
    }
    hasOthers = !ofRows.allSatisfy { row in ofTable.allSatisfy(row.contains) }
    self.ofTable = ofTable
    self.ofRows = ofRows
  }

  /// Begins a row, counted from 0. Returns the remarks that all of its cells have, without those that all cells of the
  /// table have.
  mutating func begin(row: Int) -> [String] {
    if ofRows[row] != ofRows[self.row] { known.removeAll() }
    self.row = row
    return ofRows[row].filter { !ofTable.contains($0) }.map(text)
  }

  private func text(_ attribute: Observation.Attribute) -> String {
    labels[attribute.name] + language[.colon] + labels[attribute.value]
  }

  /// 1-based; nil for a value alone.
  mutating func mark(of observation: Observation, _ indicator: Indicator) -> Int? {
    guard let key = observation.remarks else { return nil }
    if let number = known[key] { return number == 0 ? nil : number }
    let parts = [
      observation.status.map { IndicatorWords.word(for: $0, language) },
      observation.range.map { IndicatorWords.range($0, of: indicator, language) }, observation.note, observation.source,
    ].compactMap(\.self)
    let all =
      parts + observation.attributes.filter { !ofRows[row].contains($0) && !ofTable.contains($0) }.map(text)
    known[key] = 0
    guard !all.isEmpty else { return nil }
    let text = all.joined(separator: language[.semicolon])
    if numbers[text] == nil {
      texts.append(text)
      numbers[text] = texts.count
    }
    known[key] = numbers[text]
    return numbers[text]
  }

  func append(to bytes: inout ByteBuffer) {
    if !ofTable.isEmpty {
      bytes.append(markup: "<p class=\"cell-remarks\">")
      let shared = ofTable.map(text).sorted()  // sorted: reaches output
      let list = shared.joined(separator: language[.clauseSeparator])
      bytes.appendEscaped(hasOthers ? language.text(.usualRemark, [.text: list]) : list)
      bytes.append(markup: "</p>\n")
    }
    guard !texts.isEmpty else { return }
    bytes.append(markup: "<ol class=\"cell-remarks\">")
    for text in texts {
      bytes.append(markup: "<li>")
      bytes.appendEscaped(text)
      bytes.append(markup: "</li>")
    }
    bytes.append(markup: "</ol>\n")
  }
}
