import Bytes
import Indicators
import Markdown
import Markup
import SiteModel
import SiteSources
import Templates
import Words

/// A text about an indicator, under its heading.
struct MetadataView: TemplateView {
  let title: String
  let html: HTML

  static let fields = ViewFields<Self>(
    "Metadata",
    [
      .text("title", "its heading") { $0.title },
      .html("text", "the text, with its Markdown") { $0.html },
    ])

  static func list(
    _ indicator: Indicator, _ site: ResolvedSite, from route: Route, _ language: Language
  ) -> [MetadataView] {
    guard let metadata = indicator.metadata else { return [] }
    let words = language.words
    var views = metadata.entries.map { entry in
      MetadataView(
        title: IndicatorWords.heading(entry.heading, language.words), html: html(entry.text, site, from: route))
    }
    if !metadata.sources.isEmpty {
      views.append(
        MetadataView(
          title: words[.sources], html: list(metadata.sources) { append($0, words, site, route, language, to: &$1) }))
    }
    if !metadata.links.isEmpty {
      views.append(
        MetadataView(
          title: words[.links],
          html: list(metadata.links) { link, bytes in
            append(link.title, linkingTo: link.url.value, site, route, to: &bytes)
          }))
    }
    if !metadata.tags.isEmpty {
      var bytes = ByteBuffer()
      bytes.append(markup: "<p>")
      bytes.appendEscaped(metadata.tags.joined(separator: words[.listSeparator]))
      bytes.append(markup: "</p>")
      views.append(MetadataView(title: words[.tags], html: HTML(bytes: bytes.array)))
    }
    return views
  }

  /// A text of an author. Headings in it become bold paragraphs: the page has its own.
  static func html(_ text: String, _ site: ResolvedSite, from route: Route) -> HTML {
    let bytes = MarkdownDocument.renderPlain(Array(text.utf8), unsafe: false) { address($0, site, route) }
    var html = String(decoding: bytes, as: UTF8.self)
    for level in 1...6 where html.contains("<h\(level)>") {
      html = html.replacing("<h\(level)>", with: "<p><strong>").replacing("</h\(level)>", with: "</strong></p>")
    }
    return HTML(bytes: Array(html.utf8))
  }

  // MARK: - Lists

  private static func list<Item>(_ items: [Item], _ append: (Item, inout ByteBuffer) -> Void) -> HTML {
    var bytes = ByteBuffer()
    bytes.append(markup: "<ul>")
    for item in items {
      bytes.append(markup: "<li>")
      append(item, &bytes)
      bytes.append(markup: "</li>")
    }
    bytes.append(markup: "</ul>")
    return HTML(bytes: bytes.array)
  }

  /// `Office: Title, 2023-05-01`, with the title as a link; then contact and next update.
  private static func append(
    _ source: IndicatorMetadata.DataSource, _ words: WordLanguage, _ site: ResolvedSite, _ route: Route,
    _ language: Language, to bytes: inout ByteBuffer
  ) {
    let comma = words[.clauseSeparator]
    if let organisation = source.organisation {
      bytes.appendEscaped(organisation)
      if source.title != nil || source.url != nil { bytes.appendEscaped(words[.colon]) }
    }
    if let title = source.title ?? source.url?.value {
      append(title, linkingTo: source.url?.value, site, route, to: &bytes)
    }
    let more = [
      source.date, source.contact,
      source.nextUpdate.map { words[.nextUpdate] + words[.colon] + $0.text(language.words) },
    ].compactMap(\.self)
    for text in more {
      bytes.appendEscaped(comma)
      bytes.appendEscaped(text)
    }
  }

  private static func append(
    _ title: String, linkingTo url: String?, _ site: ResolvedSite, _ route: Route, to bytes: inout ByteBuffer
  ) {
    guard let url else { return bytes.appendEscaped(title) }
    bytes.append(markup: "<a")
    bytes.append(attribute: "href", address(url, site, route))
    bytes.append(markup: ">")
    bytes.appendEscaped(title)
    bytes.append(markup: "</a>")
  }

  /// Where an address leads from the page at `route`.
  private static func address(_ written: String, _ site: ResolvedSite, _ route: Route) -> String {
    site.writtenLinks[written]?.address(written: written, on: route, of: site) ?? written
  }
}
