import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates
import Words

/// The page of targets that are aligned with those of upper plans: template `alignment`.
struct AlignmentPageView: PageView {
  let frame: Frame

  var template: PageTemplate { .alignment }

  static let fields = ViewFields<Self>(
    "AlignmentPage", including: { $0.frame },
    [
      .list("uppers", "the plans that others are aligned with") { view in
        view.frame.renderer.site.alignments.uppers.map { UpperPlanView(frame: view.frame, upper: $0) }
      }
    ])
}

/// A plan that others are aligned with.
struct UpperPlanView: TemplateView {
  let frame: Frame
  let upper: Alignments.Upper

  private var site: ResolvedSite { frame.renderer.site }
  private var words: WordLanguage { frame.language.words }

  static let fields = ViewFields<Self>(
    "UpperPlan",
    [
      .text("title", "its title") { $0.upper.title },
      .text("url", "its address, on this site or another") { $0.url },
      .html("table", "its targets, and what each of the plans below it promises beside them") { $0.table },
    ])

  private var url: String {
    switch upper.place {
    case .plan(let plan): link(to: site.pages[site.plans[plan].page].route)
    case .elsewhere(let address): address
    }
  }

  private func link(to route: Route) -> String { site.links.link(from: frame.route, to: route) }

  private var table: HTML {
    let rows = upper.targets.map { target in
      AlignmentTable.Row(
        name: .init(text: target.indicator.name, url: site.address(of: target.link, from: frame.route)),
        target: SiteRenderer.target(of: target.indicator, words),
        cells: upper.lower.map { plan in
          target.alignments.filter { $0.plan == plan }.map { alignment in
            let own = site.indicators[alignment.indicator]
            return .init(
              target: .init(text: SiteRenderer.target(of: own.indicator, words), url: own.route.map(link)),
              ambition: alignment.ambition)
          }
        })
    }
    // A reader would not find the few rows that have something beside them among many that have nothing.
    let sorted = rows.filter(\.isTakenUp) + rows.filter { !$0.isTakenUp }
    let plans = upper.lower.map { plan -> AlignmentTable.Text in
      let home = site.pages[site.plans[plan].page]
      return .init(text: home.shortTitle, url: link(to: home.route))
    }
    return AlignmentTable(sorted, plans: plans, caption: .init(text: upper.title, url: url), language: words).html
  }
}

/// A target of an upper plan beside that of an indicator.
struct AlignedTargetView: TemplateView {
  let title: String
  let url: String?
  let plan: String
  let target: String
  let ambition: Ambition
  let language: Language

  static let fields = ViewFields<Self>(
    "AlignedTarget",
    [
      .text("title", "the indicator's name") { $0.title }, .optionalText("url", "its address") { $0.url },
      .text("plan", "the title of its plan") { $0.plan }, .text("target", "its target") { $0.target },
      .html("ambition", "how ambitious the lower of the two targets is, in a word") {
        AlignmentTable.mark($0.ambition, $0.language.words)
      },
    ])
}

extension ResolvedSite {
  fileprivate func address(of link: Alignments.Link, from route: Route) -> String? {
    switch link {
    case .indicator(let ref): indicators[ref].route.map { links.link(from: route, to: $0) }
    case .elsewhere(let url): url
    }
  }
}

extension SiteRenderer {
  /// A target without its figures, which may ask for more decimals.
  fileprivate static func target(of indicator: Indicator, _ language: WordLanguage) -> String {
    IndicatorWords.target(of: indicator.precision == nil ? indicator : indicator.with(observations: []), language)
  }

  /// The targets that an indicator is aligned with.
  func alignedTargets(of ref: IndicatorRef, from route: Route, _ language: Language) -> [AlignedTargetView] {
    site.alignments.targets(of: ref).map { upper, target, ambition in
      AlignedTargetView(
        title: target.indicator.name, url: site.address(of: target.link, from: route), plan: upper.title,
        target: IndicatorWords.target(of: target.indicator, language.words), ambition: ambition, language: language)
    }
  }

  /// The targets of lower plans that are aligned with an indicator.
  func alignments(with ref: IndicatorRef, from route: Route, _ language: Language) -> [AlignedTargetView] {
    site.alignments.alignments(with: ref).map { alignment in
      let own = site.indicators[alignment.indicator]
      return AlignedTargetView(
        title: own.indicator.name, url: own.route.map { site.links.link(from: route, to: $0) },
        plan: site.pages[site.plans[alignment.plan].page].title,
        target: IndicatorWords.target(of: own.indicator, language.words), ambition: alignment.ambition,
        language: language)
    }
  }
}
