import Diagnostics
import Indicators
import Testing

@Suite("Likely typing errors")
struct TypingErrorTests {
  private func findings(_ fields: String) throws -> [String] {
    audit(try indicator("\(fields)")).compactMap {
      switch $0 {
      case .outlier(let period, let value, let factor): "\(period) \(NumberFormat.data(value)) ×\(factor)"
      case .fraction(let period, let value): "\(period) \(NumberFormat.data(value)) fraction"
      case .loneValue(let period, let value): "\(period) \(NumberFormat.data(value)) alone"
      case .revisionWithoutFigure(let period): "\(period) revision"
      default: nil
      }
    }
  }

  @Test(
    "A digit or a decimal point too many or too few, and fractions among shares, are found",
    arguments: [
      ("values: {2020: 281, 2021: 2900, 2022: 295}", "2021 2900 ×10"),
      ("values: {2020: 281, 2021: 29.0, 2022: 295}", "2021 29.0 ×-10"),
      ("values: {2020: 6.5, 2021: 6.7, 2022: 7.0, 2023: 710}", "2023 710 ×100"),
      ("values: {2020: 65, 2021: 6.7, 2022: 7.0, 2023: 7.1}", "2020 65 ×10"),
      ("values: {2020: 5200000, 2021: 5300, 2022: 5400000}", "2021 5300 ×-1000"),
      ("baseline: {year: 2020, value: 270}, target: {year: 2025, value: 320}, values: {2022: 28.5}, kind: level", ""),
      (
        "baseline: {year: 2020, value: 270}, target: {year: 2025, value: 320}, values: {2021: 280, 2022: 28.5}",
        "2022 28.5 ×-10"
      ),
      ("unit: '%', values: {2020: 0.31, 2021: 32}", "2020 0.31 fraction"),
      ("unit: '%', values: {2020: 31, 2021: 0.32, 2022: 33}", "2021 0.32 fraction"),
      ("target: 5, values: {2020: 3}", "2020 3 alone"),
      ("values: {2021: 3}, revisions: [{period: 2020, value: 3}]", "2020 revision"),
    ])
  func found(_ fields: String, _ expected: String) throws {
    #expect(try findings(fields).joined(separator: ", ") == expected)
  }

  @Test(
    "Growth, small counts, zeros, signs, breaks, growth rates and other lengths of time are not",
    arguments: [
      "values: {2019: 1, 2020: 10, 2021: 100, 2022: 1000}",
      "values: {2020: 2, 2021: 18, 2022: 3}",
      "values: {2020: 1, 2021: 0, 2022: 12}",
      "values: {2020: -30, 2021: 3, 2022: -28}",
      "values: {2019: 5.0, 2020: 5.1, 2021: 50, 2022: 52}, breaks: [2021]",
      "kind: rate, values: {2019: 6.0, 2020: 0.6, 2021: 6.1}",
      "kind: increase, measure: annual, values: {2020: 120, 2021 Q1: 12, 2022: 130}",
      "values: {2020: 120, 2021: 1100}",
      "values: {2020: 120, 2021: 1200, 2022: 1300}",
      "unit: '%', values: {2020: 0.5, 2021: 2, 2022: 9}",
      "unit: '%', values: {2019: 0.2, 2020: 0.3, 2021: 0.35}",
      "target: 5, baseline: 2, values: {2020: 3}",
      "target: 5, values: {2019: 2, 2020: 3, 2021: 4}",
      "kind: floor, target: 5, values: {2020: 6}",
    ])
  func quiet(_ fields: String) throws {
    #expect(try findings(fields) == [])
  }
}

@Suite("Counts")
struct CountTests {
  private func gaps(_ name: String, unit: String) throws -> Int {
    let rows = ObservationRows.decode(
      SourceText(path: "a.csv", text: "Year,Sex,Value\n2021,,100\n2021,f,60\n2021,m,45\n"))
    return partsGaps(in: try resolved("- {name: \(name), unit: '\(unit)'}\n", file: rows.value).indicator).count
  }

  @Test(
    "Parts are added up for counts and amounts",
    arguments: [("Visitors", "people"), ("游客", "万人次"), ("Loans", "million")])
  func counts(_ name: String, _ unit: String) throws { #expect(try gaps(name, unit: unit) == 1) }

  @Test(
    "Parts are not added up for rates, shares, means and indices",
    arguments: [
      ("Smokers", "%"), ("Mortality", "per 100,000"), ("死亡", "1/10万"), ("Employment rate", "people"),
      ("Mean income", "euros"), ("人均可支配收入", "元"), ("Price index", "index"), ("平均受教育年限", "年"),
      ("Life expectancy", "years"), ("PM2.5", "微克/立方米"),
    ])
  func ratios(_ name: String, _ unit: String) throws { #expect(try gaps(name, unit: unit) == 0) }
}
