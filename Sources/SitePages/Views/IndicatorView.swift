import Bytes
import DataFormats
import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates
import Words

/// The page of one indicator: template `indicator`.
struct IndicatorPageView: PageView {
  let frame: Frame
  let ref: IndicatorRef

  private var renderer: SiteRenderer { frame.renderer }
  private var resolved: ResolvedIndicator { frame.renderer.site.indicators[ref] }

  var template: PageTemplate { .indicator }

  static let fields = ViewFields<Self>(
    "IndicatorPage", including: { $0.frame },
    [
      .view("indicator", "the indicator") {
        IndicatorView(renderer: $0.renderer, ref: $0.ref, route: $0.frame.route, language: $0.frame.language)
      },
      .list("downloads", "its figures as files: CSV and JSON") {
        $0.renderer.downloads(of: $0.ref, from: $0.frame.route)
      },
      .list(
        "chart-downloads", "its chart as files, and as a page to embed; empty without 'downloads: {charts: true}'"
      ) {
        $0.renderer.chartDownloads(of: $0.resolved, from: $0.frame.route, $0.frame.language)
      },
      .optionalText("embed-code", "the HTML that shows its chart on another site; only with 'base-url'") {
        $0.renderer.embedCode(of: $0.resolved)
      },
      .text("chart-script", "the address of the script that offers the chart as a PNG") {
        $0.renderer.chartScript(from: $0.frame.route)
      },
      .text("citation", "how to cite it") { $0.citation },
      .html("dataset", "the page as a schema.org Dataset, for the head element") {
        $0.renderer.dataset(of: $0.resolved, at: $0.frame.route)
      },
    ])

  /// Name with the latest period, plan, publisher, site, address.
  private var citation: String {
    let site = renderer.site
    let plan = site.plans[resolved.plan]
    let language = frame.language.words
    // With the name, since after the publisher it would seem to be the date of publication.
    let period = resolved.indicator.latest.map { language.text(.inBrackets, [.text: $0.period.text(language)]) }
    let parts = [
      resolved.indicator.name + (period ?? ""), site.pages[plan.page].title,
      plan.fields.publisher ?? site.settings.publisher, site.settings.title,
      site.links.absolute(frame.route).map(language.leftToRight),
    ]
    var seen: Set<String> = []
    let words = parts.compactMap(\.self).filter { seen.insert($0).inserted }
    return words.joined(separator: language[.clauseSeparator]) + language[.fullStop]
  }
}

/// An indicator on its own page, with figures formatted for the reader.
struct IndicatorView: TemplateView {
  let renderer: SiteRenderer
  let ref: IndicatorRef
  /// The page that shows it.
  let route: Route
  let language: Language
  /// For a frame on another site.
  var hasSmallChart = false

  private var site: ResolvedSite { renderer.site }
  private var resolved: ResolvedIndicator { renderer.site.indicators[ref] }
  private var indicator: Indicator { resolved.indicator }

