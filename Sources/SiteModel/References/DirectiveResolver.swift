import Bytes
import Diagnostics
import Indicators
import Markdown

/// Resolves the references in the directives of pages, and reports those that do not exist.
struct DirectiveResolver: Sendable {
  let registers: ResolvedRegisters
  let plans: Plans
  /// The contents of snapshots that pages name, including entries that are gone since.
  var figures: FrozenFigures?

  private static let columns = IndicatorColumn.allCases.map(\.rawValue)

  /// Resolves the directives of a page in `plan`. `directives` is nil if any of them has an error
  /// that is found here.
  func resolve(
    _ directives: [MarkdownDirective], plan: PlanRef?
  ) -> (directives: [ResolvedDirective]?, found: [Diagnostic]) {
    var found: [Diagnostic] = []
    var resolved: [ResolvedDirective] = []
    resolved.reserveCapacity(directives.count)
    var errors = 0
    for (index, directive) in directives.enumerated() {
      let before = found.count
      if let result = resolve(directive, index: index, plan: plan, into: &found) { resolved.append(result) }
      errors += found[before...].count { $0.severity == .error }
      // `FindingList` lists no more errors of one file.
      if errors >= FindingList.limit { return (nil, found) }
    }
    if let excess = tooManyRows(resolved, of: directives) {
      found.append(excess)
      return (nil, found)
    }
    return (resolved.count == directives.count ? resolved : nil, found)
  }

  /// The most rows that the directives of one page may show together.
  private static let mostRows = 20_000
  /// How many rows take as many bytes of a page as a chart, about 22 KB.
  private static let rowsOfChart = 20

  /// The error for a page that repeats large tables, at the directive that goes beyond the limit.
  private func tooManyRows(_ resolved: [ResolvedDirective], of directives: [MarkdownDirective]) -> Diagnostic? {
    var rows = 0
    for (number, directive) in resolved.enumerated() {
      switch directive {
      case .indicators(let shown, _, _, _): rows += shown.count
      case .actions(let shown, _, _, _): rows += shown.count
      case .charts(let shown, _, _): rows += DirectiveResolver.rowsOfChart * shown.count
      default: continue
      }
      guard rows > DirectiveResolver.mostRows else { continue }
      // If a directive was dropped because of an error, indices no longer match: report at the first one.
      let place = resolved.count == directives.count ? directives[number] : directives[0]
      return Diagnostic(
        .error, .tooManyRows,
        "this page shows too much: at most \(DirectiveResolver.mostRows) rows of tables, and a chart counts as \(DirectiveResolver.rowsOfChart) rows",
        hint: "choose fewer with 'ids=…' or another attribute, or use several pages", at: place.location)
    }
    return nil
  }

  var indicators: Table<IndicatorTag, ResolvedIndicator> { registers.indicators }

  private func resolve(
    _ directive: MarkdownDirective, index: Int, plan: PlanRef?, into found: inout [Diagnostic]
  ) -> ResolvedDirective? {
    guard let name = DirectiveName(rawValue: directive.name) else {
      // A directive without a name is reported by the parser.
      if directive.name.isEmpty, !directive.isWellFormed {
        return .indicators([], caption: nil, columns: [], grouping: nil)
      }
      found.append(
        Diagnostic(
          .error, .unknownDirective, "there is no directive '\(directive.name)'",
          hint: didYouMean(directive.name, among: DirectiveName.allCases.map(\.rawValue))
            ?? "the directives are \(list: DirectiveName.allCases.map(\.rawValue))",
          at: directive.nameLocation))
      return nil
    }
    // The parser reported the error, so this site is not rendered, and no finding of the resolver explains a missing
    // value.
    guard directive.isWellFormed else { return .indicators([], caption: nil, columns: [], grouping: nil) }
    guard name.forms.contains(directive.form) else {
      found.append(
        Diagnostic(
          .error, .directiveSyntax, "'\(name.rawValue)' must be written \(name.example)", at: directive.nameLocation))
      return nil
    }
    var attributes = DirectiveAttributes(directive)
    let result: ResolvedDirective? =
      switch name {
      case .box: box(index, &attributes)
      case .actions: directive.form == .container ? .actionTable : actions(&attributes, plan: plan)
      case .indicators, .chart: table(&attributes, plan: plan, isChart: name == .chart)
      case .target, .value, .status, .ref, .term, .action:
        inline(name, directive, plan: plan, &attributes)
      }
    attributes.finish()
    found += attributes.found
    return result
  }
}

/// The directives that pages can use.
enum DirectiveName: String, CaseIterable, Sendable {
  case box, indicators, chart, actions, target, value, status, ref, term, action

