/// The string literals of a Swift file, with a hole such as `%1` for each interpolation, as `Message` has them.
struct SwiftLiterals {
  struct Literal {
    let template: String
    /// 1-based.
    let line: Int
    /// Whether the literal is an argument of a `precondition`, which speaks to us and not to an author.
    let isPrecondition: Bool
  }

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  private(set) var literals: [Literal] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "/") where starts("//"): skip(to: "\n")
      case UInt8(ascii: "#") where starts("#\"\"\""): skip(to: "\"\"\"#")
      case UInt8(ascii: "#") where starts("#\""):
        index += 1
        literal(isRaw: true)
      case UInt8(ascii: "\""): literal(isRaw: false)
      default: advance()
      }
    }
  }

  private mutating func advance() {
    if bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    index += 1
  }

  private func starts(_ text: StaticString) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  private mutating func skip(to end: StaticString) {
    advance()
    while index < bytes.count, !starts(end) { advance() }
    for _ in 0..<end.utf8CodeUnitCount where index < bytes.count { advance() }
  }

  private mutating func literal(isRaw: Bool) {
    let (first, start, firstLine) = (lineStart, index, line)
    let isMultiline = starts("\"\"\"")
    index += isMultiline ? 3 : 1
    var template: [UInt8] = []
    var holes = 0
    while index < bytes.count, !(isMultiline ? starts("\"\"\"") : bytes[index] == UInt8(ascii: "\"")) {
      if isMultiline, starts("\n") || starts("\\\n") {
        if starts("\n"), !template.isEmpty { template.append(UInt8(ascii: "\n")) }
        if starts("\\") { index += 1 }
        advance()
        // The indentation of the source is not part of the text.
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
      } else if isRaw || bytes[index] != UInt8(ascii: "\\") {
        template.append(bytes[index])
        index += 1
      } else if starts("\\(") {
        holes += 1
        template += Array("%\(holes)".utf8)
        hole()
      } else {
        // Replaces the escapes that messages use by their character.
        template.append(starts("\\n") ? UInt8(ascii: "\n") : bytes[index + 1])
        index += 2
      }
    }
    index += isMultiline ? 3 : 1
    if isMultiline, template.last == UInt8(ascii: "\n") { template.removeLast() }
    // A precondition that breaks its line has its text on the next one.
    var begin = max(0, first - 2)
    while begin > 0, bytes[begin - 1] != UInt8(ascii: "\n") { begin -= 1 }
    let before = String(decoding: bytes[begin..<start], as: UTF8.self)
    literals.append(
      Literal(
        template: String(decoding: template, as: UTF8.self), line: firstLine,
        isPrecondition: before.contains("precondition") || before.contains("fatalError")))
  }

  /// An interpolation may contain literals of its own.
  private mutating func hole() {
    index += 2
    var depth = 1
    while index < bytes.count, depth > 0 {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        literal(isRaw: false)
        continue
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      advance()
    }
  }
}
