import Diagnostics

extension YAMLProblem {
  /// Offsets in the file around a problem.
  struct Offsets {
    /// The place at which libyaml noticed the problem.
    let problem: Int
    /// The place at which libyaml's context began: the quote, the bracket, the key.
    let contextStart: Int
    /// The scalar before the problem.
    let lastScalar: SourceRange?
    /// The end of the YAML text, which is before the end of the file for front matter.
    let end: Int
  }

  /// Rewords libyaml's problem for an author, and locates the mistake rather than where libyaml noticed it.
  func diagnostic(in source: SourceText, at offsets: Offsets) -> Diagnostic {
    let line = LineContext(source, at: offsets.problem)
    var finding =
      fullWidthFinding(source, offsets) ?? dashFinding(line) ?? bracketFinding(line, offsets) ?? finding(line, offsets)
    var location = source.location(of: SourceRange(start: finding.start, end: finding.start + 1))
    // An invisible character after the ':' of a key makes the line below wrong.
    if let above = line.above, InvisibleCharacter.hint(for: finding.code, at: location) == nil {
      let other = source.location(of: SourceRange(start: above.firstByte, end: above.firstByte + 1))
      if InvisibleCharacter.hint(for: finding.code, at: other) != nil { (finding, location) = (.key(above), other) }
    }
    return Diagnostic(.error, finding.code, finding.message, hint: finding.hint, at: location)
  }

  private struct Finding {
    var code: DiagnosticCode = .yamlSyntax
    let message: Message
    let hint: Message
    let start: Int

    init(_ message: Message, _ hint: Message, at start: Int) {
      self.message = message
      self.hint = hint
      self.start = start
    }

    static func key(_ context: LineContext) -> Finding {
      let hint: Message =
        if context.trimmedLine.contains("：") {
          "write ':' and a space instead of '：'"
        } else if context.trimmedLine.contains(":") {
          "write a space after the ':'"
        } else {
          "write 'key: value'; indent a line that continues the text above"
        }
      return Finding("a key must be followed by ': '", hint, at: context.firstByte)
    }

    static func openQuote(at start: Int) -> Finding {
      Finding("the quote is not closed", "close it with the same quote mark", at: start)
    }

    static func tab(at start: Int) -> Finding {
      Finding("YAML cannot be indented with tabs", "indent with spaces", at: start)
    }

    static func unquoted(_ sign: String, at start: Int) -> Finding {
      Finding("an unquoted value cannot begin with '\(sign)'", "put the value in quotes", at: start)
    }
  }
}

// MARK: - What the line itself shows

extension YAMLProblem {
  /// A full-width bracket, comma or colon in a value such as `{year: 2025，value: 25}`.
  private func fullWidthFinding(_ source: SourceText, _ offsets: Offsets) -> Finding? {
    let line = LineContext(source, at: offsets.problem)
    var lines = [LineContext(source, at: offsets.contextStart), line]
    if let above = line.above { lines.append(above) }
    for line in lines {
      if let flow = FullWidthFlow(line.trimmedLine) {
        return Finding(
          "'\(flow.mark)' is full-width, and YAML wants '\(flow.straight)'", "write '\(flow.corrected)'",
          at: line.firstByte + flow.offset)
      }
    }
    return nil
  }

  /// `revisions: [{period: 2023}]}`: a bracket after a complete value.
  private func bracketFinding(_ line: LineContext, _ offsets: Offsets) -> Finding? {
    let isBehindValue =
      ["did not find expected key", "did not find expected '-' indicator", "did not find expected <document start>"]
      .contains(text)
    guard isBehindValue, line.byte == UInt8(ascii: "}") || line.byte == UInt8(ascii: "]"), line.quotedAround == nil
    else { return nil }
    let (mark, open) = (line.character, line.byte == UInt8(ascii: "}") ? "{" : "[")
    return Finding(
      "'\(mark)' closes nothing here", "remove the '\(mark)', or write the '\(open)' that it closes",
      at: offsets.problem)
  }

  /// `-id: pm25`, which YAML reads as a key of that name.
  private func dashFinding(_ line: LineContext) -> Finding? {
    for context in [line, line.above].compactMap(\.self) {
      let text = context.trimmedLine
      guard text.hasPrefix("-"), let next = text.dropFirst().first, next.isLetter, text.contains(":") else { continue }
      return Finding(
        "a space is missing after the '-' that begins an item", "write '- \(text.dropFirst().prefix(40))'",
        at: context.firstByte)
    }
    return nil
  }
}

// MARK: - libyaml 0.2.5, src/scanner.c and src/parser.c

