import Diagnostics

/// A manuscript as sections.
package struct Outline: Sendable {
  /// The title of the document; nil if the text does not have it.
  package var title: String?
  /// The blocks before the first section.
  package var lead: [SourceBlock] = []
  package var sections: [Section] = []

  package struct Section: Sendable {
    /// The title without its number.
    package var title: String
    package var number: HeadingNumber?
    package var location: SourceLocation
    package var blocks: [SourceBlock] = []
    package var children: [Section] = []

    package init(title: String, number: HeadingNumber? = nil, location: SourceLocation, blocks: [SourceBlock] = []) {
      self.title = title
      self.number = number
      self.location = location
      self.blocks = blocks
    }

    /// The title with its number, as in the source.
    package var writtenTitle: String {
      guard let number, !number.written.isEmpty else { return title }
      guard let last = number.written.last, let first = title.first else { return number.written + title }
      // 一、总则, 1. General, 第一章 总则.
      return number.written + ("、．）".contains(last) || last == ")" && first.isWideLetter ? "" : " ") + title
    }

  }

  /// Finds titles, headings, boxes and the table of contents, and reports in `manuscript.findings` what was decided and
  /// what a person should look at.
  package init(_ manuscript: inout Manuscript) {
    ContentsList.remove(from: &manuscript)
    Captions.describePictures(in: &manuscript.blocks)
    LeftOvers.report(in: &manuscript)
    let letter = takeLetter(&manuscript)
    takeTitle(&manuscript)
    let headings = HeadingFinder.headings(of: manuscript.blocks)
    takeStyledTitle(manuscript, headings)
    let isTitle =
      title != nil && manuscript.title == nil && headings.first?.index == 0 && titleLevel == headings.first?.level
    let titleIndex = isTitle ? 0 : repeatedTitle(&manuscript, headings)
    build(manuscript, titleIndex == nil ? headings : Array(headings.dropFirst()), skipping: titleIndex)
    lead = letter + lead
    joinBoxes(&manuscript)
    reportEmptySections(&manuscript)
  }

  private var titleLevel: Int?

  // MARK: The title

  /// Takes the letter with which an authority issues a plan (洞政发〔2026〕5号, 关于印发…的通知), up to the plan's own title.
  private mutating func takeLetter(_ manuscript: inout Manuscript) -> [SourceBlock] {
    let blocks = manuscript.blocks
    func isText(_ block: SourceBlock) -> Bool {
      switch block.kind {
      case .paragraph, .heading: true
      case .table, .markdown, .box: false
      }
    }
    var isLetter = false
    for index in blocks.indices.prefix(40) {
      let text = blocks[index].plain
      guard isText(blocks[index]) else { continue }
      // 关于印发 / …规划的通知 may be on two lines.
      let next = index + 1 < blocks.count ? blocks[index + 1].plain : ""
      if text.contains("关于印发"), text.columns <= 120, text.hasSuffix("通知") || next.hasSuffix("通知") { isLetter = true }
      // The plan itself has begun.
      if HeadingNumber(text) != nil || text.isNamedHeading { return [] }
      guard isLetter, index > 0, !text.contains("通知"), text.columns <= 70, !text.endsSentence, !text.contains("。"),
        Outline.isPlanTitle(text)
      else { continue }
      title = text
      manuscript.blocks.removeFirst(index + 1)
      manuscript.report(
        .note, .importLeftOver, "the letter before the title of the plan is on the plan's own page",
        hint: "delete it there if readers do not need it", line: blocks[0].line)
      return Array(blocks[..<index])
    }
    return []
  }

  /// 关于印发《…规划》的通知 names the plan.
  private static func withoutNotice(_ title: String) -> String {
    guard let start = title.firstRange(of: "关于印发"), title.hasSuffix("的通知") else { return title }
    var name = title[start.upperBound...].dropLast(3)
    if let open = name.firstIndex(of: "《"), let close = name.lastIndex(of: "》"), open < close {
      name = name[name.index(after: open)..<close]
    }
    return name.isEmpty ? title : String(name)
  }

  /// The first lines of a plain text: short, and called a plan.
  private mutating func takeTitle(_ manuscript: inout Manuscript) {
    let whole = manuscript.title.map(Outline.withoutNotice)
    // A web page may name its window 规划, or after the portal.
    let isOfWindow = manuscript.isWebPage && whole.map { $0.count <= 4 || !Outline.isPlanTitle($0) } ?? false
    if !isOfWindow { title = title ?? whole }
    defer { title = title ?? whole }
    guard title == nil else { return }
    var lines: [String] = []
    let first = manuscript.isWebPage ? manuscript.blocks.prefix { $0.isParagraph && $0.plain.isLeftOver }.count : 0
    for block in manuscript.blocks.dropFirst(first).prefix(4) {
      guard block.isParagraph, block.plain.columns <= 70, HeadingNumber(block.plain) == nil, !block.plain.endsSentence,
        !block.plain.endsWithin, !block.plain.contains("。"), !block.plain.isLeftOver, !block.plain.isBoxTitle
      else { break }
      lines.append(block.plain)
      guard Outline.isPlanTitle(block.plain) else { continue }
      title = lines.joined(separator: lines.contains { $0.last?.isWideLetter == true } ? "" : " ")
      if let whole, whole != title {
        manuscript.report(
          .note, .importLeftOut,
          "the title of the web page is left out, because its text has one of its own: '\(whole)'", line: block.line)
      }
      manuscript.blocks.removeSubrange(first..<first + lines.count)
      return
    }
  }

  private static func isPlanTitle(_ text: String) -> Bool {
    // …规划（2021—2025年）, …纲要（草案）
    var bare = text.filter { !"》”」 ".contains($0) }
    if let last = bare.last, "）)".contains(last), let open = bare.lastIndex(where: { "（(".contains($0) }) {
      bare = String(bare[..<open])
    }
    let ends = ["规划", "纲要", "方案", "计划", "意见", "报告", "战略", "篇章", "目标"]
    if ends.contains(where: { bare.hasSuffix($0) }) { return true }
    let words = text.lowercased().split(separator: " ")
    return words.count <= 14
      && words.contains { ["plan", "strategy", "programme", "program", "agenda", "roadmap", "vision"].contains($0) }
  }

  /// A single heading of the highest style that comes before all else is the title of the whole.
  private mutating func takeStyledTitle(_ manuscript: Manuscript, _ headings: [HeadingFinder.Heading]) {
    guard title == nil, headings.count > 1, let first = headings.first, first.index == 0, first.number == nil,
      case .heading = manuscript.blocks[0].kind
    else { return }
    let others = headings.dropFirst()
    // A heading without text before numbered ones on its level, or one that names a plan.
    let isBare =
      others.first?.index == 1
      && (Outline.isPlanTitle(manuscript.blocks[0].plain)
        || others.contains { $0.level == first.level && $0.number != nil })
    guard isBare || others.allSatisfy({ $0.level > first.level }) else { return }
    title = manuscript.blocks[0].plain
    titleLevel = first.level
  }

  /// The first heading, if it says the title of the document again, as the `<h1>` of a web page says its `<title>`.
  private mutating func repeatedTitle(_ manuscript: inout Manuscript, _ headings: [HeadingFinder.Heading]) -> Int? {
    guard let whole = manuscript.title, let first = headings.first, first.number == nil,
      case .heading = manuscript.blocks[first.index].kind
    else { return nil }
    let plain = manuscript.blocks[first.index].plain
    let rest = whole.hasPrefix(plain) ? String(whole.dropFirst(plain.count)).trimmed : whole
    // 关于印发…规划的通知 names the page, and its only heading on the highest level the plan.
    if manuscript.isWebPage, !rest.isEmpty, Outline.isPlanTitle(plain),
      headings.dropFirst().allSatisfy({ $0.level > first.level })
    {
      manuscript.report(
        .note, .importLeftOut, "the title of the web page is left out, because its text has one of its own: '\(whole)'",
        line: manuscript.blocks[first.index].line)
      title = plain
      return first.index
    }
    guard rest.isEmpty || plain.count > 3 && rest.first.map({ "|-–—_·:".contains($0) }) == true else { return nil }
    title = plain
    return first.index
  }

  // MARK: Sections

  private mutating func build(
    _ manuscript: Manuscript, _ headings: [HeadingFinder.Heading], skipping titleIndex: Int?
  ) {
    var open: [(level: Int, section: Section)] = []
    func close(to level: Int, _ sections: inout [Section]) {
      while let last = open.last, last.level >= level {
        open.removeLast()
        if open.isEmpty {
          sections.append(last.section)
        } else {
          open[open.count - 1].section.children.append(last.section)
        }
      }
    }
    var next = 0
    for (index, block) in manuscript.blocks.enumerated() where index != titleIndex {
      if next < headings.count, headings[next].index == index {
        close(to: headings[next].level, &sections)
        let number = headings[next].number
        open.append(
          (
            headings[next].level,
            Section(title: number?.title ?? block.plain, number: number, location: manuscript.location(block.line))
          ))
        next += 1
      } else if open.isEmpty {
        lead.append(block)
      } else {
        open[open.count - 1].section.blocks.append(block)
      }
    }
    close(to: 0, &sections)
  }

  // MARK: Boxes

  private mutating func joinBoxes(_ manuscript: inout Manuscript) {
    lead = BoxFinder.joined(lead, &manuscript)
    Outline.forEach(&sections) { $0.blocks = BoxFinder.joined($0.blocks, &manuscript) }
  }

  private mutating func reportEmptySections(_ manuscript: inout Manuscript) {
    Outline.forEach(&sections) { section in
      guard section.children.isEmpty, section.blocks.allSatisfy(\.isRubbish) else { return }
      manuscript.findings.append(
        Diagnostic(
          .warning, .importEmptySection, "'\(section.title)' has no text",
          hint: "find it in the original, or delete the heading", at: section.location))
    }
  }

  /// The texts of all paragraphs, in their order, those of boxes included.
  package var texts: [String] {
    var texts: [String] = []
    func add(_ blocks: [SourceBlock]) {
      for block in blocks {
        if case .box(_, let content) = block.kind { add(content) } else { texts.append(block.plain) }
      }
    }
    func add(_ sections: [Section]) {
      for section in sections {
        add(section.blocks)
        add(section.children)
      }
    }
    add(lead)
    add(sections)
    return texts
  }

  private static func forEach(_ sections: inout [Section], _ work: (inout Section) -> Void) {
    for index in sections.indices {
      work(&sections[index])
      forEach(&sections[index].children, work)
    }
  }
}

extension Character {
  var isWideLetter: Bool { unicodeScalars.first?.isWide == true }
}

extension SourceBlock {
  /// Whether it is a paragraph that is reported as no part of a plan.
  fileprivate var isRubbish: Bool { isParagraph && (plain.isLeftOver || plain.endsWithin) }
}
