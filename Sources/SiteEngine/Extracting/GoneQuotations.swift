import Indicators
import SiteModel

/// The quotations of indicators that no page contains any more, and the sentences that they have become. The rule is that
/// of `audit.quote`, so that `check` and `extract` agree.
struct GoneQuotations: Sendable {
  private struct Entry: Sendable {
    let pairs: WordPairs
    let indicator: IndicatorDeclaration
  }

  private let entries: [Entry]

  init(_ targets: SiteTargets) {
    entries = targets.goneQuotations().map { Entry(pairs: WordPairs($0.quote), indicator: $0.indicator) }
  }

  /// The indicator that quotes a sentence before its change: one with the name of the draft, or else the one
  /// whose quotation has most in common with the sentence.
  func indicator(of draft: DraftTarget) -> IndicatorDeclaration? {
    guard !entries.isEmpty else { return nil }
    if let named = entries.first(where: { $0.indicator.name == draft.name }) { return named.indicator }
    let sentence = WordPairs(draft.quote)
    return entries.filter { $0.pairs.areMostly(in: sentence) }
      .max { $0.pairs.share(in: sentence) < $1.pairs.share(in: sentence) }?.indicator
  }
}
