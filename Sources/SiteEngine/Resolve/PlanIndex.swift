import Diagnostics
import Indicators

/// The plans of a site, by the places of their home pages.
struct PlanIndex: Sendable {
  /// In the order of the site.
  let places: [Int]
  private let numbers: [Int: Int]
  private let folders: [String: Int]

  init(_ tree: SectionTree, _ pages: [ParsedPage]) {
    places = tree.plans
    numbers = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($0.element, $0.offset) })
    folders = Dictionary(
      places.enumerated().map { (pages[$0.element].file.folder, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The plan's number among the plans, by the place of its home page.
  func number(of place: Int) -> Int? { numbers[place] }

  /// The plan whose folder this is.
  func plan(ofFolder folder: String) -> Int? { folders[folder] }

  func progressRoute(of place: Int, _ tree: SectionTree) -> Route {
    Route(page: tree.nodes[place].route.bare.appending(part: "progress-summary"))
  }

  func fullRoute(of place: Int, _ tree: SectionTree) -> Route {
    Route(page: tree.nodes[place].route.bare.appending(part: "full"))
  }

  /// The page's own language, or its plan's.
  func language(of place: Int, _ tree: SectionTree, _ pages: [ParsedPage]) -> Language? {
    pages[place].fields.language?.value ?? tree.nodes[place].plan.flatMap { pages[$0].fields.language?.value }
  }

  func plans(
    _ tree: SectionTree, _ pages: [ParsedPage], _ registers: ResolvedRegisters, settings: SiteSettings
  ) -> [ResolvedPlan] {
    var indicators: [[Int]] = Array(repeating: [], count: places.count)
    for group in registers.groups { indicators[group.rows.plan] += group.places }
    var programmes: [[Int]] = Array(repeating: [], count: places.count)
    for (place, programme) in registers.programmes.enumerated() {
      if let plan = programme.plan { programmes[plan].append(place) }
    }
    return places.enumerated().map { number, place in
      guard let fields = pages[place].fields.plan else {
        preconditionFailure("a plan without its fields is an error, and stops the build before this")
      }
      return ResolvedPlan(
        page: place, fields: fields, readingOrder: tree.readingOrders[number], chapters: tree.nodes[place].children,
        indicators: indicators[number], programmes: programmes[number],
        tolerance: fields.tolerance ?? settings.tolerance, fullRoute: fullRoute(of: place, tree),
        progressRoute: indicators[number].isEmpty ? nil : progressRoute(of: place, tree))
    }
  }
}
