import DataFormats
import Diagnostics
import Files
import SiteModel
import SiteSources

/// Finds content that builds but is probably a mistake: unused, empty or duplicate.
struct LooseEnds {
  private let site: ResolvedSite
  private let parsed: ParsedSite
  private let tree: SourceTree

  init(site: ResolvedSite, parsed: ParsedSite, tree: SourceTree) {
    self.site = site
    self.parsed = parsed
    self.tree = tree
  }

  func diagnostics() throws -> [Diagnostic] {
    try duplicateTitles() + emptyPages() + fileNumbers() + unusedTerms() + unusedImages()
  }
}

// MARK: - Pages

extension LooseEnds {
  private func duplicateTitles() -> [Diagnostic] {
    struct Name: Hashable {
      let parent: PageRef?
      let title: String
    }
    var first: [Name: PageRef] = [:]
    return site.pages.indices.compactMap { ref in
      let name = Name(parent: site.pages[ref].parent, title: site.pages[ref].title)
      guard let other = first[name] else {
        first[name] = ref
        return nil
      }
      return Diagnostic(
        .warning, .duplicateTitle, "two pages in the same folder have the title '\(name.title)'",
        hint: "give one of them a different title", at: site.pages[ref].parsed.start,
        related: [.init("the other one", at: site.pages[other].parsed.start)])
    }
  }

  private func emptyPages() -> [Diagnostic] {
    site.pages.compactMap { page in
      guard page.kind == .section || page.kind == .page, page.parsed.document.isEmpty, page.children.isEmpty,
        page.ownIndicators.isEmpty, page.summary == nil, page.parsed.fields.actions.isEmpty
      else { return nil }
      return Diagnostic(
        .warning, .emptyPage, "page '\(page.title)' is empty",
        hint: "add some text, or set 'draft: true' until it has some", at: page.parsed.start)
    }
  }

  /// Missing and duplicate numbers in the file names of each folder.
  private func fileNumbers() -> [Diagnostic] {
    var folders: [String: [NumberedEntry]] = [:]
    var seen: Set<String> = []
    var impossible: [Diagnostic] = []
    for page in site.pages.lazy.map(\.parsed) {
      var path = page.isIndex ? page.file.folder : page.file.path
      while !path.isEmpty, seen.insert(path).inserted {
        let name = OrderedName(path == page.file.path ? path.lastPart.withoutPathExtension : path.lastPart)
        if let date = name.impossibleDate {
          impossible.append(
            Diagnostic(
              .warning, .fileNumbers, "'\(path.lastPart)' begins with '\(date)', which is not a day",
              hint: "rename it: the day at the start of a name is year, month and day, such as 2024-03-31",
              at: page.start))
        }
        let isSelf = path == page.file.path || path == page.file.folder && page.isIndex
        let entry = NumberedEntry(
          number: isSelf && page.fields.order != nil ? nil : name.order, shown: path.lastPart, name: name.name,
          page: page)
        folders[path.folderPart, default: []].append(entry)
        path = path.folderPart
      }
    }
    return impossible + folders.sorted { $0.key < $1.key }.flatMap { gaps($0.value) }
  }

  private struct NumberedEntry {
    /// Nil if the name has no number, or the page is ordered by `order` instead.
    let number: Int?
    let shown: String
    let name: String
    let page: ParsedPage
  }

  private func gaps(_ entries: [NumberedEntry]) -> [Diagnostic] {
    // A number of 1000 or more is a year or a date, and a year may have no page.
    let numbered = entries.compactMap { entry in entry.number.flatMap { $0 < 1000 ? (number: $0, entry: entry) : nil } }
      .sorted { ($0.number, $0.entry.shown) < ($1.number, $1.entry.shown) }
    // 10, 20, 30 leave room for insertions and have no gap.
    let step = max(1, numbered.reduce(0) { greatestCommonDivisor($0, $1.number) })
    return zip(numbered, numbered.dropFirst()).compactMap { earlier, later in
      if later.number == earlier.number {
        guard later.entry.name != earlier.entry.name else { return nil }
        return Diagnostic(
          .warning, .fileNumbers, "'\(earlier.entry.shown)' and '\(later.entry.shown)' begin with the same number",
          hint: "give one of them another number; until then they are sorted by name", at: later.entry.page.start)
      }
      guard later.number - earlier.number > step else { return nil }
      return Diagnostic(
        .warning, .fileNumbers,
        "number \(earlier.number + step) is missing between '\(earlier.entry.shown)' and '\(later.entry.shown)'",
        hint: "if no file is missing, renumber the files that follow", at: later.entry.page.start)
    }
  }

  private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

// MARK: - Unused terms and images

extension LooseEnds {
  private func unusedTerms() -> [Diagnostic] {
    var used: Set<TermRef> = []
    for page in site.pages {
      for case .term(let term, _) in page.directives { used.insert(term) }
    }
    // A `TermRef` numbers the entries of all registers in order.
    let entries = parsed.glossary.flatMap { register in register.entries.map { ($0, register.source) } }
    return entries.enumerated().compactMap { index, item in
      guard !used.contains(TermRef(index)) else { return nil }
      let (entry, source) = item
      return Diagnostic(
        .warning, .unusedTerm, "no page uses term '\(entry.term.value)'",
        hint: "write :term[\(entry.term.value)] where a text first uses it, or remove it from the glossary",
        at: source.location(of: entry.term.range))
    }
  }

  private func unusedImages() throws -> [Diagnostic] {
    var used: Set<Route> = Set([site.logo].compactMap(\.self))
    for page in site.pages {
      for case .route(let route, _) in page.links { used.insert(route) }
    }
    for case .route(let route, _) in site.writtenLinks.values { used.insert(route) }
    used.formUnion(([nil] + site.plans.indices.map(Optional.some)).compactMap(site.shareImage))
    let images = site.routes.attachments.filter {
      LooseEnds.imageEndings.contains($0.file.path.pathExtension) && !used.contains($0.route)
    }
    guard !images.isEmpty else { return [] }
    var search = PhraseSearch(images.map(\.file.name))
    var areMentioned = images.map { _ in false }
    for text in try textsOfMarkup() { areMentioned = search.isContained(in: text) }
    return zip(images.map(\.file), areMentioned).compactMap { file, isMentioned in
      guard !isMentioned else { return nil }
      return Diagnostic(
        .warning, .unusedImage, "no page shows image '\(file.path)'",
        hint: "show it with ![description](\(LooseEnds.address(of: file))), or delete it",
        at: SourceLocation(file: file.contentPath))
    }
  }

  /// A file's address in a text, which works on any page.
  private static func address(of file: SourceFile) -> String {
    let path = file.folder.isEmpty ? file.name : "/\(file.path)"
    return path.contains(" ") ? "<\(path)>" : path
  }

  /// Sources that may name an image outside Markdown: the site's own templates and style sheets, and raw HTML in pages.
  private func textsOfMarkup() throws -> [String] {
    let templates = try tree.templates.compactMap { file in
      try FileSystem.contents(of: tree.folders.path(of: "\(SourceTree.templatesFolder)/\(file.path)"))
    }
    let pages = parsed.settings.allowsRawHTML ? site.pages.map(\.parsed.source.bytes) : []
    return (templates + pages).map { String(decoding: $0, as: UTF8.self) }
  }

  private static let imageEndings: Set<String> = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"]
}
