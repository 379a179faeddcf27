// Whether a sentence promises anything.

extension EnglishTargets {
  /// Whether the sentence is about the future: an imperative, a modal verb or a date.
  var promises: Bool {
    if tellsOfOthers { return false }
    let hasDeadline = times.contains { time in
      switch time.meaning {
      case .deadline: true
      case .during(let year): plan.map { year >= $0.start } ?? false
      default: false
      }
    }
    if isImperative { return !isPast || hasDeadline }
    let hasModal = words.enumerated().contains { index, word in
      EnglishWords.modals.contains(word.text) && (word.text != "to" || isInfinitive(index))
    }
    let isTold = words.contains { EnglishWords.pastVerbs.contains($0.text) }
    // A forecast is not a promise.
    if let forecast = words.firstIndex(where: {
      ["expected", "projected", "forecast", "predicted", "likely", "estimated"].contains($0.text)
    }),
      word(forecast + 1) == "to"
    {
      return false
    }
    let hasWill = words.contains {
      ["will", "shall", "must", "aim", "aims", "should", "target", "targets", "goal", "pledge", "committed"].contains(
        $0.text)
    }
    // Debt may not exceed 300 million: forbidden, where *may* alone is a possibility.
    let isForbidden = words.indices.contains { ["may", "can"].contains(word($0)) && word($0 + 1) == "not" }
    // Energy use is to fall by 2% a year.
    let isBound = words.indices.contains { index in
      ["is", "are"].contains(word(index)) && word(index + 1) == "to" && isInfinitive(index + 1)
    }
    // Traffic would increase: on a condition.
    if !hasWill, !isForbidden, words.contains(where: { ["would", "could", "may", "might"].contains($0.text) }) {
      return false
    }
    if times.contains(where: { $0.meaning == .past }), !hasDeadline, !hasWill { return false }
    if isPast { return hasDeadline && (hasWill || hasModal) }
    // At least half of purchases go to small firms; response time of 6 minutes or less.
    if !isTold, startsWithBound && amounts.first?.unit == "%" || isNoun || isLineOfLimit { return true }
    // KPI: 95% of calls answered within 30 seconds.
    if !isTold, word(firstWord) == "kpi", word(firstWord + 1) == ":" { return true }
    // The share of renters falls from 48% to 40% in 2031.
    if hasDeadline, !isTold, words.contains(where: { $0.text != EnglishWords.base($0.text) && $0.text.hasSuffix("s") })
    {
      return true
    }
    if hasDeadline { return hasModal || hasWill || !isTold || startsWithBound || isLineOfDeeds }
    return hasWill || isBound
  }

  private static let others: [[String]] = [
    ["if"], ["unless"], ["without", "action"], ["without", "intervention"], ["without", "change"],
    ["without", "further", "action"], ["the", "european", "union"], ["the", "eu"], ["the", "federal", "government"],
    ["the", "united", "nations"], ["nationally"], ["globally"], ["worldwide"],
    ["scientists", "say"], ["experts", "say"], ["the", "who"], ["the", "un"], ["the", "ipcc"], ["the", "government"],
    ["the", "government's"], ["the", "uk"], ["research", "shows"], ["studies", "show"],
    ["eu", "law"], ["european", "law"], ["eu", "rules"], ["uk", "law"], ["government", "policy"],
    ["national", "policy"], ["under", "national"], ["under", "federal"], ["under", "eu"], ["under", "european"],
    ["in", "the", "worst", "case"], ["in", "a", "worst"], ["at", "worst"], ["in", "the", "best", "case"],
    ["under", "a", "worst"], ["on", "current", "trends"], ["at", "current", "rates"],
    ["the", "state", "requires"], ["state", "law"], ["federal", "law"], ["national", "law"], ["the", "law"],
  ]

