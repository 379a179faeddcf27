import Bytes
import DataFormats
import Diagnostics
import Files
import Markdown
import Markup
import SiteSources

/// The target of a link on a page.
package enum ResolvedLink: Sendable {
  /// Another site, an e-mail address or an anchor on the same page; left unchanged.
  case asWritten
  /// A page of `Content/`; the suffix is the `?query` and `#anchor` after the path.
  case page(PageRef, suffix: String)
  /// Any other page or file of this site.
  case route(Route, suffix: String)
  /// A page that the site had when the snapshot of a report or a page was taken, and has no more.
  case gone
}

/// Resolves the links of pages: links to source files become links to their pages.
struct LinkResolver: Sendable {
  private let pages: PageTable
  /// Every page, by its path under `Content/`.
  private let paths: [String: PageRef]
  /// The index page of each folder.
  private let indexes: [String: PageRef]
  /// The folder of the translations into the language of this edition, with `/`; empty in the main language.
  private let translationFolder: String
  private let drafts: Drafts
  /// Attachments, by their path under `Content/`.
  private let attachments: [String: Route]
  /// Every other route of the site that a link may use.
  private let otherRoutes: Set<Route>
  private let nearPages: NearPaths
  private let nearAttachments: NearPaths
  private let anchors: PageAnchors

  init(
    pages: PageTable, paths: [String: PageRef], indexes: [String: PageRef], drafts: Drafts, routes: SiteRoutes,
    _ parsed: ParsedSite
  ) {
    self.pages = pages
    self.paths = parsed.translations.isEmpty ? paths : LinkResolver.adding(parsed.translations, to: paths)
    let folder = parsed.settings.folder(ofEdition: parsed.settings.edition)
    translationFolder = folder.isEmpty ? "" : folder + "/"
    self.indexes = indexes
    self.drafts = drafts
    let attachments = Dictionary(
      routes.attachments.map { ($0.file.path, $0.route) }, uniquingKeysWith: { first, _ in first })
    self.attachments = attachments
    nearPages = NearPaths { Array(paths.keys) }
    nearAttachments = NearPaths { Array(attachments.keys) }
    anchors = PageAnchors(pages)
    otherRoutes = routes.linkedByRoute
  }

  /// Every page by its path. Paths that are canonically equal in Unicode share a key and the first page keeps it; their
  /// equal URLs are reported elsewhere.
  static func paths(of pages: PageTable) -> [String: PageRef] {
    var paths: [String: PageRef] = Dictionary(minimumCapacity: pages.count)
    for page in pages.indices {
      let path = pages[page].file.path
      if let first = paths.updateValue(page, forKey: path) { paths[path] = first }
    }
    return paths
  }

  /// A link to a translation leads to its page, in the edition that contains the link.
  private static func adding(
    _ translations: [String: [String: ParsedPage]], to paths: [String: PageRef]
  ) -> [String: PageRef] {
    var all = paths
    for (path, texts) in translations {
      guard let page = paths[path] else { continue }
      for text in texts.values where all[text.file.path] == nil { all[text.file.path] = page }
    }
    return all
  }

  /// Resolves the links of a page. `links` is nil if any of them is broken, which is reported. `frozen` are the figures
  /// of the snapshot that the page names.
  func resolve(_ ref: PageRef, showing frozen: FrozenFigures?) -> (links: [ResolvedLink]?, found: [Diagnostic]) {
    let page = pages[ref]
    var findings = LinkFindings(page)
    findings.figures = frozen
    let folder = page.linkFolder
    let links = page.document.links
    var resolved: [ResolvedLink] = []
    resolved.reserveCapacity(links.count)
    for index in links.indices {
      findings.index = index
      if links[index].isAutolink {
        resolved.append(.asWritten)
      } else if let link = resolve(links[index].destination, of: ref, in: folder, into: &findings) {
        resolved.append(link)
      }
    }
    return (resolved.count == links.count ? resolved : nil, findings.diagnostics)
  }

  /// Resolves an address of a register, whose paths start at `Content/`. Returns nil if it leads nowhere, which is
  /// reported.
  func resolve(
    _ address: Located<String>, in source: SourceText, into found: inout [Diagnostic]
  ) -> ResolvedLink? {
    var findings = LinkFindings(at: source.location(of: address.range))
    let link = resolve(address.value, of: nil, in: "", into: &findings)
    found += findings.diagnostics
    return link
  }

  /// Resolves an address in the front matter of a page, whose paths start at the page's folder.
  func resolve(_ address: Located<String>, on ref: PageRef, into found: inout [Diagnostic]) -> ResolvedLink? {
    var findings = LinkFindings(at: pages[ref].source.location(of: address.range))
    let link = resolve(address.value, of: ref, in: pages[ref].linkFolder, into: &findings)
    found += findings.diagnostics
    return link
  }

