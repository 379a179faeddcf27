import Bytes

/// Finds the things to be done that a Chinese sentence promises without a number: 争创国家级制造业创新中心, 全覆盖.
struct ChineseMilestones {
  let text: [Unicode.Scalar]
  let sentence: Range<Int>
  let plan: PlanPeriod?
  /// The times in the sentence.
  let times: [PlanTime]

  private static let acts = WordList(
    "争创 创建 申创 创成 争取纳入 争取列入 纳入 申报创建 联合申报创建 申报 建设 建成 设立 组建 成立 获批 筹建 新建 争取 争取创建 争取设立 积极争创 建立 打造")
  private static let levels = WordList("国家 全国 中国 国际 省级 市级 区域性 国家级 世界 亚洲 中部 西部 长江 黄河")
  private static let things = WordList(
    """
    中心 研究院 基地 高新区 示范区 试验区 试点城市 试点 示范城市 示范市 示范县 实验室 基金 机场 枢纽 口岸 综保区 保税区 自贸区 先行区 先导区 合作区 开发区 \
    公园 博物馆 图书馆 大学 学院 医院 医疗中心 城市 创新区 园区 产业园 科学城 新区 港 名城 名镇 名村 称号 城
    """)
  private static let many = WordList("一批 等 各类 各级 若干 以上 及以上 “ 多个 系列 分类 相关 企业 高水平 多种 专业")
  private static let coverage = WordList("全覆盖")
  private static let provinces = WordList("省 自治区")
  private static let commas = Set("，,；;：:。".unicodeScalars)

  func found() -> [DraftTarget] {
    var found: [DraftTarget] = []
    var deadline: PlanTime?
    for clause in text[sentence].split(whereSeparator: Self.commas.contains) {
      for time in times where time.isDeadline && clause.indices.overlaps(time.range) { deadline = time }
      for item in coverage(clause, times) + clearances(clause, times) + items(of: clause, times) {
        found.append(draft(item.name, item.range, deadline))
      }
    }
    return found
  }

  private typealias Item = (name: String, range: Range<Int>)

  /// 规上工业企业研发机构全覆盖
  private func coverage(_ clause: ArraySlice<Unicode.Scalar>, _ times: [PlanTime]) -> [Item] {
    guard let word = Self.coverage.last(in: clause), word.upperBound == clause.endIndex,
      // 5G is a name.
      !clause.indices.contains(where: { index in
        clause[index].isASCIIDigit && index + 1 < clause.endIndex && !"GK".unicodeScalars.contains(clause[index + 1])
          && !times.contains { $0.range.contains(index) }
      })
    else { return [] }
    var start = clause.startIndex
    if let time = times.last(where: { clause.indices.overlaps($0.range) }) { start = time.range.upperBound }
    var name = text[start..<word.upperBound]
    while let count = ChinesePromises.openingsOfCoverage.prefix(of: name) { name.removeFirst(count) }
    guard name.count > 6, name.count <= 40 else { return [] }
    return [(name.string, name.indices)]
  }

  private static let clearances = WordList("全面消除 基本消除 彻底消除 全部消除 动态消除")

  /// 全面消除劣Ⅴ类水体; 实现县县通高速、村村通公交
  private func clearances(_ clause: ArraySlice<Unicode.Scalar>, _ times: [PlanTime]) -> [Item] {
    var start = clause.startIndex
    if let time = times.last(where: { clause.indices.overlaps($0.range) }) { start = time.range.upperBound }
    var words = text[start..<clause.endIndex]
    while let count = ChinesePromises.openingsOfClearance.prefix(of: words) { words.removeFirst(count) }
    guard words.count <= 30, !words.contains(where: \.isASCIIDigit) else { return [] }
    if let count = Self.clearances.prefix(of: words), words.count > count + 1 { return [(words.string, words.indices)] }
    return words.split(separator: "、").compactMap { part in
      let at = part.startIndex
      guard part.count >= 4, part.count <= 12, part[at] == part[at + 1], part[at].isHan, part[at + 2] == "通" else {
        return nil
      }
      return (part.string, part.indices)
    }
  }

