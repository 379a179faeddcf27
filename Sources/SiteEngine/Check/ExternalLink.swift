import Bytes
import DataFormats
import Diagnostics
import Files
import Markup
import SiteSources

/// An address of another site, with the location of every link to it.
package struct ExternalLink: Sendable {
  /// Percent-encoded, without its fragment; begins with `http://` or `https://`.
  package let url: String
  /// In the order of the files; at least one.
  package let locations: [SourceLocation]

  static func all(in pages: [ParsedPage], _ departments: [Register<Department>]) -> [ExternalLink] {
    var locations: [String: [SourceLocation]] = [:]
    func add(_ destination: String, _ location: @autoclosure () -> SourceLocation) {
      guard let url = url(of: destination) else { return }
      locations[url, default: []].append(location())
    }
    for page in pages {
      guard page.document.links.contains(where: { url(of: $0.destination) != nil }) else { continue }
      for (link, location) in zip(page.document.links, page.document.linkLocations()) {
        add(link.destination, location)
      }
    }
    for register in departments {
      for entry in register.entries {
        if let url = entry.url { add(url.value, register.source.location(of: url.range)) }
      }
    }
    return locations.map { ExternalLink(url: $0.key, locations: $0.value) }
      .sorted { $0.url.precedes($1.url) }  // sorted: reaches output
  }

  /// The URL to request, without its fragment; nil if `destination` is not a web address.
  private static func url(of destination: String) -> String? {
    let lowered = destination.lowercased()
    guard lowered.hasPrefix("http://") || lowered.hasPrefix("https://") else { return nil }
    let bare = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
    return percentEncoded(url: String(bare))
  }
}
