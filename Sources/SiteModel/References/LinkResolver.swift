import Diagnostics
import Files
import Markdown
import Markup
import SiteSources

/// What a link of a page leads to.
package enum ResolvedLink: Sendable {
  /// Another site, an e-mail address, a place on the same page.
  case asWritten
  /// A page of `Content/`, with what follows the path: `?query`, `#anchor`.
  case page(PageRef, suffix: String)
  /// Any other page or file of this site.
  case route(Route, suffix: String)
}

/// Finds what the links of the pages lead to: source files become the URLs of their pages.
struct LinkResolver: Sendable {
  private let pages: PageTable
  /// Every page by its path under `Content/`.
  private let paths: [String: PageRef]
  /// The index page of each folder.
  private let indexes: [String: PageRef]
  /// Paths of the pages that are left out as drafts.
  private let drafts: Set<String>
  /// Attachments by their path under `Content/`.
  private let attachments: [String: Route]
  /// Every other address of the site.
  private let otherRoutes: Set<Route>

  init(
    pages: PageTable, paths: [String: PageRef], indexes: [String: PageRef], drafts: Set<String>, routes: SiteRoutes
  ) {
    self.pages = pages
    self.paths = paths
    self.indexes = indexes
    self.drafts = drafts
    attachments = Dictionary(
      routes.attachments.map { ($0.file.path, $0.route) }, uniquingKeysWith: { first, _ in first })
    otherRoutes = routes.linkedByRoute
  }

  /// Two paths that are canonically equal in Unicode are one key; that their URL is one is a finding of its own.
  static func paths(of pages: PageTable) -> [String: PageRef] {
    var paths: [String: PageRef] = Dictionary(minimumCapacity: pages.count)
    for page in pages.indices {
      let path = pages[page].file.path
      if let first = paths.updateValue(page, forKey: path) { paths[path] = first }
    }
    return paths
  }

  /// The links of a page. Nil where one of them leads nowhere, which is a finding.
  func resolve(_ ref: PageRef) -> (links: [ResolvedLink]?, found: [Diagnostic]) {
    let page = pages[ref]
    var findings = LinkFindings(page)
    let links = page.document.links
    var resolved: [ResolvedLink] = []
    resolved.reserveCapacity(links.count)
    for number in links.indices {
      findings.number = number
      if let link = resolve(links[number], of: ref, in: page.file, into: &findings) { resolved.append(link) }
    }
    return (resolved.count == links.count ? resolved : nil, findings.diagnostics)
  }

  /// Nil for a link that leads nowhere.
  private func resolve(
    _ link: MarkdownLink, of page: PageRef, in file: SourceFile, into findings: inout LinkFindings
  ) -> ResolvedLink? {
    if link.isAutolink { return .asWritten }
    if let target = plainTarget(of: link.destination, in: file.folder), let index = paths[target] {
      return .page(index, suffix: "")
    }
    let parts = LinkParts(link.destination)
    if parts.isExternal { return .asWritten }
    if parts.path.isEmpty {
      if let fragment = parts.fragment, parts.query == nil { check(fragment, on: page, into: &findings) }
      return .asWritten
    }
    guard let path = percentDecoded(parts.path), let target = resolve(path, from: file.folder) else {
      findings.report(.linkOutsideSite, "'\(link.destination)' leads outside Content/")
      return nil
    }
    if let index = paths[target] ?? indexes[target] {
      if let fragment = parts.fragment { check(fragment, on: index, into: &findings) }
      return .page(index, suffix: parts.suffix)
    }
    if let route = attachments[target] { return .route(route, suffix: parts.suffix) }
    if path.hasPrefix("/"), let route = siteRoute(target) { return .route(route, suffix: parts.suffix) }
    reportMissing(target, link: link, from: file, into: &findings)
    return nil
  }

  /// The path under `Content/` where a link is nothing but the way to a file in the same folder, in one below it or
  /// beside it (`../x/y.md`): most links are. Nil for any other, whatever it is.
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

  /// The path under `Content/` that a link names; nil where `..` leaves it.
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

  /// `/indicators/` and other pages that planpress makes.
  private func siteRoute(_ target: String) -> Route? {
    let page = Route(page: target)
    if otherRoutes.contains(page) { return page }
    let file = Route(file: target)
    return otherRoutes.contains(file) ? file : nil
  }

  private func check(_ fragment: String, on page: PageRef, into findings: inout LinkFindings) {
    guard !fragment.isEmpty, let wanted = percentDecoded(fragment),
      !pages[page].document.headings.contains(where: { $0.anchor == wanted })
    else { return }
    let known = Set(pages[page].document.headings.map(\.anchor)).sorted()
    findings.report(
      .missingAnchor, "that page has no heading '#\(wanted)'",
      hint: didYouMean(wanted, among: known)
        ?? (known.isEmpty ? "the page has no headings" : "its headings are \(sample(known))"))
  }

  private func reportMissing(
    _ target: String, link: MarkdownLink, from file: SourceFile, into findings: inout LinkFindings
  ) {
    if drafts.contains(target) {
      return findings.report(
        .missingPage, "'\(link.destination)' leads to a draft, which is not published",
        hint: "remove 'draft: true' from that page, or build with --drafts")
    }
    let isPage = target.pathExtension == "md" || link.destination.hasSuffix("/")
    let known = isPage ? Array(paths.keys) : Array(attachments.keys)
    let name = target.lastPart
    let nearest =
      nearestMatch(to: target, in: known.sorted())
      ?? known.sorted().first { $0.lastPart == name }
      ?? nearestMatch(to: name, in: known.filter { $0.folderPart == target.folderPart }.map(\.lastPart).sorted())
      .map { target.folderPart.appending(part: $0) }
    findings.report(
      isPage ? .missingPage : .missingFile,
      "'\(link.destination)' leads to \(SourceTree.contentFolder)/\(target), which does not exist",
      hint: nearest.map { "did you mean '\(relative($0, to: file.folder))'?" })
  }

  /// How a page in `folder` writes a link to a file.
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

/// What is wrong with the links of one page. Where they stand is worked out for all of them at the first finding.
private struct LinkFindings {
  private let page: ParsedPage
  private var locations: [SourceLocation]?
  private(set) var diagnostics: [Diagnostic] = []
  /// Of the link at hand.
  var number = 0

  init(_ page: ParsedPage) {
    self.page = page
  }

  mutating func report(_ code: DiagnosticCode, _ message: String, hint: String? = nil) {
    let locations = locations ?? page.document.linkLocations()
    self.locations = locations
    diagnostics.append(Diagnostic(.error, code, message, hint: hint, at: locations[number]))
  }
}

/// The parts of a link's destination, RFC 3986 §3.
private struct LinkParts {
  let isExternal: Bool
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
    isExternal = destination.hasPrefix("//") || LinkParts.hasScheme(head)
  }

  /// What follows the path, as written.
  var suffix: String {
    (query.map { "?\($0)" } ?? "") + (fragment.map { "#\($0)" } ?? "")
  }

  /// RFC 3986 §3.1: a letter, then letters, digits, `+`, `-`, `.`, and a colon.
  private static func hasScheme(_ text: Substring) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let first = text.utf8.first, isLetter(first) else {
      return false
    }
    return text.utf8[..<colon].allSatisfy {
      isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "+")
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
