import Indicators
import Testing

@testable import Actions

@Suite("Dates of tables of tasks")
struct ActionDateTests {
  @Test(
    "Dates as authorities write them",
    arguments: [
      ("2026", "2026"), ("2026-06", "2026-06"), ("2026-06-30", "2026-06-30"), ("2026 Q2", "2026 Q2"),
      ("2026年", "2026"), ("2026年底", "2026"), ("2026年底前", "2026"), ("2026年年底前完成", "2026"), ("2026年6月", "2026-06"),
      ("2026年6月底前", "2026-06"), ("2026年6月30日前", "2026-06-30"), ("2026年第三季度", "2026 Q3"), ("2026年上半年", "2026-06"),
      ("June 2026", "2026-06"), ("by the end of 2026", "2026"), ("30 June 2026", "2026-06-30"),
      ("Jun. 30, 2026", "2026-06-30"), ("December 2026", "2026-12"), ("Q3 2026", "2026 Q3"), ("q1/2027", "2027 Q1"),
      ("FY27", "FY2027"), ("FY 2027", "FY2027"), ("FY2026/27", "2026/27"), ("“十四五”期末", "2025"), ("十三五末", "2020"),
      ("“十五五”时期", "2030"),
      ("FY2026 Q2", "FY2026 Q2"), ("Q2 FY2026", "FY2026 Q2"), ("FY26 Q2", "FY2026 Q2"), ("Q2 FY26", "FY2026 Q2"),
      ("FY26Q2", "FY2026 Q2"), ("FY2026-Q2", "FY2026 Q2"), ("2Q FY26", "FY2026 Q2"), ("Q2, FY 2026", "FY2026 Q2"),
      ("2025/26 Q2", "2025/26 Q2"), ("Q2 2025/26", "2025/26 Q2"), ("2025-26 Q4", "2025-26 Q4"),
      ("FY2025/26 Q2", "FY2025/26 Q2"), ("H1 FY2026", "FY2026 H1"), ("second half of FY26", "FY2026 H2"),
      ("second quarter of fiscal year 2026", "FY2026 Q2"), ("end of Q2 FY2026", "FY2026 Q2"),
      ("fiscal 2026", "FY2026"), ("2026财年", "FY2026"), ("2026财年第二季度", "FY2026 Q2"), ("2026财年二季度末前", "FY2026 Q2"),
      ("2025/26年度二季度", "2025/26 Q2"), ("2026财政年度下半年", "FY2026 H2"), ("2026年第3季度", "2026 Q3"),
      ("3rd quarter 2026", "2026 Q3"), ("third quarter of 2026", "2026 Q3"),
      ("31/12/2026", "2026-12-31"), ("12/31/2026", "2026-12-31"), ("31.12.2028", "2028-12-31"),
      ("1.2.2028", "2028-02-01"),
      ("2026/06/30", "2026-06-30"), ("3/3/2026", "2026-03-03"),
      ("décembre 2027", "2027-12"), ("fin 2029", "2029"), ("d’ici 2027", "2027"), ("T2 2027", "2027 Q2"),
      ("2e trimestre 2027", "2027 Q2"), ("1er juin 2026", "2026-06-01"), ("30 juin 2026", "2026-06-30"),
      ("diciembre de 2027", "2027-12"), ("finales de 2027", "2027"), ("30 de junio de 2026", "2026-06-30"),
      ("декабрь 2027", "2027-12"), ("до конца 2027 года", "2027"), ("31 декабря 2027 г.", "2027-12-31"),
      ("II квартал 2027 г.", "2027 Q2"), ("ديسمبر 2027", "2027-12"), ("نهاية 2027", "2027"), ("٢٠٢٧", "2027"),
      ("الربع الثاني 2027", "2027 Q2"),
    ])
  func read(text: String, period: String) {
    #expect(ActionDate.read(text) == (Period(period) ?? dayPeriod(period)).map { .period($0) })
  }

  @Test(
    "Tasks without an end",
    arguments: ["", "长期", "持续推进", "ongoing", "—", "每年年底", "每季度", "annually", "en continu", "ежегодно", "cada año"])
  func open(text: String) { #expect(ActionDate.read(text) == .open) }

  @Test(
    "What is no date",
    arguments: [
      "Phase 2", "十五年", "FY2026 Q5", "Q5 2026", "q1/", "FY", "Q2", "half of 2026", "FYI", "2026年13月",
      "30 February 2026", "31/13/2026", "30.2.2026", "décembre", "II", "12 2027 T", "二期",
    ])
  func unknown(text: String) { #expect(ActionDate.read(text) == .unknown) }

  @Test(
    "The last day of a period",
    arguments: [
      ("2024-02", "2024-02-29"), ("2025 Q3", "2025-09-30"), ("2025", "2025-12-31"), ("2025/26", "2026-03-31"),
    ])
  func lastDay(period: String, day: String) throws {
    #expect(try #require(Period(period)).lastDay.description == day)
  }

  @Test("A day that may be in either of two months is not read", arguments: ["01/02/2026", "1-2-2026"])
  func ambiguous(text: String) { #expect(ActionDate.read(text) == .ambiguous) }

  @Test(
    "Headings and states in the languages that planpress has words for",
    arguments: [
      ("N°", ActionColumn.code), ("Pilote", .lead), ("Partenaires", .support), ("Échéance", .due), ("État", .state),
      ("Acción", .name), ("Plazo", .due), ("Мероприятие", .name), ("Срок исполнения", .due),
      ("Соисполнители", .support),
      ("الرقم", .code), ("المهمة", .name), ("الجهة", .lead), ("الموعد", .due), ("الحالة", .state),
    ])
  func headings(text: String, column: ActionColumn) { #expect(ActionColumn(heading: text) == column) }

  @Test(
    "States in the languages that planpress has words for",
    arguments: [
      ("en cours", ReportedState.started), ("Terminé", .done), ("non commencé", .planned), ("En curso", .started),
      ("выполнено", .done), ("В работе", .started), ("منجز", .done), ("قيد التنفيذ", .started), ("متأخر", .delayed),
    ])
  func states(text: String, state: ReportedState) { #expect(ActionColumn.state(text) == state) }
}
