import DataFormats
import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates
import Words

/// The answer to "how is it going?" for some indicators: partial `answer`, with which the front page and the pages of
/// plans, their progress and departments begin.
struct AnswerView: TemplateView {
  let frame: Frame
  let refs: [IndicatorRef]
  private let atRisk: [IndicatorRef]
  private let notCounted: String?
  let grouping: IndicatorGrouping
  /// Whether those at risk name their plans.
  private let showsPlan: Bool
  /// How many indicators at risk are shown.
  let limit: Int
  /// Where all of them are shown.
  let more: Route?
  /// The pages that belong to them.
  private let pages: [PageRef]
  /// The subjects of the changes; nil for all.
  private let scope: FeedScope?

  /// Nil without indicators that are followed. `pages` and what is new of `scope` may have the day of the last change.
  /// `reference` is how many more there are, in plans of others.
  init?(
    of refs: [IndicatorRef], in frame: Frame, grouping: IndicatorGrouping, limit: Int, more: Route?, pages: [PageRef],
    scope: FeedScope?, isOfSite: Bool = false, ofReferencePlans reference: Int = 0
  ) {
    let counted = frame.renderer.counted(refs)
    let answering = isOfSite ? AnswerView.ofPlansWithFigures(counted, frame.renderer.site) : counted
    notCounted = frame.renderer.notCounted(
      refs, ofPlansWithoutFigures: counted.count - answering.count, ofReferencePlans: reference, frame.language.words)
    let refs = answering
    guard !refs.isEmpty else { return nil }
    self.frame = frame
    self.refs = refs
    atRisk = frame.renderer.site.atRisk(refs)
    self.grouping = grouping
    showsPlan = grouping == .plan || frame.renderer.areOfSeveralPlans(refs)
    self.limit = limit
    self.more = more
    self.pages = pages
    self.scope = scope
  }

  /// For the plans of the site that are its own.
  init?(ofSiteIn frame: Frame, limit: Int) {
    let site = frame.renderer.site
    let all = Array(site.indicators.indices)
    let own = site.ownPlans
    let refs = own.count == site.plans.count ? all : own.flatMap { site.plans[$0].indicators }
    self.init(
      of: refs, in: frame, grouping: own.count > 1 ? .plan : .category, limit: limit,
      more: site.plans.count > 1 ? ListPage.indicators.route : site.plans.first?.progressRoute,
      pages: Array(site.pages.indices), scope: nil, isOfSite: site.plans.count > 1,
      ofReferencePlans: frame.renderer.counted(all).count - frame.renderer.counted(refs).count)
  }

  /// Nil if the plan has no indicators.
  init?(of plan: PlanRef, in frame: Frame, limit: Int) {
    let resolved = frame.renderer.site.plans[plan]
    self.init(
      of: resolved.indicators, in: frame, grouping: .category, limit: limit, more: resolved.progressRoute,
      pages: resolved.readingOrder, scope: .plan(plan))
  }

  /// Without the indicators of plans that have published nothing yet; all if that is so for every plan.
  private static func ofPlansWithFigures(_ refs: [IndicatorRef], _ site: ResolvedSite) -> [IndicatorRef] {
    let plans = Set(refs.filter { site.indicators[$0].indicator.latest != nil }.map { site.indicators[$0].plan })
    return plans.isEmpty ? refs : refs.filter { plans.contains(site.indicators[$0].plan) }
  }

  private var renderer: SiteRenderer { frame.renderer }
  private var site: ResolvedSite { frame.renderer.site }
  private var language: WordLanguage { frame.language.words }

  /// Above this number each group has a bar in place of a symbol for each indicator.
  private static let symbolLimit = 200

