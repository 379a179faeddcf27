import Markdown
import SiteModel

/// The text of a page as its readers see it: a line for each paragraph, item and cell, without marks, links and
/// addresses.
struct ComparedText: MarkdownTextVisitor {
  private var lines: [String] = []
  private var line: [UInt8] = []
  private let page: ResolvedPage
  private let site: ResolvedSite

  static func text(of page: ResolvedPage, _ site: ResolvedSite) -> String {
    var reader = ComparedText(page: page, site: site)
    page.parsed.document.body.visitText(omitsLeadingTitle: page.takesTitleFromText, &reader)
    return reader.lines.map { $0 + "\n" }.joined()
  }

  private init(page: ResolvedPage, site: ResolvedSite) {
    (self.page, self.site) = (page, site)
  }

  mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) { line += utf8 }

  mutating func separate() {
    // The line breaks of a paragraph are not compared.
    let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    if !words.isEmpty { lines.append(words.joined(separator: " ")) }
    line.removeAll(keepingCapacity: true)
  }

  /// Figures at a time are not part of the text: a new figure rewrites no section.
  mutating func directive(_ number: Int) {
    guard page.directives.indices.contains(number) else { return separate() }
    let directive = page.directives[number]
    switch directive {
    case .value, .status: line += "…".utf8
    case .target, .section, .action, .indicator, .term, .unpublished: line += (site.text(of: directive) ?? "").utf8
    case .box(let title, _):
      separate()
      line += (title ?? "").utf8
      separate()
    case .indicators, .charts, .actions, .actionTable: separate()
    }
  }
}
