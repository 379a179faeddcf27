import Diagnostics
import Indicators
import SiteSources

/// Which plan follows which, and which indicator continues which.
package struct Continuations: Sendable {
  private var earlierPlans: [PlanRef: PlanRef] = [:]
  private var laterPlans: [PlanRef: [PlanRef]] = [:]
  private var earlierIndicators: [IndicatorRef: IndicatorRef] = [:]
  private var laterIndicators: [IndicatorRef: [IndicatorRef]] = [:]

  /// The plan that `plan` replaces.
  package func plan(before plan: PlanRef) -> PlanRef? { earlierPlans[plan] }
  /// The plans that replace `plan`, in the order of the site.
  package func plans(after plan: PlanRef) -> [PlanRef] { laterPlans[plan] ?? [] }
  /// The indicator that it continues.
  package func indicator(before indicator: IndicatorRef) -> IndicatorRef? { earlierIndicators[indicator] }
  /// The indicators that continue it, in the order of the site.
  package func indicators(after indicator: IndicatorRef) -> [IndicatorRef] { laterIndicators[indicator] ?? [] }
}

// MARK: - Resolving

extension Continuations {
  /// Reports a plan or an indicator that does not exist, and one that is the successor of itself.
  static func resolve(
    _ registers: ResolvedRegisters, _ plans: Plans, _ pages: PageTable
  ) -> (continuations: Continuations, diagnostics: [Diagnostic]) {
    var result = Continuations()
    var found: [Diagnostic] = []
    var places: [PlanRef: SourceLocation] = [:]
    for plan in plans.indices {
      guard let named = plans.fields(of: plan).follows else { continue }
      let source = pages[plans.homes[plan]].source
      guard let earlier = plans.find(named, in: source, into: &found) else { continue }
      guard earlier != plan else {
        found.append(
          Diagnostic(
            .error, .invalidValue, "a plan cannot follow itself", hint: "name the plan before it, or remove 'follows'",
            at: source.location(of: named.range)))
        continue
      }
      // A plan may be revised while it runs, but none follows one that begins after it.
      guard plans.fields(of: earlier).period.start <= plans.fields(of: plan).period.start else {
        found.append(
          Diagnostic(
            .error, .invalidValue, "a plan cannot follow one that begins later",
            hint: "name the plan before it, or write 'follows' into the other one",
            at: source.location(of: named.range)))
        continue
      }
      places[plan] = source.location(of: named.range)
      result.earlierPlans[plan] = earlier
      result.laterPlans[earlier, default: []].append(plan)
    }
    for plan in circles(in: result.earlierPlans) {
      guard let place = places[plan] else { continue }
      found.append(
        Diagnostic(
          .error, .invalidValue, "plans cannot follow each other in a circle",
          hint: "remove 'follows' from one of them", at: place))
    }
    var indicatorPlaces: [IndicatorRef: SourceLocation] = [:]
    for group in registers.groups.indices where registers.groups[group].namesSomething {
      let rows = registers.groups[group]
      for (ref, declaration) in zip(rows.refs, rows.declared) {
        if let id = declaration.retired?.continuedBy, let next = registers.indicatorNames[id.value] {
          indicatorPlaces[next] = indicatorPlaces[next] ?? rows.source.location(of: id.range)
          result.add(next, after: ref)
        }
        guard let named = declaration.continues else { continue }
        switch registers.indicatorNames.lookUp(id: named.value) {
        case .found(let earlier) where earlier != ref:
          indicatorPlaces[ref] = rows.source.location(of: named.range)
          result.add(ref, after: earlier)
        case .found:
          found.append(
            Diagnostic(
              .error, .invalidValue, "an indicator cannot continue itself",
              hint: "name the indicator before it, or remove 'continues'", at: rows.source.location(of: named.range)))
        case .unknown(let near):
          found.append(
            Diagnostic(
              .error, .unknownIndicator, "indicator '\(named.value)' does not exist",
              hint: near?.hint ?? "write the id of the indicator that it continues, or remove 'continues'",
              at: rows.source.location(of: named.range), fix: near?.fix))
        }
      }
    }
    for indicator in circles(in: result.earlierIndicators) {
      guard let place = indicatorPlaces[indicator] else { continue }
      found.append(
        Diagnostic(
          .error, .invalidValue, "indicators cannot continue each other in a circle",
          hint: "remove 'continues' or 'continued-by' from one of them", at: place))
    }
    return (result, found)
  }

  /// One row of each circle of references. Each row is visited once.
  private static func circles<Row: Hashable & Comparable>(in earlier: [Row: Row]) -> [Row] {
    var (seen, found) = ([Row: Int](), [Row]())
    // sorted: reaches output
    for (walk, start) in earlier.keys.sorted().enumerated() {
      var next: Row? = start
      while let row = next, seen[row] == nil {
        seen[row] = walk
        next = earlier[row]
      }
      if let row = next, seen[row] == walk { found.append(row) }
    }
    return found
  }

  private mutating func add(_ later: IndicatorRef, after earlier: IndicatorRef) {
    earlierIndicators[later] = earlierIndicators[later] ?? earlier
    if laterIndicators[earlier]?.contains(later) != true { laterIndicators[earlier, default: []].append(later) }
  }
}
