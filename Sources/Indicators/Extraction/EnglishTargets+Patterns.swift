import DataFormats

extension EnglishTargets {
  // MARK: To a level

  /// Raise the share of cyclists to 20%; the share of cyclists will rise to 20%; keep noise at 50 decibels.
  mutating func readLevel(_ amount: EnglishAmount, _ head: ArraySlice<Int>, preposition: String, to end: Int) {
    guard let verb = lastVerb(in: head) else {
      // Cut waste by a third, from 420 kg to 280 kg: one target.
      if baseline != nil, let index = found.indices.last {
        guard case .relative = found[index].goal else { return }
        found[index].goal = .value(amount.number)
        found[index].unit = amount.unit ?? counted(amount) ?? unit(inName: found[index].name)
        found[index].isApproximate = amount.isApproximate
        (found[index].baseline, found[index].baselineYear) = (baseline, baselineYear)
        (baseline, baselineYear) = (nil, nil)
        found[index].gaps.removeAll { $0 == .baseline }
        if let deadline, case .deadline(let year) = deadline.meaning {
          (found[index].year, found[index].phrase) = (year, phrase(deadline))
          if year != nil { found[index].gaps.removeAll { $0 == .year } }
        }
        return
      }
      // Triple the number of chargers to 3,600: what it should reach says more than by how much.
      if let index = found.indices.last, found[index].sentence == sentence, case .relative = found[index].goal,
        found[index].baseline == nil, found[index].number.upperBound <= amount.range.lowerBound,
        head.allSatisfy({
          words[$0].range.upperBound <= amount.range.lowerBound && word($0) != "and" && word($0) != ";"
        })
      {
        found[index].goal = .value(amount.number)
        found[index].unit = amount.unit ?? counted(amount) ?? unit(inName: found[index].name)
        found[index].isApproximate = amount.isApproximate
        found[index].direction = nil
        found[index].gaps.removeAll { $0 == .baseline }
        return
      }
      // … to 60% by 2027 and to 80% by 2030: the name is the one before.
      if let last, head.isEmpty || head.allSatisfy({ [",", "and"].contains(word($0)) }) {
        return add(amount, name: last.name, goal: .value(amount.number), direction: last.direction)
      }
      return
    }
    let object = nounPhrase(head.filter { $0 > verb && !isBaselineWord($0) })
    var name = object.isEmpty ? subject(before: verb, in: head) : object
    // Infant mortality: reduce to 3 deaths
    if name.isEmpty, let first = head.first, word(first) == ":", first > 0 {
      name = nounPhrase((0..<first).filter { !isTime($0) })
    }
    // Respond to 95% of calls within an hour.
    if name.isEmpty || object.isEmpty && EnglishWords.acts[word(verb)] != nil, amount.unit == "%",
      word(amount.words.upperBound) == "of", preposition == "to"
    {
      let share = sharePhrase(behind: amount, to: words.count)
      if !share.isEmpty { add(amount, name: share, goal: .value(amount.number)) }
      return
    }
    guard !name.isEmpty else { return }
    let text = plainVerb(verb)
    if preposition == "at", !EnglishWords.keep.contains(text), text != "limit", text != "cap", text != "stabilise",
      text != "set"
    {
      return
    }
    let isDown =
      EnglishWords.down.contains(text) && text != "bring"
      || ["bring", "get"].contains(text) && head.contains { word($0) == "down" }
    if EnglishWords.keep.contains(text) || text == "limit" || text == "cap" {
      let isCap = text == "limit" || text == "cap" || amount.comparator.map { !$0.wantsMore } ?? false
      return add(amount, name: name, goal: .value(amount.number), kind: isCap ? .ceiling : .floor)
    }
    add(amount, name: name, goal: .value(amount.number), direction: isDown ? .down : nil)
  }

