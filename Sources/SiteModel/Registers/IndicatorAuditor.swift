import DataFormats
import Diagnostics
import Indicators
import SiteSources

/// Warns about figures that are valid but implausible, indicators that no text mentions, and quotations missing from
/// their section.
struct IndicatorAuditor: Sendable {
  /// How much older an indicator's latest figure may be than the newest figure of its plan, in years.
  private static let stalePeriod = 2.0

  let registers: ResolvedRegisters
  let pages: PageTable
  /// The number of sections of each plan.
  let sectionCounts: Table<PlanTag, Int>
  /// The pages whose text mentions each indicator.
  let mentions: Table<IndicatorTag, [PageRef]>

  /// Skips groups without doubtful figures, which are most of them, without reading their indicators.
  func diagnostics() -> [Diagnostic] {
    let newest = newestByPlan()
    let groups = registers.groups
    var diagnostics: [Diagnostic] = []
    // Indexed, because iterating would copy each group, which costs more than reading it.
    for index in groups.indices {
      let newest = newest[groups[index].plan]
      guard
        groups[index].page == nil || !groups[index].doubts.isEmpty || isStale(groups[index].oldest, newest: newest)
      else { continue }
      let group = groups[index]
      var doubts = group.doubts[...]
      for (row, ref) in group.refs.enumerated() {
        let item = Item(resolved: registers.indicators[ref], source: group.source, declaration: group.declared[row])
        if let doubt = doubts.first, doubt.ref == ref {
          for finding in doubt.figures { diagnostics.append(warning(finding, item)) }
          for finding in doubt.parts { diagnostics.append(gap(finding, item)) }
          doubts.removeFirst()
        }
        if let finding = stale(item, newest: newest) { diagnostics.append(finding) }
        if mentions[ref].isEmpty, let finding = unmentioned(item) { diagnostics.append(finding) }
      }
    }
    diagnostics += misquoted()
    for index in groups.indices where groups[index].namesSomething {
      for (ref, declaration) in zip(groups[index].refs, groups[index].declared) where declaration.quote != nil {
        let item = Item(resolved: registers.indicators[ref], source: groups[index].source, declaration: declaration)
        if let finding = quotedOtherwise(item) { diagnostics.append(finding) }
      }
    }
    return diagnostics
  }

  /// An indicator and its declaration.
  private struct Item {
    let resolved: ResolvedIndicator
    let source: SourceText
    let declaration: IndicatorDeclaration

    var name: String { resolved.indicator.name }
  }

  // MARK: Figures

  private func warning(_ finding: AuditFinding, _ item: Item) -> Diagnostic {
    let name = item.name
    switch finding {
    case .direction(let comparator, let leadsUp):
      return diagnostic(
        .auditDirection, item,
        "comparator '\(comparator.rawValue)' contradicts the target: '\(name)' should \(leadsUp ? "rise" : "fall")",
        hint: "reverse the comparator, or check baseline and target")
    case .noDistance:
      return diagnostic(
        .auditNoDistance, item, "baseline and target of '\(name)' are the same, so progress cannot be measured",
        hint: "if the value should be kept, use 'kind: floor' or 'kind: ceiling'")
    case .late(let period):
      return diagnostic(
        .auditLateValue, item, "'\(name)' has a value for \(period), after its target",
        hint:
          "the status is based on the latest value; add a later target, or leave this value for the next plan"
      )
    case .share(let period, let value):
      return diagnostic(
        .auditShare, item,
        "'\(name)' is \(NumberFormat.data(value))% in \(period), but a share must be between 0 and 100",
        hint: "check the value and the unit; for growth, use 'kind: rate'")
    case .fallingSum(let period):
      return diagnostic(
        .auditFallingSum, item, "the running total of '\(name)' falls in \(period), but a total can only grow",
        hint: "if each value is for its own year, add 'measure: annual'")
    case .wrongSide(let wantsMore):
      return diagnostic(
        .auditWrongSide, item,
        "the target of '\(name)' is \(wantsMore ? "below" : "above") its baseline, but \(wantsMore ? "more" : "less") is better, so it is not assessed",
        hint:
          "if the value must not \(wantsMore ? "fall below" : "exceed") the target, write 'kind: \(wantsMore ? "floor" : "ceiling")'; else check baseline, target and direction"
      )
    case .unclearMeasure:
      return diagnostic(
        .auditMeasure, item, "'\(name)' does not say what its values count",
        hint: "add 'measure: cumulative' if each is the total so far, or 'measure: annual' if each is for its own year")
    case .strictApproximation:
      return diagnostic(
        .auditApproximate, item, "the target of '\(name)' is approximate, but has a strict comparator",
        hint: "remove 'approx' or 'comparator': 'about 5' is met within 5 %, 'more than 5' is not")
    case .tooLarge(let number):
      return diagnostic(
        .auditTooLarge, item,
        "'\(name)' has the figure \(NumberFormat.data(number)), but figures from 10^15 on are not assessed",
        hint: "give its figures in a larger unit, such as 'million', or correct the figure")
    }
  }

