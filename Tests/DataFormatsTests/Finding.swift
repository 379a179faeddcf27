import Testing

/// A text, and all that is printed about it.
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
