import DataFormats

// From a number and the words that lead to it to the draft of an indicator.
extension ChineseTargets {
  private static let intensities = WordList("单位 强度 能耗 排放 水耗 用水量 消耗")
  static let generic = WordList("数量 建站数量 总数 总量 个数 规模 总规模 数 总数量 比例 占比 比重 覆盖率 普及率 增速 投资")

  /// Adds the target of a name and a cue. Returns where the words of the next number begin; nil if there is no name.
  mutating func add(
    _ amount: ChineseAmount, cue: ChineseWords.Cue, head: ArraySlice<Unicode.Scalar>, _ clause: Range<Int>,
    behind end: Int,
    noun: [Unicode.Scalar]? = nil
  ) -> Int? {
    var head = head
    let whole = head
    trim(&head, closing: ChineseWords.closings)
    // 车桩比达到2:1
    if amount.unit == ":1" || amount.unit == "1:", head.endIndex < whole.endIndex, whole[head.endIndex] == "比" {
      head = whole[...head.endIndex]
    }
    var (name, isGuess) = named(head, cue: cue)
    guard name.count >= 2, !ChineseWords.descriptions.isSuffix(of: name[...]) || name.last == "等" else { return nil }
    last = .cue(cue)

    // 国家级绿色工厂达到40家、省级达到120家
    if name.count <= 3, name.last == "级", let before = found.last, before.sentence == sentence,
      let rank = Self.ranksOfThings.prefix(of: Array(before.name.unicodeScalars)[...]), before.unit == amount.unit
    {
      name += Array(before.name.unicodeScalars).dropFirst(rank)
    }
    if head.isEmpty, joinsLast(amount, cue: cue, in: clause) { return end }
    // 新能源装机占比超过一半，达到120万千瓦: an amount is not a share.
    if let unit = amount.unit, unit != "%", !unit.hasSuffix("百分点"), name == subject, case .number = amount.size,
      let share = Self.shares.suffix(of: name[...]), name.count > share + 1
    {
      name.removeLast(share)
      isGuess = true
    }
    var draft = draft(amount, name: name, end: end)
    if draft.unit == "1:" {
      // 师生比1:15 is 生师比15:1.
      let isOfTeachers = draft.name.hasSuffix("师生比")
      draft.name = isOfTeachers ? draft.name.dropLast(3) + "生师比" : draft.name + "（1:N）"
      draft.unit = isOfTeachers ? ":1" : nil
    }
    draft.baseline = pendingBaseline
    pendingBaseline = nil
    draft.baselineYear = baseYear(in: clause)
    take(cue, amount, name, clause, into: &draft)
    // 年均增长8%以上，力争达到10%
    if cue == .reach, head.isEmpty, draft.unit == "%", let before = found.last, before.sentence == sentence,
      before.kind == .rate
    {
      draft.kind = .rate
      draft.name = before.name
    }
    if draft.unit == "%", draft.name.hasSuffix("增速") || draft.name.hasSuffix("增长率") { draft.kind = .rate }
    if cue == .reach, let comparator = amount.comparator, !comparator.wantsMore {
      if case .value = draft.goal { draft.kind = .ceiling }
    }
    finish(&draft, isGuess: isGuess, isBoundUnclear: amount.isBoundUnclear)
    return end
  }

  /// What the words before a cue name, and whether that is a guess: of words that name nothing by themselves, such as
  /// 数量, the topic or the subject of the clause before is meant.
  private mutating func named(
    _ head: ArraySlice<Unicode.Scalar>, cue: ChineseWords.Cue
  ) -> (name: [Unicode.Scalar], isGuess: Bool) {
    var name = Array(opened(head, causes: true))
    if let count = ChineseTargets.generic.suffix(of: name[...]), count == name.count, !topic.isEmpty {
      return (cue == .add ? Array("新增".unicodeScalars) + topic : topic + name, true)
    }
    if name.isEmpty { return (subject, isSubjectGuessed) }
    // 人才总量达到60万人，占人力资源总量的比重达到30%
    if name.first == "占", !subject.isEmpty { name = subject + name }
    if name.first != "占", cue != .add || !isAnnual { subject = name }
    isSubjectGuessed = false
    return (name, false)
  }

