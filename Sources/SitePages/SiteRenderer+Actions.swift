import Actions
import Bytes
import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Words

// Tables and time lines of actions.
extension SiteRenderer {
  /// The rows of a table or a time line by group, each group once, in the order in which they first appear; a group of
  /// years or states in its own order. Rows without a group come last.
  func actionRows(
    _ refs: [ActionRef], by grouping: ActionGrouping, on route: Route, _ language: Language, hasFacets: Bool = false,
    namedAbove department: DepartmentRef? = nil
  ) -> [ActionRow] {
    actionRows(
      refs.map { site.actions[$0] }, by: grouping, on: route, language, hasFacets: hasFacets, namedAbove: department)
  }

  func actionRows(
    _ actions: [ResolvedAction], by grouping: ActionGrouping, on route: Route, _ language: Language,
    hasFacets: Bool = false, namedAbove department: DepartmentRef? = nil
  ) -> [ActionRow] {
    let isNamed = department != nil && actions.allSatisfy { $0.lead == department && $0.formerLead == nil }
    return actionGroups(actions, by: grouping, language).map { resolved, group in
      ActionRow(
        action: resolved.action, standing: resolved.standing,
        url: resolved.isGone ? nil : site.links.link(from: route, to: resolved.route),
        department: isNamed ? nil : owner(resolved.lead, former: resolved.formerLead, on: route), group: group,
        facets: hasFacets ? facets(of: resolved) : [], remark: resolved.isGone ? language.words[.noLongerThere] : nil)
    }
  }

  private func actionGroups(
    _ actions: [ResolvedAction], by grouping: ActionGrouping, _ language: Language
  ) -> [(member: ResolvedAction, group: String?)] {
    var order = Array(actions.indices)
    if grouping == .year {
      order.sort { a, b in
        (actions[a].action.dueYear ?? .max, a) < (actions[b].action.dueYear ?? .max, b)
      }
    }
    if grouping == .state {
      order.sort { (actions[$0].standing.state.ordinal, $0) < (actions[$1].standing.state.ordinal, $1) }
    }
    let ordered = inPlanOrder(order.map { actions[$0] }, by: grouping, \.section)
    let groups = grouped(ordered, language) { label(of: $0, by: grouping, language) }
    return [.none, .plan, .section].contains(grouping) ? inOrderOfNumbers(groups) : groups
  }

  /// The actions with those of a section that have numbers in the order of these: 4.2 before 4.10, wherever the two are declared.
  /// Actions without a number keep their place.
  private func inOrderOfNumbers(
    _ actions: [(member: ResolvedAction, group: String?)]
  ) -> [(member: ResolvedAction, group: String?)] {
    var (result, start) = (actions, 0)
    while start < actions.count {
      var end = start + 1
      let first = actions[start]
      while end < actions.count, actions[end].group == first.group,
        actions[end].member.section == first.member.section, actions[end].member.plan == first.member.plan
      { end += 1 }
      let numbered = (start..<end).compactMap { index in
        actions[index].member.action.facts.codeNumbers.map { (index: index, numbers: $0) }
      }
      let sorted = numbered.sorted {
        $0.numbers == $1.numbers ? $0.index < $1.index : $0.numbers.lexicographicallyPrecedes($1.numbers)
      }
      for (place, entry) in zip(numbered, sorted) { result[place.index] = actions[entry.index] }
      start = end
    }
    return result
  }

  private func label(of resolved: ResolvedAction, by grouping: ActionGrouping, _ language: Language) -> String? {
    switch grouping {
    case .none: nil
    case .section: resolved.section.map { site.pages[$0].numberedTitle }
    case .programme: resolved.programme.map { site.programmes[$0].programme.name }
    case .department: resolved.formerLead ?? resolved.lead.map { site.departments[$0].department.name }
    case .year: resolved.action.dueYear.map { Period.year($0).text(language.words) }
    case .state: ActionWords.word(for: resolved.standing.state, language.words)
    case .plan: site.pages[site.plans[resolved.plan].page].title
    case .level(let level):
      resolved.section.flatMap { section(called: level, above: $0) }.map { site.pages[$0].numberedTitle }
    }
  }

  /// The section itself or the one above it that its plan calls so.
  func section(called level: String, above section: PageRef) -> PageRef? {
    var current: PageRef? = section
    while let page = current {
      if site.pages[page].level == level { return page }
      current = site.pages[page].parent
    }
    return nil
  }

  /// The chapter of a section, or the section itself outside one.
  func chapter(of section: PageRef) -> PageRef {
    var page = section
    while site.pages[page].depth > 1, let parent = site.pages[page].parent { page = parent }
    return page
  }

