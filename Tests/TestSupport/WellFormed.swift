import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads published files back, as browsers and other programs do.
package enum WellFormed {
  /// The first error in an XML document; nil if it is well-formed.
  package static func problem(inXML data: Data) -> String? {
    let parser = XMLParser(data: data)
    return parser.parse() ? nil : "not well-formed XML: \(parser.parserError.map { "\($0)" } ?? "")"
  }

  package static func problem(inJSON data: Data) -> String? {
    do {
      _ = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
      return nil
    } catch {
      return "no JSON: \(error)"
    }
  }

  /// The first error in an HTML page: a tag without its partner, a character that HTML does not allow, an attribute
  /// twice or without its closing quotation mark. HTML Standard §13.1.
  package static func problem(inHTML data: Data) -> String? {
    guard let text = String(validating: data, as: UTF8.self) else { return "not UTF-8" }
    let forbidden = text.unicodeScalars.first {
      $0.value < 0x20 && ![0x9, 0xA, 0xD].contains($0.value) || (0x7F...0x9F).contains($0.value)
        || $0.value & 0xFFFE == 0xFFFE
    }
    if let forbidden { return "has U+\(String(forbidden.value, radix: 16))" }
    var reader = TagReader(Array(text.utf8))
    return reader.problem()
  }
}

/// Matches the tags of a page.
private struct TagReader {
  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
  /// The content of these is no markup.
  private static let raw: Set<String> = ["script", "style", "textarea", "title"]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func problem() -> String? {
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      if let problem = tag() { return problem }
    }
    return open.isEmpty ? nil : "<\(open.joined(separator: "> <"))> is not closed"
  }

  private mutating func tag() -> String? {
    if starts("!--") {
      guard let end = find("-->") else { return "a comment is not closed" }
      index = end
      return nil
    }
    if starts("!") {
      guard let end = find(">") else { return "a declaration is not closed" }
      index = end
      return nil
    }
    let isEnd = starts("/")
    if isEnd { index += 1 }
    let name = word { !isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }.lowercased()
    guard name.utf8.first.map({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) == true else {
      return "'<' without a tag at byte \(index)"
    }
    var isClosed = false
    var names: Set<String> = []
    while true {
      while index < bytes.count, isSpace(bytes[index]) { index += 1 }
      guard index < bytes.count else { return "<\(name) does not end" }
      if bytes[index] == UInt8(ascii: ">") { break }
      if bytes[index] == UInt8(ascii: "/") {
        isClosed = true
        index += 1
        continue
      }
      let attribute = word { !isSpace($0) && ![UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "=")].contains($0) }
      guard !attribute.isEmpty, !attribute.contains("\""), !attribute.contains("<") else {
        return "<\(name)> has an attribute '\(attribute)'"
      }
      guard names.insert(attribute.lowercased()).inserted else { return "<\(name)> has '\(attribute)' twice" }
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      guard index < bytes.count else { return "<\(name) does not end" }
      if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
        guard let end = bytes[(index + 1)...].firstIndex(of: bytes[index]) else {
          return "a value of <\(name)> does not end"
        }
        index = end + 1
      } else {
        _ = word { !isSpace($0) && $0 != UInt8(ascii: ">") }
      }
    }
    index += 1
    if isEnd {
      guard open.popLast() == name else { return "</\(name)> closes nothing at byte \(index)" }
    } else if TagReader.raw.contains(name), !isClosed {
      guard let end = find("</\(name)>") else { return "<\(name)> is not closed" }
      index = end
    } else if !isClosed, !TagReader.void.contains(name) {
      open.append(name)
    }
    return nil
  }

  private func starts(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  /// The index after the next `text`.
  private func find(_ text: String) -> Int? {
    let wanted = Array(text.utf8)
    var start = index
    while let found = bytes[start...].firstIndex(of: wanted[0]) {
      if bytes[found...].starts(with: wanted) { return found + wanted.count }
      start = found + 1
    }
    return nil
  }

  private mutating func word(while belongs: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, belongs(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (9...13).contains(byte) }
