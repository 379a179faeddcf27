import SiteEngine
import TestSupport
import Testing
import Workbooks

extension CollectorTests {
  @Test("A department's own word is the note, a scale is that of the unit, and n/a is to be left empty")
  func ownWords() async throws {
    folder.write("title: City\nlanguages: [en]\n", to: "Content/site.yaml")
    folder.write(
      """
      - {id: air, name: Air, unit: "%", target: 90, department: epb}
      - {id: money, name: Money, unit: € million, target: 60, department: epb, values: {2025: 40}}
      - {id: more, name: More, unit: € million, target: 60, department: epb, values: {2025: 40}}
      - {id: none, name: None, unit: km, target: 60, department: epb, values: {2025: 40}}

      """, to: "Content/indicators.yaml")
    _ = try await ask()
    try fill(
      "epb",
      [
        "I7": .text("about 75.5"), "I8": .text("€38 million"), "I9": .text("39 million"), "I10": .text("n/a"),
      ])
    let answers = try await read(isDryRun: true)
    #expect(findings(answers).contains("'n/a' is not a number"), "\(findings(answers))")
    #expect(
      findings(answers).contains("leave the cell empty, and say in its note why there is no figure"),
      "\(findings(answers))")
    try fill("epb", ["I7": .text("about 75.5"), "I8": .text("€38 million"), "I9": .text("39 million")])
    #expect(
      try await read().written == ["Air 2026: 75.5 %", "Money 2026: 38 € million", "More 2026: 39 € million"])
    let values = folder.text("Content/indicators/air.csv") ?? ""
    #expect(values.contains("about") && !values.contains("约"), "\(values)")
  }
}
