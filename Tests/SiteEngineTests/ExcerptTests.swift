import Testing

@testable import SiteEngine

/// The excerpts that readers see of a change in a text.
struct ExcerptTests {
  private func excerpts(_ old: String, _ new: String) -> [String] {
    TextDifference(from: old, to: new).excerpts(removed: ("~~", "~~"), added: ("**", "**"), gap: " ")
  }

  @Test("An excerpt begins and ends between words, and a replacement is separate from the replaced text")
  func words() {
    let before = "By the end of the year 2027 we renew 120 km of mains, and lose "
    let after = " of the water that leaves the works, by 2030 at the latest."
    #expect(
      excerpts(before + "12%" + after, before + "14%" + after) == [
        "…120 km of mains, and lose ~~12~~ **14**% of the water that leaves the…"
      ])
  }

  @Test("A mark around text with punctuation at an end is kept apart from letters, where Markdown would not read it")
  func punctuation() {
    let found = TextDifference(from: "below 650 kt", to: "below 650. It helps kt").excerpts(
      removed: ("~~", "~~"), added: ("**", "**"), edge: "\u{200A}")
    #expect(found == ["below 650\u{200A}**. It helps** kt"])
  }

  @Test("Chinese, which has no spaces, is cut at any character")
  func chinese() {
    let before = String(repeating: "坚持以人民为中心的发展思想", count: 4)
    let found = excerpts(before + "新增十万套。", before + "新增九万套。")
    #expect(found.count == 1 && found[0].hasPrefix("…") && found[0].contains("~~十~~ **九**万套"), "\(found)")
    #expect(found[0].count == 1 + 30 + "~~十~~ **九**万套。".count)
  }
}
