import Diagnostics

/// What a hostile or broken text may cost.
enum Limits {
  /// Bytes of one page's text.
  static let bodySize = 16 << 20
  /// Blocks and inlines inside each other.
  static let depth = 200
  /// libcmark 0.30.2 takes quadratic time over `![[`: 20,000 of them take about a second, empirically.
  static let imageBrackets = 5_000
}

extension MarkdownDocument {
  static func refusal(of source: SourceText, from offset: Int) -> Diagnostic? {
    let size = source.bytes.count - offset
    guard size <= Limits.bodySize else {
      return Diagnostic(
        .error, .fileTooLarge, "a Markdown text has at most 16 MB, this one has \(size >> 20) MB",
        hint: "split it into several sections", at: SourceLocation(file: source.path))
    }
    return imageBracketRefusal(of: source, from: offset)
  }

  private static func imageBracketRefusal(of source: SourceText, from offset: Int) -> Diagnostic? {
    guard size(of: source, from: offset) > Limits.imageBrackets * 3 else { return nil }
    var count = 0
    var place = offset
    source.bytes.withUnsafeBufferPointer { bytes in
      for index in offset..<bytes.count - 2
      where bytes[index] == UInt8(ascii: "!") && bytes[index + 1] == UInt8(ascii: "[")
        && bytes[index + 2] == UInt8(ascii: "[")
      {
        if count == 0 { place = index }
        count += 1
      }
    }
    guard count > Limits.imageBrackets else { return nil }
    return Diagnostic(
      .error, .tooDeeplyNested, "'![[' stands \(count) times in this text; at most \(Limits.imageBrackets) can be read",
      hint: "write '\\![[' where no image is meant",
      at: source.location(of: SourceRange(start: place, end: place + 3)))
  }

  private static func size(of source: SourceText, from offset: Int) -> Int {
    source.bytes.count - offset
  }
}
