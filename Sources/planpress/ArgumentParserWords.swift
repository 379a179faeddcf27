import Diagnostics

/// ArgumentParser's own texts in the chosen language: headings of the help, and messages on wrong usage. The library
/// has them in English only, as parts of finished texts.
enum ArgumentParserWords {
  /// Words that share a line with others.
  private static let parts: [Message] = [
    "OVERVIEW:", "USAGE:", "Usage:", "ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:", "Error:", "(values:", "(default:",
    "; default:", "default:", "Show help information.", "Show the version.", "Missing required subcommand.",
  ]

  /// Fill a line to its end, with holes; of two that fit, the first.
  private static let lines: [Message] = [
    "See '\("")' for detailed help.", "See '\("")' for more information.",
    "Unknown option '\("")'. Did you mean '\("")'?", "Unknown option '\("")'", "Missing value for '\("")'",
    "Unexpected argument '\("")'", "\("") unexpected arguments: \("")", "Missing expected argument '\("")'",
    "The value '\("")' is invalid for '\("")'. Please provide one of \("").",
    "The value '\("")' is invalid for '\("")'",
  ]

  /// A help, or a message on wrong usage, in a language.
  static func text(_ text: String, in language: MessageLanguage) -> String {
    guard language != .english else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = String(line)
      for part in parts where line.contains(part.english) {
        line.replace(part.english, with: part.text(in: language))
      }
      // Nothing follows a Chinese colon at a distance, and a bracket is closed by one of its kind.
      line.replace("： ", with: "：")
      if line.contains("（"), line.hasSuffix(")") { line = line.dropLast() + "）" }
      let start = line.lastIndex(of: "：").map { line.index(after: $0) } ?? line.startIndex
      let indented = line[start...].prefix { $0 == " " }
      let rest = line[start...].dropFirst(indented.count)
      for message in lines {
        guard let values = holes(of: message.template, in: rest) else { continue }
        let filled = Message(template: message.template, arguments: values.map { .text($0) })
        return line[..<start] + indented + filled.text(in: language)
      }
      return line
    }.joined(separator: "\n")
  }

  /// The arguments for the holes of a template in a text; nil if the text does not follow the template.
  private static func holes(of template: String, in text: Substring) -> [String]? {
    // `%1` and its number are between the literal parts.
    let parts = template.split(separator: "%", omittingEmptySubsequences: false)
    guard let first = parts.first, text.hasPrefix(first) else { return nil }
    var rest = text.dropFirst(first.count)
    var values: [String] = []
    for part in parts.dropFirst() {
      let literal = part.dropFirst()
      if literal.isEmpty {
        values.append(String(rest))
        rest = ""
      } else {
        guard let range = rest.firstRange(of: literal) else { return nil }
        values.append(String(rest[..<range.lowerBound]))
        rest = rest[range.upperBound...]
      }
    }
    return rest.isEmpty ? values : nil
  }
}
