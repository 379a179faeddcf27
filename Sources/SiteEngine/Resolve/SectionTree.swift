import Diagnostics
import Markup

/// The pages of a site as a forest: plans with their sections, and the pages beside them.
struct SectionTree {
  enum Kind: Sendable {
    /// The site's front page, where the site is not itself one plan.
    case front
    case plan
    case section
    /// A page beside the plans.
    case page
  }

  struct Node {
    let kind: Kind
    let route: Route
    /// The page above, by its index among the pages.
    let parent: Int?
    /// The plan's home page; nil outside plans.
    let plan: Int?
    /// In reading order.
    var children: [Int] = []
    /// Among the plan's sections: nil where the section has none.
    var number: String?
    /// 0 for a plan's home page, 1 for its chapters.
    let depth: Int
  }

  private(set) var nodes: [Node]
  /// The plans' home pages, in their order.
  private(set) var plans: [Int] = []
  /// Pages beside the plans, in their order.
  private(set) var freePages: [Int] = []
  /// Parallel to `plans`: the sections of each in reading order, its home page first.
  private(set) var readingOrders: [[Int]] = []
  /// The index page of each folder of `Content/`.
  private(set) var indexes: [String: Int] = [:]
  private(set) var folders = FolderNames()
  private(set) var diagnostics: [Diagnostic] = []

  private func readingOrder(of plan: Int) -> [Int] {
    var order: [Int] = []
    var stack = [plan]
    while let index = stack.popLast() {
      order.append(index)
      stack += nodes[index].children.reversed()
    }
    return order
  }
}

// MARK: - Building

extension SectionTree {
  /// `facts` are parallel to `pages`.
  init(_ pages: [ParsedPage], _ facts: [PageFacts]) {
    nodes = []
    for index in pages.indices where facts[index].isIndex {
      if let other = indexes.updateValue(index, forKey: facts[index].folder) {
        let page = pages[index]
        diagnostics.append(
          Diagnostic(
            .error, .duplicateURL,
            "'\(page.file.name)' and '\(pages[other].file.name)' are both the page of their folder",
            hint: "keep one of them", at: page.start, related: [.init("the other one", at: pages[other].start)]))
      }
    }
    folders = FolderNames(pages, facts, indexes: indexes)
    nodes.reserveCapacity(pages.count)
    var chain: (folder: String, pages: [Int])?
    for index in pages.indices { nodes.append(node(index, of: pages, facts, &chain)) }
    adopt(pages, facts)
    number(pages, facts)
    readingOrders = plans.map(readingOrder)
  }

  /// `last` is the chain above the pages of the folder asked for last: those of one folder come one after the other.
  private func chain(above page: Int, _ facts: [PageFacts], _ last: inout (folder: String, pages: [Int])?) -> [Int] {
    let isIndex = facts[page].isIndex
    if !isIndex, let last, last.folder == facts[page].folder { return last.pages }
    var chain: [Int] = []
    var parent = self.parent(of: facts[page])
    while let above = parent {
      chain.append(above)
      parent = self.parent(of: facts[above])
    }
    if !isIndex { last = (facts[page].folder, chain) }
    return chain
  }

