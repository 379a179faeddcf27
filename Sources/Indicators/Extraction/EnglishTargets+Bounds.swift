import DataFormats

extension EnglishTargets {
  /// Takes the words that bound an amount from the end of what comes before it. A negation before them reverses the bound:
  /// *will not be more than* is *at most*.
  func takeBounds(_ head: inout [Int], _ amount: inout EnglishAmount) {
    var isNegated = false
    func take(_ phrases: [[String]]) -> Bool {
      for phrase in phrases
      where phrase.count <= head.count && head.suffix(phrase.count).map(word).elementsEqual(phrase) {
        head.removeLast(phrase.count)
        isNegated = isNegated || Self.negations.contains(phrase[0])
        return true
      }
      return false
    }
    var isDone = false
    while !isDone {
      isDone = true
      if let last = head.last,
        [
          "an", "a", "another", "additional", "extra", "further", "total", "all", "the", "its", "their", "new", "(",
          "remaining",
          "“", "\"", "~",
        ].contains(word(last)),
        !(word(last) == "total" && amount.unit != nil)
      {
        if word(last) == "~" { amount.isApproximate = true }
        head.removeLast()
        isDone = false
      } else if head.count >= 2, word(head[head.count - 1]) == "of",
        ["total", "minimum", "maximum"].contains(word(head[head.count - 2]))
      {
        let kind = word(head[head.count - 2])
        if kind == "minimum" { amount.comparator = .atLeast }
        if kind == "maximum" { amount.comparator = .atMost }
        head.removeLast(2)
        isDone = false
      } else if amount.comparator == nil {
        for (phrases, comparator) in [
          (EnglishWords.atLeast, Comparator.atLeast), (EnglishWords.atMost, .atMost),
          (EnglishWords.moreThan, .moreThan),
          (EnglishWords.lessThan, .lessThan),
        ] where take(phrases) {
          amount.comparator = comparator
          isDone = false
          break
        }
      }
      if take(EnglishWords.about) {
        amount.isApproximate = true
        isDone = false
      }
    }
    if !isNegated { negate(&head, &amount) }
  }

  // MARK: Negations

  private static let negations: Set<String> = ["not", "never", "no"]
  private static let auxiliaries: Set<String> = [
    "will", "shall", "must", "should", "may", "can", "could", "would", "do", "does", "did", "is", "are", "be", "to",
    "also",
    "ought", "still", "need",
  ]
  private static let subjectModals: Set<String> = ["will", "shall", "must", "should", "may", "can"]
  private static let relatives: Set<String> = ["that", "which", "who", "whose"]
  /// Words after a negation that make another phrase of it: not only, no later than.
  private static let otherPhrases: Set<String> = [
    "only", "just", "merely", "simply", "least", "later", "yet", ".", "one's",
  ]
  /// Words after which a sentence is about something else.
  private static let turns: Set<String> = ["but", "until", "so"]
  private static let links: Set<String> = [
    ",", "and", "or", "unless", "because", "while", "where", "when", "before", "if", "that", "which", "who", "whose",
  ]
  private static let cases: Set<String> = ["case", "time", "circumstances", "event", "way", "year", "longer"]
  private static let permissions: Set<String> = ["allow", "allowed", "permit", "permitted", "let"]

  /// How a negation changes the bound after it.
  private enum Negation {
    /// The place of the word that negates.
    case reverses(Int)
    /// The bound is reversed, and what it holds for is not certain.
    case probably
    /// A negation whose verb is not certain.
    case unclear
  }

  /// Reverses the bound of an amount that a sentence forbids to pass. `head` loses the words of the negation.
  private func negate(_ head: inout [Int], _ amount: inout EnglishAmount) {
    if amount.comparator != nil, let last = head.last, word(last) == "any" { head.removeLast() }
    if let last = head.last, Self.negations.contains(word(last)), amount.comparator != nil {
      head.removeLast()
      amount.comparator = amount.comparator?.negated
      return
    }
    switch negation(in: head) {
    case .reverses(let place):
      // Will not reach 20%: a number without a bound, which nobody promises.
      amount.isBoundUnclear = amount.comparator == nil || !amount.isStrict
      amount.comparator = amount.comparator?.negated
      var end = head.firstIndex { $0 > place } ?? head.endIndex
      let rest = head[end...]
      // Will not be allowed to exceed, will not allow rents to exceed
      if let allowed = rest.indices.prefix(2).first(where: { Self.permissions.contains(word(head[$0])) }) {
        end = allowed + 1
        if end < head.endIndex, word(head[end]) == "to" { end += 1 }
      }
      head.removeSubrange((head.firstIndex(of: place) ?? end)..<end)
    case .probably:
      amount.comparator = amount.comparator?.negated
      amount.isBoundUnclear = true
    case .unclear: amount.isBoundUnclear = amount.comparator != nil
    case nil: break
    }
  }

  /// The negation that holds for what follows the words of `head`.
  private func negation(in head: [Int]) -> Negation? {
    var found: Negation?
    var count = 0
    for (place, index) in head.enumerated() {
      guard let negation = negation(at: place, index, in: head) else { continue }
      found = negation
      if word(index) != "nor" { count += 1 }
    }
    return count > 1 ? .unclear : found
  }

  private func negation(at place: Int, _ index: Int, in head: [Int]) -> Negation? {
    let between = head[(place + 1)...].map(word)
    let next = between.first ?? word(index + 1)
    if Self.otherPhrases.contains(next) || between.contains(where: Self.turns.contains) { return nil }
    let hasModal = between.contains(where: Self.subjectModals.contains)
    let isLinked = between.contains(where: Self.links.contains)
    let before = word(index - 1)
    switch word(index) {
    case "not", "never":
      let isOfVerb =
        word(index) == "never" || Self.auxiliaries.contains(before) || next == "to"
      guard isOfVerb, !hasModal, !["if", "whether", "or"].contains(before) else { return nil }
      if Self.relatives.contains(word(index - 2)) || Self.relatives.contains(before) { return nil }
      return isLinked ? .unclear : .reverses(index)
    case "no" where Self.cases.contains(next) && !hasModal: return isLinked ? .unclear : .reverses(index)
    case "no" where !hasModal && !isLinked && place > 0: return .reverses(index)
    case "without" where !hasModal: return isLinked ? .unclear : .reverses(index)
    // To leave no one behind, raise the rate to 20%.
    case "no", "none", "nobody", "neither", "nor", "nothing": return between.contains(",") ? .unclear : .probably
    case "hardly", "rarely", "seldom", "scarcely": return hasModal ? nil : .probably
    default: return nil
    }
  }
}

extension EnglishAmount {
  /// Whether the bound excludes the number: more than, less than.
  fileprivate var isStrict: Bool { comparator == .moreThan || comparator == .lessThan }
}

extension Comparator {
  /// The bound of a sentence that forbids this one: *not more than* is *at most*.
  var negated: Comparator { wantsMore ? .atMost : .atLeast }
}
