import Diagnostics
import SiteModel
import SiteSources

/// Indicators and actions that nobody answers for, and those that were never updated: one note for each plan of the site
/// itself. A plan that others are aligned with, and that has nothing but such entries, may be there for reference: that is
/// one note.
///
/// Sites that name no department at all do not divide the work, so missing departments are not reported there.
struct Accountability {
  let site: ResolvedSite
  /// The time of the check, in years as `Period.end`; nil if there is none.
  let now: Double?

  private static let mostNames = 20

  func diagnostics() -> [Diagnostic] {
    site.ownPlans.flatMap { plan -> [Diagnostic] in
      if let reference = reference(plan) { return [reference] }
      return (site.departments.isEmpty ? [] : [ownerless(plan)].compactMap(\.self))
        + [silent(plan), unexplained(plan)].compactMap(\.self)
    }
  }

  private func ownerless(_ plan: PlanRef) -> Diagnostic? {
    let (indicators, actions) = site.ownerless(in: plan)
    let names = indicators.map { site.indicators[$0].indicator.name } + actions.map { site.actions[$0].action.name }
    return note(
      .noOwner, plan, names, hint: "add 'department: …' to each, or to its section"
    ) { home, count, all, list in
      count == 1
        ? "\(home): \(count) of \(all) indicators and actions has no department in charge: \(list)"
        : "\(home): \(count) of \(all) indicators and actions have no department in charge: \(list)"
    }
  }

  /// A note on entries that are due for a report and have none.
  private func silent(_ plan: PlanRef) -> Diagnostic? {
    guard let now else { return nil }
    let (count, silent) = site.reported(in: plan, at: now)
    let (indicators, actions) = silent
    let names = indicators.map { site.indicators[$0].indicator.name } + actions.map { site.actions[$0].action.name }
    return note(
      .neverUpdated, plan, names, of: count, hint: "add what is known: a figure, or a state and a share of an action"
    ) { home, count, all, list in
      count == 1
        ? "\(home): \(count) of the \(all) indicators and actions that have begun was never updated: \(list)"
        : "\(home): \(count) of the \(all) indicators and actions that have begun were never updated: \(list)"
    }
  }

  /// A note on indicators at risk without an update that explains it; only if the site has updates at all.
  private func unexplained(_ plan: PlanRef) -> Diagnostic? {
    guard !site.updates.isEmpty else { return nil }
    let indicators = site.plans[plan].indicators.filter { ref in
      site.statuses[ref].statusClass == .atRisk && !site.uncounted.contains(ref)
        && site.updates.about(.indicator(ref)).isEmpty
    }
    let actions = site.actionIndex.of(plan).filter { ref in
      site.actions[ref].standing.state.isLate && site.updates.about(.action(ref)).isEmpty
    }
    let names = indicators.map { site.indicators[$0].indicator.name } + actions.map { site.actions[$0].action.name }
    return note(
      .unexplained, plan, names,
      hint: "say what happened and what is being done, under 'updates:' or in a file of updates/"
    ) { home, count, all, list in
      count == 1
        ? "\(home): \(count) of \(all) indicators and actions is at risk without an update: \(list)"
        : "\(home): \(count) of \(all) indicators and actions are at risk without an update: \(list)"
    }
  }

  /// A plan that others are aligned with, that has no actions, departments or updates, and whose front matter does not say
  /// whether it is there for reference.
  private func reference(_ plan: PlanRef) -> Diagnostic? {
    let aligned = site.alignments.uppers.first { if case .plan(plan) = $0.place { true } else { false } }?.lower ?? []
    let resolved = site.plans[plan]
    guard resolved.fields.reference == nil, let other = aligned.first(where: { $0 != plan }),
      site.actionIndex.of(plan).isEmpty,
      resolved.indicators.allSatisfy({
        site.indicators[$0].lead == nil && site.updates.about(.indicator($0)).isEmpty
      })
    else { return nil }
    let (home, lower) = (site.pages[resolved.page], site.pages[site.plans[other].page])
    return Diagnostic(
      .note, .alignmentReference,
      "'\(home.title)' may be somebody else's plan: '\(lower.title)' is aligned with it, and nobody answers for it here",
      hint: "write 'reference: true' if it is, so that the front page does not count it, or else 'reference: false'",
      at: home.parsed.start)
  }

  private func note(
    _ code: DiagnosticCode, _ plan: PlanRef, _ names: [String], of total: Int? = nil, hint: Message,
    _ message: (_ home: String, _ count: Int, _ all: Int, _ list: Message) -> Message
  ) -> Diagnostic? {
    guard !names.isEmpty else { return nil }
    let home = site.pages[site.plans[plan].page]
    let followed = site.followed(in: plan)
    let all = total ?? followed.indicators.count + followed.actions.count
    let shown: [Message] = names.prefix(Accountability.mostNames).map { "'\($0)'" }
    let rest = names.count - shown.count
    let list: Message = rest > 0 ? "\(list: shown) and \(rest) more" : "\(list: shown)"
    return Diagnostic(.note, code, message(home.title, names.count, all, list), hint: hint, at: home.parsed.start)
  }
}
