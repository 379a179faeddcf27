import Bytes
import Markup

extension MarkdownBody {
  /// Appends the page's HTML. The same document and rendering give the same bytes.
  package func render(into output: inout ByteBuffer, _ rendering: MarkdownRendering) {
    rendering.fill(self, into: &output)
  }

  /// Whether that would append nothing. Bytes outside of the holes decide it for nearly every text, without a look at them.
  package func isEmpty(_ rendering: MarkdownRendering) -> Bool {
    let start = prepared.start(rendering)
    let inHoles = prepared.holes[start.hole...].reduce(0) { $0 + Int($1.length) }
    if prepared.count - start.byte > inHoles { return false }
    var output = ByteBuffer()
    render(into: &output, rendering)
    return output.isEmpty
  }
}
