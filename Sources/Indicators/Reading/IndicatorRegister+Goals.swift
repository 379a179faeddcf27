import DataFormats
import Diagnostics

extension IndicatorRegister {
  /// Reports a goal that the kind of the indicator cannot have, or a number that it cannot reach (`indicator.kind`,
  /// `indicator.target`).
  static func checkGoal(_ target: TargetDeclaration, of declaration: IndicatorDeclaration, _ reader: FieldReader) {
    let finding = Diagnostic.impossibleGoal(
      target.goal, target.comparator, kind: declaration.kind, measure: declaration.measure,
      baseline: declaration.baseline?.value, at: reader.source.location(of: target.range))
    if let finding { reader.sink.report(finding) }
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
