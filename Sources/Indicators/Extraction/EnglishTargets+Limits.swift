import DataFormats

extension EnglishTargets {
  // MARK: A limit

  /// Unemployment will stay between 3% and 4%.
  mutating func readKeptRange(_ amount: EnglishAmount, _ name: String) -> Bool {
    guard amount.high != nil, word(amount.words.upperBound) != "of", !name.isEmpty else { return false }
    add(amount, name: name, goal: .value(amount.number))
    return true
  }

  /// Noise will not exceed 55 decibels; keep unemployment below 5%.
  mutating func readLimit(_ amount: EnglishAmount, _ verb: Int, _ head: ArraySlice<Int>, to end: Int) -> Bool {
    guard let comparator = amount.comparator else { return false }
    // Improve the fleet, and at least 60% of buses will be electric: a clause of its own.
    let behind = (amount.words.upperBound..<min(end, amount.words.upperBound + 12)).map(word)
    if ["and", ",", "but"].contains(word(verb)), behind.first == "of",
      behind.contains(where: { $0 == "will" || $0 == "shall" })
    {
      return false
    }
    let all = Array(head) + [verb]
    let modal = all.last { ["will", "shall", "must", "should", "may", "can", "to", "is", "are"].contains(word($0)) }
    if let keeper = all.last(where: {
      EnglishWords.keep.contains(word($0))
        || ["limit", "be", "fall", "drop", "rise", "exceed", "stay", "go", "climb", "dip", "sink"].contains(word($0))
    }) {
      let held = ["kept", "held", "maintained", "limited", "capped"]
      let isHeld = all.contains { $0 > keeper && held.contains(word($0)) }
      let object = nounPhrase(all.filter { $0 > keeper && !held.contains(word($0)) })
      let name = object.isEmpty ? subject(before: keeper, in: all[...]) : object
      guard !name.isEmpty else { return false }
      let isKept =
        isHeld || EnglishWords.keep.contains(word(keeper)) || comparator == .atMost
        || comparator == .atLeast && word(keeper) != "be"
      let kind: IndicatorKind = !isKept && word(keeper) != "limit" ? .level : comparator.wantsMore ? .floor : .ceiling
      add(
        amount, name: name, goal: .value(amount.number), kind: kind,
        direction: kind == .level && !comparator.wantsMore ? .down : nil)
      return true
    }
    // Bring the poverty rate below 10%.
    if let mover = lastVerb(in: all[...]), mover != verb,
      EnglishWords.down.contains(plainVerb(mover)) || EnglishWords.up.contains(plainVerb(mover))
    {
      let name = nounPhrase(all.filter { $0 > mover })
      guard !name.isEmpty else { return false }
      add(amount, name: name, goal: .value(amount.number), direction: comparator.wantsMore ? nil : .down)
      return true
    }
    guard let modal, modal == verb else { return false }
    let name = subject(before: modal, in: all[...])
    guard !name.isEmpty else { return false }
    add(
      amount, name: name, goal: .value(amount.number),
      kind: comparator.wantsMore ? (comparator == .atLeast ? .floor : .level) : .ceiling)
    return true
  }
}
