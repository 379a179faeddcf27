import Bytes
import Diagnostics
import Markdown
import SiteSources

/// Renders a single Markdown text, without a site.
package enum MarkdownPreview {
  /// The HTML of a Markdown text. Messages show `path` as its file.
  package static func html(of bytes: [UInt8], path: String, isPlain: Bool, isUnsafe: Bool) -> Checked<[UInt8]> {
    if isPlain { return Checked(MarkdownDocument.renderPlain(bytes, unsafe: isUnsafe)) }
    let source = SourceText(path: path, bytes: bytes)
    let faults = source.encodingFaults
    let controls = faults.invalid == nil ? faults.control.map(source.controlCharacters) ?? [] : []
    let found = FrontMatter.find(in: source)
    guard let frontMatter = found.value else { return Checked(failed: found.diagnostics) }
    let parsed = MarkdownDocument.parse(
      source, from: frontMatter.bodyStart, firstLine: frontMatter.bodyLine,
      options: MarkdownOptions(allowsRawHTML: isUnsafe))
    return parsed.adding(controls).map { document in
      var output = ByteBuffer()
      document.body.render(into: &output, MarkdownRendering())
      return output.array
    }
  }
}
