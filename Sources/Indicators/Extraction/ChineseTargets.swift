import DataFormats

/// Reads the targets of one Chinese sentence, clause by clause.
///
/// A number is a target if something leads to it: a word such as 达到 before the number, an act such as 引进 before what is
/// counted, or a list whose first number had one. A number that only describes a thing, and one of a clause about what has
/// been, is none.
struct ChineseTargets {
  let text: [Unicode.Scalar]
  let sentence: Range<Int>
  let plan: PlanPeriod?
  /// Whether the text so far is about what has been.
  var isPast: Bool

  let times: [PlanTime]
  let amounts: [ChineseAmount]
  var found: [DraftTarget] = []
  /// What a clause without a name of its own is about.
  var subject: [Unicode.Scalar] = []
  /// What the clause before is concerned with: 院士专家工作站 of 加强院士专家工作站建设.
  var topic: [Unicode.Scalar] = []
  /// The times that hold for the clause and those after it.
  var deadline: PlanTime?
  var isAnnual = false
  var last: Pattern?
  /// The word that led to the number that is read.
  var cueWord = ""
  var pendingBaseline: DecimalNumber?
  var isSubjectGuessed = false
  /// Where the clause begins that is read.
  private var listStart = 0
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
    let inside = numbers.filter { sentence.contains($0.range.lowerBound) }
    amounts = ChineseAmounts.all(in: text[sentence], numbers: inside, times: times)
  }

  mutating func read() {
    for clause in clauses() { read(clause) }
  }

  // MARK: Clauses

  private static let commas = Set("，,；;：:—。！？!?".unicodeScalars)
  private static let brackets: [Unicode.Scalar: Unicode.Scalar] = ["（": "）", "(": ")", "“": "”", "《": "》", "「": "」", "[": "]"]

  /// The parts of the sentence between commas. A comma in brackets, in quotation marks or in a number divides nothing.
  private func clauses() -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = sentence.lowerBound
    var index = start
    while index < sentence.upperBound {
      if let close = Self.brackets[text[index]], let end = text[index..<sentence.upperBound].firstIndex(of: close) {
        index = end + 1
        continue
      }
      if Self.commas.contains(text[index]), !amounts.contains(where: { $0.range.contains(index) }) {
        clauses.append(start..<index)
        start = index + 1
      }
      index += 1
    }
    if start < sentence.upperBound { clauses.append(start..<sentence.upperBound) }
    return clauses
  }

  private mutating func read(_ clause: Range<Int>) {
    let times = times.filter { clause.overlaps($0.range) }
    let amounts = amounts.filter { clause.overlaps($0.range) && !isInBrackets($0.range, of: clause) }
    readTimes(times, in: clause)
    guard !amounts.isEmpty else {
      readWords(plain(clause))
      return
    }
    guard !isPast, !speaksOfPast(clause, hasDeadline: times.contains(where: \.isDeadline)) else {
      last = nil
      return
    }
    readAmounts(amounts, in: clause)
  }

  private func isInBrackets(_ range: Range<Int>, of clause: Range<Int>) -> Bool {
    var depth = 0
    for index in clause.lowerBound..<range.lowerBound {
      if text[index] == "（" || text[index] == "(" { depth += 1 }
      if text[index] == "）" || text[index] == ")" { depth = max(0, depth - 1) }
    }
    return depth > 0
  }

  // MARK: Times

  private mutating func readTimes(_ times: [PlanTime], in clause: Range<Int>) {
    isAnnual = false
    for time in times {
      switch time.meaning {
      case .deadline:
        deadline = time
        isPast = false
      case .during(let year):
        if let plan, year >= plan.start {
          deadline = PlanTime(range: time.range, meaning: .deadline(year: year))
          isPast = false
        } else if plan == nil, ChineseWords.future.isIn(text[clause]) {
          deadline = PlanTime(range: time.range, meaning: .deadline(year: year))
          isPast = false
        } else {
          isPast = true
        }
      case .past: isPast = true
      case .every, .average: isAnnual = true
      case .base: break
      }
    }
  }

  private static let wills = WordList("力争 确保 争取 预计到 目标")

  private func speaksOfPast(_ clause: Range<Int>, hasDeadline: Bool) -> Bool {
    !hasDeadline && ChineseWords.past.isIn(text[clause]) && !Self.wills.isIn(text[clause])
  }

  // MARK: Amounts

  private mutating func readAmounts(_ amounts: [ChineseAmount], in clause: Range<Int>) {
    listStart = clause.lowerBound
    if readRespectively(amounts, in: clause) { return }
    var from = clause.lowerBound
    for (index, amount) in amounts.enumerated() {
      let next = index + 1 < amounts.count ? amounts[index + 1].range.lowerBound : nil
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

  /// Reads one amount. `from` is where the words begin that may belong to it. Returns where the words of the next begin; nil
  /// if the amount is no target.
  private mutating func read(
    _ amount: ChineseAmount, from: Int, next: Int?, isLast: Bool, in clause: Range<Int>
  ) -> Int? {
    var amount = amount
    guard !isDescription(amount, in: clause) else { return nil }
    if isBaseline(amount, from: from) {
      keepSubject(plain(from..<amount.range.lowerBound)[...])
      return nil
    }
    var head = plain(from..<amount.range.lowerBound)[...]
    var bound: Comparator?
    takeBounds(&head, &amount, &bound)
    if case .relative = amount.size { return add(amount, cue: .up, head: head, clause, behind: amount.range.upperBound) }

    let behind = noun(behind: amount, before: next, in: clause)
    // 引进100名院士: an act directly before the number.
    if let act = act(at: head) {
      guard !describesParts(act: act, amount, behind) else { return nil }
      if let behind { return count(amount, act: act, behind.words, end: behind.end) }
      // 新增30家, of what the clause before is about.
      if let cue = takeCue(&head) { return add(amount, cue: cue, head: head, clause, behind: amount.range.upperBound) }
      return nil
    }
    if let cue = takeCue(&head) {
      if head.isEmpty || isOpening(head), cue == .add || cue == .reach, let behind, amount.unit != "%" {
        let act = cue == .add ? Array("新增".unicodeScalars) : Array("实现".unicodeScalars)
        return count(amount, act: act, behind.words, end: behind.end)
      }
      return add(amount, cue: cue, head: head, clause, behind: amount.range.upperBound, noun: behind?.words)
    }
    // 达到最大负荷的5%
    if amount.unit == "%", head.last == "的", let cue = WordList("达到 提高到 提升到 降到 降至 控制在").last(in: head), head.endIndex - cue.upperBound <= 12 {
      var start = head[..<cue.upperBound]
      if let cue = takeCue(&start) { return add(amount, cue: cue, head: start, clause, behind: amount.range.upperBound) }
    }
    return readCounted(amount, bound: bound, head: head, behind, isLast: isLast, in: clause)
  }

  /// 引进院士5名, a name with a bound (森林覆盖率不低于60%), and numbers of a list that need no word of their own.
  private mutating func readCounted(
    _ amount: ChineseAmount, bound: Comparator?, head: ArraySlice<Unicode.Scalar>,
    _ behind: (words: [Unicode.Scalar], end: Int)?, isLast: Bool, in clause: Range<Int>
  ) -> Int? {
    var head = head
    trim(&head, closing: ChineseWords.closings)
    let name = opened(head, causes: false)
    let end = amount.range.upperBound
    if let act = ChineseWords.acts.prefix(of: name), act < name.count, amount.unit != nil, amount.unit != "%" {
      guard !isStructure(name, amount) else { return nil }
      return append(amount, .counted(act: Array(name.prefix(act))), name: name, kind: .increase, end: end)
    }
    if head.isEmpty || name.isEmpty, case .counting(let act)? = last, let behind, amount.unit != nil {
      return count(amount, act: act, behind.words, end: behind.end)
    }
    guard !name.isEmpty, behind == nil || bound != nil || amount.unit == "%" else { return nil }
    if let bound {
      return add(amount, cue: bound.wantsMore ? .reach : .cap, head: head, clause, behind: end)
    }
    switch last {
    case .counted(let act)? where amount.unit != nil && amount.unit != "%" && isShortName(name):
      if ChineseWords.acts.isIn(name), ChineseWords.acts.first(in: name)?.lowerBound ?? 0 > 0, name.count > 14 { break }
      return append(amount, last ?? .cue(.reach), name: act[...] + name, kind: .increase, end: end)
    case .cue(let cue)? where isShortName(name): return add(amount, cue: cue, head: head, clause, behind: end)
    default: break
    }
    // 城镇新增就业5万人: an act inside the name.
    if let act = ChineseWords.acts.first(in: name), amount.unit != nil, amount.unit != "%",
      amount.comparator != nil || isLast && behind == nil, !ChineseWords.descriptions.isSuffix(of: name),
      text[clause.lowerBound...].prefix(clause.count).count < 60
    {
      let isSum = name[act].begins("新增") || name[act].begins("净增") || name[act].begins("转移")
      guard isSum || deadline != nil || amount.comparator != nil else { return nil }
      return append(amount, .counted(act: []), name: name, kind: isSum || !endsLikeLevel(name) ? .increase : .level, end: end)
    }
    // 到2025年，森林覆盖率60%以上
    if deadline != nil, amount.comparator != nil || amount.unit == "%", !ChineseWords.descriptions.isSuffix(of: name),
      behind == nil
    {
      return add(amount, cue: .reach, head: head, clause, behind: end)
    }
    return nil
  }

  /// 引进100名院士
  private mutating func count(_ amount: ChineseAmount, act: [Unicode.Scalar], _ noun: [Unicode.Scalar], end: Int) -> Int? {
    var name = act + noun
    // 遴选100名干部进行培养
    let marker = Array("进行".unicodeScalars)
    if let start = name.indices.first(where: { name[$0...].starts(with: marker) }), name.count - start - 2 <= 4 {
      let more = name[(start + 2)...]
      name = act + more + name[act.count..<start]
      // It is said of the whole list.
      for index in found.indices where found[index].name.hasPrefix(act[...].string) && found[index].sentence == sentence {
        if found[index].number.lowerBound >= listStart {
          found[index].name = (act + more)[...].string + found[index].name.dropFirst(act[...].string.count)
        }
      }
    }
    return append(amount, .counting(act: act), name: name[...], kind: .increase, end: end)
  }
}

// MARK: - Words before and behind a number

extension ChineseTargets {
  /// The text without its times, and without brackets that hold digits.
  func plain(_ range: Range<Int>) -> [Unicode.Scalar] {
    var words: [Unicode.Scalar] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let time = times.first(where: { $0.range.contains(index) }), !isAverageGrowth(time) {
        index = time.range.upperBound
        continue
      }
      if text[index] == "（" || text[index] == "(",
        let close = text[index..<range.upperBound].firstIndex(where: { $0 == "）" || $0 == ")" }),
        text[index..<close].contains(where: \.isASCIIDigit)
      {
        index = close + 1
        continue
      }
      if !text[index].isSpace || index > range.lowerBound && text[index - 1].isASCIIDigit == false && !text[index - 1].isHan {
        words.append(text[index])
      }
      index += 1
    }
    return words
  }

  /// 年均 stays in the name: 地区生产总值年均增长.
  private func isAverageGrowth(_ time: PlanTime) -> Bool { time.meaning == .average }

  func takeBounds(
    _ head: inout ArraySlice<Unicode.Scalar>, _ amount: inout ChineseAmount, _ bound: inout Comparator?
  ) {
    var isDone = false
    while !isDone {
      isDone = true
      while let space = head.last, space.isSpace || space == "、" { head.removeLast() }
      if let count = ChineseWords.about.suffix(of: head) {
        head.removeLast(count)
        amount.isApproximate = true
        isDone = false
      }
      for (words, comparator) in ChineseWords.bounds where bound == nil {
        if let count = words.suffix(of: head) {
          head.removeLast(count)
          bound = comparator
          amount.comparator = comparator
          isDone = false
          break
        }
      }
    }
  }

  mutating func takeCue(_ head: inout ArraySlice<Unicode.Scalar>) -> ChineseWords.Cue? {
    if head.last == "了" || head.last == "再" { head.removeLast() }
    var best: (count: Int, cue: ChineseWords.Cue)?
    for (words, cue) in ChineseWords.cues {
      if let count = words.suffix(of: head), count > best?.count ?? 0 { best = (count, cue) }
    }
    guard let best else { return nil }
    cueWord = head.suffix(best.count).string
    head.removeLast(best.count)
    return best.cue
  }

  /// The act that the whole text is, but for words that open a promise: 力争引进.
  func act(at head: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    var head = head
    if head.last == "了" { head.removeLast() }
    guard let count = ChineseWords.acts.suffix(of: head) else { return nil }
    let before = opened(head.dropLast(count), causes: false)
    guard before.isEmpty || ChineseWords.acts.prefix(of: before) == before.count || before.count <= 2 else { return nil }
    return Array(before + head.suffix(count))
  }

  private func isOpening(_ head: ArraySlice<Unicode.Scalar>) -> Bool { opened(head, causes: true).isEmpty }

  /// A name without the words that only lead into a promise.
  func opened(_ head: ArraySlice<Unicode.Scalar>, causes: Bool) -> ArraySlice<Unicode.Scalar> {
    var head = head
    while let first = head.first {
      if first.isSpace {
        head.removeFirst()
        continue
      }
      if ChineseWords.names.prefix(of: head) != nil { return head }
      let act = ChineseWords.acts.prefix(of: head) ?? 0
      if let count = ChineseWords.openings.prefix(of: head), count >= act {
        head.removeFirst(count)
      } else if causes, let count = ChineseWords.causes.prefix(of: head), count < head.count {
        head.removeFirst(count)
      } else {
        return head
      }
    }
    return head
  }

  func trim(_ head: inout ArraySlice<Unicode.Scalar>, closing words: WordList) {
    while let last = head.last {
      if ChineseWords.ratios.isSuffix(of: head) { return }
      if last.isSpace {
        head.removeLast()
      } else if let count = words.suffix(of: head) {
        head.removeLast(count)
      } else {
        return
      }
    }
  }

  /// The noun that an amount counts, directly behind it, and where it ends.
  private func noun(behind amount: ChineseAmount, before next: Int?, in clause: Range<Int>) -> (words: [Unicode.Scalar], end: Int)? {
    var start = amount.range.upperBound
    while start < clause.upperBound, text[start] == "的" || text[start].isSpace { start += 1 }
    guard start < clause.upperBound, text[start].isHan || "“\"".unicodeScalars.contains(text[start]) || text[start].properties.isAlphabetic,
      !ChineseTargets.notNouns.isPrefix(of: text[start..<clause.upperBound])
    else { return nil }
    var end = clause.upperBound
    if let next {
      let between = text[start..<next]
      if let link = ChineseTargets.links.last(in: between) { end = link.lowerBound } else { end = next }
    }
    var words = plain(start..<end)[...]
    while let last = words.last, "、。，；;等".unicodeScalars.contains(last) || last.isSpace { words.removeLast() }
    guard words.count >= 2, words.count <= 40 else { return nil }
    return (Array(words), end)
  }

  private static let links = WordList("、 和 及 与 以及 ，")
  private static let notNouns = WordList(
    "并 和 及 与 且 等 以 其中 到 至 的基础 基础上 提高 增加 提升 增长 扩大 下降 降低 上升 达到 减少 用于 左右 、 或 为 由 在 对 使 将 力争 实现 是 不 占 比 较 而 也 同 从 按")
}