  /// A verb in its plain form: *reduce* of *reducing*.
  func plainVerb(_ index: Int) -> String {
    // It will be reduced to 110 litres; it will have risen to 70%.
    if let base = EnglishWords.participles[word(index)],
      (max(0, index - 3)..<index).contains(where: { ["be", "been", "have", "being"].contains(word($0)) })
    {
      return base
    }
    let text = EnglishWords.base(word(index))
    return EnglishWords.up.contains(text) || EnglishWords.down.contains(text) ? text : word(index)
  }

  /// Whether a word belongs to "from 54% in 2021".
  private func isBaselineWord(_ index: Int) -> Bool {
    if amounts.contains(where: { $0.words.contains(index) }) { return true }
    if word(index) == "from" {
      return amounts.contains { ($0.words.lowerBound...$0.words.lowerBound + 1).contains(index + 1) }
    }
    return amounts.contains { $0.nounWords.contains(index) && word($0.words.lowerBound - 1) == "from" }
  }

  func lastVerb(in head: ArraySlice<Int>) -> Int? {
    let verbs = head.filter { index in
      let text = plainVerb(index)
      guard isVerb(text) || text == "cap" else { return false }
      // The time to process an application
      if word(index - 1) == "to", ["time", "times", "ability", "right"].contains(word(index - 2)) { return false }
      // A noun: the increase, an improvement.
      return !["the", "a", "an", "of", "in", "for", "and/or"].contains(word(index - 1)) || index == 0
    }
    // Spend is a noun in "increase tourism spend", where another word is free to be the verb.
    return verbs.last { index in
      index == head.first || Self.beforeVerbs.contains(word(index - 1)) || word(index - 1).hasSuffix("ly")
        || isTime(index - 1)
    } ?? verbs.last
  }

  private static let beforeVerbs: Set<String> = [
    "to", "and", "or", ",", ";", ":", "will", "shall", "must", "should", "also", "not", "further", "we", "then",
    "would", "can",
    "help", "that", "•", "-", "–", ")",
  ]

  // MARK: By an amount

  mutating func readChange(_ amount: EnglishAmount, _ head: ArraySlice<Int>, to end: Int) {
    guard let verb = lastVerb(in: head),
      EnglishWords.up.contains(plainVerb(verb)) || EnglishWords.down.contains(plainVerb(verb))
    else {
      guard let last, case .change(let sign) = last.pattern else { return readMeans(amount, head) }
      // Increase wages by 12% and exports by 20%.
      let own = nounPhrase(head.filter { !["and", ",", "by"].contains(word($0)) })
      addChange(amount, name: own.isEmpty ? last.name : own, sign: sign, to: end)
      return
    }
    let text = plainVerb(verb)
    let object = nounPhrase(head.filter { $0 > verb })
    var name = object.isEmpty ? subject(before: verb, in: head) : object
    // Reduce by half the number of vacant lots.
    if name.isEmpty, word(amount.words.upperBound) == "the" {
      name = nounPhrase(Array(amount.words.upperBound..<max(amount.words.upperBound, end)))
    }
    guard !name.isEmpty else { return }
    let isDown = EnglishWords.down.contains(text) && text != "bring"
    addChange(amount, name: name, sign: isDown ? -1 : 1, to: end)
  }

  /// Council buildings will be powered by 100% renewable electricity.
  private mutating func readMeans(_ amount: EnglishAmount, _ head: ArraySlice<Int>) {
    guard amount.unit == "%", let modal = head.last(where: { ["will", "shall", "must"].contains(word($0)) }),
      word(modal + 1) == "be", word(modal + 2).hasSuffix("ed"), modal + 4 == amount.words.lowerBound
    else { return }
    let thing = subject(before: modal, in: head)
    let means = sharePhrase(behind: amount, to: words.count)
    guard !thing.isEmpty, !means.isEmpty else { return }
    add(amount, name: "\(thing) \(word(modal + 2)) by \(means)", goal: .value(amount.number))
  }

