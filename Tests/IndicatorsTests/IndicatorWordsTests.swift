import Indicators
import Testing
import Words

@Suite("Figures and targets in words")
struct IndicatorWordsTests {
  @Test(
    "Targets",
    arguments: [
      ("unit: 件, target: 12", "12件（2025年）", "12件 (2025)"),
      ("unit: 件, target: {value: 12, comparator: '>='}", "不低于12件（2025年）", "at least 12件 (2025)"),
      ("unit: '%', baseline: 20, target: {value: 10, comparator: '<='}", "不高于10%（2025年）", "at most 10% (2025)"),
      ("unit: 名, kind: increase, target: {value: 5, approx: true}", "5名左右（2025年）", "about 5名 (2025)"),
      (
        "kind: rate, unit: '%', target: {value: 7, comparator: '>'}", "年均高于7%（2021—2025年）",
        "more than 7% a year (2021–2025)"
      ),
      (
        "kind: ceiling, unit: '%', target: {value: 5.5, comparator: '<'}", "低于5.5%（2021—2025年）",
        "less than 5.5% (2021–2025)"
      ),
      ("kind: ceiling, target: 5.5", "不高于5.5（2021—2025年）", "at most 5.5 (2021–2025)"),
      ("kind: floor, unit: million, target: 6.50", "不低于6.50 million（2021—2025年）", "at least 6.50 million (2021–2025)"),
      ("kind: floor, target: {value: 6.5, comparator: '>'}", "高于6.5（2021—2025年）", "more than 6.5 (2021–2025)"),
      (
        "kind: floor, target: {value: 100, approx: true}", "不低于100左右（2021—2025年）", "at least about 100 (2021–2025)"
      ),
      ("unit: 岁, baseline: 77.3, target: {change: 1}", "累计提高1岁（2025年）", "up by 1岁 (2025)"),
      ("unit: 岁, baseline: 77.3, target: {change: 1, approx: true}", "累计提高1岁左右（2025年）", "up by about 1岁 (2025)"),
      // an increase of a share is in percentage points
      ("unit: '%', baseline: 77.3, target: {change: 1.5}", "累计提高1.5个百分点（2025年）", "up by 1.5 percentage points (2025)"),
      ("unit: '%', baseline: 77.3, target: {change: -2}", "累计降低2个百分点（2025年）", "down by 2 percentage points (2025)"),
      // without a share to add it to it stays what the plan says
      ("kind: increase, unit: '%', target: {change: 13.5}", "累计提高13.5%（2025年）", "up by 13.5% (2025)"),
      ("target: {text: 高于GDP增长}", "高于GDP增长（无时限）", "高于GDP增长 (no due date)"),
      ("target: {text: 高于GDP增长, year: 2025}", "高于GDP增长（2025年）", "高于GDP增长 (2025)"),
      (
        "unit: homes a year, target: {every: 900}", "不低于900 homes a year（2021—2025年）",
        "at least 900 homes a year (2021–2025)"
      ),
      ("unit: homes, target: {every: 900}", "每年不低于900 homes（2021—2025年）", "at least 900 homes every year (2021–2025)"),
      ("kind: milestone, due: 2025-06", "完成（2025年6月）", "done (June 2025)"),
      ("precision: 0, target: 12.5", "13（2025年）", "13 (2025)"),
      ("unit: 人, target: 1000000", "100万人（2025年）", "1,000,000人 (2025)"),
      ("unit: 件", "未设", "none"),
      // a currency is before its number, and a unit that is a fraction has no number of its own
      (
        "unit: £ million, target: -62.3", "−£62.3\u{A0}million（2025年）", "−£62.3\u{A0}million (2025)"
      ),
      (
        "unit: € m, target: {between: [40, 42]}", "€40至€42\u{A0}m（2025年）", "€40 to €42\u{A0}m (2025)"
      ),
      ("unit: 1/10万, kind: ceiling, target: 12", "不高于12/10万（2021—2025年）", "at most 12/10万 (2021–2025)"),
      ("unit: €, target: 5", "€5（2025年）", "€5 (2025)"),
      ("unit: £, target: -712.5", "−£712.5（2025年）", "−£712.5 (2025)"),
      ("unit: US$ per person, target: 12", "US$12\u{A0}per person（2025年）", "US$12\u{A0}per person (2025)"),
      ("unit: million €, target: 12", "€12\u{A0}million（2025年）", "€12\u{A0}million (2025)"),
      ("unit: M€, target: 12", "12 M€（2025年）", "12 M€ (2025)"),
      ("unit: $, target: 2500000000", "$25亿（2025年）", "$2,500\u{A0}million (2025)"),
      // a bound and a rate hold from the baseline, or from the interim target before, to the target's year
      (
        "kind: floor, unit: '%', baseline: {year: 2022, value: 90}, target: 92", "不低于92%（2023—2025年）",
        "at least 92% (2023–2025)"
      ),
      ("target: {every: 50}", "每年不低于50（2021—2025年）", "at least 50 every year (2021–2025)"),
      ("kind: floor, target: {year: 2021, value: 50}", "不低于50（2021年）", "at least 50 (2021)"),
      ("kind: floor, target: {year: 2025-06, value: 50}", "不低于50（2025年6月）", "at least 50 (June 2025)"),
      (
        "kind: floor, baseline: {year: 2021/22, value: 9}, target: {year: 2024/25, value: 50}",
        "不低于50（2022/23–2024/25年度）", "at least 50 (2022/23–2024/25)"
      ),
      (
        "kind: rate, unit: '%', targets: [{year: 2023, value: 2}, {year: 2025, value: 3}]", "年均3%（2024—2025年）",
        "3% a year (2024–2025)"
      ),
      ("kind: rate, unit: '% a year', target: 2", "2% a year（2021—2025年）", "2% a year (2021–2025)"),
    ])
  func targets(_ fields: String, _ chinese: String, _ english: String) throws {
    let example = try indicator(fields)
    #expect(IndicatorWords.target(of: example, .chinese) == chinese)
    #expect(IndicatorWords.target(of: example, .english) == english)
  }

