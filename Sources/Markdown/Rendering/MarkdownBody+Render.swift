import Markup

extension MarkdownBody {
  /// Appends the page's HTML. The same document and rendering give the same bytes.
  package func render(into output: inout [UInt8], _ rendering: MarkdownRendering) {
    var filler = HoleFiller(body: self, rendering: rendering)
    filler.fill()
    if output.isEmpty { output = filler.output.array } else { output += filler.output.array }
  }
}
