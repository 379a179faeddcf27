import Bytes

/// Keeps the sign of per cent on one side of its number, `12%`, in a page that runs from right to left: U+200E is on both
/// sides of the sign, as in CLDR. What planpress writes has the marks already; this adds them to what authors write.
enum PercentMarks {
  private static let mark: [UInt8] = [0xE2, 0x80, 0x8E]

  /// Marks the page that `output` contains from `start` on.
  static func add(to output: inout ByteBuffer, from start: Int) {
    let insertions = output.withBytes(from: start) { marks(in: $0) }
    output.insert(insertions, from: start)
  }

  /// The marks of a page, in order.
  private static func marks(in page: UnsafeBufferPointer<UInt8>) -> [ByteBuffer.Insertion] {
    var marks: [ByteBuffer.Insertion] = []
    var pieces = HTMLPieces(page)
    // Code is copied, and has no marks that nobody sees.
    var code = 0
    while let piece = pieces.next() {
      switch piece.kind {
      case .remark: continue
      case .open: if isCode(piece, pieces) { code += 1 }
      case .close: if isCode(piece, pieces) { code = max(0, code - 1) }
      case .text:
        guard code == 0 else { continue }
        for index in piece.range.dropFirst() where page[index] == UInt8(ascii: "%") {
          guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(page[index - 1]) else { continue }
          marks.append(.init(at: index, mark))
          marks.append(.init(at: index + 1, mark))
        }
      }
    }
    return marks
  }

  private static func isCode(_ tag: HTMLPieces.Piece, _ pieces: HTMLPieces) -> Bool {
    switch tag.name.count {
    case 3: pieces.equals(tag.name, "pre")
    case 4: pieces.equals(tag.name, "code")
    case 5: pieces.equals(tag.name, "style")
    case 6: pieces.equals(tag.name, "script")
    case 8: pieces.equals(tag.name, "textarea")
    default: false
    }
  }
}
