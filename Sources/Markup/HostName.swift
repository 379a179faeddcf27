/// The host of a URL, with its port if it has one, in the form that requests use: a host of ASCII characters is
/// unchanged, and each label in another script is encoded (RFC 5891 §4.4). Nil for a text that is not a host, or that
/// has a user's name.
package func asciiHost(_ text: some StringProtocol) -> String? {
  if text.utf8.first == UInt8(ascii: "[") { return isBracketed(text) ? String(text) : nil }
  let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
  guard let name = parts.first, let host = encoded(name) else { return nil }
  guard parts.count == 2 else { return host }
  guard (1...5).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
  return "\(host):\(parts[1])"
}

/// An address of IP version 6, `[::1]:8080`. Only its characters are checked.
private func isBracketed(_ text: some StringProtocol) -> Bool {
  guard let end = text.utf8.firstIndex(of: UInt8(ascii: "]")) else { return false }
  let port = text.utf8[end...].dropFirst()
  return text.utf8[..<end].dropFirst().allSatisfy { "0123456789abcdefABCDEF:.".utf8.contains($0) }
    && (port.isEmpty || port.first == UInt8(ascii: ":") && port.dropFirst().allSatisfy { (48...57).contains($0) })
}

private func encoded(_ name: some StringProtocol) -> String? {
  if name.utf8.allSatisfy({ $0 < 0x80 }) { return isHost(name) ? String(name) : nil }
  var labels: [[Unicode.Scalar]] = [[]]
  for scalar in name.unicodeScalars {
    switch scalar {
    case ".", "\u{3002}", "\u{FF0E}", "\u{FF61}": labels.append([])
    // Full-width letters and digits are the ASCII characters that they look like.
    case "\u{FF01}"..."\u{FF5E}":
      guard let narrow = Unicode.Scalar(scalar.value - 0xFEE0) else { return nil }
      add(narrow, to: &labels[labels.count - 1])
    default: add(scalar, to: &labels[labels.count - 1])
    }
  }
  var encoded: [String] = []
  for label in labels {
    if label.allSatisfy(\.isASCII) {
      encoded.append(String(String.UnicodeScalarView(label)))
    } else {
      guard label.allSatisfy(\.standsInHost), let text = Punycode.encoded(label) else { return nil }
      encoded.append("xn--\(text)")
    }
  }
  let host = encoded.joined(separator: ".")
  return isHost(host) ? host : nil
}

/// Letters, digits, `-` and `_` in labels of 1 to 63 bytes, RFC 1035 §2.3.4; a point may end the host.
private func isHost(_ text: some StringProtocol) -> Bool {
  var labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
  return text.utf8.count <= 254
    && labels.allSatisfy { label in
      (1...Punycode.longestLabel).contains(label.count)
        && label.allSatisfy { byte in
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (48...57).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
    }
}

/// Adds a scalar in lower case, composed with the one before it if the two are one letter (form C of Unicode, which
/// RFC 5891 §4.1 asks for).
private func add(_ scalar: Unicode.Scalar, to label: inout [Unicode.Scalar]) {
  for lower in scalar.properties.lowercaseMapping.unicodeScalars {
    if lower.properties.generalCategory == .nonspacingMark, let last = label.last,
      let letter = letter(composedOf: last, lower)
    {
      label[label.count - 1] = letter
    } else {
      label.append(lower)
    }
  }
}

/// `é` for `e` and a combining accent. A search by canonical equivalence, since a host has few such letters.
private func letter(composedOf base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
  let pair = String(String.UnicodeScalarView([base, mark]))
  // Latin, Greek, Cyrillic and kana: where letters that are written with marks are.
  let blocks: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x370...0x4FF, 0x1E00...0x1FFF, 0x3040...0x30FF]
  return blocks.lazy.joined().lazy.compactMap { Unicode.Scalar($0) }.first { String($0) == pair }
}

extension Unicode.Scalar {
  /// Letters, marks, digits and `-`, RFC 5892 §2 in outline.
  fileprivate var standsInHost: Bool {
    switch properties.generalCategory {
    case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      true
    default: self == "-" || self == "·" || self == "・"
    }
  }
}
