import Diagnostics
import Markdown
import Markup
import SiteSources

/// The terms of a site.
struct Glossary: Sendable {
  let terms: Table<TermTag, ResolvedTerm>
  /// Terms by term and alias, for the whole site.
  let names: NameTable<TermTag>

  static func resolve(_ registers: [Register<GlossaryTerm>]) -> Checked<Glossary> {
    var terms = Table<TermTag, ResolvedTerm>([])
    var names = NameTableBuilder<TermTag>(of: "term")
    var anchors: Set<String> = []
    // The next number of each slug: thousands of terms may have one.
    var numbers: [String: Int] = [:]
    for register in registers {
      for entry in register.entries {
        let slug = Slug(entry.term.value)?.text ?? "term"
        var anchor = slug
        while !anchors.insert(anchor).inserted {
          let number = numbers[slug, default: 2]
          anchor = "\(slug)-\(number)"
          numbers[slug] = number + 1
        }
        let ref = terms.append(ResolvedTerm(term: entry, anchor: anchor))
        for word in [entry.term] + entry.aliases {
          names.add(word.value, for: ref, at: register.source.location(of: word.range))
        }
        for name in entry.originalNames
        where name != entry.term.value && !entry.aliases.contains(where: { $0.value == name }) {
          names.add(name, for: ref, at: register.source.location(of: entry.term.range))
        }
      }
    }
    return Checked(Glossary(terms: terms, names: names.table), names.diagnostics)
  }
}

package struct ResolvedTerm: Sendable {
  package let term: GlossaryTerm
  /// The HTML id of the term on the glossary page.
  package let anchor: String

  /// The definition without its Markdown.
  package var plainDefinition: String { MarkdownDocument.plainText(ofPlain: term.definition) }
}
