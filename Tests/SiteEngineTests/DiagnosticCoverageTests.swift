import Diagnostics
import Foundation
import TestSupport
import Testing

struct DiagnosticCoverageTests {
  @Test("Every diagnostic code is asserted by a test or shown by a golden site")
  func everyCodeIsTested() throws {
    var texts = ""
    for (path, data) in filesBelow("\(packageRoot)/Tests")
    where path.hasSuffix("findings.txt") || path.hasSuffix("Tests.swift") {
      texts += String(decoding: data, as: UTF8.self)
    }
    let missing = DiagnosticCode.allCases.filter { !texts.contains($0.rawValue) && !texts.contains(".\($0)") }
    #expect(missing.map(\.rawValue) == [])
  }
}
