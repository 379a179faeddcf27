import Bytes
import Markup
import TestSupport
import Testing

@Suite("Slugs")
struct SlugTests {
  @Test(
    "Letters and digits of any script stay; anything else separates",
    arguments: [
      ("第3章 A/B", "第3章-a-b"), ("Skilled Workers", "skilled-workers"), ("  --a--  ", "a"), ("ÄÖ É", "äö-é"),
      ("（一）人才", "一-人才"), ("snake_case", "snake_case"), ("१२", "१२"), ("!?", nil), ("", nil), ("🎓", nil),
    ] as [(String, String?)])
  func slug(_ text: String, _ expected: String?) {
    #expect(Slug(text)?.text == expected)
  }

  @Test(
    "Titles of Chinese, Latin and full-width marks",
    arguments: [
      ("第一章　总体要求", "第一章-总体要求"), ("专栏1：“5G+工业互联网”工程", "专栏1-5g-工业互联网-工程"),
      ("《规划》（2021—2025年）", "规划-2021-2025年"), ("AI、大数据，与云计算！", "ai-大数据-与云计算"), ("R&D经费／GDP", "r-d经费-gdp"),
      ("目标１：ＡＢＣ", "目标１-ａｂｃ"), ("人々・々々", "人々-々々"), ("〇五年", "〇五年"), ("㐀㐁 𠀀", "㐀㐁-𠀀"), ("一～二；三？", "一-二-三"),
      ("［甲］＿乙", "甲-乙"), ("＠＃￥", nil), ("　、。", nil), ("“Café”—naïve", "café-naïve"), ("カタカナ ひらがな", "カタカナ-ひらがな"),
      ("İ", "i\u{307}"), ("鿿", "鿿"), ("䷀甲", "甲"), ("가나", "가나"), ("。甲。", "甲"),
    ] as [(String, String?)])
  func mixed(_ text: String, _ expected: String?) {
    #expect(Slug(text)?.text == expected)
  }

  /// The reference: the rule by Unicode's tables.
  private static func slug(byTables text: String) -> String? {
    var words: [String] = [""]
    for scalar in normalized(text).unicodeScalars {
      switch scalar.properties.generalCategory {
      case _ where scalar == "_":
        words[words.count - 1] += "_"
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark,
        .decimalNumber, .letterNumber:
        words[words.count - 1] += scalar.properties.lowercaseMapping
      default: words.append("")
      }
    }
    let slug = words.filter { !$0.isEmpty }.joined(separator: "-")
    return slug.isEmpty ? nil : slug
  }

  @Test("Every character of the Basic Multilingual Plane, alone and between others, follows Unicode's tables")
  func everyCharacter() {
    for number in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(number) else { continue }
      for text in ["\(scalar)", "a\(scalar)人"] {
        let isSame = Slug(text).map { Array($0.text.utf8) } == Self.slug(byTables: text).map { Array($0.utf8) }
        if !isSame { Issue.record("U+\(String(number, radix: 16, uppercase: true))") }
      }
    }
  }

  @Test("Random titles are as Unicode's tables have them", .randomInput, arguments: 1...2)
  func randomTitles(_ seed: Int) {
    let input = RandomInput(seed: seed, rounds: 2_000)
    var random = input.generator
    let characters = Array("人才强国一二三A bZ09_-./&：，。（）“”、　《》—～１Ａéß々〇𠀀🎓".unicodeScalars)
    for _ in 0..<input.rounds {
      var title = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...14, using: &random) { title.append(characters.randomElement(using: &random)!) }
      let (slug, expected) = (Slug(String(title))?.text, Self.slug(byTables: String(title)))
      if slug != expected { Issue.record("'\(title)': \(slug ?? "-") instead of \(expected ?? "-")") }
    }
  }
}
