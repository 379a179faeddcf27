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
  /// With the name of its plan behind the title, in a list of several plans.
  func followed(by plan: String?, _ language: WordLanguage) -> LinkView {
    guard let plan else { return self }
    return LinkView(
      title: title + language.text(.inBrackets, [.text: plan]), url: url, number: number, isCurrent: isCurrent,
      language: self.language)
  }
}

/// A chart as a file or a page.
struct ChartDownloadView: TemplateView {
  let title: String
  let url: String
  /// The name of the PNG file that the script makes of the SVG file at `url`.
  var png: String?
  var isPage = false

  static let fields = ViewFields<Self>(
    "ChartDownload",
    [
      .text("title", "what it is") { $0.title },
      .text("url", "its address") { $0.url },
      .optionalText("png", "the name of the PNG file that the script makes of it") { $0.png },
      .flag("is-page", "whether it is a page and not a file") { $0.isPage },
    ])
}

/// A remark, a tag, or another item of a text list.
struct NoteView: TemplateView {
  let text: String

  static let fields = ViewFields<Self>("Note", [.text("text", "the remark") { $0.text }])
}

/// A page with its date.
struct DatedLinkView: TemplateView {
  let title: String
  let url: String
  let date: String
  /// ISO 8601.
  let isoDate: String
  let summary: String?

  static let fields = ViewFields<Self>(
    "DatedLink",
    [
      .text("title", "what it leads to") { $0.title },
      .text("url", "its address") { $0.url },
      .text("date", "its date in words") { $0.date },
      .text("iso-date", "its date in the form 2024-03-05") { $0.isoDate },
      .optionalText("summary", "its beginning; on the front page alone") { $0.summary },
    ])
}
