import Bytes
import Markup

/// Appends values and template text to the output, indented as the inclusions around them say.
struct IndentedWriter {
  /// Put before every line of template text.
  var indentation: [UInt8] = []
  /// Whether the next byte begins a line. Kept only while there is an indentation.
  var isAtLineStart = false

  mutating func append(_ value: ViewValue, isEscaped: Bool, to output: inout ByteBuffer) {
    switch value {
    case .text(let text):
      guard !text.isEmpty else { return }
      beginLine(in: &output)
      if isEscaped { output.appendEscaped(text) } else { output.append(text: text) }
    case .textSlice(let slice):
      guard !slice.isEmpty else { return }
      beginLine(in: &output)
      slice.withBytes { isEscaped ? output.appendEscaped($0, escapesApostrophe: true) : output.append(contentsOf: $0) }
    case .html(let html):
      guard !html.isEmpty else { return }
      beginLine(in: &output)
      output.append(html)
    case .htmlSlice(let slice):
      guard !slice.isEmpty else { return }
      beginLine(in: &output)
      slice.withBytes { output.append(contentsOf: $0) }
    case .deferred(let html):
      guard !html.isEmpty else { return }
      beginLine(in: &output)
      html.write(&output)
    case .flag(let flag):
      beginLine(in: &output)
      output.append(literal: flag ? "true" : "false")
    case .absent, .view, .list, .items, .members: break
    }
  }

  /// Appends text of a template.
  mutating func append(literal text: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
    guard !indentation.isEmpty else { return output.append(contentsOf: text) }
    var start = 0
    while start < text.count {
      beginLine(in: &output)
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
      isAtLineStart = text[end - 1] == UInt8(ascii: "\n")
      start = end
    }
  }

  private mutating func beginLine(in output: inout ByteBuffer) {
    guard isAtLineStart, !indentation.isEmpty else { return }
    output.append(contentsOf: indentation)
    isAtLineStart = false
  }
}
