import Bytes
import DataFormats
import Files
import Markup
import SiteModel
import SiteSources

/// `/feed.xml`: the dated pages, the updates, and the statuses and figures that changed, as an Atom feed (RFC 4287), newest
/// first; and the feeds of plans, departments and indicators.
struct Feed {
  let site: ResolvedSite
  /// Nil for the whole site.
  var scope: FeedScope?

  /// Feed readers show what is newest; the rest remains on the site.
  private static let entryLimit = 50

  func write(into xml: inout ByteBuffer) {
    let entries = site.news(Feed.entryLimit, of: scope)
    let own = route
    xml.append(markup: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    xml.append(attribute: "xml:lang", site.settings.language.tag)
    xml.append(markup: ">\n")
    element("title", title, into: &xml)
    if let description = site.settings.description { element("subtitle", description, into: &xml) }
    element("id", identifier(of: own), into: &xml)
    link("alternate", address(of: page), into: &xml)
    link("self", address(of: own), into: &xml)
    element("updated", (entries.first?.date ?? firstDay).timestamp, into: &xml)
    author(into: &xml)
    for item in entries {
      let anchor = item.anchor.map { "#\($0)" } ?? ""
      xml.append(markup: "<entry>\n")
      element("title", item.title, into: &xml)
      element("id", identifier(of: item.route, item.identity.map { "#\($0)" } ?? anchor), into: &xml)
      link("alternate", address(of: item.route) + anchor, into: &xml)
      if let published = item.page.map({ site.pages[$0].date }) ?? item.date {
        element("published", published.timestamp, into: &xml)
      }
      element("updated", item.date.timestamp, into: &xml)
      if let summary = item.summary { element("summary", summary, into: &xml) }
      xml.append(markup: "</entry>\n")
    }
    xml.append(markup: "</feed>\n")
  }

  private var route: Route { scope.map(site.routes.route(of:)) ?? SiteFile.feed.route }

  /// The page that the feed is of.
  private var page: Route {
    switch scope {
    case nil: .root
    case .plan(let ref): site.pages[site.plans[ref].page].route
    case .department(let ref): site.departments[ref].route
    case .indicator(let ref): site.indicators[ref].route ?? .root
    }
  }

  private var title: String {
    switch scope {
    case nil: site.settings.title
    case .plan(let ref): "\(site.pages[site.plans[ref].page].title) · \(site.settings.title)"
    case .department(let ref): "\(site.departments[ref].department.name) · \(site.settings.title)"
    case .indicator(let ref): "\(site.indicators[ref].indicator.name) · \(site.settings.title)"
    }
  }

  /// A feed must have an update time. Without dated pages it is the start of the first plan.
  private var firstDay: CalendarDate {
    let start = site.plans.map(\.fields.period.start).min() ?? 1970
    return CalendarDate(year: start, month: 1, day: 1) ?? Feed.epoch
  }

  private static let epoch: CalendarDate = {
    guard let day = CalendarDate(year: 1970, month: 1, day: 1) else { preconditionFailure("1970 had a first day") }
    return day
  }()

  private func author(into xml: inout ByteBuffer) {
    xml.append(markup: "<author>")
    xml.append(markup: "<name>")
    xml.appendEscaped(site.settings.publisher ?? site.settings.title)
    xml.append(markup: "</name></author>\n")
  }

  private func element(_ name: StaticString, _ text: String, into xml: inout ByteBuffer) {
    xml.append(markup: "<")
    xml.append(markup: name)
    if let language = site.language(ofText: text) { xml.append(attribute: "xml:lang", language) }
    xml.append(markup: ">")
    xml.appendEscaped(text)
    xml.append(markup: "</")
    xml.append(markup: name)
    xml.append(markup: ">\n")
  }

  private func link(_ relation: String, _ address: String, into xml: inout ByteBuffer) {
    xml.append(markup: "<link")
    xml.append(attribute: "rel", relation)
    xml.append(attribute: "href", address)
    xml.append(markup: "/>\n")
  }

  /// Relative to the feed if the site has no base URL.
  private func address(of route: Route) -> String {
    site.links.absolute(route) ?? site.links.link(from: self.route, to: route)
  }

  /// RFC 4287 §4.2.6: an id never changes. Without a base URL it is derived from the site's title and the path, as a
  /// version 8 UUID (RFC 9562 §5.8).
  private func identifier(of route: Route, _ anchor: String = "") -> String {
    if let address = site.links.absolute(route) { return address + anchor }
    var first = Fingerprint()
    first.combine(Array("\(site.settings.title)\n\(route.path)\(anchor)".utf8))
    var second = first
    second.combine(Array("planpress".utf8))
    let digits = Array(first.text + second.text)
    let third = "8" + String(digits[13..<16])
    let fourth = "a" + String(digits[17..<20])
    return "urn:uuid:\(String(digits[0..<8]))-\(String(digits[8..<12]))-\(third)-\(fourth)-\(String(digits[20..<32]))"
  }
}

extension CalendarDate {
  /// The start of the day in UTC, in the RFC 3339 form that Atom requires.
  var timestamp: String { "\(description)T00:00:00Z" }
}
