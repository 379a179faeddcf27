/// A view as templates see it: the values of the fields of one shape, without its Swift type.
public struct View: Sendable {
  /// Identifies the shape without holding it: a shape is a `static let`, and its reference count would be changed by
  /// all threads for each view.
  @usableFromInline let shape: ObjectIdentifier
  @usableFromInline let content: Content

  @usableFromInline
  enum Content: Sendable {
    /// Evaluates the field at an index of the shape, anew at each call.
    case lazy(@Sendable (Int) -> ViewValue)
    /// The value of each field.
    case evaluated([ViewValue])
  }

  /// A view whose fields are evaluated when a template prints them.
  @inlinable
  public init<Model: TemplateView>(_ model: Model) {
    shape = ObjectIdentifier(Model.fields.shape)
    // Names the fields through the type: to capture them would change their reference count for each view.
    content = .lazy { Model.fields.value(at: $0, of: model) }
  }

  @usableFromInline
  init(_ shape: ViewShape, evaluated values: [ViewValue]) {
    self.shape = ObjectIdentifier(shape)
    content = .evaluated(values)
  }

  /// The value of the field at index `slot` of the shape.
  func value(at slot: Int) -> ViewValue {
    switch content {
    case .lazy(let evaluate): evaluate(slot)
    case .evaluated(let values): values[slot]
    }
  }

  var isEvaluated: Bool {
    if case .evaluated = content { true } else { false }
  }
}
