/// The captions of pictures.
enum Captions {
  /// Uses the adjacent caption as the description of a picture that has none; the caption is kept.
  static func describePictures(in blocks: inout [SourceBlock]) {
    for index in blocks.indices where blocks[index].markdown.hasPrefix("![](") {
      let beside = [index + 1, index - 1].map { blocks.indices.contains($0) ? blocks[$0].plain : "" }
      let caption = beside.first { $0.isCaption }
      guard let caption else { continue }
      let words = MarkdownEscaping.escape(caption, atStart: false).replacing("]", with: "\\]")
      blocks[index].markdown = "![\(words)](" + blocks[index].markdown.dropFirst(4)
    }
  }
}
