import DataFormats
import Markup
import SiteModel
import SiteSources
import Templates
import Words

/// A line about the owner of the site, at the foot of every page.
struct OwnerLineView: TemplateView {
  /// The key in `site.yaml`, such as `icp`.
  let name: String
  let label: String
  let text: String
  let url: String?

  static let fields = ViewFields<Self>(
    "OwnerLine",
    [
      .text("name", "the key in site.yaml, such as icp") { $0.name },
      .text("label", "what the line says, such as Contact") { $0.label },
      .text("text", "the line itself") { $0.text },
      .optionalText("url", "where it leads to") { $0.url },
    ])
}

extension SiteOwner {
  /// The lines in the order of the page; `address` is where an address of its leads from the page.
  func lines(_ words: WordLanguage, address: (Located<String>) -> String?) -> [OwnerLineView] {
    func line(_ word: Word, _ text: String?, url: String? = nil) -> OwnerLineView? {
      text.map { OwnerLineView(name: word.name, label: words[word], text: $0, url: url) }
    }
    return [
      line(.operatedBy, operatedBy),
      line(.email, email?.value, url: email.map { "mailto:\($0.value)" }),
      line(.phone, phone, url: phone.map { "tel:\($0.filter { $0.isNumber || $0 == "+" })" }),
      line(.address, self.address),
      line(.identificationCode, identificationCode),
      line(.icp, icp, url: SiteOwner.icpRecords),
      line(.police, police, url: policeRecord),
      line(.licence, licence?.title, url: licence?.url.flatMap(address)),
      line(
        .accessibility, accessibility.map { _ in words[.accessibilityStatement] },
        url: accessibility.flatMap(address)),
    ].compactMap(\.self)
  }
}

extension ResolvedLink {
  /// Its address on the page at `route`; `written` is the address in the content.
  func address(written: String, on route: Route, of site: ResolvedSite) -> String {
    switch self {
    case .asWritten: withASCIIHost(written)
    case .page(let ref, let suffix): site.links.link(from: route, to: site.pages[ref].route) + suffix
    case .gone: preconditionFailure("only a link in the text of a report leads to what is gone")
    case .route(let target, let suffix): site.links.link(from: route, to: target) + suffix
    }
  }
}

extension SiteRenderer {
  /// Where a reader reports an error on a page: an e-mail with the page's title and address, or a form, whose address may
  /// ask for them as `{title}` and `{url}`. Nil if the site has no such address.
  func reportAddress(on route: Route, title: String) -> String? {
    guard let written = site.settings.owner?.reportErrors?.value, let link = site.writtenLinks[written] else {
      return nil
    }
    let page = site.links.absolute(route) ?? route.path
    var address = link.address(written: written, on: route, of: site)
    if URLReference(address) == .contact, !address.utf8.contains(UInt8(ascii: "?")) {
      address += "?subject={title}&body={url}"
    }
    return address.replacing("{title}", with: percentEncoded(queryValue: title))
      .replacing("{url}", with: percentEncoded(queryValue: page))
  }
}