  private func gap(_ gap: PartsGap, _ item: Item) -> Diagnostic {
    diagnostic(
      .auditParts, item,
      "the parts of '\(item.name)' by \(gap.dimension) add up to \(NumberFormat.data(gap.sum)) in \(gap.period), but the total is \(NumberFormat.data(gap.whole))",
      hint: "check the figures, or add the missing part")
  }

  private func newestByPlan() -> Table<PlanTag, Double> {
    var newest = Table<PlanTag, Double>(repeating: -.infinity, count: sectionCounts.count)
    for group in registers.groups.indices {
      let plan = registers.groups[group].plan
      newest[plan] = max(newest[plan], registers.groups[group].newest)
    }
    return newest
  }

  private func isStale(_ last: Double, newest: Double) -> Bool { newest - last > Self.stalePeriod + 1e-9 }

  private func stale(_ item: Item, newest: Double) -> Diagnostic? {
    let resolved = item.resolved
    guard let last = resolved.indicator.observations.last?.period.end, isStale(last, newest: newest),
      resolved.assessment.status != .achieved, resolved.assessment.status != .achievedEarly,
      let latest = resolved.assessment.latest
    else { return nil }
    return diagnostic(
      .auditStale, item,
      "the latest value of '\(item.name)' is for \(latest.period), more than two years older than the newest figures of the plan",
      hint: "add newer values, or add the newest period without a value if none has been published")
  }

  // MARK: Texts

  private func unmentioned(_ item: Item) -> Diagnostic? {
    // A plan without sections has no text that could mention an indicator.
    guard item.resolved.section == nil, sectionCounts[item.resolved.plan] > 0 else { return nil }
    return diagnostic(
      .auditUnmentioned, item, "no section mentions '\(item.name)'",
      hint: "add 'from: {section: …}' with the section that promises it, or show it there with ::indicators")
  }

  /// The quotations that are not in their section. Compares letters and digits only, so that line breaks and quotation
  /// marks may differ.
  private func misquoted() -> [Diagnostic] {
    struct Quotation {
      let words: Located<String>
      let source: SourceText
    }
    var sections: [PageRef] = []
    var quotations: [PageRef: [Quotation]] = [:]
    let groups = registers.groups
    for index in groups.indices where groups[index].namesSomething {
      for (ref, declaration) in zip(groups[index].refs, groups[index].declared) {
        guard let quote = declaration.quote, let section = registers.indicators[ref].section else { continue }
        if quotations[section] == nil { sections.append(section) }
        quotations[section, default: []].append(Quotation(words: quote, source: groups[index].source))
      }
    }
    return sections.flatMap { section -> [Diagnostic] in
      let quotations = quotations[section] ?? []
      var search = PhraseSearch(quotations.map { letters($0.words.value) })
      let areContained = search.isContained(in: letters(pages[section].document.plainText()))
      return zip(quotations, areContained).filter { !$0.1 }.map { quotation, _ in
        Diagnostic(
          .warning, .auditQuote, "section '\(pages[section].title)' does not contain this quotation",
          hint: "copy the sentence from the section's text, or remove 'quote'",
          at: quotation.source.location(of: quotation.words.range))
      }
    }
  }

  /// A quotation that names another number than the target.
  private func quotedOtherwise(_ item: Item) -> Diagnostic? {
    guard let quote = item.declaration.quote else { return nil }
    let indicator = item.resolved.indicator
    let (numbers, isError): ([Double], Bool)
    switch QuotedNumbers(quote.value, of: indicator) {
    case .agree: return nil
    case .contradict(let found): (numbers, isError) = (found, true)
    case .differ(let found): (numbers, isError) = (found, false)
    }
    let named = numbers.prefix(4).map { jsonText($0) }.joined(separator: ", ")
    let target = indicator.targetValue.map { jsonText($0) } ?? ""
    return Diagnostic(
      isError ? .error : .warning, .auditQuoteNumber,
      "the quotation says \(named)\(isError ? indicator.unit.map { " \($0)" } ?? "" : ""), and the target of '\(item.name)' is \(target)",
      hint: "correct the target, or quote the sentence that names it", at: item.source.location(of: quote.range),
      related: item.declaration.targetRange.map { [.init("the target is here", at: item.source.location(of: $0))] }
        ?? [])
  }

  private func letters(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }

  private func diagnostic(_ code: DiagnosticCode, _ item: Item, _ message: String, hint: String) -> Diagnostic {
    let range = item.declaration.id?.range ?? item.declaration.range
    return Diagnostic(.warning, code, message, hint: hint, at: item.source.location(of: range))
  }
}
