import Diagnostics

extension YAMLProblem {
  /// Where a problem was noticed, and what of the file was read before; all in bytes from the file's start.
  struct Position {
    let place: Int
    /// Where libyaml's context began: the quote, the bracket, the key.
    let contextStart: Int
    /// The scalar before it.
    let lastScalar: SourceRange?
    /// Where the YAML text ends, which front matter does before its file.
    let end: Int
  }

  /// libyaml's finding in an author's words, at the place of the mistake rather than where it was noticed.
  func diagnostic(in source: SourceText, at position: Position) -> Diagnostic {
    let finding = finding(LineContext(source, at: position.place), position)
    return Diagnostic(
      .error, finding.code, finding.message, hint: finding.hint,
      at: source.location(of: SourceRange(start: finding.start, end: finding.start + 1)))
  }

  private struct Finding {
    var code: DiagnosticCode = .yamlSyntax
    let message: String
    let hint: String
    let start: Int

    init(_ message: String, _ hint: String, at start: Int) {
      self.message = message
      self.hint = hint
      self.start = start
    }

    static func key(_ context: LineContext) -> Finding {
      let hint =
        if context.trimmedLine.contains("：") {
          "write ':' and a space instead of '：'"
        } else if context.trimmedLine.contains(":") {
          "write a space after the ':'"
        } else {
          "write 'key: value'; indent a text that goes on from the line above"
        }
      return Finding("a key must be followed by ': '", hint, at: context.firstByte)
    }

    static func openQuote(at start: Int) -> Finding {
      Finding("the quote is not closed", "close it with the same quote mark", at: start)
    }

    static func tab(at start: Int) -> Finding { Finding("a tab cannot indent YAML", "indent with spaces", at: start) }

    static func unquoted(_ sign: String, at start: Int) -> Finding {
      Finding("an unquoted value cannot begin with '\(sign)'", "put the value in quotes", at: start)
    }
  }
}

// MARK: - libyaml 0.2.5, src/scanner.c and src/parser.c

extension YAMLProblem {
  private func finding(_ line: LineContext, _ position: Position) -> Finding {
    let place = position.place
    let contextStart = position.contextStart
    switch text {
    case "mapping values are not allowed in this context":
      return colonFinding(line, place)
    case "could not find expected ':'":
      return .key(LineContext(line.source, at: contextStart))
    case "did not find expected key":
      return keyFinding(line, position)
    case "did not find expected '-' indicator":
      return Finding(
        "this line is neither an item of the list nor indented as part of one",
        "begin each item with '- ', all at the same indentation", at: place)
    case "block sequence entries are not allowed in this context":
      return Finding(
        "a list item cannot stand here",
        "begin the list on the next line, or put a text that begins with '-' in quotes", at: place)
    case "did not find expected ',' or ']'":
      return Finding(
        "the list '[' is not closed, or a ',' is missing", "separate items by ',' and close the list with ']'",
        at: contextStart)
    case "did not find expected ',' or '}'":
      return Finding(
        "the mapping '{' is not closed, or a ',' is missing",
        "separate entries by ',' and close the mapping with '}'; a text that begins with '{' needs quotes",
        at: contextStart)
    case "did not find expected node content":
      return place < position.end
        ? Finding("a value is missing here", "write a value, or remove the ',' or the bracket", at: place)
        : Finding(
          "a bracket '[' or '{' is not closed", "close it with ']' or '}'",
          at: line.source.lastVisibleByte(before: place))
    case "found unexpected end of stream" where context.contains("quoted"), "found unexpected document indicator":
      return .openQuote(at: contextStart)
    case "found character that cannot start any token":
      return line.byte == UInt8(ascii: "\t") ? .tab(at: place) : .unquoted(line.character, at: place)
    case _ where text.hasPrefix("found a tab character"):
      return .tab(at: place)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return Finding(
        "'\\' begins an escape in double quotes, and YAML does not know this one",
        "use single quotes, or write '\\\\' for a backslash", at: place)
    case "did not find expected alphabetic or numeric character" where context.contains("alias"):
      return .unquoted("*", at: contextStart)
    case "did not find expected alphabetic or numeric character" where context.contains("anchor"):
      return .unquoted("&", at: contextStart)
    case "did not find expected <document start>":
      return Finding(
        "this text is neither a key nor part of a value", "write 'key: value', each on its line", at: place)
    case "control characters are not allowed":
      return Finding("a control character is not allowed in YAML", "delete the invisible character", at: place)
    case "mapping keys are not allowed in this context":
      return .unquoted("? ", at: place)
    default:
      return contextFinding(line, position)
    }
  }

  /// What a whole part of the language has in common.
  private func contextFinding(_ line: LineContext, _ position: Position) -> Finding {
    if case .byte = place {
      // libyaml points at the byte that breaks a sequence, not at the one that begins it.
      let start = line.source.firstInvalidUTF8 ?? position.place
      var finding = Finding("the file is not UTF-8 text", "save it with the encoding UTF-8", at: start)
      finding.code = .notUTF8
      return finding
    }
    if context.contains("block scalar") {
      return Finding(
        "nothing can follow '|' or '>' on its line", "begin the text on the next line, indented",
        at: position.contextStart)
    }
    if context.contains("tag") { return .unquoted("!", at: position.contextStart) }
    if context.contains("directive") || text.contains("directive") || text.contains("YAML document") {
      return Finding(
        "a line that begins with '%' is a directive, which planpress does not read",
        "remove the line, or put the text in quotes", at: line.firstByte)
    }
    return Finding(
      text.isEmpty ? "this is not valid YAML" : "this is not valid YAML: \(text)",
      "put a text with special characters in quotes", at: position.place)
  }

  /// A ':' where no key can be: inside a value, or on a line that is part of the value above.
  private func colonFinding(_ line: LineContext, _ place: Int) -> Finding {
    if line.textBefore.contains(": ") || line.textBefore.hasPrefix("- ") && line.textBefore.contains(":") {
      return Finding("a ': ' cannot stand inside an unquoted value", "put the value in quotes", at: place)
    }
    guard let above = line.above else {
      return Finding("a ':' cannot stand here", "put a text that contains ': ' in quotes", at: place)
    }
    if !above.trimmedLine.contains(": "), !above.trimmedLine.hasSuffix(":"), !above.trimmedLine.hasPrefix("- ") {
      return .key(above)
    }
    return Finding(
      "this key is indented as if it belonged to the value above",
      "give it the indentation of the keys around it", at: line.firstByte)
  }

  /// Something in a mapping that is no key.
  private func keyFinding(_ line: LineContext, _ position: Position) -> Finding {
    if let scalar = position.lastScalar, line.source.isQuotedOverSeveralLines(scalar),
      Int(scalar.end) > line.start, Int(scalar.end) <= position.place
    {
      return .openQuote(at: Int(scalar.start))
    }
    guard line.textBefore.isEmpty else {
      return Finding(
        "nothing can follow the end of a value", "put the whole value in one pair of quotes", at: position.place)
    }
    if line.byte == UInt8(ascii: ":") {
      return Finding("a key is missing before ':'", "write 'key: value'", at: position.place)
    }
    if line.trimmedLine.hasPrefix("- "), line.firstByte == line.start {
      return Finding("a list item cannot stand among keys", "put the list under a key of its own", at: position.place)
    }
    return Finding(
      "this line is not indented like the lines before it",
      "give all keys of a mapping the same indentation, in spaces", at: position.place)
  }
}
