import Diagnostics

/// Why bytes are not JSON as planpress writes it.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  package let message: Message
  /// In bytes.
  package let offset: Int

  package init(message: Message, offset: Int) {
    self.message = message
    self.offset = offset
  }
}

extension JSONValue {
  /// Parses JSON that planpress wrote, such as the record of external links. Strict RFC 8259 without
  /// fractions and exponents. More than 128 levels, a repeated key, an integer beyond 64 bits and invalid UTF-8 are errors.
  ///
  /// Another program's JSON may be nested more deeply, and have fractions, which are cut off.
  package init(
    parsing bytes: [UInt8], deepestNesting: Int = 128, cutsFractions: Bool = false
  ) throws(JSONSyntaxError) {
    var parser = JSONParser(bytes, deepestNesting: deepestNesting, cutsFractions: cutsFractions)
    self = try parser.text()
  }
}

private struct JSONParser {
  private let bytes: [UInt8]
  private let deepestNesting: Int
  private let cutsFractions: Bool
  private var index = 0

  init(_ bytes: [UInt8], deepestNesting: Int, cutsFractions: Bool) {
    self.bytes = bytes
    self.deepestNesting = deepestNesting
    self.cutsFractions = cutsFractions
  }

  mutating func text() throws(JSONSyntaxError) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    guard index == bytes.count else { throw error("text after the value") }
    return value
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    guard depth <= deepestNesting else { throw error("nested too deeply") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case .some(UInt8(ascii: "0")...UInt8(ascii: "9")), UInt8(ascii: "-"): return try integer()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw error("a value is missing")
    }
  }

  private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    index += 1
    var members: [JSONValue.Member] = []
    var keys = UniqueKeys()
    while true {
      skipSpace()
      if members.isEmpty, skip("}") { return .object([]) }
      guard next == UInt8(ascii: "\"") else { throw error("a key is missing") }
      let key = try string()
      guard keys.insert(key) else { throw error("the key '\(key)' is repeated") }
      skipSpace()
      guard skip(":") else { throw error("':' is missing") }
      members.append(JSONValue.Member(key, try value(depth: depth + 1)))
      skipSpace()
      if skip("}") { return .object(members) }
      guard skip(",") else { throw error("',' or '}' is missing") }
    }
  }

  private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    index += 1
    var items: [JSONValue] = []
    skipSpace()
    if skip("]") { return .array([]) }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if skip("]") { return .array(items) }
      guard skip(",") else { throw error("',' or ']' is missing") }
    }
  }
}

// MARK: - Scalars

extension JSONParser {
  private mutating func integer() throws(JSONSyntaxError) -> JSONValue {
    let start = index
    _ = skip("-")
    let digits = index
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    // RFC 8259 §6: no leading zeros.
    let hasLeadingZero = index - digits > 1 && bytes[digits] == UInt8(ascii: "0")
    guard !hasLeadingZero, let value = Int(String(decoding: bytes[start..<index], as: UTF8.self)) else {
      throw error("not an integer")
    }
    if cutsFractions { skipFraction() }
    return .integer(value)
  }

  /// `.5e-3`
  private mutating func skipFraction() {
    while let byte = next {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"),
        UInt8(ascii: "+"), UInt8(ascii: "-"):
        index += 1
      default: return
      }
    }
  }

  private mutating func string() throws(JSONSyntaxError) -> String {
    index += 1
    var chunk = index
    // Stays empty unless the string contains escapes.
    var unescaped: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        let last = bytes[chunk..<index]
        let text =
          if unescaped.isEmpty {
            String(validating: last, as: UTF8.self)
          } else {
            String(validating: unescaped + last, as: UTF8.self)
          }
        guard let text else { throw error("the text is not UTF-8") }
        index += 1
        return text
      case UInt8(ascii: "\\"):
        unescaped.append(contentsOf: bytes[chunk..<index])
        index += 1
        unescaped.append(contentsOf: String(try escape()).utf8)
        chunk = index
      case 0..<0x20: throw error("a control character in a string")
      default: index += 1
      }
    }
    throw error("the string is not closed")
  }

  private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
    guard let letter = next else { throw error("the string is not closed") }
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try codeUnit()
      if let scalar = Unicode.Scalar(first) { return scalar }
      guard (0xD800..<0xDC00).contains(first), skip("\\"), skip("u") else { throw error("half a surrogate pair") }
      let second = try codeUnit()
      guard (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { throw error("half a surrogate pair") }
      return scalar
    default: throw error("an unknown escape")
    }
  }

  private mutating func codeUnit() throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("'\\u' needs four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
    let isThere = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
    guard isThere else { throw error("a value is missing") }
    index += word.utf8CodeUnitCount
    return value
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private func error(_ message: Message) -> JSONSyntaxError {
    JSONSyntaxError(message: message, offset: index)
  }
}

/// Searches few keys linearly, and hashes many.
private struct UniqueKeys {
  private var few: [String] = []
  private var many: Set<String> = []

  /// False if the key is repeated.
  mutating func insert(_ key: String) -> Bool {
    if !many.isEmpty { return many.insert(key).inserted }
    guard !few.contains(key) else { return false }
    few.append(key)
    if few.count > 16 { many = Set(few) }
    return true
  }
}
