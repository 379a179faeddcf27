import Markup

extension Renderer {
  mutating func append(_ value: ViewValue, isEscaped: Bool, to output: inout [UInt8]) {
    switch value {
    case .text(var text):
      guard !text.isEmpty else { return }
      beginLine(in: &output)
      text.withUTF8 { utf8 in
        if isEscaped, needsEscaping(utf8) {
          output.appendEscaped(utf8)
        } else {
          output.append(contentsOf: utf8)
        }
      }
    case .html(let html):
      guard !html.isEmpty else { return }
      beginLine(in: &output)
      output.append(contentsOf: html.bytes)
    case .flag(let flag):
      beginLine(in: &output)
      output.append(contentsOf: (flag ? "true" : "false").utf8)
    case .absent, .view, .list, .items: break
    }
  }

  /// Text of a template, each of its lines indented as the inclusions around it say.
  mutating func appendLiteral(_ range: Range<Int>, to output: inout [UInt8]) {
    guard !indentation.isEmpty else {
      program.text.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
      return
    }
    var start = range.lowerBound
    while start < range.upperBound {
      beginLine(in: &output)
      let rest = program.text[start..<range.upperBound]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? range.upperBound
      output.append(contentsOf: program.text[start..<end])
      isAtLineStart = program.text[end - 1] == UInt8(ascii: "\n")
      start = end
    }
  }

  private mutating func beginLine(in output: inout [UInt8]) {
    guard isAtLineStart, !indentation.isEmpty else { return }
    output.append(contentsOf: indentation)
    isAtLineStart = false
  }
}

/// Most text needs none, and is then copied in one piece.
private func needsEscaping(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
  for byte in utf8 where byte < 0x40 {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): return true
    default: continue
    }
  }
  return false
}
