import Diagnostics

/// Finds which blocks are headings, and on which level: by their style, by the form of their number, and, in a text
/// without either, by being short. The level of a form follows from the whole text: a form whose numbers begin again
/// after each heading of another form is below it.
struct HeadingFinder {
  /// A heading of the manuscript.
  struct Heading {
    let index: Int
    /// 1 is the highest; levels without a heading are left out.
    var level: Int
    let number: HeadingNumber?
  }

  private enum Key: Hashable {
    case style(Int)
    case form(HeadingForm)
    /// A short line without a number.
    case short
    /// 前言, 附录, Foreword.
    case named
    /// Theme A: Walking, by its word.
    case label(String)

    var rank: Int {
      switch self {
      case .style(let level): level
      case .form(let form): form.rank
      case .short: 45
      case .label(let word): Key.labels[word] ?? 45
      case .named: 0
      }
    }

    /// The usual order of the divisions of a plan.
    private static let labels = [
      "theme": 41, "pillar": 41, "priority": 41, "strand": 41, "goal": 42, "outcome": 42, "aim": 42, "objective": 43,
      "action": 44,
      "measure": 44, "project": 44,
    ]

    /// The key of `Goal A1: Safer crossings`; nil for a line without such a word and number.
    static func label(of text: String) -> Key? {
      let words = text.split(separator: " ", maxSplits: 2)
      guard words.count > 1, let word = words.first.map({ $0.lowercased() }), labels[word] != nil else { return nil }
      let number = words[1].last == ":" || words[1].last == "." ? words[1].dropLast() : words[1]
      let isNumber =
        number.count <= 4 && number.contains(where: \.isNumber)
        || number.count == 1 && number.first?.isUppercase == true
      return isNumber ? .label(word) : nil
    }
  }

  private struct Candidate {
    let index: Int
    var key: Key
    let number: HeadingNumber?
  }

  private let blocks: [SourceBlock]
  private var candidates: [Candidate] = []

  private init(_ blocks: [SourceBlock]) { self.blocks = blocks }

  /// The headings of the blocks, in their order.
  static func headings(of blocks: [SourceBlock]) -> [Heading] {
    var finder = HeadingFinder(blocks)
    finder.findCandidates()
    finder.joinStyles()
    finder.dropLoneNumbers()
    finder.joinFormsWithStyles()
    finder.dropLists()
    finder.dropShortLines()
    return finder.leveled()
  }

  // MARK: Candidates