  /// Whether the sentence is about a condition, a forecast or what others plan.
  private var tellsOfOthers: Bool {
    let start = words.indices.first { !["•", "-", "–", "*"].contains(word($0)) } ?? 0
    if Self.others.contains(where: { phrase in phrase.indices.allSatisfy { word(start + $0) == phrase[$0] } }) {
      return true
    }
    if isDuty(of: start) || isGrowthOfPopulation || isCourseOfNature { return true }
    if isTreaty(at: start) || isOfLaw { return true }
    if OtherPlaces.plan(words[start...].map(\.text), titles: titles) { return true }
    return words.indices.contains { index in
      switch word(index) {
      case "expects", "anticipates", "predicts", "forecasts", "globally", "worldwide", "recommends", "stipulates":
        return true
      case "projections", "projection": return words[..<index].contains { $0.text == "according" }
      case "scenario": return true
      case "country", "world":
        return index > 1 && word(index - 1) == "the" && ["in", "across"].contains(word(index - 2))
      case "states", "says", "requires": return word(index + 1) == "that" && index < 8
      case "government", "government's":
        return ["uk", "national", "federal", "central", "us", "british", "scottish", "welsh"].contains(word(index - 1))
      // Experts expect demand to double.
      case "expect", "anticipate", "predict", "forecast":
        return index > 0 && !["we", "to", "will"].contains(word(index - 1))
      case "already": return ["have", "has"].contains(word(index - 1))
      case "make", "account":
        return ["up", "for"].contains(word(index + 1)) && words[index...].contains { $0.text == "population" }
      // The city met its goal.
      case "met", "achieved", "exceeded", "surpassed", "hit":
        return ["its", "their", "the", "our"].contains(word(index + 1))
          && ["goal", "target", "objective"].contains(word(index + 2))
      default: return false
      }
    }
  }

  private static let bound: Set<String> = [
    "developers", "applicants", "operators", "owners", "employers", "landlords", "businesses", "drivers", "companies",
    "emitters", "buildings", "proposals", "applications", "developments", "suppliers", "contractors", "landowners",
    "builders", "manufacturers",
  ]

  /// Whether a rule binds others: Developers must provide 2 parking spaces; Under the Climate Act, large emitters must
  /// ….
  private func isDuty(of start: Int) -> Bool {
    let comma = words.indices.first { $0 > start && word($0) == "," } ?? start
    if word(start) == "under",
      words[start..<comma].contains(where: {
        ["act", "law", "regulations", "regulation", "directive", "code"].contains($0.text)
      })
    {
      return true
    }
    guard let must = words.indices.first(where: { ["must", "shall"].contains(word($0)) }), must < start + 10 else {
      return false
    }
    return words[start..<must].contains { Self.bound.contains($0.text) } && !["ensure", "that"].contains(word(start))
  }

  /// The Paris Agreement aims to …: what others have agreed.
  private func isTreaty(at start: Int) -> Bool {
    let treaty = words.indices.first {
      $0 < start + 6 && ["agreement", "accord", "treaty", "convention", "protocol", "directive"].contains(word($0))
    }
    guard let treaty else { return false }
    return ["aims", "requires", "calls", "seeks", "commits", "sets", "limits", "obliges", "asks", "says"].contains(
      word(treaty + 1))
  }

  /// The population will grow by 12%: nobody sets it.
  private var isGrowthOfPopulation: Bool {
    guard let place = words.firstIndex(where: { $0.text == "population" || $0.text == "population's" }), place < 5
    else {
      return false
    }
    return ["will", "could", "may", "is"].contains(word(place + 1))
      && ["grow", "rise", "increase", "reach", "exceed", "age", "double", "set"].contains(word(place + 2))
  }

  private static let nature: Set<String> = [
    "temperature", "temperatures", "rainfall", "warming", "precipitation", "snowfall", "heatwaves",
  ]
  private static let moves: Set<String> = [
    "rise", "fall", "increase", "decrease", "grow", "drop", "climb", "reach", "exceed", "set",
  ]

  /// Sea level will rise by 1.2 metres: nobody sets it. Temperatures of water and of rooms are set.
  private var isCourseOfNature: Bool {
    guard let will = words.firstIndex(where: { ["will", "could", "may", "is", "are"].contains($0.text) }) else {
      return false
    }
    let subject = words[max(0, will - 5)..<will].map(\.text)
    let isOfSea = zip(subject, subject.dropFirst()).contains { $0 == "sea" && $1.hasPrefix("level") }
    return isOfSea
      || subject.contains { Self.nature.contains($0) }
        && !subject.contains { ["room", "water", "indoor", "we", "council", "city"].contains($0) }
        && Self.moves.contains(word(will + 1))
  }

