import DataFormats
import Diagnostics
import Indicators
import SiteSources

/// Which targets of the site's plans are aligned with which of an upper plan, and how ambitious they are in comparison.
package struct Alignments: Sendable {
  /// A plan that others are aligned with.
  package struct Upper: Sendable {
    package let title: String
    package let place: Place
    /// In the order of its site.
    package fileprivate(set) var targets: [Target] = []
    /// The plans that are aligned with it, in the order of the site.
    package fileprivate(set) var lower: [PlanRef] = []
    fileprivate var numbers: [String: Int] = [:]
  }

  package enum Place: Sendable {
    case plan(PlanRef)
    /// The address of another site.
    case elsewhere(String)
  }

  /// A target of an upper plan.
  package struct Target: Sendable {
    package let indicator: Indicator
    package let link: Link
    /// The indicators that are aligned with it, in the order of the site.
    package fileprivate(set) var alignments: [Alignment] = []
  }

  package enum Link: Sendable {
    case indicator(IndicatorRef)
    /// Nil where its site gives no address.
    case elsewhere(String?)
  }

  package struct Alignment: Sendable {
    package let indicator: IndicatorRef
    package let plan: PlanRef
    package let ambition: Ambition
  }

  /// In the order in which plans and indicators name them.
  package private(set) var uppers: [Upper] = []
  private var ofIndicator: [IndicatorRef: [(upper: Int, target: Int)]] = [:]
  private var underIndicator: [IndicatorRef: (upper: Int, target: Int)] = [:]

  package var isEmpty: Bool { uppers.isEmpty }

  /// The targets that an indicator is aligned with, each with its plan and how ambitious the indicator's is.
  package func targets(of indicator: IndicatorRef) -> [(upper: Upper, target: Target, ambition: Ambition)] {
    (ofIndicator[indicator] ?? []).compactMap { place in
      let target = uppers[place.upper].targets[place.target]
      return target.alignments.first { $0.indicator == indicator }.map {
        (uppers[place.upper], target, $0.ambition)
      }
    }
  }

  /// The targets that are aligned with an indicator of the site.
  package func alignments(with indicator: IndicatorRef) -> [Alignment] {
    underIndicator[indicator].map { uppers[$0.upper].targets[$0.target].alignments } ?? []
  }
}

// MARK: - Resolving

extension Alignments {
  /// Reports plans and indicators that do not exist, and warns of other plans that were not fetched
  /// (`alignment.not-fetched`).
  static func resolve(
    _ parsed: ParsedSite, _ registers: ResolvedRegisters, _ plans: Plans, _ pages: PageTable
  ) -> (alignments: Alignments, diagnostics: [Diagnostic]) {
    var resolver = AlignmentResolver(parsed, registers, plans, pages)
    for plan in plans.indices {
      let source = pages[plans.homes[plan]].source
      for name in plans.fields(of: plan).alignsWith { resolver.align(plan, with: name, source) }
    }
    for group in registers.groups.indices where registers.groups[group].namesSomething {
      let rows = registers.groups[group]
      for (ref, declaration) in zip(rows.refs, rows.declared) {
        for alignment in declaration.alignments { resolver.align(ref, with: alignment, rows.source) }
      }
    }
    return (resolver.alignments, resolver.found)
  }

  fileprivate mutating func add(_ upper: Upper) -> Int {
    uppers.append(upper)
    let number = uppers.count - 1
    for (index, target) in upper.targets.enumerated() {
      if case .indicator(let ref) = target.link { underIndicator[ref] = (number, index) }
    }
    return number
  }

  fileprivate mutating func addLower(_ plan: PlanRef, to upper: Int) {
    guard !uppers[upper].lower.contains(plan) else { return }
    uppers[upper].lower.append(plan)
    uppers[upper].lower.sort()
  }

  fileprivate mutating func add(_ alignment: Alignment, to upper: Int, _ target: Int) {
    uppers[upper].targets[target].alignments.append(alignment)
    ofIndicator[alignment.indicator, default: []].append((upper, target))
    addLower(alignment.plan, to: upper)
  }
}

/// Looks up the plans and indicators that alignments name.
private struct AlignmentResolver {
  var alignments = Alignments()
  var found: [Diagnostic] = []
  private let parsed: ParsedSite
  private let registers: ResolvedRegisters
  private let plans: Plans
  private let pages: PageTable
  /// The numbers of the upper plans.
  private var ofPlans: [PlanRef: Int] = [:]
  private var elsewhere: [String: Int] = [:]
  private var notFetched: Set<String> = []

  init(_ parsed: ParsedSite, _ registers: ResolvedRegisters, _ plans: Plans, _ pages: PageTable) {
    self.parsed = parsed
    self.registers = registers
    self.plans = plans
    self.pages = pages
  }

  mutating func align(_ plan: PlanRef, with name: Located<String>, _ source: SourceText) {
    guard let upper = upper(name, source) else { return }
    if case .plan(plan) = alignments.uppers[upper].place { return }
    alignments.addLower(plan, to: upper)
  }

