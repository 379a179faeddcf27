import Diagnostics

/// `:::name`, `::name` or `:name[…]`. Its number is its index in `MarkdownDocument.directives`.
package struct MarkdownDirective: Sendable {
  package enum Form: Sendable {
    /// `:::name` … `:::`, with content between them.
    case container
    /// `::name` on its own line.
    case leaf
    /// `:name[label]`, in running text.
    case inline
  }

  package let name: String
  package let form: Form
  /// The text in `[…]`.
  package internal(set) var label: String?
  let labelRange: SourceRange?
  package let attributes: [MarkdownAttribute]
  /// The number of the innermost container around it.
  package var parent: Int?
  /// False if the line is malformed, which is reported when parsing.
  package var isWellFormed: Bool
  /// The range from the first colon to the end; for a container, to the end of its first line.
  package let range: SourceRange
  /// 1-based, in the file.
  package let line: Int
  let source: SourceText

  package var location: SourceLocation { source.location(of: range) }
  package var nameLocation: SourceLocation {
    let start = Int(range.start) + (form == .inline ? 1 : form == .leaf ? 2 : colons)
    return source.location(of: SourceRange(start: start, end: start + name.utf8.count))
  }
  /// The location of the label without its brackets, or of the whole directive if it has none.
  package var labelLocation: SourceLocation { source.location(of: labelRange ?? range) }

  let colons: Int
}

/// `name=value` in a directive. `#x` means `id=x`, `.x` means `class=x`; a name alone has an empty value.
package struct MarkdownAttribute: Sendable {
  package let name: String
  package let value: String
  package let nameRange: SourceRange
  let valueRange: SourceRange
  let source: SourceText

  /// The location of the name.
  package var location: SourceLocation { source.location(of: nameRange) }
  package var valueLocation: SourceLocation { source.location(of: valueRange) }

  /// The location of a word of `value`.
  package func location(of word: Substring) -> SourceLocation {
    let start = Int(valueRange.start) + word.utf8.distance(from: value.startIndex, to: word.startIndex)
    return source.location(of: SourceRange(start: start, end: start + word.utf8.count))
  }
}
