import Markdown
import Markup

/// How the text of a page was rendered on one page of the site, so that another text can be rendered in its place
/// without the rest of the site.
struct TextRecipe {
  let rendering: MarkdownRendering
  let language: Language
  /// Of the page; the labels of its tables name it.
  let title: String

  /// More than this is not kept: large tables in the text would make a memory as large as the site.
  private static let limit = 4096

  init(rendering: MarkdownRendering, language: Language, title: String) {
    self.rendering = rendering
    self.language = language
    self.title = title
  }

  /// Of a text that is too long to be kept, or cannot be rendered alone.
  static let none: [UInt8] = [2]

  /// For the beginning of a page's text, as descriptions and the feed have it: escaped, as every text is.
  static let beginning: [UInt8] = [1]

  /// `none` where it is too long to be kept.
  var bytes: [UInt8] {
    let size = rendering.directives.reduce(0) { $0 + $1.opening.bytes.count + $1.closing.bytes.count }
    guard size <= TextRecipe.limit else { return TextRecipe.none }
    var writer = ByteWriter()
    writer.write(language.tag)
    writer.write(title)
    writer.write(rendering.headingShift)
    writer.write(rendering.anchorPrefix)
    writer.write(rendering.omitsLeadingTitle)
    writer.write(rendering.destinations.count)
    for destination in rendering.destinations {
      switch destination {
      case .asWritten: writer.write(false)
      case .url(let url):
        writer.write(true)
        writer.write(url)
      }
    }
    writer.write(rendering.directives.count)
    for directive in rendering.directives {
      writer.write(directive.opening.bytes)
      writer.write(directive.closing.bytes)
    }
    return writer.bytes
  }

  /// Nil where the bytes are no recipe.
  init?(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes[...])
    guard let language = reader.text().flatMap(Language.init(tag:)), let title = reader.text(),
      let shift = reader.number(),
      let prefix = reader.text(), let omitsTitle = reader.flag(), let links = reader.count()
    else { return nil }
    let words = ThemeWords.in(language)
    var rendering = MarkdownRendering(
      headingShift: shift, anchorPrefix: prefix, labels: words.labels, tableLabel: words.tableLabel(title: title),
      omitsLeadingTitle: omitsTitle)
    for _ in 0..<links {
      guard let isElsewhere = reader.flag() else { return nil }
      guard isElsewhere else {
        rendering.destinations.append(.asWritten)
        continue
      }
      guard let url = reader.text() else { return nil }
      rendering.destinations.append(.url(url))
    }
    guard let directives = reader.count() else { return nil }
    for _ in 0..<directives {
      guard let opening = reader.data(), let closing = reader.data() else { return nil }
      rendering.directives.append(DirectiveMarkup(opening: HTML(bytes: opening), closing: HTML(bytes: closing)))
    }
    guard reader.isAtEnd else { return nil }
    self.init(rendering: rendering, language: language, title: title)
  }
}
