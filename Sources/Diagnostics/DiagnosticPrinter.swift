/// Writes findings for a person, a program, or a pull request.
package struct DiagnosticPrinter: Sendable {
  package enum Format: String, CaseIterable, Sendable {
    /// `path:line:column: error: … [code]`, the line, a caret, the hint.
    case text
    /// One JSON object a line.
    case json
    /// GitHub Actions' workflow commands, which it shows beside the changed lines.
    case github
    /// One SARIF 2.1.0 document, for whoever collects the findings of many tools.
    case sarif
  }

  package let format: Format
  /// Of the program, for formats that name it.
  private let version: String
  /// Where paths begin for programs that look at files from outside the site's folder: `plans/city`, or nil.
  private let siteFolder: String?
  /// Whether a terminal shows the text.
  private let isColoured: Bool

  package init(format: Format, version: String = "", siteFolder: String? = nil, isColoured: Bool = false) {
    self.format = format
    self.version = version
    self.siteFolder = siteFolder
    self.isColoured = isColoured
  }

  /// All findings in their printing order, repeated ones once.
  package func print(_ diagnostics: [Diagnostic]) -> String {
    var output = ""
    var previous: Diagnostic?
    var printed: [Diagnostic] = []
    for diagnostic in diagnostics.sorted() where diagnostic != previous {
      previous = diagnostic
      switch format {
      case .text: appendText(diagnostic, to: &output)
      case .json: appendJSON(diagnostic, to: &output)
      case .github: appendWorkflowCommand(diagnostic, to: &output)
      case .sarif: printed.append(diagnostic)
      }
    }
    return format == .sarif ? sarif(printed) : output
  }
}

// MARK: - Text

extension DiagnosticPrinter {
  private func appendText(_ diagnostic: Diagnostic, to output: inout String) {
    let colour = Colour(diagnostic.severity)
    output += "\(place(diagnostic.location)): \(inColour(colour, diagnostic.severity.rawValue)): "
    output += "\(printable(diagnostic.message)) \(inColour(.faint, "[\(diagnostic.code.rawValue)]"))\n"
    appendExcerpt(diagnostic.location, colour, to: &output)
    for related in diagnostic.related {
      output += "  \(place(related.location)): \(printable(related.message))\n"
    }
    if let hint = diagnostic.hint { output += "\(inColour(.hint, "hint")): \(printable(hint))\n" }
  }

  /// Select Graphic Rendition, ECMA-48 §8.3.117. No meaning is in a colour alone.
  private enum Colour: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case hint = "1;32"
    case faint = "2"

    init(_ severity: Diagnostic.Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note: self = .note
      }
    }
  }

  private func inColour(_ colour: Colour, _ text: String) -> String {
    isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func place(_ location: SourceLocation) -> String {
    let path = printable(location.path)
    return location.line > 0 ? "\(path):\(location.line):\(location.column)" : path
  }

  private func appendExcerpt(_ location: SourceLocation, _ colour: Colour, to output: inout String) {
    guard location.line > 0, !location.excerpt.isEmpty else { return }
    let window = Excerpt(location)
    let number = String(location.line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count))
    output += "\(gutter)\(number) | \(window.text)\n"
    let mark = "^" + String(repeating: "~", count: window.width - 1)
    output += "      | \(String(repeating: " ", count: window.indent))\(inColour(colour, mark))\n"
  }
}

/// The part of a line around a finding, and where the caret goes under it.
private struct Excerpt {
  /// Columns of a terminal: wider lines are cut around the finding.
  private static let limit = 96
  /// Kept behind a finding, so that it is not the last thing shown.
  private static let behind = 24

  let text: String
  let indent: Int
  let width: Int

  init(_ location: SourceLocation) {
    let scalars = Array(location.excerpt.unicodeScalars)
    let first = min(max(0, location.column - location.excerptColumn), scalars.count)
    let last = min(first + location.length, scalars.count)
    var start = 0
    var cells = scalars[..<last].reduce(0) { $0 + $1.terminalCells }
    let behind = min(Excerpt.behind, scalars[last...].reduce(0) { $0 + $1.terminalCells })
    while cells + behind > Excerpt.limit, start < first {
      cells -= scalars[start].terminalCells
      start += 1
    }
    var shown = String.UnicodeScalarView()
    var used = 0
    if start > 0 || location.excerptColumn > 1 {
      shown.append("…")
      used = 1
    }
    var indent = used
    var end = start
    while end < scalars.count, used < Excerpt.limit {
      shown.append(scalars[end].isControl ? " " : scalars[end])
      used += scalars[end].terminalCells
      if end < first { indent += scalars[end].terminalCells }
      end += 1
    }
    if end < scalars.count { shown.append("…") }
    self.text = String(shown)
    self.indent = indent
    self.width = max(1, scalars[first..<max(first, min(last, end))].reduce(0) { $0 + $1.terminalCells })
  }
}

