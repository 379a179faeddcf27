/// Writes findings for a person, a program, or a pull request.
package struct DiagnosticPrinter: Sendable {
  package enum Format: String, CaseIterable, Sendable {
    /// `path:line:column: error: … [code]`, the line, a caret, the hint.
    case text
    /// One JSON object a line.
    case json
    /// GitHub Actions' workflow commands, which it shows beside the changed lines.
    case github
  }

  package let format: Format

  package init(format: Format) {
    self.format = format
  }

  /// All findings in their printing order, repeated ones once.
  package func print(_ diagnostics: [Diagnostic]) -> String {
    var output = ""
    var previous: Diagnostic?
    for diagnostic in diagnostics.sorted() where diagnostic != previous {
      previous = diagnostic
      switch format {
      case .text: appendText(diagnostic, to: &output)
      case .json: appendJSON(diagnostic, to: &output)
      case .github: appendWorkflowCommand(diagnostic, to: &output)
      }
    }
    return output
  }
}

// MARK: - Text

extension DiagnosticPrinter {
  private func appendText(_ diagnostic: Diagnostic, to output: inout String) {
    output += "\(place(diagnostic.location)): \(diagnostic.severity.rawValue): "
    output += "\(printable(diagnostic.message)) [\(diagnostic.code.rawValue)]\n"
    appendExcerpt(diagnostic.location, to: &output)
    for related in diagnostic.related {
      output += "  \(place(related.location)): \(printable(related.message))\n"
    }
    if let hint = diagnostic.hint { output += "hint: \(printable(hint))\n" }
  }

  private func place(_ location: SourceLocation) -> String {
    let path = printable(location.path)
    return location.line > 0 ? "\(path):\(location.line):\(location.column)" : path
  }

  private func appendExcerpt(_ location: SourceLocation, to output: inout String) {
    guard location.line > 0, !location.excerpt.isEmpty else { return }
    let window = Excerpt(location)
    let number = String(location.line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count))
    output += "\(gutter)\(number) | \(window.text)\n"
    output += "      | \(String(repeating: " ", count: window.indent))^"
    output += "\(String(repeating: "~", count: window.width - 1))\n"
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
  private func appendWorkflowCommand(_ diagnostic: Diagnostic, to output: inout String) {
    let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    output += "::\(command) file=\(property(diagnostic.location.path))"
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
