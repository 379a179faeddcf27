import Templates

/// The source of the figures of another city, or of the national mean.
struct ComparisonView: TemplateView {
  let name: String
  let source: String

  static let fields = ViewFields<Self>(
    "Comparison",
    [
      .text("name", "what is compared, such as 全国") { $0.name },
      .text("source", "where its figures come from") { $0.source },
    ])
}
