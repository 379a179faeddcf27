import Foundation
import Indicators
import TestSupport
import Testing

/// The examples of the guide's page *How a status comes about*.
@Suite("The guide's examples of statuses")
struct StatusGuideTests {
  private struct Example {
    let fields: String
    let status: String
  }

  private func examples() throws -> [Example] {
    let data = try #require(FileManager.default.contents(atPath: "\(packageRoot)/Documentation/Content/14-status.md"))
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, cells[0].hasPrefix("`"), cells[0].hasSuffix("`") else { return nil }
      return Example(fields: String(cells[0].dropFirst().dropLast()), status: cells[1])
    }
  }

  @Test("Each example of the guide has the status that it names, and every status has an example")
  func statuses() throws {
    let rules = AssessmentRules(knownUntil: try #require(AsOf("2024-03")).time)
    var seen: Set<IndicatorStatus> = []
    for example in try examples() {
      let indicator = try indicator(example.fields)
      let assessment = assess(indicator, by: rules)
      let word = IndicatorWords.word(for: Verdict(assessment, of: indicator), .english)
      #expect(word == example.status, "\(example.fields)")
      seen.insert(assessment.status)
    }
    #expect(seen == Set(IndicatorStatus.allCases))
  }
}
