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

  @Test("Of each file a thousand of either are listed, in their order")
  func listed() {
    func finding(_ path: String, _ line: Int, _ severity: Diagnostic.Severity) -> Diagnostic {
      Diagnostic(
        severity, .emptyPage, "x", at: SourceLocation(path: path, line: line, column: 1, length: 1, excerpt: ""))
    }
    let found = (1...1200).flatMap { [finding("a", $0, .error), finding("b", $0, .warning), finding("b", $0, .error)] }
    #expect(found.listed == found.filter { $0.location.line <= 1000 })
    #expect(Array(found.prefix(9)).listed == Array(found.prefix(9)))
  }
}
