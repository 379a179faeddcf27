import Indicators
import Testing

@Suite("Floors and ceilings")
struct BoundTests {
  @Test(
    "Held or breached, without a progress",
    arguments: [
      Case("kind: floor, target: 6.5, values: {2023: 6.5}", .held, time: 0.6),
      Case("kind: floor, target: 6.5, values: {2023: 6.49}", .breached, time: 0.6),
      Case("kind: floor, target: {value: 6.5, comparator: '>'}, values: {2023: 6.5}", .breached, time: 0.6),
      Case("kind: floor, target: {value: 6.5, comparator: '>'}, values: {2023: 6.51}", .held, time: 0.6),
      Case("kind: ceiling, target: 5.5, values: {2025: 5.5}", .held, time: 1),
      Case("kind: ceiling, target: 5.5, values: {2025: 5.51}", .breached, time: 1),
      Case("kind: ceiling, target: {value: 5.5, comparator: '<'}, values: {2025: 5.5}", .breached, time: 1),
      Case("kind: ceiling, target: {value: 5.5, comparator: '<'}, values: {2025: 5.49}", .held, time: 1),
      // what was breached before and is held now is held
      Case("kind: ceiling, target: 5.5, values: {2023: 5.6, 2024: 5.4}", .backWithin, time: 0.8),
      // a figure for a later time says nothing; a break and a baseline make no difference
      Case("kind: floor, target: 6.5, values: {2026: 6}", .noData, because: .overdue),
      Case("kind: floor, baseline: 6.5, target: 6.5, breaks: [2022], values: {2023: 7}", .held, time: 0.6),
      Case("kind: floor, baseline: 18, target: {change: 0}, values: {2023: 18}", .held, time: 0.6),
      // negative and zero bounds
      Case("kind: floor, target: -3, values: {2023: -2}", .held, time: 0.6),
      Case("kind: ceiling, target: -3, values: {2023: -2}", .breached, time: 0.6),
      Case("kind: floor, target: 0, values: {2023: 0}", .held, time: 0.6),
      // about: 5 % on the wrong side still holds
      Case("kind: floor, target: {value: 100, approx: true}, values: {2023: 95}", .held, time: 0.6),
      Case("kind: floor, target: {value: 100, approx: true}, values: {2023: 94}", .breached, time: 0.6),
      Case("kind: ceiling, target: {value: 100, approx: true}, values: {2023: 105}", .held, time: 0.6),
      Case("kind: ceiling, target: {value: 100, approx: true}, values: {2023: 106}", .breached, time: 0.6),
      Case("kind: floor, target: {text: 不降低}, values: {2023: 18}", .notAssessable, because: .phrase, time: 0.6),
      Case("kind: ceiling, values: {2023: 18}", .notAssessable, because: .noTarget),
    ])
  func status(_ example: Case) throws { try example.check() }

  @Test(
    "The margin is negative if the bound is breached",
    arguments: [
      ("kind: floor, target: 6.5, values: {2023: 7}", 0.5), ("kind: floor, target: 6.5, values: {2023: 6}", -0.5),
      ("kind: ceiling, target: 5.5, values: {2023: 5.2}", 0.3), ("kind: ceiling, target: 5.5, values: {2023: 6}", -0.5),
      ("kind: ceiling, target: 5.5, values: {2023: 5.5}", 0),
    ])
  func margin(_ fields: String, _ expected: Double) throws {
    let result = try assessed(fields)
    #expect(near(result.margin, expected))
    #expect(result.progress == nil && result.requiredChangePerYear == nil && result.projection == nil)
  }
}
