import DataFormats

// Numbers in words that the reader of numbers leaves to the extraction of targets.
extension EnglishAmounts {
  private static let large: [String: Double] = [
    "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
  ]
  private static let small: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
  ]
  private static let fractions: [String: Double] = [
    "half": 0.5, "quarter": 0.25, "quarters": 0.75, "½": 0.5, "¼": 0.25, "¾": 0.75,
  ]
  private static let measures: Set<String> = [
    "mile", "kilometre", "kilometer", "metre", "meter", "hectare", "acre", "hour", "day", "tonne", "ton", "degree",
    "litre", "liter", "square", "percentage", "per", "percent", "point",
  ]

  /// Half a million, two and a half, a hundred and twenty, a dozen: a number and no share.
  ///
  /// The inner amount is nil for half a mile or a quarter of a million: what the check of quotations would read otherwise is
  /// left to the author.
  static func numberInWords(
    at index: Int, _ text: [Unicode.Scalar], _ words: [EnglishWord], _ times: [PlanTime]
  ) -> (amount: EnglishAmount?, words: Range<Int>)? {
    guard var (value, end) = whole(at: index, words) ?? part(at: index, words) else { return nil }
    while end < words.count, let factor = large[words[end].text] {
      value *= factor
      end += 1
    }
    let scale: (name: String, factor: Double) =
      value >= 1e9 ? ("billion", 1e9) : value >= 1e6 ? ("million", 1e6) : ("", 1)
    let range = words[index].range.lowerBound..<words[end - 1].range.upperBound
    let quoted = TextNumber.all(in: Array(text[range]))
    guard quoted.isEmpty || quoted.count == 1 && quoted[0].value == value,
      let number = DecimalNumber(computed: value / scale.factor)
    else { return (nil, index..<end) }
    var amount = EnglishAmount(number: number, words: index..<end, range: range)
    amount.scale = scale.name
    readUnit(&amount, words, end, times, text)
    readBoundBehind(&amount, words)
    return (amount, index..<end)
  }

  /// Two and a half, 2½, a hundred and twenty, a dozen, two dozen
  private static func whole(at index: Int, _ words: [EnglishWord]) -> (Double, Int)? {
    func word(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }
    let first = small[word(index)] ?? (word(index).utf8.count <= 3 ? Int(word(index)).map { Double($0) } : nil)
    if let first {
      if word(index + 1) == "and", word(index + 2) == "a", let part = fractions[word(index + 3)] {
        return (first + part, index + 4)
      }
      if "½¼¾".contains(word(index + 1)), let part = fractions[word(index + 1)],
        words[index].range.upperBound == words[index + 1].range.lowerBound
      {
        return (first + part, index + 2)
      }
      return word(index + 1) == "dozen" ? (first, index + 1) : nil
    }
    guard word(index) == "a", let factor = large[word(index + 1)] else { return nil }
    // A hundred and twenty, a hundred and twenty-five
    if factor == 100, word(index + 2) == "and" {
      let rest = word(index + 3).split(separator: "-").map { small[String($0)] }
      if !rest.isEmpty, rest.allSatisfy({ $0 != nil }) {
        return (100 + rest.reduce(0) { $0 + ($1 ?? 0) }, index + 4)
      }
    }
    return (1, index + 1)
  }

  /// Half a million, three quarters of a million, half million, half a mile
  private static func part(at index: Int, _ words: [EnglishWord]) -> (Double, Int)? {
    func word(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }
    if word(index).hasPrefix("half-"), let factor = large[String(word(index).dropFirst(5))] {
      return (0.5 * factor, index + 1)
    }
    if let part = fractions[word(index)], "½¼¾".contains(word(index)), large[word(index + 1)] != nil {
      return (part, index + 1)
    }
    guard
      let (phrase, share) = shares.first(where: { phrase, _ in
        phrase.indices.allSatisfy { word(index + $0) == phrase[$0] }
      }), let percent = Double(share)
    else { return nil }
    let behind = index + phrase.count
    let isHalf = phrase.last == "half"
    let isOf = word(behind) == "of"
    let article = isOf ? behind + 1 : behind
    if ["a", "an", "one"].contains(word(article)), isOf || isHalf {
      let isNumber = large[word(article + 1)] != nil || measures.contains(word(article + 1))
      return isNumber || !isOf ? (percent / 100, article + 1) : nil
    }
    return isHalf && large[word(behind)] != nil ? (percent / 100, behind) : nil
  }
}
