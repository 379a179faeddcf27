import Actions
import Bytes
import Indicators
import Markup
import SiteModel
import SiteSources
import Words

/// Reads the texts of entries into terms.
struct EntryReader: ~Copyable {
  let site: ResolvedSite
  var terms = TermReader()

  init(_ site: ResolvedSite) {
    self.site = site
  }

  /// Adds the terms of an entry. The best field of a term counts, so titles come first.
  mutating func read(_ entry: SearchEntry, number: Int) {
    terms.terms.begin(number)
    switch entry.subject {
    case .indicator(let ref):
      read(site.indicators[ref])
      texts(updates(about: .indicator(ref)))
    case .page(let ref): read(site.pages[ref])
    case .programme(let ref):
      let programme = site.programmes[ref].programme
      titles([programme.name] + programme.aliases)
      texts([programme.summary])
    case .department(let ref):
      let department = site.departments[ref].department
      titles([department.name, department.shortName] + department.aliases)
      texts([department.summary])
    case .action(let ref):
      let action = site.actions[ref].action
      titles([action.name] + action.facts.aliases)
      terms.add(term: TitleKey.text(of: action.id.value))
      texts([action.id.value, action.facts.code, action.facts.summary, action.facts.place, action.facts.source])
      texts(action.facts.steps.map(\.name) + action.facts.notes)
      texts(updates(about: .action(ref)))
      texts([ActionWords.dates(of: action, site.settings.language.words)])
      texts(names(of: site.actions[ref].lead))
      // `overdue action`: what the state and the kind are called.
      let words = site.settings.language.words
      terms.read(
        ActionWords.word(for: site.actions[ref].standing.state, words) + " " + words[.action], as: .place)
    case .term(let ref):
      let term = site.terms[ref].term
      titles([term.term.value, term.english] + term.aliases.map(\.value))
      texts([site.terms[ref].plainDefinition])
    }
    addFilters(of: entry)
  }

  private mutating func read(_ resolved: ResolvedIndicator) {
    let (indicator, details) = (resolved.indicator, resolved.indicator.details)
    titles([indicator.name, details?.shortName])
    texts([
      indicator.id?.text, indicator.unit, resolved.definitionText, details?.category, details?.group, details?.source,
      resolved.quote,
    ])
    texts(details?.notes ?? [])
    if let id = indicator.id { terms.add(term: TitleKey.text(of: id.text)) }
    // The figures in its result, and the department in charge.
    let language = site.settings.language.words
    texts([
      IndicatorWords.judged(of: indicator, resolved.assessment, language), IndicatorWords.goal(of: indicator, language),
    ])
    texts(names(of: resolved.lead))
    // The words of status, nature and kind: `behind`, `约束性指标`.
    terms.read(IndicatorWords.word(for: resolved.verdict, language), as: .place)
    texts([(indicator.nature.map { IndicatorWords.word(for: $0, language) } ?? "") + language[.indicator]])
  }

  private func names(of department: DepartmentRef?) -> [String?] {
    department.map { [site.departments[$0].department.name, site.departments[$0].department.shortName] } ?? []
  }

  private func updates(about subject: UpdateSubject) -> [String] {
    site.updates.isEmpty ? [] : site.updates.about(subject).flatMap { [$0.title, $0.text].compactMap(\.self) }
  }

  private mutating func read(_ page: ResolvedPage) {
    titles([page.title, page.parsed.fields.shortTitle])
    // A number alone, such as 第一章, is no title of its own.
    if let number = page.number { terms.read(number, as: .title) }
    for place in page.places { terms.read(place.text, as: .place) }
    texts([page.summary])
    texts(page.tags)
    terms.terms.field = .text
    let document = page.parsed.document
    terms.directives = page.directives.map { [site] in site.text(of: $0) }
    document.body.visitText(omitsLeadingTitle: page.takesTitleFromText, &terms)
  }

  private mutating func titles(_ titles: [String?]) {
    for case let title? in titles {
      terms.read(title, as: .title)
      terms.add(term: TitleKey.text(of: title))
    }
  }

  private mutating func texts(_ texts: [String?]) {
    for case let text? in texts { terms.read(text, as: .text) }
  }

  /// Terms that begin with `!`, which no text holds: for them, filters and words are one thing.
  private mutating func addFilters(of entry: SearchEntry) {
    if let plan = entry.plan { terms.add(term: SearchFilter.plan(plan)) }
    if let department = entry.department { terms.add(term: SearchFilter.department(department)) }
    if case .action(let ref) = entry.subject {
      for department in site.actions[ref].support { terms.add(term: SearchFilter.department(department)) }
      terms.add(term: SearchFilter.state(site.actions[ref].standing.state))
      if site.actions[ref].action.facts.originalDue != nil { terms.add(term: SearchFilter.moved) }
    }
    guard case .indicator(let ref) = entry.subject else { return }
    let verdict = site.indicators[ref].verdict
    if !verdict.isGivenUp {
      terms.add(
        term: verdict.isOverdueMilestone ? SearchFilter.state(.overdue) : SearchFilter.status(verdict.status))
    }
    if site.indicators[ref].indicator.history != nil { terms.add(term: SearchFilter.moved) }
    for department in site.indicators[ref].support { terms.add(term: SearchFilter.department(department)) }
  }
}

/// The terms by which results are filtered; the options of the search page have them as values.
package enum SearchFilter {
  package static func plan(_ ref: PlanRef) -> String { "!p\(ref.index)" }
  package static func department(_ ref: DepartmentRef) -> String { "!d\(ref.index)" }
  package static func status(_ status: IndicatorStatus) -> String { "!s\(status.rawValue)" }
  /// Indicators and actions that are `planned` or `started` are found by one option.
  package static func state(_ state: ActionState) -> String { "!s\(state.rawValue)" }
  /// Indicators whose target was changed, and actions whose due date was.
  package static let moved = "!moved"
}

/// The term of a whole title: a query that is one finds it first.
enum TitleKey {
  static func text(of title: String) -> String {
    // FNV-1a, 32 bits, of the folded letters and digits without anything between them.
    var hash: UInt32 = 0x811C_9DC5
    func add(_ byte: UInt8) { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    for scalar in title.unicodeScalars {
      switch scalar.value {
      // Most titles consist of these.
      case 0x30...0x39, 0x61...0x7A, 0x4000...0x9FFF: UTF8.encode(scalar)?.forEach(add)
      default:
        switch FoldedScalar(scalar) {
        case .paired: UTF8.encode(scalar)?.forEach(add)
        case .word(let letters): letters.utf8.forEach(add)
        case .ignored, .other: break
        }
      }
    }
    return "=" + String(hash, radix: 36)
  }
}

extension ResolvedPage {
  /// The headings and boxes of the page, without the one that is its title.
  var places: [SearchPlace] {
    let headings = parsed.document.headings.dropFirst(takesTitleFromText ? 1 : 0)
    var places = headings.map { SearchPlace(kind: .heading, text: $0.text, anchor: $0.anchor) }
    for case .box(let title?, let id) in directives {
      places.append(SearchPlace(kind: .box, text: title, anchor: id ?? ""))
    }
    return places
  }
}
