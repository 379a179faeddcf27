import Diagnostics
import Figures
import Indicators
import Markdown

/// Finds what the directives of the pages stand for, and reports those that stand for nothing.
struct DirectiveResolver: Sendable {
  let names: NameIndex
  let indicators: [ResolvedIndicator]

  private static let columns = IndicatorColumn.allCases.map(\.rawValue)

  /// `plan` is the plan of the page; `page` its place.
  func resolve(
    _ directives: [MarkdownDirective], page: Int, plan: Int?
  ) -> (directives: [ResolvedDirective], found: [Diagnostic]) {
    var sink: [Diagnostic] = []
    let resolved = directives.enumerated().map { number, directive in
      resolve(directive, number: number, page: page, plan: plan, into: &sink)
    }
    return (resolved, sink)
  }

  private func resolve(
    _ directive: MarkdownDirective, number: Int, page: Int, plan: Int?, into found: inout [Diagnostic]
  ) -> ResolvedDirective {
    guard let name = DirectiveName(rawValue: directive.name) else {
      found.append(
        Diagnostic(
          .error, .unknownDirective, "there is no directive '\(directive.name)'",
          hint: didYouMean(directive.name, among: DirectiveName.allCases.map(\.rawValue))
            ?? "the directives are \(DirectiveName.allCases.map(\.rawValue).joined(separator: ", "))",
          at: directive.nameLocation))
      return .invalid
    }
    guard directive.isWellFormed else { return .invalid }
    guard name.form == directive.form else {
      found.append(
        Diagnostic(
          .error, .directiveSyntax, "'\(name.rawValue)' is written \(name.example)", at: directive.nameLocation))
      return .invalid
    }
    var attributes = DirectiveAttributes(directive, found: found)
    let result: ResolvedDirective =
      switch name {
      case .box: box(number, &attributes)
      case .indicators, .chart: table(&attributes, page: page, plan: plan, isChart: name == .chart)
      case .target, .value, .status, .ref, .term:
        inline(name, directive, plan: plan, &attributes)
      }
    attributes.finish()
    found = attributes.found
    return result
  }
}

/// The directives that pages may use.
enum DirectiveName: String, CaseIterable, Sendable {
  case box, indicators, chart, target, value, status, ref, term

  var form: MarkdownDirective.Form {
    switch self {
    case .box: .container
    case .indicators, .chart: .leaf
    case .target, .value, .status, .ref, .term: .inline
    }
  }

  var example: String {
    switch self {
    case .box: "':::box{title=\"…\"}' on a line of its own, and ends with a line ':::'"
    case .indicators: "'::indicators{ids=…}' on a line of its own"
    case .chart: "'::chart{id=…}' on a line of its own"
    case .target: "':target[indicator]' in the text"
    case .value: "':value[indicator]' in the text"
    case .status: "':status[indicator]' in the text"
    case .ref: "':ref[section or indicator]' in the text"
    case .term: "':term[word]' in the text"
    }
  }
}

// MARK: - Boxes and tables

extension DirectiveResolver {
  private func box(_ number: Int, _ attributes: inout DirectiveAttributes) -> ResolvedDirective {
    let title = attributes.take("title")?.value ?? attributes.directive.label
    let id = attributes.take("id")?.value ?? "box-\(number + 1)"
    return .box(title: title, id: id)
  }

  private func table(
    _ attributes: inout DirectiveAttributes, page: Int, plan: Int?, isChart: Bool
  ) -> ResolvedDirective {
    let caption = attributes.take("caption")?.value ?? attributes.take("title")?.value
    let columns = isChart ? [] : takeColumns(&attributes)
    let grouping = isChart ? nil : takeGrouping(&attributes)
    let type = isChart ? attributes.take("type") : nil
    let style = type.flatMap { IndicatorChart.Style(rawValue: $0.value) }
    if let type, style == nil {
      let styles = IndicatorChart.Style.allCases.map(\.rawValue)
      attributes.report(
        .error, .invalidAttribute, "there is no chart of the type '\(type.value)'",
        hint: didYouMean(type.value, among: styles) ?? "the types are line, bar and bullet", at: type.valueLocation)
    }
    var chosen: [Int]?
    let listed = isChart ? ["id", "ids"] : ["ids", "id"]
    for key in listed {
      guard let list = attributes.take(key) else { continue }
      chosen = (chosen ?? []) + indicators(listedIn: list, &attributes)
    }
    let filters = isChart ? [] : takeFilters(&attributes, plan: plan)
    guard let filters else { return .invalid }
    if isChart, chosen == nil {
      attributes.report(
        .error, .missingAttribute, "a chart needs an indicator", hint: "write ::chart{id=…}",
        at: attributes.directive.location)
      return .invalid
    }
    if chosen == nil || !filters.isEmpty {
      let pool = chosen ?? indicators.indices.filter { plan == nil || indicators[$0].plan == plan }
      chosen = pool.filter { place in filters.allSatisfy { $0(indicators[place]) } }
      if chosen?.isEmpty == true {
        attributes.report(
          .warning, .emptyTable, "no indicator fits this table",
          hint: "the table is left out", at: attributes.directive.location)
      }
    }
    if isChart { return .charts(chosen ?? [], caption: caption, style: style) }
    return .indicators(chosen ?? [], caption: caption, columns: columns, grouping: grouping)
  }