  /// Fines will rise to $200 under the new state law.
  private var isOfLaw: Bool {
    words.indices.contains { index in
      guard word(index) == "under" || word(index) == "by" && word(index - 1) == "required" else { return false }
      let behind = (index + 1..<index + 6).map(word)
      return behind.contains {
        ["law", "laws", "legislation", "regulations", "regulation", "directive", "act"].contains($0)
      }
        && behind.contains {
          ["state", "federal", "national", "eu", "european", "uk", "new", "provincial"].contains($0)
        }
    }
  }

  /// Whether the sentence has no verb, but a measure with a bound after its number.
  private var isNoun: Bool {
    amounts.contains { amount in
      word(amount.words.lowerBound - 1) == "of" && EnglishWords.levelNouns.contains(word(amount.words.lowerBound - 2))
        && amount.comparator != nil && !words.contains { EnglishWords.modals.contains($0.text) }
    }
  }

  /// One million trees planted by 2030: the line of a list.
  private var isLineOfDeeds: Bool {
    guard let first = amounts.first, first.words.lowerBound <= 1 || isLabel(Array(0..<first.words.lowerBound)) else {
      return false
    }
    return times.contains { time in
      guard case .deadline(let year?) = time.meaning, time.range.lowerBound > 0 else { return false }
      return plan.map { year >= $0.start } ?? false
        && EnglishWords.acts.values.contains(word(time.range.lowerBound - 1))
    }
  }

  /// Fewer than 10 drownings per year: a limit without a verb.
  var isLineOfLimit: Bool {
    let isLimit = [["fewer", "than"], ["less", "than"], ["no", "more", "than"]].contains { phrase in
      phrase.indices.allSatisfy { word($0) == phrase[$0] }
    }
    return isLimit && amounts.count == 1 && words.count <= 12
      && times.contains { $0.meaning == .every || $0.isDeadline }
      && !words.contains {
        EnglishWords.pastVerbs.contains($0.text) || EnglishWords.modals.contains($0.text)
          || ["can", "may", "could", "do", "did", "does", "use", "uses"].contains($0.text)
      }
  }

  private var startsWithBound: Bool { word(0) == "at" && word(1) == "least" }

  private func isInfinitive(_ index: Int) -> Bool {
    let next = word(index + 1)
    return EnglishWords.up.contains(next) || EnglishWords.down.contains(next) || EnglishWords.acts[next] != nil
      || EnglishWords.reach.contains(next) || EnglishWords.keep.contains(next)
  }

  var firstWord: Int {
    var index = 0
    while index < words.count,
      [",", "•", "-", "–", "*", ")", "(", "to", "and", "we"].contains(word(index))
        || Int(word(index)) != nil && word(index + 1) == "."
    {
      index += 1
    }
    return index
  }

  private var isImperative: Bool {
    var index = firstWord
    // By 2030, increase …
    if let time = times.first, time.range.lowerBound <= index { index = max(index, time.range.upperBound) }
    while [",", "to", "we", "will"].contains(word(index)) { index += 1 }
    if ["further", "also", "significantly", "substantially", "progressively", "at", "fully"].contains(word(index)) {
      index += 1
    }
    let verb = word(index)
    guard
      isVerb(verb) || ["ensure", "double", "triple", "quadruple", "halve", "see", "establish", "have"].contains(verb)
    else { return false }
    // Plans and supports are nouns as well.
    return !["are", "is", "was", "were", "has", "have", "in", "of"].contains(word(index + 1))
  }

  func isVerb(_ word: String) -> Bool { Self.isVerb(word) }

  static func isVerb(_ word: String) -> Bool {
    EnglishWords.up.contains(word) || EnglishWords.down.contains(word) || EnglishWords.acts[word] != nil
      || EnglishWords.keep.contains(word) || EnglishWords.reach.contains(word) && word != "be"
  }
}
