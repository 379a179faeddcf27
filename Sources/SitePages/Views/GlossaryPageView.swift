import Markup
import SiteModel
import SiteSources
import Templates

/// The page of all terms: template `glossary`.
struct GlossaryPageView: PageView {
  let frame: Frame

  var template: PageTemplate { .glossary }

  static let fields = ViewFields<Self>(
    "GlossaryPage", including: { $0.frame },
    [
      .list("terms", "every term, in the order of the alphabet; in Chinese in the order of the files") { view in
        let site = view.frame.renderer.site
        return view.sorted.map {
          TermView(
            resolved: $0, site: site, route: view.frame.route, language: site.language(ofText: $0.term.term.value))
        }
      }
    ])

  /// Chinese has no alphabet, and an order by strokes or sounds would need a table.
  private var sorted: [ResolvedTerm] {
    let terms = Array(frame.renderer.site.terms)
    guard !frame.language.tag.hasPrefix("zh") else { return terms }
    let keys = terms.map { AlphabeticalKey($0.term.term.value, in: frame.language.tag) }
    // sorted: reaches output
    return terms.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }.map { terms[$0] }
  }
}

/// A word by its letters and digits, as a dictionary has it: without case, accents and spaces; œ is o and e, and in Spanish ñ
/// is a letter after n.
struct AlphabeticalKey: Hashable, Comparable {
  /// Twice the scalar of each letter, so that another letter fits after it.
  private let letters: [UInt32]

  /// `language` is a BCP 47 tag.
  init(_ text: String, in language: String) {
    let isSpanish = language.hasPrefix("es")
    letters = text.lowercased().unicodeScalars.flatMap { scalar -> [UInt32] in
      switch scalar {
      case "ё": return [Unicode.Scalar("е").value * 2]
      case "أ", "إ", "آ", "ٱ": return [Unicode.Scalar("ا").value * 2]
      case "œ": return "oe".unicodeScalars.map { $0.value * 2 }
      case "æ": return "ae".unicodeScalars.map { $0.value * 2 }
      case "ß": return "ss".unicodeScalars.map { $0.value * 2 }
      case "ñ" where isSpanish: return [Unicode.Scalar("n").value * 2 + 1]
      case "\u{DF}"..."\u{24F}", "\u{1E00}"..."\u{1EFF}": return [AlphabeticalKey.base(of: scalar) * 2]
      default:
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? [scalar.value * 2] : []
      }
    }
  }

  /// `e` of é; the letter itself where it has no accent.
  private static func base(of scalar: Unicode.Scalar) -> UInt32 {
    let name = (scalar.properties.name ?? "").split(separator: " ")
    guard name.count > 4, name[4] == "WITH", name[3].utf8.count == 1,
      let letter = name[3].lowercased().unicodeScalars.first
    else { return scalar.value }
    return letter.value
  }

  static func < (a: AlphabeticalKey, b: AlphabeticalKey) -> Bool { a.letters.lexicographicallyPrecedes(b.letters) }
}

/// One term of the glossary.
struct TermView: TemplateView {
  let resolved: ResolvedTerm
  let site: ResolvedSite
  /// The page that shows it.
  let route: Route
  /// The language of term and definition, if it differs from the page's.
  let language: String?

  static let fields = ViewFields<Self>(
    "Term",
    [
      .text("term", "the term") { $0.resolved.term.term.value },
      .optionalText("term-language", "the language of the term and its definition, if it is another") { $0.language },
      .text("anchor", "its id on the page") { $0.resolved.anchor },
      .text("definition", "what it means, without its Markdown") {
        $0.resolved.plainDefinition
      },
      .html("definition-text", "what it means, with its Markdown") { $0.definition },
      .optionalText("english", "the term in English") { $0.resolved.term.english },
      .list("aliases", "other words for it") { $0.resolved.term.aliases.map { NoteView(text: $0.value) } },
    ])

  /// A single paragraph is a text without a tag of its own.
  private var definition: HTML {
    let html = MetadataView.html(resolved.term.definition, site, from: route)
    let text = String(decoding: html.bytes, as: UTF8.self)
    let (start, end) = ("<p>", "</p>\n")
    guard text.hasPrefix(start), text.hasSuffix(end) else { return html }
    let inner = text.dropFirst(start.count).dropLast(end.count)
    return inner.contains("<p>") ? html : HTML(bytes: Array(inner.utf8))
  }
}
