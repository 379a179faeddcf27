import DataFormats
import Diagnostics

extension FieldReader {
  /// Reads `earlier: [{value: 20, until: 2026-03, by: …, why: …}]`: the target before each change. An entry may hold any
  /// key of a target, and `targets`, `baseline`, `kind`, `measure`, `unit` and `quote` of its indicator.
  ///
  /// Reports an entry without `until` (`field.missing-key`), one that says nothing of the target
  /// (`field.missing-key`), and two entries for one change (`indicator.target`).
  mutating func earlierTargets(kind: IndicatorKind) -> [EarlierDeclaration] {
    var entries: [EarlierDeclaration] = []
    for given in mappings("earlier", describing: "an earlier target") {
      var fields = given
      guard let entry = fields.earlierTarget(kind: kind) else { continue }
      if let other = entries.first(where: { $0.until == entry.until }) {
        report(
          .indicatorTarget, "two entries of 'earlier' end in \(entry.until)",
          hint: "give each change its own time, such as 'until: 2026-03-15'", at: entry.range,
          related: [.init("the other entry is here", at: source.location(of: other.range))])
      }
      entries.append(entry)
    }
    return entries
  }

  private mutating func earlierTarget(kind current: IndicatorKind) -> EarlierDeclaration? {
    let kind = hasValue("kind") ? choice("kind", of: IndicatorKind.self)?.value : nil
    let period = targetPeriod(kind: kind ?? current)
    let goals = goals()
    let until = dayOrPeriod("until")
    let hasUntil = has("until")
    var entry = EarlierDeclaration(
      until: until ?? .year(0), by: string("by")?.value, why: string("why")?.value, range: range)
    entry.period = period
    entry.kind = kind
    entry.goal = goal(goals, of: kind ?? current, at: range)
    entry.comparator = comparator()
    entry.isApproximate = flag("approx")?.value
    entry.phrase = fact("phrase") { $0.string("phrase")?.value }
    entry.direction = fact("direction") { $0.choice("direction", of: Direction.self)?.value }
    if case .was = entry.direction, entry.goal == nil, goals.isEmpty, comesWithoutGoal { entry.goal = .direction }
    entry.interim = fact("targets") { $0.pathOfTargets(kind: kind ?? current) }
    entry.baseline = fact("baseline") { $0.baseline() }
    entry.measure = hasValue("measure") ? choice("measure", of: Measure.self)?.value : nil
    entry.unit = fact("unit") { $0.string("unit")?.value }
    entry.quote = fact("quote") { $0.string("quote")?.value }
    let saysNothing = keys.allSatisfy { ["until", "by", "why"].contains($0.value) }
    finish()
    if !hasUntil {
      report(
        .missingKey, "an earlier target needs 'until', the month in which it was changed",
        hint: "add 'until: 2026-03'", at: range)
    } else if saysNothing {
      report(
        .missingKey, "an earlier target must say what was different", hint: "add what the target was: 'value: …'",
        at: range)
    }
    return until == nil || saysNothing ? nil : entry
  }

  /// Whether a direction that is written alone is the whole target: its earlier form is recorded nowhere else.
  private var comesWithoutGoal: Bool {
    keys.allSatisfy { ["direction", "until", "by", "why", "year", "period"].contains($0.value) }
  }

  /// A fact that may have been absent, which is written as `none`.
  private mutating func fact<Value>(
    _ key: FieldKey, _ read: (inout FieldReader) -> Value?
  ) -> EarlierDeclaration.Fact<Value> {
    guard let node = node(key) else { return .unchanged }
    if node.asScalar?.value == "none" { return .absent }
    return read(&self).map { .was($0) } ?? .unchanged
  }

  /// Reads `retired: {on: 2026-03, why: …, continued-by: …}`. Reports one without `on` (`field.missing-key`).
  mutating func retirement() -> Retirement? {
    guard var fields = mapping("retired", describing: "'retired'") else { return nil }
    let on = fields.dayOrPeriod("on")
    let isDated = fields.has("on")
    let why = fields.string("why")?.value
    let next = fields.string("continued-by")
    fields.finish()
    if !isDated, !fields.hasChineseKey {
      report(.missingKey, "'retired' needs 'on'", hint: "add the month: 'on: 2026-03'", at: fields.range)
    }
    return on.map { Retirement(on: $0, why: why, continuedBy: next) }
  }
}
