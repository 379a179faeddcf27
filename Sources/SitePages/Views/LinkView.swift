import Templates

/// A link in a menu, a breadcrumb or a pager.
struct LinkView {
  let title: String
  let url: String
  var number: String?
  var isCurrent = false

  static let shape = ViewShape(
    "Link",
    [
      .text("title", "what it leads to"),
      .text("url", "its address"),
      .text("number", "the section's number, as 第一章", optional: true),
      .flag("is-current", "whether it is this page, or the part of the site that this page is in"),
    ])

  var view: View {
    View(
      Self.shape,
      [.text(title), .text(url), number.value, .flag(isCurrent)])
  }
}

extension Optional where Wrapped == String {
  /// The text, or nothing.
  var value: ViewValue { self.map(ViewValue.text) ?? .absent }
}

extension Optional where Wrapped == LinkView {
  var value: ViewValue { self.map { .view($0.view) } ?? .absent }
}
