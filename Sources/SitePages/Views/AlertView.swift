import Markup
import Templates

/// An indicator that needs attention.
struct AlertView: TemplateView {
  let title: String
  let url: String?
  let badge: HTML
  /// The language of the name, if it differs from the page's.
  var language: String?
  var department: LinkView?

  static let fields = ViewFields<Self>(
    "Alert",
    [
      .text("title", "the indicator's name") { $0.title },
      .optionalText("title-language", "the language of the name, if it is another") { $0.language },
      .optionalText("url", "its address") { $0.url },
      .html("badge", "its status: shape, word and colour") { $0.badge },
      .optionalView("department", "the department that answers for it") { $0.department },
    ])
}
