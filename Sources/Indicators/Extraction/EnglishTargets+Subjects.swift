import DataFormats

// Lists, words for ratios, and milestones.
extension EnglishTargets {
  // MARK: Lists

  /// Build 500 homes, 3 schools and 2 clinics; to 60% by 2027 and 80% by 2030.
  mutating func readList(_ amount: EnglishAmount, last word: String, to end: Int) -> Bool {
    guard let last, [",", "and", "or", "plus", "including"].contains(word) else { return false }
    switch last.pattern {
    case .count(let done):
      // 12,500 homes, including 3,000 for social rent
      if word == "including", amount.unit == nil, amount.noun.isEmpty, self.word(amount.words.upperBound) == "for" {
        let what = nounPhrase(Array((amount.words.upperBound + 1)..<max(amount.words.upperBound + 1, end)))
        guard !what.isEmpty, let unit = found.last?.unit else { return false }
        var amount = amount
        amount.unit = unit
        add(amount, name: "\(last.name): for \(what)", goal: .value(amount.number), kind: .increase)
        return true
      }
      guard amount.unit != "%", !amount.noun.isEmpty, !isSubjectOfOther(amount, to: end) else { return false }
      // Add 12 miles of trail by 2026 and 30 miles by 2030.
      if amount.noun.count == 1, amount.unit == amount.noun[0], amount.unit == found.last?.unit {
        add(amount, name: last.name, goal: .value(amount.number), kind: .increase)
        return true
      }
      count(amount, done: done, to: end, verb: "")
      return true
    case .level:
      guard amount.unit == found.last?.unit, amount.noun.isEmpty, self.word(amount.words.upperBound) != "of" else {
        return false
      }
      add(amount, name: last.name, goal: .value(amount.number), direction: last.direction)
      return true
    case .change: return false
    }
  }

  private func isSubjectOfOther(_ amount: EnglishAmount, to end: Int) -> Bool {
    (amount.words.upperBound..<min(words.count, amount.words.upperBound + 8)).contains {
      ["will", "shall", "are", "is", "have"].contains(word($0))
    }
  }

  // MARK: Words for ratios

  /// Double the number of cyclists; the number of cyclists will double; halve waste.
  mutating func readRatioVerb(_ amount: EnglishAmount, _ head: [Int], to end: Int) {
    var name = nounPhrase(Array(amount.words.upperBound..<max(amount.words.upperBound, end)))
    if name.isEmpty || ["to"].contains(word(amount.words.upperBound)) {
      name = subject(before: amount.words.lowerBound, in: head[...])
    }
    guard !name.isEmpty else { return }
    add(amount, name: name, goal: .relative(amount.number), direction: amount.number.value < 0 ? .down : nil)
  }

  /// Establish a baseline for reuse and increase it: a way to go whose number comes later.
  mutating func readBaselineFirst() -> Bool {
    guard let place = words.firstIndex(where: { $0.text == "baseline" || $0.text == "baselines" }),
      words[..<place].contains(where: {
        ["establish", "set", "develop", "determine", "define", "create", "agree", "measure"].contains($0.text)
      }),
      let verb = words.indices.first(where: {
        $0 > place && (EnglishWords.up.contains(word($0)) || EnglishWords.down.contains(word($0)))
      }),
      !amounts.contains(where: { $0.words.lowerBound > verb })
    else { return false }
    let behind = nounPhrase(Array((verb + 1)..<words.count))
    var start = place + 1
    while ["data", "figure", "figures", "level", "levels", "survey", "value", "values"].contains(word(start)) {
      start += 1
    }
    let between =
      ["for", "of", "on"].contains(word(start)) && start + 1 < verb ? nounPhrase(Array((start + 1)..<verb)) : ""
    let first = behind.lowercased().split(separator: " ").first ?? ""
    let name =
      ["it", "this", "that", "them", "these", "from", "thereafter", "year"].contains(first) || behind.isEmpty
      ? between : behind
    guard !name.isEmpty else { return false }
    readDeadline(from: verb, to: words.count)
    let isDown = EnglishWords.down.contains(word(verb))
    let amount = EnglishAmount(
      number: DecimalNumber(value: 0, decimals: 0), words: verb..<verb + 1, range: words[verb].range)
    add(amount, name: name, goal: .direction, direction: isDown ? .down : .up)
    return true
  }

  // MARK: Milestones

  private static let deeds: Set<String> = [
    "open", "complete", "launch", "adopt", "publish", "establish", "finish", "introduce", "create", "build", "deliver",
    "set", "commission", "approve",
    "begin", "start", "construct", "reach", "become", "achieve", "appoint", "sign", "phase", "end", "ban", "close",
    "secure", "designate", "eliminate", "clear", "abolish", "eradicate", "provide", "extend",
  ]

  /// Open a museum by 2027: done or not done, by a date.
  mutating func readMilestone() {
    // In "open a museum by 2027, with 200,000 visitors" the deed comes before the comma.
    let comma = words.indices.first { word($0) == "," && $0 > firstWord + 1 } ?? words.count
    guard
      amounts.allSatisfy({
        $0.words.lowerBound > comma || [word($0.words.lowerBound - 1), word($0.words.lowerBound - 2)].contains("(")
      }), found.isEmpty || amounts.allSatisfy({ $0.words.lowerBound > comma }),
      let time = times.last(where: { if case .deadline(.some) = $0.meaning { true } else { false } })
    else { return }
    var index = firstWord
    if let first = times.first, first.range.lowerBound <= index { index = max(index, first.range.upperBound) }
    while [",", "to", "we", "will", "the", "council", "city"].contains(word(index)) { index += 1 }
    let first = times.first { if case .deadline(.some) = $0.meaning { $0.range.lowerBound < comma } else { false } }
    let end =
      amounts.isEmpty ? words.count : amounts[0].words.lowerBound > comma ? comma : amounts[0].words.lowerBound - 1
    // Every neighbourhood will have a health worker.
    let isOfAll =
      (["every", "all", "each"].contains(word(index))
        || word(index) == "ensure" && ["every", "all", "each", "that"].contains(word(index + 1))) && amounts.isEmpty
      && (word(index) == "ensure"
        || words[index...].prefix(8).contains { ["will", "shall", "must"].contains($0.text) })
    guard isOfAll || EnglishTargets.deeds.contains(word(index)), end > index + 1 else { return }
    // Create a third of a million jobs, build half a mile of path: a number that nobody read.
    let isUnread = words.indices.contains {
      ["thousand", "million", "billion"].contains(word($0)) || word($0) == "half" && word($0 + 1) == "a"
    }
    guard !isUnread || !amounts.isEmpty else { return }
    let phrase = nounPhrase(Array((index + 1)..<end), isWhole: true)
    guard !phrase.isEmpty else { return }
    deadline = amounts.isEmpty ? time : first ?? time
    var draft = draft(
      EnglishAmount(number: DecimalNumber(value: 0, decimals: 0), words: index..<index + 1, range: words[index].range),
      name: "\(word(index)) \(phrase)", goal: .done)
    draft.kind = .milestone
    draft.unit = nil
    draft.confidence = .medium
    found.append(draft)
  }
}
