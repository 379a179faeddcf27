import Diagnostics

/// Builds the tree of one template from its tags.
struct TemplateParser {
  private let source: SourceText
  private let tokens: [TemplateToken]
  private let pairs: TagPairs
  private let layout: LineLayout

  static func parse(_ name: String, _ source: SourceText) -> ParsedTemplate {
    var lexer = TemplateLexer(source)
    lexer.run()
    let pairs = TagPairs(lexer.tokens, in: source)
    let diagnostics =
      lexer.diagnostics.diagnostics + pairs.diagnostics.diagnostics
      + RepeatedBlocks.diagnostics(of: lexer.tokens, pairs, in: source)
    guard !diagnostics.hasErrors else {
      return ParsedTemplate(name: name, source: source, nodes: [], diagnostics: diagnostics)
    }
    let parser = TemplateParser(source, lexer.tokens, pairs)
    let nodes = parser.nodes(lexer.tokens.indices, from: source.contentStart, to: source.bytes.count)
    return ParsedTemplate(name: name, source: source, nodes: nodes, diagnostics: [])
  }

  private init(_ source: SourceText, _ tokens: [TemplateToken], _ pairs: TagPairs) {
    self.source = source
    self.tokens = tokens
    self.pairs = pairs
    self.layout = LineLayout(source.bytes, from: source.contentStart, tokens, pairs)
  }

  /// The nodes from byte offset `start` to `end`; `span` are the tags in this range.
  private func nodes(_ span: Range<Int>, from start: Int, to end: Int) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    var position = start
    var index = span.lowerBound
    while index < span.upperBound {
      appendText(position..<tokens[index].range.lowerBound, to: &nodes)
      if let node = node(index) { nodes.append(node) }
      let last = pairs.partner[index] ?? index
      position = tokens[last].range.upperBound
      index = last + 1
    }
    appendText(position..<end, to: &nodes)
    return nodes
  }

  private func appendText(_ range: Range<Int>, to nodes: inout [TemplateNode]) {
    let text = range.filter { !layout.isRemoved[$0] }.map { source.bytes[$0] }
    if !text.isEmpty { nodes.append(.text(text)) }
  }

  private func node(_ index: Int) -> TemplateNode? {
    let token = tokens[index]
    switch token.kind {
    case .silent, .close: return nil
    case .variable: return .variable(valueName(token), isEscaped: true)
    case .unescapedVariable: return .variable(valueName(token), isEscaped: false)
    case .section, .invertedSection:
      return .section(
        SectionNode(
          name: valueName(token), isInverted: token.kind == .invertedSection, children: children(index)))
    case .block: return .block(block(index))
    case .partial: return .inclusion(inclusion(index, fillings: [], ignored: []))
    case .parent:
      let inner = directChildren(index)
      return .inclusion(
        inclusion(
          index, fillings: inner.filter { tokens[$0].kind == .block }.map(block),
          ignored: inner.map { tokens[$0] }.filter { $0.kind != .block && $0.kind != .silent }
            .map { SourceRange($0.range) }))
    }
  }
}

// MARK: - Parts

extension TemplateParser {
  private func inclusion(_ index: Int, fillings: [BlockNode], ignored: [SourceRange]) -> InclusionNode {
    let token = tokens[index]
    return InclusionNode(
      target: token.isDynamic ? .dynamic(valueName(token)) : .template(token.name),
      range: SourceRange(token.nameRange), indentation: layout.indentation[index], fillings: fillings,
      ignored: ignored)
  }

  private func block(_ index: Int) -> BlockNode {
    BlockNode(
      name: tokens[index].name, range: SourceRange(tokens[index].nameRange),
      indentation: layout.indentation[index], beginsLine: layout.beginsLine[index],
      children: children(index))
  }

  private func valueName(_ token: TemplateToken) -> ValueName {
    let parts = token.name == "." ? [] : token.name.split(separator: ".").map(String.init)
    return ValueName(parts: parts, range: SourceRange(token.nameRange))
  }

  private func children(_ index: Int) -> [TemplateNode] {
    guard let close = pairs.partner[index] else { return [] }
    return nodes(
      (index + 1)..<close, from: tokens[index].range.upperBound, to: tokens[close].range.lowerBound)
  }

  /// The tags directly inside an opening tag.
  private func directChildren(_ index: Int) -> [Int] {
    guard let close = pairs.partner[index] else { return [] }
    return ((index + 1)..<close).filter { pairs.enclosing[$0] == index && tokens[$0].kind != .close }
  }
}
