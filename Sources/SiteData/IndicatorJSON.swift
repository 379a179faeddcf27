import DataFormats
import Indicators
import SiteModel
import SiteOutput

/// `/data/indicators.json` and `/indicators/<id>.json`. A missing fact is a missing key, never a null.
enum IndicatorJSON {
  /// Every indicator on a line of its own, by plan, then in the order of the registers. In pieces, since there may be
  /// many.
  static func all(_ site: ResolvedSite, _ context: FactContext) -> [OutputFile.Piece] {
    let indicators = site.indicators
    let pieces = indicators.pieces
    return pieces.indices.map { number in
      { buffer in
        var json = JSONWriter(.lines, appendingTo: buffer)
        json.chunk(isFirst: number == 0, isLast: number == pieces.count - 1) { json in
          for ref in pieces[number] {
            json.object { write(indicators[ref], context, to: &$0) }
          }
        }
        buffer = json.finish()
      }
    }
  }

  static func one(_ indicator: ResolvedIndicator, _ context: FactContext) -> [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      write(indicator, context, to: &json)
      writeParts(indicator.indicator, to: &json)
    }
    return json.bytes
  }

  private static func write(_ resolved: ResolvedIndicator, _ context: FactContext, to json: inout JSONWriter) {
    write(declared, resolved, context, to: &json)
    write(assessed, resolved, context, to: &json)
    writeValues(resolved.indicator.observations, to: &json)
    write(provenance, resolved, context, to: &json)
  }

  // MARK: Facts by object

  /// Neighbouring facts of one JSON object, or a single fact.
  private struct Member: Sendable {
    let object: StaticString?
    var facts: [IndicatorFact]
  }

  private static let declared = members(IndicatorFact.declared)
  private static let assessed = members(IndicatorFact.assessed)
  private static let provenance = members(IndicatorFact.provenance)

  private static func members(_ facts: [IndicatorFact]) -> [Member] {
    facts.reduce(into: []) { members, fact in
      if let object = fact.object, let last = members.last?.object, "\(object)" == "\(last)" {
        members[members.count - 1].facts.append(fact)
      } else {
        members.append(Member(object: fact.object, facts: [fact]))
      }
    }
  }

  private static func write(
    _ members: [Member], _ resolved: ResolvedIndicator, _ context: FactContext, to json: inout JSONWriter
  ) {
    members.forEachInPlace { member in
      guard let object = member.pointee.object else {
        member.pointee.facts.forEachInPlace { fact in
          json.member(fact.pointee.key, fact.pointee.value(resolved, context))
        }
        return
      }
      // An object without a known fact is left out.
      let facts = member.pointee.facts
      var isKnown = false
      facts.forEachInPlace { isKnown = isKnown || !$0.pointee.value(resolved, context).isAbsent }
      guard isKnown else { return }
      json.object(object) { json in
        facts.forEachInPlace { fact in json.member(fact.pointee.key, fact.pointee.value(resolved, context)) }
      }
    }
  }

  private static func writeValues(_ observations: [Observation], to json: inout JSONWriter) {
    json.array("values") { json in
      for index in observations.indices { write(observations[index], to: &json) }
    }
  }

  private static func write(_ observation: Observation, to json: inout JSONWriter) {
    json.object { json in
      ObservationFact.main.forEachInPlace { json.member($0.pointee.key, $0.pointee.value(observation)) }
      guard observation.hasRemarks else { return }
      ObservationFact.remarks.forEachInPlace { json.member($0.pointee.key, $0.pointee.value(observation)) }
    }
  }

  /// What only the file of a single indicator holds.
  private static func writeParts(_ indicator: Indicator, to json: inout JSONWriter) {
    if !indicator.interimTargets.isEmpty {
      json.array("interimTargets") { json in
        for target in indicator.interimTargets {
          json.object { json in
            for fact in TargetFact.all { json.member(fact.key, fact.value(target, indicator)) }
          }
        }
      }
    }
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
    if !indicator.notes.isEmpty { json.array("notes") { for note in indicator.notes { $0.value(note) } } }
    if !indicator.series.isEmpty {
      json.array("series") {
        for series in indicator.series {
          $0.object {
            $0.object("dimensions") {
              for dimension in series.dimensions { $0.member(named: dimension.name, dimension.value) }
            }
            writeValues(series.observations, to: &$0)
          }
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ key: StaticString, _ value: FactValue) {
    switch value {
    case .absent: break
    case .string(let text): member(key, text)
    case .decimal(let number): member(key, number)
    case .number(let number): member(key, number)
    case .flag(let flag): member(key, flag)
    case .period(let period): member(key, verbatim: { $0.append(data: period) })
    case .year(.year(let year)): member(key, year)
    case .year(let period): member(key, period.description)
    case .path(let route): route.withBare { member(key, utf8: $0) }
    case .list(let texts): array(key) { for text in texts { $0.value(text) } }
    case .pairs(let pairs): object(key) { for pair in pairs { $0.member(named: pair.name, pair.value) } }
    }
  }
}
