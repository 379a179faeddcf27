// The invisible characters of a file that no text needs.

extension InvisibleCharacter {
  /// An invisible character, by its byte range in the file.
  package struct Occurrence: Hashable, Sendable {
    package let range: Range<Int>
    package let scalar: Unicode.Scalar
    /// Whether `check --fix` may remove it. Marks that turn Hebrew or Arabic text around are left for readers of these
    /// languages to judge.
    package let isSure: Bool

    /// Whether it is all that remains of a pasted picture or other object (U+FFFC).
    package var isObject: Bool { scalar.value == 0xFFFC }

    /// The text that should replace it.
    package func replacement(forLineBreak lineBreak: String) -> String {
      scalar.value == 0x2028 || scalar.value == 0x2029 ? lineBreak : ""
    }

    /// `U+200B`
    package var name: String { ControlCharacter.name(scalar) }
  }
}

extension SourceText {
  /// The characters in a byte range that nobody sees and no text needs, ascending: those without width, pasted objects,
  /// line separators, hidden tags, and marks of the writing direction in lines that have no letter written from right
  /// to left. Joiners, soft hyphens, variation selectors and wide spaces are part of texts, and so are a byte order
  /// mark at the start of the file, the zero-width space of Thai and Khmer, and the tags of flags.
  package func invisibleCharacters(in range: Range<Int>) -> [InvisibleCharacter.Occurrence] {
    bytes.withUnsafeBytes { bytes in
      var found: [InvisibleCharacter.Occurrence] = []
      var scan = InvisibleScan(bytes)
      var index = max(range.lowerBound, bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0)
      let end = min(range.upperBound, bytes.count)
      while let start = scan.next(from: index, to: end) {
        let place = scan.place(at: start, to: end)
        if let place { found.append(place) }
        index = place?.range.upperBound ?? start + 1
      }
      return found
    }
  }

  /// A warning for each line of a data file with such characters; one for the whole file if there are more than three
  /// lines.
  package func invisibleCharactersOfData(in range: Range<Int>? = nil) -> [Diagnostic] {
    let places = invisibleCharacters(in: range ?? 0..<bytes.count).filter { !isInComment($0.range.lowerBound) }
    guard !places.isEmpty else { return [] }
    let located = places.prefix(SourceText.mostInvisibleCharacters).map { place in
      (place, location(of: SourceRange(start: place.range.lowerBound, end: place.range.upperBound)))
    }
    let lines = Dictionary(grouping: located) { $0.1.line }.sorted { $0.key < $1.key }.map(\.value)
    return (lines.count > 3 ? [located] : lines).map { group in
      let edits = group.map { place, location in
        Diagnostic.Edit(
          line: location.line, column: location.column, old: String(place.scalar),
          new: place.replacement(forLineBreak: " "))
      }
      let isSure = group.allSatisfy { $0.0.isSure }
      return .invisible(group.map(\.0), at: group[0].1, edits: isSure ? edits : nil)
    }
  }

  /// The most invisible characters of one data file that are reported.
  private static let mostInvisibleCharacters = 1000

  /// Whether an offset is in a comment of YAML, which is never published. Looks no further back than people write on
  /// one line.
  private func isInComment(_ offset: Int) -> Bool {
    guard !path.hasSuffix(".csv") else { return false }
    var start = offset
    while start > 0, offset - start < 1000, bytes[start - 1] != newline, bytes[start - 1] != carriageReturn {
      start -= 1
    }
    var quote: UInt8?
    for index in start..<offset {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == nil { quote = bytes[index] } else if quote == bytes[index] { quote = nil }
      case UInt8(ascii: "#") where quote == nil && (index == start || bytes[index - 1] == UInt8(ascii: " ")):
        return true
      default: break
      }
    }
    return false
  }
}

extension Diagnostic {
  /// A warning of one or more invisible characters, the first at `location`. `edits` remove them.
  package static func invisible(
    _ places: [InvisibleCharacter.Occurrence], at location: SourceLocation, edits: [Edit]?
  ) -> Diagnostic {
    let number = places[0].name
    return Diagnostic(
      .warning, .invisibleCharacter,
      places.count == 1
        ? "an invisible character (\(number)) is here"
        : "the text has \(places.count) invisible characters, the first (\(number)) here",
      hint: edits == nil
        ? "it turns the text after it around: delete it, and read the line again"
        : places.count == 1
          ? "delete it: 'planpress check --fix' does it" : "delete them: 'planpress check --fix' does it", at: location,
      fix: edits.map {
        .edits(
          $0,
          description: places.count == 1
            ? "removed 1 invisible character" : "removed \(places.count) invisible characters")
      })
  }
}

// MARK: - Bytes

private struct InvisibleScan {
  private typealias Vector = SIMD16<UInt8>

  private let bytes: UnsafeRawBufferPointer
  /// The last line that was asked about: it may have thousands of marks.
  private var line = 0..<0
  private var isFromRightToLeft = false

