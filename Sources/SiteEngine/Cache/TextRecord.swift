import Diagnostics

/// What a build noted about every source and about where the texts of pages stand in the files it made: enough to put
/// another text in the place of one, and to say which sources are others now.
struct TextRecord: Hashable, Sendable {
  struct Source: Hashable, Sendable {
    /// As messages show it.
    let path: String
    var stamp: FileStamp
  }

  struct Page: Hashable, Sendable {
    /// By its place among the sources.
    let source: Int
    /// `ParsedPage.look`.
    let look: UInt64
    /// Of `ParsedPage.beginning`.
    var beginning: UInt64
    /// `ParsedPage.textLine`.
    let textLine: Int
    /// False where more than its own text follows from its text, or the recipe is missing.
    var isReplaceable: Bool
  }

  struct Output: Hashable, Sendable {
    let path: String
    var texts: [PrintedText]
  }

  /// The two sums of the build record that it belongs to.
  var tie: [UInt64]
  let allowsRawHTML: Bool
  var sources: [Source]
  var pages: [Page]
  var outputs: [Output]
}

// MARK: - As bytes

extension TextRecord {
  /// Changes with the meaning of any byte.
  private static let heading = "planpress texts 4\n"

  /// Stretches are made on all threads: the record is written when nothing else is left to do.
  func bytes(jobs: Int) async throws -> [UInt8] {
    let stretch = 1024
    var parts: [Part] = [{ $0.write(sources.count) }]
    for start in stride(from: 0, to: sources.count, by: stretch) {
      parts.append { for source in sources[start...].prefix(stretch) { $0.write(source) } }
    }
    parts.append {
      $0.write(pages.count)
      for page in pages { $0.write(page) }
      $0.write(outputs.count)
    }
    for start in stride(from: 0, to: outputs.count, by: stretch) {
      parts.append { for output in outputs[start...].prefix(stretch) { $0.write(output) } }
    }
    let written = try await concurrentMap(parts, jobs: jobs, longestRun: 1) { part in
      var writer = ByteWriter(capacity: 128 * stretch)
      part(&writer)
      return writer.bytes
    }
    var writer = ByteWriter(TextRecord.heading, capacity: written.reduce(256) { $0 + $1.count })
    for sum in tie { writer.write(sum) }
    writer.write(allowsRawHTML)
    for part in written { writer.append(part) }
    return writer.sealed()
  }

  private typealias Part = @Sendable (inout ByteWriter) -> Void

  /// Nil for anything that is not such a record, whole.
  init?(_ bytes: [UInt8]) {
    guard var reader = ByteReader(sealed: bytes, TextRecord.heading) else { return nil }
    guard let first = reader.number(), let second = reader.number(), let allowsRawHTML = reader.flag(),
      let sources = reader.list({ $0.source() }), let pages = reader.list({ $0.page() }),
      let outputs = reader.list({ $0.output() }), reader.isAtEnd,
      pages.allSatisfy({ sources.indices.contains($0.source) }),
      outputs.allSatisfy({ $0.texts.allSatisfy { pages.indices.contains($0.page) } })
    else { return nil }
    self.init(
      tie: [UInt64(UInt(bitPattern: first)), UInt64(UInt(bitPattern: second))], allowsRawHTML: allowsRawHTML,
      sources: sources,
      pages: pages, outputs: outputs)
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ source: TextRecord.Source) {
    write(source.path)
    write(source.stamp.size)
    write(Int(source.stamp.changed))
    write(source.stamp.inode)
  }

  fileprivate mutating func write(_ page: TextRecord.Page) {
    write(page.source)
    write(page.look)
    write(page.beginning)
    write(page.textLine)
    write(page.isReplaceable)
  }

  fileprivate mutating func write(_ output: TextRecord.Output) {
    write(output.path)
    write(output.texts.count)
    for text in output.texts {
      write(text.page)
      write(text.start)
      write(text.length)
      write(text.recipe)
    }
  }
}

extension ByteReader {
  fileprivate mutating func source() -> TextRecord.Source? {
    guard let path = text(), let size = number(), let changed = number(), let inode = largeNumber() else { return nil }
    return .init(path: path, stamp: FileStamp(size: size, changed: Int64(changed), inode: inode))
  }

  fileprivate mutating func page() -> TextRecord.Page? {
    guard let source = number(), let look = largeNumber(), let beginning = largeNumber(), let textLine = number(),
      let isReplaceable = flag()
    else { return nil }
    return .init(
      source: source, look: look, beginning: beginning, textLine: textLine,
      isReplaceable: isReplaceable)
  }

  fileprivate mutating func output() -> TextRecord.Output? {
    guard let path = text(), let texts = list({ $0.printedText() }) else { return nil }
    return .init(path: path, texts: texts)
  }

  private mutating func printedText() -> PrintedText? {
    guard let page = number(), let start = number(), let length = number(), let recipe = data() else { return nil }
    return PrintedText(page: page, start: start, length: length, recipe: recipe)
  }
}