  var forms: [MarkdownDirective.Form] {
    switch self {
    case .box: [.container]
    case .indicators, .chart: [.leaf]
    // An author's own table in the text, or a list of actions that are declared elsewhere.
    case .actions: [.container, .leaf]
    case .target, .value, .status, .ref, .term, .action: [.inline]
    }
  }

  var example: Message {
    switch self {
    case .box: "':::box{title=\"…\"}' on a line of its own, and end with a line ':::'"
    case .indicators: "'::indicators{ids=…}' on a line of its own"
    case .chart: "'::chart{id=…}' on a line of its own"
    case .actions:
      "'::actions{…}' on a line of its own, or ':::actions', a table and a line ':::'"
    case .target: "':target[indicator]' in the text"
    case .value: "':value[indicator]' in the text"
    case .status: "':status[indicator]' in the text"
    case .ref: "':ref[section or indicator]' in the text"
    case .term: "':term[word]' in the text"
    case .action: "':action[id]' in the text"
    }
  }
}

// MARK: - Boxes and tables

extension DirectiveResolver {
  private func box(_ index: Int, _ attributes: inout DirectiveAttributes) -> ResolvedDirective {
    let title = attributes.take("title")?.value ?? attributes.directive.label
    let given = attributes.take("id").map { normalized($0.value) }
    if title == nil { return .box(title: nil, id: given) }
    return .box(title: title, id: given ?? "box-\(index + 1)")
  }

  private func table(
    _ attributes: inout DirectiveAttributes, plan: PlanRef?, isChart: Bool
  ) -> ResolvedDirective? {
    let caption = attributes.take("caption")?.value ?? attributes.take("title")?.value
    let columns = isChart ? [] : takeColumns(&attributes)
    let grouping = isChart ? nil : takeGrouping(&attributes, plan: plan)
    let type = isChart ? attributes.take("type") : nil
    let style = type.flatMap { ChartStyle(rawValue: $0.value) }
    if let type, style == nil {
      let styles = ChartStyle.allCases.map(\.rawValue)
      attributes.report(
        .error, .invalidAttribute, "there is no chart type '\(type.value)'",
        hint: didYouMean(type.value, among: styles) ?? "use \(list: styles)", at: type.valueLocation)
    }
    var chosen: [ResolvedIndicator]?
    let listed = isChart ? ["id", "ids"] : ["ids", "id"]
    for key in listed {
      guard let list = attributes.take(key) else { continue }
      chosen = (chosen ?? []) + indicators(listedIn: list, &attributes)
    }
    let filters = isChart ? [] : takeFilters(&attributes, plan: plan)
    guard let filters else { return nil }
    if isChart, chosen == nil {
      attributes.report(
        .error, .missingAttribute, "a chart needs an indicator", hint: "write ::chart{id=…}",
        at: attributes.directive.location)
      return nil
    }
    if chosen == nil || !filters.isEmpty {
      let pool = chosen ?? indicators(of: plan)
      chosen = pool.filter { shown in filters.allSatisfy { $0(shown) } }
      if chosen?.isEmpty == true, !attributes.namesDraft {
        attributes.report(
          .warning, .emptyTable, "no indicator matches this table",
          hint: "the table is left out; check its attributes", at: attributes.directive.location)
      }
    }
    if isChart { return .charts(chosen ?? [], caption: caption, style: style) }
    return .indicators(chosen ?? [], caption: caption, columns: columns, grouping: grouping)
  }

  private func takeColumns(_ attributes: inout DirectiveAttributes) -> [IndicatorColumn] {
    guard let list = attributes.take("columns") else { return [] }
    return words(of: list.value).compactMap { word in
      if let column = IndicatorColumn(rawValue: String(word)) { return column }
      attributes.report(
        .error, .invalidAttribute, "there is no column '\(word)'",
        hint: didYouMean(String(word), among: DirectiveResolver.columns)
          ?? "the columns are \(list: DirectiveResolver.columns)",
        at: list.location(of: word))
      return nil
    }
  }

  private func takeGrouping(_ attributes: inout DirectiveAttributes, plan: PlanRef?) -> IndicatorGrouping? {
    guard let word = attributes.take("group") else { return nil }
    if let grouping = IndicatorGrouping(word: word.value) { return grouping }
    let levels = plans.levels(of: plan)
    if levels.contains(word.value) { return .level(word.value) }
    let words = IndicatorGrouping.words + levels
    attributes.report(
      .error, .invalidAttribute, "a table cannot be grouped by '\(word.value)'",
      hint: didYouMean(word.value, among: words) ?? "it can be grouped by \(list: words)",
      at: word.valueLocation)
    return nil
  }

