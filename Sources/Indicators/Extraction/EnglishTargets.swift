import DataFormats

/// Reads the targets of one English sentence.
///
/// A number is a target if the sentence promises (a modal verb, an imperative, a date to come) and something leads to
/// the number: to raise a thing *to* it or *by* it, to build so many, to have so many per cent of something.
struct EnglishTargets {
  let text: [Unicode.Scalar]
  let sentence: Range<Int>
  let plan: PlanPeriod?
  /// Whether the text so far is about the past. English sentences say so themselves, but for headings.
  let isPast: Bool
  /// The titles of the plan and of its site.
  var titles = ""
  let words: [EnglishWord]
  let times: [PlanTime]
  private(set) var amounts: [EnglishAmount]
  var found: [DraftTarget] = []
  var deadline: PlanTime?
  /// How the number before was promised, for a list that goes on.
  var last: (pattern: Pattern, name: String, direction: Direction?)?
  var baseline: DecimalNumber?
  var baselineYear: Int?
  private var baselineUnit: String?

  enum Pattern {
    case level
    case count(done: String)
    case change(Double)
  }

  init(_ text: [Unicode.Scalar], _ sentence: Range<Int>, _ numbers: [TextNumber], plan: PlanPeriod?, isPast: Bool) {
    self.text = text
    self.sentence = sentence
    self.plan = plan
    self.isPast = isPast
    let words = EnglishWord.all(in: text, sentence)
    self.words = words
    let times = EnglishTimes.all(in: words, plan: plan)
    self.times = times
    amounts = EnglishAmounts.all(in: text, words: words, numbers: numbers, times: times)
  }

  mutating func read() {
    guard promises else { return }
    removeLabels()
    if readBaselineFirst() { return }
    var start = 0
    for (index, amount) in amounts.enumerated() {
      var end = index + 1 < amounts.count ? amounts[index + 1].words.lowerBound : words.count
      // One third by 2028 and all of it by 2034
      if let all = (amount.words.upperBound..<max(amount.words.upperBound, end - 1)).first(where: {
        word($0) == "and" && word($0 + 1) == "all"
      }) {
        end = all
      }
      if index > 0, isPartOfShare(amount, behind: amounts[index - 1]) { continue }
      read(amount, from: start, to: end)
      // A baseline is in the middle of a promise.
      if baseline == nil { start = min(max(amount.words.upperBound, amount.nounWords.upperBound), end) }
    }
    // A recycling rate of 65%, up from 48% in 2024.
    if let baseline, found.count == 1, found[0].baseline == nil,
      baselineUnit == nil || found[0].unit == baselineUnit
    {
      (found[0].baseline, found[0].baselineYear) = (baseline, baselineYear)
      // 400 hectares, up from 120: what there will be, and no addition.
      if found[0].kind == .increase, case .value = found[0].goal { (found[0].kind, found[0].measure) = (.level, nil) }
    }
    shareDeadline()
    readMilestone()
  }

  /// 5% of households will spend over half of their income: the second share is part of what the first is of.
  private func isPartOfShare(_ amount: EnglishAmount, behind first: EnglishAmount) -> Bool {
    guard amount.unit == "%", first.unit == "%", first.words.lowerBound <= 4, word(first.words.upperBound) == "of"
    else {
      return false
    }
    let between = (first.words.upperBound..<amount.words.lowerBound).map(word)
    return between.contains { ["will", "shall", "must", "should"].contains($0) }
      && !between.contains { [",", ";", "and", "or", "to", "from"].contains($0) }
  }

