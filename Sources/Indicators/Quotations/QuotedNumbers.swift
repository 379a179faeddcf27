import DataFormats

/// Whether the sentence of a promise names the number of its target.
package enum QuotedNumbers: Hashable, Sendable {
  /// The target's number is in the sentence, or there is nothing to compare.
  case agree
  /// The sentence has numbers with the target's unit, and none is the target's.
  case contradict([Double])
  /// The sentence has numbers, none with the target's unit, and none is the target's.
  case differ([Double])

  package init(_ quotation: String, of indicator: Indicator) {
    self.init(QuotedAmount.all(in: PlainScalars.of(quotation)), of: indicator)
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

  /// Compares the number that directly follows, behind a space, a bracket or a word such as 即, if one does. Also returns its
  /// scalars in the text.
  package static func first(in text: String, of indicator: Indicator) -> (numbers: QuotedNumbers, range: Range<Int>)? {
    let scalars = PlainScalars.of(text)
    let start = scalars.prefix { openings.contains($0) }.count
    guard let amount = QuotedAmount.all(in: scalars).first, let number = amount.numbers.first,
      number.range.lowerBound == start
    else { return nil }
    return (QuotedNumbers([amount], of: indicator), number.range)
  }

  /// Where a sentence names the number of an indicator's target, in scalars: every place, in order.
  package static func places(in sentence: [Unicode.Scalar], of indicator: Indicator) -> [Range<Int>] {
    guard let promise = QuotedPromise(indicator) else { return [] }
    let named = QuotedAmount.all(in: sentence).flatMap(\.numbers).filter { promise.isLike($0) }
    // 5年内引进5名: the one with the unit.
    let counted = named.filter { promise.unit.isSame(as: $0.unit) }
    return (counted.isEmpty ? named : counted).map(\.range)
  }

  private static let openings = Set(" (（即约".unicodeScalars)
}
