/// The first full-width mark in a list or mapping that is written on one line, `{year: 2025，value: 25}`, or in the colon
/// before it, `baseline：{year: 2025}`.
struct FullWidthFlow {
  let mark: Character
  /// The character of YAML.
  let straight: String
  /// The offset in bytes of the line.
  let offset: Int
  /// The line as YAML has it.
  let corrected: String

  private static let marks: [Character: String] = [
    "，": ", ", "：": ": ", "｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]", "　": " ",
  ]

  /// Nil for a line without such a value, or without such a mark in it. `line` has no spaces around it.
  init?(_ line: String) {
    guard let start = FullWidthFlow.start(of: line) else { return nil }
    var found: (mark: Character, offset: Int)?
    var corrected = String(line[..<start])
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

  /// The start of a bracket that begins the value of a key or an item of a list; of a full-width colon before it.
  private static func start(of line: String) -> String.Index? {
    var before: Character = " "
    var last: Character = ":"
    var place = line.startIndex
    for index in line.indices {
      let character = line[index]
      if "{[｛［".contains(character), before == " " || before == "：" || before == ":", ":-：".contains(last) {
        return last == "：" ? place : index
      }
      before = character
      if character != " " { (last, place) = (character, index) }
    }
    return nil
  }
}
