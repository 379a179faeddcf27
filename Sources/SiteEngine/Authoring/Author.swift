import DataFormats
import Diagnostics
import Files
import Markup
import SiteSources

/// Adds pages and register entries to a site, where an author would write them. Overwrites nothing.
package struct Author: Sendable {
  let siteDirectory: String
  let site: ParsedSite

  /// In bytes: file systems allow 255, and the rest is for the endings of files that a build makes from a name.
  static let longestPart = 200

  /// Why nothing was added, and what to do instead.
  package struct Refusal: Error, Hashable {
    package let reason: Message
    package let hint: Message?

    init(_ reason: Message, hint: Message? = nil) {
      self.reason = reason
      self.hint = hint
    }
  }

  /// Reads the site. Fails only if it cannot be parsed at all; other findings are passed on.
  package static func open(_ siteDirectory: String) async throws -> Checked<Author> {
    var cache = SourceCache(isKept: false)
    let build = SiteBuild(BuildOptions(siteDirectory: siteDirectory, includesDrafts: true))
    let (_, parsed, diagnostics) = try await build.parse(&cache)
    return parsed.map { Checked(Author(siteDirectory: siteDirectory, site: $0), diagnostics) }
      ?? Checked(failed: diagnostics)
  }

  // MARK: Folders and files

  /// The folders of the plans below `Content/`; empty for a site that is one plan.
  var planFolders: [String] {
    site.pages.filter { $0.isIndex && $0.fields.type?.value == .plan }.map(\.file.folder)
  }

  package var hasPlan: Bool { !planFolders.isEmpty }

  /// The folder of the named plan, or of the only plan if none is named.
  func planFolder(_ named: String?, option: String = "--plan") throws -> String {
    let folders = planFolders
    if let named {
      let bare = named.split(separator: "/").joined(separator: "/")
      if folders.contains(bare) { return bare }
      throw Refusal("plan '\(named)' does not exist", hint: didYouMean(bare, among: folders) ?? list(folders))
    }
    if folders.count == 1 { return folders[0] }
    throw folders.isEmpty
      ? Refusal(
        "the site has no plan", hint: "create one, such as 'planpress new plan \"City plan\" --start 2026 --end 2030'")
      : Refusal("the site has several plans", hint: "choose one with '\(option)'; \(list(folders) ?? "")")
  }

  private func list(_ folders: [String]) -> Message? {
    guard !folders.isEmpty else { return nil }
    let names: [Message] = folders.map { $0.isEmpty ? "the site itself" : "'\($0)'" }
    return "the plans are \(list: names)"
  }

  /// The ordering number for the next page of a folder; nil if the folder has pages and none has a number.
  func nextNumber(in folder: String) -> Int? {
    let names = site.pages.compactMap { page -> String? in
      if page.isIndex {
        return page.file.folder.isEmpty || page.file.folder.folderPart != folder ? nil : page.file.folder.lastPart
      }
      return page.file.folder == folder ? page.file.name : nil
    }
    let numbers = names.compactMap { OrderedName($0).order }
    return names.isEmpty ? 1 : numbers.max().map { $0 + 1 }
  }

  /// Creates a file and returns its path as shown in messages. Refuses if the file exists.
  func write(_ text: String, toNew path: String) throws -> String {
    let shown = "\(SourceTree.contentFolder)/\(path)"
    let whole = "\(siteDirectory)/\(shown)"
    if path.split(separator: "/").contains(where: { $0.hasPrefix(".") || $0.hasSuffix("~") }) {
      throw Refusal("\(shown) would not be a page: names that begin with '.' or end with '~' are ignored")
    }
    if let part = path.split(separator: "/").first(where: { $0.utf8.count > Author.longestPart }) {
      throw Refusal("the name '\(part.prefix(20))…' is too long for a file", hint: "use a shorter one")
    }
    if try FileSystem.kind(of: whole) != nil { throw Refusal("\(shown) already exists; nothing was written") }
    let hadFolder = try FileSystem.kind(of: whole.folderPart) != nil
    do { try FileSystem.writeNew(Array(text.utf8), to: whole) } catch {
      if !hadFolder { try FileSystem.removeDirectoryIfEmpty(whole.folderPart) }
      throw error
    }
    return shown
  }

  func yaml(_ text: String) -> String { Author.yaml(text) }

  /// A text as a YAML scalar, quoted where YAML would read it as something else.
  static func yaml(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || " -_./，。（）·、".unicodeScalars.contains($0)
      }
      && text.first?.isLetter == true && !text.hasSuffix(" ")
      && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
    if isPlain { return text }
    // A JSON string is also a double-quoted YAML string.
    var json = JSONWriter(.compact)
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
