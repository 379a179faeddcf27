import Diagnostics

/// Parses YAML and keeps the byte range of every value. `PlainYAMLReader` reads nearly all front matter; libyaml reads
/// everything else.
package enum YAMLParser {
  /// The most levels of collections. The value of an alias counts as if it were written out.
  static let deepestNesting = 64
  /// The number of values that aliases may add, so that a small file cannot grow without limit.
  static let mostAliasedNodes = 100_000
  /// After this many findings the rest of the file is skipped: each contains its line, which may be a whole large file.
  static let mostFindings = 100

  /// The document of a file, with or without a byte order mark. An empty document is an empty mapping.
  ///
  /// `range`: the bytes to parse, such as front matter without its `---`; nil for the whole file. Some findings leave a
  /// value: `yaml.duplicate-key` keeps the first, `yaml.unknown-alias` and `yaml.unsupported` skip the part. There is
  /// no value after `yaml.syntax`, `yaml.too-deep`, `yaml.too-large` and `file.not-utf8`.
  package static func parse(_ source: SourceText, in range: Range<Int>? = nil) -> Checked<YAMLNode> {
    if let node = parsePlainly(source, in: range) { return Checked(node) }
    return parseByLibrary(source, in: range)
  }

  /// Parses with `PlainYAMLReader` only; nil for a document that it leaves to libyaml.
  package static func parsePlainly(_ source: SourceText, in range: Range<Int>? = nil) -> YAMLNode? {
    source.bytes.withUnsafeBufferPointer { bytes in
      let range = text(of: bytes, in: range)
      var reader = PlainYAMLReader(UnsafeBufferPointer(rebasing: bytes[range]), base: range.lowerBound)
      return reader.document()
    }
  }

  /// Parses with libyaml only.
  package static func parseByLibrary(_ source: SourceText, in range: Range<Int>? = nil) -> Checked<YAMLNode> {
    source.bytes.withUnsafeBufferPointer { bytes in
      let range = text(of: bytes, in: range)
      var builder = YAMLTreeBuilder(
        source: source, bytes: UnsafeBufferPointer(rebasing: bytes[range]), base: range.lowerBound)
      return builder.document()
    }
  }

  /// The range without a byte order mark.
  private static func text(of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>?) -> Range<Int> {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    guard range.lowerBound == 0, range.upperBound >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF
    else { return range }
    return 3..<range.upperBound
  }
}
