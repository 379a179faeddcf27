import Figures
import Indicators
import Markdown
import SiteSources
import Templates

/// The theme's own words in each language. Templates read them as `{{words.contents}}`.
final class ThemeWords: TemplateView {
  /// The name in templates, the Chinese, the English, and the use of each word.
  private static let entries: [(name: String, chinese: String, english: String, use: String)] = [
    ("skip-to-content", "跳到正文", "Skip to main content", "link for keyboards at the top of a page"),
    ("draft", "草稿，未公开发布", "Draft, not for publication", "band on every page of a site with its drafts"),
    ("main-navigation", "网站导航", "Site", "names the top navigation"),
    ("display", "显示方式", "Display", "names the buttons for type and contrast"),
    ("large-type", "大字", "Large type", "button"),
    ("high-contrast", "高对比", "High contrast", "button"),
    ("breadcrumb", "当前位置", "Breadcrumb", "names the breadcrumb"),
    ("home", "首页", "Home", "link to the front page"),
    ("plan", "规划", "Plan", "heading, one plan"),
    ("plans", "规划", "Plans", "heading, several plans"),
    ("plan-period", "规划期", "Period", "label of a plan's years"),
    ("publisher", "发布单位", "Published by", "label of a plan's publisher"),
    ("operated-by", "承办单位", "Operated by", "label of who runs the site"),
    ("email", "电子邮箱", "E-mail", "label"),
    ("phone", "电话", "Telephone", "label"),
    ("address", "地址", "Address", "label of a postal address"),
    ("identification-code", "网站标识码", "Site identification code", "label of a Chinese government site's code"),
    ("icp", "ICP备案", "ICP registration", "label of a Chinese site's registration"),
    ("police", "公安备案", "Registration with the police", "label of a Chinese site's registration"),
    ("licence", "使用许可", "Licence", "label of the terms of use"),
    ("accessibility", "无障碍", "Accessibility", "label of the accessibility statement"),
    ("accessibility-statement", "无障碍声明", "Accessibility statement", "link"),
    ("report-error", "报告本页错误", "Report an error on this page", "link to an e-mail or a form"),
    ("region", "适用地区", "Area", "label of a plan's region"),
    ("adopted", "批准日期", "Adopted", "label of the day a plan was adopted"),
    ("source", "资料来源", "Source", "label of a source"),
    ("contents", "目录", "Contents", "heading of the contents rail"),
    ("on-this-page", "本页内容", "On this page", "heading of a page's own headings"),
    ("in-this-section", "本章内容", "In this section", "heading of a section's sub-sections"),
    ("section", "章节", "Section", "column heading"),
    ("sections", "章节", "Sections", "count label"),
    ("read-plan", "阅读规划", "Read the plan", "link to a plan"),
    ("full-plan", "全文（可打印）", "Whole plan on one page (to print)", "link to the plan on one page"),
    ("full-plan-short", "全文", "Whole plan", "title of the plan on one page"),
    ("print", "打印", "Print", "label"),
    ("previous", "上一节", "Previous", "pager"),
    ("next", "下一节", "Next", "pager"),
    ("pages", "本表各页", "Pages of this list", "names the links to the pages of a long list"),
    ("pager", "前后章节", "Previous and next section", "names the pager"),
    ("updated", "更新日期", "Updated", "label of a date"),
    ("published", "发布日期", "Published", "label of a date"),
    ("tags", "标签", "Tags", "label"),
    ("department", "责任部门", "Responsible", "label of a department"),
    ("lead-department", "牵头部门", "Lead department", "label"),
    ("support-departments", "配合部门", "Supporting departments", "label"),
    ("departments", "责任部门", "Departments", "page title"),
    (
      "departments-intro", "规划中各项指标和章节由谁负责。", "Who is responsible for the sections and indicators of the plans.",
      "lead of the page"
    ),
    ("programme", "工程项目", "Programme", "label"),
    ("programmes", "工程与行动", "Programmes", "page title"),
    (
      "programmes-intro", "规划点名实施的工程、计划和行动，及其目标。", "The programmes that the plans name, and their targets.",
      "lead of the page"
    ),
    ("part-of", "隶属", "Part of", "label of a programme's parent"),
    ("includes", "包含", "Includes", "label of a programme's parts"),
    ("announced-in", "规划出处", "Announced in", "label of the section that names a programme"),
    ("website", "网站", "Website", "label of a department's own site"),
    ("glossary", "术语表", "Glossary", "page title"),
    ("glossary-intro", "规划中专门用语的解释。", "What the special terms in the plans mean.", "lead of the page"),
    ("also-called", "又称", "Also", "label of aliases"),
    ("indicators", "指标", "Indicators", "page title"),
    (
      "indicators-intro", "全部指标的基期、目标、最新值和进展。", "Every indicator with its baseline, target, latest value and progress.",
      "lead of the page"
    ),
    ("indicators-of-plan", "指标进展", "Indicators", "heading of a plan's indicators"),
    ("indicators-of-section", "本节指标", "Indicators of this section", "heading"),
    ("indicator", "指标", "Indicator", "label"),
    ("figures", "主要数据", "Figures", "heading on an indicator's page"),
    ("definition", "指标解释", "Definition", "heading"),
    ("unit", "单位", "Unit", "label"),
    ("kind", "类型", "Kind", "label"),
    ("nature", "属性", "Nature", "label"),
    ("category", "类别", "Category", "label"),
    ("baseline", "基期值", "Baseline", "label"),
    ("target", "目标值", "Target", "label"),
    ("latest", "最新值", "Latest", "label"),
    ("progress", "完成进度", "Progress", "label"),
    ("time-progress", "时序进度", "Time elapsed", "label"),
    ("status", "状态", "Status", "label"),
    ("margin", "余量", "Margin", "label: distance from a floor or a ceiling"),
    ("achieved-average", "已实现年均", "Average achieved", "label: mean yearly growth"),
    ("interim-targets", "阶段目标", "Interim targets", "label of the targets before the last"),
    ("expected-progress", "按年度目标应为", "Interim targets expect", "label"),
    ("change-per-year", "年均变化", "Change a year", "label of a direction without a number"),
    ("required-change", "今后每年需变化", "Change needed per year", "label"),
    ("projection", "按当前趋势推算", "Projected at this pace", "label"),
    ("reason", "说明", "Why", "label of the reason for a status"),
    ("history", "历年数据", "History", "heading"),
    ("parts", "分项", "Parts", "heading of the parts of an indicator"),
    (
      "parts-in-file", "分项过多，此处不列出；见下载的数据文件。", "Too many to be listed here: see the data file among the downloads.",
      "in place of a table of parts"
    ),
    ("source-file", "原始数据（CSV）", "Source data (CSV)", "link to the author's own data file"),
    ("series", "系列", "Series", "label"),
    ("values-file", "数值（CSV）", "Values (CSV)", "link to the file of all values"),
    ("about-figures", "关于指标", "About the indicator", "heading of what its author says about it"),
    ("code", "编号", "Number", "label of an indicator's own number"),
    ("reporting", "报告情况", "Reporting", "label"),
    ("sources", "数据来源", "Sources", "heading of several sources"),
    ("links", "链接", "Links", "heading"),
    ("facets", "其他单位、系列和分项", "Other units, series and parts", "heading of figures that do not lead"),
    ("broken-periods", "未守住的时期", "Not kept in", "label of the periods beyond a floor or a ceiling"),
    ("target-changes", "目标调整", "Changes of the target", "heading"),
    ("changed-targets", "调整过的目标", "Changed targets", "heading on a plan's page"),
    ("original-target", "按最初目标", "By the target as first set", "label, before the target and its status"),
    ("target-in-force", "按现行目标", "By the target in force", "label, before the status"),
    ("undeclared-changes", "未说明的变动", "Changes without a reason", "heading on a plan's page"),
    ("retired-indicators", "不再跟踪的指标", "No longer followed", "heading on a plan's page"),
    ("continued-by", "接续指标", "Continued by", "label of the indicator that takes the place of another"),
    ("period", "时期", "Period", "column heading"),
    ("value", "数值", "Value", "column heading"),
    ("note", "备注", "Note", "column heading"),
    ("notes", "注释", "Notes", "heading"),
    ("value-status", "数据状态", "Status of the figure", "column heading"),
    ("range", "区间", "Range", "column heading: the interval of a figure"),
    ("published-before", "原公布数", "Published before", "column heading: figures that were revised"),
    ("frequency", "公布频率", "Published", "label: how often figures are published"),
    ("next-update", "下次更新", "Next figure due", "label"),
    ("no-data-yet", "尚无公布数据。", "No figure has been published yet.", "instead of a history"),
    ("promised-in", "规划出处", "Where the plan promises it", "heading"),
    ("arithmetic", "计算过程", "How that was worked out", "label"),
    ("downloads", "下载数据", "Download the data", "heading"),
    ("how-to-cite", "引用方式", "How to cite", "heading"),
    ("mentioned-in", "提到本指标的页面", "Mentioned in", "heading"),
    ("related", "相关指标", "Related indicators", "heading"),
    ("alerts", "未达进度的约束性指标", "Binding targets that are behind", "heading"),
    ("filter-all", "全部", "All", "option of a filter that shows every indicator"),
    ("sort", "排序", "Order", "label of the order of the rows"),
    ("sort-plan", "按规划顺序", "As in the plan", "option of the order"),
    ("sort-worst", "问题最大的在前", "Worst first", "option of the order: at risk, cannot say, on course, met or held"),
    ("sort-class", "已实现的在前", "Met or held first", "option of the order: that of the four classes"),
    ("filter-name", "名称包含", "Name contains", "label of a filter by words"),
    ("filter-reset", "清除筛选", "Clear filters", "button"),
    (
      "filter-result", "符合条件 {shown} 项，共 {all} 项", "{shown} of {all} indicators",
      "what a filter leaves; keep the two names in braces"
    ),
    ("how-judged", "状态如何判定", "How the status is judged", "heading"),
    ("totals-by-status", "按状态汇总", "By status", "names the status totals"),
    ("total", "合计", "Total", "label"),
    ("indicator-count", "项指标", "indicators", "after a number"),
    ("section-count", "节", "sections", "after a number"),
    ("box", "专栏", "Box", "names a box"),
    ("table-scroll", "表格，可横向滚动", "Table, scrolls sideways", "names the frame of a wide table"),
    ("footnotes", "注释", "Notes", "heading of footnotes"),
    ("back-to-text", "返回正文", "Back to the text", "label of a footnote's way back"),
    ("task-done", "已完成", "Done", "label of a ticked box"),
    ("task-open", "未完成", "Not done", "label of an empty box"),
    ("permalink", "本节链接", "Link to this heading", "label of a heading's anchor"),
    ("not-found", "没有找到页面", "Page not found", "title of 404.html"),
    (
      "not-found-text", "这个地址没有页面。它可能改了名字，或者链接有误。",
      "There is no page at this address. It may have a new name, or the link may be wrong.", "text of 404.html"
    ),
    ("not-found-home", "回到首页", "Go to the front page", "link on 404.html"),
    ("moved", "页面已移动", "This page has moved", "title of a redirect"),
    ("moved-text", "新地址：", "Its new address: ", "text of a redirect"),
    ("feed", "更新订阅", "News feed", "link to the feed"),
    ("generated-by", "由 planpress 生成", "Made with planpress", "footer of every page"),
    ("latest-updates", "最近更新", "Latest updates", "heading"),
    ("other-pages", "其他页面", "More", "heading of the pages outside the plans"),
    (
      "status-note", "状态由公布的数据按固定规则推算，不是官方评估。",
      "The status follows from the published figures by a fixed rule; it is not an official assessment.", "below tables"
    ),
    ("answer-no-figures", "都还没有公布数据。", "no figures have been published yet.", "ends the sentence of an answer"),
    ("data-to", "数据截至", "Figures up to ", "before the period of the newest figure"),
    ("last-change", "最近更新：", "Last change: ", "before the day of the last change"),
    ("at-risk", "有风险", "At risk", "heading of the indicators at risk"),
    ("all-at-risk", "全部有风险的指标", "All that are at risk", "link to all indicators at risk"),
    ("each-indicator", "每个符号一项指标", "One symbol for each indicator", "heading of the symbols"),
    (
      "each-indicator-note", "右侧：已实现、守住或进展正常的项数 / 全部项数。",
      "On the right: how many are met, held or on course, of all.", "below the symbols"
    ),
    ("progress-summary", "进展汇总", "Progress summary", "title of a plan's progress, and link to it"),
    ("by-category", "按类别", "By category", "caption"),
    ("by-programme", "按工程", "By programme", "caption"),
    ("changes-since", "状态变化：自", "Status changes since ", "heading, before a period"),
    ("milestones", "里程碑", "Milestones", "heading"),
    ("charts", "各项指标图", "Charts", "heading"),
    ("trend", "走势", "Trend", "column heading"),
    ("chart", "图", "Chart", "heading"),
    ("chart-data", "图中数据", "The figures of this chart", "opens the table of a chart"),
    ("number", "序号", "No.", "column heading"),
    ("other", "其他", "Other", "heading above indicators without a category"),
    ("path-short", "应为 ", "path ", "before the share of the way that interim targets expect, in a table"),
    ("over-target", "已超过目标", "over target", "in place of a progress of more than 100 %, in a table"),
    ("time-short", "时序 ", "time ", "before the share of time that has passed, in a table"),
    (
      "empty-cell", "“—”表示规划或数据来源没有给出。", "“—” means that neither the plan nor the sources give a figure. ",
      "below tables"
    ),
    ("search", "搜索", "Search", "title of the search page, and button"),
    ("search-label", "搜索本站", "Search this site", "label of the search field"),
    (
      "search-help", "输入指标、章节、部门或任何词语。↑ ↓ 选择，Enter 打开，Esc 清空。",
      "Type the name of an indicator, a section, a department or any word. ↑ ↓ choose, Enter opens, Esc clears.",
      "below the search field"
    ),
    ("search-found", "找到 {count} 条结果", "{count} results", "what a search found; keep the name in braces"),
    (
      "search-most", "最多 {count} 条结果", "Up to {count} results",
      "what a search found, where not every result has been compared with its text; keep the name in braces"
    ),
    (
      "search-unchecked", "原文中这些字词可能不相连", "Its text may hold the parts of the query apart from each other",
      "below a result of a search"
    ),
    ("search-one", "找到 1 条结果", "1 result", "what a search found"),
    ("search-none", "没有找到“{query}”", "Nothing found for “{query}”", "a search found nothing; keep the name in braces"),
    (
      "search-near", "没有找到“{query}”；以下为“{near}”的结果", "Nothing found for “{query}”; these are the results for “{near}”",
      "a search found something near; keep the names in braces"
    ),
    (
      "search-some", "没有同时含有全部词语的结果；以下含有部分词语", "Nothing has all of these words; these results have some of them",
      "a search found a part"
    ),
    ("search-more", "更多结果", "More results", "button"),
    ("search-failed", "无法读取搜索索引。下面是全部目录。", "The search index cannot be read. The full contents are below.", "message"),
    ("search-all", "全部内容", "Everything on this site", "heading of the list below the search"),
    ("search-kind", "种类", "Kind", "label of a filter"),
    ("kind-indicator", "指标", "Indicator", "kind of a result"),
    ("kind-section", "章节", "Section", "kind of a result"),
    ("kind-page", "页面", "Page", "kind of a result"),
    ("kind-programme", "工程项目", "Programme", "kind of a result"),
    ("kind-department", "责任部门", "Department", "kind of a result"),
    ("kind-term", "术语", "Term", "kind of a result"),
    ("status-updates", "进展说明", "Updates", "heading of what was said of something"),
    ("feed-intro", "最近的页面和进展说明。", "The newest pages and updates.", "lead of the page of all that is new"),
    ("feeds", "订阅地址", "Feeds", "heading of the feeds for feed readers"),
    ("all-news", "全部动态", "All that is new", "link"),
    ("about", "关于", "About", "label of what an update is about"),
    ("accountability", "责任与更新", "Who answers, and what was updated", "heading"),
    ("responsibilities", "任务分工", "Who does what", "heading of a table of departments and chapters"),
    ("kind-action", "任务", "Action", "kind of a result"),
    ("action", "任务", "Action", "column heading"),
    ("actions", "任务", "Actions", "page title, and heading"),
    (
      "actions-intro", "规划的各项任务：由谁负责，何时开始，何时完成，进展如何。",
      "What the plans say will be done: who answers for it, when it starts, when it is due, and how it stands.",
      "lead of the page"
    ),
    ("all-actions", "全部任务", "All actions", "link"),
    ("action-count", "项任务", "actions", "after a number"),
    ("dates", "起止时间", "Dates", "column heading"),
    ("state", "进展", "State", "column heading, and label"),
    ("due-year", "完成年份", "Due in", "label of a filter by year"),
    ("start", "开始", "Start", "label"),
    ("due", "完成时限", "Due", "label"),
    ("done-on", "完成日期", "Done", "label"),
    ("steps", "步骤", "Steps", "heading"),
    ("budget", "预算", "Budget", "label"),
    ("spent", "已支出", "Spent", "label"),
    ("place", "地点", "Place", "label"),
    ("serves", "服务的指标", "Indicators that it serves", "heading"),
    ("actions-for", "为此采取的任务", "Actions for this", "heading, on the page of an indicator"),
    ("actions-led", "牵头的任务", "Actions that it leads", "heading, on the page of a department"),
    ("actions-supported", "配合的任务", "Actions that it supports", "heading, on the page of a department"),
    ("overdue-actions", "逾期未完成", "Overdue", "heading"),
    ("ending-soon", "三个月内到期", "Due within three months", "heading"),
    ("starting-soon", "三个月内开始", "Starting within three months", "heading"),
    ("timeline", "时间轴", "Time line", "heading"),
    (
      "filter-actions", "符合条件 {shown} 项，共 {all} 项", "{shown} of {all} actions",
      "what a filter leaves; keep the two names in braces"
    ),
    ("colon", "：", ": ", "between a label and its value"),
  ]

