import DataFormats
import Diagnostics
import Markup

/// The settings in `site.yaml`.
package struct SiteSettings: Sendable {
  package let source: SourceText
  package var title: String
  package var description: String?
  package var publisher: String?
  package var baseURL: BaseURL?
  /// The first is the default language of pages.
  var languages: [Language] = [.chinese]
  /// Whether Markdown may contain HTML.
  package var allowsRawHTML = false
  /// δ of the status rules.
  package var tolerance = SiteSettings.defaultTolerance
  package var theme = ThemeOptions()

  /// DESIGN: δ = 0.05 unless the site sets it.
  static let defaultTolerance = 0.05

  package var language: Language { languages.first ?? .chinese }
}

/// The options under `theme:`.
package struct ThemeOptions: Hashable, Sendable {
  /// The path of an image next to `site.yaml`, shown before the site's title.
  package var logo: Located<String>?
  /// Text at the foot of every page.
  package var footer: String?
}

/// The URL of the published site: scheme, host and path. The path ends with `/`.
package struct BaseURL: Hashable, Sendable {
  /// `https://example.org`, without trailing `/`.
  package let origin: String
  /// `/` or `/plans/`.
  package let path: String

  /// Nil unless the text is an `http` or `https` URL with a host and without query or fragment.
  package init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
    let rest = text.dropFirst(scheme.count)
    guard !rest.contains(where: { $0 == "?" || $0 == "#" || $0 == "\\" || $0.isWhitespace }) else { return nil }
    let parts = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let host = parts.first, !host.isEmpty else { return nil }
    var path = parts.count == 2 ? "/" + parts[1] : "/"
    if !path.hasSuffix("/") { path += "/" }
    guard !path.split(separator: "/").contains("..") else { return nil }
    self.origin = scheme + host
    self.path = percentEncoded(path: percentDecoded(path) ?? path)
  }
}

// MARK: - Reading

extension SiteSettings {
  static func parse(_ source: SourceText) -> Checked<SiteSettings> {
    let document = YAMLParser.parse(source)
    guard let node = document.value else { return Checked(failed: document.diagnostics) }
    let sink = DiagnosticSink()
    guard var reader = FieldReader(node, in: source, describing: "the site", reportingTo: sink) else {
      return Checked(failed: document.diagnostics + sink.diagnostics)
    }
    let title = reader.requiredString("title")
    var settings = SiteSettings(source: source, title: title?.value ?? "")
    settings.description = reader.string("description")?.value
    settings.publisher = reader.string("publisher")?.value
    settings.baseURL = readBaseURL(&reader)
    let languages = readLanguages(&reader)
    if !languages.isEmpty { settings.languages = languages }
    settings.allowsRawHTML = reader.flag("raw-html")?.value ?? false
    settings.tolerance = reader.tolerance("tolerance") ?? defaultTolerance
    if reader.has("theme"), var theme = reader.mapping("theme", describing: "the theme's options") {
      settings.theme.logo = theme.string("logo")
      settings.theme.footer = theme.string("footer")?.value
      theme.finish()
    }
    reader.finish()
    return Checked(settings, document.diagnostics + sink.diagnostics)
  }

  private static func readBaseURL(_ reader: inout FieldReader) -> BaseURL? {
    guard let text = reader.string("base-url"), !text.value.isEmpty else { return nil }
    guard let url = BaseURL(text.value) else {
      reader.report(
        .invalidValue, "'\(text.value)' is not the address of a site",
        hint: "write the full address, such as https://example.org/plans/", at: text.range)
      return nil
    }
    return url
  }

  private static func readLanguages(_ reader: inout FieldReader) -> [Language] {
    reader.strings("languages").compactMap { tag in
      guard let language = Language(tag: tag.value) else {
        reader.report(
          .invalidValue, "language '\(tag.value)' is not supported",
          hint: "use \(Language.tags)", at: tag.range)
        return nil
      }
      return language
    }
  }
}
