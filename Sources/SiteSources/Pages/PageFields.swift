import Actions
import DataFormats
import Diagnostics
import Indicators

/// The fields of a page's front matter.
package struct PageFields: Sendable {
  package enum PageType: String, CaseIterable, Sendable {
    /// A plan's home page: its folder is a plan.
    case plan
    /// A page of a plan. The default inside a plan.
    case section
    /// A page outside plans: imprint, method, news.
    case page
    /// The first page of a report on a plan; the other pages of its folder are its sections.
    case report
  }

  package var type: Located<PageType>?
  package var title: Located<String>?
  package var shortTitle: String?
  package var order: Int?
  var number: SectionNumber = .automatic
  package var slug: Located<String>?
  package var date: CalendarDate?
  /// The time of day of `date`, if it gives one.
  package var time: TimeOfDay?
  package var updated: CalendarDate?
  package var summary: String?
  package var tags: [String] = []
  package var department: Located<String>?
  /// The departments that support the one in charge.
  package var support: [Located<String>] = []
  var isDraft = false
  package var aliases: [Located<String>] = []
  package var language: Located<Language>?
  /// The fingerprint of the text that this page translates.
  package var original: Located<String>?
  /// The path of the page that this one translates, below `Content/` or from the folder of this page.
  package var translationOf: Located<String>?
  package var indicators: [IndicatorDeclaration] = []
  package var actions: [Action] = []
  /// The plan's word for sections like this one, such as Pillar.
  package var level: Located<String>?
  package var updates: [StatusUpdate] = []
  /// The subjects of an update: ids of actions, indicators and programmes, paths of sections.
  package var about: [Located<String>] = []
  /// Its status on the day of the page.
  package var status: String?
  package var plan: PlanFields?
  package var report: ReportFields?
  /// For a page outside plans and reports: the name of the snapshot whose figures, names and entries it always shows.
  package var snapshot: Located<String>?
  /// Findings that are accepted on this page; on an index page, in its folder.
  package var acceptances: [Acceptance] = []
}

/// How one section is numbered.
package enum SectionNumber: Hashable, Sendable {
  /// By its position and the plan's numbering.
  case automatic
  /// `number: none`.
  case none
  /// As the author wrote it, for example 专栏3 or A.
  case text(String)
}

/// The additional fields of a plan's home page. A class, since few pages have them.
package final class PlanFields: Sendable {
  package let period: PlanPeriod
  /// False if the period is missing or invalid, which is an error. `period` is then a placeholder, so that everything
  /// else is still checked.
  package let isPeriodKnown: Bool
  package let numbering: Numbering
  package let publisher: String?
  package let source: String?
  package let region: String?
  package let adopted: CalendarDate?
  /// δ of the status rules: 0 to 0.5, as a fraction of the whole.
  package let tolerance: Double?
  /// The kind of column that it is on a Chinese government site, such as 规划计划.
  package let columnType: String?
  /// The picture that a link to one of its pages is shown with: a path from the plan's folder.
  package let image: Located<String>?
  /// The plan's words for its sections, the first for its chapters: Pillar, Focus area.
  package let levels: [Located<String>]
  /// The path of the plan that it takes the place of.
  package let follows: Located<String>?
  /// The plans above whose targets it should take up: those of the site, and of `other-plans`.
  package let alignsWith: [Located<String>]
  /// Whether it is the plan of somebody else, and there so that others can be aligned with it: the front page does not count it.
  package var isReference: Bool { reference == true }
  /// The value in the front matter; nil if there is none.
  package let reference: Bool?
  /// Whether the plan's page says how many have a department in charge, and how many were ever updated.
  package let showsAccountability: Bool

  init(_ reader: inout FieldReader) {
    numbering = Numbering.read(&reader) ?? .none
    publisher = reader.string("publisher")?.value
    source = reader.string("source")?.value
    region = reader.string("region")?.value
    adopted = reader.date("adopted")?.value
    tolerance = reader.tolerance("tolerance")
    columnType = reader.string("column-type")?.value
    image = reader.string("image")
    levels = reader.strings("levels")
    reader.checkList("levels", levels)
    follows = reader.string("follows")
    alignsWith = reader.strings("aligns-with")
    reference = reader.flag("reference")?.value
    showsAccountability = reader.flag("accountability")?.value ?? false
    let period = PlanFields.readPeriod(&reader)
    self.period = period ?? PlanFields.placeholder
    isPeriodKnown = period != nil
  }

  /// These fields, with another numbering of the sections.
  init(_ fields: PlanFields, numbering: Numbering) {
    self.numbering = numbering
    period = fields.period
    isPeriodKnown = fields.isPeriodKnown
    publisher = fields.publisher
    source = fields.source
    region = fields.region
    adopted = fields.adopted
    tolerance = fields.tolerance
    columnType = fields.columnType
    image = fields.image
    levels = fields.levels
    follows = fields.follows
    alignsWith = fields.alignsWith
    reference = fields.reference
    showsAccountability = fields.showsAccountability
  }
}