extension YAMLProblem {
  private func finding(_ line: LineContext, _ offsets: Offsets) -> Finding {
    let problem = offsets.problem
    let contextStart = offsets.contextStart
    switch text {
    case "mapping values are not allowed in this context":
      return colonFinding(line, problem)
    case "could not find expected ':'":
      return .key(LineContext(line.source, at: contextStart))
    case "did not find expected key":
      return keyFinding(line, offsets)
    case "did not find expected '-' indicator":
      return Finding(
        "this line is neither an item of the list nor indented as part of one",
        "begin each item with '- ', all at the same indentation", at: problem)
    case "block sequence entries are not allowed in this context":
      return Finding(
        "a list item is not allowed here",
        "begin the list on the next line, or put a text that begins with '-' in quotes", at: problem)
    case "did not find expected ',' or ']'":
      return Finding(
        "the list '[' is not closed, or a ',' is missing", "separate items with ',' and close the list with ']'",
        at: contextStart)
    case "did not find expected ',' or '}'":
      return Finding(
        "the mapping '{' is not closed, or a ',' is missing",
        "separate entries with ',' and close the mapping with '}'; put a text that begins with '{' in quotes",
        at: contextStart)
    case "did not find expected node content":
      return problem < offsets.end
        ? Finding("a value is missing here", "write a value, or remove the ',' or the bracket", at: problem)
        : Finding(
          "a bracket '[' or '{' is not closed", "close it with ']' or '}'",
          at: line.source.lastVisibleByte(before: problem))
    case "found unexpected end of stream" where context.contains("quoted"), "found unexpected document indicator":
      return .openQuote(at: contextStart)
    case "found character that cannot start any token":
      return line.byte == UInt8(ascii: "\t") ? .tab(at: problem) : .unquoted(line.character, at: problem)
    case _ where text.hasPrefix("found a tab character"):
      return .tab(at: problem)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return Finding(
        "unknown escape sequence in double quotes",
        "use single quotes, or write '\\\\' for a backslash", at: problem)
    case "did not find expected alphabetic or numeric character" where context.contains("alias"):
      return .unquoted("*", at: contextStart)
    case "did not find expected alphabetic or numeric character" where context.contains("anchor"):
      return .unquoted("&", at: contextStart)
    case "did not find expected <document start>":
      return Finding(
        "this text is neither a key nor part of a value", "write 'key: value', one per line", at: problem)
    case "control characters are not allowed":
      return Finding("a control character is not allowed in YAML", "delete the invisible character", at: problem)
    case "mapping keys are not allowed in this context":
      return .unquoted("? ", at: problem)
    default:
      return contextFinding(line, offsets)
    }
  }

  /// Problems that libyaml reports for a whole part of the language.
  private func contextFinding(_ line: LineContext, _ offsets: Offsets) -> Finding {
    if case .byte = position {
      // libyaml reports the byte that breaks a UTF-8 sequence, not the first byte of the sequence.
      let start = line.source.firstInvalidUTF8 ?? offsets.problem
      var finding = Finding("the file is not UTF-8 text", "save it as UTF-8", at: start)
      finding.code = .notUTF8
      return finding
    }
    if context.contains("block scalar") {
      let start = LineContext(line.source, at: offsets.contextStart)
      return Finding(
        "nothing can follow '|' or '>' on its line",
        start.comparison ?? start.quotedBlock ?? "begin the text on the next line, indented",
        at: offsets.contextStart)
    }
    if context.contains("tag") { return .unquoted("!", at: offsets.contextStart) }
    if context.contains("directive") || text.contains("directive") || text.contains("YAML document") {
      return Finding(
        "a line that begins with '%' is a directive, which planpress does not read",
        "remove the line, or put the text in quotes", at: line.firstByte)
    }
    return Finding(
      text.isEmpty ? "this is not valid YAML" : "this is not valid YAML: \(text)",
      "put a text with special characters in quotes", at: offsets.problem)
  }

  /// A ':' where no key is allowed: inside a value, or on a line that continues the value above.
  private func colonFinding(_ line: LineContext, _ problem: Int) -> Finding {
    // `- id：env`: the key below it is not the mistake.
    if let above = line.above, above.trimmedLine.hasPrefix("- "), above.trimmedLine.contains("："),
      !above.trimmedLine.contains(": ")
    {
      return .key(above)
    }
    if let straight = FullWidthFlow.straightened(line.trimmedLine) {
      return Finding("a key must be followed by ': '", "write '\(straight)'", at: line.firstByte)
    }
    if line.textBefore.contains(": ") || line.textBefore.hasPrefix("- ") && line.textBefore.contains(":") {
      return Finding("an unquoted value cannot contain ': '", line.quoted, at: problem)
    }
    guard let above = line.above else {
      return Finding("a ':' is not allowed here", "put a text that contains ': ' in quotes", at: problem)
    }
    if !above.trimmedLine.contains(": "), !above.trimmedLine.hasSuffix(":"), !above.trimmedLine.hasPrefix("- ") {
      return .key(above)
    }
    return Finding(
      "this key is indented as if it belonged to the value above",
      "indent it like the keys around it", at: line.firstByte)
  }

  /// Text in a mapping that is not a key.
  private func keyFinding(_ line: LineContext, _ offsets: Offsets) -> Finding {
    if let scalar = offsets.lastScalar, line.source.isQuotedOverSeveralLines(scalar),
      Int(scalar.end) > line.start, Int(scalar.end) <= offsets.problem
    {
      return .openQuote(at: Int(scalar.start))
    }
    guard line.textBefore.isEmpty else {
      return Finding(
        "nothing can follow the end of a value", line.quotedAround ?? "put the whole value in one pair of quotes",
        at: offsets.problem)
    }
    if line.byte == UInt8(ascii: ":") {
      return Finding("a key is missing before ':'", "write 'key: value'", at: offsets.problem)
    }
    if line.trimmedLine.hasPrefix("- "), line.firstByte == line.start {
      return Finding(
        "a list item is not allowed among keys", "put the list under a key of its own", at: offsets.problem)
    }
    return Finding(
      "this line is not indented like the lines before it",
      "indent all keys of a mapping by the same number of spaces", at: offsets.problem)
  }
}
