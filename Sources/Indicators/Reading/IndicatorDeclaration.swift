import DataFormats
import Diagnostics

/// An indicator as a register or a section's front matter declares it, before the plan's years are known.
///
/// A class: it has two dozen fields, is made once and passed on often. What few indicators say stands apart
/// (`Particulars`): with it, those of a large site would take four times the memory.
package final class IndicatorDeclaration: Sendable {
  package let name: String
  package let unit: String?
  package let kind: IndicatorKind
  package let measure: Measure
  let baseline: BaselineDeclaration?
  /// In the order of writing.
  let targets: TargetDeclarations
  let values: ValueDeclaration
  /// The whole entry, for findings.
  package let range: SourceRange
  private let particulars: Particulars?

  /// Reads the fields one after another: the order of the findings is that of this list. `name` is read before them.
  init(_ reader: inout FieldReader, name: String) {
    self.name = name
    range = reader.range
    let id = reader.indicatorID()
    unit = reader.string("unit")?.value
    kind = reader.holds("kind") ? reader.choice("kind", of: IndicatorKind.self)?.value ?? .level : .level
    let described = Described(&reader)
    measure = reader.measure(kind: kind)
    baseline = reader.baseline()
    targets = reader.targets(kind: kind)
    values = reader.values(kind: kind)
    if reader.isAllRead, id == nil, described.isEmpty {
      particulars = nil
    } else {
      let particulars = Particulars(id: id, described, &reader)
      self.particulars = particulars.isEmpty ? nil : particulars
    }
  }
}

extension IndicatorDeclaration {
  /// What an indicator is called and counted under.
  private struct Described {
    let shortName: String?
    let definition: String?
    let nature: Nature?
    let category: String?
    let group: String?
    let source: String?

    init(_ reader: inout FieldReader) {
      shortName = reader.string("short-name")?.value
      definition = reader.string("definition")?.value
      nature = reader.holds("nature") ? reader.choice("nature", of: Nature.self)?.value : nil
      category = reader.string("category")?.value
      group = reader.string("group")?.value
      source = reader.string("source")?.value
    }

    var isEmpty: Bool {
      shortName == nil && definition == nil && nature == nil && category == nil && group == nil && source == nil
    }
  }

  private final class Particulars: Sendable {
    let id: Located<String>?
    let described: Described
    /// What columns of its CSV file are.
    let columns: ColumnRoles
    let programme: Located<String>?
    let plan: Located<String>?
    let lead: Located<String>?
    let support: [Located<String>]
    let section: Located<String>?
    let quote: Located<String>?
    let precision: Int?
    let breaks: [Period]
    let revisions: [Revision]
    /// Remarks on single periods.
    let periodNotes: [(period: Period, text: String)]
    let notes: [String]
    let judgement: Judgement?

    init(id: Located<String>?, _ described: Described, _ reader: inout FieldReader) {
      self.id = id
      self.described = described
      columns = reader.columnRoles()
      programme = reader.string("programme")
      plan = reader.string("plan")
      (lead, support) = reader.departments()
      (section, quote) = reader.promise()
      precision = reader.integer("precision", in: 0...9)?.value
      breaks = reader.periods("breaks")
      revisions = reader.revisions()
      periodNotes = reader.periodTexts("notes")
      notes = reader.strings("note").map(\.value)
      judgement = reader.judgement()
    }

    var isEmpty: Bool {
      id == nil && described.isEmpty && columns.isEmpty && programme == nil && plan == nil && lead == nil
        && support.isEmpty
        && section == nil && quote == nil && precision == nil && breaks.isEmpty && revisions.isEmpty
        && periodNotes.isEmpty
        && notes.isEmpty && judgement == nil
    }
  }

