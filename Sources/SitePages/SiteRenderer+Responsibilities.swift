import Actions
import Bytes
import Indicators
import Markup
import SiteModel
import SiteSources
import Words

// Who does what.
extension SiteRenderer {
  /// A table of departments and chapters for each plan: how many actions each leads, and how many of them are due in which
  /// year. The last row has those that no department is in charge of, the last column those outside of all chapters. Empty
  /// without actions that have a department.
  func responsibilities(in frame: Frame) -> HTML {
    // Stopped actions need no department; the list of entries without one omits them too.
    let shown = site.actions.filter { $0.lead != nil || $0.standing.state != .stopped }
    guard shown.contains(where: { $0.lead != nil }) else { return HTML() }
    let plans = site.plans.indices.filter { plan in shown.contains { $0.plan == plan } }
    var html = ByteBuffer()
    for plan in plans {
      let title = plans.count > 1 ? site.pages[site.plans[plan].page].title : nil
      appendResponsibilities(for: shown.filter { $0.plan == plan }, planTitle: title, in: frame, to: &html)
    }
    return HTML(bytes: html.array)
  }

  /// The table of one plan; `planTitle` is shown above it if there are several.
  private func appendResponsibilities(
    for actions: [ResolvedAction], planTitle: String?, in frame: Frame, to html: inout ByteBuffer
  ) {
    var cells: [DepartmentRef?: [PageRef?: [DueTime]]] = [:]
    var chapters: [PageRef?] = []
    for action in actions {
      let chapter = action.section.map(chapter)
      if let chapter, !chapters.contains(chapter) { chapters.append(chapter) }
      let due = DueTime(year: action.action.dueYear, words: action.action.facts.openDue)
      cells[action.lead, default: [:]][chapter, default: []].append(due)
    }
    chapters = site.inPlanOrder(chapters.compactMap(\.self))
    if chapters.isEmpty || cells.values.contains(where: { $0[nil] != nil }) { chapters.append(nil) }
    let words = frame.language.words
    func title(of chapter: PageRef?) -> String { chapter.map { site.pages[$0].numberedTitle } ?? words[.other] }
    html.append(markup: "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"")
    html.append(
      attribute: "aria-label",
      planTitle.map { words[.responsibilities] + words[.colon] + $0 } ?? words[.responsibilities])
    html.append(markup: ">\n<table class=\"responsibilities by-row\" role=\"table\">\n")
    if let planTitle {
      html.append(markup: "<caption>")
      html.appendEscaped(planTitle)
      html.append(markup: "</caption>\n")
    }
    html.append(markup: "<thead role=\"rowgroup\">\n")
    html.append(markup: "<tr role=\"row\"><th scope=\"col\" role=\"columnheader\">")
    html.appendEscaped(words[.department])
    html.append(markup: "</th>")
    for chapter in chapters {
      html.append(markup: "<th scope=\"col\" role=\"columnheader\">")
      html.appendEscaped(title(of: chapter))
      html.append(markup: "</th>")
    }
    html.append(markup: "</tr>\n</thead>\n<tbody role=\"rowgroup\">\n")
    for department in Array(site.departments.indices).map(Optional.some) + [nil] {
      guard let row = cells[department] else { continue }
      html.append(markup: "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">")
      if let department {
        html.append(markup: "<a")
        html.append(attribute: "href", site.links.link(from: frame.route, to: site.departments[department].route))
        let entry = registers.departments[department]
        if entry.shortName != entry.name { html.append(attribute: "title", entry.name) }
        html.append(markup: ">")
        html.appendEscaped(entry.shortName)
        html.append(markup: "</a>")
      } else {
        html.appendEscaped(words[.reportNobody])
      }
      html.append(markup: "</th>")
      for chapter in chapters {
        html.append(markup: "<td role=\"cell\"")
        html.append(attribute: "data-label", title(of: chapter))
        html.append(markup: ">")
        appendCell(row[chapter] ?? [], words, to: &html)
        html.append(markup: "</td>")
      }
      html.append(markup: "</tr>\n")
    }
    html.append(markup: "</tbody>\n</table>\n</div>\n")
  }

  /// When an action is due: a year, or an author's word for a time without an end.
  private struct DueTime: Hashable {
    let year: Int?
    let words: String?
  }

  private func appendCell(_ times: [DueTime], _ language: WordLanguage, to html: inout ByteBuffer) {
    guard !times.isEmpty else { return html.append(markup: "<span class=\"empty\">–</span>") }
    html.append(decimal: times.count)
    let known = Dictionary(grouping: times.compactMap(\.year)) { $0 }.sorted { $0.key < $1.key }
    // sorted: reaches output
    let open = Dictionary(grouping: times.compactMap { $0.year == nil ? $0.words : nil }) { $0 }
      .sorted { $0.key.precedes($1.key) }
    guard !known.isEmpty || !open.isEmpty else { return }
    html.append(markup: "<span class=\"years\">")
    let undated = times.count { $0.year == nil && $0.words == nil }
    let parts =
      known.map { (String($0.key), $0.value.count) } + open.map { ($0.key, $0.value.count) }
      + (undated > 0 ? [(language[.withoutDueDate], undated)] : [])
    for (number, part) in parts.enumerated() {
      html.append(markup: number == 0 ? "<span>" : " · <span>")
      html.appendEscaped("\(part.0)\(language[.colon])\(part.1)")
      html.append(markup: "</span>")
    }
    html.append(markup: "</span>")
  }
}