  /// Resolves a destination that is written in `folder`, on `page` unless it is in a register. Returns nil for a broken
  /// link.
  private func resolve(
    _ destination: String, of page: PageRef?, in folder: String, into findings: inout LinkFindings
  ) -> ResolvedLink? {
    if let target = plainTarget(of: destination, in: folder), let ref = paths[target] { return .page(ref, suffix: "") }
    // A destination that is refused is reported where it is read.
    guard URLReference(destination) == .path else { return .asWritten }
    let parts = LinkParts(destination)
    if parts.path.isEmpty, let page {
      guard let fragment = parts.fragment, parts.query == nil else { return .asWritten }
      check(fragment, on: page, into: &findings)
      // Written as `#cafe%CC%81`.
      return fragment == composed(fragment) ? .asWritten : .page(page, suffix: "#" + composed(fragment))
    }
    guard let path = percentDecoded(parts.path), let target = resolve(path, from: folder) else {
      findings.report(.linkOutsideSite, "'\(destination)' leads outside Content/")
      return nil
    }
    if let ref = paths[target] ?? indexes[target] {
      if let fragment = parts.fragment { check(fragment, on: ref, into: &findings) }
      return .page(ref, suffix: parts.suffix(composed))
    }
    if let route = attachments[target] { return .route(route, suffix: parts.suffix) }
    // In a translation below `en/`, a link to a page or file without a translation.
    if !translationFolder.isEmpty, target.hasPrefix(translationFolder) {
      let original = String(target.dropFirst(translationFolder.count))
      if let ref = paths[original] ?? indexes[original] { return .page(ref, suffix: parts.suffix(composed)) }
      if let route = attachments[original] { return .route(route, suffix: parts.suffix) }
    }
    if path.hasPrefix("/"), let route = siteRoute(target) { return .route(route, suffix: parts.suffix) }
    if let page, drafts.contains(target), target.pathExtension == "md" || destination.hasSuffix("/") {
      findings.report(
        .draftReference, "'\(destination)' leads to a draft, which is not published",
        hint: "until it is, the link leads to the page above it", severity: .warning)
      return .page(pageAbove(target) ?? page, suffix: "")
    }
    if let figures = findings.figures, figures.hadPage(Route(page: target)) || figures.hadPage(ofFile: target) {
      return .gone
    }
    reportMissing(target, destination, from: folder, into: &findings)
    return nil
  }

  /// The index page of the nearest folder around a file that has a published one.
  private func pageAbove(_ path: String) -> PageRef? {
    var folder = path.folderPart
    while !folder.isEmpty {
      if let ref = indexes[folder] { return ref }
      folder = folder.folderPart
    }
    return indexes[""]
  }

