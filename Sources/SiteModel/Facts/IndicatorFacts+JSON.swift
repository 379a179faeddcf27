import Bytes
import DataFormats
import Indicators

/// Writes facts as members of a JSON object. An absent fact has no key; null is never written.
private struct JSONFacts<Subject>: FactVisitor {
  let json: UnsafeMutablePointer<JSONWriter>
  let subject: Subject
  let context: FactContext

  @inline(__always)
  mutating func visit(
    _ key: StaticString, column: () -> FactColumn, page: () -> PageText?, value: (Subject, FactContext) -> FactValue
  ) {
    json.pointee.member(key, value(subject, context))
  }

  @inline(__always)
  mutating func visit(_ key: StaticString, page: () -> PageText?, value: (Subject, FactContext) -> FactValue) {
    json.pointee.member(key, value(subject, context))
  }

  @inline(__always)
  mutating func visit<List: FactList>(_ key: StaticString, _ list: List.Type, of inner: (Subject) -> List.Subject?) {
    guard let inner = inner(subject) else { return }
    json.pointee.object(key) { $0.members(List.self, of: inner, context) }
  }

  @inline(__always)
  mutating func visit<List: FactList>(_ list: List.Type, of inner: (Subject) -> List.Subject?) {
    guard let inner = inner(subject) else { return }
    var facts = JSONFacts<List.Subject>(json: json, subject: inner, context: context)
    List.visit(&facts)
  }
}

extension JSONWriter {
  @inline(__always)
  mutating func members<List: FactList>(
    _ list: List.Type, of subject: List.Subject, _ context: FactContext
  ) {
    withUnsafeMutablePointer(to: &self) { json in
      var facts = JSONFacts(json: json, subject: subject, context: context)
      List.visit(&facts)
    }
  }

  @inline(__always)
  fileprivate mutating func member(_ key: StaticString, _ value: FactValue) {
    switch value {
    case .absent, .cell, .place: break
    case .string(let text): member(key, text)
    case .decimal(let number): member(key, number)
    case .number(let number): member(key, number)
    case .flag(let flag): member(key, flag)
    case .period(let period): member(key, verbatim: { $0.append(data: period) })
    case .year(.year(let year)): member(key, year)
    case .year(let period): member(key, period.description)
    case .path(let route): route.withBare { member(key, utf8: $0) }
    case .list(let texts): array(key) { for text in texts { $0.value(text) } }
    case .decimals(let numbers):
      array(key) { for number in numbers { $0.value(number) } }
    case .pairs(let pairs): object(key) { for pair in pairs { $0.member(named: pair.name, pair.value) } }
    }
  }
}

extension IndicatorFacts {
  /// Writes the members of one indicator's object.
  package static func write(_ resolved: ResolvedIndicator, _ context: FactContext, to json: inout JSONWriter) {
    json.members(Declared.self, of: resolved, context)
    writeInterimTargets(of: resolved.indicator, context, to: &json)
    json.members(Assessed.self, of: resolved, context)
    if resolved.indicator.isAssessedByGrowth { writeAssessments(resolved, to: &json) }
    writeValues(resolved.indicator.observations, context, to: &json)
    json.members(Provenance.self, of: resolved, context)
    if let history = resolved.indicator.history { write(history, of: resolved.indicator, context, to: &json) }
    if let targets = context.alignments[ObjectIdentifier(resolved)] { write(targets, context, to: &json) }
  }

  /// The targets of other plans that it is aligned with.
  private static func write(_ targets: [AlignedTarget], _ context: FactContext, to json: inout JSONWriter) {
    json.array("alignsWith") { json in
      for aligned in targets {
        json.object { json in
          json.member("plan", aligned.plan)
          json.member("planTitle", aligned.planTitle)
          json.member("site", aligned.site)
          json.member("indicator", aligned.indicator.id?.text)
          json.member("name", aligned.indicator.name)
          if let target = aligned.indicator.target {
            json.object("target") {
              $0.members(
                TargetFacts.self, of: TargetFacts.Subject(target: target, indicator: aligned.indicator), context)
            }
          }
          json.member("ambition", aligned.ambition.rawValue)
          json.member("url", aligned.url)
        }
      }
    }
  }

  /// The target before each change, the oldest first. A fact that the change did not touch is left out.
  private static func write(
    _ history: TargetHistory, of indicator: Indicator, _ context: FactContext, to json: inout JSONWriter
  ) {
    json.array("earlierTargets") { json in
      for (earlier, next) in history.changes {
        let terms = earlier.terms
        json.object { json in
          json.members(
            TargetFacts.self, of: TargetFacts.Subject(target: terms.target, indicator: indicator.under(terms)), context)
          if terms.baseline != next.baseline, let baseline = terms.baseline {
            json.object("baseline") { $0.members(BaselineFacts.self, of: baseline, context) }
          }
          if terms.kind != next.kind { json.member("kind", terms.kind.rawValue) }
          if terms.measure != next.measure { json.member("measure", terms.measure.rawValue) }
          if terms.unit != next.unit { json.member("unit", terms.unit ?? "") }
          if terms.quote != next.quote { json.member("quote", terms.quote ?? "") }
          if terms.interimTargets != next.interimTargets {
            // An empty list says that there were none.
            if terms.interimTargets.isEmpty { json.array("interimTargets") { _ in } }
            writeInterimTargets(of: indicator.under(terms), context, to: &json)
          }
          json.member(earlier.isUndeclared ? "snapshot" : "until", earlier.until.description)
          json.member("by", earlier.by)
          json.member("why", earlier.why)
          if earlier.isUnconfirmed { json.member("inSnapshot", false) }
        }
      }
    }
  }

