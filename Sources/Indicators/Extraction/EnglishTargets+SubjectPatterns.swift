import DataFormats

// Amounts before their verb: At least 80% of adults will have …; 10,000 trees will be planted.
extension EnglishTargets {
  /// An amount at the beginning of its clause, with the text around it.
  private struct SubjectAmount {
    let amount: EnglishAmount
    /// The word before it; empty if it is the first.
    let lead: String
    /// The end of the clause.
    let end: Int
    /// `will`, `shall`, `must` or `should` after it.
    let modal: Int?
    /// Whether the amount follows `Target:` or a word like it.
    let isNamedTarget: Bool

    var start: Int { amount.words.upperBound }
  }

  /// The patterns, in the order in which they are tried: each may count on those before it not fitting.
  private enum SubjectPattern: CaseIterable {
    /// 3,500 homes, of which 1,200 will be for rent.
    case part
    /// Recycling rate: 65% by 2030.
    case label
    /// At least 80% of adults will have a library card.
    case share
    /// Fewer than 10 drownings per year.
    case limit
    /// 2,500 ha of new green space by 2036: a line of a list.
    case lineOfList
    /// Ten thousand residents will complete a training by 2030.
    case doing
    /// By 2027, 15 schools will have school streets.
    case having
    /// 10,000 trees will be planted; 20 charging hubs will be in place by 2027.
    case done
  }

  mutating func readSubject(_ amount: EnglishAmount, after lead: String, _ head: ArraySlice<Int>, to end: Int) {
    let modal = (amount.words.upperBound..<max(amount.words.upperBound, end)).first {
      ["will", "shall", "must", "should"].contains(word($0))
    }
    let subject = SubjectAmount(
      amount: amount, lead: lead, end: end, modal: modal,
      isNamedTarget: lead == ":" && ["target", "targets", "goal", "kpi"].contains(word(firstWord)))
    for pattern in SubjectPattern.allCases {
      if read(subject, as: pattern) { return }
    }
  }

  /// Whether the pattern fits. A target is added unless the words say that there is none.
  private mutating func read(_ subject: SubjectAmount, as pattern: SubjectPattern) -> Bool {
    switch pattern {
    case .part: readPart(subject)
    case .label: readLabel(subject)
    case .share: readShare(subject)
    case .limit: readLineOfLimit(subject)
    case .lineOfList: readLineOfList(subject)
    case .doing: readDoing(subject)
    case .having: readHaving(subject)
    case .done: readDone(subject)
    }
  }

  private mutating func readPart(_ subject: SubjectAmount) -> Bool {
    guard subject.lead == "which" else { return false }
    guard let last, found.last?.sentence == sentence else { return true }
    var amount = subject.amount
    let phrase = sharePhrase(behind: amount, to: words.count)
    amount.unit = amount.unit ?? found.last?.unit
    if !phrase.isEmpty {
      add(amount, name: "\(last.name): \(phrase)", goal: .value(amount.number), kind: found.last?.kind ?? .level)
    }
    return true
  }

  private mutating func readLabel(_ subject: SubjectAmount) -> Bool {
    guard [":", "–", "—"].contains(subject.lead) else { return false }
    var amount = subject.amount
    let behind = max(subject.start, amount.nounWords.upperBound)
    let name = nounPhrase(
      words.indices.filter { $0 < amount.words.lowerBound && !isTime($0) && ![":", "–", "—"].contains(word($0)) })
    guard deadline != nil, !name.isEmpty, amount.unit != nil || !amount.noun.isEmpty,
      subject.start >= words.count - 4 || isTime(behind) || word(behind) == "("
    else { return false }
    if amount.unit == nil { amount.unit = counted(amount) }
    add(amount, name: name, goal: .value(amount.number))
    return true
  }