  private mutating func findCandidates() {
    let hasStyles = blocks.contains { if case .heading = $0.kind { true } else { false } }
    // If some short lines are bold, the others are not headings.
    let bold = blocks.indices.filter { blocks[$0].isParagraph && blocks[$0].isBold && isShortTitle(blocks[$0]) }
    let hasBold = bold.count > 1
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .heading(let level):
        let automatic = block.automaticNumber.map { HeadingNumber($0, title: block.plain) }
        candidates.append(
          Candidate(index: index, key: .style(level), number: HeadingNumber(block.plain) ?? automatic))
      case .paragraph where !block.plain.isBoxTitle && !block.plain.isCaption:
        let automatic = block.automaticNumber.map { HeadingNumber($0, title: block.plain) }
        if let number = automatic ?? HeadingNumber(block.plain) {
          guard isTitle(number.title, of: number.form) else { continue }
          candidates.append(Candidate(index: index, key: .form(number.form), number: number))
        } else if block.plain.isNamedHeading {
          candidates.append(Candidate(index: index, key: .named, number: nil))
        } else if !hasStyles, !hasBold || block.isBold, isShortTitle(block), hasBold || leadsOn(index) {
          candidates.append(Candidate(index: index, key: Key.label(of: block.plain) ?? .short, number: nil))
        }
      default: break
      }
    }
  }

  /// Whether what follows a number is a title: short, and no sentence.
  private func isTitle(_ text: String, of form: HeadingForm) -> Bool {
    let isWorded = form.isWorded
    guard !text.isEmpty || isWorded, text.columns <= 80 else { return false }
    if text.contains("。") || text.contains("；") { return false }
    if text.contains("|") || text.contains("\t") { return false }
    if text.endsWithin || form.isEnglish && goesOn(text) { return false }
    return isWorded || !text.endsSentence || text.hasSuffix("…")
  }

  private static let longestTitle = 6
  private static let goingOn: Set<String> = [
    "of", "and", "or", "to", "in", "is", "are", "was", "were", "has", "have", "above", "below", "sets", "shows",
    "says", "describes", "requires", "provides", "applies", "covers", "explains", "gives", "lists",
  ]

  /// Whether words after an English number continue a sentence: Section 4.2 of the Act requires a hearing.
  private func goesOn(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard let first = words.first else { return false }
    if Self.goingOn.contains(String(first)) { return true }
    return text.endsSentence && (words.count > Self.longestTitle || first.first?.isLowercase == true)
  }

  /// Whether a line without a number may be a heading.
  private func isShortTitle(_ block: SourceBlock) -> Bool {
    let text = block.plain
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }), !text.endsSentence, !text.endsWithin,
      !text.contains("。"), !text.contains("；"), !text.contains("\t"), !text.isLeftOver
    else { return false }
    guard let first = text.unicodeScalars.first, !isOpening(first) else { return false }
    if text.unicodeScalars.contains(where: { $0.isWide }) { return text.columns <= 60 && !text.isDateLine }
    return text.columns <= 80 && first.properties.isUppercase && text.split(separator: " ").count <= 12
  }

  private func isOpening(_ scalar: Unicode.Scalar) -> Bool { "（(【[*#>".unicodeScalars.contains(scalar) }

  /// Whether the next block may follow a heading: a longer paragraph, or another heading.
  private func leadsOn(_ index: Int) -> Bool {
    guard index + 1 < blocks.count else { return false }
    let next = blocks[index + 1]
    switch next.kind {
    case .paragraph:
      if let number = HeadingNumber(next.plain) { return number.value == 1 }
      if next.plain.isBoxTitle { return true }
      return next.plain.endsSentence || next.plain.columns > 60 || isShortTitle(next) || next.plain.endsWithin
    case .heading, .markdown: return true
    // The line before a flattened table is its title.
    case .table, .box: return false
    }
  }

  // MARK: Choices

  /// 第三章 and 第4章 are on one level.
  private mutating func joinStyles() {
    var first: [String: HeadingForm] = [:]
    for index in candidates.indices {
      guard case .form(let form) = candidates[index].key, form.isWorded else { continue }
      let name = "\(form.prefix)\u{0}\(form.suffix)\u{0}\(form.parts)"
      candidates[index].key = .form(first[name] ?? form)
      if first[name] == nil { first[name] = form }
    }
  }

  /// Drops lone numbers: a single letter is the initial of a name, and `2.` without a `1.`, or a `1.` alone, remains of
  /// a list.
  private mutating func dropLoneNumbers() {
    var values: [HeadingForm: Set<Int>] = [:]
    for case let number? in candidates.map(\.number) where number.form.parts == 1 {
      values[number.form, default: []].insert(number.value)
    }
    let decimals = Set(candidates.compactMap(\.number).filter { $0.form.parts > 1 }.map(\.values))
    candidates = candidates.compactMap { candidate in
      // 3.14是圆周率: a decimal number begins a line, unless it begins or continues a count.
      if let number = candidate.number, number.form.parts > 1, case .form = candidate.key {
        let before = number.values.dropLast() + [number.value - 1]
        return (number.value == 1 || decimals.contains(Array(before))) && !number.title.beginsWithUnit ? candidate : nil
      }
      guard let number = candidate.number, let found = values[number.form], !number.form.isWorded else {
        return candidate
      }
      if number.written.isEmpty {
        // A list of one item, which the word processor counts.
        guard case .form = candidate.key, number.form.style == .arabic, found.count == 1 else { return candidate }
        return nil
      }
      let isInitial: Bool
      switch number.form.style {
      case .upperLetter, .lowerLetter, .upperRoman: isInitial = found.count == 1
      case .chinese, .arabic, .circled: isInitial = false
      }
      let isRest =
        number.form.style == .arabic && !found.contains(1) && found.count < 3
        || (number.form.style == .arabic || number.form.style == .circled) && found.count == 1
      guard isInitial || isRest else { return candidate }
      if case .form = candidate.key { return nil }
      return isInitial ? Candidate(index: candidate.index, key: candidate.key, number: nil) : candidate
    }
  }

  /// If the headings of a style have a form, lines of the form without the style are on its level.
  private mutating func joinFormsWithStyles() {
    var counts: [HeadingForm: [Int: Int]] = [:]
    for candidate in candidates {
      if case .style(let level) = candidate.key, let form = candidate.number?.form {
        counts[form, default: [:]][level, default: 0] += 1
      }
    }
    for index in candidates.indices {
      guard case .form(let form) = candidates[index].key, let levels = counts[form],
        let level = levels.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key
      else { continue }
      candidates[index].key = .style(level)
    }
  }

  /// Numbered lines that mostly follow each other are a list: a heading is followed by its text.
  private mutating func dropLists() {
    var followed: [HeadingForm: Int] = [:]
    var counts: [HeadingForm: Int] = [:]
    let forms = Dictionary(candidates.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
    for candidate in candidates {
      guard case .form(let form) = candidate.key, !form.isWorded else { continue }
      counts[form, default: 0] += 1
      let next = forms[candidate.index + 1]
      let isLast = candidate.index + 1 >= blocks.count
      if !isLast, next?.key != candidate.key, !(next?.number == nil && next != nil) { followed[form, default: 0] += 1 }
    }
    candidates.removeAll { candidate in
      guard case .form(let form) = candidate.key, let count = counts[form] else { return false }
      return (followed[form] ?? 0) * 2 < count
    }
    // `1 General` is a heading only beside `1.1`; otherwise a number may begin any line.
    let hasDecimals = candidates.contains { $0.number?.form.parts == 2 }
    candidates.removeAll { candidate in
      guard case .form(let form) = candidate.key, form.suffix.isEmpty, form.prefix.isEmpty else { return false }
      return form.parts == 1 && form.style == .arabic && !hasDecimals
    }
  }

  /// A short line is a heading only if the numbers after it begin again, and never where chapters have words for their
  /// numbers.
  private mutating func dropShortLines() {
    let isWorded = candidates.contains { $0.number?.form.isWorded == true }
    candidates = candidates.enumerated().filter { position, candidate in
      guard candidate.key == .short else { return true }
      guard !isWorded else { return false }
      let next = candidates.dropFirst(position + 1).first { $0.number != nil || $0.key == .short }
      return next?.number.map { $0.value == 1 } ?? true
    }.map(\.element)
  }

  // MARK: Levels

  private func leveled() -> [Heading] {
    var starts: [Key: [Key: Int]] = [:]
    for (a, b) in zip(candidates, candidates.dropFirst()) where a.key != b.key {
      guard let value = b.number?.value else { continue }
      if value == 1 {
        starts[a.key, default: [:]][b.key, default: 0] += 1
      } else {
        starts[b.key, default: [:]][a.key, default: 0] += 1
      }
    }
    func isAbove(_ a: Key, _ b: Key) -> Bool {
      if case .style(let first) = a, case .style(let second) = b { return first < second }
      if case .form(let first) = a, case .form(let second) = b, first.isWorded, second.isWorded {
        return first.rank < second.rank
      }
      return (starts[a]?[b] ?? 0) > (starts[b]?[a] ?? 0)
    }
    var rest = Set(candidates.map(\.key))
    rest.remove(.named)
    var levels: [Key: Int] = [:]
    while !rest.isEmpty {
      let free = rest.filter { key in !rest.contains { $0 != key && isAbove($0, key) } }
      // If the forms contradict each other, the usual order decides.
      let choice = (free.isEmpty ? rest : free).min {
        ($0.rank, String(describing: $0)) < ($1.rank, String(describing: $1))
      }
      guard let choice else { break }
      levels[choice] = levels.count + 1
      rest.remove(choice)
    }
    return candidates.map {
      Heading(index: $0.index, level: levels[$0.key] ?? 1, number: $0.number)
    }
  }
}

