import Diagnostics

/// A value in a YAML file. Scalars keep the text that the author wrote: the reader of a field decides its type.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    /// `isPlain`: not quoted, not a block and without `!!str`, so that `~` is null.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// Unique keys in the order of the file; merged entries (`<<`) come last.
    case mapping([YAMLEntry])
  }

  package let content: Content
  /// In the file. The value of an alias has the range of the alias; its parts keep their own ranges.
  package let range: SourceRange

  package init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }
}

/// A key of a mapping, with its value.
package struct YAMLEntry: Sendable {
  /// The code of the key, which readers compare first.
  let code: UInt64
  package let key: Located<String>
  package let value: YAMLNode

  package init(key: Located<String>, value: consuming YAMLNode) {
    self.init(code: FieldKey.code(of: key.value), key: key, value: value)
  }

  init(code: UInt64, key: Located<String>, value: consuming YAMLNode) {
    self.code = code
    self.key = key
    self.value = value
  }
}

// MARK: - Access

extension YAMLNode {
  /// Whether the value is missing or one of the words for null. YAML 1.2 §10.3.2.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    // Compares lengths first: a page has dozens of texts, and few are null.
    return switch text.utf8.count {
    case 0: true
    case 1: text == "~"
    case 4: text == "null" || text == "Null" || text == "NULL"
    default: false
    }
  }

  /// The text, `~` included; nil for a list or a mapping.
  package var asScalar: Located<String>? {
    guard case .scalar(let text, _) = content else { return nil }
    return Located(text, at: range)
  }

  package var asSequence: [YAMLNode]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  package var asMapping: [YAMLEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The kind of value in messages: `a list`.
  package var kindInWords: Message {
    switch content {
    case .scalar: isNull ? "nothing" : "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
