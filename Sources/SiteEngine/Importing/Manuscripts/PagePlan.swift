import Files
import Manuscripts
import Markup
import SiteSources

/// The pages that the sections of a manuscript become, and the paths of their files.
struct PagePlan {
  struct Page {
    /// Below `Content/`.
    var path: String
    let title: String
    let depth: Int
    let section: Outline.Section
    /// Whether deeper sections are headings in the page.
    let holdsChildren: Bool
    /// The path of the page that the last import made of this section.
    var earlier: String?
  }

  private(set) var pages: [Page] = []
  private let levels: Int
  /// The pages of the last import that match the sections, in the order of all sections.
  private var matches: [ImportRecord.Page?]
  private var counter = 0

  /// `folder`: the plan's. `first`: the number of the first new page there, nil if its pages have no numbers. `taken`: the
  /// names that other pages there have.
  init(
    _ sections: [Outline.Section], levels: Int, folder: String, first: Int?, taken: Set<String>, record: ImportRecord?
  ) {
    self.levels = levels
    matches = PagePlan.matches(sections, levels: levels, record)
    place(sections, depth: 1, folder: folder, first: first, taken: taken)
  }

  private mutating func place(
    _ sections: [Outline.Section], depth: Int, folder: String, first: Int?, taken: Set<String>
  ) {
    var taken = taken
    // An existing section keeps its name, even if a new section would get the same one.
    for match in matches[counter...].prefix(sections.reduce(0) { $0 + PagePlan.count($1, depth: depth, levels) }) {
      if let match, match.depth == depth { taken.insert(PagePlan.name(match.path).name) }
    }
    var number = first.map { $0 - 1 }
    for section in sections {
      let match = matches[counter]
      counter += 1
      let old = match.map { PagePlan.name($0.path) }
      if let last = number { number = max(last + 1, old?.order ?? 0) }
      let slug = old?.name ?? Author.freeName(PagePlan.slug(section.title), taken)
      taken.insert(slug)
      let name = (number.map { "\($0)-" } ?? "") + slug
      let hasPages = depth < levels && !section.children.isEmpty
      let path = folder.appending(part: hasPages ? "\(name)/index.md" : "\(name).md")
      pages.append(
        Page(
          path: path, title: section.writtenTitle, depth: depth, section: section, holdsChildren: !hasPages,
          earlier: match?.path))
      if hasPages {
        place(section.children, depth: depth + 1, folder: folder.appending(part: name), first: 1, taken: [])
      }
    }
  }

  private static func slug(_ title: String) -> String {
    var slug = Slug(title)?.text ?? "section"
    while slug.utf8.count > 90 { slug.removeLast() }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug
  }

  /// How many pages a section becomes.
  private static func count(_ section: Outline.Section, depth: Int, _ levels: Int) -> Int {
    guard depth < levels else { return 1 }
    return section.children.reduce(1) { $0 + count($1, depth: depth + 1, levels) }
  }

  /// The number and name of the file or folder of a page.
  private static func name(_ path: String) -> OrderedName {
    let bare = path.withoutPathExtension
    return OrderedName(bare.lastPart == "index" ? bare.folderPart.lastPart : bare.lastPart)
  }

  // MARK: The last import

  /// For each page, in order, the page of the last import that has the same section: the one with its title, or, where as
  /// many sections are new as are gone between two that stayed, the one at its place.
  private static func matches(
    _ sections: [Outline.Section], levels: Int, _ record: ImportRecord?
  ) -> [ImportRecord.Page?] {
    var new: [String] = []
    func collect(_ sections: [Outline.Section], _ depth: Int) {
      for section in sections {
        new.append("\(depth) \(section.title)")
        if depth < levels { collect(section.children, depth + 1) }
      }
    }
    collect(sections, 1)
    guard let record else { return Array(repeating: nil, count: new.count) }
    let old = record.pages.filter { $0.depth > 0 }
    let names = old.map { "\($0.depth) \(HeadingNumber($0.title)?.title ?? $0.title)" }
    var result = [ImportRecord.Page?](repeating: nil, count: new.count)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: names) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var (o, n) = (0, 0)
    while o < old.count || n < new.count {
      var (gone, added) = ([Int](), [Int]())
      while removed.contains(o) {
        gone.append(o)
        o += 1
      }
      while inserted.contains(n) {
        added.append(n)
        n += 1
      }
      if gone.count == added.count {
        for (a, b) in zip(gone, added) where names[a].prefix(2) == new[b].prefix(2) { result[b] = old[a] }
      }
      if o < old.count, n < new.count {
        result[n] = old[o]
        o += 1
        n += 1
      }
    }
    return result
  }
}
