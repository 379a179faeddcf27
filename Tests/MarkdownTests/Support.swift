import Bytes
import Diagnostics
import Testing

@testable import Markdown

/// A text parsed as a page of a site.
struct Page {
  let document: MarkdownDocument
  let diagnostics: [Diagnostic]

  init(_ text: String, options: MarkdownOptions = .site) {
    let checked = MarkdownDocument.parse(
      SourceText(path: "page.md", text: text), from: 0, firstLine: 1, options: options)
    guard let document = checked.value else { preconditionFailure("the text is refused") }
    self.document = document
    diagnostics = checked.diagnostics
  }

  func html(_ rendering: MarkdownRendering = MarkdownRendering()) -> String {
    var output = ByteBuffer()
    document.body.render(into: &output, rendering)
    #expect(output.isEmpty == document.body.isEmpty(rendering))
    return String(decoding: output.array, as: UTF8.self)
  }

  /// All findings, as printed in a terminal.
  var report: String { DiagnosticPrinter(format: .text).print(diagnostics) }

  /// The findings of a text whose headings have nothing below them, or that has several titles, without these two.
  var reportBeyondOutline: String {
    DiagnosticPrinter(format: .text).print(diagnostics.filter { $0.code != .emptySection && $0.code != .secondTitle })
  }
}

/// One case of a table.
struct Case: CustomTestStringConvertible, Sendable {
  let label: String
  let markdown: String
  let html: String

  init(_ label: String, _ markdown: String, _ html: String) {
    self.label = label
    self.markdown = markdown
    self.html = html
  }

  var testDescription: String { label }

  /// Expects that the text renders to the HTML, without a finding.
  func check(_ rendering: MarkdownRendering = MarkdownRendering()) {
    let page = Page(markdown)
    #expect(page.html(rendering) == html)
    #expect(page.report == "")
  }
}
