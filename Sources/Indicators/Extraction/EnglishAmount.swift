import DataFormats

/// A number of an English sentence, with its unit.
struct EnglishAmount {
  var number: DecimalNumber
  /// `%`, `percentage points`, or nil: then the noun is counted.
  var unit: String?
  /// The multiplier of the number as written, such as `million`, with the sign of a currency before it.
  var scale = ""
  /// The words of the noun after the number.
  var noun: [String] = []
  var nounWords: Range<Int> = 0..<0
  /// The indexes of the words of the number and its unit.
  var words: Range<Int>
  var comparator: Comparator?
  /// Whether the sentence has a negation that the bound may or may not belong to.
  var isBoundUnclear = false
  var isApproximate = false
  /// Double, halve: the change in per cent is in the verb.
  var isRatioVerb = false
  /// Whether it is a share such as *nine in ten*.
  var isOneInSeveral = false
  /// The upper end of *between 8,000 and 10,000*.
  var high: DecimalNumber?
  /// The scalars of number and unit.
  var range: Range<Int>
}

enum EnglishAmounts {
  static let shares: [([String], String)] = [
    (["two", "thirds"], "66.7"), (["two-thirds"], "66.7"), (["one", "third"], "33.3"), (["one-third"], "33.3"),
    (["a", "third"], "33.3"),
    (["three", "quarters"], "75"), (["three-quarters"], "75"), (["a", "quarter"], "25"), (["one", "quarter"], "25"),
    (["one-quarter"], "25"), (["a", "fifth"], "20"), (["one", "fifth"], "20"), (["a", "tenth"], "10"), (["half"], "50"),
    (["one-half"], "50"),
  ]

