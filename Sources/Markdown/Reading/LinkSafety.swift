/// Whether a destination has a scheme that a browser might run: `javascript:`, `vbscript:`, `file:`, or `data:` except
/// for images of the common types.
///
/// Browsers skip control characters and white space before and in a scheme (URL Standard, basic URL parser).
func isUnsafe(destination: ArraySlice<UInt8>, isImage: Bool) -> Bool {
  guard destination.contains(UInt8(ascii: ":")) else { return false }
  var folded: [UInt8] = []
  for byte in destination {
    guard byte > 0x20, byte != 0x7F else { continue }
    folded.append(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte)
    if folded.count == 24 { break }
  }
  let text = folded[...]
  if text.starts(with: "javascript:".utf8) || text.starts(with: "vbscript:".utf8) || text.starts(with: "file:".utf8) {
    return true
  }
  guard text.starts(with: "data:".utf8) else { return false }
  guard isImage else { return true }
  let pictures: [StaticString] = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]
  return !pictures.contains { picture in picture.withUTF8Buffer { text.starts(with: $0) } }
}

extension SyntaxTree {
  /// Makes a tree safe: removes unsafe destinations and turns raw HTML into text.
  mutating func disarm() {
    for index in nodes.indices {
      switch nodes[index].kind {
      case .link, .image:
        let isImage = nodes[index].kind == .image
        if isUnsafe(destination: text[nodes[index].text.bounds], isImage: isImage) {
          nodes[index].flags.insert(.dropped)
        }
      case .htmlInline: nodes[index].kind = .text
      case .htmlBlock: becomeText(NodeIndex(index))
      default: break
      }
    }
  }

  /// Turns a block of raw HTML into a paragraph.
  mutating func becomeText(_ block: NodeIndex) {
    self[block].kind = .paragraph
    var child = Node(.text)
    child.text = self[block].text
    if child.text.end > child.text.start, text[Int(child.text.end) - 1] == UInt8(ascii: "\n") { child.text.end -= 1 }
    _ = append(child, to: block)
  }
}
