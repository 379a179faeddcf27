import Diagnostics

/// The names that templates may use in one type of view, and the kind of each. Templates are checked against it, and
/// the guide's list of names is made from it.
///
/// Shapes are compared by identity.
public final class ViewShape: Sendable {
  /// The name of the view in messages and the guide, such as `Link`.
  package let name: String
  /// The declared fields, then a flag `has-<name>` for every list: a heading above a list is shown only if the list has
  /// entries.
  package let fields: [ViewField]
  /// For each flag the index of its list, in the order of the flags.
  let lists: [Int]
  /// The number of fields that have a value of their own; flags of lists have none.
  let valueCount: Int

  init(_ name: String, _ declared: [ViewField]) {
    self.name = name
    self.valueCount = declared.count
    self.lists = declared.indices.filter { if case .list = declared[$0].kind { true } else { false } }
    self.fields =
      declared
      + lists.map { ViewField("has-\(declared[$0].name)", .flag, "whether '\(declared[$0].name)' has entries") }
    precondition(Set(fields.map(\.name)).count == fields.count, "shape '\(name)' lists a name twice")
  }
}

/// Name, kind and summary of one field of a view.
public struct ViewField: Sendable {
  @usableFromInline
  package enum Kind: Sendable {
    /// Escaped where it is printed.
    case text
    /// Trusted markup, printed unchanged.
    case html
    /// A condition for `{{#name}}` and `{{^name}}`; never printed.
    case flag
    /// Entered with `{{#name}}`; its fields are reached with `{{name.field}}`. A closure, so that shapes may be
    /// recursive.
    case view(@Sendable () -> ViewShape)
    /// Repeated with `{{#name}}`.
    case list(@Sendable () -> ViewShape)
  }

  package let name: String
  package let kind: Kind
  /// Whether the field may be absent, and then prints nothing.
  package let isOptional: Bool
  /// One line for the guide's list of names.
  package let summary: String

  @usableFromInline
  init(_ name: String, _ kind: Kind, _ summary: String, isOptional: Bool = false) {
    self.name = name
    self.kind = kind
    self.isOptional = isOptional
    self.summary = summary
  }
}

extension ViewField.Kind {
  /// The kind's word in messages and in the guide.
  var word: Message {
    switch self {
    case .text: "text"
    case .html: "HTML"
    case .flag: "flag"
    case .view: "view"
    case .list: "list"
    }
  }

  /// The shape of the view that a section over the field enters.
  var shape: ViewShape? {
    switch self {
    case .text, .html, .flag: nil
    case .view(let shape), .list(let shape): shape()
    }
  }
}
