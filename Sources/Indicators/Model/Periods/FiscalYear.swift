/// A budget or school year: twelve months that begin in any month.
///
/// Two are equal if they are the same months, however they are spelled.
package struct FiscalYear: Sendable {
  /// The calendar year in which it begins: 2021 for 2021/22.
  package let year: Int
  /// The month in which it begins, 1 to 12; nil if nobody says.
  package let statedStart: Int?
  let form: Form

  /// How it is spelled.
  enum Form: Hashable, Sendable {
    /// Its two years: `2021/22`, `2021-2022`, `FY2021/22`.
    case pair(PeriodJoin, isLong: Bool, isFY: Bool)
    /// One of them: `FY2024`.
    case single(FiscalYearRule.Name)
  }

  init(_ year: Int, statedStart: Int? = nil, form: Form = .pair(.slash, isLong: false, isFY: false)) {
    self.year = year
    self.statedStart = statedStart
    self.form = form
  }

  /// `FY2024`, named after the year in which it ends.
  init(named year: Int) {
    self.init(year - 1, form: .single(.end))
  }

  /// The month in which it begins, 1 to 12. Without a word of its author it is April, as in most data with this
  /// spelling.
  package var start: Int { statedStart ?? FiscalYear.usualStart }

  static let usualStart = 4

  /// The budget year with the same months that ends in a calendar year.
  func ending(in calendarYear: Int) -> FiscalYear {
    FiscalYear(start == 1 ? calendarYear : calendarYear - 1, statedStart: statedStart, form: form)
  }

  /// The budget year with the same months that begins in a calendar year.
  package func beginning(in calendarYear: Int) -> FiscalYear {
    FiscalYear(calendarYear, statedStart: statedStart, form: form)
  }

  func placed(by rule: FiscalYearRule) -> FiscalYear {
    guard case .single = form else { return FiscalYear(year, statedStart: rule.starts, form: form) }
    let name = namedYear
    // A year that begins in January ends in the year in which it begins.
    let begin = rule.named == .end && rule.starts > 1 ? name - 1 : name
    return FiscalYear(begin, statedStart: rule.starts, form: .single(rule.named))
  }

  /// The year after `FY`.
  private var namedYear: Int {
    guard case .single(.end) = form, start > 1 else { return year }
    return year + 1
  }
}

extension FiscalYear: Hashable {
  package static func == (a: FiscalYear, b: FiscalYear) -> Bool { a.year == b.year && a.start == b.start }

  package func hash(into hasher: inout Hasher) { hasher.combine(year) }
}

extension FiscalYear: CustomStringConvertible {
  package var description: String {
    switch form {
    case .single: "FY\(namedYear)"
    case .pair(let join, let isLong, let isFY):
      "\(isFY ? "FY" : "")\(year)\(join.rawValue)\(isLong ? String(year + 1) : twoDigits((year + 1) % 100))"
    }
  }
}

/// A quarter or a half of a budget year: `Q2` of `FY2026 Q2`, `H1` of `2025/26 H1`.
package enum YearPart: Hashable, Sendable, CustomStringConvertible {
  /// 1 to 4.
  case quarter(Int)
  /// 1 or 2.
  case half(Int)

  /// The months of the year before it.
  var offset: Int {
    switch self {
    case .quarter(let quarter): (quarter - 1) * 3
    case .half(let half): (half - 1) * 6
    }
  }

  /// Its length.
  package var months: Int { if case .quarter = self { 3 } else { 6 } }

  package var description: String {
    switch self {
    case .quarter(let quarter): "Q\(quarter)"
    case .half(let half): "H\(half)"
    }
  }
}

/// An author's rule for budget years: `fiscal-year: {starts: 7, named: end}`.
package struct FiscalYearRule: Hashable, Sendable {
  /// Which of its two calendar years a single number names.
  package enum Name: String, CaseIterable, Sendable {
    case start, end
  }

  /// The month in which a year begins, 1 to 12.
  package let starts: Int
  package let named: Name
}

/// The sign between the two ends of a period.
package enum PeriodJoin: String, CaseIterable, Sendable {
  case slash = "/"
  case hyphen = "-"
  case enDash = "–"
  case emDash = "—"
  case tilde = "~"
  case to = " to "
  case chineseTo = "至"

  /// Its position, 0 to 6.
  var number: Int { PeriodJoin.allCases.firstIndex(of: self) ?? 0 }
}
