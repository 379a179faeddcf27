// Amounts without a word that leads to them: 引进院士5名, 森林覆盖率不低于60%, and numbers of a list.
extension ChineseTargets {
  /// An amount of a clause, with the text around it.
  struct CountedAmount {
    let amount: ChineseAmount
    let bound: Comparator?
    /// The words before it, without closing words such as 为.
    let head: ArraySlice<Unicode.Scalar>
    /// The name of the things that are counted, if it follows the amount.
    let behind: (words: [Unicode.Scalar], end: Int)?
    let isLast: Bool
    let clause: Range<Int>
    /// `head` without its opening words.
    let name: ArraySlice<Unicode.Scalar>

    var end: Int { amount.range.upperBound }
    var isShare: Bool { amount.unit == "%" }
    /// Whether it has a unit in which things are counted or measured.
    var hasOtherUnit: Bool { amount.unit != nil && !isShare }
  }

  /// The result of a pattern that fits an amount: the index of its target, or nil for an amount that is not a target.
  struct Outcome {
    let target: Int?
    static let noTarget = Outcome(target: nil)
  }

  /// The patterns, in the order in which they are tried: each may count on those before it not fitting.
  private enum CountedPattern: CaseIterable {
    /// 压减行政审批事项三分之一以上
    case cut
    /// 引进院士5名
    case act
    /// An amount that repeats the number before it in another measure, or a share before its whole.
    case secondMeasure
    /// 引进100名院士、20名专家: what is counted follows, and the act is that of the number before.
    case goesOnCounting
    /// 旅游总收入年均增长10%，2025年超过800亿元; 总量翻一番、突破50万户
    case levelOfSubject
    /// A number without a name, or one whose name follows it.
    case unnamed
    /// 森林覆盖率不低于60%
    case bound
    /// 年接待游客200万人次、综合收入15亿元
    case yearlyAct
    /// A number of a list that needs no word of its own.
    case list
    /// 城镇新增就业5万人: an act inside the name.
    case actInside
    /// 到2025年，森林覆盖率60%以上
    case atDeadline
    /// 实现每万人口全科医生数5人以上
    case promisedLevel
    /// 总分馆覆盖率100%
    case rate
  }

  mutating func readCounted(
    _ amount: ChineseAmount, bound: Comparator?, head: ArraySlice<Unicode.Scalar>,
    _ behind: (words: [Unicode.Scalar], end: Int)?, isLast: Bool, in clause: Range<Int>
  ) -> Int? {
    var head = head
    trim(&head, closing: ChineseWords.closings)
    let counted = CountedAmount(
      amount: amount, bound: bound, head: head, behind: behind, isLast: isLast, clause: clause,
      name: opened(head, causes: false))
    for pattern in CountedPattern.allCases {
      if let outcome = read(counted, as: pattern) { return outcome.target }
    }
    return nil
  }

  private mutating func read(_ counted: CountedAmount, as pattern: CountedPattern) -> Outcome? {
    switch pattern {
    case .cut: readCut(counted)
    case .act: readAct(counted)
    case .secondMeasure: readSecond(counted)
    case .goesOnCounting: readNextCount(counted)
    case .levelOfSubject: readLevelOfSubject(counted)
    case .unnamed:
      counted.name.isEmpty || counted.behind != nil && counted.bound == nil && !counted.isShare ? Outcome.noTarget : nil
    case .bound: readBound(counted)
    case .yearlyAct: readYearlyAct(counted)
    case .list: readNextOfList(counted)
    case .actInside: readActInside(counted)
    case .atDeadline: readAtDeadline(counted)
    case .promisedLevel: readPromisedLevel(counted)
    case .rate: readRate(counted)
    }
  }

  /// Adds a target under a cue that the words do not have.
  private mutating func reach(_ counted: CountedAmount, _ cue: ChineseWords.Cue = .reach) -> Outcome {
    Outcome(target: add(counted.amount, cue: cue, head: counted.head, counted.clause, behind: counted.end))
  }

  private mutating func readCut(_ counted: CountedAmount) -> Outcome? {
    guard counted.isShare, counted.behind == nil, let count = Self.cuts.prefix(of: counted.name),
      counted.name.count > count + 1, text[counted.amount.range].contains("分")
    else { return nil }
    cueWord = counted.name.prefix(count).string
    return Outcome(
      target: add(
        counted.amount, cue: .down, head: counted.name.dropFirst(count), counted.clause, behind: counted.end))
  }

  private mutating func readAct(_ counted: CountedAmount) -> Outcome? {
    let name = counted.name
    guard counted.bound != .moreThan, counted.bound != .lessThan, counted.behind == nil,
      let act = ChineseWords.acts.prefix(of: name), act < name.count, let unit = counted.amount.unit, unit != "%"
    else { return nil }
    // 建设工期36个月 counts nothing.
    guard !Self.durations.contains(unit), !isStructure(name, counted.amount) else { return Outcome.noTarget }
    return Outcome(
      target: append(
        counted.amount, .counted(act: Array(name.prefix(act))), name: name, kind: .increase, end: counted.end))
  }

  private mutating func readSecond(_ counted: CountedAmount) -> Outcome? {
    if let target = readSecondMeasure(counted.amount, counted.head, counted.behind) { return Outcome(target: target) }
    return readShareBefore(counted.amount, counted.head, counted.behind, in: counted.clause).map { Outcome(target: $0) }
  }