  private func facets(of resolved: ResolvedAction) -> [(name: StaticString, value: String)] {
    let all: [(name: StaticString, value: String?)] = [
      ("status", resolved.standing.state.rawValue),
      ("section", resolved.section.map { site.pages[chapter(of: $0)].route.bare }),
      ("department", resolved.lead.map { site.departments[$0].department.id.value }),
      ("year", resolved.action.dueYear.map(String.init)),
    ]
    return all.compactMap { facet in facet.value.map { (facet.name, $0) } }
  }

  /// The name of the frame of a table of actions beside one of indicators that has the title alone: `Clean air:
  /// Actions`.
  func frameName(ofActionsOf title: String, _ language: Language) -> String {
    title + language.words[.colon] + language.words[.actions]
  }

  /// Empty without rows. `frameName` names the scrolling frame of a table without a caption.
  func actionTable(
    _ rows: [ActionRow], _ language: Language, caption: String? = nil, frameName: String? = nil,
    in report: ResolvedReport? = nil
  ) -> HTML {
    let words = language.words
    let asOf = report.map { $0.figures.time.flatMap { AsOf($0.description) } } ?? site.settings.asOf
    return ActionTable(
      rows, caption: caption,
      words: ActionTableWords(
        name: words[.action], dates: words[.dates], department: words[.department], ownerOfAll: words[.ownerOfAll],
        progress: words[.progress], state: words[.state], frame: frameName ?? words[.actions],
        rule: ActionWords.rule(asOf: asOf, language.words)), language: language.words
    ).html
  }

  /// `prefix` begins every HTML id and must be unique on the page.
  func actionTimeline(
    _ rows: [ActionRow], of refs: [ActionRef], _ language: Language, label: String, prefix: String
  ) -> HTML {
    actionTimeline(
      rows, of: refs.map { site.actions[$0] }, at: site.settings.asOf?.time, language, label: label, prefix: prefix)
  }

  /// `time` is marked on the axis, in years.
  func actionTimeline(
    _ rows: [ActionRow], of actions: [ResolvedAction], at time: Double?, _ language: Language, label: String,
    prefix: String
  ) -> HTML {
    let plans = Set(actions.map(\.plan)).map { site.plans[$0].fields.period }
    guard let first = plans.map(\.start).min(), let last = plans.map(\.end).max() else { return HTML() }
    return ActionTimeline(
      rows, years: first...last, at: time, label: label, language: language.words, prefix: prefix
    ).html
  }

  /// The late ones first, then by due date: what a department or a programme has to answer for.
  func byUrgency(_ refs: [ActionRef]) -> [ActionRef] {
    refs.map { ref in
      let resolved = site.actions[ref]
      return (ref, resolved.standing.state.ordinal, resolved.action.facts.due?.end ?? .infinity)
    }.sorted { ($0.1, $0.2, $0.0) < ($1.1, $1.2, $1.0) }.map(\.0)
  }

  /// The most rows of a table on the page of something else.
  private static let mostRows = 150

  /// The actions of a section that are listed below its text: those that no table in it shows.
  func listedActions(of section: PageRef) -> [ActionRef] {
    let refs = site.actionIndex.of(section)
    guard !refs.isEmpty else { return [] }
    let (shown, declared) = (site.pages[section].actionsInText, site.actionIndex.declared(inTablesOf: section))
    return refs.filter { !shown.contains(site.actions[$0].action.id.value) && !declared.contains($0) }
  }

  /// The table of actions of a section on a page that has it whole; empty without any.
  func actionTable(
    _ refs: [ActionRef], on route: Route, _ language: Language, frameName: String?,
    by grouping: ActionGrouping = .none, namedAbove department: DepartmentRef? = nil
  ) -> HTML {
    actionTable(
      actionRows(byUrgency(refs), by: grouping, on: route, language, namedAbove: department), language,
      frameName: frameName)
  }

  func areOfSeveralPlans(_ refs: [ActionRef]) -> Bool {
    guard site.plans.count > 1, let first = refs.first.map({ site.actions[$0].plan }) else { return false }
    return refs.contains { site.actions[$0].plan != first }
  }