extension Unicode.Scalar {
  /// C0 and C1 controls, line separators, and the marks that turn the direction of what follows (UAX #9).
  fileprivate var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// East Asian wide and full-width characters take two cells, combining marks none (UAX #11, by block).
  fileprivate var terminalCells: Int {
    switch value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF, 0xE0100...0xE01EF: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}

/// Content is not trusted to drive a terminal: control characters become spaces.
private func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isControl) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl ? " " : $0 }))
}

// MARK: - JSON

extension DiagnosticPrinter {
  private func appendJSON(_ diagnostic: Diagnostic, to output: inout String) {
    output += "{\"severity\":\"\(diagnostic.severity.rawValue)\",\"code\":\"\(diagnostic.code.rawValue)\","
    output += "\"message\":\(quoted(diagnostic.message)),\(members(of: diagnostic.location))"
    if let hint = diagnostic.hint { output += ",\"hint\":\(quoted(hint))" }
    if !diagnostic.related.isEmpty {
      let related = diagnostic.related.map {
        "{\"message\":\(quoted($0.message)),\(members(of: $0.location))}"
      }
      output += ",\"related\":[\(related.joined(separator: ","))]"
    }
    output += "}\n"
  }

  private func members(of location: SourceLocation) -> String {
    var members = "\"path\":\(quoted(location.path))"
    if location.line > 0 {
      members += ",\"line\":\(location.line),\"column\":\(location.column),\"length\":\(location.length)"
    }
    return members
  }

  /// RFC 8259 §7.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

// MARK: - GitHub Actions

extension DiagnosticPrinter {
  private func outerPath(_ location: SourceLocation) -> String {
    siteFolder.map { "\($0)/\(location.path)" } ?? location.path
  }

  private func appendWorkflowCommand(_ diagnostic: Diagnostic, to output: inout String) {
    let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    output += "::\(command) file=\(property(outerPath(diagnostic.location)))"
    if diagnostic.location.line > 0 {
      let location = diagnostic.location
      output += ",line=\(location.line),col=\(location.column),endColumn=\(location.column + location.length)"
    }
    var message = diagnostic.message
    for related in diagnostic.related { message += "\n\(place(related.location)): \(related.message)" }
    if let hint = diagnostic.hint { message += "\nhint: \(hint)" }
    output += ",title=\(property(diagnostic.code.rawValue))::\(data(message))\n"
  }

  /// Workflow commands: `%`, CR and LF are escaped in data, `:` and `,` in properties as well.
  private func data(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func property(_ text: String) -> String {
    var result = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

// MARK: - SARIF

extension DiagnosticPrinter {
  /// OASIS SARIF 2.1.0.
  private func sarif(_ diagnostics: [Diagnostic]) -> String {
    let codes = Set(diagnostics.map(\.code)).sorted { $0.rawValue < $1.rawValue }
    let rules = codes.map { "{\"id\":\(quoted($0.rawValue))}" }.joined(separator: ",")
    let results = diagnostics.map { diagnostic in
      let text = [diagnostic.message, diagnostic.hint.map { "hint: \($0)" }].compactMap(\.self).joined(separator: "\n")
      var result = "{\"ruleId\":\(quoted(diagnostic.code.rawValue)),\"level\":\"\(diagnostic.severity.rawValue)\","
      result += "\"message\":{\"text\":\(quoted(text))},\"locations\":[{\(physical(diagnostic.location))}]"
      if !diagnostic.related.isEmpty {
        let related = diagnostic.related.map {
          "{\"message\":{\"text\":\(quoted($0.message))},\(physical($0.location))}"
        }
        result += ",\"relatedLocations\":[\(related.joined(separator: ","))]"
      }
      return result + "}"
    }
    return """
      {"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{"columnKind":"unicodeCodePoints",\
      "tool":{"driver":{"name":"planpress","version":\(quoted(version)),"rules":[\(rules)]}},\
      "results":[\(results.joined(separator: ","))]}]}

      """
  }

  private func physical(_ location: SourceLocation) -> String {
    var place = "\"artifactLocation\":{\"uri\":\(quoted(reference(outerPath(location))))}"
    if location.line > 0 {
      place += ",\"region\":{\"startLine\":\(location.line),\"startColumn\":\(location.column),"
      place += "\"endColumn\":\(location.column + location.length)}"
    }
    return "\"physicalLocation\":{\(place)}"
  }

  /// A path as a relative URL, RFC 3986 §2.
  private func reference(_ path: String) -> String {
    path.utf8.reduce(into: "") { result, byte in
      let character = Unicode.Scalar(byte)
      if byte < 0x80,
        character.properties.isAlphabetic || ("0"..."9").contains(character)
          || "-._~/".unicodeScalars.contains(character)
      {
        result.unicodeScalars.append(character)
      } else {
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
