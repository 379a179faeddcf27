import DataFormats
import SiteSources
import Templates

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

extension CalendarDate {
  func view(title: String, url: String, in language: Language) -> DatedLinkView {
    DatedLinkView(title: title, url: url, date: text(language.words), isoDate: description, summary: nil)
  }
}
