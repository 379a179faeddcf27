import Diagnostics

/// `:::name`, `::name` or `:name[…]`. Its place in `MarkdownDocument.directives` is its number.
package struct MarkdownDirective: Sendable {
  package enum Form: Sendable {
    /// `:::name` … `:::`, with content between.
    case container
    /// `::name`, a line of its own.
    case leaf
    /// `:name[label]`, in running text.
    case inline
  }

  package let name: String
  package let form: Form
  /// The text in `[…]`.
  package let label: String?
  package let labelRange: SourceRange?
  package let attributes: [MarkdownAttribute]
  /// The number of the container directly around it.
  package var parent: Int?
  /// False where the closing `:::` is missing or the line is malformed; both are reported already.
  package var isWellFormed: Bool
  /// From its first colon to its end, or to the end of a container's first line.
  package let range: SourceRange
  /// From 1, in the file.
  package let line: Int
  let source: SourceText

  package var location: SourceLocation { source.location(of: range) }
  /// The name alone, for findings about it.
  package var nameLocation: SourceLocation {
    let start = Int(range.start) + (form == .inline ? 1 : form == .leaf ? 2 : colons)
    return source.location(of: SourceRange(start: start, end: start + name.utf8.count))
  }
  /// The label without its brackets, or the whole directive where there is none.
  package var labelLocation: SourceLocation { source.location(of: labelRange ?? range) }

  let colons: Int
}

/// `name=value` of a directive. `#x` is `id=x`, `.x` is `class=x`, a name alone has an empty value.
package struct MarkdownAttribute: Sendable {
  package let name: String
  package let value: String
  package let nameRange: SourceRange
  package let valueRange: SourceRange
  let source: SourceText

  /// The name.
  package var location: SourceLocation { source.location(of: nameRange) }
  package var valueLocation: SourceLocation { source.location(of: valueRange) }
}