  /// Whether it names no other thing of the site and has no name to be found by.
  package var namesNothing: Bool { particulars == nil }
  package var id: Located<String>? { particulars?.id }
  package var shortName: String? { particulars?.described.shortName }
  package var definition: String? { particulars?.described.definition }
  package var nature: Nature? { particulars?.described.nature }
  package var category: String? { particulars?.described.category }
  package var group: String? { particulars?.described.group }
  package var source: String? { particulars?.described.source }
  var columns: ColumnRoles { particulars?.columns ?? ColumnRoles() }
  package var programme: Located<String>? { particulars?.programme }
  package var plan: Located<String>? { particulars?.plan }
  package var lead: Located<String>? { particulars?.lead }
  package var support: [Located<String>] { particulars?.support ?? [] }
  package var section: Located<String>? { particulars?.section }
  package var quote: Located<String>? { particulars?.quote }
  package var precision: Int? { particulars?.precision }
  var breaks: [Period] { particulars?.breaks ?? [] }
  var revisions: [Revision] { particulars?.revisions ?? [] }
  var periodNotes: [(period: Period, text: String)] { particulars?.periodNotes ?? [] }
  package var notes: [String] { particulars?.notes ?? [] }
  var judgement: Judgement? { particulars?.judgement }
}

/// A baseline whose year may follow from the plan.
struct BaselineDeclaration: Sendable {
  let period: Period?
  let value: DecimalNumber
}

/// A target whose year may follow from the plan.
struct TargetDeclaration: Sendable {
  private let packedPeriod: PackedPeriod?
  let goal: IndicatorTarget.Goal
  let comparator: Comparator?
  let isApproximate: Bool
  let phrase: String?
  let range: SourceRange

  var period: Period? { packedPeriod?.period }

  init(
    period: Period?, goal: IndicatorTarget.Goal, comparator: Comparator? = nil, isApproximate: Bool = false,
    phrase: String? = nil, range: SourceRange
  ) {
    packedPeriod = period.map { PackedPeriod($0) }
    self.goal = goal
    self.comparator = comparator
    self.isApproximate = isApproximate
    self.phrase = phrase
    self.range = range
  }
}

/// The targets of one indicator. Nearly all have one, which asks for no memory of its own.
struct TargetDeclarations: RandomAccessCollection, Sendable {
  private(set) var first: TargetDeclaration?
  private var others: [TargetDeclaration] = []

  init(_ targets: some Sequence<TargetDeclaration> = []) {
    for target in targets { append(target) }
  }

  mutating func append(_ target: TargetDeclaration) {
    if first == nil { first = target } else { others.append(target) }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { first == nil ? 0 : 1 + others.count }

  subscript(place: Int) -> TargetDeclaration {
    if place > 0 { return others[place - 1] }
    guard let first else { preconditionFailure("an indicator without a target has none in the first place") }
    return first
  }
}

/// Observations with their periods, or values of consecutive years from the plan's first.
enum ValueDeclaration: Sendable {
  case none
  case dated([Observation])
  case consecutive([DecimalNumber?])
}

// MARK: - Resolving

extension IndicatorDeclaration {
  /// The indicator with its short forms written out by the plan's years.
  ///
  /// `table` holds the observations of the indicator's own CSV file. Findings, placed in `source`: a target before
  /// its baseline (`indicator.period`), two targets for one year (`indicator.target`).
  package func resolved(
    in plan: PlanPeriod, table: ObservationTable?, source: @autoclosure () -> SourceText,
    reportingTo sink: DiagnosticSink
  ) -> Indicator {
    let base = baseline.map {
      Baseline(period: $0.period ?? .year(plan.baselineYear), value: $0.value)
    }
    func period(of target: TargetDeclaration) -> Period { target.period ?? .year(plan.end) }
    let targets = targets.count < 2 ? targets : TargetDeclarations(targets.sorted { period(of: $0) < period(of: $1) })
    let baseTime = base?.period.end ?? Period.year(plan.baselineYear).end
    for place in targets.indices where period(of: targets[place]).end <= baseTime {
      sink.report(
        Diagnostic(
          .error, .indicatorPeriod,
          "the target of '\(name)' is for \(period(of: targets[place])), which is not after its baseline, \(base?.period ?? .year(plan.baselineYear))",
          hint: "give the target a later year, or the baseline an earlier one",
          at: source().location(of: targets[place].range)))
    }
    for place in targets.indices.dropFirst() where period(of: targets[place]) == period(of: targets[place - 1]) {
      let places = [targets[place - 1], targets[place]].map { source().location(of: $0.range) }.sorted {
        $0.line < $1.line
      }
      sink.report(
        Diagnostic(
          .error, .indicatorTarget, "'\(name)' has two targets for \(period(of: targets[place]))",
          hint: "keep one of them: an indicator has at most one target for a year", at: places[1],
          related: [.init("the other one is here", at: places[0])]))
    }
    if particulars == nil, table == nil, targets.count < 2 {
      return Indicator(
        name: name, unit: unit, kind: kind, measure: measure, plan: plan, baseline: base,
        target: targets.first.map { target($0, in: plan) }, observations: observations(in: plan))
    }
    return Indicator(
      id: id.flatMap { IndicatorID($0.value) }, name: name, shortName: shortName, definition: definition, unit: unit,
      kind: kind, nature: nature, category: category, group: group, measure: measure, plan: plan, baseline: base,
      target: targets.last.map { target($0, in: plan) },
      interimTargets: targets.count < 2 ? [] : targets.dropLast().map { target($0, in: plan) },
      observations: observations(in: plan, table: table), series: table?.series ?? [],
      breaks: breaks.count < 2 ? breaks : breaks.sorted(),
      revisions: revisions, judgement: judgement, source: self.source, notes: notes, precision: precision)
  }

