import DataFormats
import Diagnostics
import Files
import SiteSources

/// The translations that a site with several languages still needs: pages without a translation, and translations of a
/// text that has changed since. Only `check --translations` asks.
package struct Translations {
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
    return findings + (try registerTexts(loader)) + (try labels(loader))
  }

  // MARK: Texts of registers

  /// Texts of `site.yaml` and the registers that lack one of the languages.
  private func registerTexts(_ loader: SourceLoader) throws -> [Diagnostic] {
    let files =
      parsed.indicators.map(\.file) + parsed.actions.map(\.file) + parsed.programmes.map(\.file)
      + parsed.departments.map(\.file) + parsed.glossary.map(\.file)
    let paths = [parsed.settings.source.path] + files.map(\.contentPath).sorted()
    let found = try paths.flatMap { path -> [Diagnostic] in
      guard let source = try loader.text(of: path).value, let node = YAMLParser.parse(source).value else { return [] }
      return texts(in: node, source)
    }
    return found + parsed.pages.flatMap(textsOfRegisters)
  }

  /// The texts of registers in the front matter of a page. They do not include what a translation of the page says itself.
  private func textsOfRegisters(in page: ParsedPage) -> [Diagnostic] {
    guard let entries = page.textsOfRegisters?.asMapping else { return [] }
    return entries.filter { !UntranslatedTexts.ofPages.contains($0.key.value) }.flatMap { texts(of: $0, page.source) }
  }

  private func texts(in node: YAMLNode, _ source: SourceText) -> [Diagnostic] {
    if let items = node.asSequence { return items.flatMap { texts(in: $0, source) } }
    guard let entries = node.asMapping else { return [] }
    return entries.flatMap { texts(of: $0, source) }
  }

  private func texts(of entry: YAMLEntry, _ source: SourceText) -> [Diagnostic] {
    let tags = parsed.settings.languages.map(\.tag)
    if let text = entry.value.asScalar {
      guard UntranslatedTexts.isNeeded(text.value, under: entry.key.value) else { return [] }
      return [missing(Array(tags.dropFirst()), "\(tags[0]): \(text.value)", entry, source)]
    }
    guard let texts = entry.value.asMapping, YAMLNode.isText(texts, in: tags) else {
      return self.texts(in: entry.value, source)
    }
    let absent = tags.filter { tag in !texts.contains { $0.key.value == tag && !$0.value.isNull } }
    if !absent.isEmpty { return [missing(absent, nil, entry, source)] }
    return outdated(texts, tags[0], entry, source)
  }

  /// A text of a register whose main text has changed since it was translated. Only one that names its original can be:
  /// most are written beside each other, where a change of one is seen.
  private func outdated(_ texts: [YAMLEntry], _ main: String, _ entry: YAMLEntry, _ source: SourceText) -> [Diagnostic]
  {
    guard let original = texts.first(where: { $0.key.value == YAMLNode.originalKey })?.value,
      let text = texts.first(where: { $0.key.value == main })?.value.asScalar
    else { return [] }
    var fingerprint = Fingerprint()
    fingerprint.combine(text.value.utf8)
    guard original.asScalar?.value != fingerprint.text else { return [] }
    return [
      Diagnostic(
        .warning, .translationOutdated, "the translation of '\(entry.key.value)' is older than its original",
        hint: "bring it up to date, then write 'original: \(fingerprint.text)'",
        at: source.location(of: original.range))
    ]
  }

  // MARK: Labels

  /// Words for columns and cells of data that another language has.
  private func labels(_ loader: SourceLoader) throws -> [Diagnostic] {
    let files = parsed.labels.map(\.file).sorted { $0.path < $1.path }
    var texts: [(file: SourceFile, source: SourceText, entries: [YAMLEntry])] = []
    for file in files {
      guard let source = try loader.text(of: file.contentPath).value,
        let entries = YAMLParser.parse(source).value?.asMapping
      else { continue }
      texts.append((file, source, entries))
    }
    var findings: [Diagnostic] = []
    for (number, file) in texts.enumerated() {
      let known = Set(file.entries.map(\.key.value))
      var seen = known
      for (other, labels) in texts.enumerated() where other != number {
        for entry in labels.entries where seen.insert(entry.key.value).inserted {
          findings.append(
            Diagnostic(
              .note, .translationMissing, "'\(entry.key.value)' has no word in \(file.file.contentPath)",
              hint: "add a line '\(entry.key.value): …' there", at: labels.source.location(of: entry.key.range)))
        }
      }
    }
    return findings
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

  /// The fingerprint of title, summary and text, which a translator translates.
  private static func fingerprint(of page: ParsedPage, _ source: SourceText) -> String {
    fingerprint(title: page.title, summary: page.fields.summary, textIn: source)
  }

  package static func fingerprint(title: String, summary: String?, textIn source: SourceText) -> String {
    var fingerprint = Fingerprint()
    for text in [title, summary ?? ""] {
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
