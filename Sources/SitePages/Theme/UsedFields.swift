import Templates

/// Which fields of views a template uses, of those that cost something to work out. Asked by name once for each
/// template, and not once for each page.
struct UsedFields: Sendable {
  let menu: Bool
  let morePages: Bool
  let breadcrumbs: Bool
  let canonical: Bool
  let headTitle: Bool
  let statuses: Bool
  let statusBar: Bool
  let alerts: Bool
  let filters: Bool
  let tables: Bool
  let downloads: Bool
  let plans: Bool
  let updates: Bool
  let chapters: Bool
  let contents: Bool
  let headings: Bool
  let children: Bool
  let indicatorTable: Bool
  let indicators: Bool
  let tags: Bool
  let date: Bool
  let updated: Bool
  let department: Bool
  let plan: Bool
  let previous: Bool
  let next: Bool
  let programmes: Bool
  let sections: Bool
  let dataset: Bool
  let citation: Bool
  let related: Bool
  let mentions: Bool
  let chart: Bool
  let history: Bool
  let changes: Bool
  let charts: Bool
  let byCategory: Bool
  let byProgramme: Bool
  let milestones: Bool
  let arithmetic: Bool
  let groups: Bool
  let terms: Bool
  let latest: Bool
  let status: Bool

  init(_ templates: TemplateSet, in root: String) {
    func uses(_ name: String) -> Bool { templates.uses(name, in: root) }
    menu = uses("menu")
    morePages = uses("more-pages")
    breadcrumbs = uses("breadcrumbs")
    canonical = uses("canonical")
    headTitle = uses("head-title")
    statuses = uses("statuses")
    statusBar = uses("status-bar")
    alerts = uses("alerts")
    filters = uses("filters")
    tables = uses("tables")
    downloads = uses("downloads")
    plans = uses("plans")
    updates = uses("updates")
    chapters = uses("chapters")
    contents = uses("contents")
    headings = uses("headings")
    children = uses("children")
    indicatorTable = uses("indicator-table")
    indicators = uses("indicators")
    tags = uses("tags")
    date = uses("date")
    updated = uses("updated")
    department = uses("department")
    plan = uses("plan")
    previous = uses("previous")
    next = uses("next")
    programmes = uses("programmes")
    sections = uses("sections")
    dataset = uses("dataset")
    citation = uses("citation")
    related = uses("related")
    mentions = uses("mentions")
    chart = uses("chart")
    history = uses("history")
    changes = uses("changes")
    charts = uses("charts")
    byCategory = uses("by-category")
    byProgramme = uses("by-programme")
    milestones = uses("milestones")
    arithmetic = uses("arithmetic")
    groups = uses("groups")
    terms = uses("terms")
    latest = uses("latest")
    status = uses("status")
  }
}
