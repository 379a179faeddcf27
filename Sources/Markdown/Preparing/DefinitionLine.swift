/// The start of a line that defines a footnote, `[^label]:`, in byte offsets of the file.
struct DefinitionLine {
  /// The start of the text to replace: up to three spaces that do not belong to the container, and the label.
  let start: Int
  let label: Range<Int>
  /// The index of the note's text.
  let text: Int
  let isEmpty: Bool

  /// Nil for any other line. Its containers may be lists, quotations and other notes, as in GFM.
  init?(_ source: [UInt8], _ content: ContainerColumns.Content, to end: Int) {
    let bracket = content.index
    guard bracket + 4 < end, source[bracket] == UInt8(ascii: "["), source[bracket + 1] == UInt8(ascii: "^") else {
      return nil
    }
    let length = Sentinel.labelLength(source, from: bracket + 2, to: end)
    let colon = bracket + 2 + length + 1
    guard length > 0, colon < end, source[colon] == UInt8(ascii: ":") else { return nil }
    var text = colon + 1
    while text < end, source[text] == UInt8(ascii: " ") || source[text] == UInt8(ascii: "\t") { text += 1 }
    // Deeper lines are code, or belong to a container that was not recognized: libcmark decides.
    start = content.surplus < 4 ? bracket - content.surplus : bracket
    label = bracket + 2..<bracket + 2 + length
    self.text = text
    isEmpty = text == end
  }

  /// A bullet that the text does not use, so that notes never join one of its lists.
  static func bullet(in body: BodyText) -> [UInt8] {
    var used = Set<UInt8>()
    for number in 1...body.lineStarts.count {
      for byte in body.source.bytes[body.line(number)] {
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "-"): used.insert(byte)
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), UInt8(ascii: "."), UInt8(ascii: ")"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          continue
        default: break
        }
        break
      }
    }
    for bullet in ["+   ", "*   ", "-   "] where !bullet.utf8.prefix(1).contains(where: used.contains) {
      return Array(bullet.utf8)
    }
    return Array("1)  ".utf8)
  }
}