  /// Reduce pollution 25%, fish stocks to rise 20%: without a preposition.
  mutating func readBareChange(_ amount: EnglishAmount, _ head: ArraySlice<Int>, to end: Int) -> Bool {
    guard amount.unit == "%" || amount.unit == "percentage points", amount.comparator == nil,
      word(amount.words.upperBound) != "of", let verb = lastVerb(in: head),
      verb != head.last || !subject(before: verb, in: head).isEmpty,
      EnglishWords.up.contains(plainVerb(verb)) || EnglishWords.down.contains(plainVerb(verb)),
      let last = head.last, !EnglishWords.stops.contains(word(last))
    else { return false }
    readChange(amount, head, to: end)
    return true
  }

  /// Cut traffic deaths in half.
  mutating func readHalf(_ amount: EnglishAmount, _ last: String, _ head: ArraySlice<Int>) -> Bool {
    guard last == "in", word(amount.words.lowerBound) == "half", let verb = lastVerb(in: head),
      EnglishWords.down.contains(EnglishWords.base(word(verb)))
    else { return false }
    let object = nounPhrase(head.filter { $0 > verb })
    let name = object.isEmpty ? subject(before: verb, in: head) : object
    guard !name.isEmpty else { return false }
    addChange(amount, name: name, sign: -1, to: amount.words.upperBound)
    return true
  }

  /// Zero traffic deaths by 2035.
  mutating func readZero(_ amount: EnglishAmount, _ last: String) -> Bool {
    guard amount.number.value == 0, word(amount.words.lowerBound) == "zero", !amount.noun.isEmpty, last != "to" else {
      return false
    }
    var behind = amount.nounWords.upperBound
    var name = nounPhrase(Array(amount.nounWords))
    // Zero waste to landfill by 2030
    if word(behind) == "to", let end = words.indices.first(where: { $0 > behind && (isTime($0) || word($0) == ".") }),
      end <= behind + 3
    {
      behind = end
      name = nounPhrase(Array(amount.nounWords.lowerBound..<end), isWhole: true)
    }
    guard deadline != nil, !name.isEmpty, behind >= words.count || isTime(behind) || [".", ";"].contains(word(behind))
    else { return true }
    add(amount, name: name, goal: .value(amount.number), direction: .down)
    return true
  }

  mutating func addChange(_ amount: EnglishAmount, name: String, sign: Double, to end: Int) {
    let signed = sign < 0 ? DecimalNumber(value: -amount.number.value, decimals: amount.number.decimals) : amount.number
    var amount = amount
    let isAnnual = isAnnual(from: amount.words.upperBound, to: end)
    if amount.unit == "%" {
      if isAnnual {
        if sign < 0 { amount.comparator = amount.comparator?.reversed }
        add(amount, name: name, goal: .value(signed), kind: .rate, direction: sign < 0 ? .down : nil)
      } else {
        amount.unit = nil
        add(amount, name: name, goal: .relative(signed), direction: sign < 0 ? .down : nil)
      }
    } else if amount.unit == "percentage points", isAnnual {
      let way = sign < 0 ? "annual reduction" : "annual increase"
      add(amount, name: "\(name), \(way)", goal: .every(amount.number), kind: .increase, measure: .annual)
    } else if amount.unit == "percentage points" {
      amount.unit = "%"
      add(amount, name: name, goal: .change(signed), direction: sign < 0 ? .down : nil)
    } else {
      if amount.unit == nil { amount.unit = counted(amount) }
      add(
        amount, name: name, goal: isAnnual && sign > 0 ? .every(amount.number) : .change(signed),
        direction: sign < 0 ? .down : nil)
    }
    last = (.change(sign), name, sign < 0 ? .down : nil)
  }

  /// A 30% reduction in energy use.
  func changeNoun(behind amount: EnglishAmount) -> (sign: Double, index: Int)? {
    for index in amount.words.upperBound..<min(words.count, amount.words.upperBound + 3) {
      if let sign = EnglishWords.changeNouns[word(index)] { return (sign, index) }
      if EnglishWords.stops.contains(word(index)) { return nil }
    }
    return nil
  }

