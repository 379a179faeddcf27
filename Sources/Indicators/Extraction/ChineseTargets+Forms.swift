import Bytes
import DataFormats

// Ranks, numbers for each of several things, comparisons, and what brackets add.
extension ChineseTargets {
  // MARK: Comparisons and baselines

  private static let comparisons = WordList("年均增长 年均增速 增长 增速 增幅")
  private static let comparing = WordList("高于 快于 不低于 优于 低于 与 同步")

  /// 居民收入年均增长高于经济增长1个百分点，2030年达到3.2万元: the second clause is about the thing that the first
  /// compares.
  mutating func keepCompared(_ amount: ChineseAmount, in clause: Range<Int>) {
    let head = plain(clause.lowerBound..<amount.range.lowerBound)[...]
    guard let growth = Self.comparisons.first(in: head), Self.comparing.first(in: head[growth.upperBound...]) != nil
    else { return }
    let name = opened(head[..<growth.lowerBound], causes: true)
    if name.count >= 2 { (subject, isSubjectGuessed) = (Array(name), true) }
  }

  /// 达到2.8%以上（2020年为2.1%）: the baseline is in brackets.
  mutating func takeBaseline(_ amount: ChineseAmount, in clause: Range<Int>) {
    guard case .number(let number) = amount.size, amount.unit == found[found.count - 1].unit,
      found[found.count - 1].baseline == nil
    else { return }
    for time in times where clause.overlaps(time.range) && isInBrackets(time.range, of: clause) {
      guard case .during(let year) = time.meaning, year < plan?.start ?? 0 else { continue }
      found[found.count - 1].baseline = number
      found[found.count - 1].baselineYear = year
    }
  }

  // MARK: 每个乡镇至少建成1所

  private static let each = WordList("每个 每家 每所 每县 每镇 每乡 每村 每区 每市 每街道 每社区 各县 各区 各乡镇 各街道 各市县 各县区")
  private static let eachActs = WordList("建成 建设 建有 建好 设立 设置 设有 设 拥有 有 配备 配齐 配置 配有 打造 培育 开设 改造 新建 布局 创建 形成 建立")

  /// 每个乡镇至少建成1所幼儿园: how many each of them is to have.
  mutating func readEach(
    _ amount: ChineseAmount, head: ArraySlice<Unicode.Scalar>, _ behind: (words: [Unicode.Scalar], end: Int)?
  ) -> Int? {
    guard let behind, let unit = amount.unit, unit != "%" else { return nil }
    var head = opened(head, causes: true)
    guard Self.each.isPrefix(of: head), let act = Self.eachActs.suffix(of: head) else { return nil }
    let verb = head.suffix(act)
    head.removeLast(act)
    var amount = amount
    while let count = ChinesePromises.afterEach.suffix(of: head) {
      if ["至少", "最少", "不少于"].contains(head.suffix(count).string) { amount.comparator = .atLeast }
      head.removeLast(count)
    }
    guard (2...14).contains(head.count), head.allSatisfy(\.isHan) else { return nil }
    return append(amount, .counted(act: []), name: head + verb + behind.words, kind: .level, end: behind.end)
  }

  // MARK: 前30位

