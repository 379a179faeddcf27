import Markup

extension MarkdownDocument {
  /// Appends the page's HTML. The same document and rendering give the same bytes.
  package func render(into output: inout [UInt8], _ rendering: MarkdownRendering) {
    var filler = HoleFiller(document: self, rendering: rendering, output: output)
    output = []
    filler.fill()
    output = filler.output
  }
}
