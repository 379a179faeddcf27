// The lines of a paragraph after its table: code, if they are indented as code is (GFM 0.29 §4.10), then text.
extension DocumentReader {
  /// Whether a line is indented by four columns more than its paragraph. `number` is 1-based, in the body.
  func isCode(_ line: Range<Int>, line number: Int, in paragraph: NodeIndex) -> Bool {
    let whole = prepared.line(number)
    var column = 0
    var index = whole.lowerBound
    while index < whole.upperBound {
      switch prepared.bytes[index] {
      case UInt8(ascii: "\t"): column += 4 - column % 4
      case UInt8(ascii: " "): column += 1
      case UInt8(ascii: ">") where index < line.lowerBound: column += 1
      default: return column >= Int(tree[paragraph].column) + 3
      }
      index += 1
    }
    return false
  }

  /// Adds a block of code for the leading lines that are code, and a paragraph for the lines after them. Returns the
  /// last block.
  mutating func insertCode(
    _ first: Int, _ lines: [Range<Int>], after table: NodeIndex, in paragraph: NodeIndex, _ pieces: inout TablePieces
  ) -> NodeIndex {
    let count = lines.indices.first { !isCode(lines[$0], line: first + $0, in: paragraph) } ?? lines.count
    pieces.needLibrary = true
    var text: [UInt8] = []
    for number in first..<first + count {
      text += source.bytes[body.line(number)].drop { $0 == UInt8(ascii: " ") || $0 == 9 || $0 == UInt8(ascii: ">") }
      text.append(UInt8(ascii: "\n"))
    }
    var code = Node(.codeBlock)
    code.line = Int32(first)
    code.endLine = Int32(first + count - 1)
    code.column = tree[paragraph].column
    code.text = tree.append(text: text)
    let index = tree.insert(code, after: table)
    guard count < lines.count else { return index }
    var prose = Node(.paragraph)
    prose.line = Int32(first + count)
    prose.endLine = Int32(first + lines.count - 1)
    prose.column = tree[paragraph].column
    let rest = tree.insert(prose, after: index)
    pieces.append(rest, Array(lines[count...]), isCell: false)
    return rest
  }
}
