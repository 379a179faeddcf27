/// Something the author can fix: where it is, what rule it breaks, what to type instead.
///
/// Trouble of the machine is thrown, a bug of ours traps; neither is a diagnostic.
public struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Sendable {
    case error, warning, note
  }

  /// Another place that takes part, as the first of two pages at one URL.
  package struct Related: Hashable, Sendable {
    package let message: String
    package let location: SourceLocation

    package init(_ message: String, at location: SourceLocation) {
      self.message = message
      self.location = location
    }
  }

  /// What mends it, where that is sure.
  package enum Fix: Hashable, Sendable {
    /// The text at the place becomes another.
    case replace(with: String)
    /// The file gets a line break at its end.
    case endLine
  }

  package let severity: Severity
  package let code: DiagnosticCode
  /// The rule, naming the thing; no full stop.
  package let message: String
  /// What to do about it, for example `did you mean 'talent-1'?`.
  package let hint: String?
  package let location: SourceLocation
  package let related: [Related]
  package let fix: Fix?

  package init(
    _ severity: Severity, _ code: DiagnosticCode, _ message: String,
    hint: String? = nil, at location: SourceLocation, related: [Related] = [], fix: Fix? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.hint = hint
    self.location = location
    self.related = related
    self.fix = fix
  }
}

/// A place in a file of the site, with the line it is on, so that it can be shown without the file.
package struct SourceLocation: Hashable, Sendable {
  /// Relative to the site folder.
  package let path: String
  /// From 1; 0 when the finding is about the whole file.
  package let line: Int
  /// From 1, in Unicode scalars.
  package let column: Int
  /// In Unicode scalars; at least 1.
  package let length: Int
  /// The text of the line, without its line break; of a very long line, the part around the place.
  package let excerpt: String
  /// Where the excerpt begins: 1, unless the line is cut.
  package let excerptColumn: Int

  package init(path: String, line: Int, column: Int, length: Int, excerpt: String, excerptColumn: Int = 1) {
    self.path = path
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
  }

  /// A whole file.
  package init(file path: String) {
    self.init(path: path, line: 0, column: 0, length: 1, excerpt: "")
  }
}

/// The order in which findings are printed: path, line, column, code, message.
extension Diagnostic: Comparable {
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    if a.location.path != b.location.path {
      return a.location.path.utf8.lexicographicallyPrecedes(b.location.path.utf8)
    }
    if a.location.line != b.location.line { return a.location.line < b.location.line }
    if a.location.column != b.location.column { return a.location.column < b.location.column }
    if a.code != b.code { return a.code.rawValue < b.code.rawValue }
    return a.message.utf8.lexicographicallyPrecedes(b.message.utf8)
  }
}
