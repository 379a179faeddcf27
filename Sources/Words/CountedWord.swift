/// A word whose form depends on the number beside it: `million` and `millions`, `year` and `years`.
package struct CountedWord: Hashable, Sendable {
  /// The form without a number, and beside numbers that no other form is for.
  let usual: String
  /// Forms for other numbers, in the order of the language's rules of plurals.
  let more: [Form]
  let rules: PluralRules

  struct Form: Hashable, Sendable {
    let category: PluralCategory
    let text: String
  }

  init(usual: String, more: [Form] = [], rules: PluralRules = .none) {
    self.usual = usual
    self.more = more
    self.rules = rules
  }

  func text(for number: PluralOperands?) -> String {
    guard !more.isEmpty, let number else { return usual }
    let category = rules.category(of: number)
    return more.first { $0.category == category }?.text ?? usual
  }

  /// Every form, each once.
  var forms: [String] { [usual] + more.map(\.text).filter { $0 != usual } }

  package static func == (a: CountedWord, b: CountedWord) -> Bool { a.usual == b.usual && a.more == b.more }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(usual)
    hasher.combine(more)
  }
}