extension String {
  /// 专栏1 重点工程, Box 2: Five parks.
  var isBoxTitle: Bool {
    guard columns <= 80, !contains("。") else { return false }
    if hasPrefix("专栏") || hasPrefix("【专栏") { return true }
    let words = split(separator: " ", maxSplits: 2)
    return words.count > 1 && words[0].lowercased() == "box" && words[1].first?.isNumber == true
  }

  /// 表1 主要指标, Figure 2: Map.
  var isCaption: Bool {
    guard columns <= 120 else { return false }
    if let first, "表图".contains(first) {
      let rest = dropFirst().drop { $0.isWhitespace }
      return rest.first.map { $0.isNumber || "一二三四五六七八九十".contains($0) } ?? false
    }
    let words = split(separator: " ", maxSplits: 2)
    return words.count > 1 && ["table", "figure", "fig.", "map"].contains(words[0].lowercased())
      && words[1].first?.isNumber == true
  }

  /// Whether what follows a number measures it: 2.5亿元投资.
  fileprivate var beginsWithUnit: Bool {
    [
      "亿", "万", "元", "%", "％", "‰", "个", "倍", "吨", "公里", "平方", "公顷", "亩", "米", "千", "百", "小时", "分钟", "岁", "年", "人", "户",
      "℃", "度",
    ].contains { hasPrefix($0) }
  }

  /// A heading that plans never number.
  var isNamedHeading: Bool {
    let name = filter { !$0.isWhitespace }
    if ["前言", "序言", "引言", "序", "导言", "后记", "结语", "附录", "附件", "附表"].contains(name) { return true }
    return ["foreword", "preface", "introduction", "appendix", "annex", "conclusion", "acknowledgements"].contains(
      lowercased())
  }

  /// 2021年3月1日 alone on a line.
  var isDateLine: Bool {
    !isEmpty && contains("年") && allSatisfy { $0.isNumber || "年月日〇○零一二三四五六七八九十 （）()".contains($0) }
  }
}
