import DataFormats
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
    return findings + (try registerTexts(loader))
  }

  // MARK: Texts of registers

  /// The keys of the texts that readers see as texts, and which so need every language.
  private static let textKeys: Set<String> = [
    "title", "description", "publisher", "name", "short-name", "term", "definition", "summary", "category", "purpose",
    "context", "method", "limitations", "coverage",
  ]

  /// Texts of `site.yaml` and the registers that lack one of the languages.
  private func registerTexts(_ loader: SourceLoader) throws -> [Diagnostic] {
    let files =
      parsed.indicators.map(\.file) + parsed.actions.map(\.file) + parsed.programmes.map(\.file)
      + parsed.departments.map(\.file) + parsed.glossary.map(\.file)
    let paths = [parsed.settings.source.path] + files.map(\.contentPath).sorted()
    return try paths.flatMap { path -> [Diagnostic] in
      guard let source = try loader.text(of: path).value, let node = YAMLParser.parse(source).value else { return [] }
      return texts(in: node, source)
    }
  }

  private func texts(in node: YAMLNode, _ source: SourceText) -> [Diagnostic] {
    if let items = node.asSequence { return items.flatMap { texts(in: $0, source) } }
    guard let entries = node.asMapping else { return [] }
    let tags = parsed.settings.languages.map(\.tag)
    return entries.flatMap { entry -> [Diagnostic] in
      if let text = entry.value.asScalar {
        guard Translations.textKeys.contains(entry.key.value), text.value.contains(where: \.isLetter) else { return [] }
        return [missing(Array(tags.dropFirst()), "\(tags[0]): \(text.value)", entry, source)]
      }
      guard let texts = entry.value.asMapping, !texts.isEmpty, texts.allSatisfy({ tags.contains($0.key.value) }) else {
        return self.texts(in: entry.value, source)
      }
      let absent = tags.filter { tag in !texts.contains { $0.key.value == tag && !$0.value.isNull } }
      return absent.isEmpty ? [] : [missing(absent, nil, entry, source)]
    }
  }

  /// `main` is the text in the main language, if it is not in a mapping yet.
  private func missing(_ tags: [String], _ main: String?, _ entry: YAMLEntry, _ source: SourceText) -> Diagnostic {
    let added = tags.map { "\($0): …" }
    return Diagnostic(
      .note, .translationMissing, "'\(entry.key.value)' has no text in \(list: tags.map { "'\($0)'" })",
      hint: main.map { "write '\(entry.key.value): {\($0), \(added.joined(separator: ", "))}'" }
        ?? "add \(list: added.map { "'\($0)'" })",
      at: source.location(of: entry.key.range))
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
