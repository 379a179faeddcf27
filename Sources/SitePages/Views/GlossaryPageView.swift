import SiteModel
import Templates

/// The page of all terms: template `glossary`.
struct GlossaryPageView: TemplateView {
  let frame: Frame

  static let fields = ViewFields<Self>(
    "GlossaryPage", including: { $0.frame },
    [
      .list("terms", "every term") { view in
        let site = view.frame.renderer.site
        return site.terms.map { TermView(resolved: $0, language: site.language(ofText: $0.term.term.value)) }
      }
    ])
}

/// One term of the glossary.
struct TermView: TemplateView {
  let resolved: ResolvedTerm
  /// Of term and definition, if it is not that of the page.
  let language: String?

  static let fields = ViewFields<Self>(
    "Term",
    [
      .text("term", "the term") { $0.resolved.term.term.value },
      .optionalText("term-language", "the language of the term and its definition, if it is another") { $0.language },
      .text("anchor", "its id on the page") { $0.resolved.anchor },
      .text("definition", "what it means") { $0.resolved.term.definition },
      .optionalText("english", "the term in English") { $0.resolved.term.english },
      .list("aliases", "other words for it") { $0.resolved.term.aliases.map { NoteView(text: $0.value) } },
    ])
}
