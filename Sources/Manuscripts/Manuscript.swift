import Diagnostics

/// A planner's own text as it was read, before anything is decided about it: blocks in their order, each with its line.
package struct Manuscript: Sendable {
  /// The title in the document itself; nil if only its file has a name.
  package var title: String?
  /// The text that findings refer to by line. For a Word file, line n is its nth paragraph.
  package var source: SourceText
  package var blocks: [SourceBlock]
  /// Footnotes as Markdown; the first is number 1.
  package var footnotes: [String] = []
  package var pictures: [Picture] = []
  /// Whether `title` is the name that a web page gives its window.
  package var isWebPage = false
  /// Findings of the reading.
  package var findings: [Diagnostic] = []

  /// A picture of the document.
  package struct Picture: Sendable {
    /// Its name in the document; its file's name is made of the last part.
    package var name: String
    /// Nil until it is read from the file at `path`.
    package var bytes: [UInt8]?
    /// The path of its file, relative to that of the manuscript; nil if the document holds it.
    package var path: String?
    package var line: Int

    package init(name: String, bytes: [UInt8]? = nil, path: String? = nil, line: Int) {
      self.name = name
      self.bytes = bytes
      self.path = path
      self.line = line
    }
  }

  package init(title: String? = nil, source: SourceText, blocks: [SourceBlock] = []) {
    self.title = title
    self.source = source
    self.blocks = blocks
  }

  /// The placeholder in Markdown for the address of a picture: where it will be is known when its section is written.
  package static func pictureMark(_ index: Int) -> String { "\u{FFFC}\(index)\u{FFFC}" }

  package func location(_ line: Int) -> SourceLocation { source.location(line: line, byteLength: 60) }

  package mutating func report(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: Message, hint: Message? = nil, line: Int
  ) {
    findings.append(Diagnostic(severity, code, message, hint: hint, at: location(line)))
  }
}

/// A paragraph, table or other piece of a manuscript.
package struct SourceBlock: Sendable {
  package indirect enum Kind: Sendable {
    case paragraph
    /// A heading by its style or mark; 1 is the highest level.
    case heading(level: Int)
    case table(SourceTable)
    /// Markdown that is written unchanged: a list, a quotation, code.
    case markdown
    case box(title: String, content: [SourceBlock])
  }

  package var kind: Kind
  /// The text with its marks. Empty for a table or a box.
  package var markdown: String
  /// The text as a reader sees it, without marks.
  package var plain: String
  /// 1-based.
  package var line: Int
  /// Whether all of a paragraph is bold.
  package var isBold = false
  /// Whether a box is a text box, which floats beside the text before it.
  package var isTextBox = false
  /// Whether its style says that it belongs to a table of contents.
  package var isOfContents = false
  /// Whether an empty line precedes it.
  package var followsGap = false
  /// The number that the word processor counts and shows before it.
  package var automaticNumber: AutomaticNumber?

  package init(_ kind: Kind, markdown: String, plain: String, line: Int) {
    self.kind = kind
    self.markdown = markdown
    self.plain = plain
    self.line = line
  }

  var isParagraph: Bool { if case .paragraph = kind { true } else { false } }
}

/// A table with the Markdown of its cells. The first row is its heading.
package struct SourceTable: Sendable {
  package var rows: [[String]]
  /// Whether merged cells were split into one full and several empty ones.
  package var hasMergedCells = false

  package init(rows: [[String]], hasMergedCells: Bool = false) {
    self.rows = rows
    self.hasMergedCells = hasMergedCells
  }

  var columnCount: Int { rows.map(\.count).max() ?? 0 }
}
