// Paragraphs.
extension HTMLRenderer {
  /// A paragraph with a very long word has a class: justified text would be torn in the line before the word.
  mutating func openParagraph(_ index: NodeIndex) {
    startLine()
    output.append(markup: !isPlain && hasLongWord(index) ? "<p class=\"ragged\">" : "<p>")
  }

  private func hasLongWord(_ paragraph: NodeIndex) -> Bool {
    var index = tree[paragraph].firstChild
    while index >= 0 {
      switch tree[index].kind {
      case .text, .code: if isLongWord(in: tree[index].text) { return true }
      case .link:
        let text = tree[index].firstChild
        if text >= 0, tree[text].kind == .text, isLongWord(in: tree[text].text) { return true }
      default: break
      }
      index = tree[index].next
    }
    return false
  }

  /// Whether a range has a long run of Latin letters, digits and signs without a space. Such a run has a character at a
  /// multiple of its least length, so only these positions are checked first.
  private func isLongWord(in range: TextRange) -> Bool {
    let least = 24
    return tree.text.withUnsafeBufferPointer { text in
      let bytes = UnsafeBufferPointer(rebasing: text[range.bounds])
      func isInWord(_ index: Int) -> Bool { bytes[index] > UInt8(ascii: " ") && bytes[index] < 0x7F }
      var index = least - 1
      while index < bytes.count {
        if isInWord(index) {
          var (start, end) = (index, index + 1)
          while start > 0, isInWord(start - 1) { start -= 1 }
          while end < bytes.count, isInWord(end) { end += 1 }
          if end - start >= least { return true }
        }
        index += least
      }
      return false
    }
  }
}
