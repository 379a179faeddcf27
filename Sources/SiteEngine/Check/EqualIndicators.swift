import Diagnostics
import Indicators
import SiteModel
import SiteSources

/// Finds indicators of one plan that readers cannot tell apart: with one name and no other unit.
struct EqualIndicators {
  let site: ParsedSite

  func diagnostics() -> [Diagnostic] {
    let folders = site.pages.filter { $0.isIndex && $0.fields.type?.value == .plan }.map(\.file.folder)
    var first: [String: [DeclaredIndicators.Entry]] = [:]
    var found: [Diagnostic] = []
    for (entry, folder) in DeclaredIndicators.all(of: site) {
      let indicator = entry.indicator
      guard indicator.retired == nil, indicator.continues == nil, indicator.plan == nil,
        let plan = DeclaredIndicators.plan(of: folder, among: folders)
      else { continue }
      let key = "\(plan)\u{0}\(DeclaredIndicators.plain(indicator.name))"
      if let other = first[key]?.first(where: { $0.hasUnit(of: indicator) }) {
        let range = indicator.id?.range ?? indicator.range
        let otherRange = other.indicator.id?.range ?? other.indicator.range
        found.append(
          Diagnostic(
            .warning, .auditSameName, "two indicators of this plan are called '\(indicator.name)'",
            hint: "if they are one, put all of it into one entry; else say in their names how they differ",
            at: entry.source.location(of: range),
            related: [.init("the other one is here", at: other.source.location(of: otherRange))]))
      } else {
        first[key, default: []].append(entry)
      }
    }
    return found
  }
}
