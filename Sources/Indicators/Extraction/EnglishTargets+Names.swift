import DataFormats

// The words that name a target.
extension EnglishTargets {
  /// The name before a verb: what will rise, without who promises it.
  func subject(before verb: Int, in head: ArraySlice<Int>) -> String {
    var part = head.filter { $0 < verb }
    while let last = part.last,
      [
        "will", "shall", "must", "should", "to", "not", "continue", "is", "are", "expected", "that", "be", "also",
        "have", "has", "can", "may", "never",
      ].contains(word(last))
    {
      part.removeLast()
    }
    // The last part between commas.
    if let comma = part.lastIndex(where: { place in
      [",", ";", "and", "while", "so"].contains(word(place)) && place > (part.first ?? 0)
        // Journeys made on foot, by bicycle or by bus
        && !(word(place) == "," && ["by", "on", "in", "at", "with", "or"].contains(word(place + 1)))
    }) {
      let rest = Array(part[(comma + 1)...])
      let hasOwnVerb = part[..<comma].contains { ["will", "shall", "must", "should"].contains(word($0)) }
      if word(part[comma]) != "and" || hasOwnVerb || rest.count > 1 && ["the", "a", "our"].contains(word(rest[0])) {
        part = rest
      }
    }
    let name = nounPhrase(part)
    // There will be 12 more playgrounds: the subject follows the verb.
    return name.lowercased() == "there" ? "" : name
  }

  /// The words as a name: without articles and openings before, and up to the first word that ends a noun phrase.
  func nounPhrase(_ indexes: [Int], isWhole: Bool = false) -> String {
    var indexes = indexes.filter { !isTime($0) }
    while let first = indexes.first,
      EnglishWords.openings.contains(word(first)) && !isPartOfName(first)
        || ["a", "an", "of", "down", "up"].contains(word(first))
    { indexes.removeFirst() }
    var kept: [Int] = []
    // In "living within 500 m of a park" until "of"
    var isDistance = false
    for index in indexes {
      let text = word(index)
      if isDistance || text == "within" && ["living", "live", "located"].contains(kept.last.map(word) ?? "") {
        isDistance = text != "of"
        kept.append(index)
        continue
      }
      // The number of residents using libraries
      if text == "using", ["number", "share", "proportion", "percentage"].contains(kept.first.map(word) ?? "") {
        kept.append(index)
        continue
      }
      // Time to process applications
      // The ratio of pupils to teachers
      if text == "to", kept.contains(where: { word($0) == "ratio" }), !isTime(index + 1), isNoun(index + 1) {
        kept.append(index)
        continue
      }
      if text == "to", let last = kept.last, Self.purposes.contains(word(last)),
        isVerb(word(index + 1)) || !startsNumber(index + 1)
      {
        kept.append(index)
        continue
      }
      if [",", ";", ".", "(", ")", ":"].contains(text) {
        if kept.isEmpty { continue }
        // made by foot, bike or transit
        guard text == ",", isList(index, in: indexes) || isListOfMeans(index, in: indexes) else { break }
      }
      if let last = kept.last, index > last + 1, !isTime(index - 1) { break }
      // Emissions from council operations; in "from 54% to 60%" the name has ended.
      if text == "from", !kept.isEmpty, !isWhole, !startsNumber(index + 1) {
        kept.append(index)
        continue
      }
      if !kept.isEmpty,
        [
          "from", "to", "through", "so", "while", "via", "compared", "relative", "until", "against", "across", "will",
          "shall", "than", "but", "using", "within", "over",
          "throughout",
        ].contains(text), !isWhole, Int(word(index + 1)) == nil || Int(word(index - 1)) == nil
      {
        break
      }
      if text == "by",
        !isListOfMeans(index, in: indexes) && isTime(index + 1)
          || amounts.contains(where: { $0.words.contains(index + 1) })
          || word(index + 1).hasSuffix("ing") || kept.isEmpty
      {
        break
      }
      if !kept.isEmpty, text == "and", isVerb(word(index + 1)) || word(index + 1) == "to" { break }
      if amounts.contains(where: { $0.words.contains(index) && !$0.isRatioVerb }) { break }
      kept.append(index)
    }
    while let last = kept.last,
      EnglishWords.stops.contains(word(last))
        || ["the", "a", "an", "further", "again", "up", "down", "and"].contains(word(last))
    { kept.removeLast() }
    guard let first = kept.first, let last = kept.last, kept.count <= 24 else { return "" }
    return shown(words[first].range.lowerBound..<words[last].range.upperBound, skipping: kept)
  }

  private static let purposes: Set<String> = ["time", "times", "ability", "right"]

  /// Council tax, city centre: the word is not an actor.
  private func isNoun(_ index: Int) -> Bool {
    word(index).first?.isLetter == true && !amounts.contains { $0.words.contains(index) }
  }

  private func isPartOfName(_ index: Int) -> Bool {
    guard ["council", "city", "county", "region", "state", "borough"].contains(word(index)) else { return false }
    let next = word(index + 1)
    return !next.isEmpty && !EnglishWords.openings.contains(next) && !EnglishWords.stops.contains(next) && !isVerb(next)
      && next.first?.isLetter == true && !["'s", "has", "have"].contains(next)
  }

