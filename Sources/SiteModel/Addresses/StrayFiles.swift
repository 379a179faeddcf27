import Diagnostics
import Files
import SiteSources

/// Finds files in `Content/` that were meant to be read, or were put there by mistake: documents and workbooks of an office,
/// pages that an editor saved as `.md.txt`, copies of editors, CSV files that belong to no indicator. A link makes each an
/// attachment like any other; without one, only CSV files are published.
struct StrayFiles {
  let routes: SiteRoutes
  let pages: Table<PageTag, ResolvedPage>
  /// Links in registers and settings.
  let others: [ResolvedLink?]
  let allowsRawHTML: Bool

  private enum Kind {
    case document, workbook, table, leftover
    /// With the right name.
    case misnamed(String)

    init?(_ file: SourceFile) {
      let name = file.name
      let ending = name.pathExtension
      if OfficeFile.documents.contains(ending) {
        self = .document
      } else if OfficeFile.workbooks.contains(ending) {
        self = .workbook
      } else if ending == "csv" {
        self = .table
      } else if ending == "txt" {
        let bare = name.withoutPathExtension
        if StrayFiles.readEndings.contains(bare.pathExtension) {
          self = .misnamed(bare)
        } else if !name.allSatisfy(\.isASCII) || name.first?.isNumber == true {
          // A page by its name; other programs expect files such as robots.txt.
          self = .misnamed("\(bare).md")
        } else {
          return nil
        }
      } else if let dot = name.lastIndex(of: "．"), StrayFiles.readEndings.contains(String(name[dot...].dropFirst())) {
        self = .misnamed("\(name[..<dot]).\(name[dot...].dropFirst())")
      } else if StrayFiles.leftovers.contains(ending.lowercased()) {
        self = .leftover
      } else {
        return nil
      }
    }

    var isPublished: Bool {
      switch self {
      case .table: true
      case .document, .workbook, .leftover, .misnamed: false
      }
    }
  }

  /// Copies that editors make, and what belongs to other programs.
  private static let leftovers: Set<String> = [
    "bak", "swp", "swo", "old", "orig", "tmp", "lnk", "url", "webloc", "psd", "eml", "msg", "ppt", "pptx", "pps",
    "ppsx", "dps", "one", "mdb", "accdb", "vsd", "vsdx",
  ]
  private static let readEndings: Set<String> = ["md", "markdown", "yaml", "yml", "csv"]

  /// A warning for each (`file.not-read`), and which of them are left out of the site.
  func find() -> (leftOut: Set<AttachmentRef>, diagnostics: [Diagnostic]) {
    var candidates: [(ref: AttachmentRef, kind: Kind)] = []
    for ref in routes.attachments.indices {
      if let kind = Kind(routes.attachments[ref].file) { candidates.append((ref, kind)) }
    }
    guard !candidates.isEmpty else { return ([], []) }
    let linked = linkedRoutes()
    candidates.removeAll { linked.contains(routes.attachments[$0.ref].route) }
    if allowsRawHTML, !candidates.isEmpty {
      var search = PhraseSearch(candidates.map { routes.attachments[$0.ref].file.name })
      var areMentioned = candidates.map { _ in false }
      for page in pages {
        areMentioned = search.isContained(in: String(decoding: page.parsed.source.bytes, as: UTF8.self))
      }
      candidates = zip(candidates, areMentioned).filter { !$1 }.map(\.0)
    }
    let leftOut = candidates.filter { !$0.kind.isPublished }.map(\.ref)
    return (Set(leftOut), candidates.map { finding($0.kind, routes.attachments[$0.ref].file) })
  }

  private func linkedRoutes() -> Set<Route> {
    var linked: Set<Route> = []
    for page in pages {
      for case .route(let route, _) in page.links { linked.insert(route) }
    }
    for case .route(let route, _)? in others { linked.insert(route) }
    return linked
  }

  private func finding(_ kind: Kind, _ file: SourceFile) -> Diagnostic {
    let name = file.name
    let bare = name.withoutPathExtension
    let message: Message
    let hint: Message
    switch kind {
    case .document:
      message = "the document '\(name)' is not read, and not published"
      hint = "save its text as a page, such as '\(bare).md', or link to it from a page, or move it out of Content/"
    case .workbook:
      message = "the workbook '\(name)' is not read, and not published"
      hint =
        file.folder.lastPart == RegisterKind.indicators.rawValue
        ? "save its sheet as 'CSV UTF-8' under the name '\(bare).csv', or put the values into values.xlsx beside site.yaml"
        : bare == "values"
          ? "move it beside site.yaml"
          : "take its values in with 'planpress import \(HintedCommands.word(file.contentPath))', or link to it from a page, or move it out of Content/"
    case .misnamed(let right):
      if name.hasSuffix(".txt") {
        message = "'\(name)' is not read: its name ends with '.txt'"
        hint = "rename it to '\(right)'; the computer may hide the last ending of names"
      } else {
        message = "'\(name)' is not read: its name has a full-width '．'"
        hint = "rename it to '\(right)'"
      }
    case .leftover:
      message = "'\(name)' is not read, and not published"
      hint = "delete it, or link to it from a page, or move it out of Content/"
    case .table:
      message = "the table '\(name)' is not read, but published as it is"
      hint =
        "put the values of one indicator into indicators/<id>.csv, of many into values.csv beside site.yaml, or link to the file from a page"
    }
    return Diagnostic(.warning, .fileNotRead, message, hint: hint, at: SourceLocation(file: file.contentPath))
  }
}
