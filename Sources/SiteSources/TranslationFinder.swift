import DataFormats
import Diagnostics
import Files
import Markup

/// Tells the pages of a site from the translations of pages: `plan/air.en.md` beside `plan/air.md`, a page below the folder
/// `en`, and a page that names the one that it translates.
struct TranslationFinder {
  /// A text in another language, and the path of the page that it translates.
  struct Translation {
    let path: String
    let tag: String
  }

  /// The tags of the languages; the first is the main one.
  private let tags: [String]
  /// The paths of all files with pages; empty for a site with one language.
  private let paths: Set<String>

  init(_ settings: SiteSettings, _ files: [SourceFile]) {
    tags = settings.languages.map(\.tag)
    paths = tags.count > 1 ? Set(files.lazy.filter { $0.role == .page }.map(\.path)) : []
  }

  /// What a page translates; nil for a page of its own. Reports `translation.invalid` for one that should be a translation
  /// and is none.
  func translation(_ page: ParsedPage) -> (translation: Translation?, finding: Diagnostic?) {
    if let named = page.fields.translationOf { return translation(page, of: named) }
    guard tags.count > 1 else { return (nil, nil) }
    let name = page.file.name.withoutPathExtension
    for tag in tags.dropFirst() {
      if name.hasSuffix(".\(tag)"), name.utf8.count > tag.utf8.count + 1 {
        let path = page.file.folder.appending(part: "\(name.dropLast(tag.count + 1)).\(page.file.name.pathExtension)")
        return (paths.contains(path) ? Translation(path: path, tag: tag) : nil, nil)
      }
      if page.file.path.hasPrefix("\(tag)/") {
        let path = String(page.file.path.dropFirst(tag.count + 1))
        if paths.contains(path) { return (Translation(path: path, tag: tag), nil) }
        return (
          nil,
          Diagnostic(
            .error, .translationInvalid,
            "the folder '\(tag)' is for translations, and this page does not say of which page",
            hint:
              "add a line such as 'translation-of: plan/1-air.md' to its front matter, or move the page out of '\(tag)'",
            at: page.start)
        )
      }
    }
    return (nil, nil)
  }

  private func translation(
    _ page: ParsedPage, of named: Located<String>
  ) -> (translation: Translation?, finding: Diagnostic?) {
    func invalid(_ message: Message, hint: Message) -> (Translation?, Diagnostic?) {
      (nil, Diagnostic(.error, .translationInvalid, message, hint: hint, at: page.source.location(of: named.range)))
    }
    guard tags.count > 1 else {
      return invalid("the site has one language", hint: "add the language of this page to 'languages' in site.yaml")
    }
    let folder = page.file.path.prefix { $0 != "/" }
    let given = page.fields.language?.value.tag ?? (folder == page.file.path ? "" : String(folder))
    guard let tag = tags.dropFirst().first(where: { $0 == given }) else {
      return invalid(
        "the language of this translation is not known",
        hint: "add a line 'language: …' with one of \(list: Array(tags.dropFirst()))")
    }
    let written = named.value.hasPrefix("/") ? String(named.value.dropFirst()) : named.value
    let name = written.pathExtension == "md" ? written : written + ".md"
    let found = [name, page.file.folder.appending(part: name), written.appending(part: "index.md")].first {
      paths.contains($0) && $0 != page.file.path
    }
    guard let found else {
      let near = NearNames { paths.sorted() }.nearest(to: name)
      return invalid(
        "'\(named.value)' is no page of the site",
        hint: near.map { "did you mean '\($0)'?" } ?? "write the path of the page below Content/, such as plan/1-air.md"
      )
    }
    return (Translation(path: found, tag: tag), nil)
  }
}