  static let fields = ViewFields<Self>(
    "Indicator",
    factFields + [
      .view("plan", "its plan, by its short title") { $0.renderer.link(from: $0.route, toPlan: $0.resolved.plan) },
      .optionalView("programme", "its programme") { view in
        view.resolved.programme.map { view.renderer.link(from: view.route, toProgramme: $0) }
      },
      .optionalView("department", "the department responsible for it") { view in
        view.resolved.lead.map { view.renderer.link(from: view.route, toDepartment: $0) }
      },
      .list("support-departments", "the departments that support it") { view in
        view.resolved.support.map { view.renderer.link(from: view.route, toDepartment: $0) }
      },
      .optionalText("arithmetic", "how its progress is calculated, with its numbers") {
        IndicatorWords.arithmetic(
          of: $0.indicator, $0.resolved.assessment, by: $0.site.plans[$0.resolved.plan].rules, $0.language.words
        ).map(IndicatorWords.unbroken)
      },
      .view("status", "its status") {
        StatusView(resolved: $0.resolved, period: $0.site.statusPeriod(of: $0.resolved), language: $0.language)
      },
      .list("target-changes", "how its target was changed, the newest change first") { view in
        (IndicatorWords.changes(of: view.indicator, view.language.words)
          + view.site.changedRules(of: .indicator(view.ref), view.language.words)).map(NoteView.init)
      },
      .optionalText("first-target", "its target as first set, if that says something else than today's") { view in
        let first = IndicatorWords.originalTarget(of: view.indicator, view.language.words)
        return first == IndicatorWords.target(of: view.indicator, view.language.words) ? nil : first
      },
      .html("original-badge", "its status by the original target; empty if it was not changed") { view in
        guard let original = view.resolved.originalAssessment, let before = view.indicator.original else {
          return HTML()
        }
        return StatusBadge.html(Verdict(original, of: before), view.language.words)
      },
      .optionalText("retired", "that it is no longer followed, and why") { view in
        view.indicator.retired.map { IndicatorWords.retired($0, view.language.words) }
      },
      .optionalView("continued-by", "the indicator that takes its place") { view in
        view.site.continuations.indicators(after: view.ref).first.flatMap(view.link)
      },
      .optionalView("continues", "the indicator whose place it takes") { view in
        view.site.continuations.indicator(before: view.ref).flatMap(view.link)
      },
      .list("status-history", "the statuses at the times of the snapshots, the oldest first; empty for fewer than two")
      {
        view in
        let entries = view.site.history.of(view.ref)
        return entries.count < 2 ? [] : entries.map { StatusEntryView(entry: $0, language: view.language) }
      },
      .list("aligned-targets", "the targets of upper plans that it is aligned with") { view in
        view.renderer.alignedTargets(of: view.ref, from: view.route, view.language)
      },
      .list("alignments", "the targets of other plans that are aligned with it") { view in
        view.renderer.alignments(with: view.ref, from: view.route, view.language)
      },
      .optionalView("promise", "the section in which the plan promises it") { view in
        view.resolved.section.map { view.renderer.link(from: view.route, toPage: $0) }
      },
      .list("mentions", "the other pages that show or name it, those of reports apart") { view in
        view.site.inPlanOrder(
          view.site.mentions[view.ref].filter { $0 != view.resolved.section && view.site.pages[$0].report == nil }
        ).map { view.renderer.link(from: view.route, toPage: $0) }
      },
      .list("reports", "the reports that show or name it, the newest first") { view in
        let homes = view.site.mentions[view.ref].compactMap { view.site.pages[$0].report?.home }
        return view.site.newestFirst(view.site.reports).map(\.home).filter(Set(homes).contains).map {
          view.renderer.link(from: view.route, toPage: $0)
        }
      },
      .list("related", "other indicators of its programme, or of its category, with their statuses") { $0.related },
      .list("notes", "remarks, and what is left out of its data file") { view in
        (view.indicator.notes
          + [
            IndicatorWords.forCalculation(of: view.indicator, view.language.words),
            IndicatorWords.leftOut(of: view.indicator, view.language.words),
            IndicatorWords.besideBaseline(of: view.indicator, view.language.words),
          ].compactMap(\.self))
          .map(NoteView.init)
      },
      .list("updates", "what was said of it, the newest first") { view in
        view.renderer.updates(about: .indicator(view.ref), on: view.route, view.language)
      },
      .optionalText("own-feed", "address of its feed, if it has updates") { view in
        view.renderer.feed(of: .indicator(view.ref), from: view.route)
      },
      .html("actions", "the actions that serve it; empty if there are none") { view in
        let refs = view.site.actionIndex.of(view.ref)
        guard !refs.isEmpty else { return HTML() }
        return view.renderer.actionTable(
          view.renderer.actionRows(view.renderer.byUrgency(refs), by: .none, on: view.route, view.language),
          view.language)
      },
      .optionalText("without-whole", "how figures are shown that have none for the whole") { view in
        IndicatorWords.withoutWhole(
          view.indicator, view.language.words, labels: view.site.labels(view.language))
      },
      .optionalText("no-data", "the text in place of a chart if there is nothing to draw") { $0.withoutChart },
      .list("metadata", "what its author says about it, under headings") {
        MetadataView.list($0.indicator, $0.site, from: $0.route, $0.language)
      },
      .html("definition-text", "what it measures, with its Markdown; empty if nobody says") { view in
        view.indicator.details?.definition.map { MetadataView.html($0, view.site, from: view.route) } ?? HTML()
      },
      .list("dimensions", "its parts, by dimension") {
        DimensionView.list($0.ref, facet: nil, $0.renderer, from: $0.route, $0.language)
      },
      .list("facets", "its figures in other units, of other series, and of parts with a target") { view in
        view.resolved.facets.indices.map {
          FacetView(renderer: view.renderer, ref: view.ref, number: $0, route: view.route, language: view.language)
        }
      },
      .view("figures", "its figures, for a place that says a long unit once") { view in
        IndicatorFiguresView(
          resolved: view.resolved, hasLongUnit: view.indicator.hasLongUnit, language: view.language)
      },
      .html("chart", "a chart of its figures; empty if there is none") {
        IndicatorChart(
          $0.indicator, $0.resolved.assessment, isSmall: $0.hasSmallChart, language: $0.language.words, prefix: "chart"
        ).html
      },
      .optionalText("standing", "how far it is, and how far it should be") {
        // A milestone that is overdue says so as its reason.
        $0.indicator.kind == .milestone && $0.resolved.assessment.reason == .overdue
          ? nil : IndicatorWords.standing(of: $0.indicator, $0.resolved.assessment, $0.language.words)
      },
      .list("comparisons", "where the figures come from that it is compared with") { view in
        view.indicator.comparisons.compactMap { comparison in
          comparison.source.map { ComparisonView(name: comparison.name, source: $0) }
        }
      },
      .optionalText("chart-message", "what the chart shows: the newest figure, and how it compares with the target") {
        // A small frame has no room for a long unit.
        IndicatorWords.message(
          of: $0.hasSmallChart && $0.indicator.hasLongUnit ? $0.indicator.besideUnit : $0.indicator,
          $0.resolved.assessment, $0.language.words
        )
      },
      .html("history", "the table of all observations, or of the newest of many; empty if there is none") {
        $0.renderer.history(of: $0.indicator, $0.resolved.partsLayout?.shownFigures(of: nil), $0.language)
      },
      .list("earlier-figures", "the pages of the observations before them") {
        $0.renderer.earlierFigures(of: $0.ref, facet: nil, from: $0.route, $0.language)
      },
      .text("rule", "the rule by which the status is judged, or who judged it by hand") { view in
        view.resolved.judged(view.language.words)
          ?? view.renderer.registers.plans[view.resolved.plan].rule(of: view.indicator, view.language.words)
      },
      .flag("is-judged", "whether its status was judged by hand, and follows from no rule") {
        $0.resolved.judged($0.language.words) != nil
      },
      .optionalText("growth", "a second opinion by the growth a year, with its formula, if the indicator asks for it") {
        IndicatorWords.growth(of: $0.indicator, $0.language.words).map(IndicatorWords.unbroken)
      },
      .optionalText("trend-rule", "the rule for a target that is a direction without a number, if it has one") { view in
        guard view.resolved.assessment.isOfDirection else { return nil }
        return view.renderer.registers.plans[view.resolved.plan].trendRule(of: view.indicator, view.language.words)
      },
    ])

