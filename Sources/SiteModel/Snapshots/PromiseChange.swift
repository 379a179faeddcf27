import Diagnostics
import Indicators

/// How a promise differs from the one that a snapshot has, in words and as the entry to type.
struct PromiseChange {
  private let old: [PromiseFact]
  private let new: [PromiseFact]
  /// The keys whose values differ, those of the target first. All goals count as one key, `value`.
  private let keys: [String]

  init(old: [PromiseFact], new: [PromiseFact]) {
    self.old = old
    self.new = new
    let order =
      ["value", "year", "comparator", "approx", "phrase", "direction"] + PromiseFact.ofIndicator
    keys = order.filter { PromiseChange.fact($0, in: old) != PromiseChange.fact($0, in: new) }
  }

  private static func fact(_ key: String, in facts: [PromiseFact]) -> PromiseFact? {
    facts.first { $0.key == key || key == "value" && PromiseFact.goals.contains($0.key) }
  }

  /// `the target of 'n' was 20 in the snapshot of 2026-03, and is 14; its year was 2030, and is 2035`.
  func sentence(_ name: Message, in snapshot: String) -> Message {
    var sentence: Message = ""
    for (index, key) in keys.enumerated() {
      let (before, now) = (value(of: key, in: old), value(of: key, in: new))
      let word = PromiseChange.word(for: key)
      switch (index == 0, key == "targets") {
      case (true, true):
        sentence = "the \(word) of \(name) were \(before) in the snapshot of \(snapshot), and are \(now)"
      case (true, false):
        sentence = "the \(word) of \(name) was \(before) in the snapshot of \(snapshot), and is \(now)"
      case (false, true): sentence = "\(sentence); its \(word) were \(before), and are \(now)"
      case (false, false): sentence = "\(sentence); its \(word) was \(before), and is \(now)"
      }
    }
    return sentence
  }

  private func value(of key: String, in facts: [PromiseFact]) -> Message {
    guard let fact = PromiseChange.fact(key, in: facts) else { return key == "approx" ? "false" : "none" }
    if key == "value", fact.key == "every" { return "\(fact.value.written) every period" }
    return Message(verbatim: fact.value.written)
  }

  private static func word(for key: String) -> Message {
    switch key {
    case "value": "target"
    case "targets": "interim targets"
    case "quote": "quotation"
    case "approx", "phrase": "'\(key)'"
    default: Message(verbatim: key)
    }
  }

  // MARK: What to type

  /// The line that declares the change. `time` is the month to suggest.
  func hint(current indicator: Indicator, until time: String) -> Message {
    let entry = "{\((entryFacts + ["until: \(time)", "why: …"]).joined(separator: ", "))}"
    guard let target = indicator.target else {
      return "write 'target: {text: …, earlier: [\(entry)]}'"
    }
    if indicator.history != nil { return "add \(entry) to 'earlier' of the target, or put back what it was" }
    let written = new.filter { fact in
      PromiseFact.ofTarget.contains(fact.key) && (fact.key != "comparator" || target.isComparatorWritten)
    }
    let facts = (written.map(\.written) + ["earlier: [\(entry)]"]).joined(separator: ", ")
    // The date of a milestone is usually its 'due', which cannot stay beside a target.
    return indicator.kind == .milestone
      ? "write 'target: {\(facts)}' in place of its 'due' or 'target', or put back what it was"
      : "write 'target: {\(facts)}', or put back what it was"
  }

  /// The facts to add to an entry of the history that declares a part of the change.
  func hint(completing entry: EarlierTarget) -> Message {
    "write '\(entryFacts.joined(separator: ", "))' into the entry of 'earlier' that ends in \(entry.until.description)"
  }

  private var entryFacts: [String] {
    let hadGoal = PromiseChange.fact("value", in: old) != nil
    var keys = keys
    // A target that was a direction alone is written as one.
    if !hadGoal, !keys.contains("direction"), PromiseChange.fact("direction", in: old) != nil {
      keys.append("direction")
    }
    return keys.compactMap { key in
      if let fact = PromiseChange.fact(key, in: old) { return fact.written }
      switch key {
      case "approx": return "approx: false"
      case "phrase", "direction", "targets", "baseline", "unit", "quote": return "\(key): none"
      default: return nil
      }
    }
  }
}
