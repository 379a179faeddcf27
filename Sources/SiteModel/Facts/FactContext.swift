import Words

/// The data of the site that indicator facts need. A class, so that every object written shares one reference.
package final class FactContext: Sendable {
  let names: RegisterNames
  let pages: Table<PageTag, ResolvedPage>
  let links: LinkStyle
  let language: WordLanguage
  /// The file that the facts are written to. Addresses are relative to it if the site has no base URL.
  let file: Route
  /// The targets that indicators are aligned with, by indicator; only of those that are.
  let alignments: [ObjectIdentifier: [AlignedTarget]]

  package init(_ site: ResolvedSite, _ names: RegisterNames, file: Route) {
    self.names = names
    pages = site.pages
    links = site.links
    language = site.settings.language.words
    self.file = file
    alignments = site.alignments.isEmpty ? [:] : AlignedTarget.all(of: site, names, file)
  }
}
