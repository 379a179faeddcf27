import Bytes
import DataFormats
import Diagnostics
import Files
import Indicators
import Markup
import SiteModel
import SiteSources

extension Author {
  /// The targets that the sentences of the site promise: those that no indicator has yet, and no author has put aside.
  /// In reading order.
  package func extract() -> [ExtractedTarget] {
    let targets = SiteTargets(site: site)
    var found = targets.found().filter { !$0.isKnown && !$0.isPutAside }
    guard !found.isEmpty else { return [] }
    let gone = GoneQuotations(targets)
    for index in found.indices { found[index].changedIndicator = gone.indicator(of: found[index].draft)?.id?.value }
    let declared = declaredIndicators(of: found)
    for index in found.indices {
      found[index].namesake = declared[found[index].plan].flatMap { namesake(of: found[index], among: $0)?.namesake }
    }
    return found
  }

  /// The entries that `accept` added.
  package struct Accepted: Sendable {
    package let register: String
    package let count: Int
    /// The ids of the indicators that were there already and got a quotation.
    package var quoting: [String] = []
  }

  /// Adds targets to the registers of their plans. Targets of one sentence for several years are one indicator. An indicator of
  /// that name without a quotation gets it, instead of a second entry.
  package func accept(_ targets: [ExtractedTarget]) throws -> [Accepted] {
    var used = usedIDs
    var plans: [String] = []
    var lines: [String: [[String]]] = [:]
    var isTaken = targets.map { _ in false }
    let quoting = try quote(targets)
    for index in quoting.taken { isTaken[index] = true }
    for (index, target) in targets.enumerated() where !isTaken[index] {
      var others: [ExtractedTarget] = []
      for later in targets.indices where later > index && !isTaken[later] {
        if target.isRepeated(by: targets[later]) { isTaken[later] = true }
        guard target.isSameThing(as: targets[later]) else { continue }
        isTaken[later] = true
        others.append(targets[later])
      }
      if lines[target.plan] == nil { plans.append(target.plan) }
      let id = uniqueID(for: target.draft.name, &used)
      lines[target.plan, default: []].append(
        target.lines(
          id: id, with: others, end: planEnd(target.plan),
          isChinese: target.draft.quote.containsHan, yaml))
    }
    let added = try plans.map { plan -> Accepted in
      let entries = lines[plan] ?? []
      // A register whose entries are divided by an empty line is continued so.
      let added = try append(separated(entries, plan), count: entries.count, toRegister: .indicators, plan: plan) {
        IndicatorRegister.decode($0).value?.count
      }
      return Accepted(register: added.path, count: entries.count)
    }
    return quoting.registers + added
  }

  /// Adds the indicator that a sentence promises, under a given id. What `new` says replaces what was read; a kind of
  /// nil and a name that is empty say nothing. Returns the register's path and the entry's line, 1-based.
  package func addIndicator(
    from quotation: String, id: String, name: String?, unit: String?, kind: IndicatorKind?, target: String?,
    baseline: String? = nil, plan: String?
  ) throws -> (path: String, line: Int) {
    let promised = try promise(quoted: quotation, named: name)
    var draft = promised.draft
    draft.quote = quotation
    if let name { draft.name = name }
    if let unit { draft.unit = unit }
    if let kind { draft.kind = kind }
    if let target {
      guard let number = DecimalNumber(target) else {
        throw Refusal("the target must be a number, not '\(target)'", hint: DecimalNumber.hint(for: target))
      }
      draft.goal = .value(number)
    }
    if let baseline { try take(baseline, as: &draft) }
    guard !promised.with(draft).needsBaseline else {
      throw Refusal(
        "the sentence says by how much '\(draft.name)' is to change, and not what it was",
        hint: "add '--baseline 2020=400' with the year and the value, or '--target' with what it should reach")
    }
    let plan = try plan.map { try planFolder($0) } ?? promised.plan
    let lines = promised.with(draft).lines(
      id: id, with: [], end: planEnd(plan), isChinese: quotation.containsHan, yaml)
    return try addIndicator(lines, id: id, plan: plan)
  }

