import Diagnostics

/// Builds a tree from libyaml's events.
struct YAMLTreeBuilder: ~Copyable {
  private let source: SourceText
  private var events: YAMLEventStream
  private var offsets: CharacterOffsets
  /// The offset of the bytes in the file.
  private let base: Int
  private var diagnostics: [Diagnostic] = []
  private var anchors: [String: Anchor] = [:]
  private var aliasedNodes = 0
  /// The scalar before a syntax error, for its message.
  private var lastScalar: SourceRange?

  private struct Anchor {
    /// Nil while the value is being read: an alias to it would contain itself.
    var node: YAMLNode?
    var size: Int
    var height: Int
  }

  /// Thrown after a finding that ends the parse.
  private struct Stop: Error {
    /// Nil if `mostFindings` were reported before.
    let diagnostic: Diagnostic?
  }

  /// A node with its size and height for the limits. `node` is nil if it was skipped with a finding.
  private struct Built {
    var node: YAMLNode?
    var end: Int
    var size = 1
    /// 0 for a scalar, 1 for a list of scalars.
    var height = 0

    mutating func count(_ part: Built) {
      end = max(end, part.end)
      size += part.size
      height = max(height, part.height + 1)
    }
  }

  init(source: SourceText, bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.source = source
    self.events = YAMLEventStream(bytes)
    self.offsets = CharacterOffsets(bytes)
    self.base = base
  }

  mutating func document() -> Checked<YAMLNode> {
    do {
      let root = try root()
      return root.map { Checked($0, diagnostics) } ?? Checked(failed: diagnostics)
    } catch {
      return Checked(failed: diagnostics + (error.diagnostic.map { [$0] } ?? []))
    }
  }
}

// MARK: - Nodes

extension YAMLTreeBuilder {
  private mutating func root() throws(Stop) -> YAMLNode? {
    let empty = YAMLNode(.mapping([]), at: SourceRange(start: base, end: base))
    let first = try next()
    guard case .documentStart = first.kind else { return empty }
    let built = try node(try next(), depth: 0)
    _ = try next()  // the end of the document
    let after = try next()
    if case .documentStart = after.kind {
      try report(
        .yamlUnsupported, "a file can have only one YAML document", hint: "remove the line '---'",
        at: SourceRange(start: range(of: after).bounds.lowerBound, end: range(of: after).bounds.lowerBound + 3))
    }
    guard let node = built.node else { return nil }
    return node.isNull ? empty : node
  }

  private mutating func node(_ event: YAMLEvent, depth: Int) throws(Stop) -> Built {
    if case .alias(let name) = event.kind { return try alias(name, event, depth: depth) }
    if let anchor = event.anchor { anchors[anchor] = Anchor(node: nil, size: 0, height: 0) }
    var built: Built
    switch event.kind {
    case .scalar(let text, let isPlain):
      let range = range(of: event)
      lastScalar = range
      // A control character comes only from an escape such as "\\b" in quotation marks: libyaml refuses those of the
      // file.
      if !isPlain, let control = text.unicodeScalars.first(where: ControlCharacter.contains) {
        try report(
          .controlCharacter, "a text in quotation marks has a control character (\(ControlCharacter.name(control)))",
          hint: "remove the escape that begins with '\\'; for a backslash, write '\\\\'", at: range)
      }
      built = Built(
        node: YAMLNode(.scalar(text, isPlain: isPlain && !YAMLTag.makesText(event.tag)), at: range),
        end: Int(range.end))
    case .sequenceStart(let isFlow): built = try sequence(event, isFlow: isFlow, depth: depth + 1)
    case .mappingStart(let isFlow): built = try mapping(event, isFlow: isFlow, depth: depth + 1)
    default: preconditionFailure("libyaml reports a node wherever one is expected")
    }
    if let tag = event.tag, !YAMLTag.isKnown(tag) {
      let start = range(of: event).bounds.lowerBound
      try report(
        .yamlUnsupported, "the YAML tag '\(YAMLTag.asWritten(tag))' is not supported", hint: "remove the tag",
        at: SourceRange(start: start, end: start))
      built.node = nil
    }
    if let anchor = event.anchor {
      anchors[anchor] = built.node.map { Anchor(node: $0, size: built.size, height: built.height) }
    }
    return built
  }

  private mutating func sequence(_ event: YAMLEvent, isFlow: Bool, depth: Int) throws(Stop) -> Built {
    try checkDepth(depth, at: event)
    let start = range(of: event)
    var built = Built(node: nil, end: Int(start.end), height: 1)
    var items: [YAMLNode] = []
    while true {
      let event = try next()
      if case .collectionEnd = event.kind {
        // A block ends with its last item; libyaml reports the start of the next token instead.
        if isFlow { built.end = Int(range(of: event).end) }
        break
      }
      let item = try node(event, depth: depth)
      built.count(item)
      if let node = item.node { items.append(node) }
    }
    built.node = YAMLNode(.sequence(items), at: SourceRange(start: Int(start.start), end: built.end))
    return built
  }

