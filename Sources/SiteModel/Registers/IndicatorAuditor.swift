import DataFormats
import Diagnostics
import Indicators
import SiteSources

/// Warns about figures that are valid but implausible, indicators that no text mentions, and quotations missing from
/// their section.
struct IndicatorAuditor: Sendable {
  let registers: ResolvedRegisters
  /// The end of 'as-of', in years; nil without it.
  let knownUntil: Double?
  /// Those of the main language, in which quotations are.
  let marks: NumberMarks
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
    let misquoted = misquoted()
    diagnostics += misquoted
    // The quotation already differs from the sentence; its number is not reported as well.
    let places = Set(misquoted.map(\.location))
    for index in groups.indices where groups[index].namesSomething {
      for (ref, declaration) in zip(groups[index].refs, groups[index].declared) where declaration.quote != nil {
        let item = Item(resolved: registers.indicators[ref], source: groups[index].source, declaration: declaration)
        if let finding = quotedOtherwise(item), !places.contains(finding.location) { diagnostics.append(finding) }
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

  /// One message for each case. One switch, so that the compiler finds a case without a message.
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
        .auditNoDistance, item,
        item.resolved.indicator.targetRange == nil
          ? "baseline and target of '\(name)' are the same, so progress cannot be measured"
          : "the baseline of '\(name)' is within its target, so progress cannot be measured",
        hint: "if the value should be kept, use 'kind: floor' or 'kind: ceiling'")
    case .late(let period, let missing?):
      return diagnostic(
        .auditLateValue, item, "'\(name)' has no value for \(missing), the time of its target, but one for \(period)",
        hint:
          "add the value for \(missing): a later one does not say whether the target was met, so its status is 'Data overdue'"
      )
    case .late(let period, nil):
      return diagnostic(
        .auditLateValue, item, "'\(name)' has a value for \(period), after its target",
        hint:
          "it says nothing of the target, which is judged by the value for its own time; add a later target, or leave this value for the next plan"
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
      let start: Message = item.resolved.indicator.baseline == nil ? "the first of its path" : "its baseline"
      return diagnostic(
        .auditWrongSide, item,
        wantsMore
          ? "the target of '\(name)' is below \(start), but more is better, so it is not assessed"
          : "the target of '\(name)' is above \(start), but less is better, so it is not assessed",
        hint:
          wantsMore
          ? "if the value must not fall below the target, write 'kind: floor'; else check baseline, target and direction"
          : "if the value must not exceed the target, write 'kind: ceiling'; else check baseline, target and direction"
      )
    case .unclearMeasure:
      return diagnostic(
        .auditMeasure, item, "'\(name)' does not say what its values count",
        hint: "add 'measure: cumulative' if each is the total so far, or 'measure: annual' if each is for its own year")
    case .unclearSide(let bound):
      return diagnostic(
        .auditUnclearSide, item,
        "'\(name)' is above its target of \(NumberFormat.data(bound)) from the first value on, and nothing says which side is better, so it is not assessed",
        hint: "add 'direction: up' or 'direction: down', or a baseline")
    case .overlap(let first, let second):
      return diagnostic(
        .auditOverlap, item, "'\(name)' has amounts for \(first) and for \(second), which share some time",
        hint: "keep one of them: amounts are added up, and what is in both would count twice")
    case .strictApproximation:
      return diagnostic(
        .auditApproximate, item, "the target of '\(name)' is approximate, but has a strict comparator",
        hint: "remove 'approx' or 'comparator': 'about 5' is met within 5 %, 'more than 5' is not")
    case .outlier(let period, let value, let factor):
      let times: Message = factor > 0 ? "about \(factor) times" : "about 1/\(-factor) of"
      return diagnostic(
        .auditOutlier, item,
        "'\(name)' is \(NumberFormat.data(value)) in \(period), \(times) the figures beside it",
        hint: "check the digits and the decimal point; if the series was redefined, add 'breaks: [\(period)]'")
    case .fraction(let period, let value):
      return diagnostic(
        .auditOutlier, item,
        "'\(name)' is \(NumberFormat.data(value)) in \(period), a fraction beside figures in per cent",
        hint: "write the share in per cent, as \(NumberFormat.data(value.inPerCent))")
    case .loneValue(let period, let value):
      return diagnostic(
        .auditLoneValue, item, "'\(name)' has no baseline, but one value before the plan, for \(period)",
        hint: "if it is the baseline, write 'baseline: {year: \(period), value: \(NumberFormat.data(value))}'")
    case .revisionWithoutFigure(let period):
      return diagnostic(
        .auditRevision, item, "'\(name)' has a revision for \(period), but no figure that replaced it",
        hint: "add the figure for \(period), or remove the revision")
    case .nextUpdate(let next):
      return diagnostic(
        .auditNextUpdate, item,
        "the next figure of '\(name)' is due only on \(next.description), later than its usual interval; until then it is not reported as overdue",
        hint: "correct 'next-update', or say how often figures are published, such as 'frequency: every 5 years'")
    case .otherBaseline(let period, let baseline, let value):
      return diagnostic(
        .auditBaseline, item,
        "the baseline of '\(name)' is \(NumberFormat.data(baseline)), but its value for \(period) is \(NumberFormat.data(value))",
        hint:
          "correct one of them; if the figure was revised after the plan, add 'revisions: [{period: \(period), value: \(NumberFormat.data(baseline))}]'"
      )
    case .negativeBaseline(let share, let baseline):
      return diagnostic(
        .auditNegativeBaseline, item,
        "the change of \(NumberFormat.data(share))% is one of a baseline below zero: from \(NumberFormat.data(baseline)), '\(name)' should \(share.value < 0 ? "fall" : "rise") to \(jsonText(item.resolved.indicator.targetValue ?? 0))",
        hint: "if the opposite is meant, reverse its sign; clearer is the number to reach, as 'value'")
    case .partOfYear(let period):
      return diagnostic(
        .auditPeriodLength, item,
        "'\(name)' is judged by its value for \(period), but its baseline is for a whole year, so the value neither meets nor misses the target",
        hint:
          "add values for whole years; if it is counted at the end of a month, write that month as the year of the baseline, such as 2025-12"
      )
    case .otherLength(let period, let months):
      return diagnostic(
        .auditPeriodLength, item,
        "'\(name)' has values for periods of different lengths; it is judged by those of \(months) months, and not by that for \(period)",
        hint:
          item.resolved.indicator.target?.goal.isForEveryPeriod == true
          ? "if each quarter has to reach the target, add 'frequency: quarterly'; else keep the values of one length"
          : "keep the values of one length; if it is counted at the end of a month, write that month as the year of the baseline, such as 2025-12"
      )
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

  /// `last` is the end of an indicator's last period and its permitted age, in years.
  private func isStale(_ last: Double, newest: Double) -> Bool { newest.isLater(than: last) }

  private func stale(_ item: Item, newest: Double) -> Diagnostic? {
    let resolved = item.resolved
    guard let last = resolved.indicator.observations.last?.period.end,
      isStale(last + resolved.indicator.permittedAge, newest: newest), !isExpectedLater(resolved.indicator, newest),
      resolved.assessment.status != .achieved, resolved.assessment.status != .achievedEarly,
      let latest = resolved.indicator.latest
    else { return nil }
    if resolved.indicator.kind == .milestone {
      // It has no values: an update reports its progress.
      let updates = resolved.ref.map { registers.updates.about(.indicator($0)) } ?? []
      let said = updates.map { Period.day($0.date).end }.max() ?? last
      guard isStale(said + resolved.indicator.permittedAge, newest: newest) else { return nil }
      return diagnostic(
        .auditStale, item, "nothing newer than \(latest.period) is reported of '\(item.name)'",
        hint: "report its progress: 'updates: [{date: 2026-03-01, text: …}]'")
    }
    return diagnostic(
      .auditStale, item,
      "the latest value of '\(item.name)' is for \(latest.period), more than \(ageInWords(resolved.indicator)) older than the newest figures of the plan",
      hint: resolved.indicator.details?.frequency == nil
        ? "add newer values, or say how often they are published, such as 'frequency: every 5 years'"
        : "add newer values, or say when the next one is due, such as 'next-update: 2027-03-01'")
  }

  /// Whether the next figure is due after the time up to which figures are known.
  private func isExpectedLater(_ indicator: Indicator, _ newest: Double) -> Bool {
    guard let next = indicator.details?.nextUpdate else { return false }
    return next.end > max(knownUntil ?? newest, newest)
  }

  /// `two years`, or the permitted age of figures with a stated frequency: `6 years`, `15 months`.
  private func ageInWords(_ indicator: Indicator) -> Message {
    guard let months = indicator.details?.frequency?.months, months != 12 else { return "two years" }
    return months % 12 == 0 ? "\(months / 12 + 1) years" : "\(months + 12) months"
  }

  // MARK: Texts

  private func unmentioned(_ item: Item) -> Diagnostic? {
    // A plan without sections has no text that could mention an indicator.
    guard item.resolved.section == nil, sectionCounts[item.resolved.plan] > 0 else { return nil }
    return diagnostic(
      .auditUnmentioned, item, "no section refers to '\(item.name)'",
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
      guard areContained.contains(false) else { return [] }
      let sentences = SentenceIndex(pages[section].document)
      return zip(quotations, areContained).filter { !$0.1 }.map { quotation, _ in
        if let near = sentences.nearest(to: quotation.words.value) {
          return Diagnostic(
            .error, .auditQuote,
            "section '\(pages[section].title)' no longer says “\(quotation.words.value)”, but “\(near.text)”",
            hint: "if the target has changed with its sentence, correct both; else copy the sentence into 'quote'",
            at: quotation.source.location(of: quotation.words.range),
            related: [.init("the sentence is here", at: near.location)])
        }
        return Diagnostic(
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
    switch QuotedNumbers(quote.value, marks, of: indicator) {
    case .agree: return nil
    case .contradict(let found): (numbers, isError) = (found, true)
    case .differ(let found): (numbers, isError) = (found, false)
    }
    let named = numbers.prefix(4).map { jsonText($0) }.joined(separator: ", ")
    let (target, counted): (String, String?) =
      switch indicator.target?.goal {
      case .relative(let share): (NumberFormat.data(share) + "%", "%")
      case .between(let low, let high): ("[\(NumberFormat.data(low)), \(NumberFormat.data(high))]", indicator.unit)
      default: (indicator.targetValue.map { jsonText($0) } ?? "", indicator.unit)
      }
    let unit = isError ? counted.map { " \($0)" } ?? "" : ""
    return Diagnostic(
      isError ? .error : .warning, .auditQuoteNumber,
      "the quotation says \(named + unit), and the target of '\(item.name)' is \(target)",
      hint: "correct the target, or quote the sentence that names it", at: item.source.location(of: quote.range),
      related: item.declaration.targetRange.map { [.init("the target is here", at: item.source.location(of: $0))] }
        ?? [])
  }

  private func diagnostic(_ code: DiagnosticCode, _ item: Item, _ message: Message, hint: Message) -> Diagnostic {
    let range = item.declaration.id?.range ?? item.declaration.range
    return Diagnostic(.warning, code, message, hint: hint, at: item.source.location(of: range))
  }
}

extension DecimalNumber {
  /// A hundred times the number: 31 for 0.31.
  fileprivate var inPerCent: DecimalNumber {
    DecimalNumber(value: (value * 1e8).rounded() / 1e6, decimals: max(0, decimals - 2))
  }
}
