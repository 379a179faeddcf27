import Diagnostics

/// The text may use something that the plain reader does not know.
///
/// # The plain reader
/// This folder is a deliberate second way to read Markdown. Nearly all texts use only a part of CommonMark, and libcmark
/// took a seventh of a whole build. `PlainBlockReader` finds the blocks and `PlainInlineReader` the inlines of such
/// texts, following CommonMark 0.30, appendix "A parsing strategy". Its rules:
/// - It makes the tree that libcmark makes, locations included, or it throws `NotPlain`. It never guesses.
/// - It never makes a finding: whatever might need one is left to libcmark and the readers of the tree.
/// - `PlainMarkdownTests` compare both trees on CommonMark's examples and on random texts.
struct NotPlain: Error {}

extension DocumentReader {
  /// Reads the tree without libcmark. Returns false, and leaves everything as it was, if the text is not plain.
  mutating func readPlainly() -> Bool {
    // With a link reference definition, any text in brackets may be a link.
    guard !body.features.contains(.definition) else { return false }
    let text = prepared.bytes
    isReadPlainly = text.withUnsafeBufferPointer { bytes in
      do throws(NotPlain) {
        try readPlainly(PlainBlockReader(text, bytes, lineStarts: prepared.lineStarts), PlainInlineReader(bytes))
        return true
      } catch {
        return false
      }
    }
    if !isReadPlainly { startOver() }
    return isReadPlainly
  }

  /// Inlines come last, as the lines of a table have no inlines of their own.
  private mutating func readPlainly(
    _ reader: consuming PlainBlockReader, _ inlines: consuming PlainInlineReader
  ) throws(NotPlain) {
    try reader.read()
    swap(&tree, &reader.tree)
    isReadPlainly = true
    if !prepared.directiveLines.isEmpty { nestDirectives() }
    let pieces = body.features.contains(.pipe) ? readTables() : TablePieces()
    if pieces.needLibrary { throw NotPlain() }
    for leaf in reader.leaves where tree[leaf.node].kind != .hidden {
      let count = Int(tree[leaf.node].endLine - tree[leaf.node].line) + 1
      try inlines.read(
        reader.lines[leaf.firstLine..<leaf.firstLine + min(leaf.count, count)], into: leaf.node, of: &tree)
    }
    if prepared.hasSentinels { restoreVerbatim() }
    let firstNode = tree.nodes.count
    for piece in pieces.pieces where piece.isCell {
      try inlines.read(piece.lines.map(TextRange.init)[...], into: piece.node, of: &tree)
    }
    if prepared.hasSentinels { restoreCode(from: firstNode) }
    hasLeftovers = inlines.hasLeftovers || prepared.hasSentinels
  }
}
