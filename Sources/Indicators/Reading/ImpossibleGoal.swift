import DataFormats
import Diagnostics

// Goals that a kind of indicator cannot have: in today's target, and in a target before a change.

extension Diagnostic {
  /// A goal that the kind cannot have, or a number that it cannot reach (`indicator.kind`, `indicator.target`). Nil for
  /// any other. `comparator` is one that is written.
  static func impossibleGoal(
    _ goal: IndicatorTarget.Goal, _ comparator: Comparator?, kind: IndicatorKind, measure: Measure,
    baseline: DecimalNumber?, at location: @autoclosure () -> SourceLocation
  ) -> Diagnostic? {
    func error(_ code: DiagnosticCode, _ message: Message, hint: Message) -> Diagnostic {
      Diagnostic(.error, code, message, hint: hint, at: location())
    }
    switch (kind, goal) {
    case (.rate, .value(let number)), (.rate, .every(let number)): return impossibleRate(number, at: location())
    case (.rate, .change(let change)):
      guard let start = baseline, start.isInRange, change.isInRange else { return nil }
      let decimals = max(start.decimals, change.decimals)
      return impossibleRate(DecimalNumber(value: start.value + change.value, decimals: decimals), at: location())
    case (.increase, .value(let number)), (.increase, .change(let number)):
      return number.value > 0 ? nil : notAbove(number)
    case (.increase, .every) where measure == .cumulative:
      return error(
        .indicatorTarget, "a target for every period needs values that are each for their own period",
        hint: "add 'measure: annual', and give each value for its own year")
    case (.increase, .every(let number)):
      // At most nothing in each year is a target; at least zero is not a goal.
      let isLimit = number.value == 0 && comparator?.wantsMore == false
      return number.value > 0 || isLimit ? nil : notAbove(number)
    case (.increase, .relative), (.rate, .relative):
      return error(
        .indicatorKind, "a change in per cent needs a level that it starts from, and this is 'kind: \(kind.rawValue)'",
        hint: "use 'kind: level' with a baseline, or write what it should reach: 'value: …'")
    case (_, .relative):
      guard let start = baseline, start.value == 0 else { return nil }
      return error(
        .indicatorTarget, "a change in per cent needs a baseline other than 0",
        hint: "write what the target should reach: 'value: …'")
    case (.level, .between):
      guard let comparator else { return nil }
      return error(
        .conflictingKeys, "a range needs no comparator, and this one has '\(comparator.rawValue)'",
        hint: "remove 'comparator'")
    case (.floor, .between), (.ceiling, .between), (.increase, .between), (.rate, .between):
      return error(
        .indicatorKind, "a range is the target of a level, and this is 'kind: \(kind.rawValue)'",
        hint: "remove 'kind', or write one number: 'value: …'")
    default: return nil
    }

    func notAbove(_ number: DecimalNumber) -> Diagnostic {
      error(
        .indicatorKind, "the target of an increase must be above 0, and this one is \(NumberFormat.data(number))",
        hint:
          "use 'kind: level' with a baseline if the figure should fall, or 'kind: ceiling' if it should stay below a limit"
      )
    }
  }

  /// Nil for growth of more than −100 %, which leaves something that can grow.
  static func impossibleRate(_ number: DecimalNumber, at location: @autoclosure () -> SourceLocation) -> Diagnostic? {
    guard number.value <= -100 else { return nil }
    return Diagnostic(
      .error, .indicatorKind, "a rate must be above -100 %, and this one is \(NumberFormat.data(number))",
      hint: "use 'kind: level' if the figures are amounts and not yearly growth in per cent", at: location())
  }

  /// Nil for the range of a rate that begins above −100 %.
  static func impossibleRange(_ low: DecimalNumber, at location: @autoclosure () -> SourceLocation) -> Diagnostic? {
    guard low.value <= -100 else { return nil }
    return Diagnostic(
      .error, .indicatorKind, "a rate must be above -100 %, and its range begins at \(NumberFormat.data(low))",
      hint: "use 'kind: level' if the figures are amounts and not yearly growth in per cent", at: location())
  }
}