  static let fields = ViewFields<ThemeWords>(
    "Words",
    entries.map { entry in
      let index = ThemeWords.index(of: entry.name)
      return .text(entry.name, entry.use) { $0.texts[index] }
    })

  private static let chinese = ThemeWords(entries.map(\.chinese), language: .chinese)
  private static let english = ThemeWords(entries.map(\.english), language: .english)
  private static let chineseView = EvaluatedView(chinese)
  private static let englishView = EvaluatedView(english)
  private static let indices = Dictionary(
    entries.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })

  /// The words as a view for templates, shared by all pages of a language.
  var view: EvaluatedView<ThemeWords> {
    switch language {
    case .chinese: ThemeWords.chineseView
    case .english: ThemeWords.englishView
    }
  }

  static func `in`(_ language: Language) -> ThemeWords {
    switch language.words {
    case .chinese: chinese
    case .english: english
    }
  }

  /// The words that all tables of indicators share.
  static func table(_ language: Language) -> TableWords {
    switch language.words {
    case .chinese: chinese.table
    case .english: english.table
    }
  }

  /// The accessible name of tables in the text of a page.
  func tableLabel(title: String) -> String { title + tableName }

  private let language: WordLanguage
  private let texts: [String]
  private let table: TableWords
  /// The words that the Markdown renderer needs.
  let labels: MarkdownLabels
  private let tableName: String

  private init(_ texts: [String], language: WordLanguage) {
    func word(_ name: String) -> String { texts[ThemeWords.index(of: name)] }
    self.language = language
    self.texts = texts
    table = TableWords(
      headings: [
        .number: word("number"), .name: word("indicator"), .unit: word("unit"), .nature: word("nature"),
        .baseline: word("baseline"), .target: word("target"), .latest: word("latest"), .time: word("time-progress"),
        .progress: word("progress"), .status: word("status"), .trend: word("trend"), .department: word("department"),
        .source: word("source"),
      ],
      emptyCell: word("empty-cell"), timePrefix: word("time-short"), pathPrefix: word("path-short"),
      overTarget: word("over-target"))
    labels = MarkdownLabels(
      footnotes: word("footnotes"), backToText: word("back-to-text"), table: "", taskDone: word("task-done"),
      taskOpen: word("task-open"), permalink: word("permalink"))
    tableName = word("colon") + word("table-scroll")
  }

  /// The word called `name`. An unknown name is a bug in planpress.
  subscript(name: String) -> String { texts[ThemeWords.index(of: name)] }

  private static func index(of name: String) -> Int {
    guard let index = indices[name] else { preconditionFailure("no theme word is called '\(name)'") }
    return index
  }
}
