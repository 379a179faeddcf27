import Diagnostics

extension DocumentReader {
  /// Turns the marked lines that became blocks into directives, and moves the blocks between a container's opening and
  /// closing lines into the container.
  mutating func nestDirectives() {
    // An open container takes its following siblings, so each parent needs one pass.
    var parents: [NodeIndex] = []
    var seen = Set<NodeIndex>()
    for index in tree.nodes.indices
    where tree.nodes[index].kind == .htmlBlock && markedDirective(NodeIndex(index)) != nil {
      let parent = tree.nodes[index].parent
      if parent >= 0, parents.last != parent, seen.insert(parent).inserted { parents.append(parent) }
    }
    for parent in parents { nestDirectives(in: parent) }
  }

  private mutating func nestDirectives(in parent: NodeIndex) {
    var open: [(node: NodeIndex, line: DirectiveLine)] = []
    var child = tree[parent].firstChild
    while child >= 0 {
      let next = tree[child].next
      let number = tree[child].kind == .htmlBlock ? markedDirective(child) : nil
      if let number { foundMarkers.insert(directive: number) }
      if let number, prepared.directiveLines[number].isClosing {
        close(prepared.directiveLines[number], &open)
        tree.unlink(child)
        tree[child].kind = .hidden
      } else {
        if let container = open.last { tree.move(child, to: container.node) }
        if let number { openDirective(number, at: child, &open) }
      }
      child = next
    }
    for container in open { reportUnclosed(container.line) }
  }

  private mutating func openDirective(
    _ number: Int, at node: NodeIndex, _ open: inout [(node: NodeIndex, line: DirectiveLine)]
  ) {
    let line = prepared.directiveLines[number]
    tree[node].kind = .directive
    tree[node].number = Int32(number)
    blockDirectives[number] = node
    if let problem = line.problem { report(problem) }
    guard line.isContainer else { return }
    if open.count < Limits.depth {
      open.append((node, line))
    } else {
      diagnostics.append(
        Diagnostic(
          .error, .tooDeeplyNested, "directives are nested more than \(Limits.depth) deep",
          hint: "close directives with ':::' before you open others", at: location(line.start..<line.end)))
    }
  }

  /// A closing line closes the innermost container with the same number of colons, or else with fewer, and everything
  /// open inside it.
  private mutating func close(_ line: DirectiveLine, _ open: inout [(node: NodeIndex, line: DirectiveLine)]) {
    let match = open.lastIndex { $0.line.colons == line.colons } ?? open.lastIndex { $0.line.colons < line.colons }
    guard let match else {
      diagnostics.append(
        Diagnostic(
          .error, .unopenedDirective, "these \(line.colons) colons close no directive",
          hint: open.last.map { "close '\(opening($0.line))' with at least \($0.line.colons) colons" }
            ?? "remove the line, or open a directive above it, as in ':::box'",
          at: location(line.start..<line.end)))
      return
    }
    for inner in open[(match + 1)...] { reportUnclosed(inner.line) }
    open.removeSubrange(match...)
  }

  private mutating func reportUnclosed(_ line: DirectiveLine) {
    // It needs no end; its third colon is reported.
    if line.name == "indicators" || line.name == "chart" { return }
    diagnostics.append(
      Diagnostic(
        .error, .unclosedDirective, "the directive '\(opening(line))' is not closed",
        hint: "write '\(String(repeating: ":", count: line.colons))' on a line of its own after its content",
        at: location(line.start..<line.start + line.colons + line.name.utf8.count)))
  }

  private func opening(_ line: DirectiveLine) -> String {
    String(repeating: ":", count: line.colons) + line.name
  }

  mutating func report(_ problem: AttributeList.Problem) {
    diagnostics.append(
      Diagnostic(.error, .directiveSyntax, problem.message, hint: problem.hint, at: location(problem.range)))
  }

  func location(_ range: Range<Int>) -> SourceLocation {
    source.location(of: SourceRange(start: range.lowerBound, end: range.upperBound))
  }
}

// MARK: - Registering directives

extension DocumentReader {
  /// Adds a block directive to the document; called in document order.
  mutating func registerDirective(_ node: NodeIndex) {
    let line = prepared.directiveLines[Int(tree[node].number)]
    tree[node].number = Int32(directives.count)
    directives.append(
      MarkdownDirective(
        name: line.name, form: line.isContainer ? .container : .leaf,
        label: line.label.map { String(decoding: source.bytes[$0], as: UTF8.self) },
        labelRange: line.label.map { SourceRange(start: $0.lowerBound, end: $0.upperBound) },
        attributes: line.attributes.map(attribute), parent: container(of: node),
        isWellFormed: line.problem == nil, range: SourceRange(start: line.start, end: line.end),
        line: fileLine(tree[node].line), source: keptSource, colons: line.colons))
  }

  func attribute(_ attribute: AttributeList.Attribute) -> MarkdownAttribute {
    MarkdownAttribute(
      name: attribute.name, value: attribute.value,
      nameRange: SourceRange(start: attribute.nameRange.lowerBound, end: attribute.nameRange.upperBound),
      valueRange: SourceRange(start: attribute.valueRange.lowerBound, end: attribute.valueRange.upperBound),
      source: keptSource)
  }

  /// The number of the innermost directive around a node.
  func container(of node: NodeIndex) -> Int? {
    guard !blockDirectives.isEmpty else { return nil }
    var parent = tree[node].parent
    while parent >= 0 {
      if tree[parent].kind == .directive { return Int(tree[parent].number) }
      parent = tree[parent].parent
    }
    return nil
  }
}
