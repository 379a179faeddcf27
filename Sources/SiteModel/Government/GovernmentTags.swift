import DataFormats
import SiteSources

/// The meta tags that a Chinese government site carries (`profile: cn-gov`): those of the site on every page, those of
/// a column on the pages that lead into it, and those of an article on the pages that are read.
///
/// The one table that pages are written from and that `check` reads. Source: 政府网站发展指引, 国办发〔2017〕47号.
package enum GovernmentTags {
  /// A tag and its value; nil if the content does not give one.
  package struct Tag: Sendable {
    package let name: Name
    package let value: String?

    package var isMissing: Bool { name.isRequired && value == nil }
  }

  package enum Name: String, CaseIterable, Sendable {
    case siteName = "SiteName"
    case siteDomain = "SiteDomain"
    case siteIDCode = "SiteIDCode"
    case columnName = "ColumnName"
    case columnDescription = "ColumnDescription"
    case columnKeywords = "ColumnKeywords"
    case columnType = "ColumnType"
    case articleTitle = "ArticleTitle"
    case pubDate = "PubDate"
    case contentSource = "ContentSource"
    case keywords = "Keywords"
    case author = "Author"
    case description = "Description"
    case image = "Image"
    case url = "Url"

    var isRequired: Bool {
      switch self {
      case .siteName, .siteDomain, .siteIDCode, .columnName, .columnDescription, .columnKeywords, .columnType,
        .articleTitle, .pubDate, .contentSource:
        true
      case .keywords, .author, .description, .image, .url: false
      }
    }
  }

  /// The column type of a plan that sets none.
  static let columnType = "规划计划"

  /// The tags of a page, in the order of `Name`. `title` is the page's title in the words of its language.
  package static func of(_ address: PageAddress, title: String, in site: ResolvedSite) -> [Tag] {
    switch role(of: address, in: site) {
    case .none: []
    case .home: siteTags(site)
    case .column(let plan): siteTags(site) + column(plan, title: title, site)
    case .article(let article): siteTags(site) + tags(of: article, at: address, title: title, site)
    }
  }

  private enum Role {
    case none, home
    /// A page that leads to others: a plan's, or one of all plans.
    case column(PlanRef?)
    case article(Article)
  }

  /// The sources of an article's tags.
  private struct Article {
    var plan: PlanRef?
    var page: PageRef?
    var source: String?
    var department: DepartmentRef?
    var description: String?
  }

  /// The page of `Content/` whose front matter provides the tags of a page: that of its plan, or the page itself; nil if
  /// `site.yaml` does.
  package static func page(givingTagsOf address: PageAddress, in site: ResolvedSite) -> PageRef? {
    switch role(of: address, in: site) {
    case .none, .home: nil
    case .column(let plan): plan.map { site.plans[$0].page }
    case .article(let article): article.plan.map { site.plans[$0].page } ?? article.page
    }
  }

  private static func role(of address: PageAddress, in site: ResolvedSite) -> Role {
    switch address {
    case .content(_, .front): return .home
    case .content(let ref, .plan): return .column(site.pages[ref].plan)
    case .progress, .longList(.indicators, _), .longList(.charts, _), .longList(.actions, _):
      return .column(address.plan(in: site))
    case .list, .longList, .search: return .column(nil)
    case .content(let ref, .section), .content(let ref, .page), .content(let ref, .report):
      let page = site.pages[ref]
      return .article(
        Article(plan: page.plan, page: ref, department: page.department, description: page.description))
    case .wholePlan(let plan):
      let home = site.plans[plan].page
      return .article(Article(plan: plan, page: home, description: site.pages[home].description))
    case .indicator(let ref), .parts(let ref, _):
      let resolved = site.indicators[ref]
      return .article(
        Article(
          plan: resolved.plan, source: resolved.indicator.source, department: resolved.lead,
          description: resolved.definitionText))
    case .action(let ref):
      let resolved = site.actions[ref]
      return .article(
        Article(
          plan: resolved.plan, source: resolved.action.facts.source, department: resolved.lead,
          description: resolved.action.facts.summary))
    case .programme(let ref):
      let programme = site.programmes[ref]
      return .article(
        Article(plan: programme.plan, department: programme.department, description: programme.programme.summary))
    case .department(let ref):
      return .article(Article(department: ref, description: site.departments[ref].department.summary))
    case .embed, .redirect, .notFound: return .none
    }
  }
}

// MARK: - Values

extension GovernmentTags {
  private static func siteTags(_ site: ResolvedSite) -> [Tag] {
    [
      Tag(name: .siteName, value: site.settings.title),
      Tag(name: .siteDomain, value: site.settings.baseURL?.host),
      Tag(name: .siteIDCode, value: site.settings.owner?.identificationCode),
    ]
  }

  private static func column(_ plan: PlanRef?, title: String, _ site: ResolvedSite) -> [Tag] {
    let home = plan.map { site.pages[site.plans[$0].page] }
    let keywords =
      home.map(\.parsed.fields.tags) ?? [title] + site.plans.map { site.pages[$0.page].shortTitle }
    return [
      Tag(name: .columnName, value: home?.title ?? title),
      Tag(name: .columnDescription, value: home == nil ? site.settings.description : home?.description),
      Tag(name: .columnKeywords, value: joined(keywords)),
      Tag(name: .columnType, value: type(of: plan, site)),
    ]
  }

  private static func tags(
    of article: Article, at address: PageAddress, title: String, _ site: ResolvedSite
  ) -> [Tag] {
    let plan = article.plan.map { site.plans[$0] }
    let home = plan.map { site.pages[$0.page] }
    let page = article.page.map { site.pages[$0] }
    return [
      Tag(name: .columnName, value: home?.title ?? site.settings.title),
      Tag(name: .columnType, value: type(of: article.plan, site)),
      Tag(name: .articleTitle, value: page?.title ?? title),
      Tag(name: .pubDate, value: page?.published ?? home?.published ?? (page == nil ? oldest(site) : nil)),
      Tag(
        name: .contentSource,
        value: article.source ?? plan?.fields.source ?? plan?.fields.publisher ?? site.settings.publisher),
      Tag(name: .keywords, value: joined(page?.parsed.fields.tags ?? [])),
      Tag(name: .author, value: article.department.map { site.departments[$0].department.name }),
      Tag(name: .description, value: article.description),
      Tag(name: .image, value: site.shareImage(of: article.plan).flatMap(site.links.absolute)),
      Tag(name: .url, value: site.links.absolute(site.routes.route(of: address))),
    ]
  }

  /// For an entry of no plan: when the first plan was published.
  private static func oldest(_ site: ResolvedSite) -> String? {
    site.plans.lazy.compactMap { site.pages[$0.page].published }.min()
  }

  private static func type(of plan: PlanRef?, _ site: ResolvedSite) -> String {
    plan.flatMap { site.plans[$0].fields.columnType } ?? columnType
  }

  private static func joined(_ words: [String]) -> String? {
    words.isEmpty ? nil : words.joined(separator: ",")
  }
}

extension ResolvedPage {
  /// Its date and time as `yyyy-MM-dd HH:mm`; midnight if it gives no time.
  fileprivate var published: String? {
    date.map { "\($0) \(parsed.fields.time?.description ?? "00:00")" }
  }
}