  func word(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

  // MARK: Times

  /// The date that holds for an amount: in its own part of the sentence, else the one before.
  mutating func readDeadline(from start: Int, to end: Int) {
    for time in times where time.range.lowerBound >= start && time.range.upperBound <= end {
      switch time.meaning {
      case .deadline: if deadline == nil || time.range.lowerBound >= start { deadline = time }
      case .during(let year):
        if plan.map({ year >= $0.start }) ?? true {
          deadline = PlanTime(range: time.range, meaning: .deadline(year: year))
        }
      default: break
      }
    }
  }

  /// A single date holds for all amounts of the sentence.
  private mutating func shareDeadline() {
    let deadlines = times.filter { time in
      switch time.meaning {
      case .deadline: true
      case .during(let year): plan.map { year >= $0.start } ?? true && baselineYear != year
      default: false
      }
    }
    guard deadlines.count == 1, case .deadline(let year) = deadlines[0].meaning else { return }
    for index in found.indices where found[index].phrase == nil {
      found[index].year = year
      found[index].phrase = phrase(deadlines[0])
      if year != nil { found[index].gaps.removeAll { $0 == .year } }
      if found[index].confidence == .medium, found[index].goal != .direction { found[index].confidence = .high }
    }
  }

  func phrase(_ time: PlanTime) -> String {
    text[words[time.range.lowerBound].range.lowerBound..<words[time.range.upperBound - 1].range.upperBound].string
  }

  func isAnnual(from start: Int, to end: Int) -> Bool {
    times.contains {
      ($0.meaning == .every || $0.meaning == .average) && $0.range.lowerBound >= start && $0.range.upperBound <= end
    }
  }

  func isTime(_ index: Int) -> Bool { times.contains { $0.range.contains(index) } }

  // MARK: One amount

  private mutating func read(_ amount: EnglishAmount, from: Int, to: Int) {
    var amount = amount
    var head = head(from: from, to: amount.words.lowerBound)
    let isFirst = from == 0
    if isFirst { deadline = nil }
    // The 3 districts are there already.
    if word(amount.words.lowerBound - 1) == "the", amount.unit == nil, amount.scale.isEmpty { return }
    if readBaselineBehind(amount) { return }
    takeBounds(&head, &amount)
    let last = head.last.map(word) ?? ""
    let before = head.dropLast()
    let end = endOfClause(from: amount.words.upperBound, to: to)
    readDeadline(from: from, to: amount.words.lowerBound)
    readDeadline(from: amount.words.upperBound, to: endOfDeadline(behind: amount, to: to))

    if amount.isRatioVerb { return readRatioVerb(amount, head, to: end) }
    if readGroup(amount) || readRank(amount, head, to: end) || readComparative(amount, head, to: end) { return }
    if amount.isOneInSeveral, !["ensure", "that", "see", "have", "want"].contains(last) {
      // One in three new vehicles will be electric by 2028; one in three journeys to be cycled by 2035.
      let hasModal = (amount.words.upperBound..<end).contains {
        ["will", "shall", "must"].contains(word($0)) || word($0) == "to" && word($0 + 1) == "be"
      }
      // By 2030, 9 out of 10 residents will …; one in five residents will be old is no target.
      let isAlone = head.isEmpty || amount.number.value >= 50 && head.allSatisfy { word($0) == "," }
      guard isAlone, hasModal, deadline != nil || amount.comparator == .atLeast else {
        return
      }
    }
    // 15 hectares, half of it in the east
    if amount.unit == "%", word(amount.words.upperBound) == "of",
      ["it", "them", "these", "those", "this"].contains(word(amount.words.upperBound + 1))
    {
      return
    }
    if readOpening(amount, head) || readHalf(amount, last, before) { return }
    if readZero(amount, last) { return }
    if last == "from" || last == "baseline" && amount.unit == "%" { return takeBaseline(amount, to: to) }
    if Self.prepositions.contains(last), !(last == "in" && word(amount.words.upperBound) == "of") {
      return readAfterPreposition(amount, last, before, to: end)
    }
    // We commit to a 40% cut in emissions.
    if last == "to", let noun = changeNoun(behind: amount), let verb = before.last,
      ["commit", "commits", "committed", "pledge", "agree", "aspire"].contains(word(verb))
    {
      return readChangeNoun(amount, noun, to: to)
    }
    switch last {
    case "to", "at", "towards": return readLevel(amount, before, preposition: last, to: end)
    case "by": return readChange(amount, before, to: end)
    case "of":
      if readFactor(amount, before) { return }
      // An interim target of a 70% reduction: of what, another part of the sentence says.
      if let noun = changeNoun(behind: amount), !["in", "of", "to"].contains(word(noun.index + 1)) { return }
      return readNoun(amount, before, to: end)
    case "is", "are", "was", "were", "had", "has": return
    default: break
    }
    if let noun = changeNoun(behind: amount) { return readChangeNoun(amount, noun, to: to) }
    if let verb = head.last, readVerb(amount, verb, before, to: to, clauseEnd: end) { return }
    if amount.comparator != nil, let verb = head.last { if readLimit(amount, verb, before, to: end) { return } }
    if readBareChange(amount, head[...], to: end) { return }
    if head.isEmpty || isConnector(last)
      || ["ensure", "that", "see", "have", "want", "get", ":", "–", "—", "target", "which"].contains(last)
    {
      if readList(amount, last: last, to: to) || isLabel(head) && readDone(amount, to: to) { return }
      readSubject(amount, after: last, before, to: to)
    }
  }

  /// Words after which an amount describes something else, with few exceptions.
  private static let prepositions: Set<String> = [
    "in", "into", "across", "with", "for", "during", "within", "on", "than", "between", "per", "through", "around",
    "every",
  ]

  private mutating func readAfterPreposition(
    _ amount: EnglishAmount, _ preposition: String, _ before: ArraySlice<Int>, to end: Int
  ) {
    // Our target is for 80% of new vehicles to be electric.
    if preposition == "for", amount.unit == "%", word(amount.words.upperBound) == "of",
      before.contains(where: { ["target", "goal", "aim", "ambition", "objective"].contains(word($0)) })
    {
      let name = sharePhrase(behind: amount, to: words.count)
      if !name.isEmpty { add(amount, name: name, goal: .value(amount.number)) }
      return
    }
    if preposition == "for", readBeneficiaries(amount, before, to: end) { return }
    guard amount.unit == "%", preposition == "with", deadline != nil else { return }
    let name = nounPhrase(Array(amount.words.upperBound..<max(amount.words.upperBound, end)))
    if !name.isEmpty, word(amount.words.upperBound) != "of" { add(amount, name: name, goal: .value(amount.number)) }
  }

  /// Cut emissions 50% by 2030 and reach net zero by 2040: the first date after a number is its own, if another deed
  /// follows.
  private func endOfDeadline(behind amount: EnglishAmount, to end: Int) -> Int {
    guard let first = times.first(where: { $0.isDeadline && $0.range.lowerBound >= amount.words.upperBound }),
      first.range.upperBound < end,
      let link = (first.range.upperBound..<end).first(where: { ["and", ",", ";"].contains(word($0)) }),
      isVerb(word(link + 1)) || ["become", "be"].contains(word(link + 1))
    else { return end }
    return link
  }

  private func isConnector(_ word: String) -> Bool { ["and", ",", "or", ";", "plus", "including"].contains(word) }

  /// Numbers that name a thing are words like others: people aged 20 to 64.
  private mutating func removeLabels() {
    var kept: [EnglishAmount] = []
    var label: Int?
    for amount in amounts {
      let isRest =
        label.map { amount.words.lowerBound == $0 + 1 && ["to", "and", "-", "–"].contains(word($0)) } ?? false
      if isLabel(amount) || isRest && amount.unit != "%" {
        label = amount.words.upperBound
      } else {
        kept.append(amount)
      }
    }
    amounts = kept
  }

  /// Goal 3, a five-year plan, children aged 5.
  private func isLabel(_ amount: EnglishAmount) -> Bool {
    let (start, end) = (amount.words.lowerBound, amount.words.upperBound)
    let before = word(start - 1)
    if EnglishWords.labels.contains(before), amount.unit != "%",
      !["number", "target", "goal", "objective", "under"].contains(before) || amount.noun.isEmpty
    {
      return true
    }
    // People over 65
    if ["over", "under"].contains(before), amount.unit == nil, amount.noun.isEmpty,
      (12...90).contains(amount.number.value),
      words.contains(where: { ["people", "residents", "adults", "population"].contains($0.text) })
    {
      return true
    }
    // Year 6 children
    if ["year", "grade"].contains(before), amount.unit == nil, amount.number.value <= 13 { return true }
    if ["goal", "target", "objective"].contains(before), amount.unit != "%", amount.noun.isEmpty { return true }
    let next = word(end)
    if next.hasPrefix("-") || ["year", "years", "months"].contains(next) && ["old", "olds"].contains(word(end + 1)) {
      return true
    }
    if ["#", "/", "+"].contains(before) || next == "+" || next == "/" { return true }
    if word(start - 1) == "–", Int(word(start - 2)) != nil { return true }
    // 14 km long, one tree for every resident
    if amount.noun.contains(where: { ["long", "wide", "tall", "high", "deep"].contains($0) }) { return true }
    if amount.number.value == 1, amount.unit == nil, word(amount.nounWords.upperBound) == "for",
      ["every", "each"].contains(word(amount.nounWords.upperBound + 1))
    {
      return true
    }
    if let head = amount.noun.last, EnglishWords.parts.contains(head), amount.number.value < 20 {
      return !isMeasured(start, head)
    }
    return false
  }

  /// Reduce the wait to 10 minutes: a time that is itself the measure.
  private func isMeasured(_ start: Int, _ unit: String) -> Bool {
    guard ["days", "weeks", "hours", "minutes", "years", "months", "places", "points"].contains(unit) else {
      return false
    }
    var index = start - 1
    while index >= 0,
      EnglishWords.fillers.contains(word(index))
        || ["under", "below", "than", "less", "more", "least"].contains(word(index))
    { index -= 1 }
    // Response times will be under eight minutes.
    if ["be", "stay", "remain", "average", "exceed"].contains(word(index)) { return true }
    return ["to", "by", "at", "below", "exceed", "under", "from", "time", "times"].contains(word(index))
      || EnglishWords.acts[word(index)] != nil
  }

  /// The words before an amount that belong to its part of the sentence, without times.
  private func head(from: Int, to: Int) -> [Int] {
    var start = from
    for index in from..<to where [";", ":", "("].contains(word(index)) { start = index + (word(index) == ":" ? 0 : 1) }
    // The mark of an item of a list
    if start < to, ["•", "*", "▪", "◦", "·"].contains(word(start)) { start += 1 }
    return (start..<to).filter { !isTime($0) }
  }

  private func endOfClause(from: Int, to: Int) -> Int {
    (from..<max(from, to)).first { [";", ".", ")"].contains(word($0)) } ?? to
  }

  /// (2019: 21,400 tonnes); against a 2023 baseline of 41,000.
  private mutating func readBaselineBehind(_ amount: EnglishAmount) -> Bool {
    let start = amount.words.lowerBound
    var year: Int?
    if word(start - 1) == ":", word(start - 3) == "(", let stated = Int(word(start - 2)), (1900...2199).contains(stated)
    {
      guard plan.map({ stated < $0.start }) ?? true else { return false }
      year = stated
    } else if word(start - 1) != "of" || word(start - 2) != "baseline" {
      return false
    }
    guard let index = found.indices.last, found[index].baseline == nil else { return true }
    let isChange = if case .relative = found[index].goal { true } else { false }
    guard
      isChange || (amount.unit ?? counted(amount)) == found[index].unit
        || found[index].unit?.hasPrefix(amount.noun.first ?? " ") == true
    else { return true }
    found[index].baseline = amount.number
    if let year { found[index].baselineYear = year }
    found[index].gaps.removeAll { $0 == .baseline }
    return true
  }

  private mutating func takeBaseline(_ amount: EnglishAmount, to: Int) {
    baseline = amount.number
    baselineUnit = amount.unit
    for time in times where time.range.lowerBound >= amount.words.upperBound && time.range.upperBound <= to {
      if case .during(let year) = time.meaning { baselineYear = year }
      if case .base(let year) = time.meaning { baselineYear = year }
    }
    if let range = deadline?.range, range.lowerBound >= amount.words.upperBound, range.upperBound <= to {
      deadline = nil
    }
  }
}
