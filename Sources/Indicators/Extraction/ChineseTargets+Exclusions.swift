import Bytes

// Numbers that are not targets.

extension ChineseTargets {
  private static let settlements = WordList("自然村 行政村 村庄 村组 聚居点 城市 乡镇 小区 工业企业 企业")
  private static let from = WordList("由 从 自")
  /// Whether an amount only describes what follows it: 15分钟生活圈, 100亿元产业.
  mutating func isDescription(_ amount: ChineseAmount, in clause: Range<Int>) -> Bool {
    if isRule(amount, in: clause) { return true }
    guard let unit = amount.unit else {
      // 天数为零
      if amount.number.value == 0, text[amount.range.lowerBound] == "为" { return false }
      // A number alone counts only where a cue leads to it and nothing follows.
      let rest = text[amount.range.upperBound..<clause.upperBound]
      guard
        rest.isEmpty || !(rest.first?.isHan ?? false) || amount.comparator != nil || amount.isApproximate
          || rest.begins("的") && rest.count < 2
      else { return true }
      return !hasCue(before: amount, in: clause)
    }
    if isCondition(amount, unit, in: clause) { return true }
    var start = amount.range.upperBound
    if start < clause.upperBound, text[start] == "的" { start += 1 }
    guard start < clause.upperBound else { return false }
    let rest = text[start..<clause.upperBound]
    // 城区15分钟、乡镇30分钟医疗圈
    if ChineseWords.describingUnits.contains(unit), rest.first == "、",
      let next = amounts.first(where: { $0.range.lowerBound > amount.range.lowerBound }), next.unit == unit,
      next.range.upperBound < clause.upperBound, isDescription(next, in: clause)
    {
      return true
    }
    guard rest.first?.isHan ?? false || rest.first == "“" else { return false }
    if ChineseTargets.notNouns.isPrefix(of: rest) { return false }
    if ChineseWords.describingUnits.contains(unit) { return true }
    // 五百亿级产业集群
    if unit.hasSuffix("级"), unit.count > 1 { return true }
    // 增加值达到千亿元规模
    if rest.equals("规模"), hasCue(before: amount, in: clause) { return false }
    let isMoney = unit.hasSuffix("元")
    let isSize =
      isMoney || unit.hasSuffix("吨") || unit.hasSuffix("千瓦") || unit.hasSuffix("千伏")
      || unit.hasPrefix("万") && unit.count == 1 || unit == "亿" || unit == "万亿"
    if isSize, let thing = ChineseWords.sizedThings.first(in: rest), thing.lowerBound - rest.startIndex <= 6 {
      // 完成100亿元项目投资 is an amount of money.
      return !rest[thing.upperBound...].begins("投资") && !rest.begins("投资")
    }
    return false
  }

  /// Whether an amount names the things or people to which something applies: 研发投入超过5%的企业,
  /// 总投资5000万元以上的，由…核准, 预留不低于5%的建设用地.
  private func isCondition(_ amount: ChineseAmount, _ unit: String, in clause: Range<Int>) -> Bool {
    var head = plain(clause.lowerBound..<amount.range.lowerBound)[...]
    var (bounded, bound) = (amount, Comparator?.none)
    takeBounds(&head, &bounded, &bound)
    let isBounded = bounded.comparator != nil
    if unit == "%", isBounded, ChineseWords.allotments.isSuffix(of: head) { return true }
    if isBounded, !hasDeadline(in: clause), ChineseWords.conditions.isPrefix(of: head),
      !ChineseWords.noConditions.isPrefix(of: head), !isRate(head)
    {
      return true
    }
    // 20户以上自然村
    if amount.comparator != nil, Self.settlements.isPrefix(of: text[amount.range.upperBound..<clause.upperBound]) {
      return true
    }
    guard amount.range.upperBound < sentence.upperBound, text[amount.range.upperBound] == "的" else { return false }
    let rest = text[(amount.range.upperBound + 1)..<sentence.upperBound]
    // …以上的，由市发展改革委核准
    if let comma = rest.first, "，,".unicodeScalars.contains(comma) {
      return ChineseWords.rulesBehind.isPrefix(of: rest.dropFirst())
    }
    guard rest.first?.isHan ?? false, !ChineseWords.goals.isPrefix(of: rest) else { return false }
    // 80%以上的行政村, 引进100名以上的专家, 建成覆盖率超过90%的网络: the amount itself is what is promised.
    guard !opened(head, causes: true).isEmpty, act(at: head) == nil, !isOwnThing(head, unit) else { return false }
    return isBounded || ChineseWords.holders.isPrefix(of: rest)
  }

