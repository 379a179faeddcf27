import Diagnostics

/// Joins the title of a box (专栏) with its content.
enum BoxFinder {
  static func joined(_ blocks: [SourceBlock], _ manuscript: inout Manuscript) -> [SourceBlock] {
    var result: [SourceBlock] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      if case .box(let title, let content) = block.kind, title.isEmpty {
        result.append(titled(block, content, after: &result, &manuscript))
        index += 1
      } else if block.isParagraph, block.plain.isBoxTitle {
        let (box, count) = box(at: index, blocks, &manuscript)
        result.append(box)
        index += count
      } else {
        result.append(block)
        index += 1
      }
    }
    return result
  }

  /// A box whose title is its own first line, or the short line before it.
  private static func titled(
    _ block: SourceBlock, _ content: [SourceBlock], after result: inout [SourceBlock], _ manuscript: inout Manuscript
  ) -> SourceBlock {
    var (block, content) = (block, content)
    var title = ""
    let hasOwnTitle =
      content.count > 1 && content[0].isParagraph
      && (block.isTextBox ? isTitle(content[0].plain) : content[0].plain.isBoxTitle)
    if !hasOwnTitle, let last = result.last, last.isParagraph, isTitle(last.plain) {
      title = last.plain
      result.removeLast()
      // The heading of a flattened table often repeats its title.
      if let first = content.first, first.isParagraph, same(first.plain, title) {
        content.removeFirst()
        manuscript.report(
          .note, .importLeftOut, "this repeats the title of the box, and is left out", line: first.line)
      }
    } else if content.count > 1, let first = content.first, first.isParagraph, isTitle(first.plain) {
      title = first.plain
      content.removeFirst()
    }
    block.kind = .box(title: title, content: content)
    return block
  }

  private static func same(_ a: String, _ b: String) -> Bool {
    a.filter { !$0.isWhitespace } == b.filter { !$0.isWhitespace }
  }

  private static func isTitle(_ text: String) -> Bool {
    text.columns <= 80 && !text.endsSentence && !text.endsWithin && !text.contains("。") && !text.isLeftOver
  }

  /// A box that begins with a line 专栏1. Plain text does not mark the end of a box. It ends at the first empty line, or,
  /// if its own paragraphs are separated by empty lines, at the next heading. A table or box right after the title is all
  /// of it.
  private static func box(
    at start: Int, _ blocks: [SourceBlock], _ manuscript: inout Manuscript
  ) -> (SourceBlock, Int) {
    let first = blocks[start]
    var content: [SourceBlock] = []
    var isCertain = false
    var end = start + 1
    if end < blocks.count {
      switch blocks[end].kind {
      case .table:
        content = [blocks[end]]
        isCertain = true
      case .box(let title, let inner) where title.isEmpty:
        content = inner
        isCertain = true
      default: break
      }
      if isCertain { end += 1 }
    }
    if !isCertain {
      let gaps = blocks[start...].dropFirst(2).count { $0.followsGap }
      let usesGaps = gaps * 2 > blocks[start...].count
      while end < blocks.count, !blocks[end].plain.isBoxTitle, !(blocks[end].plain.isLeftOver) {
        if blocks[end].followsGap, !usesGaps, end > start + 1 { break }
        content.append(blocks[end])
        end += 1
      }
    }
    if !isCertain {
      let last = content.last?.line ?? first.line
      manuscript.report(
        .warning, .importBoxEnd,
        "nothing shows where the box '\(first.plain)' ends; it is taken to end with line \(last)",
        hint: "move the closing ':::' in the section if it ends elsewhere", line: first.line)
    }
    var box = first
    box.kind = .box(title: first.plain, content: content)
    return (box, end - start)
  }
}
