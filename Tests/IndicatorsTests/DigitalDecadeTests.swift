import Indicators
import Testing

/// The European Union's Digital Decade: its published figures. The plan is taken as 2021 to 2030: without a baseline
/// year the time runs from 2021.0; the target's is 2031.0.
@Suite("The Digital Decade")
struct DigitalDecadeTests {
  @Test(
    "τ, p and status as computed by hand",
    arguments: [
      // basic-skills: τ = 2/9 = 0.2222; p = 1.6/26 = 0.0615 ≤ 0.1722
      Case(
        "baseline: {year: 2021, value: 54}, target: {year: 2030, value: 80}, values: {2021: 54, 2023: 55.6}", .behind,
        time: 2.0 / 9, progress: 1.6 / 26),
      // ict-specialists: 9.8 of 20, from nothing stated
      Case(
        "target: {year: 2030, value: 20}, values: {2023: 9.8}", .notAssessable, because: .noBaseline, time: 0.3),
      // gigabit: τ = 2/10; p = 13.4/40 = 0.335 ≥ 0.25
      Case(
        "baseline: {year: 2020, value: 60}, target: {year: 2030, value: 100}, values: {2020: 60, 2021: 70, 2022: 73.4}",
        .ahead, time: 0.2, progress: 0.335),
      // fttp: τ = 2/9; p = 14/50 = 0.28 ≥ 0.2722
      Case(
        "baseline: {year: 2021, value: 50}, target: {year: 2030, value: 100}, values: {2021: 50, 2022: 56.5, 2023: 64}",
        .ahead, time: 2.0 / 9, progress: 0.28),
      // 5g: τ = 2/8; p = 13.3/19 = 0.7
      Case(
        "baseline: {year: 2022, value: 81}, target: {year: 2030, value: 100}, values: {2022: 81, 2023: 89.0, 2024: 94.3}",
        .ahead, time: 0.25, progress: 0.7),
      // edge-nodes
      Case("target: {year: 2030, value: 10000}", .noData, because: .noFigures),
      // semiconductors: only the baseline is known
      Case(
        "baseline: {year: 2021, value: 10}, target: {year: 2030, value: 20}, values: {2021: 10}", .noData,
        because: .baselineOnly),
      // cloud: τ = 4/9 = 0.4444; p = 11.7/34 = 0.3441 ≤ 0.3944
      Case(
        "baseline: {year: 2021, value: 41.0}, target: {year: 2030, value: 75}, values: {2021: 41, 2023: 45.2, 2025: 52.7}",
        .behind, time: 4.0 / 9, progress: 11.7 / 34),
      // ai: p = 12.35/67.4 = 0.1832
      Case(
        """
        baseline: {year: 2021, value: 7.6}, target: {year: 2030, value: 75},
        values: {2021: 7.6, 2023: 8.0, 2024: 13.5, 2025: 19.95}
        """, .behind, time: 4.0 / 9, progress: 12.35 / 67.4),
      // data-analytics
      Case("target: {year: 2030, value: 75}", .noData, because: .noFigures),
      // sme-intensity: another definition every year; τ = 3/9
      Case(
        """
        baseline: {year: 2021, value: 55}, target: {year: 2030, value: 90, comparator: ">"}, breaks: [2022, 2023, 2024],
        values: {2021: 55, 2022: 69, 2023: 58, 2024: 73}
        """, .notAssessable, because: .breakInSeries, time: 3.0 / 9),
      // unicorns: words; τ = 4/10
      Case(
        "target: {year: 2030, text: twice the number of 2022}, values: {2024: 263}", .notAssessable, because: .phrase,
        time: 0.4),
      // public-services-citizens: τ = 1/7 = 0.1429; p = 3.2/21 = 0.1524, between 0.0929 and 0.1929
      Case(
        "baseline: {year: 2023, value: 79}, target: {year: 2030, value: 100}, values: {2023: 79, 2024: 82.2}", .onTrack,
        time: 1.0 / 7, progress: 3.2 / 21),
      // public-services-business: as semiconductors
      Case(
        "baseline: {year: 2023, value: 85}, target: {year: 2030, value: 100}, values: {2023: 85}", .noData,
        because: .baselineOnly),
      // ehealth-records: τ = 3/8; p = 15/28 = 0.5357
      Case(
        """
        baseline: {year: 2022, value: 72}, target: {year: 2030, value: 100},
        values: {2022: 72, 2023: 79, 2024: 83, 2025: 87}
        """, .ahead, time: 0.375, progress: 15.0 / 28),
      // eid: 93 of 100, from nothing stated
      Case(
        "target: {year: 2030, value: 100}, values: {2023: 93}", .notAssessable, because: .noBaseline, time: 0.3),
    ])
  func status(_ example: Case) throws {
    try example.check(plan: PlanPeriod(start: 2021, end: 2030))
  }
}