  /// The tags of a flag of a region are at most these: `gbeng` and the end.
  private static let mostTags = 8

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// The offset of the next byte that may begin such a character, sixteen bytes at a time: nearly all texts have none.
  func next(from start: Int, to end: Int) -> Int? {
    var index = start
    while index &+ 18 <= end {
      let first = bytes.loadUnaligned(fromByteOffset: index, as: Vector.self)
      let second = bytes.loadUnaligned(fromByteOffset: index &+ 1, as: Vector.self)
      let third = bytes.loadUnaligned(fromByteOffset: index &+ 2, as: Vector.self)
      func are(_ bytes: Vector, _ byte: UInt8) -> SIMDMask<SIMD16<Int8>> { bytes .== Vector(repeating: byte) }
      // E2 80 and E2 81 without dashes and quotation marks; EF BB and EF BF; F3 A0; D8 9C.
      let isPlain = (third &- Vector(repeating: 0x90)) .< Vector(repeating: 0x10)
      let general = are(first, 0xE2) .& are(second | Vector(repeating: 1), 0x81) .& .!isPlain
      let wide = are(first, 0xEF) .& are(second | Vector(repeating: 4), 0xBF)
      let tags = are(first, 0xF3) .& are(second, 0xA0)
      let arabic = are(first, 0xD8) .& are(second, 0x9C)
      let words = unsafeBitCast((general .| wide) .| (tags .| arabic), to: SIMD2<UInt64>.self)
      if words[0] != 0 { return index &+ words[0].littleEndian.trailingZeroBitCount >> 3 }
      if words[1] != 0 { return index &+ 8 &+ words[1].littleEndian.trailingZeroBitCount >> 3 }
      index &+= 16
    }
    guard index < end else { return nil }
    return (index..<end).first { [0xE2, 0xEF, 0xF3, 0xD8].contains(bytes[$0]) }
  }

  /// The unwanted character at an offset of well-formed UTF-8; nil if there is another.
  mutating func place(at start: Int, to end: Int) -> InvisibleCharacter.Occurrence? {
    let length = bytes[start] >= 0xF0 ? 4 : bytes[start] >= 0xE0 ? 3 : 2
    guard start + length <= end,
      let scalar = String(decoding: bytes[start..<start + length], as: UTF8.self).unicodeScalars.first
    else { return nil }
    func place(isSure: Bool = true) -> InvisibleCharacter.Occurrence {
      InvisibleCharacter.Occurrence(range: start..<start + length, scalar: scalar, isSure: isSure)
    }
    switch scalar.value {
    case 0x200B: return isInScriptWithoutSpaces(before: start) ? nil : place()
    case 0x2060...0x2064, 0xFEFF, 0xFFFC, 0x2028, 0x2029: return place()
    // Tags hide a text; after a black flag they name a region.
    case 0xE0000...0xE007F: return isTagOfFlag(before: start) ? nil : place()
    case 0x202D, 0x202E: return place(isSure: !isInLineFromRightToLeft(start))
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202C, 0x2066...0x2069:
      return isInLineFromRightToLeft(start) ? nil : place()
    default: return nil
    }
  }

  /// Whether the character before is Thai, Lao, Burmese or Khmer, whose words a zero-width space parts.
  private func isInScriptWithoutSpaces(before index: Int) -> Bool {
    guard index >= 3 else { return false }
    switch (bytes[index - 3], bytes[index - 2]) {
    case (0xE0, 0xB8...0xBF), (0xE1, 0x80...0x82), (0xE1, 0x9E...0x9F): return true
    default: return false
    }
  }

  private func isTagOfFlag(before index: Int) -> Bool {
    var index = index
    var tags = 0
    while index >= 4, bytes[index - 4] == 0xF3, bytes[index - 3] == 0xA0, tags < InvisibleScan.mostTags {
      index -= 4
      tags += 1
    }
    return index >= 4 && bytes[(index - 4)..<index].elementsEqual([0xF0, 0x9F, 0x8F, 0xB4])
  }

  /// Whether the line has a letter of Hebrew, Arabic or a script like them: marks of the direction belong to such
  /// lines.
  private mutating func isInLineFromRightToLeft(_ index: Int) -> Bool {
    if line.contains(index) { return isFromRightToLeft }
    func isLineBreak(_ byte: UInt8) -> Bool { byte == newline || byte == carriageReturn }
    var (start, end) = (index, index)
    while start > 0, !isLineBreak(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, !isLineBreak(bytes[end]) { end += 1 }
    line = start..<end
    isFromRightToLeft = line.contains(where: isLetterFromRightToLeft)
    return isFromRightToLeft
  }

  private func isLetterFromRightToLeft(_ index: Int) -> Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    return switch bytes[index] {
    // U+0590 to U+07FF without the marks before the Arabic letters, and the presentation forms.
    case 0xD6: next >= 0x90
    case 0xD8: next >= 0xA0
    case 0xD7, 0xD9...0xDF: true
    case 0xEF: next == 0xAC || next == 0xAD || (0xAF...0xBA).contains(next)
    default: false
    }
  }
}

// MARK: - What they explain

extension [Diagnostic] {
  /// The findings, without warnings of an invisible character that another finding on its line explains: that one names
  /// it, and takes over its fix.
  package var withInvisibleCharactersExplained: [Diagnostic] {
    let warnings = filter { $0.code == .invisibleCharacter }
    guard !warnings.isEmpty else { return self }
    let byLine = Dictionary(warnings.map { (FileLine($0.location), $0) }) { $1 }
    var explained: Set<Diagnostic> = []
    let others = filter { $0.code != .invisibleCharacter }.map { finding in
      guard let warning = byLine[FileLine(finding.location)],
        case .edits(let edits, _)? = warning.fix, edits.count == 1,
        InvisibleCharacter.hint(for: finding.code, at: finding.location) != nil
      else { return finding }
      explained.insert(warning)
      return finding.with(fix: finding.fix ?? warning.fix)
    }
    return others + warnings.filter { !explained.contains($0) }
  }
}

private struct FileLine: Hashable {
  let path: String
  let number: Int

  init(_ location: SourceLocation) {
    path = location.path
    number = location.line
  }
}
