import Indicators
import SiteModel
import SiteSources
import Templates
import Words

/// The figures of an indicator beside each other. If the unit is long, it is shown above, and the figures are without it.
struct IndicatorFiguresView: TemplateView {
  let resolved: ResolvedIndicator
  let hasLongUnit: Bool
  let language: Language

  private var shown: ResolvedIndicator {
    hasLongUnit ? ResolvedIndicator(resolved, showing: resolved.indicator.besideUnit, resolved.assessment) : resolved
  }

  static let fields = ViewFields<Self>(
    "IndicatorFigures",
    IndicatorFacts.pageTexts.filter { $0.text.name != "unit" }.map { fact, summary in
      fact.isOptional
        ? ViewFields<Self>.Field.optionalText(fact.name, summary) { fact.words($0.shown, $0.language.words) }
        : .text(fact.name, summary) { fact.words($0.shown, $0.language.words) ?? "" }
    } + [
      .optionalText("long-unit", "the unit, if the figures leave it out because it is long") { view in
        view.hasLongUnit ? view.resolved.indicator.unit : nil
      },
      .flag("has-long-figures", "whether a figure has ten digits or more and is not shown in millions or billions") {
        view in
        view.shown.indicator.hasLongFigures(view.language.words)
      },
      .optionalText("change-left", "change needed to reach the target, where less than a year is left") { view in
        IndicatorWords.changeLeft(of: view.shown.indicator, view.shown.assessment, view.language.words)
      },
      .optionalText("latest-figure", "the latest value with its period alone") { view in
        IndicatorWords.plainLatest(of: view.shown.indicator, view.language.words)
      },
      .optionalText("latest-caveat", "what its publisher says of the latest value: provisional, its range") { view in
        let indicator = view.shown.indicator
        return indicator.latest.flatMap {
          $0.value == nil ? nil : IndicatorWords.caveat(of: $0, indicator, .whole, view.language.words)
        }
      },
      .optionalText("sum", "of yearly amounts, their sum so far, to which the target applies") { view in
        let shown = view.shown
        return IndicatorWords.sumSoFar(of: shown.indicator, shown.assessment).map { sum in
          view.language.words.text(
            .sumSoFar, [.value: IndicatorWords.value(sum, of: shown.indicator, view.language.words)])
        }
      },
    ])
}
