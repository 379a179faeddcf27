import DataFormats
import Diagnostics
import Files
import Markup

/// Tells the pages of a site from the translations of pages: `plan/air.en.md` beside `plan/air.md`, a page below the
/// folder `en`, and a page that names the one that it translates.
struct TranslationFinder {
  /// A text in another language, and the path of the page that it translates.
  struct Translation {
    let path: String
    let tag: String
  }

  /// The tags of the languages; the first is the main one.
  private let tags: [String]
  /// The languages that planpress and the site have words for.
  private let languages: Languages
  /// The paths of all files with pages; empty for a site with one language and no name that could be that of a
  /// translation.
  private let paths: Set<String>

  init(_ settings: SiteSettings, _ languages: Languages, _ files: [SourceFile]) {
    tags = settings.languages.map(\.tag)
    self.languages = languages
    let pages = files.lazy.filter { $0.role == .page }
    let isAsked =
      tags.count > 1 || pages.contains { TranslationFinder.tagged($0) != nil }
    paths = isAsked ? Set(pages.map(\.path)) : []
  }

  /// `air` and `fr` of `air.fr.md`.
  private static func tagged(_ file: SourceFile) -> (name: String, tag: String)? {
    let name = file.name.withoutPathExtension
    let tag = name.pathExtension
    guard !tag.isEmpty, tag.utf8.count + 1 < name.utf8.count, isLanguageTag(tag) else { return nil }
    return (String(name.dropLast(tag.count + 1)), tag)
  }

  /// The page that a page translates; nil for a page of its own. Reports `translation.invalid` for a page that should
  /// be a translation and is not.
  func translation(_ page: ParsedPage) -> (translation: Translation?, finding: Diagnostic?) {
    if let named = page.fields.translationOf { return translation(page, of: named) }
    guard !paths.isEmpty else { return (nil, nil) }
    if let (name, written) = TranslationFinder.tagged(page.file) {
      let path = page.file.folder.appending(part: "\(name).\(page.file.name.pathExtension)")
      let tag = canonicalLanguageTag(written)
      guard paths.contains(path) else {
        return (nil, tags.dropFirst().contains(tag) ? orphan(page, path, tag) : nil)
      }
      if tags.dropFirst().contains(tag) { return (Translation(path: path, tag: tag), nil) }
      guard tag != tags.first, let language = languages.language(tag) else { return (nil, nil) }
      return (nil, unlisted(page, path, language))
    }
    for tag in tags.dropFirst() {
      if page.file.path.hasPrefix("\(tag)/") {
        let path = String(page.file.path.dropFirst(tag.count + 1))
        if paths.contains(path) { return (Translation(path: path, tag: tag), nil) }
        return (
          nil,
          Diagnostic(
            .error, .translationInvalid,
            "the folder '\(tag)' is for translations, and this page does not say which page it translates",
            hint:
              "add a line such as 'translation-of: plan/1-air.md' to its front matter, or move the page out of '\(tag)'",
            at: page.start)
        )
      }
    }
    return (nil, nil)
  }

  /// A page that is named as the translation of a page that does not exist.
  private func orphan(_ page: ParsedPage, _ path: String, _ tag: String) -> Diagnostic {
    let near = NearNames { paths.sorted() }.hint(for: path)
    return Diagnostic(
      .error, .translationInvalid, "'\(path)', which this page translates into '\(tag)', does not exist",
      hint: near.map { "\($0) Then give this page its name, with '.\(tag)' before '.md'" }
        ?? "give this page the name of its original, or write 'translation-of: …' with the original's path",
      at: page.start)
  }

  /// Keys of a translation that have no effect, since the original's values are used (`translation.invalid`).
  func ignored(_ page: ParsedPage) -> Diagnostic? {
    let fields = page.fields
    let keys: [(name: String, isThere: Bool)] = [
      ("slug", fields.slug != nil), ("order", fields.order != nil),
      ("department", fields.department != nil || !fields.support.isEmpty),
      ("aliases", !fields.aliases.isEmpty), ("indicators", !fields.indicators.isEmpty),
    ]
    let found = keys.filter(\.isThere).map { "'\($0.name)'" }
    guard !found.isEmpty else { return nil }
    return Diagnostic(
      .warning, .translationInvalid,
      "a translation takes \(list: found) from its original: the value here is ignored",
      hint: "remove it here; texts of indicators are translated in the original, as name: {zh-CN: …, en: …}",
      at: page.start)
  }

  /// A page that is named as a translation into a language that the site does not have.
  private func unlisted(_ page: ParsedPage, _ path: String, _ language: Language) -> Diagnostic {
    let all = (tags.isEmpty ? [Language.chinese.tag] : tags) + [language.tag]
    return Diagnostic(
      .warning, .translationInvalid,
      "this page is named as the translation of '\(path)' into '\(language.tag)', which the site does not have",
      hint: "write 'languages: [\(all.joined(separator: ", "))]' in site.yaml, or give the page another name",
      at: page.start)
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
      return invalid(
        "'\(named.value)' is not a page of the site",
        hint: NearNames { paths.sorted() }.hint(for: name)
          ?? "write the path of the page below Content/, such as plan/1-air.md")
    }
    return (Translation(path: found, tag: tag), nil)
  }
}
