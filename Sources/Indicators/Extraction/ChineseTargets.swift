import Bytes
import DataFormats

/// Reads the targets of one Chinese sentence, clause by clause.
///
/// A number is a target if something leads to it: a word such as 达到 before the number, an act such as 引进 before what is
/// counted, or a list whose first number had one. A number that only describes a thing, or that is in a clause about the
/// past, is not a target.
struct ChineseTargets {
  let text: [Unicode.Scalar]
  let sentence: Range<Int>
  let plan: PlanPeriod?
  /// Whether the text so far is about the past.
  var isPast: Bool

  let times: [PlanTime]
  let amounts: [ChineseAmount]
  var found: [DraftTarget] = []
  /// The subject of a clause without a name of its own.
  var subject: [Unicode.Scalar] = []
  /// The topic of the clause before: 院士专家工作站 of 加强院士专家工作站建设.
  var topic: [Unicode.Scalar] = []
  /// The times that hold for the clause and those after it.
  var deadline: PlanTime?
  var isAnnual = false
  /// Whether 每年 of a clause before holds for this one: 每年改造小区200个，惠及居民2万户.
  var isCarried = false
  /// The titles of the plan and of its site.
  var titles = ""
  /// Whether a heading above says that the text is about goals.
  var isUnderGoals = false
  var last: Pattern?
  /// The word that led to the number that is read.
  var cueWord = ""
  var pendingBaseline: DecimalNumber?
  var isSubjectGuessed = false
  /// Where the clause begins that is read.
  private var listStart = 0
  /// Whether the number that is read follows another in its clause.
  private(set) var isListed = false
  /// The clause before, if it has no number.
  var words: [Unicode.Scalar] = []

  /// How the number before was promised, for a list that goes on with another.
  enum Pattern {
    /// 森林覆盖率达到60%
    case cue(ChineseWords.Cue)
    /// 引进人才5名, with the act
    case counted(act: [Unicode.Scalar])
    /// 引进5名人才, with the act
    case counting(act: [Unicode.Scalar])
  }

  init(_ text: [Unicode.Scalar], _ sentence: Range<Int>, _ numbers: [TextNumber], plan: PlanPeriod?, isPast: Bool) {
    self.text = text
    self.sentence = sentence
    self.plan = plan
    self.isPast = isPast
    times = ChineseTimes.all(in: text[sentence], plan: plan)
    amounts = ChineseAmounts.all(in: text[sentence], numbers: numbers, times: times)
  }

  mutating func read() {
    // Without an amount there is no target, and without a time what follows is about the same time.
    if amounts.isEmpty, times.isEmpty, text[sentence].first(of: "前") == nil { return }
    guard !isReport else { return }
    for clause in clauses() { read(clause) }
  }

  // MARK: Clauses

