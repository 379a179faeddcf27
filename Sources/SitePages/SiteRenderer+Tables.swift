import Bytes
import DataFormats
import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Words

// Tables of indicators, and of one indicator's observations.
extension SiteRenderer {
  /// The indicators that totals count.
  func counted(_ refs: [IndicatorRef]) -> [IndicatorRef] {
    site.uncounted.isEmpty ? refs : refs.filter { !site.uncounted.contains($0) }
  }

  /// How many of them are followed, and how many were given up.
  func count(of refs: [IndicatorRef]) -> IndicatorCount {
    let uncounted = site.uncounted
    let givenUp =
      uncounted.isEmpty
      ? 0 : refs.count { uncounted.contains($0) && site.indicators[$0].indicator.retired != nil }
    return IndicatorCount(followed: refs.count - givenUp, givenUp: givenUp)
  }

  func countsByStatus(_ refs: some Sequence<IndicatorRef>) -> [(status: IndicatorStatus, count: Int)] {
    // An array by ordinal, since a site counts all of its indicators several times.
    var counts = [Int](repeating: 0, count: IndicatorStatus.allCases.count)
    for ref in refs where site.uncounted.isEmpty || !site.uncounted.contains(ref) {
      counts[site.statuses[ref].ordinal] += 1
    }
    return zip(IndicatorStatus.allCases, counts).filter { $0.1 > 0 }.map { (status: $0.0, count: $0.1) }
  }

  /// The number of indicators in each class, in the order of the classes, also of classes that none is in.
  func countsByClass(_ refs: some Sequence<IndicatorRef>) -> [(statusClass: StatusClass, count: Int)] {
    let counts = countsByStatus(refs)
    return StatusClass.allCases.map { statusClass in
      (statusClass, counts.reduce(0) { $0 + ($1.status.statusClass == statusClass ? $1.count : 0) })
    }
  }

  /// The classes that any indicator is in.
  func classCounts(_ refs: some Sequence<IndicatorRef>, _ language: WordLanguage) -> [ClassCountView] {
    let counts = countsByClass(refs).filter { $0.count > 0 }
    return counts.enumerated().map { index, entry in
      ClassCountView(
        statusClass: entry.statusClass, count: entry.count, language: language, isLast: index == counts.count - 1)
    }
  }

  /// The sentence on indicators that cannot be judged; nil if all can, or none.
  func notJudged(_ refs: some Sequence<IndicatorRef>, _ language: WordLanguage) -> String? {
    let counts = countsByClass(refs)
    let total = counts.reduce(0) { $0 + $1.count }
    guard let open = counts.first(where: { $0.statusClass == .cannotSay })?.count, open > 0, open < total else {
      return nil
    }
    return IndicatorWords.notJudged(open, of: total, language)
  }

  /// The sentence on indicators that totals leave out; nil if they count everything.
  func notCounted(
    _ refs: some Sequence<IndicatorRef>, ofPlansWithoutFigures silent: Int = 0, ofReferencePlans reference: Int = 0,
    _ language: WordLanguage
  ) -> String? {
    site.notCounted(refs, ofPlansWithoutFigures: silent, ofReferencePlans: reference, language)
  }

  /// The number of indicators with each status, in the order of the rules, without statuses that none has.
  func statusCounts(_ refs: some Sequence<IndicatorRef>, language: Language) -> [StatusCountView] {
    countsByStatus(refs).map { StatusCountView(status: $0.status, count: $0.count, language: language) }
  }

  /// How a list is grouped where nobody says how: by plan if it has rows of several, so that each says which plan it
  /// belongs to.
  func grouping(of refs: [IndicatorRef]) -> IndicatorGrouping { areOfSeveralPlans(refs) ? .plan : .category }

  func areOfSeveralPlans(_ refs: [IndicatorRef]) -> Bool {
    guard site.plans.count > 1, let first = refs.first.map({ site.indicators[$0].plan }) else { return false }
    return refs.contains { site.indicators[$0].plan != first }
  }

  /// The indicators on a page of a long list, counted from 1: by category or plan, as tables show them, so that a group
  /// goes on where the page before it ended.
  func rows(of refs: [IndicatorRef], onPage page: Int, in frame: Frame) -> [IndicatorRef] {
    let pagination = Pagination(of: refs.count, perPage: PageWeight.indicatorRows)
    guard pagination.pageCount > 1 else { return refs }
    return grouped(refs, by: grouping(of: refs), frame.language)[pagination.rows(ofPage: page)].map(\.ref)
  }

  /// Links to the pages of a long list; empty if it has one.
  func pages(of list: LongList, at current: Int, in frame: Frame) -> [LinkView] {
    pages(site.routes.longLists[list] ?? 1, at: current, in: frame, list.address(ofPage:))
  }

