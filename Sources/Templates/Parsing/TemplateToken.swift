import Diagnostics

/// A tag of a template. Text has no tokens: it is everything between the ranges of the tags.
struct TemplateToken {
  enum Kind {
    /// `{{name}}`
    case variable
    /// `{{{name}}}` and `{{&name}}`
    case unescapedVariable
    /// `{{#name}}`
    case section
    /// `{{^name}}`
    case invertedSection
    /// `{{$name}}`
    case block
    /// `{{<name}}`
    case parent
    /// `{{>name}}`
    case partial
    /// `{{/name}}`
    case close
    /// `{{! … }}` and `{{=<% %>=}}`, which show nothing.
    case silent
  }

  let kind: Kind
  /// The whole tag with its delimiters.
  let range: Range<Int>
  /// The name in the tag, without sigil, white space and the `*` of a dynamic name.
  let name: String
  let nameRange: Range<Int>
  /// Whether it is `{{>*name}}`, `{{<*name}}` or the closing tag of `{{<*name}}`.
  let isDynamic: Bool

  /// The tag in messages, as `{{#name}}`.
  var shown: String {
    let star = isDynamic ? "*" : ""
    return switch kind {
    case .variable: "{{\(name)}}"
    case .unescapedVariable: "{{{\(name)}}}"
    case .section: "{{#\(name)}}"
    case .invertedSection: "{{^\(name)}}"
    case .block: "{{$\(name)}}"
    case .parent: "{{<\(star)\(name)}}"
    case .partial: "{{>\(star)\(name)}}"
    case .close: "{{/\(star)\(name)}}"
    case .silent: "{{!}}"
    }
  }

  var opens: Bool {
    switch kind {
    case .section, .invertedSection, .block, .parent: true
    case .variable, .unescapedVariable, .partial, .close, .silent: false
    }
  }
}

extension SourceRange {
  init(_ range: Range<Int>) {
    self.init(start: range.lowerBound, end: range.upperBound)
  }
}
