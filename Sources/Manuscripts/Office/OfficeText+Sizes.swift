/// A paragraph of a document with the look of its text.
struct SizedParagraph {
  /// The numbers of its tag, of that of its properties, and of that of its style.
  let tag: Int
  let properties: Int?
  let style: Int?
  let text: String
  /// The smallest size of its text, in half points.
  let size: Int
  let isBold: Bool
  /// Whether it is an item of a list.
  let isItem: Bool
}

extension OfficeText {
  /// How much larger than the body's text a heading is at least, in half points.
  private static let leastDifference = 2
  private static let mostLevels = 6
  /// In columns.
  private static let longestTitle = 80

  private struct Look: Hashable, Comparable {
    let size: Int
    let isBold: Bool

    init(_ paragraph: SizedParagraph) { (size, isBold) = (paragraph.size, paragraph.isBold) }

    /// Orders looks from the most prominent on.
    static func < (a: Look, b: Look) -> Bool { (b.size, b.isBold ? 1 : 0) < (a.size, a.isBold ? 1 : 0) }
  }

  /// Turns short paragraphs in a larger size, and bold ones below them, into headings: in a document without styles of
  /// headings and without numbers before them, only the look is left.
  mutating func findHeadingsByLook() {
    defer { sized = [] }
    guard !hasHeadings else { return }
    let written = sized.filter { !$0.text.trimmed.isEmpty }
    var lengths: [Int: Int] = [:]
    for paragraph in written { lengths[paragraph.size, default: 0] += paragraph.text.utf8.count }
    guard let body = lengths.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else { return }
    func isLarge(_ paragraph: SizedParagraph) -> Bool { paragraph.size >= body + OfficeText.leastDifference }
    var found = written.indices.filter { index in
      let paragraph = written[index]
      return OfficeText.isTitle(paragraph) && (isLarge(paragraph) || paragraph.isBold && paragraph.size >= body)
    }
    let isNumbered = found.count { HeadingNumber(written[$0].text.trimmed) != nil } * 4 >= found.count
    guard found.contains(where: { isLarge(written[$0]) }), !isNumbered, !OfficeText.haveNumbers(written) else { return }
    // The title of the document: one line is a heading above all others, several are recognized by their words. Other
    // lines before the first text, such as the publisher, are headings only if more lines look like them.
    let first = found.first.map { Look(written[$0]) }
    let lead = zip(found, 0...).prefix { $0 == $1 && Look(written[$0]) == first }.count
    let cover = zip(found, 0...).prefix { $0 == $1 }.count
    let behind = Set(found.dropFirst(cover).map { Look(written[$0]) })
    let hasTitle = lead == 1 && first.map { !behind.contains($0) } ?? false
    found = found.enumerated().filter { place, index in
      place >= cover || place == 0 && hasTitle || behind.contains(Look(written[index]))
    }.map(\.element)
    guard found.count > (hasTitle ? 2 : 1) else { return }
    let looks = Set(found.map { Look(written[$0]) }).sorted()
    guard looks.count <= OfficeText.mostLevels else { return }
    for index in found {
      let paragraph = written[index]
      guard let level = looks.firstIndex(of: Look(paragraph)) else { continue }
      if let style = paragraph.style { repairs.elements.insert(style) }
      if let properties = paragraph.properties {
        repairs.insertions[properties] = .heading(level: level + 1)
      } else {
        repairs.insertions[paragraph.tag] = .headingProperties(level: level + 1)
      }
    }
  }

  /// Whether short lines are numbered as headings are: 第一章, 一、.
  private static func haveNumbers(_ paragraphs: [SizedParagraph]) -> Bool {
    let numbered = paragraphs.lazy.filter { paragraph in
      guard let number = HeadingNumber(paragraph.text.trimmed) else { return false }
      return isTitle(paragraph) && (number.form.isWorded || number.form.style == .chinese)
    }
    return numbered.prefix(2).count == 2
  }

  private static func isTitle(_ paragraph: SizedParagraph) -> Bool {
    let text = paragraph.text.trimmed
    return !paragraph.isItem && text.columns <= longestTitle && !text.endsSentence && !text.endsWithin
      && !text.contains("。") && !text.contains("；") && !text.contains("\t") && !text.isDateLine && !text.isCaption
      && !text.isBoxTitle && text.contains(where: \.isLetter)
  }
}
