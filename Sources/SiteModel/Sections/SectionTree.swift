import Bytes
import Diagnostics
import Files
import Markup
import SiteSources

/// The pages of a site as a forest: plans with their sections, and the pages outside plans.
package struct SectionTree {
  package enum Kind: Sendable {
    /// The site's front page, unless the site itself is a plan.
    case front
    case plan
    case section
    /// A page outside plans, and a section of a report.
    case page
    /// The first page of a report.
    case report
  }

  struct Node {
    let kind: Kind
    let route: Route
    /// The parent page.
    let parent: PageRef?
    /// The plan's home page; nil outside plans.
    let planHome: PageRef?
    /// The home page of the plan whose folder contains an update; nil for any other page.
    var updateHome: PageRef?
    /// The first page of the report that the page belongs to.
    var reportHome: PageRef?
    /// In reading order.
    var children: [PageRef] = []
    /// The place among the parent's children, from 0.
    var place = 0
    /// The section's number in the plan; nil if it is not numbered.
    var number: String?
    /// 0 for a plan's home page, 1 for its chapters.
    let depth: Int
  }

  private(set) var nodes: Table<PageTag, Node>
  /// The plans' home pages, in order.
  private(set) var planHomes: [PageRef] = []
  /// Pages outside plans, in order.
  private(set) var freePages: [PageRef] = []
  /// Pages that are updates, in order.
  private(set) var updates: [PageRef] = []
  /// The first pages of reports, in order, each with its sections in reading order.
  private(set) var reports: [[PageRef]] = []
  /// The home page of each plan, then its sections in reading order.
  private(set) var readingOrders: Table<PlanTag, [PageRef]> = Table([])
  /// The index page of each folder of `Content/`.
  private(set) var indexes: [String: PageRef] = [:]
  private(set) var folders = FolderNames()
  private(set) var diagnostics: [Diagnostic] = []

  private func readingOrder(from home: PageRef) -> [PageRef] {
    var order: [PageRef] = []
    var stack = [home]
    while let page = stack.popLast() {
      order.append(page)
      stack += nodes[page].children.reversed()
    }
    return order
  }
}

// MARK: - Building

extension SectionTree {
  init(_ pages: PageTable) {
    nodes = Table([])
    for index in pages.indices where pages.headers[index].isIndex {
      if let other = indexes.updateValue(index, forKey: pages.headers[index].folder) {
        let page = pages[index]
        diagnostics.append(
          Diagnostic(
            .error, .duplicateURL,
            "'\(page.file.name)' and '\(pages[other].file.name)' are both the index page of the folder",
            hint: "keep one of them", at: page.start, related: [.init("the other one", at: pages[other].start)]))
      }
    }
    folders = FolderNames(pages, indexes: indexes)
    var chain: (folder: String, pages: [PageRef])?
    for index in pages.indices { _ = nodes.append(node(index, of: pages, &chain)) }
    adopt(pages)
    number(pages)
    readingOrders = Table(planHomes.map(readingOrder))
    reports = reports.map { readingOrder(from: $0[0]) }
  }

  /// The ancestors of a page, nearest first. `last` caches the result for the previous page's folder, since the pages
  /// of a folder are consecutive.
  private func chain(
    above page: PageRef, _ pages: PageTable, _ last: inout (folder: String, pages: [PageRef])?
  ) -> [PageRef] {
    let isIndex = pages.headers[page].isIndex
    if !isIndex, let last, last.folder == pages.headers[page].folder { return last.pages }
    var chain: [PageRef] = []
    var parent = self.parent(of: pages.headers[page])
    while let above = parent {
      chain.append(above)
      parent = self.parent(of: pages.headers[above])
    }
    if !isIndex { last = (pages.headers[page].folder, chain) }
    return chain
  }