  mutating func align(_ ref: IndicatorRef, with declaration: AlignmentDeclaration, _ source: SourceText) {
    let own = registers.indicators[ref]
    let id = declaration.indicator
    guard let name = declaration.plan, parsed.settings.otherPlans.contains(where: { $0.name.value == name.value })
    else {
      return align(ref, withOwn: declaration, source)
    }
    guard let upper = upper(name, source) else { return }
    guard let target = alignments.uppers[upper].number(of: id.value) else {
      found.append(
        Diagnostic(
          .error, .unknownIndicator, "plan '\(name.value)' has no indicator '\(id.value)' with a target",
          hint: "write an id of its site; 'planpress refresh' fetches new ones", at: source.location(of: id.range)))
      return
    }
    let other = alignments.uppers[upper].targets[target].indicator
    let ambition = Ambition(of: own.indicator, against: other, isSameArea: declaration.isOfSameArea)
    alignments.add(.init(indicator: ref, plan: own.plan, ambition: ambition), to: upper, target)
  }

  /// With an indicator of the site.
  private mutating func align(
    _ ref: IndicatorRef, withOwn declaration: AlignmentDeclaration, _ source: SourceText
  ) {
    let (own, id) = (registers.indicators[ref], declaration.indicator)
    var plan: PlanRef?
    if let name = declaration.plan {
      guard let named = find(name, source) else { return }
      plan = named
    }
    guard let other = registers.indicatorNames[id.value] else {
      let near = registers.indicatorNames.nearMiss(id.value)
      found.append(
        Diagnostic(
          .error, .unknownIndicator, "indicator '\(id.value)' does not exist",
          hint: near?.hint ?? "write the id of an indicator of the plan above", at: source.location(of: id.range),
          fix: near?.fix))
      return
    }
    let upper = registers.indicators[other]
    guard plan == nil || upper.plan == plan, upper.plan != own.plan, upper.indicator.target != nil else {
      found.append(
        Diagnostic(
          .error, .invalidValue,
          upper.plan == own.plan
            ? "'\(id.value)' belongs to the same plan" : "'\(id.value)' is not a target of that plan",
          hint: "write the id of a target of the plan above", at: source.location(of: id.range)))
      return
    }
    let number = upperNumber(of: upper.plan)
    guard let target = alignments.uppers[number].number(of: id.value) else { return }
    let ambition = Ambition(of: own.indicator, against: upper.indicator, isSameArea: declaration.isOfSameArea)
    alignments.add(.init(indicator: ref, plan: own.plan, ambition: ambition), to: number, target)
  }

  /// The number of the upper plan of a name.
  private mutating func upper(_ name: Located<String>, _ source: SourceText) -> Int? {
    guard let setting = parsed.settings.otherPlans.first(where: { $0.name.value == name.value }) else {
      return find(name, source).map { upperNumber(of: $0) }
    }
    if let number = elsewhere[name.value] { return number }
    guard let plan = parsed.otherPlans[name.value] else {
      // A copy that is damaged was reported where it was read.
      guard !parsed.damagedPlans.contains(name.value), notFetched.insert(name.value).inserted else { return nil }
      found.append(
        Diagnostic(
          .warning, .alignmentNotFetched, "the targets of '\(name.value)' were not fetched yet, and are left out",
          hint: "run 'planpress refresh', and keep other-plans/\(name.value).json",
          at: parsed.settings.source.location(of: setting.name.range)))
      return nil
    }
    var upper = Alignments.Upper(
      title: setting.title ?? name.value, place: .elsewhere(setting.url.origin + setting.url.path))
    for target in plan.targets {
      upper.add(.init(indicator: target.indicator, link: .elsewhere(target.url)), id: target.id)
    }
    let number = alignments.add(upper)
    elsewhere[name.value] = number
    return number
  }

  private mutating func upperNumber(of plan: PlanRef) -> Int {
    if let number = ofPlans[plan] { return number }
    var upper = Alignments.Upper(title: pages[plans.homes[plan]].title, place: .plan(plan))
    for group in registers.groups.indices where registers.groups[group].plan == plan {
      for ref in registers.groups[group].refs {
        let indicator = registers.indicators[ref].indicator
        guard let id = indicator.id, indicator.target != nil, indicator.retired == nil else { continue }
        upper.add(.init(indicator: indicator, link: .indicator(ref)), id: id.text)
      }
    }
    let number = alignments.add(upper)
    ofPlans[plan] = number
    return number
  }

  private mutating func find(_ name: Located<String>, _ source: SourceText) -> PlanRef? {
    if case .found(let plan) = plans.lookUp(name.value) { return plan }
    let others = parsed.settings.otherPlans.map(\.name.value)
    guard others.isEmpty else {
      let known = others + plans.indices.map(plans.path(of:))
      found.append(
        Diagnostic(
          .error, .unknownPlan, "plan '\(name.value)' does not exist",
          hint: didYouMean(name.value, among: known) ?? "name a plan of the site, or one of 'other-plans' in site.yaml",
          at: source.location(of: name.range)))
      return nil
    }
    return plans.find(name, in: source, into: &found)
  }
}

extension Alignments.Upper {
  fileprivate init(title: String, place: Alignments.Place) {
    self.title = title
    self.place = place
  }

  fileprivate mutating func add(_ target: Alignments.Target, id: String) {
    guard numbers[id] == nil else { return }
    numbers[id] = targets.count
    targets.append(target)
  }

  fileprivate func number(of id: String) -> Int? { numbers[id] }
}

extension Alignments.Target {
  fileprivate init(indicator: Indicator, link: Alignments.Link) {
    self.indicator = indicator
    self.link = link
  }
}
