import DataFormats

// From a number and the words that lead to it to the draft of an indicator.
extension ChineseTargets {
  private static let respectively = WordList("分别")
  private static let intensities = WordList("单位 强度 能耗 排放 水耗 用水量 消耗")
  private static let generic = WordList("数量 建站数量 总数 总量 个数 规模 总规模 数 总数量 比例 占比 比重 覆盖率 普及率 增速 投资")

  /// Adds the target of a name and a cue. Returns where the words of the next number begin; nil if there is no name.
  mutating func add(
    _ amount: ChineseAmount, cue: ChineseWords.Cue, head: ArraySlice<Unicode.Scalar>, _ clause: Range<Int>,
    behind end: Int,
    noun: [Unicode.Scalar]? = nil
  ) -> Int? {
    var head = head
    trim(&head, closing: ChineseWords.closings)
    var name = Array(opened(head, causes: true))
    var isGuess = false
    if let count = ChineseTargets.generic.suffix(of: name[...]), count == name.count, !topic.isEmpty {
      name = cue == .add ? Array("新增".unicodeScalars) + topic : topic + name
      isGuess = true
    } else if name.isEmpty {
      name = subject
      isGuess = isSubjectGuessed
    } else {
      // 人才总量达到60万人，占人力资源总量的比重达到30%
      if name.first == "占", !subject.isEmpty { name = subject + name }
      if name.first != "占", cue != .add || !isAnnual { subject = name }
      isSubjectGuessed = false
    }
    guard name.count >= 2, !ChineseWords.descriptions.isSuffix(of: name[...]) || name.last == "等" else { return nil }
    last = .cue(cue)

    // 达到90%，较2020年提高5个百分点: one target, and where it started from.
    if head.isEmpty, cue == .up || cue == .down, let before = found.last, case .value = before.goal,
      before.sentence == sentence,
      baseYear(in: clause) != nil, before.kind != .increase, !isAnnual
    {
      found[found.count - 1].baselineYear = baseYear(in: clause)
      return end
    }
    var draft = draft(amount, name: name, end: end)
    draft.baseline = pendingBaseline
    pendingBaseline = nil
    draft.baselineYear = baseYear(in: clause)
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
    case .keep: draft.kind = amount.comparator.map { !$0.wantsMore } ?? false ? .ceiling : .floor
    case .up, .down: change(&draft, amount, name, by: cue)
    case .add:
      draft.kind = .increase
      if isAnnual, case .value(let number) = draft.goal {
        draft.goal = .every(number)
        draft.measure = .annual
        draft.name += cueWord
      }
    }
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
    finish(&draft, isGuess: isGuess)
    return end
  }

  private func reach(_ draft: inout DraftTarget, _ name: [Unicode.Scalar]) {
    if name[...].begins("新增") || name[...].begins("累计") || name[...].begins("净增") { draft.kind = .increase }
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
    if isAnnual, kind == .increase, case .value(let number) = draft.goal {
      draft.goal = .every(number)
      draft.measure = .annual
    }
    finish(&draft, isGuess: false)
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
      name: shown(name[...]), unit: amount.unit, kind: .level, goal: goal, comparator: amount.comparator,
      isApproximate: amount.isApproximate, quote: text[sentence].string, sentence: sentence, number: amount.range,
      confidence: .high)
  }

  private static let asides = ["不同类型的", "各类", "各种", "一批", "左右的", "以上的"]

  private func shown(_ name: ArraySlice<Unicode.Scalar>) -> String {
    var text = name.string
    for aside in ChineseTargets.asides where text.hasPrefix(aside) == false {
      if let range = text.firstRange(of: aside) { text.removeSubrange(range) }
    }
    return text
  }

  private mutating func finish(_ draft: inout DraftTarget, isGuess: Bool) {
    if let deadline, case .deadline(let year) = deadline.meaning {
      draft.year = year
      draft.phrase = text[deadline.range].string
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
    found.append(draft)
  }

  /// The year that changes count from.
  private func baseYear(in clause: Range<Int>) -> Int? {
    for time in times where clause.overlaps(time.range) { if case .base(let year) = time.meaning { return year } }
    return pendingBaseline == nil
      ? nil : times.lazy.compactMap { if case .during(let year) = $0.meaning { year } else { nil } }.first
  }

  private func decimal(_ value: Double) -> DecimalNumber? {
    DecimalNumber(computed: roundedToTwelveDigits(value))
  }

  private func signed(_ number: DecimalNumber, _ sign: Double) -> DecimalNumber {
    sign < 0 ? DecimalNumber(value: -number.value, decimals: number.decimals) : number
  }
}

// MARK: - 分别

extension ChineseTargets {
  private static let dividers = Set("、和及与，".unicodeScalars)