  private mutating func readShare(_ subject: SubjectAmount) -> Bool {
    let (amount, lead, modal) = (subject.amount, subject.lead, subject.modal)
    guard amount.unit == "%" else { return false }
    guard
      word(subject.start) == "of" || modal != nil || lead == "have" || amount.isOneInSeveral || subject.isNamedTarget
    else { return true }
    let isFirst = amount.comparator == .atLeast && amount.words.lowerBound <= 2
    guard
      modal != nil || deadline != nil || lead == ":" && times.contains(where: \.isDeadline) || isFirst
        || subject.isNamedTarget || ["ensure", "that", "see", "have", "get"].contains(lead)
    else { return true }
    let name = sharePhrase(behind: amount, to: words.count)
    if !name.isEmpty { add(amount, name: name, goal: .value(amount.number)) }
    return true
  }

  private mutating func readLineOfLimit(_ subject: SubjectAmount) -> Bool {
    let amount = subject.amount
    guard isLineOfLimit, amount.words.lowerBound <= 3 else { return false }
    let name = countedPhrase(amount, to: subject.end)
    if !name.isEmpty {
      add(
        amount, name: isYearly(subject) ? name + " per year" : name, goal: .value(amount.number), kind: .ceiling)
    }
    return true
  }

  private mutating func readLineOfList(_ subject: SubjectAmount) -> Bool {
    let (amount, lead) = (subject.amount, subject.lead)
    guard subject.modal == nil, lead.isEmpty || lead == ":" && isLabel(Array(0..<amount.words.lowerBound)),
      lead == ":" || amount.words.lowerBound <= 1, deadline != nil, word(subject.start) != "(",
      !words.contains(where: { EnglishWords.pastVerbs.contains($0.text) || EnglishWords.modals.contains($0.text) }),
      words.contains(where: { ["new", "additional", "more", "extra"].contains($0.text) })
    else { return false }
    let name = countedPhrase(amount, to: subject.end)
    if !name.isEmpty {
      add(amount, name: name, goal: .value(amount.number), kind: .increase, measure: .cumulative)
    }
    return true
  }

  private mutating func readDoing(_ subject: SubjectAmount) -> Bool {
    var amount = subject.amount
    let isYearly = isYearly(subject)
    guard let modal = subject.modal, deadline != nil || isYearly, Self.doings.contains(word(modal + 1)),
      !amount.noun.isEmpty
    else { return false }
    let name = sharePhrase(behind: amount, to: words.count)
    amount.unit = amount.unit ?? counted(amount)
    if !name.isEmpty {
      add(
        amount, name: name, goal: isYearly ? .every(amount.number) : .value(amount.number), kind: .increase,
        measure: isYearly ? .annual : .cumulative)
    }
    return true
  }

  private mutating func readHaving(_ subject: SubjectAmount) -> Bool {
    let amount = subject.amount
    guard let modal = subject.modal, deadline != nil, word(modal + 1) == "have", !amount.noun.isEmpty,
      word(modal + 2) != "been", !EnglishWords.acts.values.contains(word(modal + 2)), !word(modal + 2).hasSuffix("ed")
    else { return false }
    let name = sharePhrase(behind: amount, to: words.count)
    if !name.isEmpty { add(amount, name: name, goal: .value(amount.number)) }
    return true
  }

  private mutating func readDone(_ subject: SubjectAmount) -> Bool {
    guard let modal = subject.modal, ["be", "have", "benefit", "receive"].contains(word(modal + 1)),
      !subject.amount.noun.isEmpty
    else { return false }
    var done = word(modal + 2)
    if done == "been" { done = word(modal + 3) }
    if done == "in", deadline != nil, ["place", "operation", "service", "use"].contains(word(modal + 3)) {
      count(subject.amount, done: "in \(word(modal + 3))", to: modal, verb: done)
    } else if done.hasSuffix("ed") || EnglishWords.acts.values.contains(done) {
      count(subject.amount, done: done, to: modal, verb: done)
    }
    return true
  }

  private func isYearly(_ subject: SubjectAmount) -> Bool { isAnnual(from: subject.start, to: words.count) }

  /// The verbs of people who are counted.
  private static let doings: Set<String> = [
    "complete", "join", "attend", "open", "enter", "operate", "gain", "participate", "graduate", "achieve", "finish",
    "access", "use", "take",
  ]
}
