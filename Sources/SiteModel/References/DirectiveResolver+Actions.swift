import Actions
import Diagnostics
import Markdown

extension DirectiveResolver {
  /// The values of `::actions{when=…}`.
  private enum When: String, CaseIterable {
    case starting, ending, overdue, late
  }

  /// `::actions{…}`: a table or a time line of actions of the plan, or of those that it names.
  func actions(_ attributes: inout DirectiveAttributes, plan: PlanRef?) -> ResolvedDirective? {
    let caption = attributes.take("caption")?.value ?? attributes.take("title")?.value
    let type = attributes.take("type")
    if let type, !["table", "timeline"].contains(type.value) {
      attributes.report(
        .error, .invalidAttribute, "actions cannot be shown as '\(type.value)'", hint: "use table or timeline",
        at: type.valueLocation)
    }
    let grouping = takeGrouping(&attributes, plan: plan)
    var chosen: [ResolvedAction]?
    for key in ["ids", "id"] {
      guard let list = attributes.take(key) else { continue }
      chosen = (chosen ?? []) + actions(listedIn: list, &attributes)
    }
    guard let filters = takeFilters(&attributes, plan: plan) else { return nil }
    if chosen == nil || !filters.isEmpty {
      let pool = chosen ?? actions(of: plan)
      chosen = pool.filter { action in filters.allSatisfy { $0(action) } }
      if chosen?.isEmpty == true, !attributes.namesDraft {
        attributes.report(
          .warning, .emptyTable, "no action matches this table",
          hint: "the table is left out; check its attributes", at: attributes.directive.location)
      }
    }
    return .actions(
      chosen ?? [], caption: caption, grouping: grouping ?? .none, isTimeline: type?.value == "timeline")
  }

  private func takeGrouping(_ attributes: inout DirectiveAttributes, plan: PlanRef?) -> ActionGrouping? {
    guard let word = attributes.take("group") else { return nil }
    if let grouping = ActionGrouping(word: word.value) { return grouping }
    let levels = plans.levels(of: plan)
    if levels.contains(word.value) { return .level(word.value) }
    let words = ActionGrouping.words + levels
    attributes.report(
      .error, .invalidAttribute, "actions cannot be grouped by '\(word.value)'",
      hint: didYouMean(word.value, among: words) ?? "they can be grouped by \(words.joined(separator: ", "))",
      at: word.valueLocation)
    return nil
  }

  private func actions(listedIn list: MarkdownAttribute, _ attributes: inout DirectiveAttributes) -> [ResolvedAction] {
    words(of: list.value).compactMap { word in
      let id = String(word)
      switch lookUp(action: id) {
      case .found(let action): return action
      case .unknown where registers.draftActions.contains(id):
        attributes.report(
          .warning, .draftReference, "action '\(id)' belongs to a draft, which is not published, and is left out",
          hint: "it is shown once you remove 'draft: true' from that page", at: list.location(of: word))
        return nil
      case .unknown(let near):
        attributes.report(
          .error, .unknownAction, "action '\(id)' does not exist", hint: near?.hint, at: list.location(of: word),
          fix: near?.fix)
        return nil
      }
    }
  }

  /// Returns nil if a filter names something that does not exist.
  private func takeFilters(
    _ attributes: inout DirectiveAttributes, plan: PlanRef?
  ) -> [DirectiveFilters<ResolvedAction>.Filter]? {
    let (programmes, sections) = (registers.programmes, registers.sections)
    var filters = DirectiveFilters<ResolvedAction>(
      hintOnDraft: "its actions are shown once you remove 'draft: true' from that page")
    filters.take("programme", "programme", .unknownProgramme, from: &attributes, programmes.names.lookUp(id:)) {
      outer in
      { $0.programme.map { programmes.isPart($0, of: outer) } ?? false }
    }
    filters.take("department", "department", .unknownDepartment, from: &attributes, lookUp(department:)) { department in
      { action in
        department.isLead(action.lead, former: action.formerLead)
          || department.ref.map(action.support.contains) == true
      }
    }
    func sectionNamed(_ path: String) -> Lookup<PageRef> { sections.lookUp(path, in: plan) }
    func isDraft(_ path: String) -> Bool { sections.isDraft(path, in: plan) }
    filters.take("section", "section", .unknownSection, from: &attributes, sectionNamed, isDraft: isDraft) { section in
      // Includes the sections below it.
      let parts = Set(sections.all(in: section))
      return { $0.section.map(parts.contains) ?? false }
    }
    func isDraftPlan(_ path: String) -> Bool { sections.isDraft(path, in: nil) }
    filters.take("plan", "plan", .unknownSection, from: &attributes, plans.lookUp, isDraft: isDraftPlan) { plan in
      { $0.plan == plan }
    }
    filters.take("state", from: &attributes) { (state: ActionState) in { $0.standing.state == state } }
    let time = figures.map { $0.time?.end } ?? registers.asOf
    filters.take("when", from: &attributes) { (when: When) in
      { action in
        let state = action.standing.state
        switch when {
        case .overdue: return state == .overdue
        case .late: return state.isLate
        case .starting: return time.map { action.action.startsSoon(state, at: $0) } ?? false
        case .ending: return time.map { action.action.endsSoon(state, at: $0) } ?? false
        }
      }
    }
    if let attribute = attributes.take("year") {
      let year = Int(attribute.value)
      if year == nil {
        filters.reject()
        attributes.report(
          .error, .invalidAttribute, "'\(attribute.value)' is not a year", hint: "write year=2026",
          at: attribute.valueLocation)
      }
      filters.append { $0.action.dueYear == year }
    }
    return filters.complete
  }
}
