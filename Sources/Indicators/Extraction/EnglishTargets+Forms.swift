import DataFormats

// Shares below a base, ranks, groups, and lines of a list.
extension EnglishTargets {
  // MARK: 30% fewer

  private static let comparatives: [String: Double] = [
    "fewer": -1, "less": -1, "lower": -1, "smaller": -1, "shorter": -1, "cleaner": -1, "below": -1, "under": -1,
    "more": 1, "higher": 1, "greater": 1, "larger": 1, "above": 1, "over": 1,
  ]

  /// 30% fewer car trips; emissions will be 60% below 2010 levels; waste 20% lower than in 2019.
  mutating func readComparative(_ amount: EnglishAmount, _ head: [Int], to end: Int) -> Bool {
    let place = amount.words.upperBound
    guard amount.unit == "%", let sign = Self.comparatives[word(place)], amount.comparator == nil else { return false }
    let isBased = times.contains {
      if case .base = $0.meaning { (place...place + 4).contains($0.range.lowerBound) } else { false }
    }
    let before = word(amount.words.lowerBound - 1)
    // Cut emissions by 50% over 2019 levels: the verb says which way.
    guard before != "by" else { return false }
    let behind = nounPhrase(Array((place + 1)..<max(place + 1, end)))
    if before == "to", isBased, let verb = lastVerb(in: head[...]) {
      // Reduce emissions to 60% below 2010 levels.
      let object = nounPhrase(head.filter { $0 > verb })
      let name = object.isEmpty ? subject(before: verb, in: head[...]) : object
      guard !name.isEmpty else { return false }
      addChange(amount, name: name, sign: sign, to: end)
      return true
    }
    if ["below", "under", "above", "over", "lower", "higher"].contains(word(place)) || word(place + 1) == "than" {
      // 60% below 2010 levels: of what, the words before say.
      guard isBased || word(place + 1) == "than" || isTime(place + 1) else { return false }
      let verb =
        head.last { ["be", "is", "are", "remain", "stay", "fall"].contains(word($0)) } ?? head.last.map { $0 + 1 }
      guard let verb else { return false }
      let name = subject(before: verb, in: head[...])
      guard !name.isEmpty else { return false }
      addChange(amount, name: name, sign: sign, to: end)
      return true
    }
    guard !behind.isEmpty, ["fewer", "less", "more", "higher", "lower", "greater"].contains(word(place)) else {
      return false
    }
    let own = subject(before: head.last.map { $0 + 1 } ?? 0, in: head[...])
    // Buildings will use 30% less energy.
    let user = head.last.map(word).flatMap {
      ["use", "consume", "emit", "need", "produce", "generate"].contains($0) ? $0 : nil
    }
    if let user, let verb = head.last {
      let who = subject(before: verb, in: head[...])
      addChange(
        amount, name: who.isEmpty ? behind : "\(behind) \(EnglishWords.participle(user)) by \(lowercase(who))",
        sign: sign, to: end)
      return true
    }
    guard
      own.isEmpty
        || head.allSatisfy({
          isVerb(word($0)) || ["will", "be", "there", "see", "have", "with", "•", "-", "–", ":"].contains(word($0))
        })
    else { return false }
    addChange(amount, name: behind, sign: sign, to: end)
    return true
  }

  private func lowercase(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }

  /// A net gain of 10% in biodiversity
  func objectOfGain(behind amount: EnglishAmount, to end: Int) -> String {
    let place = amount.words.upperBound
    guard word(place) == "in" else { return "" }
    let what = nounPhrase(Array((place + 1)..<max(place + 1, end)))
    return what.isEmpty ? "" : " in " + what
  }

  // MARK: By a factor of four