  /// The rows of the indicator's own CSV file in series. Findings: those of `ObservationTable`, and
  /// `csv.unknown-column`, placed in `source`, for a column that the file does not have.
  package func table(
    of rows: ObservationRows?, source: @autoclosure () -> SourceText, reportingTo sink: DiagnosticSink
  ) -> ObservationTable? {
    if !columns.isEmpty { columns.check(against: rows, source: source(), reportingTo: sink) }
    return rows.map { ObservationTable($0, roles: columns, unit: unit, reportingTo: sink) }
  }

  private func target(_ declared: TargetDeclaration, in plan: PlanPeriod) -> IndicatorTarget {
    IndicatorTarget(
      period: declared.period ?? .year(plan.end), goal: declared.goal,
      comparator: declared.comparator ?? (kind == .ceiling ? .atMost : .atLeast),
      isComparatorWritten: declared.comparator != nil, isApproximate: declared.isApproximate, phrase: declared.phrase)
  }

  /// Those of the entry itself.
  private func observations(in plan: PlanPeriod) -> [Observation] {
    switch values {
    case .none: []
    case .dated(let observations): byPeriod(observations)
    case .consecutive(let numbers):
      numbers.indices.map { Observation(period: .year(plan.start + $0), value: numbers[$0]) }
    }
  }

  private func observations(in plan: PlanPeriod, table: ObservationTable?) -> [Observation] {
    var all = observations(in: plan)
    if let table { all += table.headline }
    guard !periodNotes.isEmpty else { return byPeriod(all) }
    return byPeriod(
      all.map { observation in
        let remarks = periodNotes.filter { $0.period == observation.period }.map(\.text)
        guard !remarks.isEmpty else { return observation }
        let texts = [observation.note].compactMap(\.self) + remarks
        return Observation(
          period: observation.period, value: observation.value, state: observation.state, source: observation.source,
          note: texts.joined(separator: " "), attributes: observation.attributes)
      })
  }

  /// Nearly all are written in their order.
  private func byPeriod(_ observations: [Observation]) -> [Observation] {
    for place in observations.indices.dropFirst() where observations[place].period < observations[place - 1].period {
      return observations.sorted { $0.period < $1.period }
    }
    return observations
  }

  /// Whether the entry itself holds values, so that a CSV file beside it would say them twice.
  package var hasOwnValues: Bool {
    if case .none = values { false } else { true }
  }
}