// MARK: - What is no target

extension ChineseTargets {
  /// Whether an amount only describes what follows it: 15分钟生活圈, 100亿元产业.
  private mutating func isDescription(_ amount: ChineseAmount, in clause: Range<Int>) -> Bool {
    guard let unit = amount.unit else {
      // A number alone counts only where a cue leads to it and nothing follows.
      let rest = text[amount.range.upperBound..<clause.upperBound]
      guard rest.isEmpty || !(rest.first?.isHan ?? false) || amount.comparator != nil || amount.isApproximate || rest.begins("的") && rest.count < 2
      else { return true }
      return !hasCue(before: amount, in: clause)
    }
    var start = amount.range.upperBound
    if start < clause.upperBound, text[start] == "的" { start += 1 }
    guard start < clause.upperBound else { return false }
    let rest = text[start..<clause.upperBound]
    guard rest.first?.isHan ?? false || rest.first == "“" else { return false }
    if ChineseTargets.notNouns.isPrefix(of: rest) { return false }
    if ChineseWords.describingUnits.contains(unit) { return true }
    let isMoney = unit.hasSuffix("元")
    let isSize = isMoney || unit.hasSuffix("吨") || unit.hasSuffix("千瓦") || unit.hasSuffix("千伏") || unit.hasPrefix("万") && unit.count == 1 || unit == "亿" || unit == "万亿"
    if isSize, let thing = ChineseWords.sizedThings.first(in: rest), thing.lowerBound - rest.startIndex <= 6 {
      // 完成100亿元项目投资 is an amount of money.
      return !rest[thing.upperBound...].begins("投资") && !rest.begins("投资")
    }
    return false
  }

