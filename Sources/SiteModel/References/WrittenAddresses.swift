import DataFormats
import Diagnostics
import Markdown
import Markup
import SiteSources

/// The addresses in registers and settings, outside the text of a page. Their paths begin at `Content/`.
struct WrittenAddresses {
  private let parsed: ParsedSite
  private let links: LinkResolver

  init(_ parsed: ParsedSite, _ links: LinkResolver) {
    self.parsed = parsed
    self.links = links
  }

  /// The website of each department of the registers, in their order: the departments of `Departments`.
  func websites() -> (links: [ResolvedLink?], diagnostics: [Diagnostic]) {
    var found: [Diagnostic] = []
    let websites = parsed.departments.flatMap { register in
      register.entries.map { entry in entry.url.flatMap { links.resolve($0, in: register.source, into: &found) } }
    }
    return (websites, found)
  }

  /// The targets of the addresses of the site's owner, and of those in the sources, links and texts of indicators, by
  /// the address as it is written.
  func addresses() -> (links: [String: ResolvedLink], diagnostics: [Diagnostic]) {
    var found: [Diagnostic] = []
    var resolved: [String: ResolvedLink] = [:]
    func add(_ address: Located<String>, _ source: SourceText) {
      resolved[address.value] = links.resolve(address, in: source, into: &found)
    }
    for address in parsed.settings.owner?.addresses ?? [] { add(address, parsed.settings.source) }
    // Few pages have any, and reading 10,000 pages that are scattered in memory took 11 ms.
    let pages = parsed.pages.indices.filter { parsed.headers[$0].hasWrittenAddresses }
    let registers =
      parsed.indicators.map { ($0.entries, $0.source) }
      + pages.map { (parsed.pages[$0].fields.indicators, parsed.pages[$0].source) }
    for (entries, source) in registers {
      for entry in entries {
        // Refused addresses are reported with the figures of the indicator.
        for address in entry.writtenAddresses { add(address, source) }
        for text in entry.textsWithLinks {
          for destination in MarkdownDocument.plainDestinations(of: Array(text.value.utf8)) {
            if case .refused(let fault) = URLReference(destination) {
              found.append(
                Diagnostic(
                  .error, .unsafeLink, "'\(destination)' cannot be a destination: it \(fault.reason)",
                  hint: fault.hint, at: source.location(of: text.range)))
            } else {
              add(Located(destination, at: text.range), source)
            }
          }
        }
      }
    }
    return (resolved, found)
  }
}
