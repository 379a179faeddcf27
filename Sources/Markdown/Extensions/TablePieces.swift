/// The texts of tables whose inlines have to be parsed: cells that are not plain text, and the text before a table in
/// the same paragraph.
struct TablePieces {
  struct Piece {
    let node: NodeIndex
    /// Ranges of the prepared bytes.
    let lines: [Range<Int>]
    let isCell: Bool
  }

  private(set) var pieces: [Piece] = []
  /// The empty cells that were added to rows so far.
  var addedCells = 0
  /// Whether a table is followed by lines of its paragraph that are not rows: they are left to libcmark.
  var needLibrary = false

  static func needsParsing(_ bytes: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) -> Bool {
    for index in cell {
      switch bytes[index] {
      case UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "*"),
        UInt8(ascii: "_"), UInt8(ascii: "`"), 0:
        return true
      default: continue
      }
    }
    return false
  }

  mutating func append(_ node: NodeIndex, _ lines: [Range<Int>], isCell: Bool) {
    pieces.append(Piece(node: node, lines: lines, isCell: isCell))
  }
}

/// All pieces of a page as one text, so that libcmark parses them in one call, each as a paragraph.
private struct JoinedPieces {
  private(set) var bytes: [UInt8] = []
  /// The node of each piece, and the 1-based line of `bytes` on which it starts.
  private(set) var pieces: [(node: NodeIndex, line: Int32)] = []
  private var lineCount: Int32 = 0

  /// With `hasDefinitions`, adds the whole page: its link reference definitions also apply to its tables.
  init(_ pieces: TablePieces, in source: [UInt8], hasDefinitions: Bool) {
    for piece in pieces.pieces { append(piece, in: source) }
    if hasDefinitions, bytes.contains(UInt8(ascii: "[")) { bytes += source }
  }

  /// Lines after the first are indented, so that none of them can start a block. The text before a table may start with
  /// link reference definitions; a cell never does.
  private mutating func append(_ piece: TablePieces.Piece, in source: [UInt8]) {
    pieces.append((piece.node, lineCount + 1))
    for (number, line) in piece.lines.enumerated() {
      if number > 0 {
        bytes += "\n    ".utf8
      } else if piece.isCell || source[line].first != UInt8(ascii: "[") {
        bytes += [Sentinel.lead, Sentinel.piece, UInt8(ascii: " ")]
      }
      bytes += source[line]
    }
    bytes += "\n\n".utf8
    lineCount += Int32(piece.lines.count) + 1
  }
}

extension DocumentReader {
  /// Parses the pieces with libcmark and moves the inlines to their nodes.
  mutating func parse(_ pieces: TablePieces) {
    guard !pieces.pieces.isEmpty else { return }
    let pieces = JoinedPieces(pieces, in: prepared.bytes, hasDefinitions: body.features.contains(.definition))
    let root = tree.make(Node(.document))
    let firstNode = tree.nodes.count
    _ = pieces.bytes.withUnsafeBufferPointer {
      tree.appendCommonMark($0, under: root, depthLimit: Limits.depth)
    }
    if !prepared.separators.isEmpty { tree.removeSeparators(from: firstNode) }
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
      // The piece contained only definitions.
      tree.unlink(piece.node)
    }
    if prepared.hasSentinels { restoreCode(from: firstNode) }
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