  private mutating func hasCue(before amount: ChineseAmount, in clause: Range<Int>) -> Bool {
    var amount = amount
    var bound: Comparator?
    var head = plain(clause.lowerBound..<amount.range.lowerBound)[...]
    takeBounds(&head, &amount, &bound)
    guard let cue = takeCue(&head) else { return bound != nil }
    return cue != .add && !head.isEmpty
  }

  private static let towards = WordList(
    "提高到 提高至 增加到 增加至 增长到 增长至 提升到 提升至 上升到 上升至 扩大到 扩大至 发展到 升至 增至 降至 降到 下降到 下降至 降低到 降低至 减少到 减少至 压减到 缩短到 缩短至 提高 增加 增长 提升 上升 下降 降低 减少 扩大")

  /// Whether an amount is where a change begins: 由60%提高到65%, 在60%的基础上. Keeps it for the target that follows.
  private mutating func isBaseline(_ amount: ChineseAmount, from: Int) -> Bool {
    let behind = text[amount.range.upperBound..<sentence.upperBound]
    if behind.begins("的基础") || behind.begins("基础上") { return keepBaseline(amount) }
    let before = text[from..<amount.range.lowerBound]
    guard ChineseTargets.towards.prefix(of: behind) != nil || behind.begins("，提高") else { return false }
    let start = WordList("由 从 自").last(in: before)
    guard let start, before.endIndex - start.upperBound <= 12 else {
      return times.contains { if case .base = $0.meaning { $0.range.overlaps(from..<amount.range.lowerBound) } else { false } } && keepBaseline(amount)
    }
    return keepBaseline(amount)
  }

