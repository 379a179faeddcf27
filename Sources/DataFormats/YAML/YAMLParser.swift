import Diagnostics

/// Reads YAML so that every value keeps its place: `PlainYAMLReader` what nearly all front matter is, and libyaml's
/// events whatever that does not know.
package enum YAMLParser {
  /// Collections inside collections; what an alias stands for counts as if it were written out.
  package static let deepestNesting = 64
  /// Values that aliases may add to those that are written: what keeps a small file from growing without limit.
  package static let mostAliasedNodes = 100_000
  /// After so many the rest of the file is not read: each carries its line, which may be the whole of a large file.
  package static let mostFindings = 100

  /// The one document of a file. An empty one is an empty mapping; a byte order mark and CRLF are read.
  ///
  /// `range`: the bytes to read, such as front matter without its `---`; nil for the whole file.
  /// A finding that leaves a value: `yaml.duplicate-key` (the first counts), `yaml.unknown-alias`,
  /// `yaml.unsupported` (the part is left out). Without a value: `yaml.syntax`, `yaml.too-deep`, `yaml.too-large`,
  /// `file.not-utf8`.
  package static func parse(_ source: SourceText, in range: Range<Int>? = nil) -> Checked<YAMLNode> {
    if let node = parsePlainly(source, in: range) { return Checked(node) }
    return parseByLibrary(source, in: range)
  }

  /// By `PlainYAMLReader` alone; nil for what it leaves to libyaml.
  package static func parsePlainly(_ source: SourceText, in range: Range<Int>? = nil) -> YAMLNode? {
    source.bytes.withUnsafeBufferPointer { bytes in
      let range = text(of: bytes, in: range)
      var reader = PlainYAMLReader(UnsafeBufferPointer(rebasing: bytes[range]), base: range.lowerBound)
      return reader.document()
    }
  }

  /// By libyaml alone.
  package static func parseByLibrary(_ source: SourceText, in range: Range<Int>? = nil) -> Checked<YAMLNode> {
    source.bytes.withUnsafeBufferPointer { bytes in
      let range = text(of: bytes, in: range)
      var builder = YAMLTreeBuilder(
        source: source, bytes: UnsafeBufferPointer(rebasing: bytes[range]), base: range.lowerBound)
      return builder.document()
    }
  }

  /// The bytes to read, without a byte order mark.
  private static func text(of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>?) -> Range<Int> {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    guard range.lowerBound == 0, range.upperBound >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF
    else { return range }
    return 3..<range.upperBound
  }
}
