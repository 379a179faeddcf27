/// A word of an English sentence.
struct EnglishWord {
  /// In lower case.
  let text: String
  let range: Range<Int>

  /// The words of a text: letters, digits, and the marks inside and before them. Commas, colons and brackets are words too.
  static func all(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [EnglishWord] {
    var words: [EnglishWord] = []
    var index = sentence.lowerBound
    func isInner(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isLetter || scalar.isASCIIDigit || "-'’%/&₂".unicodeScalars.contains(scalar)
    }
    while index < sentence.upperBound {
      let start = index
      if isInner(text[index]) || "£$€".unicodeScalars.contains(text[index]) {
        index += 1
        while index < sentence.upperBound,
          isInner(text[index])
            || ",.".unicodeScalars.contains(text[index]) && index + 1 < sentence.upperBound
              && text[index + 1].isASCIIDigit
              && text[index - 1].isASCIIDigit
            // µg/m³; elsewhere a raised number is the mark of a footnote.
            || "²³".unicodeScalars.contains(text[index]) && text[index - 1] == "m"
            || text[index] == "$" && dollars.contains(text[start..<index].string.lowercased())
        {
          index += 1
        }
      } else {
        index += 1
        if text[start].isSpace { continue }
      }
      let word = text[start..<index].string.lowercased().replacing("’", with: "'")
      // We'll is two words.
      if word.hasSuffix("'ll"), index - start > 3 {
        words.append(EnglishWord(text: String(word.dropLast(3)), range: start..<index - 3))
        words.append(EnglishWord(text: "will", range: index - 3..<index))
      } else if word.hasSuffix("n't") {
        // Won't is will not.
        let verb = ["won't": "will", "shan't": "shall", "can't": "can"][word] ?? String(word.dropLast(3))
        words.append(EnglishWord(text: verb, range: start..<index - 3))
        words.append(EnglishWord(text: "not", range: index - 3..<index))
      } else if word == "cannot" {
        words.append(EnglishWord(text: "can", range: start..<start + 3))
        words.append(EnglishWord(text: "not", range: start + 3..<index))
      } else {
        words.append(EnglishWord(text: word, range: start..<index))
      }
    }
    return words
  }

  /// Before a dollar: US$45.
  private static let dollars: Set<String> = ["us", "a", "au", "c", "ca", "nz", "hk", "s"]
}

/// Reads the times of English sentences: by 2030, within five years, compared with 2019, each year.
struct EnglishTimes {
  let words: [EnglishWord]
  let plan: PlanPeriod?
  private var index = 0
  private var found: [PlanTime] = []

  /// The times, in order; ranges are of indexes of words.
  static func all(in words: [EnglishWord], plan: PlanPeriod?) -> [PlanTime] {
    var reader = EnglishTimes(words, plan)
    while reader.index < words.count { reader.step() }
    return reader.found
  }

  private init(_ words: [EnglishWord], _ plan: PlanPeriod?) {
    self.words = words
    self.plan = plan
  }

