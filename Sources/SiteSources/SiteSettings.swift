import DataFormats
import Diagnostics
import Files
import Indicators
import Markup
import Words

/// The settings in `site.yaml`.
package struct SiteSettings: Sendable {
  package let source: SourceText
  package var title: String
  package var description: String?
  package var publisher: String?
  package var baseURL: BaseURL?
  /// The first is the default language of pages.
  package var languages: [Language] = []
  /// The tags under `languages`, those without words, which are errors, included: texts are read in all of them.
  var listedTags: [String] = []
  /// The index of the language in which this edition of the site is written.
  package var edition = 0
  /// The URL of the whole site; nil if it is that of this edition.
  package var mainURL: BaseURL?
  /// Which editions are in a folder named after their language.
  package var languageFolders = LanguageFolders.others
  /// Whether the front page leads a new reader to the language of the browser, where scripts run.
  package var choosesLanguage = false
  /// Whether Markdown may contain HTML.
  package var allowsRawHTML = false
  /// δ of the status rules.
  package var tolerance = SiteSettings.defaultTolerance
  /// The plans of other sites that this site's are aligned with.
  package var otherPlans: [OtherPlanSetting] = []
  /// When budget years begin, and after which year they are named.
  package var fiscalYear: FiscalYearRule?
  /// The roles of the columns of data files.
  package var columns = ColumnRoles()
  /// The date up to which facts are known (`as-of`). Without it nothing is overdue.
  package var asOf: AsOf?
  /// The yearly change, as a fraction, below which a trend counts as little change.
  var littleChange = AssessmentRules().littleChange
  /// Whether the site has a search page and the index that it reads.
  package var hasSearch = true
  /// Whether each page has a copy as Markdown, and the site a list of them, `llms.txt`.
  package var hasMarkdownCopies = false
  /// Whether readers get the figures as an Excel workbook.
  package var hasWorkbook = true
  /// Whether readers get each chart as a file and as a page to embed.
  package var hasCharts = false
  package var theme = ThemeOptions()
  /// Whose rules the site follows besides its own; nil for none.
  package var profile: Profile?
  /// Nil if `site.yaml` does not set it.
  package var owner: SiteOwner?
  /// Whether the site is built with its drafts, for reviewers and not for the public.
  package var showsDrafts = false
  /// Findings that are accepted anywhere on the site.
  var acceptances: [Acceptance] = []

  package enum Profile: String, CaseIterable, Sendable {
    /// A Chinese government site: its pages carry the meta tags that such sites must have.
    case chineseGovernment = "cn-gov"
  }

  package enum LanguageFolders: String, CaseIterable, Sendable {
    /// All but the main language, whose edition is at the top.
    case others
    /// All: the top has a page that lists the languages.
    case all
  }

  /// The tolerance δ of a site that sets none, as a fraction; see `Documentation/Content/5-progress.md`.
  static let defaultTolerance = 0.05

  /// The rules of a plan; `tolerance` is its own, if it sets one.
  package func rules(tolerance: Double?) -> AssessmentRules {
    AssessmentRules(tolerance: tolerance ?? self.tolerance, littleChange: littleChange, knownUntil: asOf?.time)
  }

  package var language: Language { languages.isEmpty ? .chinese : languages[edition] }

  /// The folder of an edition, `en`; empty for that in the main language, unless all have one.
  package func folder(ofEdition edition: Int) -> String {
    edition == 0 && !hasLanguagesPage ? "" : languages[edition].tag
  }

  /// Whether the top of the site is a page that lists its languages.
  package var hasLanguagesPage: Bool { languageFolders == .all && languages.count > 1 }

  /// The settings of the edition in another language; its texts come from `texts`.
  func edition(_ number: Int, texts: SiteSettings) -> SiteSettings {
    var settings = self
    settings.title = texts.title
    settings.description = texts.description
    settings.publisher = texts.publisher
    settings.theme.footer = texts.theme.footer
    settings.owner = texts.owner
    settings.edition = number
    let url = mainURL ?? baseURL
    settings.mainURL = url
    settings.baseURL = url?.appending(folder: folder(ofEdition: number))
    return settings
  }
}

// MARK: - Reading

