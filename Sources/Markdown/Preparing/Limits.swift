import Diagnostics

/// Limits that keep a hostile or broken text cheap.
enum Limits {
  /// Bytes of one page's text.
  static let bodySize = 16 << 20
  /// The nesting depth of blocks and inlines.
  static let depth = 200
  /// The most cells that may be missing in the rows of a page's tables: each is added as an empty one, so that a wide
  /// heading and many short rows would grow as their product.
  static let missingCells = 20_000
  /// libcmark 0.30.2 takes quadratic time for `![[`. Empirically derived: 20,000 of them take about a second.
  static let imageBrackets = 5_000
}

extension MarkdownDocument {
  /// The error for a text that would exceed the limits; nil for any other.
  static func refusal(of source: SourceText, from offset: Int) -> Diagnostic? {
    let size = source.bytes.count - offset
    guard size <= Limits.bodySize else {
      return Diagnostic(
        .error, .fileTooLarge, "the text has \(megabytes(size)); the limit is \(megabytes(Limits.bodySize))",
        hint: "split it into several sections", at: SourceLocation(file: source.path))
    }
    return imageBracketRefusal(of: source, from: offset)
  }

  private static func imageBracketRefusal(of source: SourceText, from offset: Int) -> Diagnostic? {
    guard size(of: source, from: offset) > Limits.imageBrackets * 3 else { return nil }
    var count = 0
    var first = offset
    source.bytes.withUnsafeBufferPointer { bytes in
      for index in offset..<bytes.count - 2
      where bytes[index] == UInt8(ascii: "!") && bytes[index + 1] == UInt8(ascii: "[")
        && bytes[index + 2] == UInt8(ascii: "[")
      {
        if count == 0 { first = index }
        count += 1
      }
    }
    guard count > Limits.imageBrackets else { return nil }
    return Diagnostic(
      .error, .tooDeeplyNested, "the text has '![[' \(count) times; the limit is \(Limits.imageBrackets)",
      hint: "write '\\![[' for each that is not an image",
      at: source.location(of: SourceRange(start: first, end: first + 3)))
  }

  private static func size(of source: SourceText, from offset: Int) -> Int {
    source.bytes.count - offset
  }
}