  /// Reads `2020=400`, or `400` where the sentence says the year.
  private func take(_ baseline: String, as draft: inout DraftTarget) throws {
    let parts = baseline.split(separator: "=", omittingEmptySubsequences: false).map { String($0).trimmingSpaces }
    guard let value = parts.last.flatMap({ DecimalNumber($0) }), parts.count <= 2 else {
      throw Refusal("the baseline must be a number, not '\(baseline)'", hint: "write the year and the value: 2020=400")
    }
    if parts.count == 2 {
      guard let year = Int(parts[0]), (1000...9999).contains(year) else {
        throw Refusal("'\(parts[0])' is not a year", hint: "write the year and the value: 2020=400")
      }
      draft.baselineYear = year
    }
    draft.baseline = value
  }

  /// The command that adds a target with the baseline that its sentence does not say.
  package func command(adding target: ExtractedTarget, baseline: Int) -> String {
    var used = usedIDs
    let plan = site.pages.first { $0.isIndex && $0.file.folder == target.plan }?.fields.plan
    var words = ["planpress", "new", "indicator", uniqueID(for: target.draft.name, &used)]
    words += ["--name", target.draft.name, "--from", target.draft.quote]
    words += ["--baseline", "\(plan.map { "\($0.period.start - 1)=" } ?? "")\(baseline)"]
    if planFolders.count > 1 { words += ["--plan", target.plan] }
    return words.map(HintedCommands.word).joined(separator: " ")
  }

  /// The only target of the sentence with these words. Refuses words that no sentence has, and several targets.
  private func promise(quoted quotation: String, named name: String?) throws -> ExtractedTarget {
    let words = letters(quotation)
    guard !words.isEmpty else { throw Refusal("the quotation has no words") }
    var found = SiteTargets(site: site).found().filter { letters($0.draft.quote).contains(words) }
    if found.count > 1 {
      // The numbers that the quotation itself has.
      let numbers = TargetFinder.numbers(in: quotation)
      let named = found.filter { target in target.draft.value.map { numbers.contains($0.value) } ?? false }
      if !named.isEmpty { found = named }
    }
    if let name, found.count > 1, let same = found.first(where: { $0.draft.name == name }) { found = [same] }
    guard let first = found.first else {
      throw Refusal(
        "no sentence that promises something has the words '\(quotation)'",
        hint: "'planpress extract' lists the sentences; leave out '--from' to add an indicator without one")
    }
    guard found.count == 1 else {
      throw Refusal(
        "the quotation promises several things: \(list: found.map { "'\($0.draft.name)'" as String })",
        hint: "quote the words of one of them, or name it with '--name'")
    }
    return first
  }

  private func separated(_ entries: [[String]], _ plan: String) -> [String] {
    var lines: [String] = []
    for entry in entries {
      if !lines.isEmpty { lines.append("") }
      lines += entry
    }
    return lines
  }

  /// The ids of the site's indicators, in lower case.
  private var usedIDs: Set<String> {
    Set(
      (site.indicators.flatMap(\.entries) + site.pages.flatMap(\.fields.indicators)).compactMap {
        $0.id?.value.lowercased()
      })
  }

  func planEnd(_ folder: String) -> Int? {
    site.pages.first { $0.isIndex && $0.file.folder == folder }?.fields.plan?.period.end
  }

  private func uniqueID(for name: String, _ used: inout Set<String>) -> String {
    let slug = (Slug(name)?.text ?? "target").prefix(60)
    var id = String(slug)
    while id.hasSuffix("-") { id.removeLast() }
    var unique = id
    var number = 2
    while !used.insert(unique.lowercased()).inserted {
      unique = "\(id)-\(number)"
      number += 1
    }
    return unique
  }
}
