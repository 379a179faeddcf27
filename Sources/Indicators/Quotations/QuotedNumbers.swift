import DataFormats

/// Whether the sentence of a promise names the number of its target.
package enum QuotedNumbers: Hashable, Sendable {
  /// The target's number is in the sentence, or there is nothing to compare.
  case agree
  /// The sentence has numbers with the target's unit, and none is the target's.
  case contradict([Double])
  /// The sentence has numbers, none with the target's unit, and none is the target's.
  case differ([Double])

  /// `marks`: those of the text's language. A text that agrees with the target by the other marks agrees, too.
  package init(_ quotation: String, _ marks: NumberMarks, of indicator: Indicator) {
    let scalars = PlainScalars.of(quotation)
    self.init(QuotedAmount.all(in: scalars, marks), of: indicator)
    if self != .agree, QuotedNumbers(QuotedAmount.all(in: scalars, marks.other), of: indicator) == .agree {
      self = .agree
    }
  }

  private init(_ amounts: [QuotedAmount], of indicator: Indicator) {
    guard let promise = QuotedPromise(indicator), !amounts.isEmpty else {
      self = .agree
      return
    }
    let numbers = amounts.flatMap(\.numbers)
    let same = numbers.filter { promise.unit.isSame(as: $0.unit) }
    // Beside numbers with the unit, others do not count: 100 jobs and 20 parks.
    if promise.isNamed(by: amounts, hasUnit: !same.isEmpty) {
      self = .agree
      return
    }
    // A relative target is in per cent, whatever its indicator is counted in.
    if case .relative = indicator.target?.goal {
      let shares = numbers.filter { QuotedPromise.share.isSame(as: $0.unit) }
      self = shares.isEmpty ? .differ(numbers.map(\.value)) : .contradict(shares.map(\.value))
      return
    }
    self =
      same.isEmpty
      ? .differ(numbers.map(\.value))
      : .contradict(same.map { roundedToTwelveDigits($0.value / promise.unit.factor) })
  }

  /// Compares the number that directly follows, after spaces, a bracket or words that say the same once more such as 即 and
  /// *or*, if one does. Also returns its scalars in the text.
  package static func first(
    in text: String, _ marks: NumberMarks, of indicator: Indicator
  ) -> (numbers: QuotedNumbers, range: Range<Int>)? {
    let scalars = PlainScalars.of(text)
    let start = lengthOfOpening(scalars)
    func read(_ marks: NumberMarks) -> (numbers: QuotedNumbers, range: Range<Int>)? {
      guard let amount = QuotedAmount.all(in: scalars, marks).first, let number = amount.numbers.first,
        number.range.lowerBound == start
      else { return nil }
      return (QuotedNumbers([amount], of: indicator), number.range)
    }
    let found = read(marks)
    guard let found, found.numbers != .agree, let other = read(marks.other), other.numbers == .agree else {
      return found
    }
    return other
  }

  /// Where a sentence names the number of an indicator's target, in scalars: every place, in order.
  package static func places(
    in sentence: [Unicode.Scalar], _ marks: NumberMarks, of indicator: Indicator
  ) -> [Range<Int>] {
    guard let promise = QuotedPromise(indicator) else { return [] }
    func read(_ marks: NumberMarks) -> [TextNumber] {
      QuotedAmount.all(in: sentence, marks).flatMap(\.numbers).filter { promise.isLike($0) }
    }
    var named = read(marks)
    if named.isEmpty { named = read(marks.other) }
    // 5年内引进5名: the one with the unit.
    let counted = named.filter { promise.unit.isSame(as: $0.unit) }
    return (counted.isEmpty ? named : counted).map(\.range)
  }

  private static let marks = Set(" (（[【:：=≈~".unicodeScalars)
  private static let words = [
    "即", "约", "或", "或者", "亦即", "也就是", "也即", "大约", "为", "是", "达", "达到", "共", "共计", "合计", "以上", "以下", "左右",
  ]
  private static let englishWords = [
    "of", "or", "i.e.", "i.e", "ie", "that is", "namely", "about", "around", "roughly", "approximately", "some", "at",
    "is", "equals", "equal to", "in total",
  ]

  /// How many scalars at the start of a text only lead to a number that says the same once more.
  private static func lengthOfOpening(_ text: [Unicode.Scalar]) -> Int {
    var start = 0
    while start < text.count {
      let rest = text[start...]
      if marks.contains(text[start]) || commas.contains(text[start]) && restates(text[(start + 1)...]) {
        start += 1
      } else if let word = words.filter({ rest.starts(with: $0.unicodeScalars) }).max(by: { $0.count < $1.count }) {
        start += word.unicodeScalars.count
      } else if let word = englishWords.filter({ isWord($0, at: rest) }).max(by: { $0.count < $1.count }) {
        start += word.unicodeScalars.count
      } else {
        break
      }
    }
    return start
  }

  private static let commas = Set("，,".unicodeScalars)
  private static let restating = ["即", "亦即", "也即", "也就是"]
  private static let englishRestating = ["i.e.", "i.e", "that is", "namely", "or"]

  /// Whether what follows a comma says the same once more.
  private static func restates(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let rest = text.drop { $0 == " " }
    return restating.contains { rest.starts(with: $0.unicodeScalars) }
      || englishRestating.contains { isWord($0, at: rest) }
  }

  private static func isWord(_ word: String, at text: ArraySlice<Unicode.Scalar>) -> Bool {
    let count = word.unicodeScalars.count
    guard text.count > count else { return false }
    return text.prefix(count).elementsEqual(word.unicodeScalars)
      && !text[text.startIndex + count].properties.isAlphabetic
  }
}
