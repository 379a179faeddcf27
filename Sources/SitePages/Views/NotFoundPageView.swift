import SiteSources
import Templates

/// The page that a host shows for an address that does not exist: template `not-found`. It cannot know in which language its
/// reader came, so it speaks all languages of the site.
struct NotFoundPageView: PageView {
  let frame: Frame

  var template: PageTemplate { .notFound }

  static let fields = ViewFields<Self>(
    "NotFoundPage", including: { $0.frame },
    [
      .list("other-languages", "the same words in the other languages of the site") { view in
        let settings = view.frame.renderer.site.settings
        return settings.languages.indices.filter { $0 != settings.edition }.map {
          NotFoundWordsView(frame: view.frame, number: $0)
        }
      }
    ])
}

/// The text of the page for an address that does not exist, in another language of the site.
struct NotFoundWordsView: TemplateView {
  let frame: Frame
  /// The number of the language.
  let number: Int

  private var language: Language { frame.renderer.site.settings.languages[number] }

  static let fields = ViewFields<Self>(
    "NotFoundWords",
    [
      .text("tag", "the language, such as zh-CN") { $0.language.tag },
      .text("direction", "rtl for a language written from right to left, else ltr") {
        $0.language.words.direction.rawValue
      },
      .text("title", "that there is no such page") { $0.language.words[.notFound] },
      .text("text", "what to do") { $0.language.words[.notFoundText] },
      .text("home-title", "the words of the link to the front page") { $0.language.words[.notFoundHome] },
      .text("home", "address of the front page in the language") {
        $0.frame.renderer.site.link(from: $0.frame.route, to: .root, inEdition: $0.number)
      },
    ])
}
