import Diagnostics
import SiteModel
import SiteSources

/// Finds the pages of a Chinese government site that lack meta tags that they must carry (`profile: cn-gov`).
struct GovernmentProfile {
  let site: ResolvedSite

  func diagnostics() -> [Diagnostic] {
    guard site.settings.profile == .chineseGovernment else { return [] }
    var missing: [Place: Set<GovernmentTags.Name>] = [:]
    for case .page(let address) in site.routes.addresses {
      for tag in GovernmentTags.of(address, title: "", in: site) where tag.isMissing {
        missing[place(of: tag.name, on: address), default: []].insert(tag.name)
      }
    }
    return missing.flatMap { place, names in
      GovernmentTags.Name.allCases.filter(names.contains).map { finding($0, at: place) }
    } + withoutTime()
  }

  /// Where an author gives what is missing.
  private enum Place: Hashable {
    case settings
    case page(PageRef)
  }

  private func place(of name: GovernmentTags.Name, on address: PageAddress) -> Place {
    if name == .siteDomain || name == .siteIDCode { return .settings }
    return GovernmentTags.page(givingTagsOf: address, in: site).map(Place.page) ?? .settings
  }

  private func finding(_ name: GovernmentTags.Name, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .profileMissingTag, "the profile cn-gov needs '\(name.rawValue)', and nothing here gives it",
      hint: hint(name, at: place), at: location(place))
  }

  private func hint(_ name: GovernmentTags.Name, at place: Place) -> Message {
    switch name {
    case .siteDomain: "add 'base-url', the address of the site"
    case .siteIDCode: "add 'identification-code' with its ten digits under 'owner'"
    case .columnDescription: place == .settings ? "add 'description', one sentence" : "add 'summary', one sentence"
    case .columnKeywords: "add 'tags: [word, word]'"
    case .pubDate: "add 'date: 2024-03-05 09:30', with the day and time of publication"
    case .contentSource: place == .settings ? "add 'publisher'" : "add 'source' or 'publisher'"
    default: "add it to the front matter"
    }
  }

  private func location(_ place: Place) -> SourceLocation {
    switch place {
    case .settings: site.settings.source.location(line: 1)
    case .page(let page): site.pages[page].parsed.start
    }
  }

  private func withoutTime() -> [Diagnostic] {
    site.pages.compactMap { page in
      guard page.date != nil, page.parsed.fields.time == nil else { return nil }
      return Diagnostic(
        .warning, .profileNoTime, "the date of '\(page.title)' has no time, so its PubDate ends in 00:00",
        hint: "write the time of publication too: 'date: \(page.date?.description ?? "") 09:30'",
        at: page.parsed.start)
    }
  }
}
