import DataFormats
import Diagnostics

extension FieldReader {
  /// Reads `baseline: 0` or `baseline: {year: 2020, value: 0}`.
  mutating func baseline() -> BaselineDeclaration? {
    guard let node = node("baseline") else { return nil }
    if case .scalar = node.content {
      return number("baseline").map { BaselineDeclaration(period: nil, value: $0.value) }
    }
    guard var fields = mapping("baseline", describing: "a baseline") else { return nil }
    let period = fields.period("year") ?? fields.period("period")
    let value = fields.requiredNumber("value")
    fields.finish()
    return value.map { BaselineDeclaration(period: period, value: $0) }
  }

  /// Reads `targets:` and `target:`, and `due:` of a milestone.
  mutating func targets(kind: IndicatorKind) -> TargetDeclarations {
    var targets = TargetDeclarations()
    if let node = node("targets") {
      if let items = node.asSequence {
        for item in items { if let target = target(item, kind: kind) { targets.append(target) } }
      } else {
        report(
          .wrongType, "'targets' must be a list", hint: "write 'targets: [{year: 2023, value: …}, …]'", at: node.range)
      }
    }
    if let node = node("target"), let target = target(node, kind: kind) { targets.append(target) }
    guard let due = node("due") else { return targets }
    if kind != .milestone {
      report(
        .indicatorKind, "'due' only applies to 'kind: milestone', and this is 'kind: \(kind.rawValue)'",
        hint: "write the year in 'target: {year: …, value: …}', or set 'kind: milestone'", at: due.range)
    } else if let period = dayOrPeriod(due) {
      targets.append(TargetDeclaration(period: period, goal: .done(nil), range: due.range))
    }
    return targets
  }

  private mutating func target(_ node: YAMLNode, kind: IndicatorKind) -> TargetDeclaration? {
    if let text = node.asScalar {
      if kind == .milestone {
        return dayOrPeriod(node).map { TargetDeclaration(period: $0, goal: .done(nil), range: node.range) }
      }
      guard let number = DecimalNumber(text.value) else {
        report(
          .wrongType, "'target' must be a number or a mapping, not '\(text.value)'",
          hint: DecimalNumber.hint(for: text.value) ?? "for a target in words write 'target: {text: …}'", at: node.range
        )
        return nil
      }
      return TargetDeclaration(period: nil, goal: .value(number), range: node.range)
    }
    guard var fields = reader(of: node, describing: "a target") else { return nil }
    let period =
      kind == .milestone
      ? fields.dayOrPeriod("year") ?? fields.dayOrPeriod("period") : fields.period("year") ?? fields.period("period")
    let goals: [(key: String, goal: IndicatorTarget.Goal)] =
      [
        fields.number("value").map { ("value", .value($0.value)) },
        fields.number("change").map { ("change", .change($0.value)) },
        fields.string("text").map { ("text", .phrase($0.value)) },
      ].compactMap(\.self)
    let comparator = fields.comparator()
    let direction = fields.choice("direction", of: Direction.self)?.value
    let isApproximate = fields.flag("approx")?.value ?? false
    let phrase = fields.string("phrase")?.value
    let hasInvalidGoal = goals.isEmpty && FieldReader.goalKeys.contains(where: fields.has)
    fields.finish()
    if goals.count > 1 {
      report(
        .conflictingKeys, "a target has \(goals.count) of 'value', 'change' and 'text'", hint: "keep one of them",
        at: node.range)
    }
    if kind == .milestone, let other = goals.first(where: { $0.key != "text" }) {
      report(.indicatorKind, "a milestone is done or not done; remove '\(other.key)'", at: node.range)
    }
    if kind == .milestone {
      // The plan's own words for the completed milestone, if it has any.
      let text = goals.lazy.compactMap { if case .phrase(let text) = $0.goal { text } else { nil } }.first
      return TargetDeclaration(
        period: period, goal: .done(text), comparator: comparator, isApproximate: isApproximate, phrase: phrase,
        range: node.range)
    }
    guard let goal = goals.first?.goal ?? (direction == nil ? nil : .direction) else {
      if !hasInvalidGoal {
        report(
          .missingKey, "a target needs 'value', 'change', 'text' or 'direction'", hint: "add 'value: …'",
          at: node.range)
      }
      return nil
    }
    return TargetDeclaration(
      period: period, goal: goal, comparator: comparator, isApproximate: isApproximate, phrase: phrase,
      direction: direction, range: node.range)
  }