  /// The table of actions on the page of a department, a programme, an indicator or a section; empty without any.
  /// `department` is said above the table: one that answers for all rows is not said again.
  func actionTable(
    _ refs: [ActionRef], in frame: Frame, frameName: String? = nil, namedAbove department: DepartmentRef? = nil
  ) -> HTML {
    guard !refs.isEmpty else { return HTML() }
    let shown = Array(byUrgency(refs).prefix(SiteRenderer.mostRows))
    let table = actionTable(
      shown, on: frame.route, frame.language, frameName: frameName, by: areOfSeveralPlans(refs) ? .plan : .none,
      namedAbove: department)
    guard shown.count < refs.count else { return table }
    var html = ByteBuffer()
    html.append(table)
    html.append(markup: "<p><a")
    html.append(attribute: "href", site.links.link(from: frame.route, to: ListPage.actions.route))
    html.append(markup: ">")
    html.appendEscaped(frame.language.words[.allActions])
    html.append(markup: "</a></p>\n")
    return HTML(bytes: html.array)
  }

  /// How many actions have each state, in the order of the states; states that none has are left out.
  func stateCounts(_ refs: [ActionRef], _ language: Language) -> [StateCountView] {
    var counts = [Int](repeating: 0, count: ActionState.allCases.count)
    for ref in refs { counts[site.actions[ref].standing.state.ordinal] += 1 }
    return zip(ActionState.allCases, counts).filter { $0.1 > 0 }.map {
      StateCountView(state: $0.0, count: $0.1, language: language)
    }
  }
}

// MARK: - Tables in the text

extension SiteRenderer {
  /// The HTML of a text with the names in its tables of actions linked to the pages of these actions.
  func linkedTables(
    _ html: [UInt8], of page: PageRef, on route: Route, anchorPrefix: String, into output: inout ByteBuffer
  ) {
    let language = site.pages[page].language.words
    let links = site.actionIndex.declared(inTablesOf: page).compactMap { ref -> ActionTableLinks.Link? in
      let resolved = site.actions[ref]
      guard let row = resolved.action.row else { return nil }
      return .init(
        row: row, address: site.links.link(from: route, to: resolved.route),
        mark: ActionBadge.mark(resolved.standing.state, language))
    }
    ActionTableLinks(html: html, links: links, anchorPrefix: anchorPrefix).write(into: &output)
  }
}

/// Links the names in tables of actions that an author wrote into a text, in its finished HTML.
struct ActionTableLinks {
  struct Link {
    let row: Action.TableRow
    let address: String
    let mark: HTML
  }

  let html: [UInt8]
  let links: [Link]
  let anchorPrefix: String

  /// The start tag of the element around such a table, which names its directive.
  static func opening(_ directive: Int, anchorPrefix: String) -> String {
    "<div class=\"action-text\" id=\"\(anchorPrefix)-actions-\(directive + 1)\">"
  }

  func write(into output: inout ByteBuffer) {
    var copied = 0
    let tables = Dictionary(grouping: links) { $0.row.directive }.sorted { $0.key < $1.key }
    for (directive, links) in tables {
      guard let start = find(ActionTableLinks.opening(directive, anchorPrefix: anchorPrefix), from: copied),
        let body = find("<tbody", from: start)
      else { continue }
      var position = body
      var row = -1
      for link in links {
        while row < link.row.row, let next = find("<tr", from: position) {
          row += 1
          position = next
        }
        guard row == link.row.row, let cell = cell(link.row.column, from: position) else { break }
        // A name that is a link already leads where its author wants.
        guard !contains("<a", in: cell) else { continue }
        output.append(contentsOf: Array(html[copied..<cell.lowerBound]))
        output.append(markup: "<a")
        output.append(attribute: "href", link.address)
        output.append(markup: ">")
        output.append(contentsOf: Array(html[cell]))
        output.append(markup: "</a>")
        output.append(link.mark)
        copied = cell.upperBound
      }
    }
    output.append(contentsOf: Array(html[copied...]))
  }

  /// The content of a cell of the row at an offset.
  private func cell(_ column: Int, from start: Int) -> Range<Int>? {
    var position = start
    for _ in 0...column {
      guard let next = [find("<td", from: position), find("<th", from: position)].compactMap(\.self).min() else {
        return nil
      }
      position = next
    }
    guard let open = html[position...].firstIndex(of: UInt8(ascii: ">")),
      let end = [find("</td", from: open), find("</th", from: open)].compactMap(\.self).min()
    else { return nil }
    return open + 1..<end - 4
  }

  /// The offset after the first occurrence of a text.
  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    return html.firstOccurrence(of: wanted, from: start).map { $0 + wanted.count }
  }

  private func contains(_ text: String, in range: Range<Int>) -> Bool {
    find(text, from: range.lowerBound).map { $0 <= range.upperBound } ?? false
  }
}