  private mutating func mapping(_ event: YAMLEvent, isFlow: Bool, depth: Int) throws(Stop) -> Built {
    try checkDepth(depth, at: event)
    let start = range(of: event)
    var built = Built(node: nil, end: Int(start.end), height: 1)
    var entries = YAMLMappingEntries()
    while true {
      let event = try next()
      if case .collectionEnd = event.kind {
        if isFlow { built.end = Int(range(of: event).end) }
        break
      }
      let keyRange = range(of: event)
      let isMergeKey = event.isMergeKey
      let key = try node(event, depth: depth)
      let value = try node(try next(), depth: depth)
      built.count(key)
      built.count(value)
      guard let keyNode = key.node else { continue }
      guard let text = keyNode.asScalar?.value else {
        try report(
          .yamlUnsupported, "a key must be text, not \(keyNode.kindInWords)",
          hint: "put a text that begins with '[' or '{' in quotes", at: keyRange)
        continue
      }
      guard let node = value.node else { continue }
      if isMergeKey, entries.merge(node) { continue }
      if isMergeKey {
        try report(.yamlUnsupported, "'<<' must be followed by a mapping or a list of mappings", at: node.range)
      } else if let first = entries.append(YAMLEntry(key: Located(text, at: keyRange), value: node)) {
        try report(
          .yamlDuplicateKey, "the key '\(text)' is already used in this mapping",
          hint: "keep one of the two", at: keyRange,
          related: [Diagnostic.Related("'\(text)' is first used here", at: source.location(of: first))])
      }
    }
    built.node = YAMLNode(.mapping(entries.all), at: SourceRange(start: Int(start.start), end: built.end))
    return built
  }

  private mutating func alias(_ name: String, _ event: YAMLEvent, depth: Int) throws(Stop) -> Built {
    let range = range(of: event)
    let left = Built(node: nil, end: Int(range.end))
    guard let anchor = anchors[name] else {
      let hint = didYouMean(name, among: anchors.keys.sorted()) ?? "put a text that begins with '*' in quotes"
      try report(.yamlUnknownAlias, "no earlier value is marked '&\(name)'", hint: hint, at: range)
      return left
    }
    guard let node = anchor.node else {
      try report(.yamlUnsupported, "'*\(name)' is inside the value that it repeats", at: range)
      return left
    }
    aliasedNodes += anchor.size
    guard aliasedNodes <= YAMLParser.mostAliasedNodes else {
      throw stop(
        .yamlTooLarge, "aliases repeat more than \(YAMLParser.mostAliasedNodes) values",
        hint: "write the values out, or repeat less", at: range)
    }
    guard depth + anchor.height <= YAMLParser.deepestNesting else { throw tooDeep(at: range) }
    return Built(
      node: YAMLNode(node.content, at: range), end: Int(range.end), size: anchor.size, height: anchor.height)
  }
}

// MARK: - Ranges and findings

extension YAMLTreeBuilder {
  private mutating func next() throws(Stop) -> YAMLEvent {
    do {
      return try events.next()
    } catch {
      throw Stop(diagnostic: diagnostic(for: error))
    }
  }

  private mutating func range(of event: YAMLEvent) -> SourceRange {
    let start = base + offsets.byteOffset(ofCharacter: event.start)
    return SourceRange(start: start, end: base + offsets.byteOffset(ofCharacter: event.end))
  }

  private mutating func diagnostic(for problem: YAMLProblem) -> Diagnostic {
    let offset =
      switch problem.position {
      case .character(let index): base + offsets.byteOffset(ofCharacter: index)
      case .byte(let offset): base + offset
      }
    let contextStart = base + offsets.byteOffset(ofCharacter: problem.contextStart)
    return problem.diagnostic(
      in: source,
      at: YAMLProblem.Offsets(
        problem: offset, contextStart: contextStart, lastScalar: lastScalar, end: base + offsets.count))
  }

  private mutating func checkDepth(_ depth: Int, at event: YAMLEvent) throws(Stop) {
    if depth > YAMLParser.deepestNesting { throw tooDeep(at: range(of: event)) }
  }

  private func tooDeep(at range: SourceRange) -> Stop {
    stop(
      .yamlTooDeep, "lists and mappings are nested more than \(YAMLParser.deepestNesting) levels deep",
      hint: "flatten the structure", at: range)
  }

  private func stop(_ code: DiagnosticCode, _ message: Message, hint: Message, at range: SourceRange) -> Stop {
    Stop(diagnostic: Diagnostic(.error, code, message, hint: hint, at: source.location(of: range)))
  }

  private mutating func report(
    _ code: DiagnosticCode, _ message: Message, hint: Message? = nil, at range: SourceRange,
    related: [Diagnostic.Related] = []
  ) throws(Stop) {
    diagnostics.append(Diagnostic(.error, code, message, hint: hint, at: source.location(of: range), related: related))
    if diagnostics.count == YAMLParser.mostFindings { throw Stop(diagnostic: nil) }
  }
}

extension YAMLEvent {
  fileprivate var isMergeKey: Bool {
    if case .scalar("<<", isPlain: true) = kind { return true }
    return false
  }
}
