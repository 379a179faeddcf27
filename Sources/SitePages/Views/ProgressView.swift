import Figures
import Indicators
import Markup
import SiteModel
import Templates
import Words

/// The page of a plan's progress: template `progress`. Where it has too many charts for one page, the others have
/// pages of their own, without the first page's summary of the plan.
struct ProgressPageView: PageView {
  let frame: Frame
  let ref: PlanRef
  /// The 1-based page number.
  let page: Int

  private var renderer: SiteRenderer { frame.renderer }
  private var site: ResolvedSite { frame.renderer.site }
  private var plan: ResolvedPlan { frame.renderer.site.plans[ref] }

  var template: PageTemplate { .progress }

  static let fields = ViewFields<Self>(
    "ProgressPage", including: { $0.frame },
    [
      .view("plan", "the plan") { $0.renderer.planView($0.ref, in: $0.frame) },
      .flag("is-first", "whether this is the first page; the next ones have further charts only") { $0.page == 1 },
      .optionalView("answer", "how the plan is going; only on the first page") { view in
        view.page == 1 ? AnswerView(of: view.ref, in: view.frame, limit: 100) : nil
      },
      .html("by-category", "a table of categories and the four classes; empty if there are no categories") { view in
        view.matrix(by: { $0.indicator.group ?? $0.indicator.category }, caption: .byCategory)
      },
      .flag("has-matrices", "whether there is a table of categories or of programmes") { view in
        view.page == 1 && view.hasVerdicts
          && view.plan.indicators.contains {
            let resolved = view.site.indicators[$0]
            return resolved.indicator.group != nil || resolved.indicator.category != nil || resolved.programme != nil
          }
      },
      .html("by-programme", "a table of programmes and the four classes; empty if there are none") { view in
        view.matrix(
          by: { $0.programme.map { view.site.programmes[$0].programme.name } }, caption: .byProgramme)
      },
      .optionalText("since", "the period that changes are counted from") { view in
        view.newestPeriod.map {
          ($0.shifted(byMonths: -12) ?? .year($0.year - 1)).text(view.frame.language.words)
        }
      },
      .list("changes", "indicators whose status has changed since then, at most 100") {
        Array($0.changes.prefix(Self.shownChanges))
      },
      .optionalText("more-changes", "how many more have changed") { view in
        let count = view.changes.count - Self.shownChanges
        guard count > 0 else { return nil }
        return IndicatorWords.andMore(count, view.frame.language.words)
      },
      .html("milestones", "all milestones on one line of years; empty if there are fewer than two") {
        $0.milestones
      },
      .list("charts", "a small chart for each indicator that has a page and figures, or those of this page") {
        $0.charts
      },
      .list("pages", "the pages that the charts take; empty if there is one") { view in
        view.renderer.pages(of: .charts(view.ref), at: view.page, in: view.frame)
      },
      .text("rule", "the rule by which statuses are judged") {
        $0.renderer.registers.plans[$0.ref].rule($0.frame.language.words)
      },
    ])

  private static let shownChanges = 100

  /// Whether any indicator has a verdict; otherwise a table by class would have a single column.
  private var hasVerdicts: Bool { plan.indicators.contains { site.statuses[$0].statusClass != .cannotSay } }

  /// Empty if no indicator has a label.
  private func matrix(by label: (ResolvedIndicator) -> String?, caption: Word) -> HTML {
    guard page == 1, hasVerdicts else { return HTML() }
    var order: [String] = []
    var groups: [String: [IndicatorRef]] = [:]
    var others: [IndicatorRef] = []
    for ref in plan.indicators {
      guard let label = label(site.indicators[ref]) else {
        others.append(ref)
        continue
      }
      if groups[label] == nil { order.append(label) }
      groups[label, default: []].append(ref)
    }
    let words = frame.language.words
    if !order.isEmpty, !others.isEmpty {
      // A group that is itself named *Other* keeps its place and takes these rows.
      if groups[words[.other]] == nil { order.append(words[.other]) }
      groups[words[.other], default: []] += others
    }
    let rows = order.map { label in
      StatusMatrix.Row(label: label, counts: renderer.countsByClass(groups[label] ?? []))
    }
    return StatusMatrix(rows, caption: words[caption], total: words[.total], language: frame.language.words).html
  }