  /// Links to so many pages, counted from 1; empty if there is one.
  func pages(
    _ count: Int, at current: Int, in frame: Frame, _ address: (_ page: Int) -> PageAddress
  ) -> [LinkView] {
    guard count > 1 else { return [] }
    return (1...count).map { page in
      LinkView(
        title: String(page), url: site.links.link(from: frame.route, to: site.routes.route(of: address(page))),
        isCurrent: page == current)
    }
  }

  /// A table of indicators on the page of `frame`.
  func table(
    _ refs: [IndicatorRef], in frame: Frame, prefix: String, frameName: String? = nil,
    grouping: IndicatorGrouping? = nil, hasFacets: Bool = false, namedAbove department: DepartmentRef? = nil
  ) -> HTML {
    table(
      refs.map { site.indicators[$0] }, of: frame.route, language: frame.language, prefix: prefix, frameName: frameName,
      grouping: grouping ?? self.grouping(of: refs), hasFacets: hasFacets, namedAbove: department)
  }

  /// `prefix` starts the table's ids and must be unique on the page. `frameName` names the scrolling frame of a table
  /// without a caption. `department` is said above the table: one that answers for all rows is not said again.
  func table(
    _ indicators: [ResolvedIndicator], of route: Route, language: Language, prefix: String, caption: String? = nil,
    frameName: String? = nil, columns: [IndicatorColumn] = [], grouping: IndicatorGrouping? = nil,
    hasFacets: Bool = false, in report: ResolvedReport? = nil, namedAbove department: DepartmentRef? = nil
  ) -> HTML {
    guard let first = indicators.first else { return HTML() }
    let prefixLink = site.links.prefix(from: route)
    let isNamed = department != nil && indicators.allSatisfy { $0.lead == department && $0.formerLead == nil }
    let showsDepartment = columns.isEmpty ? !isNamed : columns.contains(.department)
    let rows = grouped(indicators, by: grouping ?? .category, language).map { resolved, group -> IndicatorRow in
      return IndicatorRow(
        indicator: resolved.indicator, assessment: resolved.assessment,
        name: .init(
          text: resolved.indicator.name, url: resolved.route.map { prefixLink + site.links.suffix(to: $0) },
          language: site.language(ofNameOf: resolved, on: language)),
        department: !showsDepartment
          ? nil
          : owner(resolved.lead, former: resolved.formerLead, on: route),
        group: group,
        notes: resolved.indicator.notes + (resolved.ref == nil ? [language.words[.noLongerThere]] : []),
        statusPeriod: report == nil ? site.statusPeriod(of: resolved) : nil,
        facets: hasFacets ? facets(of: resolved) : [])
    }
    var words = frames.words(language).table
    words.frame = frameName ?? language.words[.tableScroll]
    (words.rule, words.isRuleGeneral) = registers.plans[first.plan].rule(
      language.words, of: rows.lazy.map(\.indicator), in: report)
    return IndicatorTable(
      rows, columns: columns, caption: caption, words: words, language: language.words, prefix: prefix
    ).html
  }

  /// The rows by group, each group once, in the order in which they first appear. Rows without a group come last,
  /// under a heading of their own, since below another they would seem to belong to it.
  func grouped(
    _ refs: [IndicatorRef], by grouping: IndicatorGrouping, _ language: Language
  ) -> [(ref: IndicatorRef, group: String?)] {
    grouped(inPlanOrder(refs, by: grouping) { site.indicators[$0].section }, language) {
      label(of: site.indicators[$0], by: grouping)
    }.map { ($0.member, $0.group) }
  }

  private func grouped(
    _ indicators: [ResolvedIndicator], by grouping: IndicatorGrouping, _ language: Language
  ) -> [(member: ResolvedIndicator, group: String?)] {
    grouped(inPlanOrder(indicators, by: grouping, \.section), language) { label(of: $0, by: grouping) }
  }

  /// The members of a list that is grouped by sections, in the order of these in their plan; others as they are.
  func inPlanOrder<Member>(
    _ members: [Member], by grouping: some SectionGrouping, _ section: (Member) -> PageRef?
  ) -> [Member] {
    guard grouping.isBySection else { return members }
    let places = members.map { member -> Int in
      guard let section = section(member) else { return .max }
      guard let level = grouping.level else { return site.place(of: section) }
      return self.section(called: level, above: section).map(site.place) ?? .max
    }
    return members.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { members[$0] }
  }

