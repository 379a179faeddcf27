import Actions
import DataFormats
import Diagnostics
import Files
import Indicators
import Markdown
import Words

// The editions of a site: one for each of its other languages.
extension SiteParser {
  /// The editions of the site in its other languages, in their order: the same pages at the same addresses, with their
  /// translations where there are any, and with the texts of registers in the language. `site` is the whole site in the
  /// main language. Findings already reported for the main language are not repeated.
  package func editions(of site: ParsedSite, includesDrafts: Bool) throws -> [ParsedSite] {
    guard site.settings.languages.count > 1 else { return [] }
    guard let languages = try Languages.read(tree).value else { return [] }
    return try site.settings.languages.indices.dropFirst().map { try edition($0, of: site, languages, includesDrafts) }
  }

  private func edition(_ number: Int, of site: ParsedSite, _ languages: Languages, _ includesDrafts: Bool) throws
    -> ParsedSite
  {
    guard let wanted = TextLanguages(tags: site.settings.languages.map(\.tag), edition: number) else {
      preconditionFailure("a site with editions has several languages")
    }
    let texts = try readSettings(languages, edition: number).value ?? site.settings
    var reader = EditionReader(
      site: site, number: number, wanted: wanted, texts: texts, languages, loader: SourceLoader(tree.folders))
    reader.readPages(includesDrafts: includesDrafts)
    try reader.readRegisters()
    return reader.edition
  }
}

/// Makes the edition of a site in one of its other languages, from the whole site in the main language.
private struct EditionReader {
  let site: ParsedSite
  let language: Language
  private let wanted: TextLanguages
  private let context: SiteParser.ParsingContext
  private let loader: SourceLoader
  private let options: MarkdownOptions
  /// The script of the main language, and whether this language has another.
  private let system: WritingSystem?
  private let isOtherScript: Bool

  private(set) var edition: ParsedSite

  /// `texts` are the settings with their texts in the language.
  init(
    site: ParsedSite, number: Int, wanted: TextLanguages, texts: SiteSettings, _ languages: Languages,
    loader: SourceLoader
  ) {
    self.site = site
    self.wanted = wanted
    self.loader = loader
    language = site.settings.languages[number]
    context = SiteParser.ParsingContext(languages: languages, texts: wanted)
    options = MarkdownOptions(allowsRawHTML: site.settings.allowsRawHTML)
    system = WritingSystem(of: site.settings.languages[0].words.name)
    isOtherScript = system != WritingSystem(of: language.words.name)
    edition = site
    edition.settings = site.settings.edition(number, texts: texts)
    edition.snapshot = nil
    if let node = YAMLParser.parse(site.settings.source).value { keep(UntranslatedTexts(of: node, in: wanted).texts) }
  }

  /// Notes texts that have no translation. A sign such as PM2.5 is the same in a language with another script.
  private mutating func keep(_ texts: [String]) {
    edition.untranslatedTexts.formUnion(
      texts.filter { isOtherScript ? system?.occurs(in: $0) ?? true : $0.contains(where: \.isLetter) })
  }

  mutating func readPages(includesDrafts: Bool) {
    for index in edition.pages.indices {
      let page = site.pages[index]
      let translation = site.translations[page.file.path]?[language.tag]
      let text = translation.flatMap { $0.fields.isDraft && !includesDrafts ? nil : $0 }
      let fields = translatedFields(of: page)
      let own = self.page(page, fields, text)
      edition.pages[index] = own
      if own.untranslated != nil {
        keep([page.title, page.fields.shortTitle ?? "", page.fields.summary ?? ""] + page.fields.actions.map(\.name))
      }
      guard !page.fields.indicators.isEmpty else { continue }
      edition.headers[index].hasWrittenAddresses = own.fields.indicators.contains(where: \.hasWrittenAddresses)
      edition.translatedCategories.merge(Translated.categories(own.fields.indicators, of: page.fields.indicators)) {
        $1
      }
    }
  }

  /// The fields of a page's front matter in the language of the edition; nil if none of them is a mapping by language.
  private mutating func translatedFields(of page: ParsedPage) -> PageFields? {
    guard let yaml = page.textsOfRegisters else { return nil }
    let untranslated = UntranslatedTexts(of: yaml, in: wanted, without: UntranslatedTexts.ofPages)
    keep(untranslated.texts)
    guard untranslated.hasTranslations else { return nil }
    return PageFields.read(yaml.text(in: wanted), in: page.source, context.languages, reportingTo: DiagnosticSink())
  }

  mutating func readRegisters() throws {
    for (index, register) in site.indicators.enumerated() {
      guard case .indicators(let translated)? = try again(register) else { continue }
      edition.indicators[index] = translated
      edition.translatedCategories.merge(Translated.categories(translated.entries, of: register.entries)) { $1 }
    }
    for (index, register) in site.actions.enumerated() {
      guard case .actions(let translated)? = try again(register) else { continue }
      edition.actions[index].entries = Translated.entries(translated.entries, of: register.entries)
    }
    for (index, register) in site.programmes.enumerated() {
      guard case .programmes(let translated)? = try again(register) else { continue }
      edition.programmes[index] = translated
    }
    for (index, register) in site.departments.enumerated() {
      let translated: [Department]
      if case .departments(let own)? = try again(register) {
        translated = own.entries
      } else {
        translated = register.entries
      }
      edition.departments[index].entries = Translated.entries(translated, of: register.entries)
    }
    for (index, register) in site.glossary.enumerated() {
      let translated: [GlossaryTerm]
      if case .glossary(let own)? = try again(register) {
        translated = own.entries
      } else {
        translated = register.entries
      }
      edition.glossary[index].entries = Translated.entries(translated, of: register.entries)
    }
  }

