import DataFormats
import Diagnostics
import Foundation
import Indicators
import TestSupport
import Testing

/// The twenty main indicators of the national outline for 2021–2025, with the figures as they were published.
/// Unless stated otherwise the baseline is 2020, so its time is 2021.0 and the target's 2026.0.
@Suite("The twenty indicators of the national outline")
struct NationalOutlineTests {
  static let rows: [(id: String, published: Case)] = [
    // The target is words. Latest 2025: τ = 5/5.
    (
      "gdp-growth",
      Case(
        """
        kind: rate, unit: "%", baseline: {year: 2020, value: 2.3}, target: {year: 2025, text: 保持在合理区间、各年度视情提出},
        values: {2021: 8.1, 2022: 3.0, 2023: 5.2, 2024: 5.0, 2025: 5.0}
        """, .notAssessable, because: .phrase, time: 1)
    ),
    // The target is another indicator's growth.
    (
      "labour-productivity",
      Case(
        """
        kind: rate, unit: "%", baseline: {year: 2020, value: 2.5}, target: {year: 2025, text: 高于GDP增长},
        values: {2020: 2.5, 2021: 8.7, 2022: 4.2, 2023: 5.7, 2025: 6.1}
        """, .notAssessable, because: .phrase, time: 1)
    ),
    // The baseline is from before the census, every later value on its basis: a break at 2020.
    // Baseline 2019, time 2020.0: τ = 6/6.
    (
      "urbanisation",
      Case(
        """
        kind: level, unit: "%", baseline: {year: 2019, value: 60.6}, target: {year: 2025, value: 65}, breaks: [2020],
        values: {2019: 60.60, 2020: 63.89, 2021: 64.72, 2022: 65.22, 2023: 66.16, 2024: 67.00, 2025: 67.89}
        """, .notAssessable, because: .breakInSeries, time: 1)
    ),
    // 2020 is before the plan. 1.146 × 1.101 × 1.084 × 1.089 × 1.081 = 1.610107; 1.07⁵ = 1.402552;
    // q = 0.610107 / 0.402552 = 1.515600 > 1.
    (
      "rd-growth",
      Case(
        """
        kind: rate, unit: "%", target: {year: 2025, value: 7, comparator: ">"},
        values: {2020: 10.2, 2021: 14.6, 2022: 10.1, 2023: 8.4, 2024: 8.9, 2025: 8.1}
        """, .achieved, time: 1, progress: 1.5155995)
    ),
    // (16 − 6.3) / (12 − 6.3) = 9.7/5.7
    (
      "patents",
      Case(
        """
        kind: level, unit: 件, baseline: {year: 2020, value: 6.3}, target: {year: 2025, value: 12},
        values: {2020: 6.3, 2021: 7.5, 2022: 9.4, 2023: 11.8, 2025: 16}
        """, .achieved, time: 1, progress: 1.7017544)
    ),
    // Latest 2023, τ = 3/5; p = 2.1/2.2 ≥ 0.65
    (
      "digital-share",
      Case(
        """
        kind: level, unit: "%", baseline: {year: 2020, value: 7.8}, target: {year: 2025, value: 10},
        values: {2020: 7.8, 2023: 9.9}
        """, .ahead, time: 0.6, progress: 0.9545455)
    ),
    // "in step with GDP" is words. Latest 2024, τ = 4/5.
    (
      "income-growth",
      Case(
        """
        kind: rate, unit: "%", baseline: {year: 2020, value: 2.1}, target: {year: 2025, text: 与GDP增长基本同步},
        values: {2021: 8.1, 2022: 2.9, 2023: 6.1, 2024: 5.1}
        """, .notAssessable, because: .phrase, time: 0.8)
    ),
    // 5.2 < 5.5
    (
      "unemployment",
      Case(
        """
        kind: ceiling, unit: "%", baseline: {year: 2020, value: 5.2}, target: {year: 2025, value: 5.5, comparator: "<"},
        values: {2020: 5.6, 2021: 5.1, 2022: 5.6, 2023: 5.2, 2024: 5.1, 2025: 5.2}
        """, .backWithin, time: 1)
    ),
    // Exactly the target, in time. p = 0.5/0.5
    (
      "schooling",
      Case(
        """
        kind: level, unit: 年, baseline: {year: 2020, value: 10.8}, target: {year: 2025, value: 11.3},
        values: {2020: 10.8, 2024: 11.21, 2025: 11.3}
        """, .achieved, time: 1, progress: 1)
    ),
    // 0.71/0.3, a year early
    (
      "physicians",
      Case(
        """
        kind: level, unit: 人, baseline: {year: 2020, value: 2.9}, target: {year: 2025, value: 3.2},
        values: {2019: 2.77, 2021: 3.04, 2022: 3.15, 2023: 3.40, 2024: 3.61}
        """, .achievedEarly, time: 0.8, progress: 2.3666667)
    ),
    // 4/4, a year early
    (
      "pension-coverage",
      Case(
        """
        kind: level, unit: "%", baseline: {year: 2020, value: 91}, target: {year: 2025, value: 95}, values: {2024: 95}
        """, .achievedEarly, time: 0.8, progress: 1)
    ),
    // Latest 2021, τ = 1/5; p = 0.23/2.7 ≤ 0.15
    (
      "nursery-places",
      Case(
        """
        kind: level, unit: 个, baseline: {year: 2020, value: 1.8}, target: {year: 2025, value: 4.5},
        values: {2020: 1.8, 2021: 2.03}
        """, .behind, time: 0.2, progress: 0.0851852)
    ),
    // From 77.3 in 2019 up by 1. 79.0 − 77.3 = 1.7; τ = (2025 − 2020)/(2026 − 2020) = 5/6
    (
      "life-expectancy",
      Case(
        """
        kind: level, unit: 岁, baseline: {year: 2019, value: 77.3}, target: {year: 2025, change: 1},
        values: {2019: 77.3, 2020: 77.93, 2021: 78.2, 2023: 78.6, 2024: 79.0}
        """, .achievedEarly, time: 5.0 / 6, progress: 1.7)
    ),
    // 11.6/13.5 = 0.8593 ≥ 0.8 + 0.05
    (
      "energy-intensity",
      Case(
        """
        kind: increase, unit: "%", target: {year: 2025, value: 13.5}, values: {2023: 7.3, 2024: 11.6}
        """, .ahead, time: 0.8, progress: 0.8592593)
    ),
    // 3.8/18 = 0.2111, between 0.15 and 0.25
    (
      "co2-intensity",
      Case(
        """
        kind: increase, unit: "%", target: {year: 2025, value: 18}, values: {2021: 3.8}
        """, .onTrack, time: 0.2, progress: 0.2111111)
    ),
    // 0.2/0.5 ≤ 0.75
    (
      "good-air-days",
      Case(
        """
        kind: level, unit: "%", baseline: {year: 2020, value: 87.0}, target: {year: 2025, value: 87.5},
        values: {2020: 87.0, 2021: 87.5, 2022: 86.5, 2023: 85.5, 2024: 87.2}
        """, .behind, time: 0.8, progress: 0.4)
    ),
    // 7/1.6
    (
      "surface-water",
      Case(
        """
        kind: level, unit: "%", baseline: {year: 2020, value: 83.4}, target: {year: 2025, value: 85},
        values: {2020: 83.4, 2021: 84.9, 2022: 87.9, 2023: 89.4, 2024: 90.4}
        """, .achievedEarly, time: 0.8, progress: 4.375)
    ),
    // From 2019, 1.89/0.9; τ = 5/6
    (
      "forest-cover",
      Case(
        """
        kind: level, unit: "%", baseline: {year: 2019, value: 23.2}, target: {year: 2025, value: 24.1},
        values: {2020: 23.04, 2023: 24.02, 2024: 25.09}
        """, .achievedEarly, time: 5.0 / 6, progress: 2.1)
    ),
    // 7.149 > 6.5
    (
      "grain-capacity",
      Case(
        """
        kind: floor, unit: 亿吨, target: {year: 2025, value: 6.5, comparator: ">"},
        values: {2020: 6.695, 2021: 6.829, 2022: 6.865, 2023: 6.954, 2024: 7.065, 2025: 7.149}
        """, .held, time: 1)
    ),
    // 48.3 > 46, latest 2023
    (
      "energy-capacity",
      Case(
        """
        kind: floor, unit: 亿吨标准煤, target: {year: 2025, value: 46, comparator: ">"}, values: {2023: 48.3}
        """, .held, time: 0.6)
    ),
  ]

