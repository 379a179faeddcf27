import Diagnostics

/// The offsets of a page's YAML and Markdown, in bytes of the file.
package struct FrontMatter {
  /// The range between the two `---` lines; nil for a page without front matter.
  package let yaml: Range<Int>?
  /// The offset of the Markdown.
  package let bodyStart: Int
  /// The line of `bodyStart`, 1-based.
  package let bodyLine: Int

  /// Front matter is a first line `---`, YAML, and a line `---` or `...`. A byte order mark and CRLF are accepted.
  package static func find(in source: SourceText) -> Checked<FrontMatter> {
    let bytes = source.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let other = otherFrontMatter(bytes, at: start) {
      return Checked(failed: [
        Diagnostic(
          .error, .yamlSyntax, "front matter must be YAML, not \(other)",
          hint: "write a line '---', then lines of 'key: value', then a line '---'",
          at: source.location(of: SourceRange(start: start, end: start + (other == "JSON" ? 1 : 3))))
      ])
    }
    guard isFence(bytes, at: start, of: UInt8(ascii: "-")) else {
      if let fence = lateFence(bytes, from: start) {
        return Checked(failed: [
          Diagnostic(
            .error, .yamlSyntax, "the front matter must begin on the first line, which is empty",
            hint: fence.line > 2 ? "delete the empty lines above '---'" : "delete the empty line above '---'",
            at: source.location(of: SourceRange(start: fence.start, end: fence.start + 3)))
        ])
      }
      if let fault = FrontMatterFault(source, from: start) { return Checked(failed: [fault.finding]) }
      return Checked(FrontMatter(yaml: nil, bodyStart: start, bodyLine: 1))
    }
    let yamlStart = nextLine(bytes, from: start)
    var lineStart = yamlStart
    var line = 2
    while lineStart < bytes.count {
      let next = nextLine(bytes, from: lineStart)
      if isFence(bytes, at: lineStart, of: UInt8(ascii: "-")) || isFence(bytes, at: lineStart, of: UInt8(ascii: ".")) {
        if let second = FrontMatterFault.second(source, from: next) { return Checked(failed: [second]) }
        return Checked(FrontMatter(yaml: yamlStart..<lineStart, bodyStart: next, bodyLine: line + 1))
      }
      lineStart = next
      line += 1
    }
    if let fault = FrontMatterFault.unclosed(source, from: yamlStart) { return Checked(failed: [fault]) }
    return Checked(failed: [
      Diagnostic(
        .error, .yamlSyntax, "front matter is not closed", hint: "add a line '---' after its last key",
        at: source.location(
          of: invisiblyBrokenFence(bytes, from: yamlStart) ?? SourceRange(start: start, end: start + 3)))
    ])
  }

  /// A line `---` below empty lines at the start of the file, if a key follows it and another such line.
  private static func lateFence(_ bytes: [UInt8], from start: Int) -> (start: Int, line: Int)? {
    // Nearly all texts begin with something.
    guard start < bytes.count, bytes[start] <= UInt8(ascii: " ") else { return nil }
    var lineStart = start
    var line = 1
    while lineStart < bytes.count, !isFence(bytes, at: lineStart, of: UInt8(ascii: "-")) {
      let next = nextLine(bytes, from: lineStart)
      guard bytes[lineStart..<next].allSatisfy({ $0 <= UInt8(ascii: " ") }) else { return nil }
      lineStart = next
      line += 1
    }
    guard lineStart < bytes.count else { return nil }
    let fence = lineStart
    lineStart = nextLine(bytes, from: fence)
    let first = bytes[lineStart..<nextLine(bytes, from: lineStart)]
    guard let byte = first.first, byte > UInt8(ascii: " "), byte != UInt8(ascii: "#"), first.contains(UInt8(ascii: ":"))
    else { return nil }
    while lineStart < bytes.count {
      if isFence(bytes, at: lineStart, of: UInt8(ascii: "-")) { return (fence, line) }
      lineStart = nextLine(bytes, from: lineStart)
    }
    return nil
  }

  /// The format of front matter that only other generators accept: TOML between `+++` lines, or a JSON object.
  private static func otherFrontMatter(_ bytes: [UInt8], at start: Int) -> String? {
    if isFence(bytes, at: start, of: UInt8(ascii: "+")) { return "TOML" }
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return nil }
    let inside = bytes[(start + 1)...].first { $0 > UInt8(ascii: " ") }
    return inside == UInt8(ascii: "\"") || inside == UInt8(ascii: "}") ? "JSON" : nil
  }

  private static func isFence(_ bytes: [UInt8], at start: Int, of mark: UInt8) -> Bool {
    guard start + 3 <= bytes.count, bytes[start] == mark, bytes[start + 1] == mark, bytes[start + 2] == mark else {
      return false
    }
    var index = start + 3
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      guard
        bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") || bytes[index] == UInt8(ascii: "\r")
      else { return false }
      index += 1
    }
    return true
  }

  /// The range of the first line that would be a fence without its invisible characters.
  private static func invisiblyBrokenFence(_ bytes: [UInt8], from start: Int) -> SourceRange? {
    var lineStart = start
    while lineStart < bytes.count {
      let next = nextLine(bytes, from: lineStart)
      // A fence has few characters, and the longest invisible one has three bytes.
      if next - lineStart < 64 {
        let visible = String(decoding: bytes[lineStart..<next], as: UTF8.self).unicodeScalars
          .filter { InvisibleCharacter($0) == nil && !$0.properties.isWhitespace }
        if visible.elementsEqual("---".unicodeScalars) {
          let end = bytes[lineStart..<next].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? next
          return SourceRange(start: lineStart, end: end)
        }
      }
      lineStart = next
    }
    return nil
  }

  private static func nextLine(_ bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
  }
}