  /// What a change is of stands before its baseline: 比重由1.2%提高到2.3%.
  private mutating func keepSubject(_ head: ArraySlice<Unicode.Scalar>) {
    var head = head
    if let start = WordList("由 从 自").last(in: head), head.endIndex - start.upperBound <= 3 { head = head[..<start.lowerBound] }
    trim(&head, closing: ChineseWords.closings)
    let name = opened(head, causes: true)
    if name.count >= 2 {
      subject = Array(name)
      isSubjectGuessed = false
    }
  }

  private mutating func keepBaseline(_ amount: ChineseAmount) -> Bool {
    pendingBaseline = amount.number
    return true
  }

  /// 推进五项改革: what the plan is made of.
  private func describesParts(act: [Unicode.Scalar], _ amount: ChineseAmount, _ behind: (words: [Unicode.Scalar], end: Int)?) -> Bool {
    guard let behind, amount.number.value <= 30, ["项", "个", "类", "种", "条", "组"].contains(amount.unit ?? "") else { return false }
    guard ChineseWords.parts.isIn(behind.words[...]) else { return false }
    return ["实施", "推进", "开展", "推动", "部署", "完成", "制定", "形成", "提升", "保障", "落地", "服务", "强化"].contains(String(act[...].string))
  }

  private func isStructure(_ name: ArraySlice<Unicode.Scalar>, _ amount: ChineseAmount) -> Bool {
    ChineseWords.descriptions.isSuffix(of: name) && !name.ends("以上")
  }

  private func isShortName(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    name.count <= 24 && !ChineseWords.descriptions.isSuffix(of: name) && !ChineseWords.descriptions.isPrefix(of: name)
  }

  private func endsLikeLevel(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    ["率", "量", "比重", "占比", "比例", "数", "规模", "水平", "收入", "产值", "总值", "指数", "浓度", "面积", "里程", "增加值"].contains { name.ends($0) }
  }
}
