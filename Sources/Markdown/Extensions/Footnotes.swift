import Diagnostics

/// The footnotes of a page: the definitions, and the referenced ones in the order of their first references.
struct FootnoteRegister {
  struct Definition {
    let label: String
    let range: SourceRange
    let node: NodeIndex
    /// The 0-based index in `numbered`; nil if the text does not refer to it.
    var number: Int?
  }

  var definitions: [Definition] = []
  /// Indices of `definitions` by the labels' keys.
  var index: [String: Int] = [:]
  var numbered: [Footnote] = []
  /// The labels of `definitions`, which are complete before the first reference is read.
  private(set) lazy var labels: NearNames = {
    let labels = definitions.map(\.label)
    return NearNames { labels }
  }()

  /// Labels match case-insensitively, as link labels do (CommonMark 0.30 §4.7).
  static func key(_ label: String) -> String { label.lowercased() }
}

/// A footnote that the text refers to.
struct Footnote: Sendable {
  let definition: NodeIndex
  var references: Int
}

extension DocumentReader {
  /// Moves the definitions, which libcmark read as list items, out of the text.
  mutating func takeDefinitions() {
    for index in tree.nodes.indices where tree.nodes[index].kind == .item {
      let item = NodeIndex(index)
      guard let marker = prepared.marker(onLine: Int(tree[item].line)), case .definition(let number) = marker.kind,
        marker.column == Int(tree[item].column)
      else { continue }
      foundMarkers.insert(definition: number)
      takeDefinition(prepared.definitions[number], from: item)
    }
  }

  private mutating func takeDefinition(_ definition: PreparedBody.Definition, from item: NodeIndex) {
    unlinkWithEmptyContainers(item)
    tree[item].kind = .footnoteDefinition
    if tree[item].firstChild >= 0, tree[tree[item].firstChild].kind == .htmlBlock, isMarker(tree[item].firstChild),
      markedDirective(tree[item].firstChild) == nil
    {
      tree.unlink(tree[item].firstChild)
    }
    let key = FootnoteRegister.key(definition.label)
    if let first = notes.index[key] {
      diagnostics.append(
        Diagnostic(
          .error, .duplicateFootnote, "footnote '\(definition.label)' is defined twice",
          hint: "give one of them another label", at: source.location(of: definition.range),
          related: [.init("the first definition", at: source.location(of: notes.definitions[first].range))]))
      return
    }
    notes.index[key] = notes.definitions.count
    notes.definitions.append(.init(label: definition.label, range: definition.range, node: item))
  }

  /// Removes a block, and the lists and quotations that held nothing else.
  private mutating func unlinkWithEmptyContainers(_ block: NodeIndex) {
    var block = block
    while true {
      let parent = tree[block].parent
      tree.unlink(block)
      guard parent >= 0, tree[parent].firstChild < 0 else { return }
      switch tree[parent].kind {
      case .list, .item, .blockQuote: block = parent
      default: return
      }
    }
  }

  /// Counts a reference and returns the 0-based number of its footnote; nil, with an error, if that is not defined.
  mutating func number(ofFootnote label: String, at range: SourceRange) -> Int? {
    guard let index = notes.index[FootnoteRegister.key(label)] else {
      diagnostics.append(
        Diagnostic(
          .error, .unknownFootnote, "footnote '\(label)' does not exist",
          hint: notes.labels.hint(for: label)
            ?? "define it on a line of its own: [^\(label)]: …", at: source.location(of: range)))
      return nil
    }
    if let number = notes.definitions[index].number {
      notes.numbered[number].references += 1
      return number
    }
    let number = notes.numbered.count
    notes.definitions[index].number = number
    notes.numbered.append(Footnote(definition: notes.definitions[index].node, references: 1))
    return number
  }

  /// Reads the footnotes that are referred to, which may refer to others, and reports the unused ones.
  mutating func readFootnotes() {
    var next = 0
    while next < notes.numbered.count {
      readInlines(of: notes.numbered[next].definition)
      next += 1
    }
    for definition in notes.definitions where definition.number == nil {
      diagnostics.append(
        Diagnostic(
          .warning, .unusedFootnote, "footnote '\(definition.label)' is not used",
          hint: "refer to it with [^\(definition.label)], or remove it",
          at: source.location(of: definition.range)))
    }
  }
}