  private func takeColumns(_ attributes: inout DirectiveAttributes) -> [IndicatorColumn] {
    guard let list = attributes.take("columns") else { return [] }
    return words(of: list.value).compactMap { word in
      if let column = IndicatorColumn(rawValue: word) { return column }
      attributes.report(
        .error, .invalidAttribute, "there is no column '\(word)'",
        hint: didYouMean(word, among: DirectiveResolver.columns)
          ?? "the columns are \(DirectiveResolver.columns.joined(separator: ", "))",
        at: list.valueLocation)
      return nil
    }
  }

  private func takeGrouping(_ attributes: inout DirectiveAttributes) -> IndicatorGrouping? {
    guard let word = attributes.take("group") else { return nil }
    if let grouping = IndicatorGrouping(rawValue: word.value) { return grouping }
    let words = IndicatorGrouping.allCases.map(\.rawValue)
    attributes.report(
      .error, .invalidAttribute, "a table cannot be grouped by '\(word.value)'",
      hint: didYouMean(word.value, among: words) ?? "it can be grouped by \(words.joined(separator: ", "))",
      at: word.valueLocation)
    return nil
  }

  private func indicators(listedIn list: MarkdownAttribute, _ attributes: inout DirectiveAttributes) -> [Int] {
    let ids = words(of: list.value)
    if ids.isEmpty {
      attributes.report(.error, .invalidAttribute, "'\(list.name)' names no indicator", at: list.location)
    }
    return ids.compactMap { id in
      switch names.indicator(id) {
      case .found(let place): return place
      case .unknown(let near):
        attributes.report(
          .error, .unknownIndicator, "indicator '\(id)' does not exist", hint: near?.hint, at: list.location(of: id),
          fix: near?.fix)
        return nil
      }
    }
  }

  private typealias Filter = (ResolvedIndicator) -> Bool

  /// Nil where a filter names what does not exist.
  private func takeFilters(_ attributes: inout DirectiveAttributes, plan: Int?) -> [Filter]? {
    var filters: [Filter] = []
    var isValid = true
    func look(
      _ key: String, _ code: DiagnosticCode, _ what: String, _ lookup: (String) -> NameIndex.Answer,
      _ filter: @escaping (Int) -> Filter
    ) {
      guard let attribute = attributes.take(key) else { return }
      switch lookup(attribute.value) {
      case .found(let place): filters.append(filter(place))
      case .unknown(let near):
        isValid = false
        attributes.report(
          .error, code, "\(what) '\(attribute.value)' does not exist", hint: near?.hint, at: attribute.valueLocation,
          fix: near?.fix)
      }
    }
    look("programme", .unknownProgramme, "programme", names.programme) { place in
      { names.isWithin($0.programme, place) }
    }
    look("department", .unknownDepartment, "department", names.department) { place in { $0.lead == place } }
    let sectionNamed: (String) -> NameIndex.Answer = { names.section($0, inPlan: plan) }
    look("section", .unknownSection, "section", sectionNamed) { place in { $0.section == place } }
    look("plan", .unknownSection, "plan", names.plan) { place in { $0.plan == place } }
    if let attribute = attributes.take("category") {
      let known = Set(indicators.flatMap { [$0.indicator.category, $0.indicator.group].compactMap(\.self) }).sorted()
      if !known.contains(attribute.value) {
        isValid = false
        attributes.report(
          .error, .invalidAttribute, "no indicator has the category '\(attribute.value)'",
          hint: didYouMean(attribute.value, among: known)
            ?? (known.isEmpty ? nil : "there are \(known.prefix(8).joined(separator: ", "))"),
          at: attribute.valueLocation)
      }
      let wanted = attribute.value
      filters.append { $0.indicator.category == wanted || $0.indicator.group == wanted }
    }
    if let attribute = attributes.take("nature") {
      let nature = Nature(rawValue: attribute.value)
      if nature == nil {
        isValid = false
        attributes.report(
          .error, .invalidAttribute, "there is no nature '\(attribute.value)'", hint: "binding or anticipatory",
          at: attribute.valueLocation)
      }
      filters.append { $0.indicator.nature == nature }
    }
    return isValid ? filters : nil
  }

