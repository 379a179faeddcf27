import Diagnostics
import Files
import Markup
import SiteModel
import SiteSources

/// The sections of a plan, as a column of a table names them (章节): by path, by title, or by title with its number.
struct SectionColumn {
  enum Reading {
    /// Relative to the plan.
    case path(String)
    case several
    case unknown
  }

  private let paths: [(title: String, path: String, file: String)]

  init(_ author: Author, plan: String) {
    paths = zip(author.site.pages, author.site.headers).compactMap { page, header in
      guard let path = author.path(of: page, header, in: plan), !path.isEmpty else { return nil }
      return (page.title, path, page.isIndex ? page.file.folder.lastPart : page.file.name.withoutPathExtension)
    }
  }

  func read(_ text: String) -> Reading {
    let bare = text.split(separator: "/").joined(separator: "/")
    if paths.contains(where: { $0.path == bare }) { return .path(bare) }
    var found = paths.filter { $0.title == text }
    if found.isEmpty { found = paths.filter { $0.file == text } }
    if found.isEmpty {
      found = paths.filter { text.hasSuffix($0.title) && SectionColumn.isNumber(text.dropLast($0.title.count)) }
      let longest = found.map(\.title.count).max()
      found.removeAll { $0.title.count != longest }
    }
    switch found.count {
    case 0: return .unknown
    case 1: return .path(found[0].path)
    default: return .several
    }
  }

  /// `1.2 `, `第三章　`, `二、`, `（一）`.
  private static func isNumber(_ text: Substring) -> Bool {
    text.allSatisfy { $0.isNumber || $0.isWhitespace || "第章节篇部分、.．,（）()零〇百十".contains($0) }
  }
}

extension Author {
  /// The path of a page relative to the folder of its plan; nil for a page outside of it, and empty for the plan itself.
  fileprivate func path(of page: ParsedPage, _ header: PageHeader, in plan: String) -> String? {
    let isInside = plan.isEmpty || page.file.folder == plan || page.file.folder.hasPrefix(plan + "/")
    guard isInside, page.fields.type.map({ $0.value != .page }) ?? true else { return nil }
    let folders = page.file.folder.dropFirst(plan.isEmpty ? 0 : plan.count + 1).split(separator: "/")
    var (path, folder) = ("", plan)
    for part in folders {
      folder = folder.appending(part: String(part))
      let index = site.pages.first { $0.isIndex && $0.file.folder == folder }
      guard let slug = Slug(index?.fields.slug?.value ?? OrderedName(String(part)).name)?.text else { return nil }
      path = path.appending(part: slug)
    }
    if page.isIndex { return path }
    return header.slug.map { path.appending(part: $0) }
  }
}
