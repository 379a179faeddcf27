import Bytes
import DataFormats
import Indicators

/// `/data/indicators.json` and `/indicators/<id>.json`. DESIGN §6: a missing fact is a missing key, never a null.
enum IndicatorJSON {
  /// Every indicator on a line of its own, by plan, then in the order of the registers. In pieces, since there may be
  /// many.
  static func all(_ site: ResolvedSite, _ registers: RegisterNames, at route: Route) -> [OutputFile.Piece] {
    let (indicators, pages, links) = (site.indicators, site.pages, site.links)
    let pieces = indicators.pieces
    return pieces.indices.map { number in
      { buffer in
        var json = JSONWriter(.lines, behind: buffer)
        json.stretch(isFirst: number == 0, isLast: number == pieces.count - 1) { json in
          for place in pieces[number] {
            json.object { write(indicators[place], registers, pages, links, at: route, to: &$0) }
          }
        }
        buffer = json.finish()
      }
    }
  }

  static func one(
    _ indicator: ResolvedIndicator, _ site: ResolvedSite, _ registers: RegisterNames, at route: Route
  ) -> [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      write(indicator, registers, site.pages, site.links, at: route, to: &json)
      writeParts(indicator.indicator, to: &json)
    }
    return json.bytes
  }

  private static func write(
    _ resolved: ResolvedIndicator, _ registers: RegisterNames, _ pages: Table<PageTag, ResolvedPage>,
    _ links: LinkStyle,
    at route: Route,
    to json: inout JSONWriter
  ) {
    let indicator = resolved.indicator
    json.member("id", indicator.id?.text)
    json.member("plan", resolved.planPath(registers))
    json.member("name", indicator.name)
    json.member("definition", indicator.definition)
    json.member("unit", indicator.unit)
    json.member("kind", indicator.kind.rawValue)
    if case .increase = indicator.kind { json.member("measure", indicator.measure.rawValue) }
    json.member("nature", indicator.nature?.rawValue)
    json.member("category", indicator.category)
    json.member("group", indicator.group)
    json.member("programme", resolved.programmeID(registers))
    json.member("department", resolved.departmentID(registers))
    if !resolved.support.isEmpty {
      json.array("supportDepartments") { for place in resolved.support { $0.value(registers.departments[place].id) } }
    }
    if let baseline = indicator.baseline {
      json.object("baseline") {
        writeYear(baseline.period, to: &$0)
        $0.member("value", baseline.value)
      }
    }
    if let target = indicator.target {
      json.object("target") { write(target, of: indicator, to: &$0) }
    }
    write(resolved.assessment, to: &json)
    writeValues(indicator.observations, to: &json)
    json.member("source", indicator.source)
    if resolved.section != nil || resolved.quote != nil {
      json.object("from") { from in
        if let section = resolved.section { pages[section].route.withBare { from.member("section", utf8: $0) } }
        from.member("quote", resolved.quote)
      }
    }
    json.member("url", resolved.url(links, from: route))
  }

  private static func write(_ assessment: Assessment, to json: inout JSONWriter) {
    if let latest = assessment.latest {
      json.object("latest") {
        write(latest.period, to: &$0)
        $0.member("value", latest.value)
        $0.member("state", latest.state?.rawValue)
      }
    }
    json.member("timeProgress", assessment.timeProgress)
    json.member("progress", assessment.progress)
    json.member("status", assessment.status.rawValue)
    json.member("reason", assessment.reason?.rawValue)
    json.member("margin", assessment.margin)
    json.member("achievedAverage", assessment.achievedAverage)
    json.member("requiredChangePerYear", assessment.requiredChangePerYear)
    json.member("projection", assessment.projection)
  }

  /// What only the file of a single indicator holds.
  private static func writeParts(_ indicator: Indicator, to json: inout JSONWriter) {
    if !indicator.interimTargets.isEmpty {
      json.array("interimTargets") {
        for target in indicator.interimTargets { $0.object { write(target, of: indicator, to: &$0) } }
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

  private static func write(_ target: IndicatorTarget, of indicator: Indicator, to json: inout JSONWriter) {
    writeYear(target.period, to: &json)
    switch target.goal {
    case .value(let value):
      json.member("value", value)
      writeComparison(of: target, to: &json)
    case .change(let change):
      json.member("value", indicator.value(of: target))
      json.member("change", change)
      writeComparison(of: target, to: &json)
    case .phrase(let text): json.member("text", text)
    case .done: break
    }
    json.member("phrase", target.phrase)
  }

  private static func writeComparison(of target: IndicatorTarget, to json: inout JSONWriter) {
    json.member("comparator", target.comparator.rawValue)
    json.member("approx", target.isApproximate)
  }

  private static func writeValues(_ observations: [Observation], to json: inout JSONWriter) {
    json.array("values") { json in
      for place in observations.indices { write(observations[place], to: &json) }
    }
  }

  private static func write(_ observation: Observation, to json: inout JSONWriter) {
    json.object {
      write(observation.period, to: &$0)
      $0.member("value", observation.value)
      $0.member("state", observation.state?.rawValue)
      guard observation.hasRemarks else { return }
      $0.member("source", observation.source)
      $0.member("note", observation.note)
      if !observation.attributes.isEmpty {
        $0.object("attributes") {
          for attribute in observation.attributes { $0.member(named: attribute.name, attribute.value) }
        }
      }
    }
  }

  private static func write(_ period: Period, to json: inout JSONWriter) {
    json.member("period", verbatim: { $0.append(data: period) })
  }

  /// A year is a number; any other period is a text.
  private static func writeYear(_ period: Period, to json: inout JSONWriter) {
    if case .year(let year) = period { json.member("year", year) } else { json.member("year", period.description) }
  }
}
