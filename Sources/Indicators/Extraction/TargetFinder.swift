import Bytes

/// Finds what the sentences of a plan promise, text by text in reading order.
///
/// Give it every heading and every paragraph of a page. Headings name programmes, and say whether what follows looks
/// back.
package struct TargetFinder {
  private let plan: PlanPeriod?
  /// The headings above the text, outermost first.
  private var headings: [(level: Int, programme: String?, isPast: Bool, isOfGoals: Bool)] = []
  /// The programme that the text itself opens: “人才安居工程”。
  private var openedProgramme: String?
  /// Whether such an opening was a paragraph of its own, and holds for those that follow.
  private var keepsProgramme = false

  /// In scalars. Nobody writes a longer one, and each of its numbers is looked for among all of its words.
  private static let longestSentence = 2000

  /// The titles of the plan and of its site, which say what place they are of.
  private let titles: String

  package init(plan: PlanPeriod?, titles: String = "") {
    self.plan = plan
    self.titles = titles
  }

  package mutating func read(heading: String, level: Int) {
    headings.removeAll { $0.level >= level }
    let text = PlainScalars.of(heading)
    let isOfGoals = Self.goals.isIn(text[...]) && !looksBack(text)
    headings.append((level, programme(inHeading: text), looksBack(text), isOfGoals))
    openedProgramme = nil
    keepsProgramme = false
  }

  private static let goals = WordList("目标 指标")

  /// The targets of a paragraph, then its milestones.
  package mutating func read(paragraph: String) -> [DraftTarget] {
    let text = PlainScalars.of(paragraph)
    let original = Array(paragraph.unicodeScalars)
    if !keepsProgramme { openedProgramme = nil }
    var isPast = headings.last?.isPast ?? false
    let isChinese = TargetFinder.isChinese(text)
    let numbers = TextNumber.counts(in: text)
    var targets: [DraftTarget] = []
    var milestones: [DraftTarget] = []
    var next = 0
    for whole in SentenceEnds.sentences(of: text, isChinese: isChinese) {
      let sentence = ListMarks.without(text, whole)
      // Both ascend.
      while next < numbers.count, numbers[next].range.lowerBound < sentence.lowerBound { next += 1 }
      let inside = numbers[next...].prefix { $0.range.lowerBound < sentence.upperBound }
      guard sentence.count <= TargetFinder.longestSentence else { continue }
      if let name = ProgrammeName.opening(text[sentence]) {
        openedProgramme = name
        keepsProgramme = sentence.count >= text.count - 4 && !ProgrammeName.isAct(text[sentence])
        continue
      }
      var found: [DraftTarget]
      if isChinese {
        var reader = ChineseTargets(text, sentence, Array(inside), plan: plan, isPast: isPast)
        reader.titles = titles
        reader.isUnderGoals = headings.contains(where: \.isOfGoals)
        reader.read()
        isPast = reader.isPast
        found = reader.found
        if !isPast {
          found += ChineseMilestones(text: text, sentence: sentence, plan: plan, times: reader.times).found()
        }
      } else {
        var reader = EnglishTargets(text, sentence, Array(inside), plan: plan, isPast: isPast)
        reader.titles = titles
        reader.read()
        found = reader.found
      }
      for target in found {
        var target = target
        target.quote = original[whole].string
        if target.baseline != nil, target.baselineYear == nil { target.gaps.append(.baselineYear) }
        target.programme = openedProgramme ?? headings.last { $0.programme != nil }?.programme
        if target.isMilestone { milestones.append(target) } else { targets.append(target) }
      }
    }
    return targets + milestones
  }

  private func programme(inHeading text: [Unicode.Scalar]) -> String? { ProgrammeName.inHeading(text[...]) }

  private func looksBack(_ text: [Unicode.Scalar]) -> Bool {
    ChineseWords.pastHeadings.isIn(text[...])
  }

  /// The numbers of a text as they are written before their unit: 3.3 of 3.3万人.
  package static func numbers(in text: String) -> Set<Double> {
    Set(TextNumber.counts(in: PlainScalars.of(text)).map { roundedToTwelveDigits($0.value / $0.scale) })
  }

  /// The sentences of a paragraph, as ranges of its scalars.
  package static func sentences(of paragraph: String) -> [Range<Int>] {
    let text = PlainScalars.of(paragraph)
    return SentenceEnds.sentences(of: text, isChinese: isChinese(text))
  }

  /// Whether most letters are Chinese.
  static func isChinese(_ text: [Unicode.Scalar]) -> Bool {
    var (han, latin) = (0, 0)
    for scalar in text {
      if scalar.isHan { han += 1 } else if scalar.value < 0x250, scalar.isLetter { latin += 1 }
    }
    return han * 3 > latin
  }
}