  /// A sentence that there are no figures, or why they cannot be drawn. Nil if a status by hand needs none.
  private var withoutChart: String? {
    if indicator.latest != nil { return indicator.isInRange ? nil : language.words[.noChartTooLarge] }
    if resolved.assessment.isJudged { return nil }
    return language.words[indicator.kind == .milestone ? .nothingReported : .noDataYet]
  }

  /// The fields that come from `IndicatorFacts`.
  private static let factFields = IndicatorFacts.pageTexts.map { fact, summary in
    fact.isOptional
      ? ViewFields<Self>.Field.optionalText(fact.name, summary) { fact.words($0.resolved, $0.language.words) }
      : .text(fact.name, summary) { fact.words($0.resolved, $0.language.words) ?? "" }
  }

  private func link(_ other: IndicatorRef) -> LinkView? {
    let resolved = site.indicators[other]
    return resolved.route.map {
      LinkView(title: resolved.indicator.name, url: site.links.link(from: route, to: $0))
    }
  }

  /// At most 12 indicators of the same plan that share its programme or, without a programme, its category.
  private var related: [AlertView] {
    renderer.relatedIndicators.related(to: ref, in: site).map { other in
      let resolved = site.indicators[other]
      return AlertView(
        title: resolved.indicator.name, url: resolved.route.map { site.links.link(from: route, to: $0) } ?? "",
        badge: StatusBadge.html(resolved.verdict, language.words),
        language: site.language(ofNameOf: resolved, on: language))
    }
  }
}