  private static let levelCues = WordList("达到 提高到 提升到 降到 降至 控制在")
  private static let commas = Set("，,；;：:。！？!?".unicodeScalars)
  private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
    "（": "）", "(": ")", "“": "”", "《": "》", "「": "」", "[": "]",
  ]

  private static let stops = ScalarFilter(Array(commas) + brackets.keys)

  /// The parts of the sentence between commas. A comma in brackets, in quotation marks or in a number divides nothing.
  private func clauses() -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = sentence.lowerBound
    var index = start
    while index < sentence.upperBound {
      guard Self.stops.mayContain(text[index]) else {
        index += 1
        continue
      }
      if let close = Self.brackets[text[index]], let end = text[index..<sentence.upperBound].firstIndex(of: close) {
        index = end + 1
        continue
      }
      if Self.commas.contains(text[index]), !isRatio(index), !amounts.contains(where: { $0.range.contains(index) }) {
        // 到2030年，①新建医院3所；②新建公园5个
        clauses.append(withoutMark(start..<index))
        start = index + 1
      }
      index += 1
    }
    if start < sentence.upperBound { clauses.append(withoutMark(start..<sentence.upperBound)) }
    return clauses
  }

  /// 2:1
  private func isRatio(_ index: Int) -> Bool {
    text[index] == ":" && index > 0 && index + 1 < text.count && text[index - 1].isASCIIDigit
      && text[index + 1].isASCIIDigit
  }

  private mutating func read(_ clause: Range<Int>) {
    let times = times.filter { clause.overlaps($0.range) && !isInBrackets($0.range, of: clause) }
    let (inner, amounts) = amounts.filter { clause.overlaps($0.range) }
      .divided { isInBrackets($0.range, of: clause) }
    readTimes(times, in: clause)
    guard !amounts.isEmpty else {
      if !isPast, !speaksOfPast(clause, hasDeadline: times.contains(where: \.isDeadline)) { readRank(in: clause) }
      readWords(plain(clause))
      return
    }
    guard !isPast, !speaksOfPast(clause, hasDeadline: times.contains(where: \.isDeadline)) else {
      last = nil
      return
    }
    let count = found.count
    readAmounts(amounts, in: clause)
    if found.count == count {
      keepCompared(amounts[0], in: clause)
      readRank(in: clause)
    }
    if found.count == count + 1 {
      if inner.count == 1 { takeBaseline(inner[0], in: clause) }
      if found.last?.baseline == nil { readGroups(inner, in: clause) }
    }
  }

  func isInBrackets(_ range: Range<Int>, of clause: Range<Int>) -> Bool {
    var depth = 0
    for index in clause.lowerBound..<range.lowerBound {
      if text[index] == "（" || text[index] == "(" { depth += 1 }
      if text[index] == "）" || text[index] == ")" { depth = max(0, depth - 1) }
    }
    return depth > 0
  }

  // MARK: Amounts

  private mutating func readAmounts(_ amounts: [ChineseAmount], in clause: Range<Int>) {
    listStart = clause.lowerBound
    if readRespectively(amounts, in: clause) { return }
    var from = clause.lowerBound
    for (index, amount) in amounts.enumerated() {
      let next = amounts[(index + 1)...].first { !isDescription($0, in: clause) }?.range.lowerBound
      if let end = read(amount, from: from, next: next, isLast: next == nil, in: clause) {
        from = end
      } else if pendingBaseline != nil {
        from = amount.range.upperBound
      } else if case .number = amount.size, isDescription(amount, in: clause) {
        // 年产值超100亿元企业5家: what describes stays in the name.
      } else {
        from = amount.range.upperBound
      }
    }
  }

  /// Reads one amount. `from` is where the words begin that may belong to it. Returns where the words of the next begin;
  /// nil if the amount is not a target.
  private mutating func read(
    _ amount: ChineseAmount, from: Int, next: Int?, isLast: Bool, in clause: Range<Int>
  ) -> Int? {
    var amount = amount
    guard !isDescription(amount, in: clause) else { return nil }
    isListed = from > clause.lowerBound
    if isBaseline(amount, from: from) {
      keepSubject(plain(from..<amount.range.lowerBound)[...])
      return nil
    }
    var head = plain(from..<amount.range.lowerBound)[...]
    var bound: Comparator?
    takeBounds(&head, &amount, &bound)
    if case .relative = amount.size {
      return add(amount, cue: .up, head: head, clause, behind: amount.range.upperBound)
    }

    let behind = noun(behind: amount, before: next, in: clause)
    // 总投资600亿元以上
    if head.equals("总投资"), amount.comparator?.wantsMore == true {
      return append(
        amount, .counted(act: []), name: head, kind: .increase, end: amount.range.upperBound)
    }
    if let end = readEach(amount, head: head, behind) { return end }
    // 引进100名院士: an act directly before the number.
    if let act = act(at: head) {
      guard !describesParts(act: act, amount, behind), !isList(clause, amount) else { return nil }
      if let behind { return count(amount, act: act, behind.words, end: behind.end) }
      // 新增30家, of what the clause before is about.
      if let cue = takeCue(&head) { return add(amount, cue: cue, head: head, clause, behind: amount.range.upperBound) }
      // 投入不低于200亿元用于老城更新
      if let unit = amount.unit, unit.hasSuffix("元"), Self.spending.isSuffix(of: act[...]) {
        let purpose = purpose(behind: amount)
        guard amount.comparator != nil, !purpose.isEmpty || deadline != nil else { return nil }
        return append(
          amount, .counted(act: act), name: act[...] + purpose, kind: .increase, end: amount.range.upperBound)
      }
      // 带动就业5万人: the second act is what is counted.
      if amount.unit != nil, amount.unit != "%", let outer = ChineseWords.acts.prefix(of: act[...]), outer < act.count {
        return append(
          amount, .counted(act: Array(act.prefix(outer))), name: act[...], kind: .increase, end: amount.range.upperBound
        )
      }
      // 到2030年，造林5万亩: the act says what is counted.
      if deadline != nil, let unit = amount.unit, unit != "%", behind == nil, Self.wholeActs.isSuffix(of: act[...]) {
        return append(amount, .counted(act: []), name: act[...], kind: .increase, end: amount.range.upperBound)
      }
      // 建设住房3万套，其中建成1万套
      if case .counted(let old)? = last, let before = found.last, before.sentence == sentence,
        amount.unit == before.unit
      {
        var thing = Array(before.name.unicodeScalars).dropFirst(old.count)
        // 新建改建农村公路800公里，其中建成150公里
        while let more = Self.buildings.prefix(of: thing), more < thing.count { thing.removeFirst(more) }
        return append(amount, .counted(act: act), name: act[...] + thing, kind: .increase, end: amount.range.upperBound)
      }
      return nil
    }
    if let cue = takeCue(&head) {
      if tellsOfCoverage(amount, in: clause) { return nil }
      if head.isEmpty || isOpening(head), cue == .add || cue == .reach, let behind, amount.unit != "%" {
        let act = cue == .add ? Array("新增".unicodeScalars) : Array("实现".unicodeScalars)
        return count(amount, act: act, behind.words, end: behind.end)
      }
      return add(amount, cue: cue, head: head, clause, behind: amount.range.upperBound, noun: behind?.words)
    }
    // 达到最大负荷的5%
    if amount.unit == "%", head.last == "的", let cue = Self.levelCues.last(in: head),
      head.endIndex - cue.upperBound <= 12
    {
      var start = head[..<cue.upperBound]
      if let cue = takeCue(&start) {
        return add(amount, cue: cue, head: start, clause, behind: amount.range.upperBound)
      }
    }
    return readCounted(amount, bound: bound, head: head, behind, isLast: isLast, in: clause)
  }

  private static let buildings = WordList("新建 改建 扩建 改造 续建 新改建 改扩建")
  private static let wholeActs = WordList("造林 植树 绿化 退耕 就业 创业 脱贫 参保 节能 节水 减排 供地")
  private static let spending = WordList("投入 筹集 筹措 募集")

  /// The purpose of an amount of money: 老城更新 of 用于老城更新.
  private func purpose(behind amount: ChineseAmount) -> ArraySlice<Unicode.Scalar> {
    let rest = text[amount.range.upperBound..<sentence.upperBound]
    guard rest.begins("用于") else { return [] }
    return rest.dropFirst(2).prefix { $0.isHan }.prefix(16)
  }

  /// 开办四个险种：…: what is counted is named after the colon.
  private func isList(_ clause: Range<Int>, _ amount: ChineseAmount) -> Bool {
    clause.upperBound < sentence.upperBound && text[clause.upperBound] == ":" && amount.number.value < 20
  }

  /// 引进100名院士
  mutating func count(_ amount: ChineseAmount, act: [Unicode.Scalar], _ noun: [Unicode.Scalar], end: Int)
    -> Int?
  {
    var name = act + noun
    // 遴选100名干部进行培养
    let marker = Array("进行".unicodeScalars)
    if let start = name.indices.first(where: { name[$0...].starts(with: marker) }), name.count - start - 2 <= 4 {
      let more = name[(start + 2)...]
      name = act + more + name[act.count..<start]
      // It is said of the whole list.
      for index in found.indices where found[index].name.hasPrefix(act[...].string) && found[index].sentence == sentence
      {
        if found[index].number.lowerBound >= listStart {
          found[index].name = (act + more)[...].string + found[index].name.dropFirst(act[...].string.count)
        }
      }
    }
    // 3个千亿级、5个百亿级产业集群: the first is one of 产业集群, too.
    if let level = name[...].first(of: "级"), level + 1 < name.count, let before = found.last,
      before.sentence == sentence,
      before.name.hasSuffix("级"), before.number.lowerBound >= listStart
    {
      found[found.count - 1].name += name[(level + 1)...].string
    }
    return append(amount, .counting(act: act), name: name[...], kind: .increase, end: end)
  }
}