extension SiteSettings {
  /// `edition`: the number of the language in which its texts are read.
  static func parse(_ source: SourceText, _ known: Languages, edition: Int = 0) -> Checked<SiteSettings> {
    let document = YAMLParser.parse(source)
    let tags =
      document.value?.asMapping?.first { $0.key.value == "languages" }?.value.asSequence?.compactMap {
        $0.asScalar.map { canonicalLanguageTag($0.value) }
      } ?? []
    let texts = document.text(in: TextLanguages(tags: tags, edition: edition), of: source)
    guard let node = texts.value else { return Checked(failed: texts.diagnostics) }
    let sink = DiagnosticSink()
    guard var reader = FieldReader(node, in: source, describing: "the site", reportingTo: sink) else {
      return Checked(failed: texts.diagnostics + sink.diagnostics)
    }
    let title = reader.requiredString("title")
    var settings = SiteSettings(source: source, title: title?.value ?? "")
    settings.listedTags = tags
    settings.description = reader.string("description")?.value
    settings.publisher = reader.string("publisher")?.value
    settings.baseURL = readBaseURL(&reader)
    var tagsSeen: Set<String> = []
    settings.languages = reader.strings("languages").compactMap { tag in
      if !tagsSeen.insert(tag.value.lowercased()).inserted {
        reader.report(
          .invalidValue, "the language '\(tag.value)' is listed twice", hint: "keep one of them", at: tag.range)
        return nil
      }
      let language = reader.language(tag, known)
      if let language, !known.isOwn(tag.value) { reader.reportMissing(in: language, at: tag.range) }
      return language
    }
    if reader.hasValue("language-folders"),
      let folders = reader.choice("language-folders", of: LanguageFolders.self)
    {
      settings.languageFolders = folders.value
      if folders.value == .all, settings.baseURL == nil {
        reader.report(
          .invalidValue, "'language-folders: all' needs 'base-url'",
          hint: "add the address of the site, such as 'base-url: https://www.example.org/'", at: folders.range)
      }
    }
    settings.choosesLanguage = reader.flag("choose-language")?.value ?? false
    if settings.hasLanguagesPage { settings = settings.edition(0, texts: settings) }
    settings.allowsRawHTML = reader.flag("raw-html")?.value ?? false
    settings.hasSearch = reader.flag("search")?.value ?? true
    settings.hasMarkdownCopies = reader.flag("markdown-copies")?.value ?? false
    settings.tolerance = reader.tolerance("tolerance") ?? defaultTolerance
    settings.asOf = reader.asOf("as-of")
    settings.otherPlans = reader.otherPlans()
    settings.fiscalYear = reader.fiscalYear()
    if reader.has("columns") { settings.columns = reader.roles() }
    if var trend = reader.mapping("trend", describing: "the rule of trends") {
      settings.littleChange = trend.littleChange("little-change") ?? settings.littleChange
      trend.finish()
    }
    if var downloads = reader.mapping("downloads", describing: "the downloads") {
      settings.hasWorkbook = downloads.flag("excel")?.value ?? true
      settings.hasCharts = downloads.flag("charts")?.value ?? false
      downloads.finish()
    }
    if var theme = reader.mapping("theme", describing: "the theme's options") {
      settings.theme = ThemeOptions(&theme)
      theme.finish()
    }
    if reader.hasValue("profile") { settings.profile = reader.choice("profile", of: Profile.self)?.value }
    if var owner = reader.mapping("owner", describing: "the owner of the site") {
      settings.owner = SiteOwner(&owner)
      owner.finish()
    }
    settings.acceptances = reader.acceptances()
    reader.finish(hints: otherWords)
    return Checked(settings, texts.diagnostics + sink.diagnostics)
  }

  /// Keys of other generators, with hints.
  private static let otherWords: [String: Message] = [
    "url": "write 'base-url: https://…'", "baseURL": "write 'base-url: https://…'", "网址": "write 'base-url: https://…'",
    "footer": "write it under 'theme': 'theme: {footer: …}'", "页脚": "write it under 'theme': 'theme: {footer: …}'",
    "logo": "write it under 'theme': 'theme: {logo: logo.svg}'",
    "标志": "write it under 'theme': 'theme: {logo: logo.svg}'",
    "menu": "remove it: the menu lists the plans and pages by itself",
    "菜单": "remove it: the menu lists the plans and pages by itself",
  ]

  private static func readBaseURL(_ reader: inout FieldReader) -> BaseURL? {
    guard let text = reader.string("base-url"), !text.value.isEmpty else { return nil }
    guard let url = BaseURL(text.value) else {
      reader.report(
        .invalidValue, "'\(text.value)' is not the address of a site",
        hint: BaseURL("https://\(text.value)/") != nil && text.value.contains(".") && !text.value.contains("/")
          ? "write 'base-url: https://\(text.value)/'"
          : "write the full address, such as https://example.org/plans/", at: text.range)
      return nil
    }
    return url
  }

  /// The language of messages for the site in a folder, as far as its settings can be read; nil if it has none.
  package static func firstLanguage(of siteDirectory: String) -> MessageLanguage? {
    firstTag(of: siteDirectory).flatMap { MessageLanguage(tag: $0) }
  }

  /// The built-in words of the first language of the site in a folder; nil without a site, and for a language that planpress
  /// has no words for.
  package static func firstWords(of siteDirectory: String) -> WordLanguage? {
    firstTag(of: siteDirectory).flatMap { tag in
      BuiltInWords.tags.first { $0.lowercased() == tag.lowercased() }.map { BuiltInWords.file($0).language() }
    }
  }

  private static func firstTag(of siteDirectory: String) -> String? {
    let path = "\(siteDirectory)/\(SourceTree.contentFolder)/site.yaml"
    // A file that cannot be read here is reported where the site is read.
    guard let bytes = (try? FileSystem.contents(of: path)) ?? nil,
      let node = YAMLParser.parse(SourceText(path: path, bytes: bytes)).value,
      var reader = FieldReader(
        node, in: SourceText(path: path, bytes: bytes), describing: "the site", reportingTo: DiagnosticSink())
    else { return nil }
    return reader.strings("languages").first?.value ?? Language.chinese.tag
  }
}

extension FieldReader {
  /// A month or a day.
  fileprivate mutating func asOf(_ key: FieldKey) -> AsOf? {
    guard let text = string(key) else { return nil }
    guard let asOf = AsOf(text.value) else {
      report(
        .invalidValue, "'\(text.value)' is not a month or a day",
        hint: "write '\(key): 2026-11' or '\(key): 2026-11-28'",
        at: text.range)
      return nil
    }
    return asOf
  }

  /// Per cent a year, from 0 to 100, as a fraction.
  fileprivate mutating func littleChange(_ key: FieldKey) -> Double? {
    guard let number = number(key) else { return nil }
    guard (0...100).contains(number.value.value) else {
      report(.invalidValue, "'\(key)' must be between 0 and 100 per cent a year, such as 0.5", at: number.range)
      return nil
    }
    return number.value.value / 100
  }
}
