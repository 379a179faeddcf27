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
    guard let target = indicator.target, let wanted = QuotedNumbers.wanted(by: target, of: indicator) else {
      self = .agree
      return
    }
    let numbers = TextNumber.all(in: quotation)
    let unit = QuotedUnit(indicator.unit ?? "")
    let isNamed = numbers.contains { number in
      wanted.contains { isNear(number.value, $0 * unit.factor) || isNear(number.value, $0) }
    }
    if isNamed || numbers.isEmpty {
      self = .agree
      return
    }
    // A relative target is in per cent, whatever its indicator is counted in.
    if case .relative = target.goal {
      let shares = numbers.filter { QuotedUnit("%").isSame(as: $0.unit) }
      self = shares.isEmpty ? .differ(numbers.map(\.value)) : .contradict(shares.map(\.value))
      return
    }
    let same = numbers.filter { unit.isSame(as: $0.unit) }
    self = same.isEmpty ? .differ(numbers.map(\.value)) : .contradict(same.map { $0.value / unit.factor })
  }

  /// Compares the number that directly follows, behind a space, a bracket or a word such as 即, if one does. Also returns its
  /// scalars in the text.
  package static func first(in text: String, of indicator: Indicator) -> (numbers: QuotedNumbers, range: Range<Int>)? {
    let scalars = PlainScalars.of(text)
    let start = scalars.prefix { openings.contains($0) }.count
    guard let number = TextNumber.counts(in: scalars).first, number.range.lowerBound == start else { return nil }
    let unit = Array(number.unit.unicodeScalars).count
    let end = min(number.range.upperBound + unit + 1, scalars.count)
    let named = scalars[start..<end].prefix {
      !"，。；、,;)）".unicodeScalars.contains($0) || $0 == "," && number.digits != nil
    }
    return (QuotedNumbers(named.string, of: indicator), number.range)
  }

  /// Where a sentence names the number of an indicator's target, in scalars: every place, in order.
  package static func places(in sentence: [Unicode.Scalar], of indicator: Indicator) -> [Range<Int>] {
    guard let target = indicator.target, let wanted = wanted(by: target, of: indicator) else { return [] }
    let unit = QuotedUnit(indicator.unit ?? "")
    let named = TextNumber.counts(in: sentence).filter { number in
      wanted.contains { isNear(number.value, $0 * unit.factor) || isNear(number.value, $0) }
    }
    // 5年内引进5名: the one with the unit.
    let counted = named.filter { unit.isSame(as: $0.unit) }
    return (counted.isEmpty ? named : counted).map(\.range)
  }

  private static let openings = Set(" (（即约".unicodeScalars)

  /// The numbers that a sentence may name: the target, its change, and the way from the baseline. Nil for a target without
  /// a number.
  private static func wanted(by target: IndicatorTarget, of indicator: Indicator) -> [Double]? {
    let all = [target] + indicator.interimTargets
    var wanted = all.compactMap(indicator.value)
    for goal in all.map(\.goal) { wanted += goal.numbers.map { abs($0.value) } }
    guard let bound = indicator.targetValue else { return wanted.isEmpty ? nil : wanted }
    if let start = indicator.baseline?.value.value {
      wanted.append(roundedToTwelveDigits(abs(bound - start)))
      // 提高50%, 增长一倍: the change as a share of the baseline.
      if start != 0 { wanted.append(roundedToTwelveDigits(abs(bound - start) / abs(start) * 100)) }
    }
    wanted.append(abs(bound))
    return wanted
  }
}

/// A unit taken apart: `万人` is 10,000 of `人`.
private struct QuotedUnit {
  let factor: Double
  private let name: String

  init(_ unit: String) {
    var rest = unit.lowercased()[...]
    var factor = 1.0
    let prefixes: [(String, Double)] = [
      ("百", 100), ("千", 1000), ("万", 1e4), ("亿", 1e8), ("hundred ", 100), ("thousand ", 1000), ("million ", 1e6),
      ("billion ", 1e9),
    ]
    while let prefix = prefixes.first(where: { rest.hasPrefix($0.0) && (rest.count > $0.0.count) }) {
      // 千米 and 千瓦 are units, not thousands of another.
      if ["千米", "千瓦", "千克", "百分"].contains(where: { rest.hasPrefix($0) }) { break }
      rest = rest.dropFirst(prefix.0.count)
      factor *= prefix.1
    }
    self.factor = factor
    name = String(rest)
  }

  /// Measure words, behind which the thing that is counted follows.
  private static let counters: Set<String> = [
    "个", "名", "位", "家", "所", "座", "条", "项", "件", "处", "台", "辆", "套", "户", "张", "支", "场", "门", "棵", "株", "头", "艘",
  ]

  /// Whether a number's unit in a sentence is this one. The sentence may go on behind it: 人以上, days a year.
  func isSame(as unit: String) -> Bool {
    guard !name.isEmpty else { return false }
    let unit = unit.lowercased()
    if name == "%" || name == "％" { return unit == "%" || unit.hasPrefix("个百分点") || unit.hasPrefix("percentage point") }
    guard unit.hasPrefix(name) else {
      // `day` for `days`, and 名 or 位 for 人.
      return name == "人" && (unit.hasPrefix("名") || unit.hasPrefix("位"))
        || name.hasSuffix("s") && unit == name.dropLast()
    }
    let rest = unit.dropFirst(name.count)
    // 3.3万名学生 counts in 名; 5个百分点 does not count in 个.
    if QuotedUnit.counters.contains(name), !rest.hasPrefix("百分点"), !rest.hasPrefix("月") { return true }
    // 人 is not 人才, 亿元 is not 亿元产业: only a word that ends or goes on with a known ending counts.
    return rest.isEmpty || name.unicodeScalars.allSatisfy(\.isASCII) && rest.first == " "
      || ["以上", "以下", "以内", "左右", "以"].contains { rest.hasPrefix($0) }
  }
}