  private func items(of clause: ArraySlice<Unicode.Scalar>, _ times: [PlanTime]) -> [Item] {
    guard let act = firstAct(in: clause) else { return [] }
    var items: [Item] = []
    var isOfAct = true
    for part in parts(of: text[act.upperBound..<clause.endIndex]) {
      guard isOfAct, let level = level(of: part), Self.things.isSuffix(of: part), part.count >= 5, part.count <= 26,
        !Self.many.isIn(part.dropFirst(level)), !part.contains(where: \.isASCIIDigit), !isGeneric(part, level)
      else {
        // A list that ends in others names none of them for sure.
        if part.ends("等") || Self.many.isIn(part) && items.isEmpty { isOfAct = false }
        continue
      }
      items.append((text[act].string + part.string, act.lowerBound..<part.endIndex))
    }
    // 国家级检测中心、重点实验室等: examples.
    return clause.last.map { $0 == "等" } ?? false ? [] : items
  }

  /// The things of a list. 和 divides it only where both sides are things: 质量检验检测和技术中心 is one.
  private func parts(of list: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
    var parts: [ArraySlice<Unicode.Scalar>] = []
    for part in list.split(separator: "、") {
      var start = part.startIndex
      for index in part.indices where part[index] == "和" || part[index] == "与" || part[index] == "及" {
        guard Self.things.isSuffix(of: part[start..<index]) else { continue }
        parts.append(part[start..<index])
        start = index + 1
      }
      parts.append(part[start...])
    }
    return parts
  }

  /// The length of what says whose a thing is: 国家级, and a province by its name.
  private func level(of part: ArraySlice<Unicode.Scalar>) -> Int? {
    if let count = Self.levels.prefix(of: part) { return count }
    guard let end = Self.provinces.first(in: part.prefix(8)), end.lowerBound >= part.startIndex + 2 else {
      return nil
    }
    return end.upperBound - part.startIndex
  }

  /// 省级中心 names a class and no thing.
  private func isGeneric(_ part: ArraySlice<Unicode.Scalar>, _ level: Int) -> Bool {
    let rest = part.dropFirst(level)
    return rest.count <= 2 && !rest.ends("高新区") || part.begins("省级") && rest.count <= 6
      || part.begins("国际") && rest.count <= 6
  }

  private static let others = WordList("鼓励 引导 支持 推动 帮助 指导 依托 围绕 参与 对接 融入 服务 服务于 落实 根据 按照 列入 符合")
  private static let allowed = WordList(
    "支持 加快 积极 同步 联合 高标准 协同 大力 推动 推进 加快推进 力争 全力 持续 努力 规划 谋划 支持 争取 联合申报 申报 积极推动 到 年 ， 探索 新 再 成功 深入")

  /// An act whose doer is the plan itself: 支持企业创建… is the companies' own.
  private func firstAct(in clause: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
    guard var act = Self.acts.first(in: clause) else { return nil }
    var before = clause[..<act.lowerBound]
    if let time = ChineseTimes.all(in: before, plan: plan).last {
      before = text[time.range.upperBound..<act.lowerBound]
    }
    while let count = Self.allowed.suffix(of: before) { before.removeLast(count) }
    guard before.isEmpty || !Self.others.isIn(before) && before.count <= 4 else { return nil }
    while let more = Self.acts.prefix(of: text[act.upperBound..<clause.endIndex]) {
      act = act.lowerBound..<act.upperBound + more
    }
    return act
  }

  private func draft(_ name: String, _ range: Range<Int>, _ deadline: PlanTime?) -> DraftTarget {
    var draft = DraftTarget(
      name: name, unit: nil, kind: .milestone, goal: .done, quote: text[sentence].string, sentence: sentence,
      number: range,
      confidence: .medium)
    if let deadline, case .deadline(let year) = deadline.meaning {
      draft.year = year
      draft.phrase = text[deadline.range].string
    }
    if draft.year == nil { draft.gaps.append(.year) }
    return draft
  }
}