  /// The path under `Content/` of a plain relative link, such as `y.md` or `../x/y.md`. A fast path, since most links
  /// have this form. Nil for a link of any other form.
  private func plainTarget(of destination: String, in folder: String) -> String? {
    var rest = Substring(destination)
    var folder = Substring(folder)
    while rest.utf8.starts(with: "../".utf8) {
      guard !folder.isEmpty else { return nil }
      rest = Substring(rest.utf8.dropFirst(3))
      folder = folder.utf8.lastIndex(of: UInt8(ascii: "/")).map { folder[..<$0] } ?? ""
    }
    var before = UInt8(ascii: "/")
    for byte in rest.utf8 {
      switch byte {
      case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: ":"): return nil
      case UInt8(ascii: "/"), UInt8(ascii: "."): if before == UInt8(ascii: "/") { return nil }
      default: break
      }
      before = byte
    }
    return folder.isEmpty ? String(rest) : "\(folder)/\(rest)"
  }

  /// The path under `Content/` that a link names; nil if `..` leads outside.
  private func resolve(_ path: String, from folder: String) -> String? {
    var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in path.split(separator: "/") {
      if part == "." { continue }
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// The route of a generated page or file, such as `/indicators/`.
  private func siteRoute(_ target: String) -> Route? {
    let page = Route(page: target)
    if otherRoutes.contains(page) { return page }
    let file = Route(file: target)
    return otherRoutes.contains(file) ? file : nil
  }

  private func check(_ fragment: String, on page: PageRef, into findings: inout LinkFindings) {
    guard !fragment.isEmpty, let wanted = percentDecoded(fragment),
      !findings.anchors.hasAnchor(wanted, page, in: pages)
    else { return }
    let known = anchors[page]
    findings.report(
      .missingAnchor, "that page has no heading '#\(wanted)'",
      hint: known.near.hint(for: wanted)
        ?? (known.sorted.isEmpty ? "the page has no headings" : "its headings are \(sample(known.sorted))"))
  }

  /// An anchor with its accents composed, as those of pages are; as written if they are composed already.
  private func composed(_ fragment: String) -> String {
    guard fragment.utf8.contains(UInt8(ascii: "%")), let decoded = percentDecoded(fragment) else { return fragment }
    let composed = normalized(decoded)
    return composed.utf8.elementsEqual(decoded.utf8) ? fragment : composed
  }

  private func reportMissing(
    _ target: String, _ destination: String, from folder: String, into findings: inout LinkFindings
  ) {
    let isPage = target.pathExtension == "md" || destination.hasSuffix("/")
    if drafts.contains(target) {
      return findings.report(
        isPage ? .missingPage : .missingFile,
        isPage
          ? "'\(destination)' leads to a draft, which is not published"
          : "'\(destination)' leads into the folder of a draft, which is not published",
        hint: "remove 'draft: true' from that page, or build with --drafts")
    }
    if destination.contains("\\") {
      let slashed = String(destination.map { $0 == "\\" ? "/" : $0 })
      return findings.report(
        isPage ? .missingPage : .missingFile, "'\(destination)' leads nowhere: it has '\\' between its parts",
        hint: "write '/' instead: '\(slashed)'")
    }
    if let hint = otherForm(of: target, destination, from: folder) {
      return findings.report(
        isPage ? .missingPage : .missingFile,
        "'\(destination)' leads to \(SourceTree.contentFolder)/\(target), which does not exist", hint: hint)
    }
    let known = isPage ? nearPages : nearAttachments
    let nearest = known.nearest(to: target) ?? known.path(named: target) ?? known.neighbour(of: target)
    findings.report(
      isPage ? .missingPage : .missingFile,
      "'\(destination)' leads to \(SourceTree.contentFolder)/\(target), which does not exist",
      hint: nearest.map { didYouMean(relative($0, to: folder)) }
        ?? "create that file, or correct the link")
  }

  /// The correction of an address of the web without `https://`, of a page by its name or its address on the site, and
  /// of a path that begins with `Content/`.
  private func otherForm(of target: String, _ destination: String, from folder: String) -> Message? {
    if destination.hasPrefix("www.") { return "write 'https://\(destination)'" }
    let prefix = "\(SourceTree.contentFolder)/"
    if target.hasPrefix(prefix) || destination.hasPrefix("/\(prefix)") {
      let inside = String(target.hasPrefix(prefix) ? target.dropFirst(prefix.count) : target[...])
      if paths[inside] != nil || attachments[inside] != nil { return "write '\(relative(inside, to: folder))'" }
    }
    var bare = target
    if bare.hasSuffix(".html") || bare.hasSuffix(".htm") { bare = bare.withoutPathExtension }
    if bare.lastPart == "index" { bare = bare.folderPart }
    guard bare.pathExtension.isEmpty else { return nil }
    if paths["\(bare).md"] != nil { return "write '\(relative("\(bare).md", to: folder))'" }
    // A page by its name without its number, or by its address.
    let name = bare.lastPart
    let beside = paths.keys.filter {
      let file = $0.lastPart.withoutPathExtension
      return $0.folderPart == bare.folderPart
        && String(file.drop { $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }) == name
    }
    return beside.count == 1 ? "write '\(relative(beside[0], to: folder))'" : nil
  }

  /// The relative path of a file from `folder`.
  private func relative(_ path: String, to folder: String) -> String {
    let target = path.split(separator: "/")
    let start = folder.split(separator: "/")
    var common = 0
    while common < start.count, common < target.count - 1, start[common] == target[common] { common += 1 }
    return (Array(repeating: "..", count: start.count - common) + target[common...]).joined(separator: "/")
  }

  private func sample(_ names: [String]) -> String {
    names.prefix(6).map { "#\($0)" }.joined(separator: ", ") + (names.count > 6 ? " …" : "")
  }
}

/// The diagnostics for the links of one page, or for one address of a register. A page's text is parsed again at the
/// first diagnostic.
private struct LinkFindings {
  private let page: ParsedPage?
  /// Where the address of a register is.
  private var location: SourceLocation?
  private var locations: MarkdownLinkLocations?
  private var found = FindingList()
  /// The figures of the snapshot that the page names.
  var figures: FrozenFigures?
  var anchors = AnchorSearch()
  /// The index of the current link.
  var index = 0

  init(_ page: ParsedPage) {
    self.page = page
  }

  init(at location: SourceLocation) {
    page = nil
    self.location = location
  }

  var diagnostics: [Diagnostic] { found.diagnostics }

  mutating func report(
    _ code: DiagnosticCode, _ message: Message, hint: Message? = nil, severity: Diagnostic.Severity = .error
  ) {
    if location == nil, locations == nil { locations = page?.document.linkLocations() }
    guard let target = location ?? locations.map({ $0[index] }) else { return }
    found.append(Diagnostic(severity, code, message, hint: hint, at: target))
  }
}

/// The parts of a link's destination without a scheme, RFC 3986 §3.
private struct LinkParts {
  let path: String
  let query: String?
  let fragment: String?

  init(_ destination: String) {
    let fragments = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let queries = (fragments.first ?? "").split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let head = queries.first ?? ""
    path = String(head)
    query = queries.count > 1 ? String(queries[1]) : nil
    fragment = fragments.count > 1 ? String(fragments[1]) : nil
  }

  /// The query and fragment, as written.
  var suffix: String { suffix { $0 } }

  /// The query as written, and the fragment changed by a function.
  func suffix(_ change: (String) -> String) -> String {
    (query.map { "?\($0)" } ?? "") + (fragment.map { "#\(change($0))" } ?? "")
  }
}
