import DataFormats
import Diagnostics
import Indicators
import SiteModel

extension Author {
  /// An indicator that is there already, and the lines that a table adds to its entry.
  package struct Completed: Sendable {
    package let name: String
    package let lines: [String]
  }

  /// What a table adds to the entries of indicators that are there already.
  struct Completion {
    var files: [(path: String, bytes: [UInt8])] = []
    var completed: [Completed] = []
    var diagnostics: [Diagnostic] = []
  }

  /// Adds the facts that entries lack, and reports those that they say otherwise.
  func complete(
    _ known: [(imported: ImportedIndicator, entry: DeclaredIndicators.Entry)], planEnd: Int
  ) throws -> Completion {
    var completion = Completion()
    var results: [Int: EntryCompletion] = [:]
    completion.files = try changing(known.map(\.entry)) { index, lines in
      var one = EntryCompletion(known[index].imported, known[index].entry.indicator, planEnd: planEnd)
      one.complete(&lines, yaml)
      results[index] = one
    }
    for index in known.indices {
      guard let one = results[index] else { continue }
      completion.completed.append(Completed(name: known[index].imported.name, lines: one.added))
      completion.diagnostics += one.diagnostics
    }
    return completion
  }
}

/// Completes one entry from the row of a table.
private struct EntryCompletion {
  private(set) var added: [String] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let imported: ImportedIndicator
  private let declared: IndicatorDeclaration
  private let planEnd: Int
  /// The keys that the entry has with other words.
  private var kept: [String] = []

  init(_ imported: ImportedIndicator, _ declared: IndicatorDeclaration, planEnd: Int) {
    self.imported = imported
    self.declared = declared
    self.planEnd = planEnd
  }

  mutating func complete(_ lines: inout EntryLines?, _ quoted: (String) -> String) {
    guard declared.kind != .milestone else { return }
    if let unit = imported.unit, let own = declared.unit, letters(unit) != letters(own) {
      return report(
        "the table has '\(imported.name)' in '\(unit)', and the register in '\(own)'; only its values are taken over",
        hint: "correct the unit, or convert the figures", at: imported.location)
    }
    var lost: [String] = []
    for line in imported.lines(quoted) {
      let text = line.trimmingSpaces
      guard let colon = text.firstIndex(of: ":"), !text.hasPrefix("- ") else { continue }
      let (key, value) = (String(text[..<colon]), String(text[text.index(after: colon)...]).trimmingSpaces)
      switch key {
      case "name", "target", "targets", "measure": continue
      case "kind": if imported.kind != declared.kind { kept.append(key) }
      case "baseline": if !completeBaseline(text, &lines) { lost.append(key) }
      default:
        guard lines != nil else {
          if key != "unit" || declared.unit == nil { lost.append(key) }
          continue
        }
        if lines?.has(key) != true {
          add(text, &lines)
        } else if lines?.value(of: key).map(bare) != bare(value) {
          kept.append(key)
        }
      }
    }
    if !completeTargets(&lines, quoted) { lost.append("targets") }
    if !kept.isEmpty {
      report(
        "'\(imported.name)' keeps its own \(list: kept.map { "'\($0)'" as String }), and the table says something else",
        hint: "correct the register if the table is right", at: imported.location)
    }
    if !lost.isEmpty {
      report(
        "the entry of '\(imported.name)' cannot be completed, and the table has more of it: \(list: lost.map { "'\($0)'" as String })",
        hint: "write it into the entry by hand", at: imported.location)
    }
  }

  private func bare(_ value: String) -> String { value.filter { !"\"'".contains($0) } }

  private mutating func add(_ line: String, _ lines: inout EntryLines?) {
    lines?.add(line)
    added.append(line)
  }

  /// False if the entry cannot take the baseline.
  private mutating func completeBaseline(_ line: String, _ lines: inout EntryLines?) -> Bool {
    guard let number = imported.baseline?.number.number.value else { return true }
    if let own = declared.baselineNumber {
      if own != number {
        report(
          "the table gives '\(imported.name)' the baseline \(shown(number)), and the register has \(shown(own))",
          hint: "correct the register if the table is right", at: imported.location)
      }
      return true
    }
    guard lines != nil, declared.kind != .increase else { return false }
    add(line, &lines)
    return true
  }

  // MARK: Targets

  private func numbers(_ goal: ImportedIndicator.Goal) -> [Double] {
    switch goal {
    case .number(let number), .change(let number): [number.number.value]
    case .between(let low, let high, _): [low.number.value, high.number.value]
    case .relative(let share): [share.value]
    case .text: []
    }
  }

  /// False if the entry cannot take the targets for further years.
  private mutating func completeTargets(_ lines: inout EntryLines?, _ quoted: (String) -> String) -> Bool {
    let end = Period.year(planEnd)
    let there = declared.promises
    var new: [(period: Period, text: String)] = []
    for target in imported.targets {
      let period = target.period ?? end
      guard let old = there.first(where: { ($0.period ?? end) == period }) else {
        new.append((period, imported.goal((period, target.goal), quoted)))
        continue
      }
      let own = old.numbers.map { abs($0) }
      guard let first = numbers(target.goal).first, !own.isEmpty,
        !numbers(target.goal).allSatisfy({ own.contains(abs($0)) })
      else { continue }
      report(
        "the table gives '\(imported.name)' the target \(shown(first)) for \(period.description), and the register has \(own.map(shown).joined(separator: ", "))",
        hint: "correct the register if the table is right; write what it was under 'earlier'",
        at: imported.targetPlaces[target.period] ?? imported.location)
    }
    guard !new.isEmpty else { return true }
    guard lines != nil else { return false }
    if there.isEmpty {
      let texts = new.map(\.text)
      add(texts.count == 1 ? "target: \(texts[0])" : "targets: [\(texts.joined(separator: ", "))]", &lines)
      return true
    }
    guard let (key, texts) = written(lines), texts.count == there.count else { return false }
    var all = zip(there, texts).map { (period: $0.period ?? end, text: $1) }
    for target in new {
      all.insert(target, at: all.firstIndex { target.period < $0.period } ?? all.endIndex)
    }
    let line = "targets: [\(all.map(\.text).joined(separator: ", "))]"
    lines?.replace(key, by: line)
    added.append(line)
    return true
  }

  /// The targets of the entry as texts in braces; nil for another way to write them.
  private func written(_ lines: EntryLines?) -> (key: String, texts: [String])? {
    if let text = lines?.value(of: "target") {
      if text.hasPrefix("{"), text.hasSuffix("}") { return ("target", [text]) }
      return DecimalNumber(text) == nil ? nil : ("target", ["{value: \(text)}"])
    }
    guard let text = lines?.value(of: "targets"), text.hasPrefix("[{"), text.hasSuffix("}]") else { return nil }
    var texts: [String] = []
    var (depth, start) = (0, text.index(after: text.startIndex))
    for index in text.indices {
      if text[index] == "{" {
        if depth == 0 { start = index }
        depth += 1
      } else if text[index] == "}" {
        depth -= 1
        if depth == 0 { texts.append(String(text[start...index])) }
      }
    }
    return depth == 0 ? ("targets", texts) : nil
  }

  private func shown(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
  }

  private mutating func report(_ message: Message, hint: Message, at location: SourceLocation) {
    diagnostics.append(Diagnostic(.warning, .importTable, message, hint: hint, at: location))
  }
}
