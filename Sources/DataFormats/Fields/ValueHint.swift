import Diagnostics

/// Hints for a value that has the wrong form or another word: `from: [air]`, `retired: true`, `type: chapter`.
enum ValueHint {
  /// The hint for a text in place of a list or a mapping, or the other way round.
  static func shape(of key: String, _ node: YAMLNode, wantsText: Bool) -> Message? {
    if let example = examples[key], node.asSequence == nil || key == "accept" {
      return "write for example '\(example)'"
    }
    if let text = node.asScalar?.value, key == "sources" || key == "links" {
      let list = text.contains("://") ? "[{title: …, url: \(text)}]" : "[{title: \(text)}]"
      return "write '\(key): \(list)'"
    }
    if key == "period", let years = node.asSequence?.compactMap({ $0.asScalar?.value }), years.count == 2 {
      return "write '\(key): \(years[0])-\(years[1])'"
    }
    if wantsText || key == "from", let items = node.asSequence {
      let texts = items.compactMap { $0.asScalar?.value }
      guard let first = texts.first, texts.count == items.count, !first.contains(": ") else { return nil }
      return texts.count == 1 || key != "department" && key != "category" && key != "from"
        ? texts.count == 1 ? "write '\(key): \(first)'" : nil : "write one of them: '\(key): \(first)'"
    }
    if key == "department", let lead = node.asMapping?.first(where: { $0.value.asScalar != nil })?.value.asScalar {
      return "write 'department: \(lead.value)'"
    }
    return nil
  }

  private static let examples: [String: String] = [
    "retired": "retired: {on: 2026-03, why: …}", "accept": "accept: {markdown.list: …}", "more": "more: {key: value}",
    "earlier": "earlier: [{value: 300, until: 2023-06, why: …}]",
    "fiscal-year": "fiscal-year: {starts: 7}", "theme": "theme: {accent: \"#1d3f75\"}",
    "trend": "trend: {little-change: 0.5}", "baseline": "baseline: {year: 2020, value: 270}",
    "updates": "updates: [{date: 2026-03-15, text: …}]", "steps": "steps: [{name: …}]",
    "columns": "columns: [name, unit]",
  ]

  /// The word that was meant among those that a key takes.
  static func word(_ text: String, among words: [String]) -> String? {
    let other: [String: String] = [
      "chapter": "section", "article": "section", "news": "page", "post": "page", "annual": "yearly", "每年": "yearly",
      "increasing": "up", "decreasing": "down", "higher": "up", "lower": "down", "finished": "done",
      "completed": "done", "in progress": "started", "ongoing": "started",
    ]
    return other[text.lowercased()].flatMap { words.contains($0) ? $0 : nil }
  }

  /// `365天` where a number is wanted.
  static func number(_ text: String) -> Message? {
    DecimalNumber.hint(for: text) ?? DecimalNumber.hintOnWords(in: text) ?? DecimalNumber.hintOnScale(in: text)
  }
}
