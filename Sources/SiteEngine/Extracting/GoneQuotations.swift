import Indicators
import SiteModel

/// The quotations of indicators that no page contains any more, and the sentences that they have become.
struct GoneQuotations: Sendable {
  private struct Entry: Sendable {
    let pairs: Set<String>
    let indicator: IndicatorDeclaration
  }

  private let entries: [Entry]

  init(_ targets: SiteTargets) {
    entries = targets.goneQuotations().map {
      Entry(pairs: GoneQuotations.pairs(letters($0.quote)), indicator: $0.indicator)
    }
  }

  /// The indicator that quotes a sentence before its change.
  func indicator(of draft: DraftTarget) -> IndicatorDeclaration? {
    guard !entries.isEmpty else { return nil }
    let sentence = GoneQuotations.pairs(letters(draft.quote))
    return entries.first { $0.indicator.name == draft.name || GoneQuotations.isLike(sentence, $0.pairs) }?.indicator
  }

  private static func pairs(_ text: String) -> Set<String> { Set(zip(text, text.dropFirst()).map { "\($0)\($1)" }) }

  /// Whether most pairs of letters of two sentences are the same.
  private static func isLike(_ a: Set<String>, _ b: Set<String>) -> Bool {
    let common = a.intersection(b).count
    return common * 10 >= max(a.count, b.count) * 7
  }
}
