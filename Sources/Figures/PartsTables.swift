import Bytes
import DataFormats
import Indicators
import Markup
import Words

/// The parts of an indicator: one table for each dimension, or combination of dimensions, with a row for each part and a
/// column for each period.
package struct PartsTables {
  /// One dimension.
  package struct Dimension: Sendable {
    /// `Sex`, `Sex, Age`.
    package let name: String
    /// The number of its parts.
    package let count: Int
    /// Empty where the page has no room for it.
    package let html: HTML
  }

  private let indicator: Indicator
  private let language: WordLanguage
  private let labels: DataLabels

  package init(_ indicator: Indicator, language: WordLanguage, labels: DataLabels = .none) {
    self.indicator = indicator
    self.language = language
    self.labels = labels
  }

  /// The dimensions in the order of the data file. Tables are made as long as they are not larger than `limit` bytes
  /// together.
  package func dimensions(limit: Int) -> [Dimension] {
    var groups: [(name: String, parts: [DisaggregatedSeries])] = []
    var numbers: [String: Int] = [:]
    for part in indicator.shownParts {
      let name = part.dimensions.map { labels[$0.name] }.joined(separator: comma)
      if let number = numbers[name] {
        groups[number].parts.append(part)
      } else {
        numbers[name] = groups.count
        groups.append((name, [part]))
      }
    }
    var room = limit
    return groups.map { name, parts in
      var html = HTML()
      // No cell takes less.
      if parts.reduce(0, { $0 + $1.observations.count }) * 20 < room {
        let bytes = table(of: parts, name)
        if bytes.count <= room {
          room -= bytes.count
          html = HTML(bytes: bytes)
        }
      }
      return Dimension(name: name, count: parts.count, html: html)
    }
  }

  private var comma: String { language[.clauseSeparator] }

  private func table(of parts: [DisaggregatedSeries], _ name: String) -> [UInt8] {
    let periods = Set(parts.flatMap { $0.observations.map(\.period) }).sorted()  // sorted: reaches output
    let format = FigureFormat(indicator, parts.flatMap { $0.observations.compactMap(\.value) }, language)
    let columns = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
    var remarks = CellRemarks(language, labels)
    remarks.addCommon(parts)
    var bytes = ByteBuffer()
    bytes.append(markup: "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"")
    bytes.append(attribute: "aria-label", name)
    bytes.append(markup: ">\n<table class=\"parts\">\n<thead>\n<tr><th scope=\"col\">")
    let unit = format.head ?? indicator.unit
    bytes.appendEscaped(unit.map { name + language.text(.inBrackets, [.text: $0]) } ?? name)
    bytes.append(markup: "</th>")
    for period in periods {
      bytes.append(markup: "<th scope=\"col\">")
      bytes.appendEscaped(period.text(language))
      bytes.append(markup: "</th>")
    }
    bytes.append(markup: "</tr>\n</thead>\n<tbody>\n")
    for part in parts {
      bytes.append(markup: "<tr><th scope=\"row\">")
      bytes.appendEscaped(part.dimensions.map { labels[$0.value] }.joined(separator: comma))
      let attributes = remarks.begin(part)
      if !attributes.isEmpty {
        bytes.append(markup: " <small>")
        bytes.appendEscaped(attributes.joined(separator: comma))
        bytes.append(markup: "</small>")
      }
      bytes.append(markup: "</th>")
      var column = 0
      for observation in part.observations {
        let place = columns[observation.period] ?? column
        while column < place {
          bytes.append(markup: "<td></td>")
          column += 1
        }
        bytes.append(markup: "<td>")
        bytes.appendEscaped(observation.value.map { format.bareText(of: $0) } ?? "—")
        if let mark = remarks.mark(of: observation, indicator) {
          bytes.append(markup: "<sup>")
          bytes.append(decimal: mark)
          bytes.append(markup: "</sup>")
        }
        bytes.append(markup: "</td>")
        column += 1
      }
      bytes.append(markup: "</tr>\n")
    }
    bytes.append(markup: "</tbody>\n</table>\n</div>\n")
    remarks.append(to: &bytes)
    return bytes.array
  }
}

/// What the cells of a table say besides their values: each remark once, below the table, with a number in its cells. What all
/// cells of the table or of a row say has no number.
private struct CellRemarks {
  private let language: WordLanguage
  private let labels: DataLabels
  private var texts: [String] = []
  private var numbers: [String: Int] = [:]
  /// Attributes of all cells of the table, and those of all cells of the row.
  private var ofTable: Set<Observation.Attribute> = []
  private var ofRow: Set<Observation.Attribute> = []

  init(_ language: WordLanguage, _ labels: DataLabels) {
    self.language = language
    self.labels = labels
  }

  mutating func addCommon(_ parts: [DisaggregatedSeries]) {
    ofTable = common(parts.flatMap(\.observations))
  }

  /// Begins a row. What all of its cells say, without what all cells of the table say.
  mutating func begin(_ part: DisaggregatedSeries) -> [String] {
    ofRow = common(part.observations)
    guard !ofRow.isEmpty, let first = part.observations.first else { return [] }
    return first.attributes.filter { ofRow.contains($0) && !ofTable.contains($0) }.map(text)
  }

  private func common(_ observations: [Observation]) -> Set<Observation.Attribute> {
    guard let first = observations.first, !first.attributes.isEmpty else { return [] }
    var common = Set(first.attributes)
    for observation in observations.dropFirst() {
      common.formIntersection(observation.attributes)
      if common.isEmpty { break }
    }
    return common
  }

  private func text(_ attribute: Observation.Attribute) -> String {
    labels[attribute.name] + language[.colon] + labels[attribute.value]
  }

  /// 1-based; nil for a value alone.
  mutating func mark(of observation: Observation, _ indicator: Indicator) -> Int? {
    let parts = [
      observation.status.map { IndicatorWords.word(for: $0, language) },
      observation.range.map { IndicatorWords.range($0, of: indicator, language) }, observation.note, observation.source,
    ].compactMap(\.self)
    let all = parts + observation.attributes.filter { !ofRow.contains($0) }.map(text)
    guard !all.isEmpty else { return nil }
    let text = all.joined(separator: language[.semicolon])
    if let number = numbers[text] { return number }
    texts.append(text)
    numbers[text] = texts.count
    return texts.count
  }

  func append(to bytes: inout ByteBuffer) {
    if !ofTable.isEmpty {
      bytes.append(markup: "<p class=\"cell-remarks\">")
      let shared = ofTable.map(text).sorted()  // sorted: reaches output
      bytes.appendEscaped(shared.joined(separator: language[.clauseSeparator]))
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
