/// The first full-width mark in a list or mapping that is written on one line, `{year: 2025，value: 25}`.
struct FullWidthFlow {
  let mark: Character
  /// The character of YAML.
  let straight: String
  /// The offset in bytes of the line.
  let offset: Int
  /// The list or mapping as YAML has it.
  let corrected: String

  private static let marks: [Character: String] = [
    "，": ", ", "：": ": ", "｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]", "　": " ",
  ]

  /// A line whose key has a full-width colon before a list or mapping on one line, as YAML has it: `baseline：{year: 2020}`. Nil for any
  /// other line.
  static func straightened(_ line: String) -> String? {
    guard let colon = line.firstIndex(where: { $0 == "：" || $0 == ":" }), line[colon] == "：" else { return nil }
    let key = line[..<colon]
    let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "　" }
    guard let first = value.first, "{[｛［".contains(first), !key.isEmpty,
      key.allSatisfy({ $0.isASCII && ($0.isLetter || "- ".contains($0)) })
    else { return nil }
    return "\(key): \(FullWidthFlow("\(key): \(value)")?.corrected ?? String(value))"
  }

  /// Nil for a line without such a value, or without such a mark in it.
  init?(_ line: String) {
    guard let start = FullWidthFlow.start(of: line) else { return nil }
    var found: (mark: Character, offset: Int)?
    var corrected = ""
    var quote: Character?
    for index in line.indices[start...] {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
        corrected.append(character)
        continue
      }
      if character == "\"" || character == "'" { quote = character }
      guard let straight = FullWidthFlow.marks[character] else {
        // A space after a mark that brings its own.
        if character != " " || corrected.last != " " { corrected.append(character) }
        continue
      }
      if found == nil { found = (character, line.utf8.distance(from: line.startIndex, to: index)) }
      corrected += straight
    }
    guard let found, let straight = FullWidthFlow.marks[found.mark] else { return nil }
    mark = found.mark
    self.straight = straight
    offset = found.offset
    self.corrected = corrected
  }

  /// The start of a bracket that begins the value of a key or an item of a list.
  private static func start(of line: String) -> String.Index? {
    var before: Character = " "
    var last: Character = ":"
    for index in line.indices {
      let character = line[index]
      if "{[｛［".contains(character), before == " " || before == "：" || before == ":", ":-：".contains(last) {
        return index
      }
      before = character
      if character != " " { last = character }
    }
    return nil
  }
}
