/// A time in a sentence.
struct PlanTime: Hashable {
  enum Meaning: Hashable {
    /// By a year, if the words say which.
    case deadline(year: Int?)
    /// In a year, without a word that says whether it is to come.
    case during(year: Int)
    /// Each year.
    case every
    /// On average each year.
    case average
    /// The year that a change counts from.
    case base(year: Int?)
    /// Something that has been.
    case past
  }

  let range: Range<Int>
  let meaning: Meaning

  var isDeadline: Bool { if case .deadline = meaning { true } else { false } }
}

/// Reads the times of Chinese sentences: 到2025年, 5年内, “十四五”末, 比2020年, 近五年.
struct ChineseTimes {
  let text: ArraySlice<Unicode.Scalar>
  let plan: PlanPeriod?
  private var index: Int
  private var found: [PlanTime] = []

  static func all(in text: ArraySlice<Unicode.Scalar>, plan: PlanPeriod?) -> [PlanTime] {
    var reader = ChineseTimes(text, plan)
    while reader.index < text.endIndex { reader.step() }
    return reader.found
  }

  private init(_ text: ArraySlice<Unicode.Scalar>, _ plan: PlanPeriod?) {
    self.text = text
    self.plan = plan
    index = text.startIndex
  }

  private static let words: [(WordList, PlanTime.Meaning)] = [
    (WordList("平均每年 每年度 每年 逐年 各年度 每季度 每月"), .every),
    (WordList("年均 年平均"), .average),
    (WordList("近年来 近几年 多年来 以来 截至目前 目前 上年末 上年底 上年 去年 往年 上一年"), .past),
  ]
  private static let ends = WordList("到规划期末 规划期末 规划末期 到期末 至期末 期末 规划期内 计划期内 到规划期 规划期")
  private static let soon = WordList("到明年底 明年底前 明年底 明年 今年底前 今年底 年底前 今年 本年度 全年 年内 年底")

  private static let baseMarks = WordList("基础上 为基期 为基数 为基准 相比")
  private static let lasting = WordList("经过 历经 历时")

  /// Where a time may begin.
  private static let starts = ScalarFilter(
    words.flatMap { Array($0.0.firstScalars) } + ends.firstScalars + soon.firstScalars + numerals.keys
      + "0123456789近过".unicodeScalars)

  private mutating func step() {
    let scalar = text[index]
    guard Self.starts.mayContain(scalar) else {
      index += 1
      return
    }
    let rest = text[index...]
    if scalar.isASCIIDigit || !Self.isNotNumeral(scalar) {
      if year() || planNumber() || duration() { return }
      while index < text.endIndex, text[index].isASCIIDigit { index += 1 }
      if !scalar.isASCIIDigit { index += 1 }
      return
    }
    for (words, meaning) in Self.words {
      // 以上年 does not mean last year.
      if let count = words.prefix(of: rest), scalar != "上" || index == text.startIndex || text[index - 1] != "以" {
        return add(count, meaning)
      }
    }
    if let count = Self.ends.prefix(of: rest) { return add(count, .deadline(year: plan?.end)) }
    if let count = Self.soon.prefix(of: rest) {
      // 2024年全年 is the year itself.
      if let last = found.last, last.range.upperBound == index, last.meaning != .every, last.meaning != .average {
        index += count
        return
      }
      return add(count, .deadline(year: nil))
    }
    if rest.begins("近") || rest.begins("过去"), recentYears() { return }
    index += 1
  }

  private mutating func add(_ count: Int, _ meaning: PlanTime.Meaning, before: Int = 0) {
    found.append(PlanTime(range: index - before..<index + count, meaning: meaning))
    index += count
  }

  // MARK: Years