  private static let goalKeys: [FieldKey] = ["value", "change", "text", "direction"]

  private mutating func comparator() -> Comparator? {
    guard let text = string("comparator") else { return nil }
    let words = ["≥": Comparator.atLeast, "≤": .atMost, "＞": .moreThan, "＜": .lessThan]
    if let comparator = Comparator(rawValue: text.value) ?? words[text.value] { return comparator }
    report(
      .invalidValue, "'\(text.value)' is not a comparator",
      hint: "write \">=\", \">\", \"<=\" or \"<\", in quotes",
      at: text.range)
    return nil
  }

  mutating func requiredNumber(_ key: FieldKey) -> DecimalNumber? {
    if !has(key) {
      report(.missingKey, "\(subject) needs '\(key)'", hint: "add '\(key): …'", at: range)
      return nil
    }
    return number(key)?.value
  }
}

// MARK: - Periods

extension FieldReader {
  mutating func period(_ key: FieldKey) -> Period? {
    node(key).flatMap { period($0) }
  }

  func period(_ node: YAMLNode) -> Period? {
    if let text = node.asScalar, let period = Period(text.value) { return period }
    report(
      .indicatorPeriod, "\(node.asScalar.map { "'\($0.value)'" } ?? node.kindInWords) is not a period",
      hint: Period.hint, at: node.range)
    return nil
  }

  /// Reads the time of a milestone, which may be a day.
  mutating func dayOrPeriod(_ key: FieldKey) -> Period? {
    node(key).flatMap { dayOrPeriod($0) }
  }

  func dayOrPeriod(_ node: YAMLNode) -> Period? {
    guard let text = node.asScalar else { return period(node) }
    return dayOrPeriod(text)
  }

  func dayOrPeriod(_ text: Located<String>) -> Period? {
    guard CalendarDate.isWrittenAsDate(text.value) else { return period(text) }
    if let date = CalendarDate(text.value) { return .day(date) }
    report(.indicatorPeriod, "'\(text.value)' is a day that does not exist", at: text.range)
    return nil
  }

  /// Reads one period or a list of them.
  mutating func periods(_ key: FieldKey) -> [Period] {
    guard let node = node(key) else { return [] }
    return (node.asSequence ?? [node]).compactMap { period($0) }
  }

  /// Reads `notes: {2020: …}`, a note for each period.
  mutating func periodTexts(_ key: FieldKey) -> [(period: Period, text: String)] {
    guard let node = node(key) else { return [] }
    guard let entries = node.asMapping else {
      report(
        .wrongType, "'\(key)' needs the period of each note",
        hint: "write '\(key): {2020: …}', or 'note: …' for a note on the whole indicator",
        at: node.range)
      return []
    }
    return entries.compactMap { entry in
      guard !entry.value.isNull else {
        reportEmpty(entry)
        return nil
      }
      guard let text = entry.value.asScalar?.value else {
        report(.wrongType, "a note must be text", at: entry.value.range)
        return nil
      }
      return dayOrPeriod(entry.key).map { ($0, text) }
    }
  }

  func period(_ key: Located<String>) -> Period? {
    if let period = Period(key.value) { return period }
    report(
      .indicatorPeriod, "'\(key.value)' is not a period", hint: Period.hint, at: key.range)
    return nil
  }
}

extension Period {
  /// The hint of every finding about a text that is not a period.
  static let hint = "write a year such as 2021, or 2021-06, 2021 Q3, 2021/22"
}
