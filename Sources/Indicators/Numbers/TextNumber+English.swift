// Numbers in English words.

extension TextNumberReader {
  private static let small: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
  ]
  static let large: [String: Double] = [
    "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "trillion": 1e12,
  ]
  private static let halves: Set<String> = ["half", "halve", "halves", "halved", "halving"]
  private static let parts: [String: Double] = ["third": 3, "quarter": 4, "fifth": 5, "tenth": 10]
  /// Words that may follow a part of something: a third of, by a quarter in 2030. A third party is not a share.
  private static let behindParts: Set<String> = [
    "of", "by", "in", "to", "less", "fewer", "more", "lower", "higher", "the", "from", "and", "or", "compared", "at",
    "over", "on", "until", "below", "above", "since", "than", "with", "within", "before", "between", "during", "for",
  ]

  mutating func words() -> TextNumber?? {
    guard "oOtTfFsSeEnNhHaA".unicodeScalars.contains(text[index]) else {
      while index < text.count, isLetter(index), text[index].value < 0x80 { index += 1 }
      index = max(index, start + 1)
      return .some(nil)
    }
    let word = nextWord(from: index)
    index = word.end
    if word.text == "half" || readsWords && TextNumberReader.halves.contains(word.text) {
      if word.text == "half", readsWords, let million = half(ofLarge: index) {
        index = million.end
        return finish(million.factor / 2, scale: million.factor)
      }
      return half
    }
    if word.text == "a" {
      guard readsWords else { return .some(nil) }
      let next = nextWord(from: skippingSpaces())
      if let part = part(1, at: index) { return part }
      guard TextNumberReader.large[next.text] != nil else { return .some(nil) }
      return numeral(from: 1)
    }
    guard let value = TextNumberReader.small[word.text] else { return .some(nil) }
    // `one` alone is a pronoun more often than a number.
    let isAlone = value == 1
    let end = index
    if let part = part(value, at: index) { return part }
    let number = numeral(from: value)
    return isAlone && number.unit.isEmpty && index == end ? .some(nil) : number
  }

  /// Reads on after the first word of a numeral: `three hundred and twenty`, `one thousand one hundred`.
  private mutating func numeral(from first: Double) -> TextNumber {
    // `group` is what the next thousand or million multiplies, and `last` the smallest that it may still get.
    var (total, group, last, scale) = (0.0, first, first < 20 ? 1.0 : 10.0, 1.0)
    var limit = Double.infinity
    while let next = nextNumeral(isBehindLarge: last >= 100) {
      if let small = TextNumberReader.small[next.text] {
        guard small < last, small < 10 || last >= 100 else { break }
        group += small
        last = small >= 20 ? 10 : 1
      } else if let factor = TextNumberReader.large[next.text] {
        guard !next.isBehindAnd else { break }
        if factor == 100 {
          guard group > 0, group < 100 else { break }
          (group, last) = (group * 100, 100)
        } else {
          guard group > 0, factor < limit else { break }
          total += group * factor
          (group, last, limit, scale) = (0, factor, factor, max(scale, factor))
        }
      }
      index = next.end
    }
    if readsWords, let end = andAHalf(index) {
      // two and a half, one and a half million
      index = end
      let next = nextWord(from: skippingSpaces())
      if let factor = TextNumberReader.large[next.text] {
        index = next.end
        return finish((total + group + 0.5) * factor, scale: factor >= 1000 ? factor : 1)
      }
      return finish(total + group + 0.5, scale: scale)
    }
    return finish(total + group, scale: scale)
  }

  /// The next word of a numeral, after a space, a hyphen or *and*.
  private func nextNumeral(isBehindLarge: Bool) -> (text: String, end: Int, isBehindAnd: Bool)? {
    guard index < text.count, text[index] == "-" || text[index] == " " || text[index] == "\u{A0}" else { return nil }
    var word = nextWord(from: index + 1)
    var isBehindAnd = false
    if word.text == "and", isBehindLarge, word.end < text.count {
      word = nextWord(from: word.end + 1)
      isBehindAnd = true
    }
    guard TextNumberReader.small[word.text] != nil || TextNumberReader.large[word.text] != nil else { return nil }
    return (word.text, word.end, isBehindAnd)
  }

  private func andAHalf(_ start: Int) -> Int? {
    var end = start
    for wanted in ["and", "a", "half"] {
      guard end < text.count, text[end] == " " else { return nil }
      let word = nextWord(from: end + 1)
      guard word.text == wanted else { return nil }
      end = word.end
    }
    return end
  }

  /// Half a million.
  private func half(ofLarge start: Int) -> (factor: Double, end: Int)? {
    guard start < text.count, text[start] == " " else { return nil }
    let article = nextWord(from: start + 1)
    guard article.text == "a", article.end < text.count else { return nil }
    let word = nextWord(from: article.end + 1)
    return TextNumberReader.large[word.text].map { ($0, word.end) }
  }

  /// A third, two thirds, three-quarters: the part after a number of parts, in per cent.
  private mutating func part(_ count: Double, at start: Int) -> TextNumber? {
    guard readsWords, start < text.count, text[start] == " " || text[start] == "-" else { return nil }
    let word = nextWord(from: start + 1)
    let name = count > 1 && word.text.hasSuffix("s") ? String(word.text.dropLast()) : word.text
    guard let parts = TextNumberReader.parts[name], count < parts, (count == 1) == (name == word.text) else {
      return nil
    }
    if count == 1, word.end + 1 < text.count, text[word.end] == " " || text[word.end] == "-" {
      let next = nextWord(from: word.end + 1).text
      guard next.isEmpty || TextNumberReader.behindParts.contains(next) else { return nil }
    }
    index = word.end
    return share((count / parts * 1000).rounded() / 10, isRounded: parts == 3)
  }

  func nextWord(from start: Int) -> (text: String, end: Int) {
    var end = start
    var word = ""
    while end < text.count, isLetter(end), text[end].value < 0x80 {
      word.unicodeScalars.append(text[end])
      end += 1
    }
    return (word.lowercased(), max(end, start + 1))
  }
}
