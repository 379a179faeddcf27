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

@Suite("Findings about rows")
struct RowFindingTests {
  private func finding(_ code: DiagnosticCode, line: Int, _ path: String = "a.csv") -> Diagnostic {
    Diagnostic(
      .error, code, "'x' is wrong", hint: "write y",
      at: SourceLocation(path: path, line: line, column: 1, length: 1, excerpt: "x"))
  }

  @Test("More than three of one kind in one file become one finding, with their number and the first three lines")
  func once() {
    let rows = [2, 3, 5, 8, 13].map { finding(.csvInvalidPeriod, line: $0) }
    let others = [finding(.csvInvalidNumber, line: 4), finding(.csvMissingColumn, line: 1)]
    let elsewhere = (1...3).map { finding(.csvInvalidPeriod, line: $0, "b.csv") }
    let told = (rows + others + elsewhere).sorted().listed
    #expect(
      DiagnosticPrinter(format: .text).print(told.filter { $0.location.path == "a.csv" }) == """
        a.csv:1:1: error: 'x' is wrong [csv.missing-column]
            1 | x
              | ^
        hint: write y
        a.csv:2:1: error: 'x' is wrong; 5 of this kind in the file: lines 2, 3, 5 … [csv.invalid-period]
            2 | x
              | ^
        hint: write y
        a.csv:4:1: error: 'x' is wrong [csv.invalid-number]
            4 | x
              | ^
        hint: write y

        """)
    #expect(told.count { $0.location.path == "b.csv" } == 3)
  }

  @Test("More than three in the same words about the keys of one file become one finding; others are listed one by one")
  func words() {
    let keys = [2, 9, 16, 23].map { finding(.unknownKey, line: $0) }
    let other = Diagnostic(
      .error, .unknownKey, "'z' is wrong",
      at: SourceLocation(path: "a.csv", line: 4, column: 1, length: 1, excerpt: "z"))
    #expect(
      (keys + [other]).sorted().listed.map(\.message) == [
        "'x' is wrong; 4 of this kind in the file: lines 2, 9, 16 …", "'z' is wrong",
      ])
    let few = Array(keys.prefix(3))
    #expect(few.listed == few)
  }

  @Test("Other findings are listed one by one")
  func others() {
    let many = (1...50).map { finding(.indicatorTarget, line: $0) }
    #expect(many.listed == many)
  }
}