  @Test("τ, p and status as computed by hand", arguments: rows)
  func status(_ id: String, _ example: Case) throws {
    try example.check()
  }

  @Test("The site's register and data files hold the published figures and give the same assessment", arguments: rows)
  func content(_ id: String, _ example: Case) throws {
    let published = try indicator(example.fields)
    let encoded = try #require(try Self.site[id])
    #expect(encoded.kind == published.kind)
    #expect(encoded.unit == published.unit)
    #expect(encoded.baseline == published.baseline)
    #expect(encoded.target == published.target)
    #expect(encoded.breaks == published.breaks)
    // A period without a value says that our sources end before it.
    let values = encoded.observations.filter { $0.value != nil }
    #expect(values.map(\.period) == published.observations.map(\.period))
    #expect(values.map { $0.value?.value } == published.observations.map { $0.value?.value })
    #expect(encoded.series.isEmpty)
    let (ours, theirs) = (assess(encoded, by: AssessmentRules()), assess(published, by: AssessmentRules()))
    #expect(ours.status == theirs.status && ours.reason == theirs.reason)
    #expect(ours.progress == theirs.progress && ours.timeProgress == theirs.timeProgress)
  }

  @Test("The site has exactly these twenty indicators; eight are binding")
  func complete() throws {
    let site = try Self.site
    #expect(site.keys.sorted() == Self.rows.map(\.id).sorted())
    #expect(
      site.filter { $0.value.nature == .binding }.keys.sorted() == [
        "co2-intensity", "energy-capacity", "energy-intensity", "forest-cover", "good-air-days", "grain-capacity",
        "schooling", "surface-water",
      ])
  }

  @Test("Life expectancy has the same assessment as an increase, as the outline calls it")
  func lifeExpectancy() throws {
    // (79.0 − 77.3)/1 at 5/6 of the time
    try Case(
      """
      kind: increase, baseline: {year: 2019, value: 77.3}, target: {year: 2025, change: 1},
      values: {2019: 77.3, 2020: 77.93, 2021: 78.2, 2023: 78.6, 2024: 79.0}
      """, .achievedEarly, time: 5.0 / 6, progress: 1.7
    ).check()
  }

  @Test("The average growth is known for a rate without a number to compare it with")
  func average() throws {
    let fields = "kind: rate, target: {year: 2025, text: 高于GDP增长}"
    // 1.087 × 1.042 × 1.057 × 1.061 = 1.270245; its fourth root is 1.0616273. 2024 is missing and not guessed.
    let productivity = try assessed("\(fields), values: {2020: 2.5, 2021: 8.7, 2022: 4.2, 2023: 5.7, 2025: 6.1}")
    #expect(near(productivity.achievedAverage, 6.16273, within: 1e-4))
    // 1.081 × 1.030 × 1.052 × 1.050 × 1.050 = 1.291390; its fifth root is 1.0524742
    let product = try assessed("\(fields), values: {2021: 8.1, 2022: 3.0, 2023: 5.2, 2024: 5.0, 2025: 5.0}")
    #expect(near(product.achievedAverage, 5.24742, within: 1e-4))
  }

  /// `Content/national-outline`, by id.
  private static var site: [String: Indicator] {
    get throws {
      let folder = URL(fileURLWithPath: packageRoot).appendingPathComponent("Content/national-outline")
      let source = SourceText(
        path: "indicators.yaml", bytes: Array(try Data(contentsOf: folder.appendingPathComponent("indicators.yaml"))))
      let register = IndicatorRegister.decode(source, in: TextLanguages(tags: ["zh-CN", "en"], edition: 0))
      #expect(printed(register.diagnostics) == "")
      var indicators: [String: Indicator] = [:]
      for declaration in try #require(register.value) {
        let id = try #require(declaration.id?.value)
        let data = try Data(contentsOf: folder.appendingPathComponent("indicators/\(id).csv"))
        let file = ObservationRows.decode(SourceText(path: "\(id).csv", bytes: Array(data)))
        let sink = DiagnosticSink()
        let table = declaration.table(of: file.value, source: source, reportingTo: sink)
        indicators[id] = declaration.resolved(in: fiveYears, table: table, source: source, reportingTo: sink)
        #expect(printed(file.diagnostics + sink.diagnostics) == "")
      }
      return indicators
    }
  }
}