/// Divides a paragraph into sentences.
enum SentenceEnds {
  /// The sentences, without spaces around them. A full stop in a number, after an abbreviation or in brackets ends
  /// none.
  static func sentences(of text: [Unicode.Scalar], isChinese: Bool) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for index in text.indices where ends(text, at: index, isChinese: isChinese) {
      var end = index + 1
      // A closing mark belongs to the sentence.
      while end < text.count, "”\"’）)』」".unicodeScalars.contains(text[end]), isClosing(text, end, from: start) {
        end += 1
      }
      if end > start { append(start..<end, text, &sentences) }
      start = max(start, end)
    }
    append(start..<text.count, text, &sentences)
    return sentences
  }

  private static func isClosing(_ text: [Unicode.Scalar], _ index: Int, from start: Int) -> Bool {
    text[index] != "\"" || text[start..<index].count { $0 == "\"" } % 2 == 1
  }

  private static func append(_ range: Range<Int>, _ text: [Unicode.Scalar], _ sentences: inout [Range<Int>]) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start].isSpace { start += 1 }
    while end > start, text[end - 1].isSpace { end -= 1 }
    if end > start { sentences.append(start..<end) }
  }

  private static func ends(_ text: [Unicode.Scalar], at index: Int, isChinese: Bool) -> Bool {
    switch text[index] {
    case "。", "！", "？", "\n": return true
    case "!", "?": return true
    case "|": return isChinese
    case ".":
      guard !isChinese else { return false }
      return isEnglishEnd(text, index)
    default: return false
    }
  }

  private static func isEnglishEnd(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index + 1 < text.count else { return true }
    guard text[index + 1].isSpace || "”\"’)".unicodeScalars.contains(text[index + 1]) else { return false }
    var next = index + 1
    while next < text.count, text[next].isSpace || "”\"’)(“".unicodeScalars.contains(text[next]) { next += 1 }
    // e.g. this, approx. 5
    if next < text.count, text[next].properties.isLowercase { return false }
    var start = index
    while start > 0, text[start - 1].isLetter { start -= 1 }
    let word = text[start..<index].string.lowercased()
    return !["no", "nos", "approx", "ca", "e.g", "i.e", "st", "dr", "fig", "vs", "g", "e", "i"].contains(word)
      || next >= text.count
  }
}

/// The names of programmes in a text.
enum ProgrammeName {
  private static let ends = WordList("工程 计划 行动 专项 项目 工程计划 行动计划")
  private static let englishEnds = ["programme", "program", "project", "initiative", "scheme", "campaign"]
  private static let quotes = Set("“”\"「」『』《》".unicodeScalars)

  /// The programme of a heading such as 专栏3 实施人才安居工程; nil if it names none.
  static func inHeading(_ heading: ArraySlice<Unicode.Scalar>) -> String? {
    var text = heading
    while let first = text.first, !isNameStart(first) { text.removeFirst() }
    if text.begins("专栏") {
      text.removeFirst(2)
      while let first = text.first, !isNameStart(first) || "一二三四五六七八九十".unicodeScalars.contains(first) {
        text.removeFirst()
      }
    }
    return name(text)
  }

  /// The programme of a sentence that only names it: “人才安居工程”。, 实施“平台载体建设工程”。, 人才安居工程：
  static func opening(_ sentence: ArraySlice<Unicode.Scalar>) -> String? {
    var text = sentence
    while let last = text.last, "。.：:；;".unicodeScalars.contains(last) || last.isSpace { text.removeLast() }
    guard text.count <= 40, !text.contains(where: { "，,、；;".unicodeScalars.contains($0) }) else { return nil }
    while let first = text.first, !isNameStart(first), !quotes.contains(first) { text.removeFirst() }
    return name(text)
  }

  private static let acts = WordList("深入实施 组织实施 大力实施 实施 推进 开展 启动 继续实施")

  /// Whether a sentence says to do it: 实施人才安居工程。
  static func isAct(_ sentence: ArraySlice<Unicode.Scalar>) -> Bool { acts.isPrefix(of: sentence) }

  private static func name(_ given: ArraySlice<Unicode.Scalar>) -> String? {
    var text = given
    if let act = acts.prefix(of: text) { text.removeFirst(act) }
    let plain = text.filter { !quotes.contains($0) }
    while text.count > 1, let last = text.last, quotes.contains(last), text.first.map(quotes.contains) ?? false {
      text.removeFirst()
      text.removeLast()
    }
    guard plain.count >= 4, plain.count <= 60 else { return nil }
    if let count = ends.suffix(of: plain[...]) { return plain.count > count + 1 ? text.string.trimmed : nil }
    let words = plain[...].string.lowercased().split(separator: " ")
    guard let last = words.last, words.count > 1, englishEnds.contains(String(last)) else { return nil }
    return text.string.trimmed
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetter && !scalar.isASCIIDigit && !"一二三四五六七八九十".unicodeScalars.contains(scalar)
  }
}

extension String {
  /// Without spaces at both ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