  mutating func readChangeNoun(_ amount: EnglishAmount, _ noun: (sign: Double, index: Int), to end: Int) {
    guard ["in", "of", "to"].contains(word(noun.index + 1)), amount.unit == "%" || amount.unit == "percentage points"
    else { return }
    let name = nounPhrase(Array((noun.index + 2)..<max(noun.index + 2, end)))
    guard !name.isEmpty else { return }
    addChange(amount, name: name, sign: noun.sign, to: end)
  }

  /// Achieve a recycling rate of 65%; a reduction of 30% in energy use.
  mutating func readNoun(_ amount: EnglishAmount, _ head: ArraySlice<Int>, to end: Int) {
    guard let noun = head.last else { return }
    if let sign = EnglishWords.changeNouns[word(noun)] {
      let behind = amount.words.upperBound
      guard ["in", "of"].contains(word(behind)) else { return }
      let name = nounPhrase(Array((behind + 1)..<max(behind + 1, end)))
      if !name.isEmpty { addChange(amount, name: name, sign: sign, to: end) }
      return
    }
    guard EnglishWords.levelNouns.contains(word(noun)),
      amount.unit != nil || !amount.noun.isEmpty || ["score", "rating", "ratio", "density"].contains(word(noun))
    else { return }
    let isTarget = ["target", "goal", "minimum", "objective", "maximum"].contains(word(noun))
    var start = noun
    // In "a fund balance" the word after the article is not a verb.
    while start > 0, head.contains(start - 1),
      !isVerb(word(start - 1)) || ["a", "an", "the", "our", "its"].contains(word(start - 2)),
      !EnglishWords.stops.contains(word(start - 1)),
      !["a", "an", "the", "our", "its"].contains(word(start - 1))
    {
      start -= 1
    }
    var name = nounPhrase(Array(start..<(isTarget ? noun : noun + 1)))
    if word(noun) == "gain" { name += objectOfGain(behind: amount, to: end) }
    if name.isEmpty || isTarget {
      // A target of 65% for recycling.
      let behind = amount.words.upperBound
      let next =
        ["for", "in", "of", "on"].contains(word(behind)) ? nounPhrase(Array((behind + 1)..<max(behind + 1, end))) : ""
      if !next.isEmpty { name = next }
    }
    guard !name.isEmpty else { return }
    let isKept = head.contains { EnglishWords.keep.contains(word($0)) }
    let isLimit = amount.comparator.map { !$0.wantsMore } ?? false
    add(amount, name: name, goal: .value(amount.number), kind: isKept ? (isLimit ? .ceiling : .floor) : .level)
  }

  // MARK: Things that are counted

