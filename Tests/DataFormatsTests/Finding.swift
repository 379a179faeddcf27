import Testing

/// A text and its printed findings.
struct Finding: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let findings: String

  init(_ name: String, _ text: String, _ findings: String) {
    self.testDescription = name
    self.text = text
    self.findings = findings
  }
}
