import Actions
import DataFormats
import Indicators
import Manuscripts
import SiteModel
import SiteSources
import Words

/// The data on a plan in a period, as the pages of a report. Figures and statuses are directives, which show those of
/// the report's snapshot; anything that a snapshot lacks, such as actions, is text.
struct ReportText {
  let site: ResolvedSite
  /// Nil for all plans.
  let plan: PlanRef?
  let period: Period
  let stage: ReportFields.Stage
  /// The name of the snapshot of today.
  let snapshot: String
  /// The snapshot that it is compared with; nil if there is none.
  let earlier: Snapshot?
  /// The statuses of that snapshot with their reasons, by `SiteState.key`.
  private let statusesBefore: [String: (status: IndicatorStatus, reason: StatusReason?)]

  init(
    site: ResolvedSite, plan: PlanRef?, period: Period, stage: ReportFields.Stage, snapshot: String, earlier: Snapshot?
  ) {
    (self.site, self.plan, self.period, self.stage) = (site, plan, period, stage)
    (self.snapshot, self.earlier) = (snapshot, earlier)
    statusesBefore = Dictionary(
      (earlier?.promises ?? []).compactMap { promise in
        promise.status.flatMap(IndicatorStatus.init).map {
          (SiteState.key(promise.id, promise.name, promise.plan), ($0, promise.reason.flatMap(StatusReason.init)))
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  struct Page {
    let name: String
    let text: String
  }

  var language: WordLanguage {
    plan.map { site.pages[site.plans[$0].page].language.words } ?? site.settings.language.words
  }
  /// The plan, or all that are the site's own.
  private var plans: [PlanRef] { plan.map { [$0] } ?? site.ownPlans }
  /// Whether a table of all indicators of the site would show more than these.
  private var leavesPlansOut: Bool { plan == nil && plans.count < site.plans.count }
  var refs: [IndicatorRef] { plans.flatMap { site.plans[$0].indicators } }
  private var counted: [IndicatorRef] { refs.filter { !site.uncounted.contains($0) } }
  var actions: [ActionRef] { plans.flatMap(site.actionIndex.of) }

  var pages: [Page] {
    let sections: [(name: String, title: String, lines: [String])] = [
      ("overview", language[.reportOverview], overview), ("areas", language[.reportAreas], areas),
      ("changes", language[.reportChanges], changes), ("binding", language[.reportBinding], binding),
      ("actions", language[.actions], actionLines), ("targets", language[.changedTargets], targets),
      ("missing", language[.reportMissing], missing),
    ].filter { !$0.lines.isEmpty }
    return [Page(name: "index.md", text: lines(frontMatter + lead))]
      + sections.enumerated().map { number, section in
        Page(
          name: "\(number + 1)-\(section.name).md",
          text: lines(["---", "title: \(Author.yaml(section.title))", "---", ""] + section.lines))
      }
  }

  private func lines(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  // MARK: The first page

  private var frontMatter: [String] {
    var lines = ["---", "type: report", "title: \(Author.yaml(title))", "period: \(period)"]
    if stage != .yearly { lines.append("stage: \(stage.rawValue)") }
    if let plan, site.plans.count > 1 {
      lines.append("plan: \(Author.yaml(site.pages[site.plans[plan].page].route.bare))")
    }
    lines.append("snapshot: \(snapshot)")
    if let earlier { lines.append("compared-with: \(earlier.name)") }
    return lines + ["---", ""]
  }

  private var title: String {
    let sentence: Sentence =
      switch stage {
      case .yearly: .reportYearly
      case .midTerm: .reportMidTerm
      case .final: .reportFinal
      }
    return language.text(sentence, [.period: period.text(language)])
  }

  /// `28 targets: 5 met or held, 12 on course.`
  private func sentence(_ counts: [(statusClass: StatusClass, count: Int)], of total: Int) -> String {
    let parts = counts.map { entry in
      "\(entry.count)\(IndicatorWords.phrase(for: entry.statusClass, count: entry.count, language))"
    }
    return language.text(.answerLead, count: total) + parts.joined(separator: language[.clauseSeparator])
      + language[.fullStop]
  }

  /// The time of a snapshot.
  private func time(_ name: String) -> String { Snapshot.period(of: name)?.text(language) ?? name }

  /// How many targets there are, how many are in each class, and how many are not counted, so that readers can follow the
  /// sum.
  private var lead: [String] {
    let counts = counts(of: counted) { site.statuses[$0] }.filter { $0.count > 0 }
    guard !counts.isEmpty else { return [] }
    return [sentence(counts, of: counted.count)]
      + (site.notCounted(refs, language).map { ["", escaped($0)] } ?? [])
  }

  private func counts(
    of refs: [IndicatorRef], _ status: (IndicatorRef) -> IndicatorStatus?
  ) -> [(statusClass: StatusClass, count: Int)] {
    let classes = refs.compactMap { status($0)?.statusClass }
    return StatusClass.allCases.map { statusClass in (statusClass, classes.count { $0 == statusClass }) }
  }

  // MARK: Totals

  private var overview: [String] {
    guard !counted.isEmpty else { return [] }
    let now = counts(of: counted) { site.statuses[$0] }
    let countedBefore = refs.filter { site.isCounted($0, at: startOfPeriod) && statusBefore($0) != nil }
    let before = counts(of: countedBefore, statusBefore)
    let hasBefore = before.contains { $0.count > 0 }
    var lines = [
      row([language[.status], hasBefore ? timeBefore : nil, time(snapshot)]),
      row(["---", hasBefore ? "---:" : nil, "---:"]),
    ]
    for (then, now) in zip(before, now) {
      lines.append(
        row([
          IndicatorWords.word(for: now.statusClass, language), hasBefore ? String(then.count) : nil, String(now.count),
        ]))
    }
    let givenUp = countedBefore.count { site.uncounted.contains($0) }
    if givenUp > 0 {
      lines += [
        "", escaped(language.text(.reportGivenUp, count: givenUp, [.period: timeBefore])),
      ]
    }
    // The two columns have another sum, which readers would wonder at.
    let unknown = hasBefore ? counted.count { statusBefore($0) == nil } : 0
    if unknown > 0 {
      lines += ["", escaped(language.text(.reportUnknownBefore, count: unknown, [.period: timeBefore]))]
    }
    let atRisk = counted.filter { site.statuses[$0].statusClass == .atRisk }
    guard !atRisk.isEmpty else { return lines }
    lines += ["", "## \(IndicatorWords.word(for: StatusClass.atRisk, language))", ""]
    return lines
      + atRisk.map { ref in
        "- \(name(of: ref))\(language[.colon])" + standing(of: ref).joined(separator: language[.semicolon])
      }
  }

  /// Its status, its latest figure beside its target, what is wrong, and who answers for it.
  private func standing(of ref: IndicatorRef) -> [String] {
    let resolved = site.indicators[ref]
    let (indicator, assessment) = (resolved.indicator, resolved.assessment)
    let shortfall = IndicatorWords.shortfall(of: indicator, assessment, language)
    func label(_ word: Word) -> String { IndicatorWords.insideSentence(language[word]) }
    let judged = IndicatorWords.judged(of: indicator, assessment, language)
    // A milestone has its state there; a figure may begin with a currency.
    var figures: [String?] = [
      judged.map { escaped(indicator.kind == .milestone ? IndicatorWords.insideSentence($0) : $0) }
    ]
    if indicator.target != nil {
      figures.append(label(.target) + language[.colon] + escaped(IndicatorWords.target(of: indicator, language)))
    }
    let owner =
      resolved.lead.map { label(.department) + language[.colon] + site.departments[$0].department.name }
      ?? (site.departments.isEmpty ? nil : label(.reportNobody))
    return ([status(of: ref)] + figures + [shortfall.map(escaped), owner.map(escaped)]).compactMap(\.self)
  }

  func row(_ cells: [String?]) -> String {
    "| \(cells.compactMap(\.self).map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |"
  }

  // MARK: Earlier statuses

  /// The status that the earlier snapshot has; without one, that of a year before the end of the period by the figures
  /// of today. Nil if the snapshot does not have the indicator.
  private func statusBefore(_ ref: IndicatorRef) -> IndicatorStatus? { verdictBefore(ref)?.status }

  /// The status as readers saw it: *overdue* rather than *missed* for a milestone whose time was over.
  private func verdictBefore(_ ref: IndicatorRef) -> Verdict? {
    let resolved = site.indicators[ref]
    guard earlier != nil else {
      guard stage == .yearly, resolved.indicator.judgement == nil else { return nil }
      return resolved.standing(at: period.end - 1, by: site.plans[resolved.plan].rules).verdict
    }
    return statusesBefore[SiteState.key(of: resolved, site)].map {
      Verdict($0.status, reason: $0.reason, of: resolved.indicator)
    }
  }

  private var timeBefore: String {
    earlier.map { time($0.name) } ?? Period.year(period.year - 1).text(language)
  }

  // MARK: Areas

  /// The part on each of several plans, under a heading of its own.
  private var areas: [String] {
    let plans = plan == nil ? self.plans.filter { !site.plans[$0].indicators.isEmpty } : []
    guard plans.count > 1 else { return areas(of: refs, level: "##", isOnly: !leavesPlansOut) }
    return Array(
      plans.map { plan in
        ["## \(escaped(site.pages[site.plans[plan].page].title))", ""]
          + areas(of: site.plans[plan].indicators, level: "###", isOnly: false)
      }.joined(separator: [""]))
  }

  /// `level` is the mark of their headings. `isOnly`: whether categories name indicators of these alone.
  private func areas(of refs: [IndicatorRef], level: String, isOnly: Bool) -> [String] {
    var order: [String] = []
    var groups: [String: [IndicatorRef]] = [:]
    var others: [IndicatorRef] = []
    for ref in refs {
      guard let label = site.indicators[ref].indicator.group ?? site.indicators[ref].indicator.category else {
        others.append(ref)
        continue
      }
      if groups[label] == nil { order.append(label) }
      groups[label, default: []].append(ref)
    }
    guard !order.isEmpty else {
      return refs.isEmpty ? [] : isOnly ? ["::indicators"] : sentence(refs) + [table(of: refs, category: nil)]
    }
    var lines: [String] = []
    for label in order {
      if !lines.isEmpty { lines.append("") }
      lines += ["\(level) \(escaped(label))", ""] + sentence(groups[label] ?? [])
      lines.append(table(of: groups[label] ?? [], category: isOnly ? label : nil))
    }
    guard others.contains(where: { site.indicators[$0].indicator.id != nil }) else { return lines }
    return lines + ["", "\(level) \(language[.other])", ""] + sentence(others) + [table(of: others, category: nil)]
  }

  private func sentence(_ refs: [IndicatorRef]) -> [String] {
    let counted = refs.filter { !site.uncounted.contains($0) }
    let counts = counts(of: counted) { site.statuses[$0] }.filter { $0.count > 0 }
    return counts.isEmpty ? [] : [sentence(counts, of: counted.count), ""]
  }

  private func table(of refs: [IndicatorRef], category: String?) -> String {
    if let category, !category.contains(where: { "\"'{}".contains($0) }) {
      return "::indicators{category=\"\(category)\" group=none}"
    }
    return "::indicators{ids=\"\(ids(of: refs))\" group=none}"
  }

  private var binding: [String] {
    let binding = refs.filter { site.indicators[$0].indicator.nature == .binding }
    guard !binding.isEmpty else { return [] }
    let chosen = leavesPlansOut ? "ids=\"\(ids(of: binding))\"" : "nature=binding"
    return ["::indicators{\(chosen) group=\(isOfSeveralPlans ? "plan" : "none")}"]
  }

  private func ids(of refs: [IndicatorRef]) -> String {
    refs.compactMap { site.indicators[$0].indicator.id?.text }.joined(separator: ", ")
  }

  // MARK: Changes of statuses

  private var changes: [String] {
    counted.compactMap { ref -> String? in
      guard let before = verdictBefore(ref), before.status != site.statuses[ref] else { return nil }
      let why = site.updates.about(.indicator(ref)).first { isInPeriod($0.date) }
      // A changed target comes first: it explains the status best.
      var reasons = [
        site.indicators[ref].changesOfTarget(after: startOfPeriod, language).map {
          $0 + fullStop(after: $0)
        }, why.map { [$0.title, $0.text].compactMap(\.self).joined(separator: language[.colon]) },
      ].compactMap(\.self)
      if reasons.isEmpty, site.statuses[ref].statusClass == .atRisk {
        // The last word on it may be older than the change of its status.
        reasons.append(site.updates.about(.indicator(ref)).first.map(dated) ?? language[.noReasonSentence])
      }
      let change = language.text(
        .reportChange,
        [
          .name: name(of: ref), .old: IndicatorWords.insideSentence(IndicatorWords.word(for: before, language)),
          .status: status(of: ref),
        ])
      return (["- \(change)"] + reasons.map(escaped)).joined(separator: language[.betweenSentences])
    }
  }

  /// Whether a day is after the earlier snapshot; without one, in the last year of the period or after it.
  func isInPeriod(_ date: CalendarDate) -> Bool {
    !Period.day(date).isOver(at: startOfPeriod)
  }

  private var startOfPeriod: Double { earlier?.period?.end ?? period.end - 1 }

  // MARK: Targets that were changed

  /// Changes of targets, then what is no longer followed, and what disappeared without an explanation since the earlier
  /// snapshot.
  private var targets: [String] {
    let givenUp = retired + dropped
    return changedTargets
      + (givenUp.isEmpty
        ? [] : (changedTargets.isEmpty ? [] : [""]) + ["## \(language[.retiredIndicators])", ""] + givenUp)
  }

  private var retired: [String] {
    refs.compactMap { ref in
      let resolved = site.indicators[ref]
      guard let retired = resolved.indicator.retired, isReported(retired.on) else { return nil }
      let department = resolved.lead.map { site.departments[$0].department.name }
      let why = IndicatorWords.retired(retired, language)
      return "- \(name(of: ref, department))\(language[.colon])\(sentence(why))"
    }
  }

  private var dropped: [String] {
    let known = Set(site.indicators.map { SiteState.key(of: $0, site) })
    return (earlier?.promises ?? []).filter { promise in
      promise.retired == nil && isOfPlan(promise.plan)
        && !known.contains(SiteState.key(promise.id, promise.name, promise.plan))
    }.map { droppedLine($0.name) }
  }

  /// All that the earlier snapshot has and the site has not any more, without saying so.
  func droppedLine(_ name: String) -> String {
    "- \(language.text(.reportDropped, [.name: escaped(name)]))"
  }

  /// Whether a snapshot's entry belongs to what is reported on.
  func isOfPlan(_ path: String) -> Bool {
    plan.map { site.pages[site.plans[$0].page].route.bare == path } ?? true
  }

  private var changedTargets: [String] {
    refs.flatMap { ref -> [String] in
      let indicator = site.indicators[ref].indicator
      guard let history = indicator.history else { return [] }
      // The newest sentence comes first.
      return zip(history.changes.reversed(), IndicatorWords.changes(of: indicator, language)).filter { change, _ in
        isReported(change.earlier.until)
      }.map { "- \(name(of: ref))\(language[.colon])\(sentence($0.1))" }
    }
  }

  // MARK: Markdown

  /// In a report on several plans with the plan, since two plans may name an indicator alike. `remark` is added in the same
  /// brackets.
  private func name(of ref: IndicatorRef, _ remark: String? = nil) -> String {
    let resolved = site.indicators[ref]
    let name = resolved.indicator.id.map { ":ref[\($0.text)]" } ?? escaped(resolved.indicator.name)
    let plan = isOfSeveralPlans ? site.pages[site.plans[resolved.plan].page].shortTitle : nil
    let remarks = [plan, remark].compactMap(\.self).joined(separator: language[.clauseSeparator])
    return remarks.isEmpty ? name : name + escaped(language.text(.inBrackets, [.text: remarks]))
  }

  /// The text as a sentence.
  func sentence(_ text: String) -> String { escaped(text) + fullStop(after: text) }

  /// Nothing where an author's words end a sentence already.
  private func fullStop(after text: String) -> String {
    text.last.map { ".!?。！？؟…".contains($0) } ?? false ? "" : language[.fullStop]
  }

  private var isOfSeveralPlans: Bool { plans.count > 1 }

  /// The plan, after the name of something in a report on several; else nothing.
  func planInBrackets(_ plan: PlanRef) -> String {
    guard isOfSeveralPlans else { return "" }
    return escaped(language.text(.inBrackets, [.text: site.pages[site.plans[plan].page].shortTitle]))
  }

  private func status(of ref: IndicatorRef) -> String {
    let resolved = site.indicators[ref]
    return resolved.indicator.id.map { ":status[\($0.text)]" } ?? IndicatorWords.word(for: resolved.verdict, language)
  }

  func escaped(_ text: String) -> String { MarkdownEscaping.escape(onOneLine(text), atStart: false) }

  func onOneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}