  /// Build 500 homes; reach 60% coverage; protect 30% of the land.
  mutating func readVerb(_ amount: EnglishAmount, _ given: Int, _ head: ArraySlice<Int>, to end: Int, clauseEnd: Int)
    -> Bool
  {
    var verb = given
    if ["out", "up"].contains(word(verb)), verb > 0 { verb -= 1 }
    let text = EnglishWords.base(word(verb))
    let isReach = [
      "reach", "achieve", "attain", "hit", "exceed", "total", "meet", "be", "average", "cover", "have", "secure",
      "deliver", "number",
    ].contains(text)
    if amount.unit == "%" {
      // Unemployment will stay below 4.5% throughout.
      if EnglishWords.keep.contains(text), amount.comparator != nil, word(amount.words.upperBound) != "of",
        !subject(before: verb, in: head).isEmpty
      {
        return false
      }
      if EnglishWords.keep.contains(text), readKeptRange(amount, subject(before: verb, in: head)) { return true }
      guard isReach || EnglishWords.acts[text] != nil || EnglishWords.keep.contains(text) || isDone(verb) else {
        return false
      }
      let object = sharePhrase(behind: amount, to: words.count)
      if isReach, text != "have", text != "deliver", text != "secure" {
        let name = subject(before: verb, in: head)
        if !name.isEmpty || !object.isEmpty {
          add(amount, name: name.isEmpty ? object : name, goal: .value(amount.number))
          return true
        }
        if let last {
          add(amount, name: last.name, goal: .value(amount.number))
          return true
        }
        return false
      }
      guard !object.isEmpty else { return false }
      let isKept = EnglishWords.keep.contains(text) && text != "protect"
      let done = isKept ? "" : isDone(verb) ? word(verb) : EnglishWords.acts[text] ?? ""
      add(
        amount, name: text == "have" || done.isEmpty ? object : "\(object) \(done)", goal: .value(amount.number),
        kind: isKept ? .floor : .level)
      return true
    }
    if isReach, text != "deliver", text != "secure", text != "have", text != "cover" {
      let name = subject(before: verb, in: head)
      if !name.isEmpty, !isActor(name) {
        var amount = amount
        if amount.unit == nil { amount.unit = counted(amount) }
        add(amount, name: name, goal: .value(amount.number))
        return true
      }
      // Grow ridership by 4% a year to reach 90 million trips.
      if name.isEmpty, let last, found.last?.sentence == sentence, ["reach", "hit", "total", "exceed"].contains(text) {
        var amount = amount
        if amount.unit == nil { amount.unit = counted(amount) }
        add(amount, name: last.name, goal: .value(amount.number))
        return true
      }
    }
    guard let done = participle(of: verb, text, head) else { return false }
    guard !amount.noun.isEmpty || amount.unit != nil else { return false }
    let before = found.count
    count(amount, done: done, to: end, verb: text)
    if text == "have", found.count == before + 1 { nameOwner(subject(before: verb, in: head)) }
    return true
  }

  private func isActor(_ name: String) -> Bool {
    let last = name.lowercased().split(separator: " ").last.map(String.init) ?? ""
    return [
      "we", "council", "city", "government", "it", "they", "programme", "plan", "county", "region", "authority",
      "ministry",
    ].contains(last)
  }

  mutating func count(_ amount: EnglishAmount, done: String, to end: Int, verb: String) {
    var amount = amount
    var noun = countedPhrase(amount, to: end)
    // Recruit 45 more nurses; have 5,000 more people in work.
    let isMore = noun.hasPrefix("more ")
    if isMore {
      noun.removeFirst(5)
      let behind = amount.nounWords.upperBound
      if word(behind) == "in", ["work", "employment", "training", "education", "jobs"].contains(word(behind + 1)) {
        noun += " in " + word(behind + 1)
      }
    }
    // There will be 300 fewer empty homes.
    if noun.hasPrefix("fewer ") {
      noun.removeFirst(6)
      return addChange(amount, name: done.isEmpty ? noun : "\(noun) \(done)", sign: -1, to: end)
    }
    let isMoney = amount.unit.map(EnglishAmounts.isMoney) ?? false
    if amount.unit == nil { amount.unit = counted(amount) }
    let name: String
    if isMoney || noun.isEmpty {
      let behind = amount.words.upperBound
      let what =
        ["in", "for", "on", "to"].contains(word(behind)) ? nounPhrase(Array((behind + 1)..<max(behind + 1, end))) : noun
      let source = word(behind) == "of" ? nounPhrase(Array((behind + 1)..<max(behind + 1, end))) : ""
      name =
        !source.isEmpty ? "\(source) \(done)" : what.isEmpty ? "Money \(done)" : "Money \(done) in \(what)"
      if done.isEmpty || !isMoney { return }
    } else {
      name = done.isEmpty ? noun : "\(noun) \(done)"
    }
    // Each year, retrofit 2,000 homes.
    let isAnnual =
      isAnnual(from: amount.words.upperBound, to: end) || isAnnual(from: 0, to: min(3, amount.words.lowerBound))
    add(
      amount, name: name, goal: isAnnual ? .every(amount.number) : .value(amount.number),
      kind: done.isEmpty && !isMore || amount.comparator?.wantsMore == false ? .level : .increase,
      measure: isAnnual ? .annual : nil)
    last = (.count(done: done), name, nil)
  }
}
