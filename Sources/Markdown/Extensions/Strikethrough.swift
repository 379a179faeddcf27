extension DocumentReader {
  /// Pairs the `~~` among the children of a node. One tilde is text, as in the range `5~10`.
  mutating func matchTildes(in parent: NodeIndex) {
    var opener: NodeIndex = -1
    var child = tree[parent].firstChild
    while child >= 0 {
      let next = tree[child].next
      if tree[child].flags.contains(.tildes), tree[child].kind == .text {
        if opener >= 0, !isBlank(before: child), tree[opener].next != child {
          strike(from: opener, to: child)
          opener = -1
        } else if !isBlank(after: child) {
          opener = child
        }
      }
      child = next
    }
  }

  private mutating func strike(from opener: NodeIndex, to closer: NodeIndex) {
    var index = tree[opener].next
    tree[opener].kind = .strikethrough
    tree[opener].flags.remove(.tildes)
    while index != closer {
      let next = tree[index].next
      tree.move(index, to: opener)
      index = next
    }
    tree.unlink(closer)
  }

  private func isBlank(before node: NodeIndex) -> Bool {
    let previous = tree[node].previous
    guard previous >= 0 else { return true }
    switch tree[previous].kind {
    case .softBreak, .hardBreak, .joinedBreak: return true
    case .text: return tree.text[tree[previous].text.bounds].last.map { $0 <= 0x20 } ?? false
    default: return false
    }
  }

  private func isBlank(after node: NodeIndex) -> Bool {
    let next = tree[node].next
    guard next >= 0 else { return true }
    switch tree[next].kind {
    case .softBreak, .hardBreak, .joinedBreak: return true
    case .text: return tree.text[tree[next].text.bounds].first.map { $0 <= 0x20 } ?? false
    default: return false
    }
  }
}
