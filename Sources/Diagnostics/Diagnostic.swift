/// A mistake that the author can fix: where it is, which rule it breaks, what to type instead.
///
/// System errors are thrown and bugs of planpress trap; neither is a diagnostic.
public struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Sendable {
    case error, warning, note
  }

  /// A second location that explains the finding, such as the first of two pages at one URL.
  package struct Related: Hashable, Sendable {
    package let words: Message
    package let location: SourceLocation
    /// In English.
    package var message: String { words.english }

    package init(_ message: Message, at location: SourceLocation) {
      words = message
      self.location = location
    }
  }

  /// An edit that `check --fix` can apply, for findings with exactly one safe fix.
  package enum Fix: Hashable, Sendable {
    /// Replaces the text at the location.
    case replace(with: String)
    case addFinalLineBreak
    /// Removes the line of the location and its line break.
    case removeLine
    /// Several edits that only together fix the finding. `description` says what they do, such as `the heading has its
    /// space`.
    case edits([Edit], description: Message)
    /// Edits of a style that may be meant: only `check --fix=paragraphs` applies them.
    case paragraphs([Edit])

    /// Whether plain `check --fix` applies it.
    package var isSure: Bool {
      if case .paragraphs = self { return false }
      return true
    }
  }

  /// One edit of a file, on one line of it.
  package struct Edit: Hashable, Sendable {
    /// 1-based.
    package let line: Int
    /// 1-based, in Unicode scalars.
    package let column: Int
    /// The text that must still be there; empty to insert.
    package let old: String
    /// The new text, with `
    /// ` for a line break, even if the file has another one.
    package let new: String

    package init(line: Int, column: Int, old: String, new: String) {
      self.line = line
      self.column = column
      self.old = old
      self.new = new
    }
  }

  package let severity: Severity
  package let code: DiagnosticCode
  /// The broken rule, which names the thing; no full stop.
  package let words: Message
  /// What to type instead, for example `did you mean 'talent-1'?`. If an invisible character explains the finding, the
  /// hint names that instead.
  package let hintWords: Message?
  package let location: SourceLocation
  package let related: [Related]
  package let fix: Fix?

  package init(
    _ severity: Severity, _ code: DiagnosticCode, _ message: Message,
    hint: Message? = nil, at location: SourceLocation, related: [Related] = [], fix: Fix? = nil
  ) {
    self.severity = severity
    self.code = code
    words = message
    hintWords = InvisibleCharacter.hint(for: code, at: location) ?? hint
    self.location = location
    self.related = related
    self.fix = fix
  }

  /// The message in English.
  package var message: String { words.english }

  /// The hint in English.
  package var hint: String? { hintWords?.english }
}

extension Diagnostic {
  package var asWarning: Diagnostic {
    Diagnostic(.warning, code, words, hint: hintWords, at: location, related: related, fix: fix)
  }

  func with(message: Message) -> Diagnostic {
    Diagnostic(severity, code, message, hint: hintWords, at: location, related: related, fix: fix)
  }

  func with(fix: Fix?) -> Diagnostic {
    Diagnostic(severity, code, words, hint: hintWords, at: location, related: related, fix: fix)
  }
}

/// A range on one line of a source file, with the text of that line, so that it can be printed without the file.
package struct SourceLocation: Hashable, Sendable {
  /// Relative to the site folder.
  package let path: String
  /// 1-based; 0 if the finding is about the whole file.
  package let line: Int
  /// 1-based, in Unicode scalars.
  package let column: Int
  /// The length in Unicode scalars; at least 1.
  package let length: Int
  /// The text of the line without its line break; of a very long line, the part around the range.
  package let excerpt: String
  /// The column at which the excerpt begins: 1, unless the line is cut.
  package let excerptColumn: Int
  /// The cell of a workbook; nil for a text. Line and column are then its position, which orders findings.
  package let cell: SheetCell?

  package init(path: String, line: Int, column: Int, length: Int, excerpt: String, excerptColumn: Int = 1) {
    cell = nil
    self.path = path
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
  }

  package init(path: String, cell: SheetCell) {
    self.path = path
    line = cell.row
    column = cell.column + 1
    length = 1
    excerpt = ""
    excerptColumn = 1
    self.cell = cell
  }

  /// A whole file.
  package init(file path: String) {
    self.init(path: path, line: 0, column: 0, length: 1, excerpt: "")
  }
}

/// The order in which findings are printed: files that cannot be read come first, as other findings may follow from
/// them; then path, line, column, code, message.
extension Diagnostic: Comparable {
  /// Compares texts by their UTF-8 bytes, so that the order is the same on every machine.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    if a.hidesOthers != b.hidesOthers { return a.hidesOthers }
    if a.location.path != b.location.path {
      return a.location.path.utf8.lexicographicallyPrecedes(b.location.path.utf8)
    }
    if a.location.line != b.location.line { return a.location.line < b.location.line }
    if a.location.column != b.location.column { return a.location.column < b.location.column }
    if a.code != b.code { return a.code.rawValue < b.code.rawValue }
    return a.message.utf8.lexicographicallyPrecedes(b.message.utf8)
  }

  /// Whether its file cannot be read, or not wholly.
  private var hidesOthers: Bool {
    guard severity == .error else { return false }
    switch code {
    case .yamlSyntax, .notUTF8, .csvSyntax, .workbookUnreadable, .fileTooLarge: return true
    default: return false
    }
  }
}