  /// A rule of land use or of building: 容积率不低于1.0, 新建居住区绿地率不得低于30%.
  private func isRule(_ amount: ChineseAmount, in clause: Range<Int>) -> Bool {
    var head = plain(clause.lowerBound..<amount.range.lowerBound)[...]
    var (bounded, bound) = (amount, Comparator?.none)
    takeBounds(&head, &bounded, &bound)
    guard bound != nil, !hasDeadline(in: clause) else { return false }
    if ChineseWords.rulesBefore.isSuffix(of: head) || ChineseWords.landRules.isSuffix(of: head) { return true }
    return head.begins("新建") && text[clause.lowerBound..<amount.range.lowerBound].first(of: "不得") != nil
  }

  /// 建成覆盖率超过90%的养老服务网络
  private func isOwnThing(_ head: ArraySlice<Unicode.Scalar>, _ unit: String) -> Bool {
    unit == "%" && ChineseWords.makers.isPrefix(of: opened(head, causes: true))
  }

  /// 每千人口床位数, 每万人发明专利拥有量
  private func isRate(_ head: ArraySlice<Unicode.Scalar>) -> Bool {
    guard head.first == "每" else { return false }
    let rest = head.dropFirst()
    return "百千万十个一户人名平亿两亩立公升吨".unicodeScalars.contains(rest.first ?? " ") || rest.first?.isASCIIDigit ?? false
  }

  private func hasDeadline(in clause: Range<Int>) -> Bool {
    times.contains { $0.isDeadline && $0.range.upperBound <= clause.upperBound }
  }

  mutating func hasCue(before amount: ChineseAmount, in clause: Range<Int>) -> Bool {
    var amount = amount
    var bound: Comparator?
    var head = plain(clause.lowerBound..<amount.range.lowerBound)[...]
    takeBounds(&head, &amount, &bound)
    guard let cue = takeCue(&head) else { return bound != nil }
    return cue != .add && !head.isEmpty
  }

  static let towards = WordList(
    "提高到 提高至 增加到 增加至 增长到 增长至 提升到 提升至 上升到 上升至 扩大到 扩大至 发展到 升至 增至 降至 降到 下降到 下降至 降低到 降低至 减少到 减少至 压减到 缩短到 缩短至 提高 增加 增长 提升 上升 下降 降低 减少 扩大"
  )

  /// Whether an amount is where a change begins: 由60%提高到65%, 在60%的基础上. Keeps it for the target that follows.
  mutating func isBaseline(_ amount: ChineseAmount, from: Int) -> Bool {
    let behind = text[amount.range.upperBound..<sentence.upperBound]
    if behind.begins("的基础") || behind.begins("基础上") { return keepBaseline(amount) }
    let before = text[from..<amount.range.lowerBound]
    guard ChineseTargets.towards.prefix(of: behind) != nil || behind.begins("，提高") else { return false }
    let start = Self.from.last(in: before)
    guard let start, before.endIndex - start.upperBound <= 12 else {
      return times.contains {
        if case .base = $0.meaning { $0.range.overlaps(from..<amount.range.lowerBound) } else { false }
      } && keepBaseline(amount)
    }
    return keepBaseline(amount)
  }

  /// Keeps the subject of a change, which is before its baseline: 比重由1.2%提高到2.3%.
  mutating func keepSubject(_ head: ArraySlice<Unicode.Scalar>) {
    var head = head
    if let start = Self.from.last(in: head), head.endIndex - start.upperBound <= 3 {
      head = head[..<start.lowerBound]
    }
    trim(&head, closing: ChineseWords.closings)
    let name = opened(head, causes: true)
    if name.count >= 2 {
      subject = Array(name)
      isSubjectGuessed = false
    }
  }

  mutating func keepBaseline(_ amount: ChineseAmount) -> Bool {
    pendingBaseline = amount.number
    return true
  }

  /// 推进五项改革: what the plan is made of.
  func describesParts(
    act: [Unicode.Scalar], _ amount: ChineseAmount, _ behind: (words: [Unicode.Scalar], end: Int)?
  ) -> Bool {
    guard let behind, amount.number.value <= 30, ["项", "个", "类", "种", "条", "组", "件"].contains(amount.unit ?? "") else {
      return false
    }
    guard ChineseWords.parts.isIn(behind.words[...]) else { return false }
    return ["实施", "推进", "开展", "推动", "部署", "完成", "制定", "形成", "提升", "保障", "落地", "服务", "强化", "办好", "办理", "做强"].contains(
      String(act[...].string))
  }

  func isStructure(_ name: ArraySlice<Unicode.Scalar>, _ amount: ChineseAmount) -> Bool {
    ChineseWords.descriptions.isSuffix(of: name) && !name.ends("以上")
  }

  func isShortName(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    name.count <= 24 && !ChineseWords.descriptions.isSuffix(of: name)
      && (isRate(name) || !ChineseWords.descriptions.isPrefix(of: name))
  }

  func endsLikeLevel(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    ["率", "量", "比重", "占比", "比例", "数", "规模", "水平", "收入", "产值", "总值", "指数", "浓度", "面积", "里程", "增加值"].contains {
      name.ends($0)
    }
  }
}
