import Diagnostics
import Foundation
import TestSupport
import Testing

struct DiagnosticCoverageTests {
  @Test("Every diagnostic code is covered by a test or a golden site")
  func everyCodeIsTested() {
    var expected: Set<Substring> = []
    for (path, data) in filesBelow("\(packageRoot)/Tests") {
      let isTest = path.hasSuffix("Tests.swift")
      guard isTest || path.hasSuffix("findings.txt") else { continue }
      let text = String(decoding: data, as: UTF8.self)
      // The end of a whole message, `… [page.empty]`, or a finding abbreviated by a test, `a.md page.empty`.
      expected.formUnion(text.matches(of: /\[([a-z]+\.[a-z0-9-]+)\][\n"]/).map(\.output.1))
      expected.formUnion(text.matches(of: /\ ([a-z]+\.[a-z0-9-]+)"/).map(\.output.1))
      guard isTest else { continue }
      for line in text.split(separator: "\n") where line.contains("code") {
        // `codes == [.emptyPage]`, `codes == ["page.empty"]`.
        expected.formUnion(line.matches(of: /[\[( ]\.([a-zA-Z0-9]+)\b/).map(\.output.1))
        expected.formUnion(line.matches(of: /"([a-z]+\.[a-z0-9-]+)"/).map(\.output.1))
      }
    }
    let missing = DiagnosticCode.allCases.filter {
      !expected.contains($0.rawValue[...]) && !expected.contains("\($0)"[...])
    }
    #expect(missing.map(\.rawValue) == [])
  }
}
