import DataFormats

/// The period column of a table: its different texts; the meaning of some depends on all of them together.
///
/// `2009-10` is October 2009 in a column of months and a budget year beside `2010-11`. So nothing is decided row by
/// row.
struct PeriodColumn: Sendable {
  /// In the order of their first rows.
  private(set) var texts: [String] = []
  private var numbers: [String: Int32] = [:]
  private var last: Int32 = -1
  /// The meanings of the texts without a statement by the author.
  private var plain: [Reading]?
  /// By text: how its author writes it, if not as planpress does.
  private(set) var writtenPeriods: [WrittenPeriod?] = []

  /// The meaning of a text of the column.
  enum Reading: Sendable {
    case period(Period, remark: String?)
    /// The periods that it may be; at least two.
    case ambiguous([PeriodReading])
    case invalid
  }

  /// The number of a text, which is added if it is new.
  mutating func number(of text: String) -> Int32 {
    // Neighbouring rows often have the same period.
    if last >= 0, texts[Int(last)] == text { return last }
    if let number = numbers[text] {
      last = number
      return number
    }
    last = Int32(texts.count)
    texts.append(text)
    numbers[text] = last
    return last
  }

  /// The column with the meaning of its texts, once all are known: several indicators may ask.
  consuming func finished() -> PeriodColumn {
    numbers = [:]
    let readings = reading(as: [])
    plain = readings
    writtenPeriods = zip(texts, readings).map { text, reading -> WrittenPeriod? in
      guard case .period(let period, _) = reading, text != period.description else { return nil }
      return WrittenPeriod(PeriodCell(text)?.text ?? text, of: period)
    }
    return self
  }

  /// The meaning of each text. `stated` are the author's statements on undecided texts; empty if there are none.
  func read(as stated: [PeriodReading], by rule: FiscalYearRule?) -> [Reading] {
    let readings = stated.isEmpty ? plain ?? reading(as: []) : reading(as: stated)
    guard let rule else { return readings }
    return readings.map { reading in
      guard case .period(let period, let remark) = reading else { return reading }
      return .period(period.placed(by: rule), remark: remark)
    }
  }

  private func reading(as stated: [PeriodReading]) -> [Reading] {
    var readings: [Reading] = []
    readings.reserveCapacity(texts.count)
    var open: [(index: Int, pair: PeriodPair, remark: String?)] = []
    var evidence = PeriodEvidence()
    for text in texts {
      if let period = Period(text) {
        // The only plain spelling that may be two things.
        guard case .month = period, let pair = PeriodTokens(text).pair, pair.readings.count > 1 else {
          evidence.note(period)
          if case .fiscalYear(let fiscal) = period, text.utf8.count == 9 {
            // As written: 2021/2022.
            let long = FiscalYear(fiscal.year, form: .pair(.slash, isLong: true, isFY: false))
            readings.append(.period(.fiscalYear(long), remark: nil))
          } else {
            readings.append(.period(period, remark: nil))
          }
          if case .month(let year, let month) = period {
            evidence.note(
              PeriodPair(first: year, second: month, join: .hyphen, isShort: true, isFY: false), isOpen: false)
          }
          continue
        }
        open.append((readings.count, pair, nil))
        evidence.note(pair, isOpen: true)
        readings.append(.invalid)
        continue
      }
      guard let cell = PeriodCell(text) else {
        readings.append(.invalid)
        continue
      }
      switch cell.shape {
      case .certain(let period):
        evidence.note(period)
        readings.append(.period(period, remark: cell.remark))
      case .pair(let pair):
        open.append((readings.count, pair, cell.remark))
        evidence.note(pair, isOpen: true)
        readings.append(.invalid)
      }
    }
    for (index, pair, remark) in open {
      let possible = stated.isEmpty ? evidence.readings(of: pair) : pair.readings.filter(stated.contains)
      readings[index] =
        possible.count > 1
        ? .ambiguous(possible)
        : possible.first.map { .period(pair.period(as: $0), remark: remark) } ?? .invalid
    }
    takeYearEnds(in: &readings)
    return readings
  }