/// A status with its reason.
struct StatusView: TemplateView {
  let resolved: ResolvedIndicator
  /// The period of the status, if the plan has newer figures.
  let period: Period?
  let language: Language

  private var status: IndicatorStatus { resolved.assessment.status }
  /// An indicator that was given up has a sentence of its own that says so.
  private var hasVerdict: Bool { !resolved.indicator.hasNoVerdict && resolved.indicator.retired == nil }

  static let fields = ViewFields<Self>(
    "Status",
    [
      .text("code", "the status as an identifier, such as on-track; for class names") { $0.status.rawValue },
      .text("word", "the status in words") { IndicatorWords.word(for: $0.resolved.verdict, $0.language.words) },
      .text("class", "its class: met, on-course, at-risk or cannot-say") { $0.status.statusClass.rawValue },
      .optionalText("period", "the period that it describes, if the plan has newer figures") { view in
        view.period.map { period in
          ByteBuffer.text { IndicatorWords.append(periodOfStatus: period, view.language.words, to: &$0) }
        }
      },
      .optionalText("reason", "the reason, if the rule alone does not explain it") { $0.reason },
      .html("badge", "its badge: shape, word and colour; empty where there is nothing to judge") {
        $0.hasVerdict ? StatusBadge.html($0.resolved.verdict, $0.language.words) : HTML()
      },
    ])

  /// The reason for a missing verdict, or the source of a given one.
  private var reason: String? {
    if resolved.indicator.hasNoVerdict { return IndicatorWords.reporting(of: resolved.indicator, language.words) }
    if let explanation = IndicatorWords.explanation(of: resolved.assessment, resolved.indicator, language.words) {
      return explanation
    }
    return resolved.judged(language.words)
  }
}

extension ResolvedIndicator {
  /// Who judged the status by hand; nil if it follows from a rule.
  fileprivate func judged(_ language: WordLanguage) -> String? {
    guard let judgement = indicator.judgement, assessment.isJudged, judgement.status == assessment.status else {
      return nil
    }
    return IndicatorWords.judged(by: judgement.by, on: judgement.on?.text(language), language)
  }
}

/// An indicator as a row of a table that a theme lays out itself.
struct SectionIndicatorView: TemplateView {
  let site: ResolvedSite
  let ref: IndicatorRef
  /// The page that shows it.
  let route: Route
  let language: Language

  private var resolved: ResolvedIndicator { site.indicators[ref] }
  private var indicator: Indicator { resolved.indicator }

  static let fields = ViewFields<Self>(
    "SectionIndicator",
    [
      .text("name", "its name") { $0.indicator.name },
      .optionalText("url", "its address") { view in
        view.resolved.route.map { view.site.links.link(from: view.route, to: $0) }
      },
      .optionalText("unit", "the unit of the figures here, such as million t") {
        $0.indicator.shownUnit($0.language.words)
      },
      .optionalText("baseline", "the baseline, as a number without its unit") { view in
        view.indicator.baseline.map { IndicatorWords.number($0.value, of: view.indicator, view.language.words) }
      },
      .text("target", "the target, as a number without its unit, or as the plan words it") {
        IndicatorWords.targetNumber(of: $0.indicator, $0.language.words)
      },
      .optionalText("latest", "the latest value, as a number without its unit") { view in
        view.resolved.indicator.latest.flatMap { IndicatorWords.number($0, of: view.indicator, view.language.words) }
      },
      .text("values", "all values in order of time, such as 54.6 → 55.3") {
        IndicatorWords.numbers(of: $0.indicator, $0.language.words)
      },
      .optionalText("progress", "share of the way to the target, in per cent") { view in
        view.resolved.assessment.progress.map { NumberFormat.percent($0, view.language.words) }
      },
      .optionalText("progress-value", "progress as a number from 0 to 100, such as 65.3, for a progress element") {
        $0.resolved.assessment.progress.map { jsonText(NumberFormat.nearest(min(max($0, 0), 1) * 1000) / 10) }
      },
      .view("status", "its status") {
        StatusView(resolved: $0.resolved, period: $0.site.statusPeriod(of: $0.resolved), language: $0.language)
      },
    ])
}
