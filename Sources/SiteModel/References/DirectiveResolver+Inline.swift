import Diagnostics
import Markdown

// In running text.
extension DirectiveResolver {
  /// The id of an indicator that a text names in quotation marks, with spaces, or by its name.
  private func idMeant(by label: String) -> String? {
    var bare = label[...]
    while let first = bare.first, " \"“”'".contains(first) { bare.removeFirst() }
    while let last = bare.last, " \"“”'".contains(last) { bare.removeLast() }
    if bare.count < label.count, registers.indicatorNames[String(bare)] != nil { return String(bare) }
    let named = indicators.indices.filter { indicators[$0].indicator.name == bare }
    return named.count == 1 ? indicators[named[0]].indicator.id?.text : nil
  }

  func inline(
    _ name: DirectiveName, _ directive: MarkdownDirective, plan: PlanRef?, _ attributes: inout DirectiveAttributes
  ) -> ResolvedDirective? {
    let label = directive.label ?? ""
    switch name {
    case .term:
      switch registers.glossary.names.lookUp(word: label) {
      case .found(let term): return .term(term, text: label)
      case .unknown(let near):
        attributes.report(
          .error, .unknownTerm, "term '\(label)' is not in the glossary",
          hint: near?.hint ?? "add it to glossary.yaml, or write it as text",
          at: directive.labelLocation, fix: near?.fix)
      }
    case .ref:
      if let section = registers.sections.lookUp(label, in: plan).found { return .section(section) }
      if let indicator = lookUp(indicator: label).found { return .indicator(indicator) }
      if registers.sections.isDraft(label, in: plan) || registers.draftIndicators.contains(label) {
        attributes.report(
          .warning, .draftReference, "'\(label)' is a draft or belongs to one, which is not published",
          hint: "the text shows '\(label)' without a link until you remove 'draft: true' from that page",
          at: directive.labelLocation)
        return .unpublished(text: label)
      }
      if figures?.hadSection(label, in: plan.map(plans.path(of:))) == true {
        attributes.report(
          .warning, .unknownReference, "section '\(label)' existed at the time of the report, but no longer does",
          hint: "write its title as text: the report shows '\(label)' without a link", at: directive.labelLocation)
        return .unpublished(text: label)
      }
      let near = nearestReference(to: label, in: plan)
      attributes.report(
        .error, .unknownReference, "there is no section or indicator '\(label)'",
        hint: near?.hint ?? "write a section's path or an indicator's id, or a link",
        at: directive.labelLocation, fix: near?.fix)
    case .target, .value, .status:
      switch lookUp(indicator: label) {
      case .found(let shown):
        return name == .target ? .target(shown) : name == .value ? .value(shown) : .status(shown)
      case .unknown where registers.draftIndicators.contains(label):
        attributes.report(
          .error, .unknownIndicator, "indicator '\(label)' belongs to a draft, which is not published",
          hint: "write its figure as text, or remove 'draft: true' from that page", at: directive.labelLocation)
      case .unknown(let near):
        attributes.report(
          .error, .unknownIndicator, "indicator '\(label)' does not exist",
          hint: idMeant(by: label).map { "write ':\(directive.name)[\($0)]'" } ?? near?.hint
            ?? "add it to indicators.yaml, or write the id of one that is there",
          at: directive.labelLocation, fix: near?.fix)
      }
    case .action:
      switch lookUp(action: label) {
      case .found(let shown): return .action(shown)
      case .unknown where registers.draftActions.contains(label):
        attributes.report(
          .warning, .draftReference, "action '\(label)' belongs to a draft, which is not published",
          hint: "the text shows '\(label)' without a link until you remove 'draft: true' from that page",
          at: directive.labelLocation)
        return .unpublished(text: label)
      case .unknown(let near):
        attributes.report(
          .error, .unknownAction, "action '\(label)' does not exist", hint: near?.hint, at: directive.labelLocation,
          fix: near?.fix)
      }
    case .box, .indicators, .chart, .actions:
      preconditionFailure("a block directive is not inline")
    }
    return nil
  }
}

extension DirectiveResolver {
  private func nearestReference(to label: String, in plan: PlanRef?) -> NearMiss? {
    let section = registers.sections.nearest(to: label, in: plan)
    let indicator = registers.indicatorNames.nearMiss(label)
    guard let nearest = section ?? indicator else { return nil }
    return section != nil && indicator != nil ? NearMiss(nearest.name, isUnambiguous: false) : nearest
  }
}
