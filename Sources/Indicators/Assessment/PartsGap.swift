import DataFormats

/// A period in which the parts of a total do not add up to it.
package struct PartsGap: Hashable, Sendable {
  /// The name of the column that divides the total.
  package let dimension: String
  package let period: Period
  package let sum: DecimalNumber
  package let whole: DecimalNumber
}

/// The first gap of each dimension whose parts should add up. Parts of a rate, a share, a mean or an index
/// do not add up (`isCount`). No file says whether its parts should; they should if they add up in another period, or if
/// they miss the total by less than a tenth.
package func partsGaps(in indicator: Indicator) -> [PartsGap] {
  guard !indicator.series.isEmpty, indicator.isInRange, indicator.isCount else { return [] }
  var dimensions: [(name: String, parts: [DisaggregatedSeries])] = []
  for series in indicator.series where series.dimensions.count == 1 {
    let name = series.dimensions[0].name
    if let index = dimensions.firstIndex(where: { $0.name == name }) {
      dimensions[index].parts.append(series)
    } else {
      dimensions.append((name, [series]))
    }
  }
  return dimensions.compactMap { gap(in: indicator, by: $0.name, $0.parts) }
}

/// The first gap of the parts by one column of the data file, as in `partsGaps(in:)`; nil if they add up.
package func partsGap(in indicator: Indicator, by name: String, _ parts: [DisaggregatedSeries]) -> PartsGap? {
  guard indicator.isInRange, indicator.isCount, parts.allSatisfy({ $0.dimensions.count == 1 }) else { return nil }
  return gap(in: indicator, by: name, parts)
}

private func gap(in indicator: Indicator, by name: String, _ parts: [DisaggregatedSeries]) -> PartsGap? {
  guard parts.count > 1 else { return nil }
  var gaps: [PartsGap] = []
  var matches = 0
  for whole in indicator.observations {
    guard let total = whole.value else { continue }
    let values = parts.compactMap { series in series.observations.first { $0.period == whole.period }?.value }
    guard values.count == parts.count, values.allSatisfy(\.isInRange) else { continue }
    let decimals = values.reduce(total.decimals) { max($0, $1.decimals) }
    let sum = values.reduce(0) { $0 + $1.value }
    // Every figure was rounded separately.
    let coarsest = values.reduce(total.decimals) { min($0, $1.decimals) }
    let rounding = Double(values.count + 1) * 0.5 * tenth(coarsest)
    if abs(sum - total.value) <= rounding + 1e-9 {
      matches += 1
    } else {
      gaps.append(
        PartsGap(
          dimension: name, period: whole.period, sum: DecimalNumber(value: sum, decimals: decimals), whole: total))
    }
  }
  return gaps.first { matches > 0 || abs($0.sum.value - $0.whole.value) < abs($0.whole.value) / 10 }
}

private func tenth(_ decimals: Int) -> Double { (0..<decimals).reduce(1) { result, _ in result / 10 } }
