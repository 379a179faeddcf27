import Actions
import Indicators
import SiteSources
import Words

extension ResolvedSite {
  /// The language of an indicator's plan.
  package func language(of ref: IndicatorRef) -> WordLanguage { language(of: indicators[ref]) }

  private func language(of resolved: ResolvedIndicator) -> WordLanguage {
    pages[plans[resolved.plan].page].language.words
  }

  /// The text that a directive shows in a sentence; nil for a block or a badge.
  package func text(of directive: ResolvedDirective) -> String? {
    switch directive {
    case .term(_, let text), .unpublished(let text): text
    case .section(let ref): pages[ref].numberedTitle
    case .indicator(let shown): shown.indicator.name
    case .target(let shown): IndicatorWords.goal(of: shown.indicator, language(of: shown))
    case .value(let shown): IndicatorWords.latest(of: shown.indicator, shown.assessment, language(of: shown))
    case .action(let shown): shown.action.name
    case .status, .box, .indicators, .charts, .actions, .actionTable: nil
    }
  }
}
