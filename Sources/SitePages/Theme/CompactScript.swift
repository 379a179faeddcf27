/// A script of the built-in theme as sites publish it: without lines of comments, and without indentation. A reader who
/// searches on a phone loads a quarter less. Scripts of a site's own are published as they are.
///
/// The theme's scripts have no text that spans several lines, where a space at the start of a line would count; a test
/// holds them to it.
func compactScript(_ script: [UInt8]) -> [UInt8] {
  var compact: [UInt8] = []
  compact.reserveCapacity(script.count)
  for line in script.split(separator: UInt8(ascii: "\n")) {
    let text = line.drop { $0 == UInt8(ascii: " ") }
    guard !text.isEmpty, !text.starts(with: "//".utf8) else { continue }
    compact += text
    compact.append(UInt8(ascii: "\n"))
  }
  return compact
}