  private func indicators(
    listedIn list: MarkdownAttribute, _ attributes: inout DirectiveAttributes
  ) -> [ResolvedIndicator] {
    let ids = words(of: list.value)
    if ids.isEmpty {
      attributes.report(
        .error, .invalidAttribute, "'\(list.name)' is empty", hint: "write \(list.name)=indicator-id", at: list.location
      )
    }
    return ids.compactMap { word in
      let id = String(word)
      switch lookUp(indicator: id) {
      case .found(let shown): return shown
      case .unknown where registers.draftIndicators.contains(id):
        attributes.report(
          .warning, .draftReference, "indicator '\(id)' belongs to a draft, which is not published, and is left out",
          hint: "it is shown once you remove 'draft: true' from that page", at: list.location(of: word))
        return nil
      case .unknown(let near):
        attributes.report(
          .error, .unknownIndicator, "indicator '\(id)' does not exist",
          hint: near?.hint ?? "add it to indicators.yaml, or write the id of one that is there",
          at: list.location(of: word),
          fix: near?.fix)
        return nil
      }
    }
  }

  /// Returns nil if a filter names something that does not exist.
  private func takeFilters(
    _ attributes: inout DirectiveAttributes, plan: PlanRef?
  ) -> [DirectiveFilters<ResolvedIndicator>.Filter]? {
    let (programmes, sections) = (registers.programmes, registers.sections)
    var filters = DirectiveFilters<ResolvedIndicator>(
      hintOnDraft: "its indicators are shown once you remove 'draft: true' from that page")
    filters.take("programme", "programme", .unknownProgramme, from: &attributes, programmes.names.lookUp(id:)) {
      outer in
      { $0.programme.map { programmes.isPart($0, of: outer) } ?? false }
    }
    filters.take("department", "department", .unknownDepartment, from: &attributes, lookUp(department:)) { department in
      { department.isLead($0.lead, former: $0.formerLead) }
    }
    func sectionNamed(_ path: String) -> Lookup<PageRef> { sections.lookUp(path, in: plan) }
    func isDraft(_ path: String) -> Bool { sections.isDraft(path, in: plan) }
    filters.take("section", "section", .unknownSection, from: &attributes, sectionNamed, isDraft: isDraft) { section in
      { $0.section == section }
    }
    func isDraftPlan(_ path: String) -> Bool { sections.isDraft(path, in: nil) }
    filters.take("plan", "plan", .unknownSection, from: &attributes, plans.lookUp, isDraft: isDraftPlan) { plan in
      { $0.plan == plan }
    }
    takeCategory(&attributes, plan: plan, into: &filters)
    if let attribute = attributes.take("nature") {
      let nature = Nature(rawValue: attribute.value)
      if nature == nil {
        filters.reject()
        attributes.report(
          .error, .invalidAttribute, "there is no nature '\(attribute.value)'", hint: "use binding or anticipatory",
          at: attribute.valueLocation)
      }
      filters.append { $0.indicator.nature == nature }
    }
    return filters.complete
  }

  private func takeCategory(
    _ attributes: inout DirectiveAttributes, plan: PlanRef?, into filters: inout DirectiveFilters<ResolvedIndicator>
  ) {
    guard let attribute = attributes.take("category") else { return }
    let known = registers.categories.known
    let wanted =
      known.names.contains(attribute.value) ? attribute.value : registers.categories.translated(attribute.value)
    // Indicators in a report may have had another category at the time of its snapshot.
    func isListed(_ indicator: Indicator, under category: String) -> Bool {
      indicator.category == category || indicator.group == category
    }
    let isFormer = figures?.indicators(of: plan).contains { isListed($0.indicator, under: attribute.value) }
    if wanted == nil, isFormer != true {
      filters.reject()
      attributes.report(
        .error, .invalidAttribute, "no indicator has the category '\(attribute.value)'",
        hint: known.near.hint(for: attribute.value)
          ?? (known.first.isEmpty ? nil : "use one of \(list: known.first)"),
        at: attribute.valueLocation)
    }
    let names = [wanted, isFormer == true ? attribute.value : nil].compactMap(\.self)
    filters.append { shown in names.contains { isListed(shown.indicator, under: $0) } }
  }

  /// The words of a list separated by commas or spaces.
  func words(of text: String) -> [Substring] {
    text.split { $0 == "," || $0 == " " || $0 == "，" || $0 == "、" }
  }
}
