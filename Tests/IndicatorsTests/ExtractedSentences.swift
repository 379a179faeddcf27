import Indicators
import Testing

/// A sentence of a test, and the targets to be found in it.
struct ExpectedSentence: CustomTestStringConvertible, Sendable {
  let text: String
  let rows: [String]

  var testDescription: String { text }
}

/// Reads a table: a sentence in each line, and its rows in indented lines below it.
func sentences(of table: String) -> [ExpectedSentence] {
  var sentences: [(text: String, rows: [String])] = []
  for line in table.split(separator: "\n") {
    if line.hasPrefix("  ") {
      sentences[sentences.count - 1].rows.append(String(line.dropFirst(2)))
    } else {
      sentences.append((String(line), []))
    }
  }
  return sentences.map { ExpectedSentence(text: $0.text, rows: $0.rows) }
}

/// The targets of a paragraph, in words.
func rows(of paragraph: String, _ plan: PlanPeriod?) -> [String] {
  var finder = TargetFinder(plan: plan)
  return finder.read(paragraph: paragraph).map(describe)
}

private func plain(_ x: Double) -> String { Int(exactly: x).map(String.init) ?? "\(x)" }
/// `name | number | kind | where it starts from | date`.
func describe(_ draft: DraftTarget) -> String {
  let unit = draft.unit.map { " \($0)" } ?? ""
  var text = draft.name + " | "
  switch draft.goal {
  case .value(let n): text += plain(n.value) + unit
  case .change(let n): text += "change " + plain(n.value) + unit
  case .relative(let n): text += "change " + plain(n.value) + "%"
  case .every(let n): text += "every " + plain(n.value) + unit
  case .between(let a, let b): text += "\(plain(a.value)) to \(plain(b.value))\(unit)"
  case .direction: text += "direction"
  case .done: text += "done"
  }
  text += " | \(draft.kind.rawValue)"
  if let comparator = draft.comparator { text += " \(comparator.rawValue)" }
  if draft.isApproximate { text += " about" }
  if let direction = draft.direction { text += " \(direction.rawValue)" }
  if draft.baselineYear != nil || draft.baseline != nil {
    text += " | from \(draft.baseline.map { plain($0.value) } ?? "?") in \(draft.baselineYear.map { "\($0)" } ?? "?")"
  }
  if let phrase = draft.phrase { text += " | \(draft.year.map { "\($0) " } ?? "")(\(phrase))" }
  return text
}
