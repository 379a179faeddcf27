import Indicators
import SiteModel

/// The texts of a site in its other languages.
extension SiteState {
  /// The sections that an edition has in its own language, not in the main one.
  static func sections(of edition: ResolvedSite, besides main: ResolvedSite) -> [Section] {
    let untranslated = Set(main.pages.map(\.parsed.source.path))
    return edition.plans.flatMap(\.readingOrder).compactMap { ref in
      let page = edition.pages[ref]
      guard !untranslated.contains(page.parsed.source.path) else { return nil }
      return Section(
        path: page.route.bare, number: page.number, title: page.title, text: ComparedText.text(of: page, edition))
    }
  }

  /// The texts of an indicator in a language: names, reasons, and what its target is made from.
  static func translatableFacts(of resolved: ResolvedIndicator) -> [(key: String, value: String)] {
    let indicator = resolved.indicator
    let facts = indicator.detailFacts + resolved.promiseFacts
    let whys = (indicator.history?.earlier ?? []).compactMap(\.why) + [indicator.retired?.why].compactMap(\.self)
    return facts.map { ($0.key, $0.value.written) } + texts(of: indicator)
      + (whys.isEmpty ? [] : [("why", whys.joined(separator: "; "))])
  }

  /// The keys of an indicator's texts, which no snapshot has.
  static let textKeys = IndicatorMetadata.Entry.Known.allCases.map(\.rawValue)

  static func texts(of indicator: Indicator) -> [(key: String, value: String)] {
    let entries = indicator.metadata?.entries ?? []
    return entries.compactMap { entry in
      if case .known(let heading) = entry.heading { (heading.rawValue, entry.text) } else { nil }
    }
  }

  static func translatableFacts(of resolved: ResolvedAction) -> [(key: String, value: String)] {
    let facts = resolved.action.facts
    let whys = facts.earlier.compactMap(\.why)
    let texts = [
      ("name", [resolved.action.name]), ("note", facts.notes), ("steps", facts.steps.map(\.name)), ("why", whys),
    ]
    return texts.compactMap { key, texts in texts.isEmpty ? nil : (key, texts.joined(separator: "; ")) }
  }

  /// The facts of an edition that differ from those of the main language.
  static func translated(
    _ main: [(key: String, value: String)], _ own: [(key: String, value: String)], _ edition: ResolvedSite
  ) -> [(language: String, key: String, value: String)] {
    let tag = edition.settings.language.tag
    let known = Dictionary(main.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    return own.compactMap { key, value in known[key] == value ? nil : (tag, "\(key) (\(tag))", value) }
  }
}
