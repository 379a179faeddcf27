import Diagnostics

extension FieldReader {
  /// A scalar, or a list of scalars. Anything else in it is a `field.wrong-type` and left out.
  package mutating func strings(_ key: String) -> [Located<String>] {
    guard let node = node(key) else { return [] }
    switch node.content {
    case .scalar(let text, _): return [Located(text, at: node.range)]
    case .mapping:
      reportWrongType(key, wanted: "a text or a list of texts", node)
      return []
    case .sequence(let items):
      return items.compactMap { item in
        if item.isNull {
          report(.wrongType, "an item of '\(key)' is empty", hint: "write its text, or remove it", at: item.range)
          return nil
        }
        if let text = item.asScalar { return text }
        report(
          .wrongType, "an item of '\(key)' must be a text, not \(item.kindInWords)",
          hint: item.asMapping == nil ? nil : "a text with ': ' in it needs quotes", at: item.range)
        return nil
      }
    }
  }

  /// The reader of a mapping inside this one; its caller finishes it.
  package mutating func mapping(_ key: String, describing subject: String) -> FieldReader? {
    guard let node = node(key) else { return nil }
    guard let entries = node.asMapping else {
      reportWrongType(key, wanted: "a mapping", node)
      return nil
    }
    return FieldReader(entries, at: node.range, in: source, describing: subject, reportingTo: sink)
  }

  /// A reader for each mapping of a list.
  package mutating func mappings(_ key: String, describing subject: String) -> [FieldReader] {
    guard let node = node(key) else { return [] }
    guard node.asSequence != nil else {
      reportWrongType(
        key, wanted: "a list of mappings", node,
        hint: node.asMapping == nil ? nil : "begin each entry with '- '")
      return []
    }
    return FieldReader.items(of: node, in: source, describing: subject, reportingTo: sink)
  }

  /// A reader for each mapping of a file that is one list, such as a register. An empty file gives none.
  package static func items(
    of node: YAMLNode, in source: SourceText, describing subject: String, reportingTo sink: DiagnosticSink
  ) -> [FieldReader] {
    if let items = node.asSequence {
      return items.compactMap { FieldReader($0, in: source, describing: subject, reportingTo: sink) }
    }
    if node.isNull || node.asMapping?.isEmpty == true { return [] }
    sink.report(
      Diagnostic(
        .error, .wrongType, "the file must be a list of mappings, not \(node.kindInWords)",
        hint: "begin each entry with '- '", at: source.location(of: node.range)))
    return []
  }
}
