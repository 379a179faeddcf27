/// The data of the site that indicator facts need. A class, so that every object written shares one reference.
package final class FactContext: Sendable {
  let names: RegisterNames
  let pages: Table<PageTag, ResolvedPage>
  let links: LinkStyle
  /// The file that the facts are written to. Addresses are relative to it if the site has no base URL.
  let file: Route

  package init(_ site: ResolvedSite, _ names: RegisterNames, file: Route) {
    self.names = names
    pages = site.pages
    links = site.links
    self.file = file
  }
}
