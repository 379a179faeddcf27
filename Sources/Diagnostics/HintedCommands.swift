/// Writes the folder of a site into the commands of hints, so that they work when they are typed.
///
/// A hint has its commands in quotes, as they are typed in the folder of the site: `'planpress check --fix' does it`.
package struct HintedCommands: Sendable {
  /// The folder as it was typed; nil for the current one.
  private let folder: String?

  /// `.` and nil are the current folder.
  package init(folder: String? = nil) {
    self.folder = folder == "." ? nil : folder
  }

  /// A hint with the folder in each of its commands.
  package func named(in hint: String) -> String {
    guard let folder else { return hint }
    var (result, rest) = ("", hint[...])
    while let start = HintedCommands.start(in: rest) {
      let end = HintedCommands.end(of: rest[start...])
      result += rest[..<start]
      result += HintedCommands.naming(folder, in: String(rest[start..<end]))
      rest = rest[end...]
    }
    return result + rest
  }

  /// A word of a command line, in quotes if it needs them.
  package static func word(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      !scalar.isASCII || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_./=:@%+,".unicodeScalars.contains(scalar)
    }
    if isPlain, !text.isEmpty { return text }
    let escaped = text.reduce(into: "") { $0 += "\"\\$`".contains($1) ? "\\\($1)" : String($1) }
    return "\"\(escaped)\""
  }

  /// The first command in quotes: the index of its first letter.
  private static func start(in text: Substring) -> Substring.Index? {
    var rest = text
    while let place = rest.firstRange(of: "planpress ") {
      if place.lowerBound > text.startIndex, "'“".contains(text[text.index(before: place.lowerBound)]) {
        return place.lowerBound
      }
      rest = rest[place.upperBound...]
    }
    return nil
  }

  /// The index of the quote that closes a command.
  private static func end(of command: Substring) -> Substring.Index {
    var isQuoted = false
    var isEscaped = false
    for index in command.indices {
      switch command[index] {
      case "\\" where !isEscaped:
        isEscaped = true
        continue
      case "\"" where !isEscaped: isQuoted.toggle()
      case "'" where !isQuoted, "”" where !isQuoted: return index
      default: break
      }
      isEscaped = false
    }
    return command.endIndex
  }

  private static func naming(_ folder: String, in command: String) -> String {
    let parts = command.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count > 1 else { return command }
    let (verb, rest) = (String(parts[1]), parts.count > 2 ? String(parts[2]) : "")
    let tail = rest.isEmpty ? "" : " \(rest)"
    switch verb {
    case "build", "check", "collect", "extract", "migrate", "publish", "refresh", "report", "serve", "snapshot":
      // A folder that the hint names itself stays.
      return rest.isEmpty || rest.hasPrefix("-") ? "planpress \(verb) \(word(folder))\(tail)" : command
    case "new": return "\(command) --site \(word(folder))"
    case "import":
      guard !rest.isEmpty else { return command }
      let file = rest.hasPrefix("\"") ? "\"\(folder)/\(rest.dropFirst())" : "\(folder)/\(rest)"
      return "planpress import \(file) --into \(word(folder))"
    case "words": return command.replacing("> ", with: "> \(folder)/")
    default: return command
    }
  }
}
