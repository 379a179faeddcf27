/// A view whose fields have their values already: made once for a site, and shared by the pages that show it, on all
/// threads. Views inside it are still evaluated by each page.
public struct EvaluatedView<Model: TemplateView>: Sendable {
  @usableFromInline let view: View

  /// Evaluates every field of the view once.
  public init(_ model: Model) {
    let fields = Model.fields
    view = View(
      fields.shape, evaluated: (0..<fields.shape.valueCount).map { fields.value(at: $0, of: model) })
  }
}

/// A list of evaluated views. Pages share the list and not only its views: a page then changes one reference count
/// instead of one for each view.
public struct EvaluatedList<Model: TemplateView>: Sendable {
  @usableFromInline let views: [View]

  /// Evaluates every field of each view once.
  public init(_ models: [Model]) {
    views = models.map { EvaluatedView($0).view }
  }
}
