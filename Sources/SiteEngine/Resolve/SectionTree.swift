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
  /// The index page of each folder of `Content/`.
  private(set) var indexes: [String: Int] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// The sections of a plan in reading order, its home page first.
  func readingOrder(of plan: Int) -> [Int] {
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
  init(_ pages: [ParsedPage]) {
    nodes = []
    for (index, page) in pages.enumerated() where page.isIndex {
      if let other = indexes.updateValue(index, forKey: page.file.folder) {
        diagnostics.append(
          Diagnostic(
            .error, .duplicateURL, "'\(page.file.name)' and '\(pages[other].file.name)' are both the page of their folder",
            hint: "keep one of them", at: page.start, related: [.init("the other one", at: pages[other].start)]))
      }
    }
    let folders = FolderNames(pages: pages, indexes: indexes)
    for index in pages.indices {
      nodes.append(node(index, of: pages, folders: folders))
    }
    adopt(pages)
    number(pages)
  }

  private mutating func node(_ index: Int, of pages: [ParsedPage], folders: FolderNames) -> Node {
    let page = pages[index]
    let route = Route(page: folders.path(of: page, into: &diagnostics))
    var chain: [Int] = []
    var parent = self.parent(of: page)
    while let above = parent {
      chain.append(above)
      parent = self.parent(of: pages[above])
    }
    let isPlan = page.fields.type?.value == .plan
    let plan = isPlan ? index : chain.first { pages[$0].fields.type?.value == .plan }
    let kind: Kind =
      if isPlan {
        .plan
      } else if page.fields.type?.value == .page {
        .page
      } else if page.isIndex, page.file.folder.isEmpty {
        .front
      } else {
        .section
      }
    if isPlan, let outer = chain.first(where: { pages[$0].fields.type?.value == .plan }) {
      diagnostics.append(
        Diagnostic(
          .error, .nestedPlan, "a plan cannot lie inside another plan",
          hint: "move the folder beside the other plan's, or leave out 'type: plan'", at: page.start,
          related: [.init("the plan around it", at: pages[outer].start)]))
    }
    if kind == .section, plan == nil, !page.hasBrokenFields {
      diagnostics.append(
        Diagnostic(
          .error, .sectionOutsidePlan, "the section '\(page.title)' is in no plan",
          hint: "move it into a plan's folder, say 'type: plan' in the folder's index.md, or say 'type: page' here",
          at: page.start))
    }
    let depth = plan.flatMap { chain.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    return Node(
      kind: kind, route: route, parent: chain.first, plan: kind == .page ? nil : plan, depth: isPlan ? 0 : depth)
  }

  /// The page that stands for the nearest folder around a page.
  private func parent(of page: ParsedPage) -> Int? {
    var folder = page.file.folder
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
  private mutating func adopt(_ pages: [ParsedPage]) {
    let keys = pages.map { SortKey($0, pages: pages, indexes: indexes) }
    let order = pages.indices.sorted { keys[$0] < keys[$1] }
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

  private mutating func number(_ pages: [ParsedPage]) {
    for plan in plans {
      let numbering = pages[plan].fields.plan?.numbering ?? .none
      var stack: [(page: Int, path: [Int])] = [(plan, [])]
      while let (page, path) = stack.popLast() {
        var counter = 0
        for child in nodes[page].children {
          switch pages[child].fields.number {
          case .automatic:
            counter += 1
            nodes[child].number = numbering.number(at: path + [counter])
            stack.append((child, path + [counter]))
          case .none: stack.append((child, path + [counter]))
          case .text(let text):
            nodes[child].number = text
            stack.append((child, path + [counter]))
          }
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

/// Orders pages under one parent: by `order`, else by the number in their names, then by name.
private struct SortKey: Comparable {
  private let parts: [(order: Int, name: String)]

  init(_ page: ParsedPage, pages: [ParsedPage], indexes: [String: Int]) {
    var parts: [(order: Int, name: String)] = []
    var folder = ""
    for component in page.file.folder.split(separator: "/") {
      folder = folder.appending(part: String(component))
      let name = OrderedName(String(component))
      let order = indexes[folder].flatMap { pages[$0].fields.order } ?? name.order ?? Int.max
      parts.append((order, name.name))
    }
    if !page.isIndex {
      let name = OrderedName(page.file.name.withoutPathExtension)
      parts.append((page.fields.order ?? name.order ?? Int.max, name.name))
    }
    self.parts = parts
  }

  static func < (a: SortKey, b: SortKey) -> Bool {
    for (left, right) in zip(a.parts, b.parts) {
      if left.order != right.order { return left.order < right.order }
      if left.name != right.name { return left.name.precedes(right.name) }
    }
    return a.parts.count < b.parts.count
  }

  static func == (a: SortKey, b: SortKey) -> Bool {
    !(a < b) && !(b < a)
  }
}

// MARK: - Folders in URLs

/// What each folder of `Content/` is called in a URL: its name without the order, or its page's `slug`.
struct FolderNames {
  private var paths: [String: String] = ["": ""]

  init(pages: [ParsedPage], indexes: [String: Int]) {
    for folder in Set(pages.map(\.file.folder)).sorted(by: { $0.utf8.count < $1.utf8.count }) {
      add(folder, pages: pages, indexes: indexes)
    }
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

  func path(of page: ParsedPage, into diagnostics: inout [Diagnostic]) -> String {
    if let slug = page.fields.slug, Slug(slug.value)?.text != slug.value {
      diagnostics.append(
        Diagnostic(
          .error, .invalidSlug, "'\(slug.value)' cannot be a part of a URL", hint: Slug(slug.value).map { "write '\($0.text)'" },
          at: page.source.location(of: slug.range)))
    }
    let folder = path(ofFolder: page.file.folder)
    if page.isIndex { return folder }
    let name = page.fields.slug?.value ?? OrderedName(page.file.name.withoutPathExtension).name
    guard let slug = Slug(name) else {
      diagnostics.append(
        Diagnostic(
          .error, .invalidSlug, "the name '\(page.file.name)' has no letter or digit for a URL",
          hint: "rename the file, or give the page a 'slug'", at: page.start))
      return folder.appending(part: "_")
    }
    return folder.appending(part: slug.text)
  }
}
