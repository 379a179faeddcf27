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
  private static let heading = "planpress texts 3\n"

  var bytes: [UInt8] {
    // Found by trying: mostly a source takes 60 bytes, a page 30, a file with texts 150.
    var writer = ByteWriter(TextRecord.heading, capacity: sources.count * 60 + pages.count * 30 + outputs.count * 150)
    for sum in tie { writer.write(sum) }
    writer.write(allowsRawHTML)
    writer.write(sources.count)
    for source in sources {
      writer.write(source.path)
      writer.write(source.stamp.size)
      writer.write(Int(source.stamp.changed))
      writer.write(source.stamp.inode)
    }
    writer.write(pages.count)
    for page in pages {
      writer.write(page.source)
      writer.write(page.look)
      writer.write(page.beginning)
      writer.write(page.textLine)
      writer.write(page.isReplaceable)
    }
    writer.write(outputs.count)
    for output in outputs {
      writer.write(output.path)
      writer.write(output.texts.count)
      for text in output.texts {
        writer.write(text.page)
        writer.write(text.start)
        writer.write(text.length)
        writer.write(text.recipe)
      }
    }
    return writer.sealed()
  }

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
      tie: [UInt64(UInt(bitPattern: first)), UInt64(UInt(bitPattern: second))], allowsRawHTML: allowsRawHTML, sources: sources,
      pages: pages, outputs: outputs)
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