  private mutating func node(
    _ index: Int, of pages: [ParsedPage], _ facts: [PageFacts], _ last: inout (folder: String, pages: [Int])?
  ) -> Node {
    let route = route(of: index, pages, facts)
    let chain = chain(above: index, facts, &last)
    let type = facts[index].type
    let isPlan = type == .plan
    let plan = isPlan ? index : chain.first { facts[$0].type == .plan }
    let kind: Kind =
      if isPlan {
        .plan
      } else if type == .page {
        .page
      } else if facts[index].isIndex, facts[index].folder.isEmpty {
        .front
      } else {
        .section
      }
    if isPlan, let outer = chain.first(where: { facts[$0].type == .plan }) {
      diagnostics.append(
        Diagnostic(
          .error, .nestedPlan, "a plan cannot lie inside another plan",
          hint: "move the folder beside the other plan's, or leave out 'type: plan'", at: pages[index].start,
          related: [.init("the plan around it", at: pages[outer].start)]))
    }
    if kind == .section, plan == nil, !pages[index].hasBrokenFields {
      diagnostics.append(
        Diagnostic(
          .error, .sectionOutsidePlan, "the section '\(pages[index].title)' is in no plan",
          hint: "move it into a plan's folder, say 'type: plan' in the folder's index.md, or say 'type: page' here",
          at: pages[index].start))
    }
    let depth = plan.flatMap { chain.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    return Node(
      kind: kind, route: route, parent: chain.first, plan: kind == .page ? nil : plan, depth: isPlan ? 0 : depth)
  }

  private mutating func route(of index: Int, _ pages: [ParsedPage], _ facts: [PageFacts]) -> Route {
    let fact = facts[index]
    if fact.hasInvalidSlug, let slug = pages[index].fields.slug {
      diagnostics.append(
        Diagnostic(
          .error, .invalidSlug, "'\(slug.value)' cannot be a part of a URL",
          hint: Slug(slug.value).map { "write '\($0.text)'" },
          at: pages[index].source.location(of: slug.range)))
    }
    let folder = folders.path(ofNext: fact.folder)
    if fact.isIndex { return Route(page: folder) }
    if fact.slug == nil {
      diagnostics.append(
        Diagnostic(
          .error, .invalidSlug, "the name '\(pages[index].file.name)' has no letter or digit for a URL",
          hint: "rename the file, or give the page a 'slug'", at: pages[index].start))
    }
    return Route(page: folder, part: fact.slug ?? "_")
  }

  /// The page that stands for the nearest folder around a page.
  private func parent(of page: PageFacts) -> Int? {
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

  /// Gives every page to the one above it, in order.
  private mutating func adopt(_ pages: [ParsedPage], _ facts: [PageFacts]) {
    var folders = FolderOrders(pages: pages, indexes: indexes)
    let keys = facts.map { SortKey(folder: folders.parts(of: $0.folder), own: $0.part) }
    let order = pages.indices.sorted { keys[$0].precedes(keys[$1]) }
    for index in order {
      switch nodes[index].kind {
      case .front: break
      case .plan: plans.append(index)
      case .page: freePages.append(index)
      case .section:
        if let parent = nodes[index].parent { nodes[parent].children.append(index) }
      }
    }
  }

  private mutating func number(_ pages: [ParsedPage], _ facts: [PageFacts]) {
    for plan in plans {
      let numbering = pages[plan].fields.plan?.numbering ?? .none
      var stack: [(page: Int, path: [Int])] = [(plan, [])]
      while let (page, path) = stack.popLast() {
        var counter = 0
        for child in nodes[page].children {
          switch facts[child].number {
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

extension ParsedPage {
  /// The page's own title, the first-level heading that its text begins with, or what its file is called.
  var title: String {
    if let title = fields.title?.value, !title.isEmpty { return title }
    if let title = document.leadingTitle, !title.isEmpty { return title }
    let name = isIndex && !file.folder.isEmpty ? file.folder.lastPart : file.name.withoutPathExtension
    return OrderedName(name).name
  }

  /// Where findings about the page as a whole point: its title, or its first line.
  var start: SourceLocation {
    if let title = fields.title { return source.location(of: title.range) }
    return source.location(line: 1)
  }
}

// MARK: - Names with an order

/// `2-incubation` is `incubation`, second.
struct OrderedName {
  let order: Int?
  let name: String

  init(_ text: String) {
    let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let rest = text.utf8.dropFirst(digits.count)
    guard (1...6).contains(digits.count), let mark = rest.first, rest.count > 1,
      [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: " ")].contains(mark)
    else {
      order = nil
      name = text
      return
    }
    order = Int(String(decoding: digits, as: UTF8.self))
    name = String(decoding: rest.dropFirst(), as: UTF8.self)
  }
}

/// One part of a path, in the order of pages: by `order`, else by the number in the name, then by name.
struct OrderedPart: Sendable {
  let order: Int
  let name: String

  init(_ name: OrderedName, order: Int?) {
    self.order = order ?? name.order ?? .max
    self.name = name.name
  }

  /// Nil where the two are one.
  func precedes(_ other: OrderedPart) -> Bool? {
    if order != other.order { return order < other.order }
    return name == other.name ? nil : name.precedes(other.name)
  }
}

/// The parts of the folders' paths, worked out once for all pages of a folder.
private struct FolderOrders {
  let pages: [ParsedPage]
  let indexes: [String: Int]
  private var last: (folder: String, parts: [OrderedPart])?

  init(pages: [ParsedPage], indexes: [String: Int]) {
    self.pages = pages
    self.indexes = indexes
  }

  mutating func parts(of folder: String) -> [OrderedPart] {
    if let last, last.folder == folder { return last.parts }
    var path = ""
    let parts = folder.split(separator: "/").map { component in
      path = path.appending(part: String(component))
      return OrderedPart(OrderedName(String(component)), order: indexes[path].flatMap { pages[$0].fields.order })
    }
    last = (folder, parts)
    return parts
  }
}

/// Where a page stands among all others: its folders' parts, then its own. A folder's own page comes before what is in
/// the folder.
private struct SortKey {
  let folder: [OrderedPart]
  let own: OrderedPart?

  private var count: Int { folder.count + (own == nil ? 0 : 1) }

  private func part(_ place: Int) -> OrderedPart? { place < folder.count ? folder[place] : own }

  func precedes(_ other: SortKey) -> Bool {
    var place = 0
    while place < count, place < other.count {
      if let left = part(place), let right = other.part(place), let isFirst = left.precedes(right) { return isFirst }
      place += 1
    }
    return count < other.count
  }
}

// MARK: - Folders in URLs

/// What each folder of `Content/` is called in a URL: its name without the order, or its page's `slug`.
struct FolderNames {
  private var paths: [String: String] = ["": ""]
  /// The folder that was asked for last: the pages of one folder come one after the other.
  private var last = (folder: "", path: "")

  init() {}

  /// `facts` are parallel to `pages`.
  init(_ pages: [ParsedPage], _ facts: [PageFacts], indexes: [String: Int]) {
    var folders: [String] = []
    for fact in facts where folders.last != fact.folder { folders.append(fact.folder) }
    for folder in folders.sorted(by: { $0.utf8.count < $1.utf8.count }) { add(folder, pages: pages, indexes: indexes) }
  }

  private mutating func add(_ folder: String, pages: [ParsedPage], indexes: [String: Int]) {
    guard paths[folder] == nil else { return }
    let outer = folder.folderPart
    add(outer, pages: pages, indexes: indexes)
    let given = indexes[folder].flatMap { pages[$0].fields.slug?.value }
    let name = given ?? OrderedName(folder.lastPart).name
    paths[folder] = (paths[outer] ?? "").appending(part: Slug(name)?.text ?? "_")
  }

  /// `plan/platforms` for the folder `plan/1-platforms`.
  func path(ofFolder folder: String) -> String {
    if let path = paths[folder] { return path }
    guard !folder.isEmpty else { return "" }
    return path(ofFolder: folder.folderPart).appending(part: Slug(OrderedName(folder.lastPart).name)?.text ?? "_")
  }

  /// The same, quick where it is the folder that was asked for last.
  mutating func path(ofNext folder: String) -> String {
    if last.folder != folder { last = (folder, path(ofFolder: folder)) }
    return last.path
  }
}