  /// Members by their labels, each label once, in the order in which they first appear; those without one come last.
  func grouped<Member>(
    _ members: [Member], _ language: Language, by label: (Member) -> String?
  ) -> [(member: Member, group: String?)] {
    let labels = members.map(label)
    guard labels.contains(where: { $0 != nil }) else { return members.map { ($0, nil) } }
    var order: [String: Int] = [:]
    var groups: [[(member: Member, group: String?)]] = []
    var without: [(member: Member, group: String?)] = []
    let other = language.words[.other]
    // Most members follow one of their own group.
    var last: (label: String, group: Int)?
    for (member, label) in zip(members, labels) {
      guard let label else {
        without.append((member, other))
        continue
      }
      if last?.label != label {
        let group = order[label] ?? order.count
        if group == groups.count {
          order[label] = group
          groups.append([])
        }
        last = (label, group)
      }
      groups[last?.group ?? 0].append((member, label))
    }
    return groups.flatMap(\.self) + without
  }

  /// The department in charge by its short name, linked to its page; the name of a former one alone. Nil on its own
  /// page.
  func owner(_ lead: DepartmentRef?, former: String?, on route: Route) -> IndicatorRow.Link? {
    if let former { return .init(text: former, url: nil) }
    guard let lead, site.departments[lead].route != route else { return nil }
    let department = registers.departments[lead]
    return .init(
      text: department.shortName, url: site.links.link(from: route, pathFromRoot: department.pathFromRoot),
      title: department.shortName == department.name ? nil : department.name)
  }

  private func label(of resolved: ResolvedIndicator, by grouping: IndicatorGrouping) -> String? {
    switch grouping {
    case .category: resolved.indicator.group ?? resolved.indicator.category
    case .programme: resolved.programme.map { site.programmes[$0].programme.name }
    case .section: resolved.section.map { site.pages[$0].numberedTitle }
    case .department: resolved.formerLead ?? resolved.lead.map { site.departments[$0].department.name }
    case .plan: site.pages[site.plans[resolved.plan].page].title
    case .level(let level):
      resolved.section.flatMap { section(called: level, above: $0) }.map { site.pages[$0].numberedTitle }
    case .none: nil
    }
  }

  private func facets(of resolved: ResolvedIndicator) -> [(name: StaticString, value: String)] {
    let all: [(name: StaticString, value: String?)] = [
      ("status", resolved.assessment.status.rawValue),
      ("class", resolved.assessment.status.statusClass.rawValue),
      ("nature", resolved.indicator.nature?.rawValue),
      ("category", resolved.indicator.category),
      ("department", resolved.lead.map { site.departments[$0].department.id.value }),
    ]
    return all.compactMap { facet in facet.value.map { (facet.name, $0) } }
  }

  /// `rows` are some of its figures; nil for all. Of many, the newest are shown, and those before them open below.
  func history(of indicator: Indicator, _ rows: Range<Int>?, _ language: Language) -> HTML {
    let all = rows ?? indicator.observations.indices
    // A period that only a comparison has is in a table of all rows.
    guard all.count >= SiteRenderer.foldedHistory, rows != nil || indicator.comparisons.isEmpty else {
      return historyTable(of: indicator, rows, .history, language)
    }
    let newest = all.upperBound - SiteRenderer.newestFigures
    var html = ByteBuffer()
    html.append(historyTable(of: indicator, newest..<all.upperBound, .history, language))
    html.append(markup: "<details class=\"older-figures\"><summary>")
    html.appendEscaped(
      language.words[.olderFigures] + language.words.text(.inBrackets, [.text: String(newest - all.lowerBound)]))
    html.append(markup: "</summary>\n")
    html.append(historyTable(of: indicator, all.lowerBound..<newest, .olderFigures, language))
    html.append(markup: "</details>\n")
    return HTML(bytes: html.array)
  }

  /// At least three screens of rows; the newest fill one.
  private static let (foldedHistory, newestFigures) = (30, 12)

  /// `name` begins the name of the frame, which a page has once.
  private func historyTable(of indicator: Indicator, _ rows: Range<Int>?, _ name: Word, _ language: Language) -> HTML {
    let words = language.words
    return SeriesTable(
      indicator, language: language.words,
      words: SeriesTableWords(
        caption: indicator.name, period: words[.period], value: words[.value], status: words[.valueStatus],
        range: words[.range], revisions: words[.publishedBefore], source: words[.source], note: words[.note],
        frame: words[name] + words[.colon] + indicator.name), labels: site.labels(language)
    ).html(of: rows)
  }
}

/// The number of indicators in a list, as one rule has it: those that were given up are said apart.
struct IndicatorCount {
  let followed: Int
  let givenUp: Int

  /// The number of those that are followed, where a language does not say it in the word.
  func number(_ language: WordLanguage) -> String { language.counted(.countedIndicators, followed).number }

  /// The words after that number: `indicators and 2 given up`.
  func word(_ language: WordLanguage) -> String {
    language.counted(.countedIndicators, followed).word + rest(language)
  }

  /// Both numbers: `12 and 2 given up`.
  func text(_ language: WordLanguage) -> String { String(followed) + rest(language) }

  private func rest(_ language: WordLanguage) -> String {
    givenUp == 0 ? "" : language.text(.countedGivenUp, count: givenUp)
  }
}
