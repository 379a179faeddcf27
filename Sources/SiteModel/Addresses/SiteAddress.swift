/// Everything that has an address in a site.
///
/// The only list of addresses: the clash check, links, rendering and the sitemap all use it. A new page that lists what the
/// whole site has is a new case of `ListPage`, a new list of several pages one of `LongList`, and any other kind of page one
/// of `PageAddress`. For the last, the compiler then requires its kind, and with that its addresses in `SiteRoutes`, its
/// route, template, sitemap rule, link rule and name in messages.
package enum SiteAddress: Sendable {
  case page(PageAddress)
  case file(SiteFile)
  case data(DataAddress)
  /// The feed of a plan, a department or an indicator.
  case feed(FeedScope)
  case attachment(AttachmentRef)
  /// The chart of an indicator as an SVG file, next to its page.
  case chart(IndicatorRef)
}

/// The kinds of addresses, in order of precedence: if two addresses clash, the finding is about the later one.
enum AddressKind: CaseIterable {
  case list, search, file, notFound, content, wholePlan, progress, indicatorList, actionList, department, programme
  case indicator, parts, reporting, action, data, indicatorData, actionData, feed
  case chart, embed, redirect, attachment
}

/// A page made from a template.
package enum PageAddress: Sendable {
  /// A page of `Content/`.
  case content(PageRef, SectionTree.Kind)
  /// A whole plan on one page.
  case wholePlan(PlanRef)
  /// The progress summary of a plan.
  case progress(PlanRef)
  case list(ListPage)
  /// A page of a list, counted from 1. The first page of some lists is a page of another kind, `LongList.address(ofPage:)`. A plan
  /// has lists of its indicators and actions only where those of all plans would be too long.
  case longList(LongList, page: Int)
  case indicator(IndicatorRef)
  /// A page of figures of an indicator that its own page has no room for: parts, or another unit or series. From 0, in the
  /// order of its `PartsLayout`.
  case parts(IndicatorRef, page: Int)
  /// The chart of an indicator, for a frame on another site.
  case embed(IndicatorRef)
  case action(ActionRef)
  case programme(ProgrammeRef)
  case department(DepartmentRef)
  /// The page that searches the site.
  case search
  /// An old address that redirects to a page.
  case redirect(RedirectRef)
  /// The page that web hosts show for an address that does not exist.
  case notFound
}

/// A page that lists all entries of a kind. It exists only if there are any.
package enum ListPage: String, CaseIterable, Sendable {
  case indicators, actions, programmes, departments, glossary
  /// Targets beside those of upper plans; only of a site with targets that are aligned.
  case alignment
  /// The news: dated pages, updates and changes; only of a site with any of these.
  case feed

  package var route: Route { Route(page: rawValue) }
}

/// A file that planpress generates, other than pages and data.
package enum SiteFile: CaseIterable, Sendable {
  /// The dated pages as an Atom feed.
  case feed
  case sitemap
  case robots
  /// The pages with their Markdown copies, for language models; only with `markdown-copies`.
  case llms

  package var route: Route {
    switch self {
    case .feed: Route(file: "feed.xml")
    case .sitemap: Route(file: "sitemap.xml")
    case .robots: Route(file: "robots.txt")
    case .llms: Route(file: "llms.txt")
    }
  }
}

/// A data file of all indicators or of one.
package enum DataAddress: Hashable, Sendable {
  case all(DataFile)
  case indicator(IndicatorRef, IndicatorFile)
  case actions(ActionFile)
}

/// The files of all indicators, in `/data/`.
package enum DataFile: CaseIterable, Sendable {
  /// One row for each indicator.
  case csv
  /// CSV on the Web metadata, next to the CSV file.
  case csvMetadata
  /// One row for each observation.
  case values
  case valuesMetadata
  case json
  case package
  /// An Excel workbook, for readers.
  case workbook

  package var route: Route {
    switch self {
    case .csv: Route(file: "data/indicators.csv")
    case .csvMetadata: Route(file: "data/indicators.csv-metadata.json")
    case .values: Route(file: "data/values.csv")
    case .valuesMetadata: Route(file: "data/values.csv-metadata.json")
    case .json: Route(file: "data/indicators.json")
    case .package: Route(file: "data/datapackage.json")
    case .workbook: Route(file: "data/indicators.xlsx")
    }
  }
}

/// The data files of one indicator, next to its page.
package enum IndicatorFile: CaseIterable, Sendable {
  case csv, csvMetadata, json
  /// The author's own file, unchanged; only of an indicator that has one.
  case source

  /// `/indicators/<id>.csv` for the page `/indicators/<id>/`.
  package func route(beside page: Route) -> Route {
    switch self {
    case .csv: Route(file: "\(page.bare).csv")
    case .csvMetadata: Route(file: "\(page.bare).csv-metadata.json")
    case .json: Route(file: "\(page.bare).json")
    case .source: Route(file: "\(page.bare).source.csv")
    }
  }
}

/// The files of all actions, in `/data/`.
package enum ActionFile: String, CaseIterable, Sendable {
  case csv
  /// CSV on the Web metadata, next to the CSV file.
  case csvMetadata = "csv-metadata.json"
  case json
  /// An Excel workbook, for readers.
  case workbook = "xlsx"
  /// The division of labour (任务分工表): who does what by when, in the columns in which authorities publish it.
  case labour = "division-of-labour.csv"
  /// The due dates, for calendars.
  case calendar = "ics"

  package var route: Route {
    switch self {
    case .csvMetadata: Route(file: "data/actions.csv-metadata.json")
    case .labour: Route(file: "data/division-of-labour.csv")
    case .csv, .json, .workbook, .calendar: Route(file: "data/actions.\(rawValue)")
    }
  }
}

// MARK: - Properties

extension PageAddress {
  /// Whether the sitemap lists the page.
  package var isInSitemap: Bool {
    switch self {
    case .content, .wholePlan, .progress, .list, .longList, .indicator, .parts, .programme, .department, .action: true
    // Its results are the other pages.
    case .search, .redirect, .notFound: false
    // A part of the indicator's page.
    case .embed: false
    }
  }
}

extension SiteAddress {
  /// Whether a link that begins with `/` may use this address. Pages and files of `Content/` are linked by their path.
  var isLinkedByRoute: Bool {
    switch kind {
    case .list, .indicatorList, .actionList, .search, .wholePlan, .progress, .department, .programme, .indicator,
      .parts, .reporting, .action, .data, .indicatorData, .actionData, .feed, .chart, .embed:
      true
    case .file: if case .file(.robots) = self { false } else { true }
    case .content, .redirect, .notFound, .attachment: false
    }
  }

  private var kind: AddressKind {
    switch self {
    case .page(.content): .content
    case .page(.wholePlan): .wholePlan
    case .page(.progress): .progress
    case .page(.list): .list
    case .page(.longList(let list, _)):
      switch list {
      case .indicators, .department, .programme, .charts: .indicatorList
      case .actions: .actionList
      case .reporting: .reporting
      }
    case .page(.indicator): .indicator
    case .page(.parts): .parts
    case .page(.embed): .embed
    case .chart: .chart
    case .page(.action): .action
    case .page(.programme): .programme
    case .page(.department): .department
    case .page(.search): .search
    case .page(.redirect): .redirect
    case .page(.notFound): .notFound
    case .file: .file
    case .data(.all): .data
    case .data(.indicator): .indicatorData
    case .data(.actions): .actionData
    case .feed: .feed
    case .attachment: .attachment
    }
  }
}