  /// Words with commas or spaces between.
  private func words(of text: String) -> [String] {
    text.split { $0 == "," || $0 == " " || $0 == "，" || $0 == "、" }.map(String.init)
  }
}

// MARK: - In running text

extension DirectiveResolver {
  private func inline(
    _ name: DirectiveName, _ directive: MarkdownDirective, plan: Int?, _ attributes: inout DirectiveAttributes
  ) -> ResolvedDirective {
    let label = directive.label ?? ""
    switch name {
    case .term:
      switch names.term(label, inPlan: plan) {
      case .found(let place): return .term(place, text: label)
      case .unknown(let near):
        attributes.report(
          .error, .unknownTerm, "the term '\(label)' is not in the glossary", hint: near?.hint,
          at: directive.labelLocation, fix: near?.fix)
      }
    case .ref:
      if case .found(let place) = names.section(label, inPlan: plan) { return .section(place) }
      if case .found(let place) = names.indicator(label) { return .indicator(place) }
      let near = names.nearestReference(to: label, inPlan: plan)
      attributes.report(
        .error, .unknownReference, "no section and no indicator is called '\(label)'", hint: near?.hint,
        at: directive.labelLocation, fix: near?.fix)
    case .target, .value, .status:
      switch names.indicator(label) {
      case .found(let place):
        return name == .target ? .target(place) : name == .value ? .value(place) : .status(place)
      case .unknown(let near):
        attributes.report(
          .error, .unknownIndicator, "indicator '\(label)' does not exist", hint: near?.hint,
          at: directive.labelLocation, fix: near?.fix)
      }
    case .box, .indicators, .chart:
      preconditionFailure("a block directive is not inline")
    }
    return .invalid
  }
}

// MARK: - Attributes

/// The attributes of one directive, taken one by one; those left over are unknown.
struct DirectiveAttributes {
  let directive: MarkdownDirective
  private var taken: Set<String> = []
  private var asked: [String] = []
  private(set) var found: [Diagnostic]

  init(_ directive: MarkdownDirective, found: [Diagnostic]) {
    self.directive = directive
    self.found = found
  }

  mutating func take(_ name: String) -> MarkdownAttribute? {
    asked.append(name)
    taken.insert(name)
    return directive.attributes.first { $0.name == name }
  }

  mutating func report(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String, hint: String? = nil,
    at location: SourceLocation, fix: Diagnostic.Fix? = nil
  ) {
    found.append(Diagnostic(severity, code, message, hint: hint, at: location, fix: fix))
  }

  mutating func finish() {
    for attribute in directive.attributes where !taken.contains(attribute.name) {
      report(
        .error, .unknownAttribute, "'\(directive.name)' has no attribute '\(attribute.name)'",
        hint: didYouMean(attribute.name, among: asked)
          ?? (asked.isEmpty ? nil : "its attributes are \(asked.joined(separator: ", "))"),
        at: attribute.location)
    }
  }
}

extension MarkdownAttribute {
  /// Where one word of a list stands.
  fileprivate func location(of word: String) -> SourceLocation {
    let whole = valueLocation
    let scalars = Array(whole.excerpt.unicodeScalars)
    let wanted = Array(word.unicodeScalars)
    var start = max(0, whole.column - whole.excerptColumn)
    while start + wanted.count <= scalars.count {
      if Array(scalars[start..<start + wanted.count]) == wanted {
        return SourceLocation(
          path: whole.path, line: whole.line, column: start + whole.excerptColumn, length: wanted.count,
          excerpt: whole.excerpt, excerptColumn: whole.excerptColumn)
      }
      start += 1
    }
    return whole
  }
}
