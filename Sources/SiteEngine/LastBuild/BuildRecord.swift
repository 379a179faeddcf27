import Diagnostics
import Files

/// The inputs and results of the last finished build. If neither has changed, there is nothing to do.
struct BuildRecord: Hashable, Sendable {
  /// The program and its options: every input of a build other than the files.
  var setting: String
  var sources: TreeStamp
  /// The stamp of the files that the manifest lists.
  var output: TreeStamp
  var pages: Int
  var indicators: Int
  /// Reported again by a skipped build.
  var diagnostics: [Diagnostic]

  /// Distinguishes this build from others of the same site.
  var id: UInt64 {
    var id = ContentHash()
    id.combine(sources.sum)
    id.combine(output.sum)
    return id.value
  }
}

// MARK: - As bytes

extension BuildRecord {
  /// Identifies the format. Change it whenever the meaning of a byte changes.
  private static let heading = "planpress build record 3"

  var bytes: [UInt8] {
    var writer = ByteWriter(BuildRecord.heading)
    writer.write(setting)
    writer.write(sources)
    writer.write(output)
    writer.write(pages)
    writer.write(indicators)
    writer.write(diagnostics.count)
    for diagnostic in diagnostics { writer.write(diagnostic) }
    return writer.sealed()
  }

  /// Nil unless the bytes are a complete record in this format.
  init?(_ bytes: [UInt8]) {
    guard var reader = ByteReader(sealed: bytes, BuildRecord.heading), let setting = reader.text(),
      let sources = reader.treeStamp(),
      let output = reader.treeStamp(), let pages = reader.number(), let indicators = reader.number(),
      let diagnostics = reader.list({ $0.diagnostic() }), reader.isAtEnd
    else { return nil }
    self.init(
      setting: setting, sources: sources, output: output, pages: pages, indicators: indicators, diagnostics: diagnostics
    )
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ stamp: TreeStamp) {
    write(stamp.files)
    write(stamp.sum)
  }

  fileprivate mutating func write(_ diagnostic: Diagnostic) {
    write(diagnostic.severity.rawValue)
    write(diagnostic.code.rawValue)
    write(diagnostic.words)
    write(diagnostic.hintWords != nil)
    if let hint = diagnostic.hintWords { write(hint) }
    write(diagnostic.location)
    write(diagnostic.related.count)
    for related in diagnostic.related {
      write(related.words)
      write(related.location)
    }
  }

  private mutating func write(_ message: Message) {
    write(message.template)
    write(message.arguments.count)
    for argument in message.arguments { write(argument) }
  }

  private mutating func write(_ argument: Message.Argument) {
    switch argument {
    case .text(let text):
      write(0)
      write(text)
    case .message(let message):
      write(1)
      write(message)
    case .list(let items):
      write(2)
      write(items.count)
      for item in items { write(item) }
    }
  }

  private mutating func write(_ location: SourceLocation) {
    write(location.path)
    write(location.line)
    write(location.column)
    write(location.length)
    write(location.excerpt)
    write(location.excerptColumn)
    write(location.cell != nil)
    if let cell = location.cell { write(cell.sheet) }
  }
}

extension ByteReader {
  fileprivate mutating func treeStamp() -> TreeStamp? {
    guard let files = number(), let sum = largeNumber() else { return nil }
    return TreeStamp(files: files, sum: sum)
  }

  fileprivate mutating func diagnostic() -> Diagnostic? {
    guard let severity = text().flatMap(Diagnostic.Severity.init(rawValue:)),
      let code = text().flatMap(DiagnosticCode.init(rawValue:)), let message = words(),
      let hasHint = flag(), let hint = hasHint ? words() : "", let location = location(),
      let related = list({ reader in
        reader.words().flatMap { message in reader.location().map { Diagnostic.Related(message, at: $0) } }
      })
    else { return nil }
    return Diagnostic(severity, code, message, hint: hasHint ? hint : nil, at: location, related: related)
  }

  private mutating func words() -> Message? {
    guard let template = text(), let arguments = list({ $0.argument() }) else { return nil }
    return Message(template: template, arguments: arguments)
  }

  private mutating func argument() -> Message.Argument? {
    switch number() {
    case 0: text().map { .text($0) }
    case 1: words().map { .message($0) }
    case 2: list({ $0.argument() }).map { .list($0) }
    default: nil
    }
  }

  private mutating func location() -> SourceLocation? {
    guard let path = text(), let line = number(), let column = number(), let length = number(), let excerpt = text(),
      let excerptColumn = number(), let isCell = flag()
    else { return nil }
    if isCell {
      return text().map { SourceLocation(path: path, cell: SheetCell(sheet: $0, row: line, column: column - 1)) }
    }
    return SourceLocation(
      path: path, line: line, column: column, length: length, excerpt: excerpt, excerptColumn: excerptColumn)
  }
}