  /// Reads a register in the edition's language; nil if it reads as in the main language.
  private mutating func again<Entry>(_ register: Register<Entry>) throws -> SiteParser.ParsedFile? {
    guard let node = YAMLParser.parse(register.source).value else { return nil }
    let untranslated = UntranslatedTexts(of: node, in: wanted)
    keep(untranslated.texts)
    guard untranslated.hasTranslations else { return nil }
    return try SiteParser.parse(register.file, loader: loader, options: options, context).value
  }

  /// A page in an edition: its place and its facts are those of the main language. `own` are the fields of its front matter
  /// in the language of the edition, if any of them is a mapping by language.
  private func page(_ page: ParsedPage, _ own: PageFields?, _ text: ParsedPage?) -> ParsedPage {
    var fields = own ?? page.fields
    fields.date = page.fields.date
    if !page.fields.actions.isEmpty {
      fields.actions = Translated.actions(own?.actions, page, text)
    }
    // 第一章 is for readers of Chinese; a mapping by language says otherwise.
    if let plan = fields.plan, plan.numbering.isChinese, !language.tag.hasPrefix("zh") {
      fields.plan = PlanFields(plan, numbering: .decimal)
    }
    let own = fields.language?.value ?? site.settings.language
    fields.language = nil
    if let text {
      // Without a title in its front matter, the page's heading is its title.
      if text.fields.title != nil || text.document.leadingTitle != nil { fields.title = text.fields.title }
      fields.shortTitle = text.fields.shortTitle ?? (text.fields.title == nil ? fields.shortTitle : nil)
      fields.summary = text.fields.summary
      if !text.fields.tags.isEmpty { fields.tags = text.fields.tags }
      fields.updated = text.fields.updated ?? fields.updated
      return ParsedPage(text, inPlaceOf: page, fields: fields, untranslated: nil)
    }
    let isOwn = own.tag == language.tag || own.words == language.words
    return ParsedPage(page, inPlaceOf: page, fields: fields, untranslated: isOwn ? nil : own)
  }
}

extension ParsedPage {
  /// The front matter, if it has texts of indicators, actions, updates, levels or a plan. The file is read again.
  package var textsOfRegisters: YAMLNode? {
    guard fields.hasTextsOfRegisters else { return nil }
    let source = source.loaded
    return FrontMatter.find(in: source).value?.yaml.flatMap { YAMLParser.parse(source, in: $0).value }
  }
}

extension PageFields {
  fileprivate var hasTextsOfRegisters: Bool {
    !indicators.isEmpty || !actions.isEmpty || !updates.isEmpty || plan != nil || level != nil
  }
}

/// Entries in another language, with the addresses and the names of those in the main language: texts refer to them.
private enum Translated {
  /// `translated` was read from the same file as `originals`.
  static func entries<Entry: TranslatedEntry>(_ translated: [Entry], of originals: [Entry]) -> [Entry] {
    guard translated.count == originals.count else { return originals }
    return zip(translated, originals).map { $0.named(as: $1) }
  }

  /// The categories and groups of indicators, by their names in the main language.
  static func categories(
    _ translated: [IndicatorDeclaration], of originals: [IndicatorDeclaration]
  ) -> [String: String] {
    guard translated.count == originals.count else { return [:] }
    var names: [String: String] = [:]
    for (own, original) in zip(translated, originals) {
      for (name, translation) in [
        (original.details?.category, own.details?.category), (original.details?.group, own.details?.group),
      ] {
        if let name, let translation, name != translation { names[name] = translation }
      }
    }
    return names
  }

  /// The actions of a page: those of its front matter, then those of the tables in its text, or in that of its translation if
  /// that has as many. `own` are those of the front matter in the language of the edition, if they differ.
  static func actions(_ own: [Action]?, _ page: ParsedPage, _ translation: ParsedPage?) -> [Action] {
    let originals = page.fields.actions
    let rows = originals.filter { $0.row != nil }
    let translatedRows = translation?.fields.actions.filter { $0.row != nil } ?? []
    let inFrontMatter = originals.filter { $0.row == nil }
    let listed = own.map { entries($0, of: inFrontMatter) } ?? inFrontMatter
    return listed + (translation == nil ? rows : entries(translatedRows, of: rows))
  }
}

private protocol TranslatedEntry {
  func named(as original: Self) -> Self
}

extension Action: TranslatedEntry {
  func named(as original: Action) -> Action { withID(original.id) }
}

extension Department: TranslatedEntry {
  func named(as original: Department) -> Department {
    var entry = self
    entry.id = original.id
    entry.originalNames = [original.name] + [original.shortName].compactMap(\.self) + original.aliases
    return entry
  }
}

extension GlossaryTerm: TranslatedEntry {
  func named(as original: GlossaryTerm) -> GlossaryTerm {
    var entry = self
    entry.originalNames = ([original.term] + original.aliases).map(\.value)
    return entry
  }
}
