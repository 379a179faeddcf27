// Several names with a number each, and clauses without a number.

// MARK: - 分别

extension ChineseTargets {
  /// A clause without the mark in front of it. What belongs to a number or a time is not a mark.
  func withoutMark(_ clause: Range<Int>) -> Range<Int> {
    let rest = ListMarks.without(text, clause)
    let start = rest.lowerBound
    let isPart = (amounts.map(\.range) + times.map(\.range)).contains { $0.lowerBound < start && start < $0.upperBound }
    return isPart ? clause : rest
  }

  private static let undivided = WordList("普及 涉及 惠及 触及 波及 和谐 饱和 中和 共和 总和 参与 给与")
  /// What several substances have in common: the end of the last name from there on.
  private static let measures = WordList("重点工程减排量 工程减排量 减排量 排放总量 排放量 削减量 年均浓度 平均浓度 浓度 去除率")
  private static let respectively = WordList("分别")
  private static let dividers = Set("、和及与，".unicodeScalars)

  /// A、B分别达到x、y: one target for each name.
  mutating func readRespectively(_ amounts: [ChineseAmount], in clause: Range<Int>) -> Bool {
    guard amounts.count > 1,
      let place = Self.respectively.first(in: text[clause.lowerBound..<amounts[amounts.count - 1].range.lowerBound])
    else { return false }
    // 年收入20万元以上的村分别占60%、85%: a number before the word is part of the name.
    let amounts = amounts.filter { $0.range.lowerBound >= place.upperBound }
    guard amounts.count > 1 else { return false }
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
    // Amounts that cannot be told apart are not read.
    guard names.count == amounts.count, let last = names.last else { return !names.isEmpty }
    // 城市、县城污水处理率: the shorter names share the end of the last.
    let shared = Self.measures.first(in: last[...]).map { last[$0.lowerBound...] }
    for index in names.indices.dropLast() {
      if let shared, shared.count < last.count {
        // 化学需氧量、氨氮重点工程减排量
        if Self.measures.first(in: names[index][...]) == nil { names[index] += shared }
      } else if names[index].count <= 4, last.count > names[index].count + 2 {
        names[index] += last.dropFirst(names[index].count)
      }
    }
    var head = plain(place.upperBound..<amounts[0].range.lowerBound)[...]
    var bound: Comparator?
    var first = amounts[0]
    takeBounds(&head, &first, &bound)
    if head.equals("占") {
      for index in names.indices { names[index] += "占比".unicodeScalars }
      head = []
    }
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
    // 普及率 and 参与人数 are not divided.
    var parts: [[Unicode.Scalar]] = [[]]
    for index in names.indices {
      let isInside =
        Self.undivided.isPrefix(of: names[max(names.startIndex, index - 1)...])
        || Self.undivided.isPrefix(of: names[index...])
      if ChineseTargets.dividers.contains(names[index]), !isInside {
        parts.append([])
      } else {
        parts[parts.count - 1].append(names[index])
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}

// MARK: - Clauses without a number

extension ChineseTargets {
  private static let besides = WordList("与 和 同")
  private static let ends = WordList("建设 培育 发展 工作 培养 引进 保护 治理 改造 服务 建设力度 培育力度 投入 管理")

  /// Keeps what a clause without a number is about, for a number that follows without a name.
  mutating func readWords(_ words: [Unicode.Scalar]) {
    self.words = words
    var head = words[...]
    trim(&head, closing: ChineseWords.closings)
    let whole = head.count
    if let count = ChineseWords.progress.suffix(of: head) { head.removeLast(count) }
    var name = opened(head, causes: true)
    // 居民收入与经济增长同步，年均增长6%
    if name.ends("同步") || name.ends("同步增长"), let other = Self.besides.first(in: name),
      other.lowerBound >= name.startIndex + 2
    {
      name = name[..<other.lowerBound]
    }
    if name.count >= 2, name.count <= 24 {
      subject = Array(name)
      isSubjectGuessed = head.count == whole
    }
    var thing = name
    if let count = ChineseTargets.ends.suffix(of: thing), thing.count > count + 1 { thing.removeLast(count) }
    topic = thing.count <= 16 ? Array(thing) : []
  }
}
