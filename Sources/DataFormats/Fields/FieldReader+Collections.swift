import Diagnostics

extension FieldReader {
  /// Reads a scalar or a list of scalars. Reports any other item (`field.wrong-type`) and skips it.
  package mutating func strings(_ key: FieldKey) -> [Located<String>] {
    guard let node = node(key) else { return [] }
    switch node.content {
    case .scalar(let text, _): return [Located(text, at: node.range)]
    case .mapping:
      reportWrongType(key.text, wanted: "text or a list of texts", node)
      return []
    case .sequence(let items):
      var texts: [Located<String>] = []
      texts.reserveCapacity(items.count)
      for item in items {
        if item.isNull {
          report(.wrongType, "an item of '\(key)' is empty", hint: "write its text, or remove it", at: item.range)
        } else if case .scalar(let text, _) = item.content {
          texts.append(Located(text, at: item.range))
        } else {
          report(
            .wrongType, "an item of '\(key)' must be text, not \(item.kindInWords)",
            hint: item.asMapping == nil ? nil : "put a text that contains ': ' in quotes", at: item.range)
        }
      }
      return texts
    }
  }

  /// A reader for a mapping inside this one. The caller calls its `finish()`.
  package mutating func mapping(_ key: FieldKey, describing subject: Message) -> FieldReader? {
    guard let node = node(key) else { return nil }
    guard let entries = node.asMapping else {
      reportWrongType(key.text, wanted: "a mapping", node)
      return nil
    }
    return FieldReader(entries, at: node.range, in: file, describing: subject)
  }

  /// One reader per mapping of a list.
  package mutating func mappings(_ key: FieldKey, describing subject: Message) -> [FieldReader] {
    guard let node = node(key) else { return [] }
    guard node.asSequence != nil else {
      reportWrongType(
        key.text, wanted: "a list of mappings", node,
        hint: node.asMapping == nil ? nil : "begin each entry with '- '")
      return []
    }
    return FieldReader.items(of: node, in: file, describing: subject)
  }

  /// A reader for a mapping that the caller found in a field of this one. Nil for a node that is not a mapping
  /// (`field.wrong-type`).
  package func reader(of node: YAMLNode, describing subject: Message) -> FieldReader? {
    FieldReader(node, in: file, describing: subject)
  }

  /// One reader per mapping of a file that is a list, such as a register. An empty file gives none.
  package static func items(
    of node: YAMLNode, in source: SourceText, describing subject: Message, reportingTo sink: DiagnosticSink
  ) -> [FieldReader] {
    items(of: node, in: FileOfFields(source, sink), describing: subject)
  }

  private static func items(of node: YAMLNode, in file: FileOfFields, describing subject: Message) -> [FieldReader] {
    if case .sequence(let items) = node.content {
      var readers: [FieldReader] = []
      readers.reserveCapacity(items.count)
      // A list of texts is one mistake.
      var hasText = false
      for item in items {
        let isText = item.asScalar != nil
        if isText, hasText { continue }
        hasText = hasText || isText
        if let reader = FieldReader(item, in: file, describing: subject) { readers.append(reader) }
      }
      return readers
    }
    if node.isNull || node.asMapping?.isEmpty == true { return [] }
    file.sink.report(
      Diagnostic(
        .error, .wrongType, "the file must be a list of mappings, not \(node.kindInWords)",
        hint: "begin each entry with '- '", at: file.source.location(of: node.range)))
    return []
  }
}
