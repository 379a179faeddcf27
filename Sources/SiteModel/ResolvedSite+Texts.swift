import Actions
import Indicators
import SiteSources
import Words

extension ResolvedSite {
  /// The language of an indicator's plan.
  package func language(of ref: IndicatorRef) -> WordLanguage {
    pages[plans[indicators[ref].plan].page].language.words
  }

  /// What a directive shows in a sentence; nil where it shows a block or a badge.
  package func text(of directive: ResolvedDirective) -> String? {
    switch directive {
    case .term(_, let text), .unpublished(let text): text
    case .section(let ref): pages[ref].numberedTitle
    case .indicator(let ref): indicators[ref].indicator.name
    case .target(let ref): IndicatorWords.goal(of: indicators[ref].indicator, language(of: ref))
    case .value(let ref): IndicatorWords.latest(of: indicators[ref].indicator, language(of: ref))
    case .action(let ref): actions[ref].action.name
    case .status, .box, .indicators, .charts, .actions, .actionTable: nil
    }
  }
}
