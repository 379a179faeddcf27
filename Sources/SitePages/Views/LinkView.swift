import Templates
import Words

/// A link in a menu, a breadcrumb or a pager.
struct LinkView: TemplateView {
  let title: String
  let url: String
  var number: String?
  var isCurrent = false
  /// The language of the title, if it differs from the page's.
  var language: String?

  static let fields = ViewFields<Self>(
    "Link",
    [
      .text("title", "what it leads to") { $0.title },
      .html("headline", "the title for a heading: its ranges of years do not break") { Headline.html($0.title) },
      .optionalText("title-language", "the language of the title, if it is another") { $0.language },
      .text("url", "its address") { $0.url },
      .optionalText("number", "the section's number, such as 第一章") { $0.number },
      .flag("is-current", "whether it is this page, or the part of the site that this page is in") { $0.isCurrent },
    ])
}

extension LinkView {
  /// With the name of its plan after the title, in a list of several plans.
  func followed(by plan: String?, _ language: WordLanguage) -> LinkView {
    guard let plan else { return self }
    return LinkView(
      title: title + language.text(.inBrackets, [.text: plan]), url: url, number: number, isCurrent: isCurrent,
      language: self.language)
  }
}