  /// Spreadsheets keep the year of a figure as its last day: 31 December beside years is that year.
  private func takeYearEnds(in readings: inout [Reading]) {
    var (hasYear, hasDay) = (false, false)
    for case .period(let period, _) in readings {
      switch period {
      case .year: hasYear = true
      case .day(let date):
        guard date.month == 12, date.day == 31 else { return }
        hasDay = true
      default: break
      }
    }
    guard hasYear, hasDay else { return }
    for index in readings.indices {
      if case .period(.day(let date), let remark) = readings[index] {
        readings[index] = .period(.year(date.year), remark: remark)
      }
    }
  }
}

/// The evidence of a column's texts on pairs of numbers that may have several meanings.
private struct PeriodEvidence {
  private var short: [PeriodPair] = []
  private var long: [PeriodPair] = []
  private var hasMonth = false
  private var hasFiscalYear = false

  mutating func note(_ period: Period) {
    switch period {
    case .month: hasMonth = true
    case .fiscalYear, .fiscalPart: hasFiscalYear = true
    default: break
    }
  }

  /// `isOpen`: whether the pair may be several things.
  mutating func note(_ pair: PeriodPair, isOpen: Bool) {
    guard isOpen || pair.isShort else { return }
    if pair.isShort { short.append(pair) } else { long.append(pair) }
  }

  /// The possible meanings of a pair in this column: one if that is decided.
  func readings(of pair: PeriodPair) -> [PeriodReading] {
    let own = pair.readings
    guard own.count > 1 else { return own }
    return pair.isShort ? readings(ofShort: pair, own) : readings(ofLong: pair, own)
  }

  // MARK: Two digits

  private func readings(ofShort pair: PeriodPair, _ own: [PeriodReading]) -> [PeriodReading] {
    func chosen(_ reading: PeriodReading) -> [PeriodReading] { own.contains(reading) ? [reading] : own }
    let canAllBeMonths = short.allSatisfy { $0.readings.contains(.months) }
    let isSomeOnlyMonth = short.contains { $0.readings == [.months] }
    if !canAllBeMonths {
      // 2012-13 beside 2009-10; with 2021-06 there, too, nothing says which.
      return isSomeOnlyMonth || hasMonth ? own : own.filter { $0 != .months }
    }
    if isSomeOnlyMonth || hasMonth { return hasFiscalYear ? own : chosen(.months) }
    if hasFiscalYear { return chosen(.fiscalYears) }
    if mostSecondsOfOneYear > 2 { return chosen(.months) }
    // 2009-10, 2010-11, 2011-12: as months they would be thirteen months apart.
    if isOfOneLength, Set(short.map(\.first)).count > 1 { return own.filter { $0 != .months } }
    // 2021/22 has always been a budget year.
    if short.allSatisfy({ $0.join == .slash && $0.length == 2 }) { return chosen(.fiscalYears) }
    return own
  }

  private var isOfOneLength: Bool { Set(short.map(\.length)).count == 1 }

  /// How many different numbers follow the same year.
  private var mostSecondsOfOneYear: Int {
    var seconds: [Int: Set<Int>] = [:]
    for pair in short { seconds[pair.first, default: []].insert(pair.second) }
    return seconds.values.map(\.count).max() ?? 0
  }

  // MARK: Four digits

  /// The meanings of a pair of neighbouring years.
  private func readings(ofLong pair: PeriodPair, _ own: [PeriodReading]) -> [PeriodReading] {
    if pair.join == .slash { return [.fiscalYears] }
    if hasFiscalYear || short.contains(where: { $0.length == 2 && $0.second > 12 }) { return [.fiscalYears] }
    let starts = Set(long.filter { $0.length == 2 }.map(\.first)).sorted()
    let steps = zip(starts, starts.dropFirst()).map { $1 - $0 }
    guard !steps.isEmpty else { return own }
    if steps.contains(1) { return [.fiscalYears] }
    return steps.allSatisfy { $0 == 2 } ? [.ranges] : own
  }
}
