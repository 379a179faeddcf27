import DataFormats
import Diagnostics

/// Figures for another city or the nation, in the measure of the indicator. Shown beside the indicator, and no part of its status.
package struct Comparison: Sendable {
  /// Such as 全国.
  package let name: String
  /// Where its figures come from.
  package let source: String?
  let values: ValueDeclaration
}

extension Comparison {
  /// The periods of its figures that end after a time in years.
  func periods(after time: Double, plan: PlanPeriod, _ rule: FiscalYearRule?) -> [Period] {
    func isLater(_ period: Period) -> Bool { !isAtLeast(time, (rule.map { period.placed(by: $0) } ?? period).end) }
    return switch values {
    case .none: []
    case .dated(let observations): observations.map(\.period).filter(isLater)
    case .consecutive(let numbers):
      numbers.indices.filter { numbers[$0] != nil }.map { Period.year(plan.start + $0) }.filter(isLater)
    }
  }

  func without(_ periods: Set<Period>, plan: PlanPeriod) -> Comparison {
    switch values {
    case .none: self
    case .dated(let observations):
      Comparison(name: name, source: source, values: .dated(observations.filter { !periods.contains($0.period) }))
    case .consecutive(let numbers):
      Comparison(
        name: name, source: source,
        values: .consecutive(numbers.indices.map { periods.contains(.year(plan.start + $0)) ? nil : numbers[$0] }))
    }
  }
}

/// The figures of a comparison, by period.
package struct ComparedSeries: Sendable {
  package let name: String
  package let source: String?
  /// Only figures that are small enough to compute with.
  package let values: [(period: Period, number: DecimalNumber)]
}

extension Indicator {
  /// In the order in which they are written.
  package var comparisons: [ComparedSeries] {
    guard let declared = details?.comparisons, !declared.isEmpty else { return [] }
    return declared.map { comparison in
      let values: [(period: Period, number: DecimalNumber)] =
        switch comparison.values {
        case .none: []
        case .dated(let observations):
          observations.compactMap { observation in observation.value.map { (observation.period, $0) } }
        case .consecutive(let numbers):
          numbers.enumerated().compactMap { index, number in number.map { (.year(plan.start + index), $0) } }
        }
      return ComparedSeries(
        name: comparison.name, source: comparison.source,
        values: values.map { (placed($0.period), $0.number) }.filter(\.number.isInRange).sorted {
          $0.period < $1.period
        })
    }
  }
}

extension Indicator {
  private func placed(_ period: Period) -> Period { fiscalYear.map { period.placed(by: $0) } ?? period }
}

extension FieldReader {
  /// Reads `compare: [{name: 全国, values: {2020: 77.9}, source: …}]`.
  mutating func comparisons(kind: IndicatorKind) -> [Comparison] {
    // Lines and columns are told apart by their names.
    var names = Set([node("name")?.asScalar?.value].compactMap(\.self))
    return mappings("compare", describing: "a comparison").compactMap { given in
      var fields = given
      let written = fields.requiredString("name")
      let name = written?.value
      if let written, !names.insert(written.value).inserted {
        fields.report(
          .invalidValue, "'\(written.value)' is the name of the indicator or of another comparison",
          hint: "give each comparison a name of its own, such as that of the place", at: written.range)
      }
      let values = fields.values(kind: kind == .milestone ? .level : kind)
      let source = fields.string("source")?.value
      if !fields.has("values") {
        fields.report(
          .missingKey, "a comparison needs 'values'", hint: "add its figures, such as 'values: {2021: 78.2}'",
          at: fields.range)
      }
      fields.finish()
      return name.map { Comparison(name: $0, source: source, values: values) }
    }
  }
}
