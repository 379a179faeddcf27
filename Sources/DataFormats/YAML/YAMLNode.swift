import Diagnostics

/// A value in a YAML file. Scalars stay the text that the author wrote: the field that reads one decides its type.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    /// `isPlain`: written without quotes, not as a block and without `!!str`, so that `~` means nothing.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// Unique keys in their written order; merged ones (`<<`) come last.
    case mapping([YAMLEntry])
  }

  package let content: Content
  /// In the whole file. What an alias stands for has the alias's place; its parts keep their own.
  package let range: SourceRange

  package init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }
}

/// A key of a mapping, with its value.
package struct YAMLEntry: Sendable {
  /// Of the key: what a reader compares first.
  let code: UInt64
  /// The key's text, or nothing where its number says it: of thirty keys that a page has, few are asked for as texts.
  private let text: String
  private let range: SourceRange
  package let value: YAMLNode

  package init(key: Located<String>, value: YAMLNode) {
    self.init(code: FieldKey.code(of: key.value), key.value, at: key.range, value: value)
  }

  /// `text` is that of the key, and only asked for where the number does not say it.
  init(code: UInt64, _ text: @autoclosure () -> String, at range: SourceRange, value: consuming YAMLNode) {
    self.code = code
    self.text = FieldKey.isExact(code) ? "" : text()
    self.range = range
    self.value = value
  }

  package var key: Located<String> {
    Located(FieldKey.isExact(code) ? FieldKey.text(of: code) : text, at: range)
  }
}

// MARK: - Looking inside

extension YAMLNode {
  /// Nothing was written, or one of the words for it. YAML 1.2 §10.3.2.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    // By length first: most texts are none of these, and a page has dozens.
    return switch text.utf8.count {
    case 0: true
    case 1: text == "~"
    case 4: text == "null" || text == "Null" || text == "NULL"
    default: false
    }
  }

  /// The text as written, `~` included; nil for a list or a mapping.
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

  /// What it is, in an author's words: `a list`.
  package var kindInWords: String {
    switch content {
    case .scalar: isNull ? "nothing" : "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
