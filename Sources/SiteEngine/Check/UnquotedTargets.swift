import DataFormats
import Diagnostics
import Files
import Indicators
import SiteSources

/// Finds sentences that promise a number and that no indicator quotes.
struct UnquotedTargets {
  let site: ParsedSite
  /// Whether quotations were found that differ from their sentences: those sentences are reported with them.
  var hasChangedQuotations = false

  /// The notes, the ones that authors have put aside with their reasons, and warnings of sentences that are put aside and
  /// no longer occur.
  func findings(jobs: Int) async throws -> (
    notes: [Diagnostic], aside: [(Diagnostic, reason: String)], unused: [Diagnostic]
  ) {
    let targets = SiteTargets(site: site)
    let quotes = QuotedSentences(site)
    let gone = hasChangedQuotations ? GoneQuotations(targets) : nil
    let found = try await concurrentMap(targets.pages(), jobs: jobs) { page, plan in
      findings(of: page, in: plan, targets, quotes, gone)
    }
    let used = found.reduce(into: Set<String>()) { $0.formUnion($1.used) }
    let unused = site.pages.flatMap { page in
      page.fields.acceptances.filter { $0.quotation != nil && !used.contains("\(page.file.path) \($0.range.start)") }
        .map {
          Diagnostic(
            .warning, .unusedAcceptance, "this sentence is put aside here, but no longer promises a number",
            hint: "remove this line", at: page.source.location(of: $0.range))
        }
    }
    return (found.flatMap(\.notes), found.flatMap(\.aside), unused)
  }

  private struct PageFindings: Sendable {
    var notes: [Diagnostic] = []
    var aside: [(Diagnostic, reason: String)] = []
    /// The places of the acceptances that put a sentence aside.
    var used: Set<String> = []
  }

  private func findings(
    of page: ParsedPage, in plan: ParsedPage, _ targets: SiteTargets, _ quotes: QuotedSentences,
    _ gone: GoneQuotations?
  ) -> PageFindings {
    var found = PageFindings()
    let acceptances = page.fields.acceptances.filter { $0.quotation != nil }
    var last: String?
    for target in targets.targets(of: page, in: plan, quotes) where !target.draft.isMilestone {
      guard target.draft.quote != last, !target.isQuoted, gone?.indicator(of: target.draft) == nil else { continue }
      last = target.draft.quote
      let note = Diagnostic(
        .note, .unquotedTarget, "the sentence promises a number, and no indicator quotes it",
        hint: "'planpress extract' adds it; if it is not a target, put it aside under 'accept'", at: target.location)
      if let acceptance = acceptances.first(where: { AsideSentences([$0]).contains(target.draft.quote) }) {
        found.aside.append((note, acceptance.reason))
        found.used.insert("\(page.file.path) \(acceptance.range.start)")
      } else {
        found.notes.append(note)
      }
    }
    return found
  }
}