  /// The kind and the goal that a cue says.
  private func take(
    _ cue: ChineseWords.Cue, _ amount: ChineseAmount, _ name: [Unicode.Scalar], _ clause: Range<Int>,
    into draft: inout DraftTarget
  ) {
    switch cue {
    case .reach:
      reach(&draft, name)
      // 新增就业30万人，其中高校毕业生8万人
      if let before = found.last, before.kind == .increase, before.sentence == sentence, before.unit == draft.unit,
        plain(clause)[...].begins("其中")
      {
        draft.kind = .increase
      }
    case .fall: draft.direction = .down
    case .cap: draft.kind = .ceiling
    case .keep:
      let isLimit = amount.comparator.map { !$0.wantsMore } ?? (amount.number.value == 0)
      draft.kind = isLimit ? .ceiling : .floor
    case .up, .down: change(&draft, amount, name, by: cue)
    case .add:
      draft.kind = .increase
      if isAnnual, case .value(let number) = draft.goal {
        draft.goal = .every(number)
        draft.measure = .annual
        draft.name += cueWord
      }
    }
  }

  private static let ranksOfThings = WordList("国家级 省级 市级 县级")
  private static let savings = WordList("减排量 削减量 减少量 节能量 节水量 替代量")
  private static let shares = WordList("占比 比重 比例")

  /// Whether a number is the level or the baseline of the target before it, and so is not a target of its own:
  /// 达到90%，较2020年提高5个百分点; 提高1岁，达到81岁; 翻一番，达到5万元.
  private mutating func joinsLast(_ amount: ChineseAmount, cue: ChineseWords.Cue, in clause: Range<Int>) -> Bool {
    guard let before = found.last, before.sentence == sentence, !isAnnual,
      before.kind == .level || before.kind == .floor
    else { return false }
    let isOfPoints = amount.unit.map { $0.hasSuffix("百分点") } ?? false
    switch (before.goal, cue) {
    // 突破百亿元大关，达到120亿元
    case (.value(let level), .reach):
      guard case .number(let higher) = amount.size, text[before.number.upperBound...].begins("大关"),
        before.unit == amount.unit, higher.value >= level.value
      else { return false }
      reach(higher, amount)
      return true
    case (.value(let level), .up), (.value(let level), .down), (.value(let level), .add):
      let year = baseYear(in: clause)
      guard year != nil || isOfPoints || before.baseline != nil else { return false }
      if let year { found[found.count - 1].baselineYear = year }
      let isSameUnit = isOfPoints ? before.unit == "%" : before.unit == amount.unit
      if before.baseline == nil, isSameUnit, amount.comparator == nil, before.comparator == nil, !before.isApproximate,
        !amount.isApproximate, case .number(let change) = amount.size, amount.unit != "%"
      {
        found[found.count - 1].baseline = decimal(level.value + (cue == .down ? change.value : -change.value))
      }
      return true
    case (.change(let change), .reach), (.change(let change), .fall):
      guard case .number(let level) = amount.size, before.unit == amount.unit else { return false }
      if amount.comparator == nil, before.comparator == nil, !before.isApproximate, !amount.isApproximate,
        before.baseline == nil
      {
        found[found.count - 1].baseline = decimal(level.value - change.value)
      }
      reach(level, amount)
      return true
    case (.relative, .reach), (.relative, .fall):
      guard case .number(let level) = amount.size, amount.unit != "%", before.baseline == nil else { return false }
      reach(level, amount)
      return true
    default: return false
    }
  }

  /// A level to reach says more than the change towards it.
  private mutating func reach(_ level: DecimalNumber, _ amount: ChineseAmount) {
    let index = found.count - 1
    (found[index].goal, found[index].unit) = (.value(level), amount.unit)
    (found[index].comparator, found[index].isApproximate) = (amount.comparator, amount.isApproximate)
    found[index].number = amount.range
    found[index].gaps.removeAll { $0 == .baseline }
    if amount.unit == nil { found[index].gaps.append(.unit) }
  }