  /// Whether there is a number or a time here, or after an article: from about 54%.
  private func startsNumber(_ index: Int) -> Bool {
    (index...index + 2).contains { place in
      isTime(place) || amounts.contains { $0.words.contains(place) } || Int(word(place)) != nil
    }
  }

  /// Whether a comma divides a list of single words.
  private func isList(_ comma: Int, in indexes: [Int]) -> Bool {
    ["or", "and"].contains(word(comma + 2)) && !isVerb(word(comma + 1)) && !isVerb(word(comma + 3))
      && indexes.contains(comma + 3) && !isTime(comma + 1) && !amounts.contains { $0.words.contains(comma + 1) }
  }

  /// Whether the words go on with another way to do it: on foot, by bicycle or by bus.
  private func isListOfMeans(_ place: Int, in indexes: [Int]) -> Bool {
    let means = word(place) == "," ? place + 1 : place
    return ["by", "on"].contains(word(means)) && indexes.contains(means + 1) && !startsNumber(means + 1)
      && !isTime(means + 1) && indexes.contains { word($0) == "or" && word($0 + 1) == word(means) }
  }

  private func shown(_ range: Range<Int>, skipping kept: [Int]) -> String {
    let hidden = words.filter { word in
      range.contains(word.range.lowerBound) && !kept.contains { words[$0].range == word.range }
    }
    guard !hidden.isEmpty else { return text[range].string.trimmed }
    return kept.map { text[words[$0].range].string }.joined(separator: " ")
  }

  /// 80% of adults will have basic skills → adults with what follows.
  func sharePhrase(behind amount: EnglishAmount, to end: Int) -> String {
    var start = amount.words.upperBound
    if word(start) == "of" { start += 1 }
    var indexes = Array(start..<max(start, end)).filter { !isTime($0) }
    while let first = indexes.first, ["all", "the", "our", "its"].contains(word(first)) { indexes.removeFirst() }
    var kept: [Int] = []
    for index in indexes {
      if word(index) == "and", word(index + 1) == "all" { break }
      if [";", ".", ":"].contains(word(index)) || word(index) == "(" { break }
      if word(index) == ",", !kept.isEmpty, !isListOfMeans(index, in: indexes) { break }
      if ["and", "or"].contains(word(index)),
        amounts.contains(where: { $0.words.lowerBound > index && $0.words.lowerBound < index + 4 })
      {
        break
      }
      if ["will", "shall", "must", "should", "be"].contains(word(index)) { continue }
      if word(index) == "to", word(index + 1) == "be" { continue }
      kept.append(index)
    }
    while let last = kept.last, EnglishWords.stops.contains(word(last)) { kept.removeLast() }
    guard !kept.isEmpty, kept.count <= 24 else { return "" }
    return kept.map { text[words[$0].range].string }.joined(separator: " ").replacing(" ,", with: ",")
  }

  /// The noun that is counted, with what belongs to it: new homes for older people.
  func countedPhrase(_ amount: EnglishAmount, to end: Int) -> String {
    var last = amount.nounWords.upperBound
    guard !amount.noun.isEmpty else { return "" }
    if word(last) == "for" || word(last) == "of" {
      var more = last + 1
      while more < min(end, words.count), !isTime(more), !EnglishWords.nounStops.contains(word(more)), more - last < 6 {
        more += 1
      }
      if more > last + 1 { last = more }
    }
    var kept = (amount.nounWords.lowerBound..<last).filter { !isTime($0) }
    // 120 km of river: the unit is not part of what is restored.
    if amount.unit != nil, kept.count > 2, word(kept[1]) == "of" { kept.removeFirst(2) }
    // 1.5 million square metres of solar panels
    if amount.unit != nil, kept.count > 3, word(kept[2]) == "of" { kept.removeFirst(3) }
    guard let first = kept.first, let final = kept.last else { return "" }
    return text[words[first].range.lowerBound..<words[final].range.upperBound].string
  }

  /// The unit of what is counted: the last word of the noun, `homes` of *new affordable homes*.
  func counted(_ amount: EnglishAmount) -> String? {
    guard !amount.noun.isEmpty else { return nil }
    let phrase = amount.noun.prefix { !["of", "a", "per", "each"].contains($0) }
    guard let head = phrase.last else { return nil }
    // 120 litres a day
    let behind = amount.nounWords.lowerBound + phrase.count
    let bases = ["day", "week", "month", "person", "head", "household", "hectare", "capita", "hour"]
    var unit = head
    var place = behind
    while ["a", "per", "each"].contains(word(place)), bases.contains(word(place + 1)), !isTime(place) {
      unit += " \(word(place)) \(word(place + 1))"
      place += 2
    }
    return scaledUnit(unit + largerBase(at: place), amount)
  }

