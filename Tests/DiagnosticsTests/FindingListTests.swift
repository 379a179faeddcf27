import Diagnostics
import Testing

@Suite("The findings of one file")
struct FindingListTests {
  @Test("A thousand errors and a thousand warnings are kept, whichever come first")
  func limit() {
    var list = FindingList()
    for severity in [Diagnostic.Severity.warning, .error, .note] {
      for line in 1...1500 {
        list.append(
          Diagnostic(
            severity, .emptyPage, "x",
            at: SourceLocation(path: "a", line: line, column: 1, length: 1, excerpt: "")))
      }
    }
    #expect(list.diagnostics.filter { $0.severity == .error }.map(\.location.line) == Array(1...1000))
    #expect(list.diagnostics.filter { $0.severity == .warning }.map(\.location.line) == Array(1...1000))
    #expect(list.diagnostics.count == 2000)
  }
}
