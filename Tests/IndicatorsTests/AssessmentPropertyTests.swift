import Indicators
import TestSupport
import Testing

/// A second implementation of the rules in `Documentation/Content/5-progress.md`, in whole numbers: values in tenths, times
/// in months, ratios as fractions. Nothing is rounded, so it knows when a number is exactly on an edge.
@Suite("Generated indicators are assessed according to the rules")
struct AssessmentPropertyTests {
  @Test(
    "Status, reason, τ, p and outlook of random indicators", .randomInput, arguments: GeneratedIndicator.Kind.allCases)
  func random(_ kind: GeneratedIndicator.Kind) throws {
    let input = RandomInput(seed: 2021, rounds: 4_000)
    var random = input.generator
    var statuses: [IndicatorStatus: Int] = [:]
    var edges = 0
    for _ in 0..<input.rounds {
      let example = GeneratedIndicator(kind, using: &random)
      let expected = example.expected
      let indicator = try indicator(example.fields)
      let result = assess(indicator, by: AssessmentRules())
      let original = indicator.original.map { assess($0, by: AssessmentRules()) }
      guard original?.status == example.original?.expected.status,
        original?.reason == example.original?.expected.reason
      else {
        Issue.record(
          "\(example.fields)\nexpected of the original target \(String(describing: example.original?.expected))\ncame to \(String(describing: original))"
        )
        return
      }
      statuses[expected.status, default: 0] += 1
      if expected.isOnEdge { edges += 1 }
      guard result.status == expected.status, result.reason == expected.reason,
        near(result.timeProgress, expected.time?.value), near(result.progress, expected.progress?.value, within: 1e-7),
        near(result.expectedProgress, expected.expected?.value, within: 1e-7),
        near(result.margin, expected.margin?.value),
        near(result.requiredChangePerYear, expected.requiredChange?.value),
        near(result.projection, expected.projection?.value)
      else {
        Issue.record("\(example.fields)\nexpected \(expected)\ncame to \(result)")
        return
      }
    }
    // The examples must cover every status.
    guard input.isLong else { return }
    for status in kind.statuses { #expect(statuses[status, default: 0] >= 10, "\(status): \(statuses)") }
    if kind != .milestone { #expect(edges >= 10, "\(edges)") }
  }
}

/// A fraction; its denominator is positive.
struct Fraction: Comparable {
  let above: Int128
  let below: Int128

  init(_ above: Int128, _ below: Int128 = 1) {
    precondition(below != 0)
    self.above = below < 0 ? -above : above
    self.below = abs(below)
  }

  var value: Double { Double(above) / Double(below) }

  static func < (a: Fraction, b: Fraction) -> Bool { a.above * b.below < b.above * a.below }
  static func == (a: Fraction, b: Fraction) -> Bool { a.above * b.below == b.above * a.below }
  static func + (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.above * b.below + b.above * a.below, a.below * b.below)
  }
  static func - (a: Fraction, b: Fraction) -> Fraction { a + Fraction(-b.above, b.below) }
  static func * (a: Fraction, b: Fraction) -> Fraction { Fraction(a.above * b.above, a.below * b.below) }
  static func / (a: Fraction, b: Fraction) -> Fraction { Fraction(a.above * b.below, a.below * b.above) }
}
