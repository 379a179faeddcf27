import Bytes
import Markup

/// The fields of one type of view: name, kind, summary and value of each.
///
/// Public and inlinable, as all types of this folder that rendering passes through: the compiler then specializes the
/// access to a field in the target that declares the view (24 ns a field; 57 ns without, measured in November 2026).
public final class ViewFields<Model: Sendable>: Sendable {
  /// Name, kind and summary of each field, by which templates are checked.
  public let shape: ViewShape
  @usableFromInline let getters: [Getter]
  /// The value of a field of the included view. Not optional: the optimizer then calls it without a change of its
  /// reference count, which all threads share.
  @usableFromInline let included: @Sendable (Model, Int) -> ViewValue
  @usableFromInline let includedCount: Int

  /// - Parameter name: What messages and the guide call the view, as `Link`.
  public init(_ name: String, _ fields: [Field]) {
    shape = ViewShape(name, fields.map(\.description))
    getters = fields.map(\.getter)
    included = { _, _ in .absent }
    includedCount = 0
  }

  /// Fields that begin with those of another view, as those of every page with those of its frame.
  @inlinable
  public convenience init<Inner: TemplateView>(
    _ name: String, including inner: @escaping @Sendable (Model) -> Inner, _ fields: [Field]
  ) {
    self.init(
      name, including: Inner.fields.shape, { model, slot in Inner.fields.value(at: slot, of: inner(model)) }, fields)
  }

  @usableFromInline
  init(
    _ name: String, including inner: ViewShape, _ included: @escaping @Sendable (Model, Int) -> ViewValue,
    _ fields: [Field]
  ) {
    shape = ViewShape(name, inner.fields.prefix(inner.valueCount) + fields.map(\.description))
    getters = fields.map(\.getter)
    self.included = included
    includedCount = inner.valueCount
  }

  /// How to get the value of a field. An enum of typed closures, and not one type of closure: a wrapper around each
  /// would have a context, whose reference count all threads would change.
  @usableFromInline
  enum Getter: Sendable {
    case text(@Sendable (Model) -> String)
    case optionalText(@Sendable (Model) -> String?)
    case textSlice(@Sendable (Model) -> ByteSlice)
    case html(@Sendable (Model) -> HTML)
    case htmlSlice(@Sendable (Model) -> ByteSlice)
    case deferredHTML(@Sendable (Model) -> DeferredHTML)
    case flag(@Sendable (Model) -> Bool)
    case view(@Sendable (Model) -> View)
    case optionalView(@Sendable (Model) -> View?)
    case list(@Sendable (Model) -> [View])
  }

  /// Evaluates the field at index `slot` of the shape.
  @inlinable
  func value(at slot: Int, of model: Model) -> ViewValue {
    if slot < includedCount { return included(model, slot) }
    switch getters[slot - includedCount] {
    case .text(let get): return .text(get(model))
    case .optionalText(let get):
      guard let text = get(model) else { return .absent }
      return .text(text)
    case .textSlice(let get): return .textSlice(get(model))
    case .html(let get): return .html(get(model))
    case .htmlSlice(let get): return .htmlSlice(get(model))
    case .deferredHTML(let get): return .deferred(get(model))
    case .flag(let get): return .flag(get(model))
    case .view(let get): return .view(get(model))
    case .optionalView(let get):
      guard let view = get(model) else { return .absent }
      return .view(view)
    case .list(let get): return .list(get(model))
    }
  }
}