  static let fields = ViewFields<Self>(
    "Answer",
    [
      .text("lead", "the beginning of the sentence: how many targets there are") { $0.lead },
      .list("classes", "the four classes with their counts; those without any are left out") { $0.classes },
      .optionalText("no-figures", "the rest of the sentence if there are no figures at all") { view in
        view.hasFigures ? nil : view.language[.answerNoFigures]
      },
      .optionalText("newest", "the period of the newest figure") { $0.newest?.text($0.language) },
      .optionalText("as-of", "the day up to which figures are known, if the site states one") { view in
        view.site.settings.asOf?.text(view.language)
      },
      .optionalText("changed", "the day of the last change, as the feed has it") { view in
        view.site.lastChange(of: view.scope, pages: view.pages)?.text(view.language)
      },
      .html("bar", "the four classes as one bar; empty without figures") { view in
        view.hasFigures ? ClassBar.html(view.renderer.countsByClass(view.refs)) : HTML()
      },
      .optionalText("not-counted", "what the sentence leaves out, if anything") { $0.notCounted },
      .text("at-risk-count", "how many indicators are at risk") { String($0.atRisk.count) },
      .list("at-risk", "the indicators at risk: binding ones first, and then the worst") { view in
        view.atRisk.prefix(view.limit).map {
          AnswerIndicatorView(frame: view.frame, ref: $0, showsPlan: view.showsPlan)
        }
      },
      .optionalText("more-url", "where all indicators at risk are shown, if some are left out") { view in
        guard view.atRisk.count > view.limit, let more = view.more else { return nil }
        // The page of all indicators shows those at risk by its filters, and without a script the plans that have any.
        let query = more == ListPage.indicators.route ? "?class=\(StatusClass.atRisk.rawValue)&sort=worst#-at-risk" : ""
        return view.site.links.link(from: view.frame.route, to: more) + query
      },
      .optionalText("at-risk-shown", "how many of those at risk are shown, and where all are, for paper") { view in
        guard view.atRisk.count > view.limit, let more = view.more else { return nil }
        let title: Word = more == ListPage.indicators.route ? .indicators : .progressSummary
        return view.frame.shownOfAll(view.limit, view.atRisk.count, all: more, title)
      },
      .list("symbol-key", "what the symbols of the groups mean: each status that occurs, once") { $0.symbolKey },
      .list("groups", "the indicators by category, or by plan; empty if there are no figures") { $0.groups },
    ])

  /// Whether anything can be said about any of them.
  private var hasFigures: Bool {
    refs.contains { site.statuses[$0].statusClass != .cannotSay || site.indicators[$0].indicator.latest != nil }
  }

  /// Empty where bars replace the symbols.
  private var symbolKey: [SymbolView] {
    guard hasFigures, refs.count <= AnswerView.symbolLimit else { return [] }
    return Set(refs.map { site.indicators[$0].verdict }).sorted { $0.order < $1.order }.map {
      SymbolView(verdict: $0, language: language)
    }
  }

  private var lead: String { language.text(.answerLead, count: refs.count) }

  private var classes: [ClassCountView] { hasFigures ? renderer.classCounts(refs, language) : [] }

  private var newest: Period? {
    refs.compactMap { site.indicators[$0].indicator.latest?.period }.max { $0.end < $1.end }
  }

  private var groups: [AnswerGroupView] {
    guard hasFigures else { return [] }
    // One plan is not a group.
    let isOnePlan = grouping == .plan && refs.allSatisfy { site.indicators[$0].plan == site.indicators[refs[0]].plan }
    // So many plans have their counts in the list of plans.
    if grouping == .plan, site.plans.count > PlanView.mostEntries { return [] }
    let grouping = isOnePlan ? .category : grouping
    let rows = renderer.grouped(refs, by: grouping, frame.language)
    var groups: [(label: String, refs: [IndicatorRef])] = []
    for row in rows {
      let label = row.group ?? ""
      if groups.last?.label == label {
        groups[groups.count - 1].refs.append(row.ref)
      } else {
        groups.append((label, [row.ref]))
      }
    }
    return groups.map { label, own in
      // There is little room.
      let plan = site.pages[site.plans[site.indicators[own[0]].plan].page]
      return AnswerGroupView(
        frame: frame, label: grouping == .plan ? plan.shortTitle : label, refs: own,
        hasSymbols: refs.count <= AnswerView.symbolLimit)
    }
  }
}

/// The number of indicators in one class.
struct ClassCountView: TemplateView {
  let statusClass: StatusClass
  let count: Int
  let language: WordLanguage
  let isLast: Bool

  static let fields = ViewFields<Self>(
    "ClassCount",
    [
      .text("code", "the class as an identifier, such as at-risk; for class names") { $0.statusClass.rawValue },
      .text("count", "how many indicators are in it") { String($0.count) },
      .text("word", "the class in the page's language") { IndicatorWords.word(for: $0.statusClass, $0.language) },
      .text("phrase", "what follows the count in the sentence") {
        IndicatorWords.phrase(for: $0.statusClass, count: $0.count, $0.language)
      },
      .text("separator", "what follows the phrase in the sentence") {
        $0.language[$0.isLast ? .fullStop : .clauseSeparator]
      },
      .html("swatch", "a piece of the bar, for the key") { ClassBar.swatch($0.statusClass) },
    ])
}

/// One indicator: the value reached, the value expected, and who answers for it.
struct AnswerIndicatorView: TemplateView {
  let frame: Frame
  let ref: IndicatorRef
  let showsPlan: Bool

