import Diagnostics

// Invisible characters in all text except code and comments, including names, addresses and attributes.

extension DocumentReader {
  /// Further edits are left to the next `check --fix`.
  private static let mostInvisibleEdits = 10_000

  /// U+FFFD replaces a character that a program did not know.
  private mutating func findLost(_ slips: inout Slips) {
    let bytes = source.bytes
    var places: [Int] = []
    var index = body.start
    while let start = bytes[index...].firstIndex(of: 0xEF) {
      index = start + 1
      if start + 2 < bytes.count, bytes[start + 1] == 0xBF, bytes[start + 2] == 0xBD { places.append(start) }
    }
    guard !places.isEmpty else { return }
    let opaque = codeRanges(withHTML: true)
    places.removeAll { place in opaque.contains { $0.contains(place) } }
    guard let first = places.first else { return }
    slips.findings.append(
      slip(
        .lostCharacter,
        places.count == 1
          ? "a character was lost here: U+FFFD is in its place"
          : "\(places.count) characters were lost, the first here: U+FFFD is in its place",
        hint: "look it up in the original, and type it", at: first..<first + 3))
  }

  mutating func findInvisible(_ slips: inout Slips) {
    findLost(&slips)
    let found = source.invisibleCharacters(in: body.start..<source.bytes.count)
    guard !found.isEmpty else { return }
    let opaque = codeRanges(withHTML: true).sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    var shown: [InvisibleCharacter.Occurrence] = []
    for place in found {
      while next < opaque.count, opaque[next].upperBound <= place.range.lowerBound { next += 1 }
      if next < opaque.count, opaque[next].lowerBound <= place.range.lowerBound { continue }
      if slips.lines.contains(body.lineNumber(at: place.range.lowerBound)) { continue }
      shown.append(place)
    }
    for object in shown where object.isObject {
      slips.findings.append(
        slip(
          .invisibleCharacter, "a picture or another object was pasted here, and only its place (U+FFFC) came along",
          hint: "save the picture in Content/, write '![description](picture.png)', and delete this character",
          at: object.range))
    }
    for isSure in [true, false] {
      let others = shown.filter { !$0.isObject && $0.isSure == isSure }
      guard let first = others.first else { continue }
      let edits = others.prefix(DocumentReader.mostInvisibleEdits).map {
        edit($0.range, $0.replacement(forLineBreak: "\n"))
      }
      slips.findings.append(.invisible(others, at: location(first.range), edits: isSure ? edits : nil))
    }
  }
}
