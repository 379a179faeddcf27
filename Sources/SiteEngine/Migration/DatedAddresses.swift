import Diagnostics
import Files
import Markup
import SiteModel
import SiteSources

/// Pages that had another address in planpress 0.1, because a date in the name of their file or a folder was read as a
/// number for the order and the rest of the name.
struct DatedAddresses {
  let site: ResolvedSite

  /// A change for each page whose old address leads nowhere now. It has no fix if the aliases cannot be written in one
  /// line.
  func changes() -> [Diagnostic] {
    let addresses = Set(site.routes.pagePaths)
    let folders = Dictionary(
      site.pages.filter(\.parsed.isIndex).map { ($0.parsed.file.folder, $0.parsed) }, uniquingKeysWith: { a, _ in a })
    return site.pages.compactMap { page in
      guard let old = oldAddress(of: page, folders), !addresses.contains(old),
        !page.parsed.fields.aliases.contains(where: { $0.value == old })
      else { return nil }
      let edit = page.parsed.edit(addingAlias: old)
      return Diagnostic(
        .note, .outdatedAlias, "the page '\(page.title)' was at \(old), and is at \(page.route.path) now",
        hint: edit == nil
          ? "add \(old) to its 'aliases'"
          : "the old address is added to its 'aliases', so that links to it go on working",
        at: page.parsed.start, fix: edit.map { .edits([$0], description: "added \(old) to 'aliases'") })
    }
  }

  /// Nil if it is the same.
  private func oldAddress(of page: ResolvedPage, _ folders: [String: ParsedPage]) -> String? {
    var parts = page.route.bare.split(separator: "/").map(String.init)
    let file = page.parsed.file
    var names = file.folder.split(separator: "/").map(String.init)
    let folderNames = names.count
    if !page.parsed.isIndex { names.append(file.name.withoutPathExtension) }
    guard names.count == parts.count else { return nil }
    var isOther = false
    for index in names.indices {
      let owner =
        index < folderNames ? folders[names[...index].joined(separator: "/")] : page.parsed
      guard owner?.fields.slug == nil, let rest = DatedAddresses.restOfOldName(names[index]),
        let old = Slug(rest)?.text, parts[index] == Slug(names[index])?.text
      else { continue }
      parts[index] = old
      isOther = true
    }
    return isOther ? Route(page: parts.joined(separator: "/")).path : nil
  }

  /// The name that planpress 0.1 used: `03-05-report` of `2024-03-05-report`. Nil for a name that is read as before.
  private static func restOfOldName(_ name: String) -> String? {
    guard OrderedName(name).order == nil else { return nil }
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    let rest = name.dropFirst(digits.count)
    guard (1...6).contains(digits.count), rest.count > 1, let mark = rest.first, "-_. ".contains(mark) else {
      return nil
    }
    return String(rest.dropFirst())
  }
}
