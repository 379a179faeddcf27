import Bytes
import Indicators
import Markup

// The periods of the figures and statuses of a table.
extension IndicatorTable {
  /// Notes, shapes and dates of earlier rows, which a row may refer to.
  struct Earlier {
    /// Equal notes share a number.
    var notes: [String] = []
    /// Statuses whose shape is drawn; each is drawn once.
    var shapes: [IndicatorStatus] = []
    /// The period of the row above and its text, by the column's ordinal: nearly all rows have the same.
    var dates = [(period: Period, text: [UInt8])?](repeating: nil, count: IndicatorColumn.allCases.count)
    var statusPeriod: (period: Period, text: [UInt8])?
    /// Whether a cell has a dash in place of a figure, so that the foot says what it means.
    var hasEmptyCell = false
  }

  /// The period of the figure in a column.
  static func period(of column: IndicatorColumn, _ row: IndicatorRow) -> Period? {
    switch column {
    case .baseline: row.indicator.baseline?.period
    case .target: row.indicator.targetPeriod
    case .latest: row.indicator.latest?.period
    default: nil
    }
  }

  /// Appends the period below a figure. On wide screens the heading has it if all rows agree.
  func appendDate(
    _ period: Period?, in column: IndicatorColumn, to bytes: inout ByteBuffer, _ earlier: inout Earlier
  ) {
    guard let period else { return }
    repeating(period, &earlier.dates[column.ordinal], to: &bytes) { bytes in
      bytes.append(
        markup: commonPeriods[column.ordinal] == nil ? "<span class=\"date\">" : "<span class=\"date in-head\">")
      append(to: &bytes) { $0.append(period, language) }
      bytes.append(markup: "</span>")
    }
  }

  /// Appends what `write` appends for a period, or what it did for the row above, if that has the same period.
  private func repeating(
    _ period: Period, _ above: inout (period: Period, text: [UInt8])?, to bytes: inout ByteBuffer,
    _ write: (inout ByteBuffer) -> Void
  ) {
    if let above, above.period == period { return bytes.append(contentsOf: above.text) }
    let start = bytes.count
    write(&bytes)
    above = (period, bytes.withBytes(from: start) { Array($0) })
  }

  /// Appends the period of a target, or a remark that the plan names none.
  func appendDate(ofTarget row: IndicatorRow, to bytes: inout ByteBuffer, _ earlier: inout Earlier) {
    appendDate(IndicatorTable.period(of: .target, row), in: .target, to: &bytes, &earlier)
    guard row.indicator.target?.isPeriodAssumed == true else { return }
    bytes.append(markup: "<span class=\"date\">")
    bytes.appendEscaped(language[.withoutDueDate])
    bytes.append(markup: "</span>")
  }

  /// Appends the period of a status. If the heading names the most common period, only the other statuses have theirs;
  /// otherwise only those for which the plan has newer figures.
  func appendStatusPeriod(_ row: IndicatorRow, to bytes: inout ByteBuffer, _ earlier: inout Earlier) {
    let common = commonPeriods[IndicatorColumn.status.ordinal]
    guard let period = common == nil ? row.statusPeriod : row.verdictPeriod else { return }
    repeating(period, &earlier.statusPeriod, to: &bytes) { bytes in
      bytes.append(
        markup: period == common ? "<span class=\"status-period in-head\">" : "<span class=\"status-period\">")
      append(to: &bytes) { IndicatorWords.append(periodOfStatus: period, language, to: &$0) }
      bytes.append(markup: "</span>")
    }
  }

  /// The period that all figures of a column share, by the column's ordinal; for statuses, the period of most of them,
  /// if statuses have periods.
  static func commonPeriods(of rows: [IndicatorRow]) -> [Period?] {
    IndicatorColumn.allCases.map { column in
      guard rows.count > 1 else { return nil }
      if case .status = column { return commonStatusPeriod(of: rows) }
      let periods = rows.lazy.compactMap { period(of: column, $0) }
      guard let first = periods.first, periods.allSatisfy({ $0 == first }) else { return nil }
      return first
    }
  }

  private static func commonStatusPeriod(of rows: [IndicatorRow]) -> Period? {
    guard rows.contains(where: { $0.statusPeriod != nil }) else { return nil }
    let periods = rows.compactMap(\.verdictPeriod)
    // Boyer–Moore majority vote: only one period can belong to more than half of the rows, and it remains when pairs of
    // different periods cancel each other out.
    var candidate: Period?
    var lead = 0
    for period in periods {
      if lead == 0 { candidate = period }
      lead += period == candidate ? 1 : -1
    }
    let count = periods.count { $0 == candidate }
    return count > 1 && count * 2 > periods.count ? candidate : nil
  }
}