  private func word(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

  private mutating func add(_ range: Range<Int>, _ meaning: PlanTime.Meaning) {
    found.append(PlanTime(range: range, meaning: meaning))
    index = range.upperBound
  }

  private static let phrases: [(words: [String], meaning: PlanTime.Meaning)] = [
    (["each", "year"], .every), (["every", "year"], .every), (["per", "year"], .every), (["a", "year"], .every),
    (["annually"], .every), (["per", "annum"], .every), (["each", "month"], .every), (["yearly"], .every),
    (["on", "average", "each", "year"], .average), (["last", "year"], .past), (["in", "recent", "years"], .past),
    (["to", "date"], .past), (["so", "far"], .past), (["already"], .past), (["currently"], .past),
    (["at", "present"], .past),
    (["today"], .past), (["previously"], .past), (["historically"], .past), (["at", "the", "moment"], .past),
    (["now"], .past),
  ]
  private static let planEnds: [[String]] = [
    ["by", "the", "end", "of", "the", "plan", "period"], ["by", "the", "end", "of", "the", "plan"],
    ["by", "the", "end", "of", "this", "plan"], ["by", "the", "end", "of", "the", "strategy"],
    ["over", "the", "plan", "period"],
    ["over", "the", "life", "of", "the", "plan"], ["during", "the", "plan", "period"],
    ["over", "the", "course", "of", "the", "plan"],
    ["over", "the", "lifetime", "of", "the", "plan"], ["in", "the", "plan", "period"],
    ["throughout", "the", "plan", "period"], ["throughout", "the", "plan"], ["throughout", "the", "strategy"],
    ["by", "the", "end", "of", "the", "period"],
    ["over", "the", "period"], ["by", "the", "end", "of", "the", "decade"], ["during", "the", "plan"],
  ]

  private mutating func step() {
    if let year = year(at: index) { return read(year) }
    for (phrase, meaning) in Self.phrases
    where matches(phrase) && !(phrase.last == "year" && Self.distances.contains(word(index + phrase.count))) {
      return add(index..<index + phrase.count, meaning)
    }
    for phrase in Self.planEnds where matches(phrase) {
      return add(index..<index + phrase.count, .deadline(year: phrase.last == "decade" ? nil : plan?.end))
    }
    if readSpan() { return }
    index += 1
  }

  /// A year early is not a rhythm.
  private static let distances: Set<String> = ["early", "ahead", "later", "ago", "earlier", "late"]

  private func matches(_ phrase: [String]) -> Bool {
    phrase.indices.allSatisfy { word(index + $0) == phrase[$0] }
  }

  // MARK: Years

  /// A year, and for 2024/25 or 2024–2028 the last one.
  private func year(at index: Int) -> (first: Int, last: Int, end: Int)? {
    func plain(_ text: Substring) -> Int? {
      guard text.utf8.count == 4, let year = Int(text), (1900...2199).contains(year) else { return nil }
      return year
    }
    var text = word(index)[...]
    if text.hasPrefix("fy") {
      text = text.dropFirst(2)
      // FY28
      if text.utf8.count == 2, let short = Int(text), short >= 0 { return (2000 + short, 2000 + short, index + 1) }
    }
    if text.hasPrefix("mid-") { text = text.dropFirst(4) }
    for mark in ["-", "/"] {
      guard let cut = text.firstIndex(of: Character(mark)), let first = plain(text[..<cut]) else { continue }
      let rest = text[text.index(after: cut)...]
      if let last = plain(rest), last > first { return (first, last, index + 1) }
      if rest.utf8.count == 2, let short = Int(rest), short == (first + 1) % 100 {
        return (first, first + 1, index + 1)
      }
      return nil
    }
    guard let first = plain(text), !["%", "km", "people", "homes", "trees", "jobs"].contains(word(index + 1)) else {
      return nil
    }
    if ["–", "—", "-", "to", "and"].contains(word(index + 1)), let last = plain(word(index + 2)[...]), last > first,
      word(index + 1) != "and" || word(index - 1) == "between"
    {
      return (first, last, index + 3)
    }
    return (first, first, index + 1)
  }

  private static let deadlines: Set<String> = ["by", "before", "until", "till", "through", "to", "end-", "towards"]
  private static let between: Set<String> = [
    "the", "end", "of", "early", "late", "mid", "summer", "spring", "autumn", "winter", "january", "february", "march",
    "april", "may",
    "june", "july", "august", "september", "october", "november", "december", "start", "beginning", "year", "financial",
    "fiscal",
    "fy", "q1", "q2", "q3", "q4", "no", "later", "than", "31", "30", "1", "calendar", "close", "school",
  ]
  private static let bases: Set<String> = [
    "from", "over", "on", "against", "with", "to", "versus", "below", "above", "than", "since", "of", "under",
  ]
  private static let levels: Set<String> = [
    "level", "levels", "baseline", "baselines", "figure", "figures", "value", "values", "base", "rates", "rate",
    "numbers", "average",
  ]

  private mutating func read(_ year: (first: Int, last: Int, end: Int)) {
    var start = index
    while start > 0, Self.between.contains(word(start - 1)) { start -= 1 }
    let lead = word(start - 1)
    let direct = word(index - 1)
    if Self.levels.contains(word(year.end)) || word(year.end) == "and" && Self.levels.contains(word(year.end + 2)) {
      // 2019 levels, a 2019 baseline
      var end = year.end
      while Self.levels.contains(word(end)) { end += 1 }
      var first = index
      while first > 0, ["a", "the", "its", "their", "our"].contains(word(first - 1)) { first -= 1 }
      if Self.bases.contains(word(first - 1)) { first -= 1 }
      if ["compared", "relative"].contains(word(first - 1)) { first -= 1 }
      return add(first..<end, .base(year: year.first))
    }
    if ["compared", "relative"].contains(word(start - 2)) || ["than", "versus"].contains(lead) && !isLaterThan(start) {
      return add(start - (lead == "than" || lead == "versus" ? 1 : 2)..<year.end, .base(year: year.first))
    }
    if word(index - 2) == "later", word(index - 1) == "than" {
      let isNegated = ["no", "not"].contains(word(index - 3))
      return add(index - (isNegated ? 3 : 2)..<year.end, .deadline(year: year.last))
    }
    if lead == "since" { return add(start - 1..<year.end, .past) }
    if year.last > year.first {
      var first = index
      if ["between", "from", "over", "in", "during", "the", "period"].contains(word(first - 1)) { first -= 1 }
      return add(first..<year.end, plan.map { year.last < $0.start } ?? false ? .past : .deadline(year: year.last))
    }
    if Self.deadlines.contains(lead), lead != "to" || start == index {
      let isPast = plan.map { year.last < $0.start } ?? false
      return add(start - 1..<year.end, isPast ? .past : .deadline(year: year.last))
    }
    // From 2028 onwards; at the end of a promise, from 2026
    if direct == "from", let plan, year.first >= plan.start {
      let behind = word(year.end)
      let isOnwards = behind.hasPrefix("onward") || behind == "on"
      if isOnwards || behind.isEmpty || [".", ",", ";"].contains(behind) {
        return add(index - 1..<year.end + (isOnwards ? 1 : 0), .deadline(year: year.first))
      }
    }
    if direct == "from" { return add(index - 1..<year.end, .base(year: year.first)) }
    let first = lead == "in" || lead == "during" || lead == "at" || lead == "for" ? start - 1 : index
    add(max(0, first)..<year.end, .during(year: year.first))
  }

  /// no later than 2030 is a deadline.
  private func isLaterThan(_ start: Int) -> Bool { word(start - 2) == "later" }

  // MARK: Spans

  private static let numbers: [String: Int] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "one": 1,
    "fifteen": 15, "twenty": 20,
  ]

  /// within five years, over the next 3 years; in the last ten years is past.
  private mutating func readSpan() -> Bool {
    guard ["within", "over", "in", "during", "for"].contains(word(index)) else { return false }
    var end = index + 1
    var isNext = word(index) == "within"
    var isPast = false
    while ["the", "next", "coming", "last", "past", "previous", "following", "first"].contains(word(end)) {
      if ["next", "coming", "following"].contains(word(end)) { isNext = true }
      if ["last", "past", "previous"].contains(word(end)) { isPast = true }
      end += 1
    }
    let count = Self.numbers[word(end)] ?? Int(word(end))
    if count != nil { end += 1 }
    guard ["years", "year", "decade", "months"].contains(word(end)), count != nil || isNext || isPast,
      word(end + 1) != "old" && word(end + 1) != "olds"
    else { return false }
    let last = word(end) == "years" ? count.flatMap { count in plan.map { $0.start - 1 + count } } : nil
    let known = last.flatMap { year in plan.map { year <= $0.end } ?? false ? year : nil }
    add(index..<end + 1, isPast ? .past : .deadline(year: known))
    return true
  }
}
