/// The meanings of the texts of a period column, as numbers: two spellings of one period have the same.
struct PeriodNumbers {
  /// By text; -1 for what is not a period.
  private(set) var numbers: [Int32] = []
  /// By text.
  private(set) var read: [Period?] = []
  /// By text: the text after the period.
  private(set) var remarks: [String?] = []
  private(set) var hasRemarks = false
  /// By number.
  private(set) var periods: [Period] = []
  /// By number: its place in time. Periods that compare as equal have the same place.
  private(set) var ranks: [Int32]

  init(_ readings: [PeriodColumn.Reading]) {
    var known: [Period: Int32] = [:]
    for reading in readings {
      guard case .period(let period, let remark) = reading else {
        numbers.append(-1)
        read.append(nil)
        remarks.append(nil)
        continue
      }
      if known[period] == nil {
        known[period] = Int32(periods.count)
        periods.append(period)
      }
      numbers.append(known[period] ?? -1)
      read.append(period)
      remarks.append(remark)
      if remark != nil { hasRemarks = true }
    }
    ranks = Array(repeating: 0, count: periods.count)
    var rank: Int32 = 0
    var last: Int?
    for index in periods.indices.sorted(by: { periods[$0] < periods[$1] }) {
      if let last, periods[last] < periods[index] { rank += 1 }
      ranks[index] = rank
      last = index
    }
  }
}
