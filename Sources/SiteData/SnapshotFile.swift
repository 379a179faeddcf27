import Actions
import DataFormats
import Indicators
import SiteModel
import SiteSources

/// `snapshots/<time>.json`: the present facts of the site, so that later builds can find changes.
package enum SnapshotFile {
  /// The time that the file is named after: `as-of` of the site, else the newest period with a figure. Nil if there is
  /// neither.
  package static func name(of site: ResolvedSite) -> String? {
    if let asOf = site.settings.asOf { return asOf.written }
    let newest = site.indicators.lazy.compactMap { $0.indicator.latest?.period }.max()
    return newest.map { $0.fileName }
  }

  /// The part of a snapshot that records the plan: without the title of the site, names in other languages and addresses,
  /// which later snapshots may well have in other forms.
  package static func record(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let (title, ends) = ("  \"title\":", ["  \"translations\":", "  \"addresses\":"])
    return bytes.split(separator: UInt8(ascii: "\n")).prefix { line in !ends.contains { line.starts(with: $0.utf8) } }
      .filter { !$0.starts(with: title.utf8) }
  }

  /// `editions` are the site in its other languages.
  package static func bytes(of site: ResolvedSite, editions: [ResolvedSite]) -> [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("format", "planpress-snapshot")
      json.member("version", Snapshot.version)
      json.member("title", site.settings.title)
      json.member("asOf", site.settings.asOf?.written)
      json.member("littleChange", site.settings.rules(tolerance: nil).littleChangeText)
      json.array("plans") { json in
        for plan in site.plans {
          json.object {
            let path = site.pages[plan.page].route.bare
            if !path.isEmpty { $0.member("plan", path) }
            $0.member("years", "\(plan.fields.period.start)-\(plan.fields.period.end)")
            $0.member("tolerance", plan.rules.toleranceText)
          }
        }
      }
      json.array("indicators") { json in
        for resolved in site.indicators { json.object { write(resolved, site, to: &$0) } }
      }
      if !site.actions.isEmpty {
        json.array("actions") { json in
          for resolved in site.actions { json.object { write(resolved, site, to: &$0) } }
        }
      }
      let translations = editions.map { (tag: $0.settings.language.tag, names: names(of: $0, like: site)) }
        .filter { !$0.names.isEmpty }
      if !translations.isEmpty {
        json.object(named: "translations") { json in
          for (tag, names) in translations {
            json.object(named: tag) { json in
              // sorted: reaches output
              for (name, own) in names.sorted(by: { $0.key < $1.key }) { json.member(named: name, own) }
            }
          }
        }
      }
      json.array("addresses") { json in for path in site.routes.pagePaths.sorted() { json.value(path) } }
    }
    return json.bytes
  }

  /// The names in an edition of all that reports name, where it is another word than in the main language.
  private static func names(of edition: ResolvedSite, like main: ResolvedSite) -> [String: String] {
    var names: [String: String] = [:]
    func add(_ name: String?, _ own: String?) {
      guard let name, let own, name != own, names[name] == nil else { return }
      names[name] = own
    }
    for (resolved, translated) in zip(main.indicators, edition.indicators) {
      let (indicator, own) = (resolved.indicator, translated.indicator)
      add(indicator.name, own.name)
      add(indicator.category, own.category)
      add(indicator.group, own.group)
      add(indicator.unit, own.unit)
      add(indicator.retired?.why, own.retired?.why)
    }
    for (resolved, own) in zip(main.actions, edition.actions) { add(resolved.action.name, own.action.name) }
    return names
  }

  private static func write(_ resolved: ResolvedIndicator, _ site: ResolvedSite, to json: inout JSONWriter) {
    let indicator = resolved.indicator
    json.member("id", indicator.id?.text)
    let plan = site.pages[site.plans[resolved.plan].page].route.bare
    if !plan.isEmpty { json.member("plan", plan) }
    json.member("name", indicator.name)
    for fact in indicator.detailFacts.dropFirst() { json.member(fact) }
    write(resolved.promiseFacts, to: &json)
    writeHistory(of: indicator, to: &json)
    let parts = indicator.facets.filter { $0.indicator.target != nil }
    if !parts.isEmpty {
      json.array("parts") { json in
        for part in parts {
          json.object { json in
            json.object(named: "where") { for cell in part.cells { $0.member(named: cell.name, cell.value) } }
            write(part.indicator.facts(quote: nil), to: &json)
            writeHistory(of: part.indicator, to: &json)
          }
        }
      }
    }
    json.member("category", indicator.category)
    json.member("group", indicator.group)
    json.member("department", resolved.lead.map { site.departments[$0].department.name })
    write(section: resolved.section, programme: resolved.programme, site, to: &json)
    json.member("retired", indicator.retired?.on.description)
    json.member("retiredWhy", indicator.retired?.why)
    json.member("status", resolved.assessment.status.rawValue)
    json.member("reason", resolved.assessment.reason?.rawValue)
    guard !indicator.observations.isEmpty else { return }
    json.object("values") { json in
      for observation in indicator.observations {
        if let state = observation.state {
          json.member(named: observation.period.description, state.rawValue)
        } else if let value = observation.value {
          json.member(named: observation.period.description, verbatim: NumberFormat.data(value))
        }
      }
    }
    let marked = indicator.observations.filter { $0.status != nil }
    if !marked.isEmpty {
      json.object("statuses") { json in
        for observation in marked {
          if let status = observation.status { json.member(named: observation.period.description, status.rawValue) }
        }
      }
    }
    let ranged = indicator.observations.filter { $0.range != nil && $0.value != nil }
    guard !ranged.isEmpty else { return }
    json.object("ranges") { json in
      for observation in ranged {
        guard let range = observation.range else { continue }
        json.array(named: observation.period.description) {
          $0.value(verbatim: NumberFormat.data(range.low))
          $0.value(verbatim: NumberFormat.data(range.high))
        }
      }
    }
  }

  private static func write(_ resolved: ResolvedAction, _ site: ResolvedSite, to json: inout JSONWriter) {
    let (action, facts) = (resolved.action, resolved.action.facts)
    json.member("id", action.id.value)
    let plan = site.pages[site.plans[resolved.plan].page].route.bare
    if !plan.isEmpty { json.member("plan", plan) }
    json.member("name", action.name)
    json.member("start", facts.start?.description)
    json.member("due", facts.due?.description)
    json.member("done", facts.done?.value.description)
    json.member("state", resolved.standing.state.rawValue)
    if let progress = facts.progress { json.member(named: "progress", verbatim: jsonText(progress)) }
    json.member("department", resolved.lead.map { site.departments[$0].department.name })
    write(section: resolved.section, programme: resolved.programme, site, to: &json)
    write(facts.dateChanges, to: &json)
    guard !facts.steps.isEmpty else { return }
    json.array("steps") { json in
      for step in facts.steps {
        json.object { json in
          json.member("name", step.name)
          json.member("due", step.due?.description)
          json.member("done", step.isDone)
          write(step.dateChanges, to: &json)
        }
      }
    }
  }

  private static func write(
    section: PageRef?, programme: ProgrammeRef?, _ site: ResolvedSite, to json: inout JSONWriter
  ) {
    json.member("section", section.map { site.pages[$0].route.bare })
    json.member("programme", programme.map { site.programmes[$0].programme.id.value })
  }

  /// The changes that the author declares.
  private static func write(_ changes: [DateChange], to json: inout JSONWriter) {
    let declared = changes.filter { !$0.entry.isUndeclared }
    guard !declared.isEmpty else { return }
    json.array("earlier") { json in
      for change in declared {
        json.object { json in
          if change.entry.start != nil { json.member("start", change.old.start?.description ?? "none") }
          if change.entry.due != nil { json.member("due", change.old.due?.description ?? "none") }
          json.member("until", change.entry.until.description)
          json.member("by", change.entry.by)
          json.member("why", change.entry.why)
        }
      }
    }
  }

  private static func writeHistory(of indicator: Indicator, to json: inout JSONWriter) {
    guard indicator.history != nil else { return }
    json.array("earlier") { json in
      for (earlier, facts) in indicator.promiseHistory {
        json.object {
          write(facts, to: &$0)
          $0.member("until", earlier.until.description)
          $0.member("by", earlier.by)
          $0.member("why", earlier.why)
        }
      }
    }
  }

  /// The facts of a target in an object of its own, then those of its indicator.
  private static func write(_ facts: [PromiseFact], to json: inout JSONWriter) {
    let target = facts.filter { PromiseFact.ofTarget.contains($0.key) }
    if !target.isEmpty { json.object(named: "target") { for fact in target { $0.member(fact) } } }
    for fact in facts where !PromiseFact.ofTarget.contains(fact.key) { json.member(fact) }
  }
}