// MARK: - Reading

extension PageFields {
  /// Reads the front matter of a page. An empty mapping gives no fields.
  static func read(
    _ node: YAMLNode, in source: SourceText, _ languages: Languages, reportingTo sink: DiagnosticSink
  ) -> PageFields {
    var fields = PageFields()
    guard var reader = FieldReader(node, in: source, describing: "a page", reportingTo: sink) else { return fields }
    if reader.hasValue("type") { fields.type = reader.choice("type", of: PageType.self) }
    fields.title = reader.string("title")
    reader.checkQuotationMarks("title", fields.title)
    reader.checkComment("title", fields.title)
    fields.shortTitle = reader.string("short-title")?.value
    fields.order = readOrder(&reader)
    fields.number = readNumber(&reader)
    fields.slug = reader.string("slug")
    fields.date = reader.date("date", time: &fields.time)?.value
    fields.updated = reader.date("updated")?.value
    fields.summary = reader.string("summary")?.value
    fields.tags = readTags(&reader)
    (fields.department, fields.support) = reader.departments()
    fields.isDraft = reader.flag("draft")?.value ?? false
    fields.aliases = reader.strings("aliases")
    reader.checkList("aliases", fields.aliases)
    fields.language = reader.language("language", languages)
    fields.original = reader.string("original")
    fields.translationOf = reader.string("translation-of")
    if let rows = reader.node("indicators") {
      fields.indicators = IndicatorRegister.decode(rows: rows, in: source, reportingTo: sink)
    }
    if let rows = reader.node("actions") {
      fields.actions = Action.list(rows, in: source, needsIDs: false, reportingTo: sink)
    }
    fields.level = reader.string("level")
    fields.updates = reader.updates()
    fields.about = reader.strings("about")
    fields.status = reader.updateStatus()
    fields.acceptances = reader.acceptances()
    if fields.type?.value == .plan {
      fields.plan = PlanFields(&reader)
    } else if fields.type?.value == .report {
      fields.report = ReportFields(&reader)
      PlanFields.refuse(&reader, except: "period")
    } else if fields.type != nil || !reader.has("type") {
      if fields.type?.value == .page { fields.snapshot = reader.string("snapshot") }
      PlanFields.refuse(&reader)
    } else {
      // The type is wrong, which is reported: it may have meant a plan.
      PlanFields.skip(&reader)
    }
    reader.finish(hints: otherWords)
    return fields
  }

  /// Keys of other generators, with hints.
  private static let otherWords: [String: Message] = [
    "lastmod": "use 'updated'", "last_modified_at": "use 'updated'",
    "modified": "use 'updated'", "description": "use 'summary'",
    "excerpt": "use 'summary'", "subtitle": "use 'summary'",
    "linkTitle": "use 'short-title'", "sidebar_label": "use 'short-title'",
    "nav_title": "use 'short-title'", "nav_order": "use 'order'",
    "sidebar_position": "use 'order'", "position": "use 'order'",
    "categories": "use 'tags'", "category": "use 'tags'",
    "keywords": "use 'tags'", "url": "use 'slug' for the last part of the address",
    "permalink": "use 'slug' for the last part of the address",
    "redirect_from": "use 'aliases' for old addresses", "lang": "use 'language'",
    "published": "use 'draft: true' for a page that should not be published",
    "layout": "remove it: 'type' decides the template",
    "id": "remove it: a page is identified by its path",
  ]

