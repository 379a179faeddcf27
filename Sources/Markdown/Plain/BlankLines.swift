/// Records which blocks are followed by a blank line, which decides whether a list is tight: CommonMark 0.30 §5.3.
struct BlankLines {
  private struct Flags: OptionSet {
    let rawValue: UInt8
    static let isFollowed = Flags(rawValue: 1)
    static let isVisited = Flags(rawValue: 2)
  }

  /// The flags of each node, by its index.
  private var flags: [Flags] = [[]]

  mutating func reserveCapacity(_ count: Int) { flags.reserveCapacity(count) }

  /// A node was added to the tree.
  mutating func addNode() { flags.append([]) }

  mutating func insert(after block: NodeIndex) { flags[Int(block)].insert(.isFollowed) }
  mutating func remove(after block: NodeIndex) { flags[Int(block)].remove(.isFollowed) }

  /// A list is loose if there is a blank line between its items or between the blocks of one item.
  mutating func isTight(_ list: NodeIndex, in tree: borrowing SyntaxTree) -> Bool {
    var item = tree[list].firstChild
    while item >= 0 {
      let isLast = tree[item].next < 0
      if !isLast, flags[Int(item)].contains(.isFollowed) { return false }
      var block = tree[item].firstChild
      while block >= 0 {
        if !isLast || tree[block].next >= 0, endsWithBlankLine(block, in: tree) { return false }
        block = tree[block].next
      }
      item = tree[item].next
    }
    return true
  }

  /// Visits each node once, as libcmark does, so that nested lists take linear time.
  private mutating func endsWithBlankLine(_ block: NodeIndex, in tree: borrowing SyntaxTree) -> Bool {
    var block = block
    while !flags[Int(block)].contains(.isVisited), tree[block].kind == .list || tree[block].kind == .item,
      tree[block].lastChild >= 0
    {
      flags[Int(block)].insert(.isVisited)
      block = tree[block].lastChild
    }
    flags[Int(block)].insert(.isVisited)
    return flags[Int(block)].contains(.isFollowed)
  }
}
