/// A value that templates show. Each conforming type declares its fields once:
///
///     struct LinkView: TemplateView {
///       let title: String
///       let url: String
///
///       static let fields = ViewFields<Self>(
///         "Link",
///         [
///           .text("title", "what it leads to") { $0.title },
///           .text("url", "its address") { $0.url },
///         ])
///     }
///
/// `fields` must be a `static let`: shapes are compared by identity. A view that contains views of its own type writes
/// the type out, `static let fields: ViewFields<Self> = ViewFields(…)`.
public protocol TemplateView: Sendable {
  static var fields: ViewFields<Self> { get }
}

extension TemplateView {
  /// The names and kinds of the fields, without their values.
  package static var shape: ViewShape { fields.shape }
}
