import Markup

extension MarkdownDocument {
  /// Appends the page's HTML. The same document and rendering give the same bytes.
  package func render(into output: inout [UInt8], _ rendering: MarkdownRendering) {
    var renderer = HTMLRenderer(document: self, rendering: rendering, output: output)
    output = []
    renderer.renderPage()
    output = renderer.output
  }
}
