import DataFormats
import Testing

@testable import SitePages

struct TimestampTests {
  @Test("A timestamp is the start of the day in UTC")
  func timestamp() throws {
    #expect(try #require(CalendarDate(year: 2024, month: 3, day: 5)).timestamp == "2024-03-05T00:00:00Z")
  }
}