  private var newestPeriod: Period? {
    plan.indicators.compactMap { site.indicators[$0].indicator.latest?.period }.max()
  }

  /// Indicators whose status has changed since one year before the plan's newest figure.
  private var changes: [ChangeView] {
    guard page == 1, let newest = newestPeriod else { return [] }
    let language = frame.language.words
    return plan.indicators.compactMap { ref -> ChangeView? in
      let resolved = site.indicators[ref]
      guard resolved.indicator.judgement == nil else { return nil }
      let past = resolved.standing(at: newest.end - 1, by: plan.rules)
      guard past.verdict.status != resolved.assessment.status else { return nil }
      return ChangeView(
        title: resolved.indicator.name, url: resolved.route.map { site.links.link(from: frame.route, to: $0) },
        before: StatusBadge.html(past.verdict, language),
        after: StatusBadge.html(resolved.verdict, language),
        titleLanguage: site.language(ofNameOf: resolved, on: frame.language),
        reason: resolved.indicator.retired.map { retired in
          let text = IndicatorWords.retired(retired, language)
          return text.prefix(1).uppercased() + text.dropFirst()
        }
          ?? resolved.changesOfTarget(after: newest.end - 1, language))
    }
  }

  private var milestones: HTML {
    guard page == 1 else { return HTML() }
    return MilestoneTimeline(
      plan.indicators.map { (site.indicators[$0].indicator, site.indicators[$0].assessment) },
      title: frame.language.words[.milestones], language: frame.language.words, prefix: "milestones"
    ).html
  }

  private var charts: [ChartView] {
    let shown = plan.indicators.enumerated().filter { site.indicators[$0.element].hasChart }
    let rows = LongList.charts(ref).pagination(of: shown.count).rows(ofPage: page)
    return shown[rows].compactMap { number, ref in
      let resolved = site.indicators[ref]
      guard let target = resolved.route else { return nil }
      let chart = IndicatorChart(
        resolved.indicator, resolved.assessment, language: frame.language.words, prefix: "chart-\(number + 1)"
      ).html
      guard !chart.isEmpty else { return nil }
      return ChartView(
        title: resolved.indicator.name, url: site.links.link(from: frame.route, to: target), chart: chart,
        message: IndicatorWords.message(of: resolved.indicator, resolved.assessment, frame.language.words),
        badge: StatusBadge.html(resolved.verdict, frame.language.words),
        titleLanguage: site.language(ofNameOf: resolved, on: frame.language))
    }
  }
}

/// An indicator with its earlier and its current status.
struct ChangeView: TemplateView {
  let title: String
  let url: String?
  let before: HTML
  let after: HTML
  /// The language of the title, if it differs from the page's.
  let titleLanguage: String?
  let reason: String?

  static let fields = ViewFields<Self>(
    "Change",
    [
      .text("title", "the indicator's name") { $0.title },
      .optionalText("title-language", "the language of the name, if it is another") { $0.titleLanguage },
      .optionalText("url", "its address") { $0.url },
      .html("before", "its status then") { $0.before },
      .html("after", "its status now") { $0.after },
      .optionalText("reason", "how its target was changed since then, if it was") { $0.reason },
    ])
}

/// A small chart with its title.
struct ChartView: TemplateView {
  let title: String
  let url: String
  let chart: HTML
  let message: String?
  let badge: HTML
  /// The language of the title, if it differs from the page's.
  let titleLanguage: String?

  static let fields = ViewFields<Self>(
    "Chart",
    [
      .text("title", "the indicator's name") { $0.title },
      .optionalText("title-language", "the language of the name, if it is another") { $0.titleLanguage },
      .text("url", "its address") { $0.url },
      .html("chart", "a chart of its figures") { $0.chart },
      .optionalText("message", "what the chart shows: the newest figure, and how it compares with the target") {
        $0.message
      },
      .html("badge", "its status: shape, word and colour") { $0.badge },
    ])
}