  /// Writes nothing without interim targets.
  private static func writeInterimTargets(
    of indicator: Indicator, _ context: FactContext, to json: inout JSONWriter
  ) {
    guard !indicator.interimTargets.isEmpty else { return }
    json.array("interimTargets") { json in
      for target in indicator.interimTargets {
        json.object {
          $0.members(TargetFacts.self, of: TargetFacts.Subject(target: target, indicator: indicator), context)
        }
      }
    }
  }

  /// Writes the verdicts of each method, for an indicator that asks for more than one.
  private static func writeAssessments(_ resolved: ResolvedIndicator, to json: inout JSONWriter) {
    json.object("assessments") { json in
      json.object("time") {
        $0.member("status", resolved.assessment.status.rawValue)
        if let reason = resolved.assessment.reason { $0.member("reason", reason.rawValue) }
      }
      json.object("growth") { json in
        switch GrowthAssessment.of(resolved.indicator) {
        case .failure(let failure):
          json.member("status", "not-available")
          json.member("reason", failure.reason.rawValue)
        case .success(let growth):
          json.member("status", growth.outcome.rawValue)
          json.member("growth", growth.growth)
          if let needed = growth.needed { json.member("neededGrowth", needed) }
          json.member("value", growth.value)
          json.member("score", growth.score)
        }
      }
    }
  }

  /// Writes the members that only the file of a single indicator has.
  package static func writeParts(_ resolved: ResolvedIndicator, _ context: FactContext, to json: inout JSONWriter) {
    let indicator = resolved.indicator
    if !indicator.breaks.isEmpty {
      json.array("breaks") { for period in indicator.breaks { $0.value(period.description) } }
    }
    if !indicator.revisions.isEmpty {
      json.array("revisions") {
        for revision in indicator.revisions {
          $0.object {
            $0.member("period", revision.period.description)
            $0.member("value", revision.value)
            $0.member("source", revision.source)
          }
        }
      }
    }
    if case let comparisons = indicator.comparisons, !comparisons.isEmpty {
      json.array("compare") { json in
        for comparison in comparisons {
          json.object { json in
            json.member("name", comparison.name)
            json.member("source", comparison.source)
            json.array("values") { json in
              for (period, number) in comparison.values {
                json.object {
                  $0.member("period", period.description)
                  $0.member("value", number)
                }
              }
            }
          }
        }
      }
    }
    if !indicator.leftOutLines.isEmpty { json.member("leftOutRows", indicator.leftOutLines.count) }
    if !indicator.notes.isEmpty { json.array("notes") { for note in indicator.notes { $0.value(note) } } }
    writeSeries(of: indicator, context, to: &json)
    guard !resolved.facets.isEmpty else { return }
    json.array("facets") { json in
      for (facet, resolved) in zip(indicator.facets, resolved.facets) {
        json.object { json in
          json.object("where") { json in
            for cell in facet.cells { json.member(named: cell.name, cell.value) }
          }
          write(resolved, context, to: &json)
          writeSeries(of: resolved.indicator, context, to: &json)
        }
      }
    }
  }

  /// The parts of the whole. The attributes of a part's values are written once, beside its dimensions, and repeated only
  /// at values whose attributes differ.
  private static func writeSeries(of indicator: Indicator, _ context: FactContext, to json: inout JSONWriter) {
    guard !indicator.series.isEmpty else { return }
    var remarks = SharedMembers(context)
    json.array("series") { json in
      for series in indicator.series {
        json.object { json in
          json.object("dimensions") {
            for dimension in series.dimensions { $0.member(named: dimension.name, dimension.value) }
          }
          let usual = series.observations.usualAttributes
          if !usual.isEmpty {
            json.object("attributes") { for attribute in usual { $0.member(named: attribute.name, attribute.value) } }
          }
          remarks.leaveOut(usual)
          writeValues(series.observations, &remarks, to: &json)
        }
      }
    }
  }

  private static func writeValues(
    _ observations: [Observation], _ context: FactContext, to json: inout JSONWriter
  ) {
    var remarks = SharedMembers(context)
    writeValues(observations, &remarks, to: &json)
  }

  /// One line for each value.
  private static func writeValues(
    _ observations: [Observation], _ remarks: inout SharedMembers, to json: inout JSONWriter
  ) {
    json.array("values") { json in
      for observation in observations {
        json.lineObject {
          if let written = observation.writtenPeriod {
            $0.member("period", written)
          } else {
            $0.member("period", verbatim: { $0.append(data: observation.period) })
          }
          $0.member("value", observation.value)
          $0.members(verbatim: remarks.members(of: observation))
        }
      }
    }
  }
}

/// The members that many values share: what is said of them. Those of the same remarks are written once.
private struct SharedMembers {
  private let context: FactContext
  private var leftOut: [Observation.Attribute] = []
  private var known: [ObjectIdentifier: [UInt8]] = [:]

  init(_ context: FactContext) {
    self.context = context
  }

  /// Leaves some cells out of what follows.
  mutating func leaveOut(_ attributes: [Observation.Attribute]) {
    guard attributes != leftOut else { return }
    leftOut = attributes
    known.removeAll()
  }

  mutating func members(of observation: Observation) -> [UInt8] {
    guard let key = observation.remarks else { return observation.state == nil ? [] : written(observation) }
    if observation.state != nil { return written(observation) }
    if let bytes = known[key] { return bytes }
    let bytes = written(observation)
    known[key] = bytes
    return bytes
  }

  private func written(_ observation: Observation) -> [UInt8] {
    var json = JSONWriter(.compact)
    let own = observation.without(leftOut)
    json.object { $0.members(RemarkFacts.self, of: own, context) }
    return Array(json.bytes.dropFirst().dropLast())
  }
}
