extension DiagnosticPrinter {
  func appendText(_ diagnostic: Diagnostic, to output: inout String) {
    let colour = Colour(diagnostic.severity)
    output += "\(position(diagnostic.location)): \(inColour(colour, diagnostic.severity.word(in: language))): "
    output += "\(printable(diagnostic.words.text(in: language))) \(inColour(.faint, "[\(diagnostic.code.rawValue)]"))\n"
    appendExcerpt(diagnostic.location, colour, to: &output)
    for related in diagnostic.related {
      output += "  \(position(related.location)): \(printable(related.words.text(in: language)))\n"
    }
    if let hint = hint(of: diagnostic) {
      let label: Message = "hint"
      output += "\(inColour(.hint, label.text(in: language))): \(printable(hint))\n"
    }
  }

  /// Select Graphic Rendition, ECMA-48 §8.3.117. Colour never carries meaning by itself.
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

  /// `path:line:column`, or the path of a whole file, or `path, sheet 指标, cell D7`.
  func position(_ location: SourceLocation) -> String {
    let path = printable(location.path)
    if let cell = location.cell { return "\(path), \(printable(cell.words.text(in: language)))" }
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

extension Diagnostic.Severity {
  /// The word for the severity in a language: `error`.
  package func word(in language: MessageLanguage) -> String { words.text(in: language) }

  private var words: Message {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}

/// The part of a line around a finding, and the position of the caret below it.
private struct Excerpt {
  /// In terminal columns; wider lines are cut around the finding.
  private static let limit = 96
  /// In terminal columns: the text kept after a finding for context.
  private static let trailingContext = 24

  let text: String
  let indent: Int
  let width: Int

  init(_ location: SourceLocation) {
    let scalars = Array(location.excerpt.unicodeScalars)
    let first = min(max(0, location.column - location.excerptColumn), scalars.count)
    let last = min(first + location.length, scalars.count)
    var start = 0
    var cells = scalars[..<last].reduce(0) { $0 + $1.terminalCells }
    let after = min(Excerpt.trailingContext, scalars[last...].reduce(0) { $0 + $1.terminalCells })
    while cells + after > Excerpt.limit, start < first {
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
  /// C0 and C1 controls, line separators, and marks that change the direction of text (UAX #9).
  var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// East Asian wide characters and emoji take two cells, combining marks take none.
  fileprivate var terminalCells: Int {
    switch value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF, 0xE0100...0xE01EF: 0
    case 0x1F300...0x1F64F, 0x1F900...0x1F9FF: 2
    default: isEastAsianWide ? 2 : 1
    }
  }
}

/// Replaces control characters with spaces, so that content cannot control the terminal.
package func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isControl) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl ? " " : $0 }))
}