  /// Increase solar capacity by a factor of four: a change of 300 per cent.
  mutating func readFactor(_ amount: EnglishAmount, _ head: ArraySlice<Int>) -> Bool {
    guard head.last.map(word) == "factor", amount.unit == nil, amount.number.value > 1 else { return false }
    let before = head.dropLast().filter { !["by", "a"].contains(word($0)) }
    guard let verb = lastVerb(in: before[...]) else { return true }
    let object = nounPhrase(before.filter { $0 > verb })
    let name = object.isEmpty ? subject(before: verb, in: before[...]) : object
    let isDown = EnglishWords.down.contains(plainVerb(verb))
    let change = isDown ? 100 / amount.number.value - 100 : (amount.number.value - 1) * 100
    guard !name.isEmpty, let number = DecimalNumber(computed: (change * 10).rounded() / 10) else { return true }
    add(amount, name: name, goal: .relative(number), direction: isDown ? .down : nil)
    return true
  }

  // MARK: Retrofits for 3,000 homes

  /// Fund retrofits for 3,000 homes by 2029: what is done for so many.
  mutating func readBeneficiaries(_ amount: EnglishAmount, _ head: ArraySlice<Int>, to end: Int) -> Bool {
    guard amount.unit == nil, deadline != nil, !amount.noun.isEmpty, amount.number.value >= 20, let verb = head.first,
      let done = EnglishWords.acts[word(verb)]
    else { return false }
    let object = nounPhrase(Array(head.dropFirst()))
    let noun = countedPhrase(amount, to: end)
    guard !object.isEmpty, !noun.isEmpty, !["plan", "prepare", "set"].contains(word(verb)) else { return false }
    add(amount, name: "\(object) for \(noun) \(done)", goal: .value(amount.number), kind: .increase)
    return true
  }

  // MARK: What is done

  /// We will have retrofitted half of all homes.
  func isDone(_ verb: Int) -> Bool {
    word(verb - 1) == "have" && EnglishWords.acts.values.contains(word(verb))
  }

  /// The participle of a verb whose object is counted; empty where things are only there.
  func participle(of verb: Int, _ text: String, _ head: ArraySlice<Int>) -> String? {
    // By 2030 we will have planted 9,000 trees.
    if isDone(verb), ["will", "shall", "must", "to"].contains(word(verb - 2)) { return word(verb) }
    let isThere = text == "be" && head.contains { word($0) == "there" }
    return EnglishWords.acts[text] ?? (text == "have" || isThere || EnglishWords.keep.contains(text) ? "" : nil)
  }

  // MARK: So many in each

  /// Every ward will have two gardens: gardens in every ward.
  mutating func nameOwner(_ owner: String) {
    guard let each = owner.split(separator: " ").first?.lowercased(), ["every", "each"].contains(each) else { return }
    found[found.count - 1].name += " in \(lowercase(owner))"
  }

  // MARK: Open 60 hours a week

  /// Every library will be open 60 hours a week: how long it is open, and nothing that is opened.
  mutating func readOpening(_ amount: EnglishAmount, _ head: [Int]) -> Bool {
    var head = head
    if let last = head.last, word(last) == "for" { head.removeLast() }
    guard let open = head.last, word(open) == "open", let time = amount.noun.first, ["hours", "days"].contains(time)
    else { return false }
    let before = head.dropLast()
    let name: String
    var kind = IndicatorKind.level
    if let verb = before.last, ["be", "is", "are", "stay", "remain"].contains(word(verb)) {
      name = subject(before: verb, in: before)
      if ["stay", "remain"].contains(word(verb)) { kind = .floor }
    } else if let verb = before.last(where: { EnglishWords.keep.contains(word($0)) }) {
      name = nounPhrase(before.filter { $0 > verb })
      kind = .floor
    } else {
      return false
    }
    guard !name.isEmpty else { return true }
    var amount = amount
    let place = amount.nounWords.lowerBound + 1
    let isRate = ["a", "per", "each", "every"].contains(word(place)) && word(place + 1).first?.isLetter == true
    amount.unit = isRate ? "\(time) \(word(place)) \(word(place + 1))" : time
    add(amount, name: "Opening \(time) of \(lowercase(name))", goal: .value(amount.number), kind: kind)
    return true
  }

