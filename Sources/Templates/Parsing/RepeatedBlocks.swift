import Diagnostics

/// Finds blocks that have one name twice: in one template, where a filling would replace both, and among the fillings of
/// one `{{<parent}}`, where only one could be shown.
enum RepeatedBlocks {
  private struct Block: Hashable {
    let name: String
    /// The index of the `{{<parent}}` that the block fills; nil for a block of the template itself.
    let parent: Int?
  }

  static func diagnostics(of tokens: [TemplateToken], _ pairs: TagPairs, in source: SourceText) -> [Diagnostic] {
    var first: [Block: Int] = [:]
    var diagnostics: [Diagnostic] = []
    for index in tokens.indices where tokens[index].kind == .block {
      let parent = pairs.enclosing[index].flatMap { tokens[$0].kind == .parent ? $0 : nil }
      let block = Block(name: tokens[index].name, parent: parent)
      guard let earlier = first[block] else {
        first[block] = index
        continue
      }
      diagnostics.append(
        Diagnostic(
          .error, .templateSyntax,
          parent == nil
            ? "block '\(block.name)' is in this template twice"
            : "block '\(block.name)' of '\(parent.map { tokens[$0].name } ?? "")' is filled twice",
          hint: parent == nil ? "give one of them another name" : "remove one of them",
          at: source.location(of: SourceRange(tokens[index].nameRange)),
          related: [
            .init("the first one is here", at: source.location(of: SourceRange(tokens[earlier].nameRange)))
          ]))
    }
    return diagnostics
  }
}
