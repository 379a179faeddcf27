import DataFormats
import Diagnostics
import Files
import Indicators
import Markup
import SiteSources

extension Author {
  /// The targets that the sentences of the site promise: those that no indicator has yet, and no author has put aside. In
  /// reading order.
  package func extract() -> [ExtractedTarget] {
    SiteTargets(site: site).found().filter { !$0.isKnown && !$0.isPutAside }
  }

  /// What `accept` added.
  package struct Accepted: Sendable {
    package let register: String
    package let count: Int
  }

  /// Adds targets to the registers of their plans, and touches nothing else. Targets of one sentence for several years are
  /// one indicator.
  package func accept(_ targets: [ExtractedTarget]) throws -> [Accepted] {
    var used = Set(
      (site.indicators.flatMap(\.entries) + site.pages.flatMap(\.fields.indicators)).compactMap {
        $0.id?.value.lowercased()
      })
    var plans: [String] = []
    var lines: [String: [[String]]] = [:]
    var isTaken = targets.map { _ in false }
    for (index, target) in targets.enumerated() where !isTaken[index] {
      var others: [ExtractedTarget] = []
      for later in targets.indices where later > index && !isTaken[later] && target.isSameThing(as: targets[later]) {
        isTaken[later] = true
        others.append(targets[later])
      }
      if lines[target.plan] == nil { plans.append(target.plan) }
      let id = uniqueID(for: target.draft.name, &used)
      lines[target.plan, default: []].append(
        target.lines(
          id: id, with: others, end: planEnd(target.plan),
          isChinese: target.draft.quote.unicodeScalars.contains { $0.value >= 0x3400 }, yaml))
    }
    return try plans.map { plan in
      let entries = lines[plan] ?? []
      // A register whose entries are divided by an empty line is continued so.
      let added = try append(separated(entries, plan), count: entries.count, toRegister: .indicators, plan: plan) {
        IndicatorRegister.decode($0).value?.count
      }
      return Accepted(register: added.path, count: entries.count)
    }
  }

  private func separated(_ entries: [[String]], _ plan: String) -> [String] {
    var lines: [String] = []
    for entry in entries {
      if !lines.isEmpty { lines.append("") }
      lines += entry
    }
    return lines
  }

  private func planEnd(_ folder: String) -> Int? {
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