  private static func readOrder(_ reader: inout FieldReader) -> Int? {
    let order = reader.integer("order", in: -1_000_000...1_000_000)
    let weight = reader.integer("weight", in: -1_000_000...1_000_000)
    if order != nil, let weight {
      reader.report(.conflictingKeys, "'weight' and 'order' mean the same; keep one of them", at: weight.range)
    }
    return order?.value ?? weight?.value
  }

  private static func readTags(_ reader: inout FieldReader) -> [String] {
    let tags = reader.strings("tags")
    reader.checkList("tags", tags)
    return tags.map(\.value)
  }

  private static func readNumber(_ reader: inout FieldReader) -> SectionNumber {
    guard let number = reader.string("number") else { return .automatic }
    if ["无", "没有", "不编号", "false", "no", "~"].contains(number.value) {
      reader.report(
        .invalidValue, "'number: \(number.value)' would print '\(number.value)' before the title",
        hint: "write 'number: none'",
        at: number.range)
    }
    return number.value == "none" ? .none : .text(number.value)
  }
}

extension PlanFields {
  private static let keys: [FieldKey] = [
    "period", "numbering", "publisher", "source", "region", "adopted", "tolerance", "column-type", "image",
    "levels", "follows", "aligns-with", "reference", "accountability",
  ]

  private static let placeholder = PlanPeriod(start: 2001, end: 2005)

  /// `period: {start: 2021, end: 2025}`, or `2021-2025` as text.
  private static func readPeriod(_ reader: inout FieldReader) -> PlanPeriod? {
    guard let node = reader.node("period") else {
      reader.report(
        .missingKey, "a plan needs a 'period'", hint: "add 'period: {start: 2021, end: 2025}'", at: reader.range)
      return nil
    }
    if let text = node.asScalar?.value {
      let years = text.split(whereSeparator: { "-–—~".contains($0) }).compactMap { Int($0) }
      if years.count == 2, years[0] <= years[1], years.allSatisfy((1800...2200).contains) {
        return PlanPeriod(start: years[0], end: years[1])
      }
      reader.report(
        .invalidValue, "'\(text)' is not a period of years",
        hint: meantYears(text).map { "write '\($0)'" } ?? "write '{start: 2021, end: 2025}' or '2021-2025'",
        at: node.range)
      return nil
    }
    guard var period = reader.mapping("period", describing: "a period") else { return nil }
    let start = period.integer("start", in: 1800...2200)
    let end = period.integer("end", in: 1800...2200)
    for (key, value) in [("start" as FieldKey, start), ("end", end)]
    where value == nil && !period.has(key) && !period.hasMisspelt(key.text) {
      period.report(.missingKey, "the period needs a year for '\(key)'", hint: "add '\(key): 2025'", at: period.range)
    }
    period.finish()
    guard let start, let end else { return nil }
    guard start.value <= end.value else {
      reader.report(
        .invalidValue, "the period ends in \(end.value), before it starts in \(start.value)",
        hint: "write the earlier year as 'start'", at: end.range)
      return nil
    }
    return PlanPeriod(start: start.value, end: end.value)
  }

  /// `2021-2025` of a text with these two years, such as 2021年至2025年.
  private static func meantYears(_ text: String) -> String? {
    let years = text.matches(of: /[0-9]+/).compactMap { Int($0.output) }
    guard years.count == 2, years[0] <= years[1], years.allSatisfy((1800...2200).contains) else { return nil }
    return "\(years[0])-\(years[1])"
  }

  /// Leaves the keys of a plan unread without a finding.
  static func skip(_ reader: inout FieldReader) {
    for key in keys where reader.has(key) { _ = reader.node(key) }
  }

  /// Reports each plan key on a page that is not a plan, with a hint.
  static func refuse(_ reader: inout FieldReader, except allowed: FieldKey? = nil) {
    for key in keys where reader.has(key) && key.text != allowed?.text {
      guard let node = reader.node(key) else { continue }
      reader.report(
        .unknownKey, "'\(key)' is only for plans, and this page is not a plan",
        hint: "remove it, or add 'type: plan' if this is a plan's home page", at: node.range)
    }
  }
}