  static func all(in text: [Unicode.Scalar], words: [EnglishWord], numbers: [TextNumber], times: [PlanTime])
    -> [EnglishAmount]
  {
    var amounts: [EnglishAmount] = []
    var taken = times.map(\.range)
    var index = 0
    while index < words.count {
      if let number = numberInWords(at: index, text, words, times) {
        if let amount = number.amount { amounts.append(amount) }
        taken.append(number.words)
        index = number.words.upperBound
        continue
      }
      if let number = RatioWords.english[words[index].text], !isAdjective(words, index) {
        var amount = EnglishAmount(number: number, words: index..<index + 1, range: words[index].range)
        amount.isRatioVerb = true
        amounts.append(amount)
        taken.append(amount.words)
      }
      for (phrase, share) in shares where index + phrase.count <= words.count {
        guard zip(words[index...], phrase).allSatisfy({ $0.text == $1 }), let number = DecimalNumber(share) else {
          continue
        }
        let range = index..<index + phrase.count
        var amount = EnglishAmount(number: number, unit: "%", words: range, range: scalars(words, range))
        amount.isApproximate = number.decimals > 0
        amounts.append(amount)
        taken.append(range)
        break
      }
      if let amount = oneInSeveral(words, index) {
        amounts.append(amount)
        taken.append(amount.words)
      }
      index += 1
    }
    for number in numbers {
      guard let first = words.firstIndex(where: { $0.range.contains(number.range.lowerBound) }) else { continue }
      guard !taken.contains(where: { $0.contains(first) }), !isDay(number, first, text, words) else { continue }
      if let amount = amount(number, first, text, words, times) { amounts.append(amount) }
    }
    for index in words.indices where words[index].text == "zero" {
      let before = index > 0 ? words[index - 1].text : ""
      guard ["", "to", "achieve", "reach", "attain"].contains(before) else { continue }
      var amount = EnglishAmount(
        number: DecimalNumber(value: 0, decimals: 0), words: index..<index + 1, range: words[index].range)
      if before != "to" { readUnit(&amount, words, index + 1, times, text) }
      amounts.append(amount)
    }
    return joined(amounts.sorted { $0.words.lowerBound < $1.words.lowerBound }, words)
  }

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]

  /// 1 April, the 31st of March, March 31: the day of a date counts nothing.
  private static func isDay(
    _ number: TextNumber, _ first: Int, _ text: [Unicode.Scalar], _ words: [EnglishWord]
  ) -> Bool {
    guard number.value >= 1, number.value <= 31, number.value == number.value.rounded() else { return false }
    func isMonth(_ index: Int) -> Bool {
      words.indices.contains(index) && months.contains(words[index].text)
        && text[words[index].range.lowerBound].properties.isUppercase
    }
    let next = first + 1
    let isOf = words.indices.contains(next) && words[next].text == "of"
    return isMonth(next + (isOf ? 1 : 0)) || isMonth(first - 1)
  }

  /// Between 8,000 and 10,000 jobs, 55–60%: one amount.
  private static func joined(_ amounts: [EnglishAmount], _ words: [EnglishWord]) -> [EnglishAmount] {
    func word(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }
    var joined: [EnglishAmount] = []
    for amount in amounts {
      guard let first = joined.last, first.words.upperBound + 1 == amount.words.lowerBound, first.high == nil,
        first.number.value * power(first.scale) < amount.number.value * power(amount.scale),
        first.unit == nil || first.unit == amount.unit, !first.isRatioVerb, !amount.isRatioVerb
      else {
        joined.append(amount)
        continue
      }
      let (before, between) = (word(first.words.lowerBound - 1), word(amount.words.lowerBound - 1))
      let isBetween = before == "between" && between == "and"
      let isRange =
        ["–", "—"].contains(between)
        || between == "to" && first.unit == nil && !["from", "to", "aged", "age", "ages"].contains(before)
      guard isBetween || isRange, amount.unit != nil || !amount.noun.isEmpty, let low = lowEnd(first, as: amount) else {
        joined.append(amount)
        continue
      }
      var both = amount
      (both.number, both.high) = (low, amount.number)
      both.words = first.words.lowerBound - (isBetween ? 1 : 0)..<amount.words.upperBound
      both.range = first.range.lowerBound..<amount.range.upperBound
      joined[joined.count - 1] = both
    }
    return joined
  }

  private static func power(_ scale: String) -> Double {
    scale.hasSuffix("billion") ? 1e9 : scale.hasSuffix("million") ? 1e6 : 1
  }

  /// The lower end in the scale of the other: 1 to 2 million. Nil for two scales.
  private static func lowEnd(_ low: EnglishAmount, as high: EnglishAmount) -> DecimalNumber? {
    low.scale.isEmpty || low.scale == high.scale || isMoney(low.scale) && !low.scale.contains(" ") ? low.number : nil
  }

  /// Whether a scale or a unit begins with a currency: £, $ million, US$.
  static func isMoney(_ unit: String) -> Bool {
    unit.prefix { $0 != " " }.last.map { "£$€".contains($0) } ?? false
  }

  private static let counts: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "hundred": 100,
  ]

  /// Nine in ten, 3 in 4.
  private static func oneInSeveral(_ words: [EnglishWord], _ index: Int) -> EnglishAmount? {
    func count(_ word: String) -> Int? { counts[word] ?? (word.utf8.count <= 3 ? Int(word) : nil) }
    // nine in ten, nine out of ten
    let isOut = index + 3 < words.count && words[index + 1].text == "out" && words[index + 2].text == "of"
    let last = index + (isOut ? 3 : 2)
    guard last < words.count, isOut || words[index + 1].text == "in", let part = count(words[index].text),
      let whole = count(words[last].text), part > 0, part < whole, whole <= 10 || whole == 100,
      !isOut || last + 1 < words.count && EnglishWords.isNounStart(words[last + 1].text),
      last + 1 >= words.count || !["years", "months", "weeks", "days", "hours"].contains(words[last + 1].text),
      let number = DecimalNumber(computed: (Double(part) / Double(whole) * 1000).rounded() / 10)
    else { return nil }
    let range = index..<last + 1
    var amount = EnglishAmount(number: number, unit: "%", words: range, range: scalars(words, range))
    amount.isOneInSeveral = true
    amount.isApproximate = Double(part) / Double(whole) * 1000 != (Double(part) / Double(whole) * 1000).rounded()
    return amount
  }

  /// A double room, half a year.
  private static func isAdjective(_ words: [EnglishWord], _ index: Int) -> Bool {
    guard words[index].text == "double" || words[index].text == "triple" || words[index].text == "quadruple" else {
      return false
    }
    return index > 0 && ["a", "an", "the", "with"].contains(words[index - 1].text)
  }

  private static func scalars(_ words: [EnglishWord], _ range: Range<Int>) -> Range<Int> {
    words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
  }

  private static func amount(
    _ number: TextNumber, _ first: Int, _ text: [Unicode.Scalar], _ words: [EnglishWord], _ times: [PlanTime]
  ) -> EnglishAmount? {
    let start = words[first].range.lowerBound
    // Only a currency may precede the digits: COVID-19, A4 and £5 differ.
    let prefix = text[start..<number.range.lowerBound].string
    guard prefix.isEmpty || isMoney(prefix) else { return nil }
    var end = first
    while end < words.count, words[end].range.lowerBound < number.range.upperBound { end += 1 }
    let tail = text[number.range.upperBound..<max(number.range.upperBound, words[end - 1].range.upperBound)].string
      .lowercased()
    let value: DecimalNumber
    if let digits = number.digits, let written = DecimalNumber(digits) {
      value = written
    } else {
      let plain = number.value / number.scale
      guard let written = DecimalNumber(computed: plain) else { return nil }
      value = written
    }
    var amount = EnglishAmount(number: value, words: first..<end, range: start..<words[end - 1].range.upperBound)
    amount.scale =
      [1e2: "hundred", 1e3: "thousand", 1e6: "million", 1e9: "billion", 1e12: "trillion"][number.scale] ?? ""
    if number.scale == 1e2 || number.scale == 1e3, let plain = DecimalNumber(computed: number.value) {
      amount.number = plain
      amount.scale = ""
    }
    switch tail {
    case "": break
    case "bn": amount.scale = "billion"
    case "mn": amount.scale = "million"
    case "m": amount.scale = prefix.isEmpty ? "" : "million"
    case "%": amount.unit = "%"
    default:
      // 55-60%
      if tail.hasPrefix("-") {
        let rest = tail.dropFirst().prefix { $0.isNumber || $0 == "." || $0 == "," }
        let behind = tail.dropFirst(1 + rest.count)
        guard !rest.isEmpty, behind.isEmpty || behind == "%",
          let high = DecimalNumber(String(rest.filter { $0 != "," })), high.value > value.value
        else { return nil }
        amount.high = high
        if behind == "%" { amount.unit = "%" }
      } else if tail.hasPrefix("/") || tail.hasPrefix("'") || tail.hasPrefix(".") {
        return nil
      }
    }
    // 15:1
    if tail.isEmpty, prefix.isEmpty, end + 1 < words.count, words[end].text == ":", words[end + 1].text == "1",
      words[end].range.upperBound == words[end + 1].range.lowerBound
    {
      amount.unit = ":1"
      amount.words = first..<end + 2
      amount.range = start..<words[end + 1].range.upperBound
      readBoundBehind(&amount, words)
      return amount
    }
    if tail == "m", prefix.isEmpty { amount.unit = "m" }
    if ["km", "kg", "t", "ha", "kw", "mw", "gw", "kwh", "mwh", "gwh", "twh", "mm", "cm", "l"].contains(tail) {
      amount.unit = text[number.range.upperBound..<words[end - 1].range.upperBound].string
    }
    if !prefix.isEmpty { amount.scale = amount.scale.isEmpty ? prefix : "\(prefix) \(amount.scale)" }
    readUnit(&amount, words, end, times, text)
    readBoundBehind(&amount, words)
    return amount
  }

  private static func isNoun(_ word: String) -> Bool {
    word.unicodeScalars.contains { $0.isLetter || $0.isASCIIDigit }
  }

  /// 5% or less
  static func readBoundBehind(_ amount: inout EnglishAmount, _ words: [EnglishWord]) {
    let index = max(amount.words.upperBound, amount.nounWords.upperBound)
    guard index + 1 < words.count, words[index].text == "or" else { return }
    switch words[index + 1].text {
    // 15 pupils a teacher or better
    case "better" where amount.unit == ":1": amount.comparator = .atMost
    case "less", "fewer", "below", "under", "lower": amount.comparator = .atMost
    case "more", "above", "over", "higher", "greater": amount.comparator = .atLeast
    default: return
    }
    if amount.noun.isEmpty { amount.words = amount.words.lowerBound..<index + 2 }
  }

  private static let lengths: Set<String> = [
    "metres", "meters", "feet", "kilometres", "kilometers", "miles", "yards", "metre", "kilometre",
  ]
  private static let symbols: Set<String> = [
    "km", "km²", "kg", "ha", "kw", "mw", "gw", "kwh", "mwh", "gwh", "twh", "m²", "m", "tonnes", "µg/m³", "μg/m³", "mt",
    "mtco2e", "tco2e", "db",
  ]

  static func readUnit(
    _ amount: inout EnglishAmount, _ words: [EnglishWord], _ end: Int, _ times: [PlanTime], _ text: [Unicode.Scalar]
  ) {
    func word(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }
    var end = end
    if amount.unit == nil {
      if word(end) == "%" || word(end) == "percent" {
        amount.unit = "%"
        end += 1
      } else if word(end) == "per", word(end + 1) == "cent" {
        amount.unit = "%"
        end += 2
      } else if word(end) == "percentage", word(end + 1).hasPrefix("point") {
        amount.unit = "percentage points"
        end += 2
      } else if word(end) == "pp" {
        amount.unit = "percentage points"
        end += 1
      }
    } else if word(end) == "points", amount.unit == "%" {
      amount.unit = "percentage points"
      end += 1
    }
    amount.words = amount.words.lowerBound..<end
    if end > 0 { amount.range = amount.range.lowerBound..<words[end - 1].range.upperBound }
    if amount.unit == "%" || amount.unit == "percentage points" { return }
    // 3 per 1,000 live births
    if word(end) == "per", let first = word(end + 1).first, first.isNumber, word(end + 2).first?.isLetter == true {
      var last = end + 3
      while last < end + 4, last < words.count, isNoun(word(last)), !EnglishWords.nounStops.contains(word(last)),
        !times.contains(where: { $0.range.contains(last) })
      { last += 1 }
      let range = words[end].range.lowerBound..<words[last - 1].range.upperBound
      amount.unit = text[range].string
      amount.words = amount.words.lowerBound..<last
      amount.range = amount.range.lowerBound..<range.upperBound
      return
    }
    // The noun phrase: up to the first word that cannot belong to it.
    var last = end
    while last < words.count, last - end < 7, !times.contains(where: { $0.range.contains(last) }),
      !EnglishWords.nounStops.contains(word(last)), isNoun(word(last)), word(last) != "of" || last > end,
      // homes occupied by families
      last == end || !word(last).hasSuffix("ed") || !word(last - 1).hasSuffix("s")
    { last += 1 }
    var noun = (end..<last).map(word)
    if let of = noun.firstIndex(of: "of") { noun = noun.count > of + 1 ? Array(noun[...]) : Array(noun[..<of]) }
    amount.noun = noun
    amount.nounWords = end..<end + noun.count
    if amount.unit != nil { return }
    let gases = ["co2e", "co2", "co₂e", "co₂", "carbon"]
    if noun.count > 2, ["tonnes", "tons", "kilograms", "megatonnes"].contains(noun[0]), noun[1] == "of",
      gases.contains(noun[2])
    {
      let range = words[end].range.lowerBound..<words[end + 2].range.upperBound
      amount.unit = (amount.scale.isEmpty ? "" : amount.scale + " ") + text[range].string
      amount.range = amount.range.lowerBound..<range.upperBound
      return
    }
    if isMoney(amount.scale) {
      amount.unit = amount.scale
    } else if noun.count > 1, noun[0] == "square" || noun[0] == "cubic", lengths.contains(noun[1]) {
      let range = words[end].range.lowerBound..<words[end + 1].range.upperBound
      amount.unit = (amount.scale.isEmpty ? "" : amount.scale + " ") + text[range].string
      amount.range = amount.range.lowerBound..<range.upperBound
    } else if let first = noun.first,
      symbols.contains(first)
        || [
          "hectares", "acres", "kilometres", "kilometers", "miles", "metres", "decibels", "days", "years", "hours",
          "minutes",
          "weeks", "points",
        ].contains(first)
    {
      let unit = text[words[end].range].string
      amount.unit = amount.scale.isEmpty ? unit : "\(amount.scale) \(unit)"
      if words.indices.contains(end) { amount.range = amount.range.lowerBound..<words[end].range.upperBound }
    }
  }
}
