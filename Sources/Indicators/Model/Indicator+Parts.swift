extension Indicator {
  /// The dimension with the fewest parts, of those that divide the whole alone; nil without one.
  package var fewestParts: (names: [String], count: Int)? {
    var counts: [(names: [String], count: Int)] = []
    var places: [[String]: Int] = [:]
    for part in series {
      let names = part.dimensions.map(\.name)
      if let place = places[names] {
        counts[place].count += 1
      } else {
        places[names] = counts.count
        counts.append((names, 1))
      }
    }
    return counts.min { $0.count < $1.count }
  }

  /// How many figures it has, with those of its parts, and of its other units and series.
  package var valueCount: Int {
    let own = series.reduce(observations.count) { $0 + $1.observations.count }
    // A part with a target is among the parts already.
    return facets.reduce(own) { $0 + ($1.isPart ? 0 : $1.indicator.valueCount) }
  }

  /// Whether a column of its data file describes leading figures.
  package var hasDescribedFigures: Bool { observations.contains { !$0.attributes.isEmpty } }

  /// Its parts, those of the dimension with the fewest first where there is no whole.
  package var shownParts: [DisaggregatedSeries] {
    guard !observations.contains(where: { $0.value != nil }), let first = fewestParts else { return series }
    func isFirst(_ part: DisaggregatedSeries) -> Bool { part.dimensions.map(\.name) == first.names }
    return series.filter(isFirst) + series.filter { !isFirst($0) }
  }
}