  private func reach(_ draft: inout DraftTarget, _ name: [Unicode.Scalar]) {
    // 新增绿色建筑占新建建筑比例 is a share.
    if draft.unit != "%", ["新增", "累计", "净增"].contains(where: { name[...].begins($0) }) { draft.kind = .increase }
    // 重点工程减排量 is what is saved, and no level.
    if draft.unit != "%", Self.savings.isSuffix(of: name[...]) { draft.kind = .increase }
    if draft.unit == "倍", case .value(let times) = draft.goal, let share = decimal((times.value - 1) * 100) {
      draft.goal = .relative(share)
      draft.unit = nil
    }
    if draft.unit == "%", cueWord.hasSuffix("增速") || name[...].ends("增速") || name[...].ends("增长率") {
      draft.kind = .rate
    }
  }

  /// A change: of a growth rate, in percentage points, in per cent of the baseline, or an amount.
  private func change(
    _ draft: inout DraftTarget, _ amount: ChineseAmount, _ name: [Unicode.Scalar], by cue: ChineseWords.Cue
  ) {
    let sign = cue == .down ? -1.0 : 1
    if case .relative(let share) = amount.size {
      draft.goal = .relative(share)
      draft.unit = nil
      if share.value < 0 { draft.direction = .down }
      return
    }
    if cue == .down { draft.direction = .down }
    guard case .value(let number) = draft.goal else { return }
    if isAnnual, cue == .down, draft.unit == "%" {
      // 使用量年均下降1%以上: a growth of −1 % or less.
      draft.kind = .rate
      draft.goal = .value(signed(number, -1))
      draft.comparator = draft.comparator?.reversed
      draft.name += "年均变化"
      return
    }
    if isAnnual, draft.unit != "%", draft.unit != "倍" {
      // 覆盖率年均提高0.5个百分点: what is added each year.
      draft.kind = .increase
      draft.measure = .annual
      draft.direction = nil
      draft.goal = .every(number)
      draft.name += "年均" + cueWord
      return
    }
    switch draft.unit {
    case "%":
      let isGrowth = cueWord.contains("增长") || cueWord.contains("增速") || cueWord.contains("递增")
      if cue == .up, isAnnual || isGrowth && draft.baselineYear == nil && draft.baseline == nil && number.value <= 20 {
        draft.kind = .rate
        draft.name += (isAnnual ? "年均" : "") + (name[...].ends("增长") || name[...].ends("增速") ? "" : "增长")
      } else if cue == .down, isAmountOfFall(name) {
        draft.kind = .increase
        draft.measure = .cumulative
        draft.direction = nil
        draft.name += "降低"
      } else if let share = decimal(sign * number.value) {
        draft.goal = .relative(share)
        draft.unit = nil
      }
    case "个百分点", "百分点":
      draft.unit = "%"
      draft.goal = .change(signed(number, sign))
    case "倍":
      draft.unit = nil
      if let share = decimal(sign * number.value * 100) { draft.goal = .relative(share) }
    default:
      if cue == .up, draft.baselineYear == nil, draft.baseline == nil, cueWord.hasPrefix("增"), !isMeasured(draft.unit) {
        draft.kind = .increase
      } else {
        draft.goal = .change(signed(number, sign))
      }
    }
  }

  private func isAmountOfFall(_ name: [Unicode.Scalar]) -> Bool {
    Self.intensities.isIn(name[...])
  }

  /// Whether the unit measures one thing rather than counting several.
  private func isMeasured(_ unit: String?) -> Bool {
    guard let unit else { return true }
    return ["岁", "年", "小时", "分钟", "天", "日", "分", "℃", "元", "微克/立方米", "分贝", "级", "点"].contains(unit)
  }