  private static let chineseDigits: [Unicode.Scalar: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private func fourDigits(at start: Int) -> Int? {
    // 二〇三〇年
    if start + 4 < text.endIndex, text[start + 4] == "年", !text[start].isASCIIDigit {
      let digits = text[start..<start + 4].compactMap { Self.chineseDigits[$0] }
      let year = digits.reduce(0) { $0 * 10 + $1 }
      return digits.count == 4 && (1900...2199).contains(year) ? year : nil
    }
    guard start + 4 <= text.endIndex, text[start..<start + 4].allSatisfy(\.isASCIIDigit),
      start + 4 == text.endIndex || !text[start + 4].isASCIIDigit && text[start + 4] != "%",
      start == text.startIndex || !text[start - 1].isASCIIDigit && text[start - 1] != "."
    else { return nil }
    let year = text[start..<start + 4].reduce(0) { $0 * 10 + Int($1.value - 48) }
    return (1900...2199).contains(year) ? year : nil
  }

  private static let yearEnds = WordList("年底之前 年底以前 年底前 年末前 年底 年末 年初 年前 年之前 年以前 年内 年度 年中 年")
  private static let dashes = WordList("年至 年到 年- 年— 年– 年~ 年—— - — – —— ~ 至 到")
  private static let bases = WordList("同比 相比于 对比 比 较 与 由 从 自 以 在")
  private static let stems = WordList("高 加 增长 升 降 大 少 短 发展 增 减 缩 低 小")
  private static let until = WordList("力争到 争取到 截至到 截止到 截至 截止 到 至")

  /// A year with the words before and after it.
  private mutating func year() -> Bool {
    guard var year = fourDigits(at: index) else { return false }
    let start = index
    var end = start + 4
    var isRange = false
    if let dash = Self.dashes.prefix(of: text[end...]), let last = fourDigits(at: end + dash), last > year {
      year = last
      end += dash + 4
      isRange = true
    }
    let hasWord: Bool
    if let count = Self.yearEnds.prefix(of: text[end...]) {
      end += count
      hasWord = true
      end = endOfMonth(from: end)
    } else {
      hasWord = false
    }
    let before = text[..<start]
    let lead = Self.until.suffix(of: before)
    guard hasWord || isRange || lead != nil else { return false }
    index = end
    let behind = text[end...]
    if behind.begins("以来") || behind.begins("起") && plan.map({ year < $0.start }) ?? true {
      found.append(PlanTime(range: start..<end, meaning: .past))
    } else if let lead {
      let word = before.suffix(lead)
      let isUpTo = word.begins("截")
      let isPast = plan.map { year < $0.start } ?? isUpTo
      var first = start - (word.begins("力争") || word.begins("争取") ? 1 : lead)
      // 提高到2025年的65%: 到 belongs to the verb.
      if lead == 1, Self.stems.isSuffix(of: before.dropLast()) {
        first = start
        if end < text.endIndex, text[end] == "的" { end += 1 }
        index = end
      }
      found.append(PlanTime(range: first..<end, meaning: isPast ? .past : .deadline(year: year)))
    } else if !isRange, let lead = Self.bases.suffix(of: before), !behind.begins("起"), !behind.begins("开始"),
      isBase(before.suffix(lead), behind)
    {
      found.append(PlanTime(range: start - lead..<end, meaning: .base(year: year)))
    } else if isRange {
      let isPast = plan.map { year < $0.start } ?? false
      found.append(PlanTime(range: start..<end, meaning: isPast ? .past : .deadline(year: year)))
    } else {
      if end < text.endIndex, text[end] == "的" { end += 1 }
      index = end
      let words = text[start..<end]
      let isBound = words.ends("前") || words.ends("年内")
      found.append(PlanTime(range: start..<end, meaning: isBound ? .deadline(year: year) : .during(year: year)))
    }
    return true
  }

  /// 在2025年 is a time; 在2020年基础上 and 在2020年60%的基础上 are where a change begins.
  private func isBase(_ word: ArraySlice<Unicode.Scalar>, _ behind: ArraySlice<Unicode.Scalar>) -> Bool {
    guard word.equals("在") || word.equals("以") || word.equals("与") || word.equals("自") else { return true }
    return Self.baseMarks.first(in: behind.prefix(14)) != nil
  }

  /// 2024年6月底前
  private func endOfMonth(from start: Int) -> Int {
    var end = start
    while end < text.endIndex, text[end].isASCIIDigit { end += 1 }
    guard end > start, end < text.endIndex, text[end] == "月" else { return start }
    end += 1
    while end < text.endIndex, text[end].isASCIIDigit || "日底末前".unicodeScalars.contains(text[end]) { end += 1 }
    return end
  }

  // MARK: Spans

  private static func isNotNumeral(_ scalar: Unicode.Scalar) -> Bool { numerals[scalar] == nil }
  private static let numerals: [Unicode.Scalar: Int] = [
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]

  private static let planTimes = WordList("规划时期 规划期末 规划期间 规划期 时期末 时期 期间 期末 末期 末 以来")

  /// “十四五”期间
  private mutating func planNumber() -> Bool {
    let rest = text[index...]
    guard rest.count >= 3, rest.first == "十", let ones = Self.numerals[rest[index + 1]], ones < 10,
      rest[index + 2] == "五"
    else { return false }
    var start = index
    var end = index + 3
    if start > text.startIndex, "“\"‘".unicodeScalars.contains(text[start - 1]) {
      start -= 1
      if end < text.endIndex, "”\"’".unicodeScalars.contains(text[end]) { end += 1 }
    }
    let last = 2020 + 5 * (ones - 3)
    let isOver = plan.map { last < $0.start } ?? false
    guard let count = Self.planTimes.prefix(of: text[end...]) else {
      // “十四五”规划确定的…, in the plan after it.
      guard isOver, text[end...].begins("规划") else { return false }
      found.append(PlanTime(range: start..<end + 2, meaning: .past))
      index = end + 2
      return true
    }
    let isSince = text[end..<end + count].equals("以来")
    end += count
    if start > text.startIndex, text[start - 1] == "到" { start -= 1 }
    // 较“十四五”末翻两番
    if let lead = Self.bases.suffix(of: text[..<start]), !isSince,
      isBase(text[..<start].suffix(lead), text[end...])
    {
      found.append(PlanTime(range: start - lead..<end, meaning: .base(year: last)))
      index = end
      return true
    }
    let isPast = isSince || isOver
    found.append(PlanTime(range: start..<end, meaning: isPast ? .past : .deadline(year: last)))
    index = end
    return true
  }

  /// The number of years that begins at a place, and where it ends.
  private func years(at start: Int) -> (count: Int, end: Int)? {
    var end = start
    var count = 0
    while end < text.endIndex, let digit = text[end].isASCIIDigit ? Int(text[end].value - 48) : nil, end - start < 2 {
      count = count * 10 + digit
      end += 1
    }
    if end == start, end < text.endIndex, let numeral = Self.numerals[text[end]] {
      count = numeral
      end += 1
    }
    guard count > 0, end < text.endIndex,
      text[end] == "年" || text[end] == "个" && end + 1 < text.endIndex && text[end + 1] == "月"
    else { return nil }
    return (count, end + 1)
  }

  private static let within = WordList("内 之内 以内 时间内 时间 间 左右时间 期间 里")
  private static let ahead = WordList("未来 今后 今后的 接下来的 在未来 用 力争用 争取用 通过 力争")
  private static let acts = WordList("建成 建设 新增 新建 引进 培养 培育 累计 完成 实现 打造 创建 建立 共 全市 全省")

  /// 5年内, 未来三年, 用五年时间; 5年建成 at the beginning of a clause.
  private mutating func duration() -> Bool {
    guard index == text.startIndex || !text[index - 1].isASCIIDigit && text[index - 1] != "." && text[index - 1] != "第",
      let (count, after) = years(at: index), text[after - 1] == "年"
    else { return false }
    let behind = text[after...]
    if behind.begins("来") {
      found.append(PlanTime(range: index..<after + 1, meaning: .past))
      index = after + 1
      return true
    }
    let before = text[..<index]
    var end = after
    if Self.lasting.isSuffix(of: before) {
      found.append(PlanTime(range: index..<after, meaning: .past))
      index = after
      return true
    }
    let lead = Self.ahead.suffix(of: before)
    if let within = Self.within.prefix(of: behind) {
      end += within
    } else if lead == nil {
      guard
        behind.begins("翻") || behind.begins("倍增")
          || behind.begins("累计") && plan.map({ $0.end - $0.start + 1 == count }) ?? false
          || Self.acts.prefix(of: behind) != nil,
        behind.begins("累计") || behind.begins("翻") || behind.begins("倍增") || before.isEmpty
          || "，,；;。、 ".unicodeScalars.contains(before[index - 1])
      else {
        return false
      }
    }
    found.append(PlanTime(range: index..<end, meaning: .deadline(year: plan.flatMap { lastYear(count, of: $0) })))
    index = end
    return true
  }

  private func lastYear(_ count: Int, of plan: PlanPeriod) -> Int? {
    let year = plan.start - 1 + count
    return year <= plan.end ? year : nil
  }

  private mutating func recentYears() -> Bool {
    let lead = text[index] == "近" ? 1 : 2
    guard let (_, after) = years(at: index + lead) else { return false }
    found.append(PlanTime(range: index..<after, meaning: .past))
    index = after
    return true
  }
}
