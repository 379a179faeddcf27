// Sentences that promise nothing, whatever their clauses say.

extension ChineseTargets {
  private static let forecasts = WordList("形势严峻 严峻 趋紧 压力加大 矛盾突出 需求将")
  private static let ofOthers = WordList("省提出 国家提出 中央提出 国务院提出 省委提出 省政府提出")
  /// Who demands or foresees something in the first part of a sentence, and how.
  private static let authorities = WordList(
    "国家 中央 国务院 省 《 专家 学者 银行 组织 机构 报告 研究 联合国 上级 部委 普查 调查 法律 国际")
  private static let own = WordList("本规划 本市 我市 本县 我县 本区 我区 本省 我省 市委 县委 区委 本方案 本行动")
  private static let sayings = WordList("提出 要求 规定 明确 指出 预测 强调 显示 表明 认为 预计 估计 估算 建议 承诺")
  private static let citations = WordList("引自 摘自 国家要求 上级要求 国家规定")
  private static let whole = WordList("全国 我国 全球 世界 发达国家 发展中国家")
  private static let futures = WordList("将 预计")
  private static let breaks = Set("，,：:；;".unicodeScalars)

  /// 省“十五五”规划提出，…; 据世界银行报告，…
  private var tellsOfOthers: Bool {
    let words = text[sentence]
    if Self.citations.isPrefix(of: words) { return true }
    // 受疫情影响，旅游收入下降42%
    if words.begins("受"), let harm = words.prefix(20).first(of: "影响"), harm + 2 < words.endIndex,
      Self.breaks.contains(words[harm + 2])
    {
      return true
    }
    guard let comma = words.prefix(40).firstIndex(where: Self.breaks.contains) else { return false }
    let head = words[..<comma]
    return Self.sayings.isSuffix(of: head) && Self.authorities.isIn(head) && !Self.own.isIn(head)
  }

  /// 全国居民收入预计到2030年达到5.5万元, 全省生产总值到2030年将突破10万亿元: nobody promises it here.
  private var foretells: Bool {
    var start = sentence.lowerBound
    while let time = times.first(where: { $0.range.lowerBound == start }) {
      start = time.range.upperBound
      while start < sentence.upperBound, Self.breaks.contains(text[start]) { start += 1 }
    }
    let words = text[start..<sentence.upperBound]
    guard Self.whole.isPrefix(of: words) || words.begins("全省") && start == sentence.lowerBound else { return false }
    return Self.futures.isIn(text[sentence]) && !ChinesePromises.ofOwnAims.isIn(words)
  }

  private static let ranks = WordList("居全省 居全国 居全市 位居")
  private static let suppositions = WordList("如果 假如 倘若 一旦 假设 假定 建议 我们建议 专家建议")
  /// Times that are over when a plan speaks of them.
  private static let reported = WordList("前三季度 前两个季度 上半年 一季度 第一季度 今年以来 去年以来 上一 上轮 上个规划")
  /// 气温每升高1℃，用电量增加2%
  private static let rules = WordList("每升高 每上升 每下降 每降低 每增加 每减少 每增长")
  private static let steps = WordList("迈上 跨上 跃上 登上")

  /// Whether the sentence is a forecast, or describes other people's plans or the present, whatever its clauses say.
  var isReport: Bool {
    let words = text[sentence]
    if Self.forecasts.isIn(words) || tellsOfOthers || foretells { return true }
    if OtherPlaces.plan(words, titles: titles) || Self.suppositions.isPrefix(of: words) { return true }
    if Self.reported.isPrefix(of: words) || Self.rules.isIn(words) { return true }
    if let other = Self.ofOthers.first(in: words), !text[other.upperBound..<sentence.upperBound].begins("的") {
      return true
    }
    if words.begins("全国"), words.contains("将"), !ChinesePromises.always.isIn(words) { return true }
    if ChineseWords.forecasts.isIn(words) { return true }
    // 到2100年，海平面将上升0.5米: nobody sets it.
    if Self.nature.isIn(words), words.contains("将") || words.contains("或"), !ChinesePromises.ofExpectations.isIn(words)
    {
      return true
    }
    // 预计到2030年，60岁以上人口将超过80万人. What a plan sets itself, it does not expect: 常住人口达到320万人 is a target.
    if ChineseWords.expectations.isIn(words), isForeseen(words), !ChinesePromises.ofExpectations.isIn(words) {
      return true
    }
    let isAhead = times.contains { time in
      switch time.meaning {
      case .deadline: true
      case .during(let year): plan.map { year >= $0.start } ?? false
      default: false
      }
    }
    guard !isAhead, !ChinesePromises.always.isIn(words) else { return false }
    if Self.ranks.isIn(words) || isStepReached { return true }
    // 财政收入突破20亿元大关, under a heading of goals
    if isUnderGoals, amounts.contains(where: { text[$0.range.upperBound..<sentence.upperBound].begins("大关") }) {
      return false
    }
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
  private static let nature = WordList("海平面 平均气温 年均气温 年平均气温 降水量 降雨量 极端高温 最坏情况 最不利情况")
  private static let perHead = WordList("每千 每万 每百 每十万 每百万 千 万 每")

  /// 经济总量迈上2000亿元台阶
  private var isStepReached: Bool {
    amounts.contains { amount in
      text[amount.range.upperBound..<sentence.upperBound].begins("台阶")
        && Self.steps.suffix(of: text[sentence.lowerBound..<amount.range.lowerBound]) != nil
    }
  }
}
