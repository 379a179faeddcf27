import Actions
import Bytes
import DataFormats
import Indicators
import SiteModel
import SiteSources

/// The data that a search result shows, as a JSON array: title, number, path, plan or report (-1 for none), then fields
/// by kind.
///
/// For an indicator: status, the status in words, latest value, target. For an action: state, the state in words,
/// dates, department, and the first due date if it was changed. For a page: its headings and its boxes, each as a text
/// and an anchor; an anchor that can be derived from the text is 0. A path inside a plan or report begins with `~`.
enum EntryRecord {
  static func append(_ entry: SearchEntry, _ site: ResolvedSite, to json: inout JSONWriter) {
    json.array { json in
      switch entry.subject {
      case .indicator(let ref):
        let resolved = site.indicators[ref]
        let language = site.language(of: ref)
        let route =
          resolved.route ?? site.pages[resolved.section ?? site.plans[resolved.plan].page].route
        head(resolved.indicator.name, nil, route.path, entry.home, site, &json)
        json.value(resolved.assessment.status.rawValue)
        json.value(IndicatorWords.word(for: resolved.verdict, language))
        json.value(IndicatorWords.judged(of: resolved.indicator, resolved.assessment, language) ?? "")
        json.value(IndicatorWords.goal(of: resolved.indicator, language))
      case .page(let ref):
        let page = site.pages[ref]
        head(page.title, page.number, page.route.path, entry.home, site, &json)
        let places = page.places
        append(places.filter { $0.kind == .heading }, to: &json)
        append(places.filter { $0.kind == .box }, to: &json)
      case .programme(let ref):
        head(site.programmes[ref].programme.name, nil, site.programmes[ref].route.path, entry.home, site, &json)
      case .department(let ref):
        head(site.departments[ref].department.name, nil, site.departments[ref].route.path, nil, site, &json)
      case .action(let ref):
        let (resolved, language) = (site.actions[ref], site.settings.language.words)
        head(resolved.action.name, resolved.action.facts.code, resolved.route.path, entry.home, site, &json)
        json.value(resolved.standing.state.rawValue)
        json.value(ActionWords.word(for: resolved.standing.state, language))
        json.value(ActionWords.dates(of: resolved.action, language) ?? "")
        json.value(
          resolved.lead.map { site.departments[$0].department.shortName ?? site.departments[$0].department.name } ?? "")
        if let originalDue = ActionWords.originalDue(of: resolved.action, language) { json.value(originalDue) }
      case .term(let ref):
        let path = "\(ListPage.glossary.route.path)#\(site.terms[ref].anchor)"
        head(site.terms[ref].term.term.value, nil, path, nil, site, &json)
      }
    }
  }

  private static func head(
    _ title: String, _ number: String?, _ path: String, _ home: SearchHome?, _ site: ResolvedSite,
    _ json: inout JSONWriter
  ) {
    json.value(title)
    json.value(number ?? "")
    let start = home.map { site.pages[$0.page(in: site)].route.path } ?? "/"
    json.value(start != "/" && path.utf8.starts(with: start.utf8) ? "~" + path.dropFirst(start.count) : path)
    json.value(home?.number(in: site) ?? -1)
  }

  private static func append(_ places: [SearchPlace], to json: inout JSONWriter) {
    json.array { json in
      for place in places {
        json.value(place.text)
        if place.anchor == anchor(of: place.text) { json.value(0) } else { json.value(place.anchor) }
      }
    }
  }

  /// The anchor that `search.js` makes of a text: letters and digits, with `-` for everything between them.
  private static func anchor(of text: String) -> String {
    var anchor = ""
    var separates = false
    for scalar in text.unicodeScalars {
      guard isKept(scalar) else {
        separates = true
        continue
      }
      if separates, !anchor.isEmpty { anchor += "-" }
      separates = false
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A, 0x5F: anchor.unicodeScalars.append(scalar)
      case _ where scalar.isHan: anchor.unicodeScalars.append(scalar)
      default: anchor += scalar.properties.lowercaseMapping
      }
    }
    return anchor
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0..<0x80: false
    case _ where scalar.isHan: true
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
        true
      default: false
      }
    }
  }
}
