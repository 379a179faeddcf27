/// The cells of all tables that hold more than plain text. libcmark reads them together, each as a paragraph.
struct TablePieces {
  private(set) var bytes: [UInt8] = []
  /// For which node each piece is, and on which line of `bytes` it starts.
  private(set) var pieces: [(node: NodeIndex, line: Int32)] = []
  private(set) var hasBracket = false
  private var lineCount: Int32 = 0

  static func needsParsing(_ bytes: [UInt8], _ cell: Range<Int>) -> Bool {
    for index in cell {
      switch bytes[index] {
      case UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "*"),
        UInt8(ascii: "_"), UInt8(ascii: "`"):
        return true
      default: continue
      }
    }
    return false
  }

  /// Lines after the first are indented, so that none of them can start a block.
  /// Text before a table may begin with link reference definitions; a cell never does.
  mutating func append(_ node: NodeIndex, _ lines: [Range<Int>], in source: [UInt8], isCell: Bool) {
    pieces.append((node, lineCount + 1))
    for (number, line) in lines.enumerated() {
      if number > 0 {
        bytes += "\n    ".utf8
      } else if isCell || source[line].first != UInt8(ascii: "[") {
        bytes += [Sentinel.lead, Sentinel.piece, UInt8(ascii: " ")]
      }
      bytes += source[line]
      if source[line].contains(UInt8(ascii: "[")) { hasBracket = true }
    }
    bytes += "\n\n".utf8
    lineCount += Int32(lines.count) + 1
  }

  /// The link reference definitions of the page, wherever they are, hold for its tables as well.
  mutating func appendDefinitions(from source: [UInt8]) {
    bytes += source
  }
}

extension DocumentReader {
  mutating func parse(_ pieces: TablePieces) {
    guard !pieces.pieces.isEmpty else { return }
    var pieces = pieces
    if pieces.hasBracket, body.features.contains(.definition) { pieces.appendDefinitions(from: prepared.bytes) }
    let root = tree.make(Node(.document))
    let firstNode = tree.nodes.count
    _ = pieces.bytes.withUnsafeBufferPointer {
      tree.appendCommonMark($0, under: root, depthLimit: Limits.depth)
    }
    var block = tree[root].firstChild
    var next = 0
    while block >= 0, next < pieces.pieces.count {
      let following = tree[block].next
      while next < pieces.pieces.count, pieces.pieces[next].line < tree[block].line { next += 1 }
      if next < pieces.pieces.count, pieces.pieces[next].line == tree[block].line {
        adopt(block, as: pieces.pieces[next].node)
        next += 1
        block = following
      } else {
        block = next < pieces.pieces.count ? following : -1
      }
    }
    for piece in pieces.pieces where tree[piece.node].kind == .paragraph && tree[piece.node].firstChild < 0 {
      // It held nothing but definitions.
      tree.unlink(piece.node)
    }
    if prepared.hasSentinels {
      for index in firstNode..<tree.nodes.count where tree.nodes[index].kind == .code {
        tree.nodes[index].text = tree.restore(tree.nodes[index].text, as: .cellCode)
      }
    }
  }

  private mutating func adopt(_ paragraph: NodeIndex, as node: NodeIndex) {
    let first = tree[paragraph].firstChild
    if first >= 0, tree[first].kind == .text, tree[first].text.bounds.count >= 2,
      tree.text[Int(tree[first].text.start)] == Sentinel.lead,
      tree.text[Int(tree[first].text.start) + 1] == Sentinel.piece
    {
      tree[first].text.start += 2
      if !tree[first].text.isEmpty, tree.text[Int(tree[first].text.start)] == UInt8(ascii: " ") {
        tree[first].text.start += 1
      }
      if tree[first].text.isEmpty { tree.unlink(first) }
    }
    tree.moveChildren(of: paragraph, to: node)
  }
}