  private static let rankVerbs = WordList(
    "进入 跻身 迈入 挺进 进到 冲进 挤进 保持在 稳居 稳定在 上升到 上升至 提升到 提升至 前移至 升至 升到 保持 位居 位列 排名达到 进位至 达到")
  private static let rankEnds = WordList("位 名 强")
  private static let rankNumerals: [Unicode.Scalar: Double] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "百": 100,
  ]

  /// 综合实力进入全国城市前30位: a place in an order, which is the better the smaller it is.
  mutating func readRank(in clause: Range<Int>) {
    guard let place = text[clause].lastIndex(of: "前"), place > clause.lowerBound, place + 1 < clause.upperBound else {
      return
    }
    let behind = text[(place + 1)..<clause.upperBound]
    let digits = behind.prefix(while: \.isASCIIDigit)
    let value: Double
    var end: Int
    if let number = Double(digits.string), (1...500).contains(number) {
      (value, end) = (number, digits.endIndex)
    } else if let number = Self.rankNumerals[text[place + 1]] {
      (value, end) = (number, place + 2)
      if end < clause.upperBound, number < 10, text[end] == "十" { return }
    } else {
      return
    }
    let unit = Self.rankEnds.prefix(of: text[end..<clause.upperBound])
    if let unit { end += unit }
    // 前十个项目 and 前30位的企业 are not ranks.
    guard
      end == clause.upperBound || ChineseWords.boundsBehind.contains(where: { $0.words.isPrefix(of: text[end...]) }),
      unit != nil || value >= 3, let number = DecimalNumber(computed: value)
    else { return }
    var head = plain(clause.lowerBound..<place)[...]
    guard let verb = Self.rankVerbs.last(in: head), head.endIndex - verb.upperBound <= 12,
      head[verb.upperBound...].allSatisfy({ $0.isHan || "“”".unicodeScalars.contains($0) })
    else { return }
    let scope = head[verb.upperBound...]
    head = head[..<verb.lowerBound]
    trim(&head, closing: ChineseWords.closings)
    let own = opened(head, causes: true)
    let subject = own.isEmpty ? self.subject[...] : own
    guard subject.count >= 2, subject.count <= 24 else { return }
    let isNamed = ["排名", "位次", "排位", "名次"].contains { subject.ends($0) || scope.ends($0) }
    let amount = ChineseAmount(
      size: .number(number), unit: "位", range: place + 1..<end, comparator: .atMost, isApproximate: false)
    guard
      append(
        amount, .cue(.fall), name: subject + scope + (isNamed ? [] : Array("排名".unicodeScalars)), kind: .level, end: end
      )
        != nil
    else { return }
    found[found.count - 1].direction = .down
  }

  // MARK: 80岁（女性84岁）

  private static let groups = WordList(
    "男性 女性 男 女 城镇 农村 城区 乡村 城市 县城 市区 市域 郊区 公办 民办 主城区 中心城区 城镇居民 农村居民 本科 高职 小学 初中 高中 新区 山区 平原 国有 民营")

  /// Adds the numbers of groups in brackets.
  mutating func readGroups(_ inner: [ChineseAmount], in clause: Range<Int>) {
    guard let whole = found.last, case .value = whole.goal else { return }
    for amount in inner {
      guard case .number(let number) = amount.size, amount.unit == whole.unit,
        let open = text[..<amount.range.lowerBound].lastIndex(where: { "（(，,、；;".unicodeScalars.contains($0) })
      else { return }
      var words = text[(open + 1)..<amount.range.lowerBound]
      if words.begins("其中") { words.removeFirst(2) }
      var amount = amount
      var bound: Comparator?
      takeBounds(&words, &amount, &bound)
      if let cue = ["达到", "为", "达"].first(where: { words.ends($0) }) { words.removeLast(cue.unicodeScalars.count) }
      guard let count = Self.groups.prefix(of: words), count == words.count else { return }
      var draft = whole
      draft.name += "（\(words.string)）"
      draft.goal = .value(number)
      draft.number = amount.range
      (draft.comparator, draft.isApproximate) = (amount.comparator ?? whole.comparator, amount.isApproximate)
      (draft.baseline, draft.baselineYear) = (nil, nil)
      found.append(draft)
    }
  }

  // MARK: Names and numbers that differ

  /// 长三角一体化覆盖41个城市 describes the present, without a date or a word that promises.
  func tellsOfCoverage(_ amount: ChineseAmount, in clause: Range<Int>) -> Bool {
    cueWord == "覆盖" && deadline == nil && amount.unit != "%" && amount.comparator == nil
      && !ChinesePromises.beforeCoverage.isIn(text[sentence.lowerBound..<amount.range.lowerBound])
      && !ChineseWords.acts.isPrefix(of: plain(clause)[...])
  }

  private static let money = WordList("收入 产值 总值 增加值 消费额 交易额")
  private static let additions = WordList("新增 净增 增加")

  /// 接待游客1亿人次，旅游收入1500亿元: what is earned is not received.
  func isOwnMoney(_ name: ArraySlice<Unicode.Scalar>, _ act: [Unicode.Scalar], _ amount: ChineseAmount) -> Bool {
    !isListed && amount.unit?.hasSuffix("元") ?? false && Self.money.isSuffix(of: name)
      && !Self.additions.isPrefix(of: act[...])
  }

  /// 改造老旧小区不少于8.5万户、1200万平方米: a second measure of what was counted.
  mutating func readSecondMeasure(
    _ amount: ChineseAmount, _ head: ArraySlice<Unicode.Scalar>, _ behind: (words: [Unicode.Scalar], end: Int)?
  ) -> Int? {
    guard head.isEmpty, isListed, behind == nil, let pattern = last, let before = found.last,
      before.sentence == sentence, let unit = amount.unit, unit != "%", unit != before.unit,
      before.number.upperBound + 1 == amount.range.lowerBound, text[before.number.upperBound] == "、"
    else { return nil }
    return append(
      amount, pattern, name: Array(before.name.unicodeScalars)[...], kind: before.kind, end: amount.range.upperBound)
  }

  /// 水质优良断面占四分之三以上
  mutating func readShareBefore(
    _ amount: ChineseAmount, _ head: ArraySlice<Unicode.Scalar>, _ behind: (words: [Unicode.Scalar], end: Int)?,
    in clause: Range<Int>
  ) -> Int? {
    guard head.last == "占", amount.unit == "%", behind == nil, amount.comparator?.wantsMore == true,
      deadline != nil || plan != nil && clause.upperBound == amount.range.upperBound
    else { return nil }
    let name = opened(head, causes: true)
    guard name.count > 3, !ChineseWords.descriptions.isPrefix(of: name) else { return nil }
    return append(
      amount, .cue(.reach), name: name + ["比"], kind: .level, end: amount.range.upperBound)
  }

  private static let counts = WordList("起数 天数 人数 次数 件数 率")

  /// 重特大事故起数为零: a clause of a plan that ends so promises it.
  func isNone(_ amount: ChineseAmount, _ name: ArraySlice<Unicode.Scalar>, in clause: Range<Int>) -> Bool {
    plan != nil && amount.number.value == 0 && clause.upperBound == amount.range.upperBound
      && text[amount.range.lowerBound] == "为" && Self.counts.isSuffix(of: name)
  }
}
