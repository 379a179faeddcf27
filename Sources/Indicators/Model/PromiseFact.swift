import DataFormats

/// One fact of a promise, under the key that authors write it with. Promises are compared fact by fact.
package struct PromiseFact: Hashable, Sendable {
  package let key: String
  package let value: PromiseValue

  package init(_ key: String, _ value: PromiseValue) {
    self.key = key
    self.value = value
  }

  /// The fact as an author writes it: `value: 14`.
  package var written: String { "\(key): \(value.written)" }

  /// The keys of a target's goal. A target has at most one of them.
  package static let goals: Set<String> = ["value", "change", "between", "every", "text"]
  /// The keys of a target itself, rather than of its indicator.
  package static let ofTarget: Set<String> = goals.union(["year", "comparator", "approx", "phrase", "direction"])
  /// The keys of an indicator that belong to its promise.
  package static let ofIndicator = ["targets", "baseline", "kind", "measure", "unit", "quote"]
}

extension [PromiseFact] {
  /// The sentence that makes the promise.
  package var quotation: String? {
    if case .text(let text)? = first(where: { $0.key == "quote" })?.value { text } else { nil }
  }

  package var withoutQuotation: Set<PromiseFact> { Set(filter { $0.key != "quote" }) }
}

extension [(earlier: EarlierTarget, facts: [PromiseFact])] {
  /// The index of the first entry of a history that repeats every promised fact except the quotation. The quotation then
  /// defaults to that of the next target. Nil if there is none, or if an entry repeats everything.
  ///
  /// `promised` are the facts of an earlier time, `now` those of today.
  package func entryWithoutQuotation(of promised: [PromiseFact], now: [PromiseFact]) -> Int? {
    guard !contains(where: { Set($0.facts) == Set(promised) }) else { return nil }
    let facts = promised.withoutQuotation
    return indices.first { index in
      let next = index + 1 < count ? self[index + 1].facts : now
      return self[index].facts.withoutQuotation == facts && self[index].facts.quotation == next.quotation
        && next.withoutQuotation != facts
    }
  }
}

/// A value of a promise. Numbers are written in one way, so that 20 and 20.0 are equal.
package enum PromiseValue: Hashable, Sendable {
  case number(String)
  case text(String)
  case list([PromiseValue])
  case mapping([PromiseFact])

  package init(_ number: DecimalNumber) { self = .number(number.longText ?? jsonText(number.value)) }

  /// A year is a number; any other period is a text.
  init(_ period: Period) {
    if case .year(let year) = period { self = .number(String(year)) } else { self = .text(period.description) }
  }

  /// The value of a node of a snapshot.
  package init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, let isPlain):
      if isPlain, let number = DecimalNumber(text) { self = PromiseValue(number) } else { self = .text(text) }
    case .sequence(let items): self = .list(items.map { PromiseValue($0) })
    case .mapping(let entries): self = .mapping(entries.map { PromiseFact($0.key.value, PromiseValue($0.value)) })
    }
  }

  /// In the notation of YAML, on one line.
  package var written: String {
    switch self {
    case .number(let text): text
    case .text(let text): PromiseValue.quotedIfNeeded(text)
    case .list(let items): "[\(items.map(\.written).joined(separator: ", "))]"
    case .mapping(let facts): "{\(facts.map(\.written).joined(separator: ", "))}"
    }
  }

  /// Quoted where YAML would read plain text as something else, or would end it.
  private static func quotedIfNeeded(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.first.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
    let isClosed = text.unicodeScalars.contains { ",:#{}[]\"'\n%".unicodeScalars.contains($0) }
    if isPlain, !isClosed { return text }
    let escaped = text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
      .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
      .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
    return "\"\(escaped)\""
  }
}
