import Bytes
import DataFormats
import Words

// How many digits a figure is shown with: a stated precision, else no more than the data have.
extension Indicator {
  /// A stated precision, or as many more decimals as it takes to see on which side of the target the baseline and the
  /// figure that is judged are: 99.6 is not shown as the 100 that it falls short of.
  func precisionInForce(_ stated: Int) -> Int {
    guard isInRange, let target, target.goal.isNumber else { return stated }
    let targets = hasPeriodBounds ? interimTargets + [target] : [target]
    let bounds = targets.compactMap(value(of:)) + (targetRange.map { [$0.lowerBound, $0.upperBound] } ?? [])
    var figures = [baseline?.value.value, judgedFigure?.value?.value].compactMap(\.self)
    if hasPeriodBounds || kind == .rate {
      figures += observations.compactMap { $0.value?.value }
    } else if kind == .increase, measure == .annual {
      figures.append(judgedObservations().reduce(0) { $0 + ($1.value?.value ?? 0) })
    }
    var decimals = stated
    for bound in bounds {
      for figure in figures where !isNear(figure, bound) {
        while decimals < 9, NumberFormat.isSame(figure, bound, decimals: decimals) { decimals += 1 }
      }
    }
    return decimals
  }

  /// How many decimals to show of a figure; nil to show it as written.
  func shownDecimals(of number: DecimalNumber) -> Int? {
    if let precision { return precision }
    guard number.decimals > 0, number.isInRange, number.value == number.value.rounded(), hasWholeFigures else {
      return nil
    }
    return 0
  }

  /// How many decimals a figure is shown with in its unit: `shownDecimals(of:)`, else as many as are written.
  package func writtenDecimals(of number: DecimalNumber) -> Int { shownDecimals(of: number) ?? number.decimals }

  /// Whether all figures and the baseline are whole, and three are known or one is 1,000 or more: `.0` after a figure
  /// then comes from the program that wrote the file. Three figures with one decimal are all whole by chance once in a
  /// thousand times.
  private var hasWholeFigures: Bool {
    guard isWhole(baseline?.value) else { return false }
    var count = 0
    var largest = abs(baseline?.value.value ?? 0)
    for index in observations.indices {
      guard let value = observations[index].value else { continue }
      guard isWhole(value) else { return false }
      count += 1
      largest = max(largest, abs(value.value))
    }
    return count >= 3 || largest >= 1000
  }

  private func isWhole(_ number: DecimalNumber?) -> Bool {
    guard let number else { return true }
    return number.longText == nil && number.value == number.value.rounded()
  }

  /// How many decimals to show of a number that was computed from the figures, in the scale in which they are shown:
  /// the stated precision, else as many as the figures have, at most three. A number that would lose its significant
  /// digits that way has more: two digits if the figures are whole or very small, else one. Zeros at the end are not
  /// shown. `operands` are the figures that it was computed from; nil for all.
  package func computedDecimals(
    of value: Double, in scale: NumberScale? = nil, from operands: [DecimalNumber]? = nil
  ) -> Int {
    if scale == nil, let precision { return precision }
    var written = 0
    func add(_ number: DecimalNumber) {
      let decimals = writtenDecimals(of: number)
      written = max(written, scale?.decimals(of: number.value, decimals: decimals) ?? decimals)
    }
    if let operands {
      for number in operands { add(number) }
    } else {
      if let start = baseline?.value { add(start) }
      for index in observations.indices { if let value = observations[index].value { add(value) } }
    }
    let value = value / (scale?.factor ?? 1)
    let least = min(written, 3)
    let size = abs(value)
    // Anything smaller is a rounding error.
    guard size > 1e-12 else { return least }
    var decimals = least
    var scaled = size
    for _ in 0..<least { scaled *= 10 }
    // Computed numbers are rounded to twelve digits: a thirteenth would be made up.
    while decimals > 0, scaled >= 1e12 {
      scaled /= 10
      decimals -= 1
    }
    let wanted = (written == 0 || written > 3) ? 10.0 : 1.0
    while scaled < wanted, decimals < 12 {
      scaled *= 10
      decimals += 1
    }
    while decimals > least, NumberFormat.isSame(value, decimals: decimals, decimals - 1) { decimals -= 1 }
    return decimals
  }
}

// MARK: - Scale

extension Indicator {
  /// The scale in which its figures and targets are shown outside of tables: 亿, million. Nil if they are shown as they
  /// are. It is one for all of them, so that they can be compared, and loses no digit of any.
  package func scale(_ language: WordLanguage) -> NumberScale? {
    // A stated precision is of the unit itself.
    guard hasLargeFigures || mayHaveScale && language.scaleFrom < Int(NumberScale.smallest), isInRange,
      precision ?? 0 == 0
    else { return nil }
    var figures: [(value: Double, decimals: Int)] = []
    var hasLong = false
    func add(_ number: DecimalNumber) {
      if number.longText != nil { hasLong = true }
      figures.append((number.value, writtenDecimals(of: number)))
    }
    if let start = baseline?.value { add(start) }
    for target in interimTargets + [target].compactMap(\.self) {
      switch target.goal {
      case .value(let number), .change(let number), .every(let number): add(number)
      case .between(let low, let high):
        add(low)
        add(high)
      case .relative: if let value = value(of: target) { figures.append((value, decimals(of: target))) }
      case .phrase, .direction, .done: break
      }
    }
    for observation in observations {
      if let value = observation.value { add(value) }
      if let range = observation.range {
        add(range.low)
        add(range.high)
      }
      for revision in observation.revisions { add(revision.value) }
    }
    return hasLong ? nil : NumberScale.exact(for: figures, unit: unit, language)
  }

  /// The unit in which its figures are shown: `万人` of `人`. Nil for a number without a unit.
  package func shownUnit(_ language: WordLanguage) -> String? {
    scale(language).map { $0.head(unit: unit, language) } ?? unit
  }
}
