extension DocumentReader {
  /// Reads `[ ]` or `[x]` at the start of an item's first paragraph (GFM 0.29 §5.3).
  mutating func readTask(_ paragraph: NodeIndex) {
    let item = tree[paragraph].parent
    guard tree[paragraph].previous < 0, item >= 0, tree[item].kind == .item else { return }
    let text = tree[paragraph].firstChild
    guard text >= 0, tree[text].kind == .text, tree[text].text.bounds.count >= 3 else { return }
    let start = Int(tree[text].text.start)
    guard tree.text[start] == UInt8(ascii: "["), tree.text[start + 2] == UInt8(ascii: "]"),
      isFollowedByBlank(text)
    else { return }
    let isDone = tree.text[start + 1] | 0x20 == UInt8(ascii: "x")
    guard isDone || tree.text[start + 1] == UInt8(ascii: " ") else { return }
    var marker = Node(.taskMarker)
    if isDone { marker.flags.insert(.checked) }
    tree[text].text.start += 3
    _ = tree.insert(marker, before: text)
    tree[item].flags.insert(.task)
  }

  /// Whether a blank, a line break or nothing follows the three bytes of the checkbox.
  private func isFollowedByBlank(_ text: NodeIndex) -> Bool {
    let box = tree[text].text.bounds
    if box.count > 3 { return tree.text[box.lowerBound + 3] <= UInt8(ascii: " ") }
    let next = tree[text].next
    return next < 0 || tree[next].kind == .softBreak || tree[next].kind == .hardBreak
  }
}
