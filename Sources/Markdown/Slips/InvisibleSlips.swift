import Diagnostics

// Characters that nobody sees, in all of the text but code and comments: names, addresses and attributes, too.

extension DocumentReader {
  /// The rest is for the next `check --fix`.
  private static let mostInvisibleEdits = 10_000

  mutating func findInvisible(_ slips: inout Slips) {
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