  private var site: ResolvedSite { frame.renderer.site }
  private var resolved: ResolvedIndicator { frame.renderer.site.indicators[ref] }
  private var language: WordLanguage { frame.language.words }
  /// A long unit is shown beside the name, and not after each figure.
  private var shown: Indicator { resolved.indicator.hasLongUnit ? resolved.indicator.besideUnit : resolved.indicator }

  static let fields = ViewFields<Self>(
    "AnswerIndicator",
    [
      .text("name", "the indicator's name") { $0.resolved.indicator.name },
      .optionalText("name-language", "the language of the name, if it is another") { view in
        view.site.language(ofNameOf: view.resolved, on: view.frame.language)
      },
      .text("label", "its name and status") { view in
        view.resolved.indicator.name + view.language[.colon]
          + IndicatorWords.word(for: view.resolved.verdict, view.language)
      },
      .optionalText("unit", "its unit, if the figures leave it out because it is long") { view in
        view.resolved.indicator.hasLongUnit ? view.resolved.indicator.unit : nil
      },
      .optionalText("binding", "the word that says so, if the target is binding") { view in
        guard view.resolved.indicator.nature == .binding else { return nil }
        return IndicatorWords.word(for: .binding, view.language)
      },
      .html("mark", "its status as a shape alone") { StatusBadge.mark($0.resolved.verdict, $0.language) },
      .optionalText("url", "its address, if it has a page") { view in
        view.resolved.route.map { view.site.links.link(from: view.frame.route, to: $0) }
      },
      .html("badge", "its status: shape, word and colour") { StatusBadge.html($0.resolved.verdict, $0.language) },
      .html("bar", "its progress, with a mark at what is expected; empty if none was calculated") {
        ProgressBar.html($0.resolved.assessment, of: $0.resolved.indicator)
      },
      .optionalText("latest", "the figure that its status is for, with its period") {
        IndicatorWords.judged(of: $0.shown, $0.resolved.assessment, $0.language)
      },
      .text("target", "its target with its period") { IndicatorWords.target(of: $0.shown, $0.language) },
      .optionalText("reason", "what is wrong, with its numbers") { view in
        IndicatorWords.fault(of: view.shown, view.resolved.assessment, view.language)
      },
      .optionalView("department", "the department that answers for it, unless the page is that department's") {
        view -> LinkView? in
        guard let lead = view.resolved.lead else { return nil }
        if case .department(lead) = view.frame.address { return nil }
        return view.frame.renderer.link(from: view.frame.route, toDepartment: lead)
      },
      .flag("has-nobody", "whether no department answers for it, on a site that names departments") { view in
        view.resolved.lead == nil && !view.site.departments.isEmpty
      },
      .optionalView("update", "what was said of it last") { view -> UpdateView? in
        view.frame.renderer.updates(about: .indicator(view.ref), on: view.frame.route, view.frame.language).first
      },
      .optionalView("plan", "its plan, where several plans are shown") { view in
        view.showsPlan ? view.frame.renderer.link(from: view.frame.route, toPlan: view.resolved.plan) : nil
      },
    ])
}

/// The indicators of one category or plan, each as a symbol.
struct AnswerGroupView: TemplateView {
  let frame: Frame
  let label: String
  let refs: [IndicatorRef]
  let hasSymbols: Bool

  private var renderer: SiteRenderer { frame.renderer }

  static let fields = ViewFields<Self>(
    "AnswerGroup",
    [
      .text("label", "the category, or the plan; empty if there are no categories") { $0.label },
      .text("good", "how many are met, held or on course") { view in
        String(
          view.renderer.countsByClass(view.refs).filter { $0.statusClass == .met || $0.statusClass == .onCourse }
            .reduce(0) { $0 + $1.count })
      },
      .text("total", "how many there are") { String($0.refs.count) },
      .list("symbols", "a symbol for each; empty if there are too many") { view in
        view.hasSymbols ? view.refs.map { AnswerIndicatorView(frame: view.frame, ref: $0, showsPlan: false) } : []
      },
      .html("bar", "the four classes as one bar, if there are too many for symbols") { view in
        view.hasSymbols ? HTML() : ClassBar.html(view.renderer.countsByClass(view.refs))
      },
    ])
}

/// A symbol with the word for its status.
struct SymbolView: TemplateView {
  let verdict: Verdict
  let language: WordLanguage

  static let fields = ViewFields<Self>(
    "Symbol", [.html("badge", "shape, word and colour of a status") { StatusBadge.html($0.verdict, $0.language) }])
}