  private mutating func node(
    _ index: PageRef, of pages: PageTable, _ last: inout (folder: String, pages: [PageRef])?
  ) -> Node {
    let route = route(of: index, pages)
    let chain = chain(above: index, pages, &last)
    let type = pages.headers[index].type
    let isPlan = type == .plan
    let planHome = isPlan ? index : chain.first { pages.headers[$0].type == .plan }
    let reportHome = isPlan ? nil : pages.headers[index].isReport ? index : chain.first { pages.headers[$0].isReport }
    let kind: Kind =
      if isPlan {
        .plan
      } else if let reportHome {
        reportHome == index ? .report : .page
      } else if type == .page || pages.headers[index].isUpdate {
        .page
      } else if pages.headers[index].isIndex, pages.headers[index].folder.isEmpty {
        .front
      } else {
        .section
      }
    if isPlan, let outer = chain.first(where: { pages.headers[$0].type == .plan }) {
      diagnostics.append(
        Diagnostic(
          .error, .nestedPlan, "a plan cannot be inside another plan",
          hint: "move the folder out of the other plan, or remove 'type: plan'", at: pages[index].start,
          related: [.init("the outer plan", at: pages[outer].start)]))
    }
    if kind == .section, planHome == nil, !pages[index].hasBrokenFields {
      diagnostics.append(
        Diagnostic(
          .error, .sectionOutsidePlan, "section '\(pages[index].title)' is not in a plan",
          hint: "move it into a plan's folder, add 'type: plan' to the folder's index.md, or add 'type: page' here",
          at: pages[index].start))
    }
    let depth = (reportHome ?? planHome).flatMap { chain.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    return Node(
      kind: kind, route: route, parent: chain.first, planHome: kind == .page || kind == .report ? nil : planHome,
      updateHome: pages.headers[index].isUpdate ? planHome : nil, reportHome: reportHome,
      depth: isPlan || kind == .report ? 0 : depth)
  }

  private mutating func route(of index: PageRef, _ pages: PageTable) -> Route {
    let header = pages.headers[index]
    if header.hasInvalidSlug, let slug = pages[index].fields.slug {
      diagnostics.append(
        Diagnostic(
          .error, .invalidSlug, "'\(slug.value)' cannot be part of an address",
          hint: Slug(slug.value).map { "write '\($0.text)'" },
          at: pages[index].source.location(of: slug.range)))
    }
    let folder = folders.path(ofNext: header.folder)
    if header.isIndex { return Route(page: folder) }
    if header.slug == nil {
      diagnostics.append(
        Diagnostic(
          .error, .invalidSlug, "the file name '\(pages[index].file.name)' has no letter or digit for its address",
          hint: "rename the file, or give the page a 'slug'", at: pages[index].start))
    }
    return Route(page: folder, part: header.slug ?? "_")
  }

  /// The index page of the nearest enclosing folder that has one.
  private func parent(of page: PageHeader) -> PageRef? {
    var folder = page.folder
    if page.isIndex {
      guard !folder.isEmpty else { return nil }
      folder = folder.folderPart
    }
    while true {
      if let index = indexes[folder] { return index }
      guard !folder.isEmpty else { return nil }
      folder = folder.folderPart
    }
  }

  /// Adds every page, in order, to its parent or to the lists of plans and free pages.
  private mutating func adopt(_ pages: PageTable) {
    var folders = FolderOrders(pages: pages, indexes: indexes)
    let keys = pages.headers.mapRows { SortKey(folder: folders.parts(of: $0.folder), own: $0.part) }
    let order = pages.indices.sorted { keys[$0].precedes(keys[$1]) }
    for index in order {
      switch nodes[index].kind {
      case .front: break
      case .plan: planHomes.append(index)
      case .report: reports.append([index])
      case .page where nodes[index].reportHome != nil: adopt(index)
      case .page: if pages.headers[index].isUpdate { updates.append(index) } else { freePages.append(index) }
      case .section: adopt(index)
      }
    }
  }

  private mutating func adopt(_ index: PageRef) {
    guard let parent = nodes[index].parent else { return }
    nodes[index].place = nodes[parent].children.count
    nodes[parent].children.append(index)
  }

  private mutating func number(_ pages: PageTable) {
    for home in planHomes {
      let numbering = pages[home].fields.plan?.numbering ?? .none
      var stack: [(page: PageRef, path: [Int])] = [(home, [])]
      while let (page, path) = stack.popLast() {
        var counter = 0
        for child in nodes[page].children {
          switch pages.headers[child].number {
          case .automatic:
            counter += 1
            nodes[child].number = numbering.number(at: path + [counter])
          case .none: break
          case .text(let text): nodes[child].number = text
          }
          if !nodes[child].children.isEmpty { stack.append((child, path + [counter])) }
        }
      }
    }
  }
}
