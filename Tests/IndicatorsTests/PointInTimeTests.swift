import DataFormats
import Indicators
import Testing

/// Comparing points in time.
struct PointInTimeTests {
  @Test("Points in time that differ in their last bits are one")
  func tolerance() throws {
    let third = 2020 + 1.0 / 3
    let same = 2019 + 4.0 / 3
    #expect(!third.isLater(than: same) && !third.isEarlier(than: same) && third.coincides(with: same.nextUp))
    let (day, next) = (try time("2024-02-29"), try time("2024-03-01"))
    #expect(next.end.isLater(than: day.end) && day.end.isEarlier(than: next.end) && !day.end.coincides(with: next.end))
    #expect(day.end.coincides(with: next.start))
    #expect(day.end.isLater(than: -.infinity) && day.end.isEarlier(than: .infinity))
  }

  @Test("A period is over at its end, and has not begun at its start")
  func period() throws {
    let month = try time("2024-02")
    #expect(month.isOver(at: month.end) && !month.isOver(at: month.end - 0.001))
    #expect(!month.hasBegun(by: month.start) && month.hasBegun(by: month.start + 0.001))
    #expect(try time("2024-01").isOver(at: month.start))
  }

  @Test("The last year is the one before, and at its end the year itself")
  func lastYear() throws {
    #expect(Period.lastYear(at: try time("2024-06").end) == .year(2023))
    #expect(Period.lastYear(at: try time("2024-12-31").end) == .year(2024))
    #expect(Period.lastYear(at: try time("2024-12-30").end) == .year(2023))
  }

  private func time(_ text: String) throws -> Period {
    if let day = CalendarDate(text) { return .day(day) }
    return try #require(Period(text))
  }
}