extension JSONWriter {
  /// A fact of a promise under its key.
  package mutating func member(_ fact: PromiseFact) {
    switch fact.value {
    case .number(let text): member(named: fact.key, verbatim: text)
    case .text(let text): member(named: fact.key, text)
    case .list(let items): array(named: fact.key) { for item in items { $0.value(item) } }
    case .mapping(let facts): object(named: fact.key) { for fact in facts { $0.member(fact) } }
    }
  }

  private mutating func value(_ value: PromiseValue) {
    switch value {
    case .number(let text): self.value(verbatim: text)
    case .text(let text): self.value(text)
    case .list(let items): array { for item in items { $0.value(item) } }
    case .mapping(let facts): object { for fact in facts { $0.member(fact) } }
    }
  }
}

extension Period {
  /// The period in the name of a file, without a space or a slash: `2025`, `2025-Q3`, `2025-06`, and `2026` for
  /// 2025/26.
  fileprivate var fileName: String {
    switch self {
    case .year, .month, .day: description
    case .quarter(let year, let quarter): "\(year)-Q\(quarter)"
    case .half(let year, let half): Period.month(year, month: half * 6).description
    case .fiscalYear(let fiscal): String(fiscal.year + 1)
    case .fiscalPart:
      months.map { Period.month(($0.first + $0.count - 1) / 12, month: ($0.first + $0.count - 1) % 12 + 1).description }
        ?? description
    case .range(let range): String(range.last.year)
    }
  }
}
