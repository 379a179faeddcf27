// Sentences that promise nothing, whatever their clauses say.

extension ChineseTargets {
  private static let forecasts = WordList("形势严峻 严峻 趋紧 压力加大 矛盾突出 需求将")
  private static let ofOthers = WordList("省提出 国家提出 中央提出 国务院提出 省委提出 省政府提出")
  private static let ranks = WordList("居全省 居全国 居全市 位居")
  private static let steps = WordList("迈上 跨上 跃上 登上")

  /// Whether the sentence tells of a forecast, of what others plan, or of how things are, whatever its clauses say.
  var isReport: Bool {
    let words = text[sentence]
    if Self.forecasts.isIn(words) { return true }
    if let other = Self.ofOthers.first(in: words), !text[other.upperBound..<sentence.upperBound].begins("的") {
      return true
    }
    if words.begins("全国"), words.contains("将"), !Self.wills.isIn(words) { return true }
    if ChineseWords.forecasts.isIn(words) { return true }
    // 预计到2030年，60岁以上人口将超过80万人. What a plan sets itself, it does not expect: 常住人口达到320万人 is a target.
    if ChineseWords.expectations.isIn(words), isForeseen(words), !ChineseWords.aims.isIn(words) {
      return true
    }
    let isAhead = times.contains { time in
      switch time.meaning {
      case .deadline: true
      case .during(let year): plan.map { year >= $0.start } ?? false
      default: false
      }
    }
    guard !isAhead, !Self.wills.isIn(words) else { return false }
    if Self.ranks.isIn(words) || isStepReached { return true }
    // 经济总量占全省比重超过60%: with 提高到 it is a target.
    return ChineseWords.circumstances.isIn(words) && !ChineseTargets.towards.isIn(words)
      && !ChineseWords.acts.isPrefix(of: words)
  }

  /// Whether a text is about what nobody sets, such as a population. 每千人口床位数 is about beds.
  private func isForeseen(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.indices.contains { index in
      ChineseWords.foreseen.isPrefix(of: words[index...]) && !Self.perHead.isSuffix(of: words[..<index])
    }
  }
  private static let perHead = WordList("每千 每万 每百 每十万 每百万 千 万 每")

  /// 经济总量迈上2000亿元台阶
  private var isStepReached: Bool {
    amounts.contains { amount in
      text[amount.range.upperBound..<sentence.upperBound].begins("台阶")
        && Self.steps.suffix(of: text[sentence.lowerBound..<amount.range.lowerBound]) != nil
    }
  }
}
