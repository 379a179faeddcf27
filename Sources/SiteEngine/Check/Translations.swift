import Diagnostics
import Files
import SiteSources

/// What a site with several languages still has to translate: pages without a translation, and translations of a text that
/// has changed since. Only `check --translations` asks.
struct Translations {
  let parsed: ParsedSite
  let folders: SiteFolders

  /// In the order of pages and languages.
  func diagnostics() throws -> [Diagnostic] {
    let languages = parsed.settings.languages
    guard let main = languages.first, languages.count > 1 else { return [] }
    let loader = SourceLoader(folders)
    var findings: [Diagnostic] = []
    for page in parsed.pages where (page.fields.language?.value ?? main) == main {
      guard let source = try loader.text(of: page.file.contentPath).value else { continue }
      let fingerprint = Translations.fingerprint(of: page, source)
      for language in languages.dropFirst() {
        findings += finding(page, parsed.translations[page.file.path]?[language.tag], language, fingerprint)
      }
    }
    return findings
  }

  private func finding(
    _ page: ParsedPage, _ translation: ParsedPage?, _ language: Language, _ fingerprint: String
  ) -> [Diagnostic] {
    guard let translation else {
      let path = "\(page.file.contentPath.withoutPathExtension).\(language.tag).\(page.file.name.pathExtension)"
      return [
        Diagnostic(
          .note, .translationMissing, "the page has no translation into '\(language.tag)'",
          hint: "create \(path), with 'original: \(fingerprint)' in its front matter", at: page.start)
      ]
    }
    guard let original = translation.fields.original else {
      return [
        Diagnostic(
          .note, .translationOutdated, "the translation does not say which text it translates",
          hint: "if it is up to date, write 'original: \(fingerprint)' in its front matter", at: translation.start)
      ]
    }
    guard original.value != fingerprint else { return [] }
    return [
      Diagnostic(
        .warning, .translationOutdated, "the translation is older than its original",
        hint: "bring it up to date, then write 'original: \(fingerprint)'",
        at: translation.source.location(of: original.range),
        related: [Diagnostic.Related("the original", at: page.start)])
    ]
  }

  /// Of the title, the summary and the text: what a translator translates.
  private static func fingerprint(of page: ParsedPage, _ source: SourceText) -> String {
    var fingerprint = Fingerprint()
    for text in [page.title, page.fields.summary ?? ""] {
      fingerprint.combine(text.utf8)
      fingerprint.combine([0])
    }
    let start = FrontMatter.find(in: source).value?.bodyStart ?? 0
    // Line breaks of another system, and spaces at the end, are no change.
    let body = source.bytes[start...].filter { $0 != UInt8(ascii: "\r") }
    let end = body.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    fingerprint.combine(body[..<end])
    return fingerprint.text
  }
}
