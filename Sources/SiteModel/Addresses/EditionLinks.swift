import Markup
import SiteSources

// Links between the editions of a site in its languages: the same route below another folder.
extension ResolvedSite {
  /// The address of `target` in an edition, on the page of this edition at `route`.
  package func link(from route: Route, to target: Route, inEdition edition: Int) -> String {
    let folder = SiteRoot.folder(settings, edition)
    if let base = settings.mainURL ?? settings.baseURL { return base.path + folder + links.suffix(to: target) }
    let up = String(
      repeating: "../", count: route.depth + (settings.folder(ofEdition: settings.edition).isEmpty ? 0 : 1))
    return links.link(up, folder + links.suffix(to: target))
  }

  /// The full address of a route in an edition; nil without a base URL.
  package func absolute(_ route: Route, inEdition edition: Int) -> String? {
    guard let base = settings.mainURL ?? settings.baseURL else { return nil }
    return base.origin + base.path + SiteRoot.folder(settings, edition) + links.suffix(to: route)
  }
}

private enum SiteRoot {
  /// `en/`; empty for the edition in the main language.
  static func folder(_ settings: SiteSettings, _ edition: Int) -> String {
    let folder = settings.folder(ofEdition: edition)
    return folder.isEmpty ? "" : folder + "/"
  }
}
