import DataFormats
import Diagnostics

/// An indicator as a register or a section's front matter declares it, before the plan's years are known.
///
/// A class, because it is made once and passed on often. Fields that few indicators have are boxed in `details` and
/// `references`; without the boxes a large site's indicators would take four times the memory.
package final class IndicatorDeclaration: Sendable {
  package let name: String
  package let unit: String?
  package let kind: IndicatorKind
  package let measure: Measure
  /// Whether the author says what the values of an increase count.
  private let isMeasureWritten: Bool
  let baseline: BaselineDeclaration?
  /// In the order in which they are written.
  let targets: TargetDeclarations
  let values: ValueDeclaration
  /// Nil if the entry does not say.
  let periodRules: PeriodRules?
  /// The whole entry, for findings.
  package let range: SourceRange
  package let details: IndicatorDetails?
  let references: IndicatorReferences?

  /// Reads every key except `name`, which the caller reads first. The order of the lines is the order in which the
  /// hint of `field.unknown-key` lists the keys.
  init(_ reader: inout FieldReader, name: String) {
    self.name = name
    range = reader.range
    let id = reader.indicatorID()
    let unit = reader.string("unit")
    reader.checkQuotationMarks("unit", unit)
    // An empty text means the same as no unit.
    self.unit = unit.flatMap { $0.value.isEmpty ? nil : $0.value }
    kind = reader.hasValue("kind") ? reader.choice("kind", of: IndicatorKind.self)?.value ?? .level : .level
    isMeasureWritten = reader.has("measure")
    measure = reader.measure(kind: kind)
    baseline = reader.baseline()
    targets = reader.targets(kind: kind)
    periodRules = reader.isFullyRead ? nil : PeriodRules(&reader)
    values = reader.values(kind: kind, periods: periodRules?.readings ?? [])
    details = id == nil && reader.isFullyRead ? nil : IndicatorDetails(id: id, kind: kind, &reader)
    references = reader.isFullyRead ? nil : IndicatorReferences(&reader)
  }

  /// The facts that the entry gives for all its figures, without targets, values and references: for figures that do
  /// not lead.
  init(figuresOf other: IndicatorDeclaration) {
    name = other.name
    unit = nil
    kind = other.kind == .floor || other.kind == .ceiling ? .level : other.kind
    isMeasureWritten = true
    measure = other.measure
    baseline = nil
    targets = TargetDeclarations()
    values = .none
    periodRules = other.periodRules
    range = other.range
    details = nil
    references = nil
  }

  /// The figures of the declared indicator that are probably mistakes.
  package func audit(_ indicator: Indicator) -> [AuditFinding] {
    let findings = Indicators.audit(indicator)
    guard kind == .increase, !isMeasureWritten, indicator.observations.count(where: { $0.value != nil }) > 1 else {
      return findings
    }
    return findings + [.unclearMeasure]
  }

  /// The last target in the entry.
  package var targetRange: SourceRange? { targets.last?.range }

  /// Whether the entry itself has values, so that a CSV file for the same indicator would repeat them.
  package var hasOwnValues: Bool {
    if case .none = values { false } else { true }
  }
}

// MARK: - Names and references

extension IndicatorDeclaration {
  /// Whether the indicator has an id, or anything that has to be found among the site's pages and registers.
  package var hasIDOrReferences: Bool { details?.id != nil || references != nil }
  package var id: Located<String>? { details?.id?.map(\.text) }
  package var retired: Retirement? { details?.retired }
  package var plan: Located<String>? { references?.plan }
  package var programme: Located<String>? { references?.programme }
  package var lead: Located<String>? { references?.lead }
  package var support: [Located<String>] { references?.support ?? [] }
  package var section: Located<String>? { references?.section }
  package var quote: Located<String>? { references?.quote }
  /// The numbers that its targets write.
  package var promisedNumbers: [Double] { targets.flatMap { $0.goal.numbers.map(\.value) } }
  /// The period of each target, nil for the plan's last year, and the numbers that the target writes.
  package var promises: [(period: Period?, numbers: [Double])] {
    targets.map { ($0.period, $0.goal.numbers.map(\.value)) }
  }
  package var baselineNumber: Double? { baseline?.value.value }
  package var updates: [StatusUpdate] { references?.updates ?? [] }
  package var alignments: [AlignmentDeclaration] { references?.alignments ?? [] }
  package var continues: Located<String>? { references?.continues }
  package var acceptances: [Acceptance] { references?.acceptances ?? [] }
}
