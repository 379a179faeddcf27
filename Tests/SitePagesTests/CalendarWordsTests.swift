import DataFormats
import Testing

@testable import SitePages
@testable import SiteSources

struct CalendarWordsTests {
  @Test(
    "A date is written as is usual in its language",
    arguments: [(Language.chinese, "2024年3月5日"), (Language.english, "5 March 2024")])
  func day(language: Language, expected: String) throws {
    #expect(try #require(CalendarDate(year: 2024, month: 3, day: 5)).text(in: language) == expected)
  }

  @Test("A timestamp is the start of the day in UTC")
  func timestamp() throws {
    #expect(try #require(CalendarDate(year: 2024, month: 3, day: 5)).timestamp == "2024-03-05T00:00:00Z")
  }
}
