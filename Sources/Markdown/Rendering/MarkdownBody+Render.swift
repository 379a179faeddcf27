import Bytes
import Markup

extension MarkdownBody {
  /// Appends the page's HTML.
  package func render(into output: inout ByteBuffer, _ rendering: MarkdownRendering) {
    rendering.fill(self, into: &output)
  }

  /// Whether `render` would append nothing. Nearly every text has bytes outside its holes, so counting decides.
  package func isEmpty(_ rendering: MarkdownRendering) -> Bool {
    let start = prepared.start(rendering)
    let inHoles = prepared.holes[start.hole...].reduce(0) { $0 + Int($1.length) }
    if prepared.bytes.count - start.byte > inHoles { return false }
    var output = ByteBuffer()
    render(into: &output, rendering)
    return output.isEmpty
  }
}
