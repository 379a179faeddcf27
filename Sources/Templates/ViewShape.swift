/// The names that templates may use in one kind of view, and what each is.
///
/// A shape is compared by identity: keep one in a `static let` for each Swift view type. One that names itself needs
/// its type written out: `static let link: ViewShape = …`. A shape is never let go of: views refer to theirs without
/// counting.
package final class ViewShape: Sendable {
  /// What messages and the guide call it, as `page`.
  package let name: String
  /// Those given, then a flag `has-<name>` for every list: a heading over a list is shown where there are entries.
  package let fields: [ViewField]
  /// The slots of the lists that have such a flag, in the order of the flags.
  let lists: [Int]
  /// How many fields a view has a value for: the flags follow from the lists.
  package let givenCount: Int

  package init(_ name: String, _ given: [ViewField]) {
    self.name = name
    self.givenCount = given.count
    self.lists = given.indices.filter { if case .list = given[$0].kind { true } else { false } }
    self.fields =
      given
      + lists.map { .flag(ViewShape.flagName(ofList: given[$0].name), "whether '\(given[$0].name)' has entries") }
    precondition(Set(fields.map(\.name)).count == fields.count, "shape '\(name)' has a name twice")
    _ = Unmanaged.passRetained(self)
  }

  static func flagName(ofList list: String) -> String { "has-\(list)" }

  /// The slot of a field, for stages that are not hot: rendering looks slots up by interned name.
  func slot(of name: String) -> Int? {
    fields.firstIndex { $0.name == name }
  }
}

/// Which shape it is, compared without a reference.
struct ShapeIdentity: Hashable, Sendable {
  private let address: UInt

  init(_ shape: Unmanaged<ViewShape>) { address = UInt(bitPattern: shape.toOpaque()) }
  init(_ shape: ViewShape) { self.init(.passUnretained(shape)) }
}

/// One name of a view.
package struct ViewField: Sendable {
  package enum Kind: Sendable {
    /// Escaped where it is printed.
    case text
    /// Trusted markup, printed as it stands.
    case html
    /// Asked with `{{#name}}` and `{{^name}}`; never printed.
    case flag
    /// Entered with `{{#name}}`, reached into with `{{name.field}}`. A closure, so that shapes may be recursive.
    case view(@Sendable () -> ViewShape)
    /// Repeated with `{{#name}}`.
    case list(@Sendable () -> ViewShape)
  }

  package let name: String
  package let kind: Kind
  /// May be absent, and then renders as nothing.
  package let isOptional: Bool
  /// One line for the guide's list of names.
  package let summary: String
}

// MARK: - Making fields

extension ViewField {
  package static func text(_ name: String, _ summary: String, optional: Bool = false) -> ViewField {
    ViewField(name: name, kind: .text, isOptional: optional, summary: summary)
  }

  package static func html(_ name: String, _ summary: String, optional: Bool = false) -> ViewField {
    ViewField(name: name, kind: .html, isOptional: optional, summary: summary)
  }

  package static func flag(_ name: String, _ summary: String, optional: Bool = false) -> ViewField {
    ViewField(name: name, kind: .flag, isOptional: optional, summary: summary)
  }

  package static func view(
    _ name: String, _ summary: String, optional: Bool = false,
    _ shape: @escaping @Sendable @autoclosure () -> ViewShape
  ) -> ViewField {
    ViewField(name: name, kind: .view(shape), isOptional: optional, summary: summary)
  }

  package static func list(
    _ name: String, _ summary: String, optional: Bool = false,
    _ shape: @escaping @Sendable @autoclosure () -> ViewShape
  ) -> ViewField {
    ViewField(name: name, kind: .list(shape), isOptional: optional, summary: summary)
  }
}

extension ViewField.Kind {
  /// The kind's word in messages and in the guide.
  var word: String {
    switch self {
    case .text: "text"
    case .html: "HTML"
    case .flag: "flag"
    case .view: "view"
    case .list: "list"
    }
  }

  /// The shape of what a section over it enters.
  var shape: ViewShape? {
    switch self {
    case .text, .html, .flag: nil
    case .view(let shape), .list(let shape): shape()
    }
  }
}
