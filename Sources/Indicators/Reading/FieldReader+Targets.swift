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
    var targets = pathOfTargets(kind: kind)
    if let target = lastTarget(kind: kind) { targets.append(target) }
    return targets
  }

  /// Reads `target:`, and `due:` of a milestone.
  private mutating func lastTarget(kind: IndicatorKind) -> TargetDeclaration? {
    let target = node("target").flatMap { self.target($0, kind: kind) }
    guard let due = node("due") else { return target }
    if kind != .milestone {
      report(
        .indicatorKind, "'due' only applies to 'kind: milestone', and this is 'kind: \(kind.rawValue)'",
        hint: "write the year in 'target: {year: …, value: …}', or set 'kind: milestone'", at: due.range)
    } else if target?.period != nil {
      report(
        .conflictingKeys, "'due' and 'target' both say when the milestone is due",
        hint: "remove one of them; steps on the way belong in 'targets: [{year: …, text: …}]'", at: due.range)
    } else if let period = dayOrPeriod(due) {
      // 'target: {text: …}' says what will be done, and 'due' when.
      return target?.due(period) ?? TargetDeclaration(period: period, goal: .done(nil), range: due.range)
    }
    return target
  }

  /// Reads the list `targets:`.
  mutating func pathOfTargets(kind: IndicatorKind) -> TargetDeclarations {
    var targets = TargetDeclarations()
    guard let node = node("targets") else { return targets }
    if let items = node.asSequence {
      for item in items { if let target = target(item, kind: kind) { targets.append(target) } }
    } else {
      report(
        .wrongType, "'targets' must be a list", hint: "write 'targets: [{year: 2023, value: …}, …]'", at: node.range)
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
          hint: TargetText(text.value)?.hint ?? DecimalNumber.hint(for: text.value)
            ?? DecimalNumber.hintOnWords(in: text.value) ?? "for a target in words write 'target: {text: …}'",
          at: node.range
        )
        return nil
      }
      return TargetDeclaration(period: nil, goal: .value(number), range: node.range)
    }
    guard var fields = reader(of: node, describing: "a target") else { return nil }
    let period = fields.targetPeriod(kind: kind)
    let goals = fields.goals()
    let comparator = fields.comparator()
    let direction = fields.choice("direction", of: Direction.self)?.value
    let isApproximate = fields.flag("approx")?.value ?? false
    let phrase = fields.string("phrase")?.value
    let earlier = fields.hasValue("earlier") ? fields.earlierTargets(kind: kind) : []
    let hasInvalidGoal = goals.isEmpty && FieldReader.goalKeys.contains(where: fields.has)
    fields.finish()
    guard
      let goal = self.goal(goals, of: kind, at: node.range)
        ?? (kind == .milestone ? .done(nil) : direction == nil ? nil : .direction)
    else {
      if !hasInvalidGoal, !fields.hasChineseKey {
        report(
          .missingKey, "a target needs 'value', 'change', 'between', 'every', 'text' or 'direction'",
          hint: "add 'value: …'", at: node.range)
      }
      return nil
    }
    return TargetDeclaration(
      period: period, goal: goal, comparator: comparator, isApproximate: isApproximate, phrase: phrase,
      direction: kind == .milestone ? nil : direction, earlier: earlier, range: node.range)
  }

  private static let goalKeys: [FieldKey] = ["value", "change", "between", "every", "text", "direction"]

  mutating func targetPeriod(kind: IndicatorKind) -> Period? {
    kind == .milestone ? dayOrPeriod("year") ?? dayOrPeriod("period") : period("year") ?? period("period")
  }

  /// The goals that a target writes: one, unless the author made a mistake.
  mutating func goals() -> [(key: String, goal: IndicatorTarget.Goal)] {
    [
      targetValue().map { ("value", .value($0.value)) },
      change().map { ("change", $0) },
      range().map { ("between", $0) },
      number("every").map { ("every", .every($0.value)) },
      string("text").map { ("text", .phrase($0.value)) },
    ].compactMap(\.self)
  }

  /// The goal of a target, or nil if it writes none. Reports several goals, and a number of a milestone.
  func goal(
    _ goals: [(key: String, goal: IndicatorTarget.Goal)], of kind: IndicatorKind, at range: SourceRange
  ) -> IndicatorTarget.Goal? {
    if goals.count > 1 {
      let keys: [Message] = goals.map { "'\($0.key)'" }
      report(
        .conflictingKeys, "a target has \(list: keys.dropLast()) and \(keys[keys.count - 1])",
        hint: "keep one of them", at: range)
    }
    guard kind == .milestone else { return goals.first?.goal }
    if let other = goals.first(where: { $0.key != "text" }) {
      report(.indicatorKind, "a milestone is done or not done; remove '\(other.key)'", at: range)
    }
    // The plan's own words for the completed milestone, if it has any.
    for case .phrase(let text) in goals.map(\.goal) { return .done(text) }
    return nil
  }

  /// Reads `value: 25`. A bound or a range there has keys of its own.
  private mutating func targetValue() -> Located<DecimalNumber>? {
    guard let text = node("value")?.asScalar, DecimalNumber(text.value) == nil, let meant = TargetText(text.value)
    else {
      return number("value")
    }
    report(.wrongType, "'value' must be a number, not '\(text.value)'", hint: meant.hint, at: text.range)
    return nil
  }

  /// Reads `change: -5`, an amount, and `change: "-50%"`, which is in per cent of the baseline.
  private mutating func change() -> IndicatorTarget.Goal? {
    guard let text = node("change")?.asScalar, let last = text.value.unicodeScalars.last,
      "%％".unicodeScalars.contains(last)
    else { return number("change").map { .change($0.value) } }
    var digits = text.value.dropLast()
    while digits.last == " " || digits.last == "\u{A0}" { digits.removeLast() }
    // A minus sign may be a typographic one.
    let written = digits.first == "\u{2212}" ? "-" + digits.dropFirst() : String(digits)
    if let share = DecimalNumber(written) { return .relative(share) }
    report(
      .wrongType, "'change' must be a number or a number with %, not '\(text.value)'",
      hint: "write 'change: \"-50%\"' for half of the baseline", at: text.range)
    return nil
  }

  /// Reads `between: [25, 30]`.
  private mutating func range() -> IndicatorTarget.Goal? {
    guard let node = node("between") else { return nil }
    let numbers = node.asSequence?.compactMap { $0.asScalar.flatMap { DecimalNumber($0.value) } } ?? []
    guard numbers.count == 2, node.asSequence?.count == 2 else {
      report(
        .wrongType, "'between' must be a list of two numbers", hint: "write 'between: [25, 30]'", at: node.range)
      return nil
    }
    guard numbers[0].value < numbers[1].value else {
      report(
        .invalidValue, "the range of 'between' must begin below its end",
        hint: numbers[0].value == numbers[1].value
          ? "write 'value: \(NumberFormat.data(numbers[0]))'"
          : "write 'between: [\(NumberFormat.data(numbers[1])), \(NumberFormat.data(numbers[0]))]'", at: node.range)
      return nil
    }
    return .between(numbers[0], numbers[1])
  }

  mutating func comparator() -> Comparator? {
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
    if hasValue(key) { return number(key)?.value }
    if !has(key) { report(.missingKey, "\(subject) needs '\(key)'", hint: "add '\(key): …'", at: range) }
    return nil
  }
}
