import DataFormats

extension Indicator {
  /// The indicator as it stood at a time, in years: without the figures of later periods, and without a judgement,
  /// which is of one day.
  package func past(at time: Double) -> Indicator {
    func known(_ observation: Observation) -> Bool { observation.period.end <= time + 1e-9 }
    return Indicator(
      id: id, name: name, shortName: shortName, definition: definition, unit: unit, kind: kind, nature: nature,
      category: category, group: group, measure: measure, plan: plan, baseline: baseline, target: target,
      interimTargets: interimTargets, observations: observations.filter(known),
      series: series.map {
        DisaggregatedSeries(dimensions: $0.dimensions, observations: $0.observations.filter(known))
      },
      breaks: breaks, revisions: revisions, judgement: nil, source: source, notes: notes, precision: precision)
  }
}
