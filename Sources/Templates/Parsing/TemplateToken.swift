import Diagnostics

/// One tag of a template. The text between tags needs no token: it is what lies between their ranges.
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
    /// `{{! … }}` and `{{=<% %>=}}`: nothing to show.
    case silent
  }

  let kind: Kind
  /// The whole tag with its delimiters.
  let range: Range<Int>
  /// What it names, without sigil and white space; for a dynamic name without the `*`.
  let name: String
  let nameRange: Range<Int>
  /// `{{>*name}}`, `{{<*name}}` and the latter's close.
  let isDynamic: Bool

  /// How messages show the tag, as `{{#name}}`.
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
