import DataFormats
import Diagnostics

/// A baseline whose period may follow from the plan.
struct BaselineDeclaration: Sendable {
  let value: DecimalNumber
  private let packedPeriod: PackedPeriod?

  /// Nil for the year before the plan starts.
  var period: Period? { packedPeriod?.period }

  init(period: Period?, value: DecimalNumber) {
    self.value = value
    packedPeriod = period.map { PackedPeriod($0) }
  }
}

/// A target whose period may follow from the plan.
struct TargetDeclaration: Sendable {
  private let packedPeriod: PackedPeriod?
  let goal: IndicatorTarget.Goal
  /// Nil for the default of the indicator's kind.
  let comparator: Comparator?
  let isApproximate: Bool
  let phrase: String?
  let direction: Direction?
  /// The target before each change, in the order in which the changes are written.
  let earlier: [EarlierDeclaration]
  let range: SourceRange

  /// Nil for the plan's last year.
  var period: Period? { packedPeriod?.period }

  init(
    period: Period?, goal: IndicatorTarget.Goal, comparator: Comparator? = nil, isApproximate: Bool = false,
    phrase: String? = nil, direction: Direction? = nil, earlier: [EarlierDeclaration] = [], range: SourceRange
  ) {
    packedPeriod = period.map { PackedPeriod($0) }
    self.goal = goal
    self.comparator = comparator
    self.isApproximate = isApproximate
    self.phrase = phrase
    self.direction = direction
    self.earlier = earlier
    self.range = range
  }
}

/// A target before it was changed. A key that is not written had the same value as after the change.
struct EarlierDeclaration: Sendable {
  /// A fact that may have been absent: `baseline: none` says that there was no baseline.
  enum Fact<Value: Sendable>: Sendable {
    case unchanged, absent
    case was(Value)

    func applied(to value: Value?) -> Value? {
      switch self {
      case .unchanged: value
      case .absent: nil
      case .was(let value): value
      }
    }
  }

  var period: Period?
  var goal: IndicatorTarget.Goal?
  var comparator: Comparator?
  var isApproximate: Bool?
  var phrase: Fact<String> = .unchanged
  var direction: Fact<Direction> = .unchanged
  var interim: Fact<TargetDeclarations> = .unchanged
  var baseline: Fact<BaselineDeclaration> = .unchanged
  var kind: IndicatorKind?
  var measure: Measure?
  var unit: Fact<String> = .unchanged
  var quote: Fact<String> = .unchanged
  let until: Period
  let by: String?
  let why: String?
  let range: SourceRange
}

extension BaselineDeclaration {
  func placed(by rule: FiscalYearRule) -> BaselineDeclaration {
    BaselineDeclaration(period: period?.placed(by: rule), value: value)
  }
}

extension TargetDeclaration {
  /// The target with another time.
  func due(_ period: Period) -> TargetDeclaration {
    TargetDeclaration(
      period: period, goal: goal, comparator: comparator, isApproximate: isApproximate, phrase: phrase,
      direction: direction, earlier: earlier, range: range)
  }

  /// The target and its earlier forms, with budget years where their author places them.
  func placed(by rule: FiscalYearRule) -> TargetDeclaration {
    TargetDeclaration(
      period: period?.placed(by: rule), goal: goal, comparator: comparator, isApproximate: isApproximate,
      phrase: phrase, direction: direction, earlier: earlier.map { $0.placed(by: rule) }, range: range)
  }
}

extension EarlierDeclaration {
  fileprivate func placed(by rule: FiscalYearRule) -> EarlierDeclaration {
    var placed = self
    placed.period = period?.placed(by: rule)
    if case .was(let path) = interim { placed.interim = .was(TargetDeclarations(path.map { $0.placed(by: rule) })) }
    if case .was(let baseline) = baseline { placed.baseline = .was(baseline.placed(by: rule)) }
    return placed
  }
}

/// The targets of one indicator. The first is stored inline, as nearly all indicators have one and it then needs no
/// allocation.
struct TargetDeclarations: RandomAccessCollection, Sendable {
  private(set) var first: TargetDeclaration?
  private var others: [TargetDeclaration] = []

  init(_ targets: some Sequence<TargetDeclaration> = []) {
    for target in targets { append(target) }
  }

  mutating func append(_ target: TargetDeclaration) {
    if first == nil { first = target } else { others.append(target) }
  }

  var last: TargetDeclaration? { others.last ?? first }
  var startIndex: Int { 0 }
  var endIndex: Int { first == nil ? 0 : 1 + others.count }

  subscript(index: Int) -> TargetDeclaration {
    if index > 0 { return others[index - 1] }
    guard let first else { preconditionFailure("index 0 is out of range: the indicator has no target") }
    return first
  }
}

/// The values in the entry of an indicator.
enum ValueDeclaration: Sendable {
  case none
  /// Observations with their periods.
  case dated([Observation])
  /// Values of consecutive years, beginning with the plan's first.
  case consecutive([DecimalNumber?])
}