  /// A、B分别达到x、y: one target for each name.
  mutating func readRespectively(_ amounts: [ChineseAmount], in clause: Range<Int>) -> Bool {
    let word = Self.respectively
    guard amounts.count > 1, let place = word.first(in: text[clause.lowerBound..<amounts[0].range.lowerBound]) else {
      return false
    }
    for (a, b) in zip(amounts, amounts.dropFirst()) {
      let gap = plain(a.range.upperBound..<b.range.lowerBound)
      guard gap.allSatisfy({ ChineseTargets.dividers.contains($0) || $0.isSpace }) || gap[...].equals("以及") else {
        return false
      }
    }
    var subjects = plain(clause.lowerBound..<place.lowerBound)
    if opened(subjects[...], causes: true).isEmpty { subjects = found.last?.sentence == sentence ? [] : words }
    var names = parts(of: opened(subjects[...], causes: true))
    let isTotal = names.count == 1 && ChineseTargets.generic.suffix(of: names[0][...]) == names[0].count
    if names.isEmpty || isTotal, found.count >= amounts.count {
      // 新增企业300家、门店50家，总数分别达到…: what was added, without the act.
      names = found.suffix(amounts.count).map { draft in
        let name = Array(draft.name.unicodeScalars)
        return isTotal ? Array(name.dropFirst(Self.additions.prefix(of: name[...]) ?? 0)) : name
      }
    }
    if names.count == 1 { names = divided(names[0], amounts) }
    // One name for several years: each amount has its own.
    let dates = names.count == 1 ? self.dates(before: amounts[0]) : []
    if dates.count == amounts.count { names = Array(repeating: names[0], count: amounts.count) }
    // Of amounts that nobody can tell apart none is read.
    guard names.count == amounts.count, let last = names.last else { return !names.isEmpty }
    // 城市、县城污水处理率: the shorter names share the end of the last.
    for index in names.indices.dropLast() where names[index].count <= 4 && last.count > names[index].count + 2 {
      names[index] += last.dropFirst(names[index].count)
    }
    var head = plain(place.upperBound..<amounts[0].range.lowerBound)[...]
    var bound: Comparator?
    var first = amounts[0]
    takeBounds(&head, &first, &bound)
    let act = self.act(at: head)
    let cue = act == nil ? takeCue(&head) ?? .reach : nil
    let behind = amounts[amounts.count - 1].comparator
    for (index, (name, amount)) in zip(names, amounts).enumerated() {
      var amount = amount
      if dates.count == amounts.count { deadline = dates[index] }
      amount.isApproximate = amount.isApproximate || first.isApproximate
      amount.comparator = amount.comparator ?? bound ?? behind
      if let act {
        _ = append(amount, .counted(act: act), name: act[...] + name, kind: .increase, end: amount.range.upperBound)
      } else if let cue {
        _ = add(amount, cue: cue, head: name[...], clause, behind: amount.range.upperBound)
      }
    }
    return true
  }

  private static let additions = WordList("新增 累计新增 净增 培育 引进 建成 新建 建设 创建")

  /// 城乡居民 are two groups.
  private func divided(_ name: [Unicode.Scalar], _ amounts: [ChineseAmount]) -> [[Unicode.Scalar]] {
    guard amounts.count == 2, let place = WordList("城乡").first(in: name[...]) else { return [name] }
    return ["城镇", "农村"].map {
      Array(name[..<place.lowerBound]) + Array($0.unicodeScalars) + Array(name[place.upperBound...])
    }
  }

  /// The dates of the sentence before an amount: 到2022年、2025年.
  private func dates(before amount: ChineseAmount) -> [PlanTime] {
    times.compactMap { time in
      guard time.range.upperBound <= amount.range.lowerBound else { return nil }
      switch time.meaning {
      case .deadline: return time
      case .during(let year) where plan.map({ year >= $0.start }) ?? true:
        return PlanTime(range: time.range, meaning: .deadline(year: year))
      default: return nil
      }
    }
  }

  private func parts(of names: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]] {
    names.split { ChineseTargets.dividers.contains($0) }.map(Array.init)
  }
}

// MARK: - Clauses without a number

extension ChineseTargets {
  private static let ends = WordList("建设 培育 发展 工作 培养 引进 保护 治理 改造 服务 建设力度 培育力度 投入 管理")

  /// Keeps what a clause without a number is about, for a number that follows without a name.
  mutating func readWords(_ words: [Unicode.Scalar]) {
    self.words = words
    var head = words[...]
    trim(&head, closing: ChineseWords.closings)
    let whole = head.count
    if let count = ChineseWords.progress.suffix(of: head) { head.removeLast(count) }
    let name = opened(head, causes: true)
    if name.count >= 2, name.count <= 24 {
      subject = Array(name)
      isSubjectGuessed = head.count == whole
    }
    var thing = name
    if let count = ChineseTargets.ends.suffix(of: thing), thing.count > count + 1 { thing.removeLast(count) }
    topic = thing.count <= 16 ? Array(thing) : []
  }
}
