import Bytes
import Markup

extension Renderer {
  mutating func append(_ value: ViewValue, isEscaped: Bool, to output: inout ByteBuffer) {
    switch value {
    case .text(let text): append(text, isEscaped: isEscaped, to: &output)
    case .marked(let text, let slot):
      guard !text.isEmpty else { return }
      beginLine(in: &output)
      let start = output.count
      append(text, isEscaped: isEscaped, to: &output)
      printedSlots.append(PrintedSlot(slot: slot, place: start..<output.count))
    case .textSlice(let slice):
      guard !slice.isEmpty else { return }
      beginLine(in: &output)
      slice.withBytes { isEscaped ? output.appendEscaped($0, escapesApostrophe: true) : output.append(contentsOf: $0) }
    case .htmlSlice(let slice):
      guard !slice.isEmpty else { return }
      beginLine(in: &output)
      slice.withBytes { output.append(contentsOf: $0) }
    case .html(let html):
      guard !html.isEmpty else { return }
      beginLine(in: &output)
      output.append(html)
    case .late(let html):
      guard !html.isEmpty else { return }
      beginLine(in: &output)
      let start = output.count
      html.write(&output)
      if let slot = html.slot { printedSlots.append(PrintedSlot(slot: slot, place: start..<output.count)) }
    case .flag(let flag):
      beginLine(in: &output)
      output.append(literal: flag ? "true" : "false")
    case .absent, .view, .list, .items: break
    }
  }

  private mutating func append(_ text: String, isEscaped: Bool, to output: inout ByteBuffer) {
    guard !text.isEmpty else { return }
    beginLine(in: &output)
    if isEscaped { output.appendEscaped(text) } else { output.append(text: text) }
  }

  /// Text of a template, each of its lines indented as the inclusions around it say.
  mutating func appendLiteral(_ text: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
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
