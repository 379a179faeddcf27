import DataFormats

/// The numbers that a sentence may name for a target.
struct QuotedPromise {
  static let share = QuotedUnit("%")

  let unit: QuotedUnit
  /// The values of the target and of the interim targets, in the indicator's unit.
  private var levels: [Double] = []
  /// How far it is from the baseline, in the indicator's unit.
  private var changes: [Double] = []
  /// How far it is from the baseline, in per cent of it.
  private var shares: [Double] = []
  /// Both ends of a target that is a range, each with its change: the sentence names both.
  private var ends: [QuotedPromise] = []
  private let start: Double?
  private let wantsMore: Bool

  /// Nil for a target without a number.
  init?(_ indicator: Indicator) {
    guard let target = indicator.target else { return nil }
    unit = QuotedUnit(indicator.unit ?? "")
    start = indicator.baseline?.value.value
    wantsMore = target.comparator.wantsMore
    for target in [target] + indicator.interimTargets {
      for number in target.goal.numbers.map({ abs($0.value) }) {
        if case .relative = target.goal {
          shares.append(number)
        } else if case .change = target.goal {
          changes.append(number)
        } else {
          levels.append(number)
        }
      }
      if let value = indicator.value(of: target) { levels += [value, abs(value)] }
    }
    if let bound = indicator.targetValue { addChange(to: bound) }
    guard !(levels.isEmpty && changes.isEmpty && shares.isEmpty) else { return nil }
    if case .between(let low, let high) = target.goal {
      ends = [low.value, high.value].map { QuotedPromise(end: $0, unit: unit, start: start) }
      for end in ends {
        changes += end.changes
        shares += end.shares
      }
    }
  }

  private init(end: Double, unit: QuotedUnit, start: Double?) {
    self.unit = unit
    self.start = start
    wantsMore = true
    levels = [end, abs(end)]
    addChange(to: end)
  }

  private mutating func addChange(to bound: Double) {
    guard let start else { return }
    changes.append(roundedToTwelveDigits(abs(bound - start)))
    // 提高50%, 增长一倍: the change as a share of the baseline.
    if start != 0 { shares.append(roundedToTwelveDigits(abs(bound - start) / abs(start) * 100)) }
  }

  /// Whether the amounts of a sentence, of which some have the unit or none has, name the target.
  func isNamed(by amounts: [QuotedAmount], hasUnit: Bool) -> Bool {
    if !ends.isEmpty {
      let numbers = amounts.flatMap(\.numbers)
      return [\QuotedPromise.levels, \.changes, \.shares].contains { kind in
        ends.allSatisfy { end in
          numbers.contains { number in end.values(like: number, hasUnit).contains { $0 == kind } }
        }
      }
    }
    return amounts.contains { amount in
      guard let high = amount.high else { return isNamed(amount.low, hasUnit) }
      // 3至5个 is at least 3, and at most 5; from 3 to 5 is 5.
      let (first, last) = (values(like: amount.low, hasUnit), values(like: high, hasUnit))
      let isFromBaseline = start.map { isNear(amount.low.value, $0 * unit.factor) } ?? false
      return !first.isEmpty && !last.isEmpty || isFromBaseline && !last.isEmpty
        || (wantsMore ? first : last).contains(\.levels) || first.contains { $0 != \.levels }
    }
  }

  private func isNamed(_ number: TextNumber, _ hasUnit: Bool) -> Bool { !values(like: number, hasUnit).isEmpty }

  /// Whether a number is one of the promise's, whatever it counts.
  func isLike(_ number: TextNumber) -> Bool { isNamed(number, false) }

  /// The kinds of values that a number of a sentence may be.
  private func values(like number: TextNumber, _ hasUnit: Bool) -> [KeyPath<QuotedPromise, [Double]>] {
    func has(_ values: [Double], _ factor: Double) -> Bool {
      values.contains { isNear(number.value, $0 * factor) || number.isRounded && abs(number.value - $0) <= 0.5 }
    }
    let isSame = unit.isSame(as: number.unit)
    let isShare = QuotedPromise.share.isSame(as: number.unit)
    var found: [KeyPath<QuotedPromise, [Double]>] = []
    if isSame || !hasUnit {
      if has(levels, unit.factor) || !isSame && has(levels, 1) { found.append(\.levels) }
      if has(changes, unit.factor) || !isSame && has(changes, 1) { found.append(\.changes) }
    }
    if isShare || !hasUnit, has(shares, 1) { found.append(\.shares) }
    return found
  }
}

/// A number of a sentence, or a range with both of its ends: 3至5个, between 25 and 30 per cent.
struct QuotedAmount {
  let low: TextNumber
  var high: TextNumber?

  var numbers: [TextNumber] { [low] + (high.map { [$0] } ?? []) }

  /// The amounts of a text, in order.
  static func all(in text: [Unicode.Scalar], _ marks: NumberMarks) -> [QuotedAmount] {
    var amounts: [QuotedAmount] = []
    for number in TextNumber.all(in: text, marks) {
      if let last = amounts.last, last.high == nil, let low = end(last.low, of: number, text) {
        amounts[amounts.count - 1] = QuotedAmount(low: low, high: number)
      } else {
        amounts.append(QuotedAmount(low: number))
      }
    }
    return amounts
  }

  private static let marks = ["至", "到", "-", "–", "—", "~", "to", "and"]
  private static let shares = ["%", "per cent", "percent"]

  /// The lower end of a range that the second number ends, with the unit and the scale of that one; nil if the two are not
  /// a range.
  private static func end(_ low: TextNumber, of high: TextNumber, _ text: [Unicode.Scalar]) -> TextNumber? {
    let gap = text[low.range.upperBound..<high.range.lowerBound]
    guard gap.count <= 16 else { return nil }
    let words = gap.string.trimmed
    guard let mark = marks.first(where: { words.hasSuffix($0) }) else { return nil }
    let own = String(words.dropLast(mark.count)).trimmed
    guard own.isEmpty || high.unit.hasPrefix(own) || high.unit == "%" && shares.contains(own) else { return nil }
    let before = text[..<low.range.lowerBound].suffix(9).string.lowercased().trimmed
    if mark == "and", !before.hasSuffix("between") { return nil }
    // From 15 to 20 is a way.
    if ["from", "从", "由", "自"].contains(where: before.hasSuffix) { return nil }
    let isScaled = low.scale == 1 && low.value < high.value / high.scale
    let value = isScaled ? roundedToTwelveDigits(low.value * high.scale) : low.value
    guard value < high.value else { return nil }
    return TextNumber(
      value: value, unit: high.unit, scale: isScaled ? high.scale : low.scale, digits: low.digits, range: low.range,
      isRounded: low.isRounded)
  }
}
