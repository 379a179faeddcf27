import Indicators
import SiteModel

// Compares the statuses of a site before and after figures were written.
extension Collector {
  /// A status that a value has changed.
  package struct StatusChange: Hashable, Sendable {
    package let name: String
    /// In the words of the site.
    package let before, after: String
  }

  /// The statuses that are others now than they were in an earlier reading of the site, in the order of the site.
  package func statusChanges(since earlier: Collector) -> [StatusChange] {
    let language = site.settings.language.words
    var before: [String: Verdict] = [:]
    for resolved in earlier.site.indicators {
      if let id = resolved.indicator.id?.text { before[id] = resolved.verdict }
    }
    return site.indicators.compactMap { resolved in
      guard let id = resolved.indicator.id?.text, let old = before[id], old != resolved.verdict else { return nil }
      return StatusChange(
        name: resolved.indicator.name, before: IndicatorWords.word(for: old, language),
        after: IndicatorWords.word(for: resolved.verdict, language))
    }
  }
}
