import DataFormats
import Diagnostics
import Indicators

/// Warns of figures that can be read and yet give reason to ask, of promises that no text makes, and of quotations that
/// their section does not hold.
struct StatusAuditor: Sendable {
  /// How much older than the newest figure of its plan an indicator's latest may be, in years.
  private static let stalePeriod = 2.0

  let indicators: [ResolvedIndicator]
  /// Parallel to `indicators`.
  let declared: [ParsedIndicator]
  let pages: [ParsedPage]
  /// How many sections each plan has.
  let sectionCounts: [Int]
  /// The indicators that a text shows or names.
  let mentioned: Set<Int>

  func diagnostics(jobs: Int) async throws -> [Diagnostic] {
    let newest = newestByPlan()
    let found = try await concurrentMap(Array(indicators.indices), jobs: jobs, longestRun: 64) { place -> [Diagnostic] in
      let resolved = indicators[place]
      var found: [Diagnostic] = []
      for finding in audit(resolved.indicator) { found.append(warning(finding, place)) }
      for finding in partsGaps(in: resolved.indicator) { found.append(gap(finding, place)) }
      if let finding = stale(place, newest: newest[resolved.plan]) { found.append(finding) }
      if let finding = unmentioned(place) { found.append(finding) }
      return found
    }
    var diagnostics: [Diagnostic] = []
    for findings in found where !findings.isEmpty { diagnostics += findings }
    var texts: [Int: String] = [:]
    for place in indicators.indices where declared[place].declaration.quote != nil {
      if let finding = misquoted(place, &texts) { diagnostics.append(finding) }
    }
    return diagnostics
  }

  // MARK: Figures

  private func warning(_ finding: AuditFinding, _ place: Int) -> Diagnostic {
    let name = indicators[place].indicator.name
    switch finding {
    case .direction(let comparator, let leadsUp):
      return diagnostic(
        .auditDirection, place,
        "'\(comparator.rawValue)' asks for the other side than '\(name)' is to move to, which is \(leadsUp ? "up" : "down")",
        hint: "turn the comparator round, or check baseline and target")
    case .noDistance:
      return diagnostic(
        .auditNoDistance, place, "baseline and target of '\(name)' are the same, so no progress can be measured",
        hint: "use 'kind: floor' or 'kind: ceiling' for a value that is to be kept")
    case .late(let period):
      return diagnostic(
        .auditLateValue, place, "'\(name)' has a value for \(period), after its target",
        hint: "the status is judged by the latest value; give the indicator a later target, or leave the value to the next plan")
    case .share(let period, let value):
      return diagnostic(
        .auditShare, place, "'\(name)' is a share and has \(value.data)% in \(period), outside 0 to 100",
        hint: "check the value and the unit; growth is 'kind: rate'")
    case .fallingSum(let period):
      return diagnostic(
        .auditFallingSum, place, "the sum of '\(name)' falls in \(period), and what is added up cannot",
        hint: "say 'measure: annual' if each value is of its own year")
    case .metBefore:
      return diagnostic(
        .auditMetBefore, place, "the baseline of '\(name)' meets the target already", hint: "check baseline, target and comparator")
    case .strictApproximation:
      return diagnostic(
        .auditApproximate, place, "the target of '\(name)' is approximate and has a strict comparator",
        hint: "take 'approx' or 'comparator' away: about 5 is met within 5 %, more than 5 is not")
    }
  }

  private func gap(_ gap: PartsGap, _ place: Int) -> Diagnostic {
    diagnostic(
      .auditParts, place,
      "the parts of '\(indicators[place].indicator.name)' by \(gap.dimension) add up to \(gap.sum.data) in \(gap.period), and the whole is \(gap.whole.data)",
      hint: "check the figures, or add the part that is missing")
  }

  private func newestByPlan() -> [Double] {
    var newest = [Double](repeating: -.infinity, count: sectionCounts.count)
    for resolved in indicators {
      guard let end = resolved.assessment.latest?.period.end else { continue }
      newest[resolved.plan] = max(newest[resolved.plan], end)
    }
    return newest
  }

  private func stale(_ place: Int, newest: Double) -> Diagnostic? {
    let resolved = indicators[place]
    guard let last = resolved.indicator.observations.last?.period.end, newest - last > Self.stalePeriod + 1e-9,
      resolved.assessment.status != .achieved, resolved.assessment.status != .achievedEarly,
      let latest = resolved.assessment.latest
    else { return nil }
    return diagnostic(
      .auditStale, place,
      "the latest value of '\(resolved.indicator.name)' is of \(latest.period), more than two years older than other figures of the plan",
      hint: "add newer values, or the newest period without a value to say that none is published")
  }

  // MARK: Texts

  private func unmentioned(_ place: Int) -> Diagnostic? {
    let resolved = indicators[place]
    // A plan of nothing but indicators has no text to mention them.
    guard resolved.section == nil, !mentioned.contains(place), sectionCounts[resolved.plan] > 0 else { return nil }
    return diagnostic(
      .auditUnmentioned, place, "no section mentions '\(resolved.indicator.name)'",
      hint: "say which section promises it, 'from: {section: …}', or show it there with ::indicators")
  }

  /// Compared without spaces and marks: a line break or another quotation mark changes no quotation.
  private func misquoted(_ place: Int, _ texts: inout [Int: String]) -> Diagnostic? {
    let resolved = indicators[place]
    guard let quote = declared[place].declaration.quote, let section = resolved.section else { return nil }
    let text = texts[section] ?? letters(pages[section].document.plainText())
    texts[section] = text
    guard !text.contains(letters(quote.value)) else { return nil }
    return Diagnostic(
      .warning, .auditQuote, "the section '\(pages[section].title)' does not say this",
      hint: "copy the sentence from the section's text, or take 'quote' away",
      at: declared[place].source.location(of: quote.range))
  }

  private func letters(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }

  private func diagnostic(_ code: DiagnosticCode, _ place: Int, _ message: String, hint: String) -> Diagnostic {
    let parsed = declared[place]
    let range = parsed.declaration.id?.range ?? parsed.declaration.range
    return Diagnostic(.warning, code, message, hint: hint, at: parsed.source.location(of: range))
  }
}