  @Test("The sign of a currency is after the figure in French and Arabic")
  func currencies() throws {
    let (french, arabic) = (BuiltInWords.file("fr").language(), BuiltInWords.file("ar").language())
    let rent = try indicator("unit: £, target: -712")
    #expect(IndicatorWords.goal(of: rent, french) == "−712\u{202F}£")
    #expect(IndicatorWords.goal(of: rent, arabic) == "\u{2067}\u{200E}−712\u{202F}£\u{2069}")
    #expect(
      try IndicatorWords.goal(of: indicator("unit: € par habitant, target: 12"), french) == "12\u{202F}€ par habitant")
    #expect(try IndicatorWords.goal(of: indicator("unit: $, target: 250000000"), french) == "250 millions $")
  }

  @Test("Units in Russian: one that names a multiple has no scale, and one of each year is not followed by the year")
  func russianUnits() throws {
    let russian = BuiltInWords.file("ru").language()
    func goal(_ fields: String) throws -> String { try IndicatorWords.goal(of: indicator(fields), russian) }
    #expect(try goal("unit: рублей, target: 250000000") == "250 млн рублей")
    #expect(try goal("unit: тысяч рублей, target: 250000000") == "250\u{A0}000\u{A0}000 тысяч рублей")
    #expect(try goal("unit: квартир, target: {every: 21}") == "не менее чем\u{A0}21 квартира ежегодно")
    #expect(try goal("unit: квартир в год, target: {every: 21}") == "не менее чем\u{A0}21 квартира в год")
  }

  @Test(
    "Chinese states a figure in 万 if two decimals are enough",
    arguments: [
      ("target: 1250000", "125万人"), ("target: 112500", "11.25万人"), ("target: 1250321", "1,250,321人"),
      ("target: 99000", "99,000人"), ("target: 1500000, values: {2021: 1250321}", "1,500,000人"),
    ])
  func myriads(_ fields: String, _ expected: String) throws {
    #expect(try IndicatorWords.goal(of: indicator("unit: 人, \(fields)"), .chinese) == expected)
  }

  @Test("The target without its year")
  func goal() throws {
    let example = try indicator("unit: 名, kind: increase, target: {value: 5, approx: true}")
    #expect(IndicatorWords.goal(of: example, .chinese) == "5名左右")
    #expect(IndicatorWords.goal(of: example, .english) == "about 5名")
  }

  @Test("Baseline and latest value have their periods")
  func figures() throws {
    let example = try indicator(
      "unit: '%', baseline: {year: 2019, value: 60.60}, target: 65, values: {2023 Q3: 66.1, 2024: ~}")
    #expect(IndicatorWords.baseline(of: example, .chinese) == "60.60%（2019年）")
    #expect(IndicatorWords.baseline(of: example, .english) == "60.60% (2019)")
    #expect(IndicatorWords.latest(of: example, .chinese) == "66.1%（2023年三季度）")
    #expect(IndicatorWords.latest(of: example, .english) == "66.1% (Q3 2023)")

    let milestone = try indicator("kind: milestone, due: 2025, started: 2022-03")
    #expect(IndicatorWords.latest(of: milestone, .chinese) == "进行中（2022年3月）")
    #expect(
      IndicatorWords.latest(of: milestone, .english) == "Started (March 2022)"
    )
    #expect(IndicatorWords.baseline(of: milestone, .chinese) == nil)

    let silent = try indicator("target: 5")
    #expect(IndicatorWords.latest(of: silent, .chinese) == nil)
  }

  @Test(
    "Every status, kind, nature, state and reason has words of its own", arguments: [WordLanguage.chinese, .english])
  func words(_ language: WordLanguage) {
    let all: [[String]] = [
      IndicatorStatus.allCases.map { IndicatorWords.word(for: $0, language) },
      StatusClass.allCases.map { IndicatorWords.word(for: $0, language) },
      IndicatorKind.allCases.map { IndicatorWords.word(for: $0, language) },
      Nature.allCases.map { IndicatorWords.word(for: $0, language) },
      StatusReason.allCases.compactMap { IndicatorWords.word(for: $0, language) },
      MilestoneState.allCases.map { IndicatorWords.word(for: $0, language) },
    ]
    for words in all {
      #expect(Set(words).count == words.count)
      #expect(!words.contains(""))
    }
  }

  @Test("The status words are those of the design")
  func statuses() {
    let chinese = [
      "已实现", "提前实现", "守住", "快于预期", "基本符合预期", "进行中", "向好", "回到界内", "滞后", "与目标方向相反", "未实现", "未守住", "变差",
      "基本持平", "暂无数据", "暂难判断", "计划中",
    ]
    #expect(IndicatorStatus.allCases.map { IndicatorWords.word(for: $0, .chinese) } == chinese)
    #expect(
      IndicatorStatus.allCases.map(\.rawValue) == [
        "achieved", "achieved-early", "held", "ahead", "on-track", "started", "improving", "back-within",
        "behind", "reversing", "missed", "breached", "worsening", "little-change", "no-data", "not-assessable",
        "planned",
      ])
  }

  @Test("The rule states δ and the 5 % of approximate targets")
  func rule() {
    #expect(IndicatorWords.rule(AssessmentRules(tolerance: 0.05), .chinese).contains("领先5个百分点及以上为快于预期"))
    #expect(
      IndicatorWords.rule(AssessmentRules(tolerance: 0.07), .english).contains("ahead by 7 percentage points or more"))
    #expect(
      IndicatorWords.rule(AssessmentRules(tolerance: 0.01), .english).contains("ahead by 1 percentage point or more"))
    #expect(IndicatorWords.rule(AssessmentRules(tolerance: 0.025), .english).contains("behind by 2.5 or more"))
    for language in [WordLanguage.chinese, .english] {
      #expect(IndicatorWords.rule(AssessmentRules(tolerance: 0.05), language).contains("5%"))
    }
  }

  @Test("A judgement by hand names the person and the day if they are known")
  func judgement() {
    #expect(IndicatorWords.judged(by: "发改委", on: "2023年12月26日", .chinese) == "人工判断，发改委，2023年12月26日")
    #expect(IndicatorWords.judged(by: "A", on: "1 May 2023", .english) == "Judged by hand, by A, on 1 May 2023")
    #expect(IndicatorWords.judged(by: nil, on: nil, .english) == "Judged by hand")
  }
}