  // MARK: The top ten

  /// To be among the top ten cities for cycling: a place in an order, which is the better the smaller it is.
  mutating func readRank(_ amount: EnglishAmount, _ head: [Int], to end: Int) -> Bool {
    guard word(amount.words.lowerBound - 1) == "top", amount.unit != "%" else { return false }
    let noun = nounPhrase(Array(amount.words.upperBound..<max(amount.words.upperBound, end)))
    let opening = head.last { ["be", "become", "rank", "remain", "enter", "reach", "move", "stay"].contains(word($0)) }
    guard let opening, !noun.isEmpty || deadline != nil else { return true }
    let who = subject(before: opening, in: head[...])
    var name = noun.isEmpty ? "Rank" : "Rank among \(lowercase(noun))"
    if !who.isEmpty { name = "\(who): \(lowercase(name))" }
    var amount = amount
    (amount.comparator, amount.unit, amount.noun, amount.nounWords) = (.atMost, "place", [], 0..<0)
    add(amount, name: name, goal: .value(amount.number), direction: .down)
    return true
  }

  // MARK: 80 years for men (and 84 for women)

  private static let groups: Set<String> = [
    "men", "women", "boys", "girls", "males", "females", "adults", "children", "renters", "owners",
  ]

  /// The group that a number is said of.
  private func group(behind amount: EnglishAmount) -> String? {
    var place = amount.words.upperBound
    while place < amount.words.upperBound + 3, word(place) != "for", word(place) != "among", word(place) != "of" {
      place += 1
    }
    guard word(place) == "for" || word(place) == "among", Self.groups.contains(word(place + 1)) else { return nil }
    return word(place + 1)
  }

  /// Another group's number of the target before.
  mutating func readGroup(_ amount: EnglishAmount) -> Bool {
    guard let before = found.last, before.sentence == sentence, case .value = before.goal,
      amount.unit == nil || amount.unit == before.unit, let group = group(behind: amount),
      let first = amounts.first(where: { $0.range == before.number }), let firstGroup = self.group(behind: first),
      firstGroup != group
    else { return false }
    var draft = before
    if !before.name.hasSuffix(": \(firstGroup)") { found[found.count - 1].name += ": \(firstGroup)" }
    draft.name = "\(before.name): \(group)"
    draft.goal = .value(amount.number)
    draft.number = amount.range
    (draft.baseline, draft.baselineYear) = (nil, nil)
    found.append(draft)
    return true
  }

  // MARK: Lines

  /// The word after the label of a line: 4 in "Commitment 4: 250 new fountains".
  static let lineLabels: Set<String> = [
    "commitment", "action", "target", "goal", "objective", "outcome", "priority", "pledge", "measure", "milestone",
    "aim",
    "indicator",
  ]

  /// Whether the words before a number are only a mark or a label.
  func isLabel(_ head: [Int]) -> Bool {
    let words = head.map(word).filter { !["•", "-", "–", "*", ":"].contains($0) }
    guard let first = words.first else { return true }
    return words.count <= 2 && Self.lineLabels.contains(first)
  }

  /// 250 new fountains installed by 2027; 40 km of lanes built.
  mutating func readDone(_ amount: EnglishAmount, to end: Int) -> Bool {
    guard deadline != nil, amount.unit != "%" else { return false }
    let behind = amount.words.upperBound..<max(amount.words.upperBound, end)
    let done = behind.first { index in
      EnglishWords.acts.values.contains(word(index))
        && (isTime(index + 1) || index + 1 >= words.count || word(index + 1) == ".")
    }
    guard let done else { return false }
    let name = nounPhrase(Array(behind.lowerBound..<done))
    guard !name.isEmpty else { return false }
    add(
      amount, name: "\(name) \(word(done))", goal: .value(amount.number), kind: .increase, measure: .cumulative)
    return true
  }
}
