import Diagnostics

extension YAMLProblem {
  /// libyaml's finding in an author's words, at the place where the mistake is rather than where it was noticed.
  func diagnostic(in source: SourceText, at place: Int, contextStart: Int) -> Diagnostic {
    let surroundings = Surroundings(source: source, place: place)
    func syntax(_ message: String, _ hint: String, at start: Int? = nil, length: Int = 1) -> Diagnostic {
      let start = start ?? place
      return Diagnostic(
        .error, .yamlSyntax, message, hint: hint,
        at: source.location(of: SourceRange(start: start, end: start + length)))
    }
    switch text {
    case "mapping values are not allowed in this context":
      return syntax(
        "a ': ' cannot stand inside an unquoted value",
        "put the value in quotes, or check the indentation of this line")
    case "could not find expected ':'":
      return syntax(
        "a key must be followed by ': '", "write 'key: value'; indent a text that goes on from the line above",
        at: contextStart)
    case "did not find expected key":
      if surroundings.isFirstOnLine {
        return syntax(
          "this line is not indented like the lines before it",
          "give all keys of a mapping the same indentation, in spaces")
      }
      return syntax(
        "nothing can follow the end of a value", "put the whole value in one pair of quotes")
    case "did not find expected '-' indicator":
      return syntax(
        "this line is neither an item of the list nor indented as part of one",
        "begin each item with '- ', all at the same indentation")
    case "block sequence entries are not allowed in this context":
      return syntax(
        "a list item cannot stand here", "begin the list on the next line, or put a text that begins with '-' in quotes")
    case "did not find expected ',' or ']'":
      return syntax(
        "the list '[' is not closed, or a ',' is missing", "separate items by ',' and close the list with ']'",
        at: contextStart)
    case "did not find expected ',' or '}'":
      return syntax(
        "the mapping '{' is not closed, or a ',' is missing",
        "separate entries by ',' and close the mapping with '}'; a text that begins with '{' needs quotes",
        at: contextStart)
    case "did not find expected node content":
      return syntax("a value is missing here", "write a value, or remove the ',' or the bracket")
    case "found unexpected end of stream" where context.contains("quoted"),
      "found unexpected document indicator":
      return syntax("the quote is not closed", "close it with the same quote mark", at: contextStart)
    case "found character that cannot start any token":
      return surroundings.byte == UInt8(ascii: "\t")
        ? tab(syntax)
        : syntax(
          "an unquoted value cannot begin with '\(surroundings.character)'", "put the value in quotes")
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation", "found a tab character where an intendation space is expected":
      return tab(syntax)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return syntax(
        "'\\' begins an escape in double quotes, and YAML has no such escape",
        "use single quotes, or write '\\\\' for a backslash")
    case "did not find expected alphabetic or numeric character":
      let sign = context.contains("alias") ? "*" : "&"
      return syntax(
        "an unquoted value cannot begin with '\(sign)'", "put the value in quotes", at: contextStart)
    case "did not find expected comment or line break", "found an indentation indicator equal to 0",
      "did not find expected digit", "found indentation indicator equal to 0":
      return syntax(
        "nothing can follow '|' or '>' on its line", "begin the text on the next line, indented", at: contextStart)
    case "did not find expected <document start>":
      return syntax(
        "this text is neither a key nor part of a value", "write 'key: value', each on its line")
    case "control characters are not allowed":
      return syntax("a control character is not allowed in YAML", "delete the invisible character")
    case "mapping keys are not allowed in this context":
      return syntax("a '? ' cannot stand here", "put a text that begins with '?' in quotes")
    case "found undefined tag handle", "did not find expected tag URI", "did not find expected whitespace or line break":
      return syntax("an unquoted value cannot begin with '!'", "put the value in quotes", at: contextStart)
    case _ where text.hasPrefix("Maximum nesting level"), _ where text.hasPrefix("exceeded max"):
      return Diagnostic(
        .error, .yamlTooDeep, "lists and mappings are nested more than \(YAMLParser.deepestNesting) deep",
        hint: "flatten the structure", at: source.location(of: SourceRange(start: place, end: place + 1)))
    default:
      if case .byte = self.place {
        return Diagnostic(
          .error, .notUTF8, "the file is not UTF-8 text", hint: "save it with the encoding UTF-8",
          at: source.location(of: SourceRange(start: place, end: place + 1)))
      }
      let detail = text.isEmpty ? "" : ": \(text)"
      return syntax("this is not valid YAML\(detail)", "put a text with special characters in quotes")
    }
  }

  private func tab(_ syntax: (String, String, Int?, Int) -> Diagnostic) -> Diagnostic {
    syntax("a tab cannot indent YAML", "indent with spaces", nil, 1)
  }
}

/// What the author sees around the place of a problem.
private struct Surroundings {
  let byte: UInt8?
  let character: String
  /// Only spaces and tabs stand before it.
  let isFirstOnLine: Bool

  init(source: SourceText, place: Int) {
    let bytes = source.bytes
    byte = place < bytes.count ? bytes[place] : nil
    character = String(decoding: bytes[min(place, bytes.count)...].prefix(4), as: UTF8.self).prefix(1).description
    var start = min(place, bytes.count)
    while start > 0, bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\t") { start -= 1 }
    isFirstOnLine = start == 0 || bytes[start - 1] == UInt8(ascii: "\n") || bytes[start - 1] == UInt8(ascii: "\r")
  }
}