  private mutating func readNextCount(_ counted: CountedAmount) -> Outcome? {
    guard counted.head.isEmpty || counted.name.isEmpty, case .counting(let act)? = last, let behind = counted.behind,
      counted.amount.unit != nil
    else { return nil }
    return Outcome(target: count(counted.amount, act: act, behind.words, end: behind.end))
  }

  private mutating func readLevelOfSubject(_ counted: CountedAmount) -> Outcome? {
    guard counted.name.isEmpty, counted.bound?.wantsMore ?? false, counted.behind == nil, deadline != nil,
      !subject.isEmpty, counted.amount.unit != nil, found.last?.sentence == sentence
    else { return nil }
    return reach(counted)
  }

  private mutating func readBound(_ counted: CountedAmount) -> Outcome? {
    guard let bound = counted.bound else { return nil }
    let name = counted.name
    if ChineseWords.rules.isIn(name), counted.amount.unit?.hasSuffix("元") ?? false { return Outcome.noTarget }
    let cue: ChineseWords.Cue = bound.wantsMore ? .reach : .cap
    // 建成覆盖率超过90%的养老服务网络
    if counted.isShare, let made = ChineseWords.makers.prefix(of: name), text[counted.end...].begins("的"),
      let thing = noun(behind: counted.amount, before: nil, in: counted.clause)
    {
      return Outcome(
        target: add(
          counted.amount, cue: cue, head: thing.words + name.dropFirst(made), counted.clause, behind: counted.end))
    }
    return reach(counted, cue)
  }

  private mutating func readYearlyAct(_ counted: CountedAmount) -> Outcome? {
    let name = counted.name
    guard plan != nil, name.first == "年", counted.hasOtherUnit, counted.behind == nil,
      let act = ChineseWords.acts.prefix(of: name.dropFirst()), name.count > act + 1
    else { return nil }
    let target = append(counted.amount, .cue(.reach), name: name, kind: .level, end: counted.end)
    subject = []
    return Outcome(target: target)
  }

  private mutating func readNextOfList(_ counted: CountedAmount) -> Outcome? {
    let (amount, name) = (counted.amount, counted.name)
    guard let last, isShortName(name) else { return nil }
    switch last {
    case .counted(let act) where counted.hasOtherUnit:
      // 自主培育人才100名, after a comma, has an act of its own.
      if !isListed, ChineseWords.acts.isIn(name) { return nil }
      if isOwnMoney(name, act, amount) {
        return Outcome(target: append(amount, .cue(.reach), name: name, kind: .level, end: counted.end))
      }
      return Outcome(target: append(amount, last, name: act[...] + name, kind: .increase, end: counted.end))
    case .cue(let cue):
      // 失业率控制在4%以内，新增就业6万人以上: at least is not a limit.
      if cue == .cap, amount.comparator?.wantsMore == true { return nil }
      return reach(counted, cue)
    default: return nil
    }
  }

  private mutating func readActInside(_ counted: CountedAmount) -> Outcome? {
    let (amount, name) = (counted.amount, counted.name)
    guard let act = ChineseWords.acts.first(in: name), counted.hasOtherUnit,
      amount.comparator != nil || counted.isLast && counted.behind == nil,
      !ChineseWords.descriptions.isSuffix(of: name), counted.clause.count < 60
    else { return nil }
    let isSum = name[act].begins("新增") || name[act].begins("净增") || name[act].begins("转移")
    guard isSum || deadline != nil || amount.comparator != nil else { return Outcome.noTarget }
    // 博物馆年接待观众300万人次
    let isYearly = act.lowerBound > name.startIndex && name[act.lowerBound - 1] == "年"
    return Outcome(
      target: append(
        amount, .counted(act: []), name: name,
        kind: isSum || !isYearly && !endsLikeLevel(name) ? .increase : .level, end: counted.end))
  }

  private mutating func readAtDeadline(_ counted: CountedAmount) -> Outcome? {
    let amount = counted.amount
    guard deadline != nil || isNone(amount, counted.name, in: counted.clause),
      amount.comparator != nil || counted.isShare || amount.number.value == 0,
      !ChineseWords.descriptions.isSuffix(of: counted.name), counted.behind == nil
    else { return nil }
    return reach(counted)
  }

  private mutating func readPromisedLevel(_ counted: CountedAmount) -> Outcome? {
    guard plan != nil, counted.amount.comparator != nil, counted.behind == nil,
      counted.clause.upperBound == counted.end, endsLikeLevel(counted.name),
      ChinesePromises.beforeLevel.isPrefix(of: plain(counted.clause)[...])
    else { return nil }
    return reach(counted)
  }

  private mutating func readRate(_ counted: CountedAmount) -> Outcome? {
    guard plan != nil, counted.isShare, counted.behind == nil, counted.name.ends("率"),
      counted.clause.upperBound == counted.end,
      !"为是达".unicodeScalars.contains(text[counted.amount.range.lowerBound - 1])
    else { return nil }
    return reach(counted)
  }

  private static let durations: Set<String> = ["个月", "年", "天", "日", "小时", "分钟", "个工作日"]
  private static let cuts = WordList("压减 减少 降低 压缩 削减 精简 缩短")
}
