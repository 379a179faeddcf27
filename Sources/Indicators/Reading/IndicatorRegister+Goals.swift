import DataFormats
import Diagnostics

extension IndicatorRegister {
  /// Reports a goal that the kind of the indicator cannot have, or a number that it cannot reach (`indicator.kind`,
  /// `indicator.target`).
  static func checkGoal(_ target: TargetDeclaration, of declaration: IndicatorDeclaration, _ reader: FieldReader) {
    let kind = declaration.kind
    switch (kind, target.goal) {
    case (.rate, .value(let number)), (.rate, .every(let number)): reader.checkRate(number, at: target.range)
    case (.rate, .change(let change)):
      guard let start = declaration.baseline?.value, start.isInRange, change.isInRange else { return }
      let decimals = max(start.decimals, change.decimals)
      reader.checkRate(DecimalNumber(value: start.value + change.value, decimals: decimals), at: target.range)
    case (.increase, .value(let number)), (.increase, .change(let number)):
      guard number.value <= 0 else { return }
      reader.report(
        .indicatorKind, "the target of an increase must be above 0, and this one is \(NumberFormat.data(number))",
        hint:
          "use 'kind: level' with a baseline if the figure should fall, or 'kind: ceiling' if it should stay below a limit",
        at: target.range)
    case (.increase, .relative), (.rate, .relative):
      reader.report(
        .indicatorKind, "a change in per cent needs a level that it starts from, and this is 'kind: \(kind.rawValue)'",
        hint: "use 'kind: level' with a baseline, or write what it should reach: 'value: …'", at: target.range)
    case (_, .relative):
      guard let start = declaration.baseline?.value, start.value == 0 else { return }
      reader.report(
        .indicatorTarget, "a change in per cent needs a baseline other than 0",
        hint: "write what the target should reach: 'value: …'", at: target.range)
    case (.level, .between): checkRange(target, reader)
    case (.floor, .between), (.ceiling, .between), (.increase, .between), (.rate, .between):
      reader.report(
        .indicatorKind, "a range is the target of a level, and this is 'kind: \(kind.rawValue)'",
        hint: "remove 'kind', or write one number: 'value: …'", at: target.range)
    case (.increase, .every) where declaration.measure == .cumulative:
      reader.report(
        .indicatorTarget, "a target for every period needs values that are each for their own period",
        hint: "add 'measure: annual', and give each value for its own year", at: target.range)
    default: break
    }
  }

  private static func checkRange(_ target: TargetDeclaration, _ reader: FieldReader) {
    guard let comparator = target.comparator else { return }
    reader.report(
      .conflictingKeys, "a range needs no comparator, and this one has '\(comparator.rawValue)'",
      hint: "remove 'comparator'", at: target.range)
  }

  /// Reports interim targets that are for every period while the last is not, or the other way round.
  static func checkPath(of declaration: IndicatorDeclaration, _ reader: FieldReader) {
    guard declaration.targets.count > 1, let first = declaration.targets.first else { return }
    guard let other = declaration.targets.first(where: { $0.goal.isForEveryPeriod != first.goal.isForEveryPeriod })
    else { return }
    reader.report(
      .conflictingKeys, "the targets are partly for every period and partly for their own time",
      hint: "write 'every' in all of them, or in none", at: other.range)
  }
}