  /// Deaths per 1,000 live births, passengers per square metre: what the base adds to a unit.
  private func largerBase(at place: Int) -> String {
    guard word(place) == "per" else { return "" }
    let isNumber = word(place + 1).first?.isNumber ?? false
    guard isNumber || ["square", "cubic"].contains(word(place + 1)) else { return "" }
    var end = place + 2
    while end < min(words.count, place + (isNumber ? 4 : 3)), word(end).first?.isLetter == true, !isTime(end),
      !EnglishWords.stops.contains(word(end))
    {
      end += 1
    }
    guard end > place + 2 else { return "" }
    return " " + text[words[place].range.lowerBound..<words[end - 1].range.upperBound].string
  }

  private func scaledUnit(_ unit: String, _ amount: EnglishAmount) -> String {
    amount.scale.isEmpty ? unit : "\(amount.scale) \(unit)"
  }

  private static let doings: Set<String> = [
    "sleeping", "living", "working", "experiencing", "receiving", "using", "waiting", "attending", "walking", "cycling",
    "participating", "facing", "getting",
  ]

  /// The unit of a number of things: `homes` of *number of new homes built each year*.
  func unit(inName name: String) -> String? {
    let parts = name.lowercased().split(separator: " ").map(String.init)
    guard parts.count > 2, parts[0] == "number", parts[1] == "of" else { return nil }
    let noun = parts[2...].drop { $0.hasSuffix("ed") || $0 == "new" }.prefix {
      !EnglishWords.nounStops.contains($0) && !$0.hasSuffix("ed") && !EnglishWords.acts.values.contains($0)
        && $0 != "of" && !Self.doings.contains($0)
    }
    return noun.last
  }

  private func scaled(_ unit: String?, _ amount: EnglishAmount) -> String? {
    guard !amount.scale.isEmpty else { return unit }
    return unit.map { "\(amount.scale) \($0)" } ?? amount.scale
  }

  /// Digital skills of *Establish a baseline for digital skills*.
  private func withoutBaseline(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 4,
      ["establish", "set", "develop", "agree", "measure", "define"].contains(words[0].lowercased()),
      words[1] == "a", words[2] == "baseline", ["for", "of", "on"].contains(words[3])
    else { return name }
    return words.dropFirst(4).joined(separator: " ")
  }

  // MARK: Drafts

  func draft(_ amount: EnglishAmount, name: String, goal: DraftTarget.Goal) -> DraftTarget {
    var draft = DraftTarget(
      name: name.prefix(1).uppercased() + name.dropFirst(), unit: amount.unit, kind: .level, goal: goal,
      comparator: amount.comparator,
      isApproximate: amount.isApproximate, quote: text[sentence].string, sentence: sentence, number: amount.range,
      confidence: .high)
    if let deadline, case .deadline(let year) = deadline.meaning {
      draft.year = year
      draft.phrase = phrase(deadline)
    }
    if draft.year == nil { draft.gaps.append(.year) }
    return draft
  }

  mutating func add(
    _ amount: EnglishAmount, name: String, goal: DraftTarget.Goal, kind: IndicatorKind = .level,
    measure: Measure? = nil,
    direction: Direction? = nil
  ) {
    var amount = amount
    let given = name
    let name = withoutBaseline(given)
    if name != given, baselineYear == nil {
      baselineYear = times.lazy.compactMap { if case .during(let year) = $0.meaning { year } else { nil } }.first
    }
    if amount.unit == nil, case .value = goal { amount.unit = counted(amount) ?? scaled(unit(inName: name), amount) }
    var (goal, kind, measure) = (goal, kind, measure)
    if let high = amount.high, case .value(let low) = goal {
      if kind == .increase {
        // Only a level can be between two numbers.
        amount.comparator = .atLeast
      } else {
        goal = .between(low, high)
        kind = .level
        measure = nil
      }
    }
    var draft = draft(amount, name: name, goal: goal)
    if amount.high != nil, kind == .increase { draft.gaps.append(.value) }
    // A bound from above is a ceiling, unless the value is to fall to it.
    let isCap = kind == .level && direction == nil && amount.comparator.map { !$0.wantsMore } ?? false
    draft.kind = isCap ? .ceiling : kind
    draft.measure = measure
    draft.direction = direction
    draft.baseline = baseline
    draft.baselineYear =
      baselineYear ?? times.lazy.compactMap { if case .base(let year) = $0.meaning { year } else { nil } }.first
    (baseline, baselineYear) = (nil, nil)
    switch goal {
    case .change, .relative: if draft.baseline == nil { draft.gaps.append(.baseline) }
    case .direction: draft.gaps += [.baseline, .value]
    default: if draft.unit == nil { draft.gaps.append(.unit) }
    }
    let isLong = name.split(separator: " ").count > 12
    if isLong { draft.gaps.insert(.name, at: 0) }
    draft.confidence =
      isLong || draft.gaps.contains(.unit) ? .low : draft.phrase == nil || goal == .direction ? .medium : .high
    if amount.isBoundUnclear { draft.markUnclearBound() }
    found.append(draft)
    if last == nil || kind == .level { last = (.level, name, direction) }
  }
}
