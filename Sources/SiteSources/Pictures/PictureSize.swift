/// The width and height of a picture, as its file states them.
package struct PictureSize: Hashable, Sendable {
  /// In CSS pixels, at least 1.
  package let width: Int
  package let height: Int

  /// Nil for a size that no picture has.
  init?(_ width: Int, _ height: Int) {
    guard width > 0, height > 0, width <= 1 << 20, height <= 1 << 20 else { return nil }
    self.width = width
    self.height = height
  }
}

extension PictureSize {
  /// The endings of the formats whose size is read. Which of them a file is follows from its bytes.
  static let endings: Set<String> = ["png", "gif", "jpg", "jpeg", "jfif", "webp", "svg"]

  /// The size that the beginning of a file gives, if any.
  enum Reading: Hashable, Sendable {
    case size(PictureSize)
    /// An SVG without a size of its own: it fills the room that it gets.
    case sizeless
    /// The size is further on in the file.
    case unfinished
    /// The file has none of the formats, or is broken.
    case broken
  }

  /// Reads the size from the beginning of a file. Browsers tell the other formats apart by their bytes, and an SVG by
  /// its ending.
  static func read(_ bytes: [UInt8], isSVG: Bool) -> Reading {
    if isSVG { return svg(bytes) }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return png(bytes) }
    if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) { return gif(bytes) }
    if bytes.starts(with: [0xFF, 0xD8]) { return jpeg(bytes) }
    if bytes.starts(with: Array("RIFF".utf8)) { return webp(bytes) }
    return .broken
  }

  private static func reading(_ width: Int, _ height: Int) -> Reading {
    PictureSize(width, height).map(Reading.size) ?? .broken
  }

  /// PNG, third edition, §11.2.1: the header chunk comes first.
  private static func png(_ bytes: [UInt8]) -> Reading {
    guard bytes.count >= 24, Array(bytes[12..<16]) == Array("IHDR".utf8) else { return .broken }
    return reading(bigEndian(bytes[16..<20]), bigEndian(bytes[20..<24]))
  }

  /// GIF89a, §18.
  private static func gif(_ bytes: [UInt8]) -> Reading {
    guard bytes.count >= 10 else { return .broken }
    return reading(littleEndian(bytes[6..<8]), littleEndian(bytes[8..<10]))
  }

  /// ITU-T T.81, Annex B: segments up to the one that starts the frame. A picture that its camera turned by a quarter,
  /// as the orientation in Exif says, is as wide as the frame is high.
  private static func jpeg(_ bytes: [UInt8]) -> Reading {
    var index = 2
    var isTurned = false
    while true {
      // Any number of 0xFF may precede a marker.
      while index < bytes.count, bytes[index] == 0xFF { index += 1 }
      guard index < bytes.count else { return .unfinished }
      let marker = bytes[index]
      index += 1
      if marker == 0x01 || (0xD0...0xD7).contains(marker) { continue }
      guard marker >= 0xC0, marker != 0xD8, marker != 0xD9, marker != 0xDA else { return .broken }
      guard index + 2 <= bytes.count else { return .unfinished }
      let length = bigEndian(bytes[index..<index + 2])
      guard length >= 2 else { return .broken }
      if (0xC0...0xCF).contains(marker), marker != 0xC4, marker != 0xC8, marker != 0xCC {
        guard index + 7 <= bytes.count else { return .unfinished }
        let (height, width) = (bigEndian(bytes[index + 3..<index + 5]), bigEndian(bytes[index + 5..<index + 7]))
        return isTurned ? reading(height, width) : reading(width, height)
      }
      if marker == 0xE1, index + length <= bytes.count { isTurned = isQuarterTurn(bytes[index + 2..<index + length]) }
      index += length
      guard index < bytes.count else { return .unfinished }
      guard bytes[index] == 0xFF else { return .broken }
    }
  }

  /// Whether Exif (CIPA DC-008, §4.6.4: tag 0x0112) has an orientation from 5 to 8.
  private static func isQuarterTurn(_ segment: ArraySlice<UInt8>) -> Bool {
    let head = Array("Exif\0\0".utf8)
    guard segment.starts(with: head) else { return false }
    let tiff = Array(segment.dropFirst(head.count))
    guard tiff.count >= 8, tiff[0] == tiff[1], tiff[0] == UInt8(ascii: "I") || tiff[0] == UInt8(ascii: "M") else {
      return false
    }
    let number = tiff[0] == UInt8(ascii: "I") ? littleEndian : bigEndian
    let start = number(tiff[4..<8])
    guard start >= 8, start + 2 <= tiff.count else { return false }
    for entry in 0..<number(tiff[start..<start + 2]) {
      let at = start + 2 + entry * 12
      guard at + 12 <= tiff.count else { return false }
      if number(tiff[at..<at + 2]) == 0x0112 { return (5...8).contains(number(tiff[at + 8..<at + 10])) }
    }
    return false
  }

  /// RFC 9649: `VP8 `, `VP8L` or `VP8X`.
  private static func webp(_ bytes: [UInt8]) -> Reading {
    guard bytes.count >= 30, Array(bytes[8..<12]) == Array("WEBP".utf8) else { return .broken }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8 ":
      guard bytes[23] == 0x9D, bytes[24] == 0x01, bytes[25] == 0x2A else { return .broken }
      return reading(littleEndian(bytes[26..<28]) & 0x3FFF, littleEndian(bytes[28..<30]) & 0x3FFF)
    case "VP8L":
      guard bytes[20] == 0x2F else { return .broken }
      let packed = littleEndian(bytes[21..<25])
      return reading((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1)
    case "VP8X": return reading(littleEndian(bytes[24..<27]) + 1, littleEndian(bytes[27..<30]) + 1)
    default: return .broken
    }
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
  private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

// MARK: - SVG

extension PictureSize {
  /// The size in the attributes of the first element, or else that of its `viewBox`; SVG 2, §8.2 and §8.6.
  private static func svg(_ bytes: [UInt8]) -> Reading {
    guard let attributes = attributesOfRoot(bytes) else {
      return bytes.contains(UInt8(ascii: "<")) && !bytes.contains(0) && isTag(bytes) ? .unfinished : .broken
    }
    let box = (attributes["viewBox"] ?? "").split { " ,\t\n\r".contains($0) }.compactMap { Double($0) }
    let (width, height) = (pixels(attributes["width"]), pixels(attributes["height"]))
    if let width, let height { return rounded(width, height) }
    guard box.count == 4, box[2] > 0, box[3] > 0 else { return .sizeless }
    if let width { return rounded(width, width * box[3] / box[2]) }
    if let height { return rounded(height * box[2] / box[3], height) }
    return rounded(box[2], box[3])
  }

  private static func rounded(_ width: Double, _ height: Double) -> Reading {
    guard width < 1e6, height < 1e6, width > 0, height > 0 else { return .broken }
    return reading(max(1, Int(width.rounded())), max(1, Int(height.rounded())))
  }

  /// A length in CSS pixels; nil for a percentage, `auto` and units of the text.
  private static func pixels(_ text: String?) -> Double? {
    guard let text = text?.filter({ $0 != " " }) else { return nil }
    let units: [(name: String, pixels: Double)] = [
      ("px", 1), ("pt", 96.0 / 72), ("pc", 16), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("in", 96),
    ]
    for unit in units where text.hasSuffix(unit.name) { return Double(text.dropLast(2)).map { $0 * unit.pixels } }
    return Double(text)
  }

  private static func isTag(_ bytes: [UInt8]) -> Bool {
    bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF } == UInt8(ascii: "<")
  }

  /// The attributes of the first element if it is `svg`; nil if the text ends before, or is something else.
  private static func attributesOfRoot(_ bytes: [UInt8]) -> [String: String]? {
    guard isTag(bytes) else { return nil }
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      let end: String = rest.hasPrefix("<!--") ? "-->" : rest.hasPrefix("<?") ? "?>" : ">"
      guard let close = rest.firstRange(of: end) else { return nil }
      let tag = rest[rest.index(after: start)..<close.lowerBound]
      rest = rest[close.upperBound...]
      if tag.hasPrefix("?") || tag.hasPrefix("!") { continue }
      guard let name = tag.split(whereSeparator: \.isWhitespace).first, name == "svg" || name.hasSuffix(":svg") else {
        return nil
      }
      return attributes(in: tag.dropFirst(name.count))
    }
    return nil
  }

  private static func attributes(in tag: Substring) -> [String: String] {
    var found: [String: String] = [:]
    var rest = tag
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
      rest = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      guard let quote = rest.first, quote == "\"" || quote == "'" else { break }
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: quote) else { break }
      found[name] = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
    }
    return found
  }
}
