import Markup
import Testing

@Suite("Slugs")
struct SlugTests {
  @Test(
    "Letters and digits of any script stay, everything else separates",
    arguments: [
      ("第3章 A/B", "第3章-a-b"), ("Skilled Workers", "skilled-workers"), ("  --a--  ", "a"), ("ÄÖ É", "äö-é"),
      ("（一）人才", "一-人才"), ("snake_case", "snake_case"), ("१२", "१२"), ("!?", nil), ("", nil), ("🎓", nil),
    ] as [(String, String?)])
  func slug(_ text: String, _ expected: String?) {
    #expect(Slug(text)?.text == expected)
  }
}
