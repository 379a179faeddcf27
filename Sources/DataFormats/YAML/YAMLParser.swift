import Diagnostics

/// Reads YAML through libyaml's events, so that every value keeps its place.
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
    var range = (range ?? 0..<source.bytes.count).clamped(to: 0..<source.bytes.count)
    if range.lowerBound == 0, source.bytes[range].starts(with: byteOrderMark) {
      range = byteOrderMark.count..<range.upperBound
    }
    return source.bytes.withUnsafeBufferPointer { bytes in
      var builder = YAMLTreeBuilder(
        source: source, bytes: UnsafeBufferPointer(rebasing: bytes[range]), base: range.lowerBound)
      return builder.document()
    }
  }
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