  /// Adds the target of what is counted.
  mutating func append(
    _ amount: ChineseAmount, _ pattern: Pattern, name: ArraySlice<Unicode.Scalar>, kind: IndicatorKind, end: Int
  ) -> Int? {
    var name = name
    trim(&name, closing: ChineseWords.closings)
    guard name.count >= 2 else { return nil }
    last = pattern
    var draft = draft(amount, name: Array(name), end: end)
    draft.kind = kind
    if isAnnual || isCarried, kind == .increase, case .value(let number) = draft.goal {
      draft.goal = .every(number)
      draft.measure = .annual
    }
    finish(&draft, isGuess: false, isBoundUnclear: amount.isBoundUnclear)
    return end
  }

  private func draft(_ amount: ChineseAmount, name: [Unicode.Scalar], end: Int) -> DraftTarget {
    let goal: DraftTarget.Goal =
      switch amount.size {
      case .number(let number): .value(number)
      case .between(let low, let high): .between(low, high)
      case .relative(let share): .relative(share)
      }
    return DraftTarget(
      name: shown(name[...]), unit: amount.unit ?? unit(ofNone: amount, name), kind: .level, goal: goal,
      comparator: amount.comparator,
      isApproximate: amount.isApproximate, quote: text[sentence].string, sentence: sentence, number: amount.range,
      confidence: .high)
  }

  /// The unit of a zero: 重污染天数为零.
  private func unit(ofNone amount: ChineseAmount, _ name: [Unicode.Scalar]) -> String? {
    guard amount.number.value == 0 else { return nil }
    return [("天数", "天"), ("率", "%"), ("占比", "%"), ("比例", "%"), ("起数", "起"), ("人数", "人")].first { name[...].ends($0.0) }?
      .1
  }

  private static let asides = ["不同类型的", "各类", "各种", "一批", "左右的", "以上的"]

  private func shown(_ name: ArraySlice<Unicode.Scalar>) -> String {
    var text = name.string
    for aside in ChineseTargets.asides where text.hasPrefix(aside) == false {
      // 年收入20万元以上的村
      if aside.hasSuffix("的"), name.contains(where: \.isASCIIDigit) { continue }
      if let range = text.firstRange(of: aside) { text.removeSubrange(range) }
    }
    return text
  }

  private mutating func finish(_ draft: inout DraftTarget, isGuess: Bool, isBoundUnclear: Bool) {
    if let deadline, case .deadline(let year) = deadline.meaning {
      draft.year = year
      draft.phrase = text[deadline.range].string
    }
    // Only a level can be between two numbers.
    if case .between(let low, _) = draft.goal, draft.kind != .level {
      if draft.kind == .floor || draft.kind == .ceiling {
        draft.kind = .level
      } else {
        draft.goal = .value(low)
        draft.comparator = .atLeast
        draft.gaps.append(.value)
      }
    }
    if draft.unit == nil, case .value = draft.goal { draft.gaps.append(.unit) }
    if draft.year == nil { draft.gaps.append(.year) }
    switch draft.goal {
    case .change, .relative: if draft.baseline == nil { draft.gaps.append(.baseline) }
    default: break
    }
    let isLong = draft.name.unicodeScalars.count > 32
    if isGuess || isLong { draft.gaps.insert(.name, at: 0) }
    draft.confidence = isGuess || isLong || draft.gaps.contains(.unit) ? .low : draft.phrase == nil ? .medium : .high
    if isBoundUnclear { draft.markUnclearBound() }
    found.append(draft)
  }

  /// The year that changes count from.
  private func baseYear(in clause: Range<Int>) -> Int? {
    for time in times where clause.overlaps(time.range) { if case .base(let year) = time.meaning { return year } }
    return pendingBaseline == nil
      ? nil : times.lazy.compactMap { if case .during(let year) = $0.meaning { year } else { nil } }.first
  }

  func decimal(_ value: Double) -> DecimalNumber? {
    DecimalNumber(computed: roundedToTwelveDigits(value))
  }

  func signed(_ number: DecimalNumber, _ sign: Double) -> DecimalNumber {
    sign < 0 ? DecimalNumber(value: -number.value, decimals: number.decimals) : number
  }
}
