import Bytes
import DataFormats
import Indicators
import SiteModel
import Workbooks

/// The workbook that asks a department for its figures.
///
/// Its second sheet is hidden and repeats the locked cells, so that a reader finds changed cells even if somebody removed
/// the lock.
struct CollectionSheet {
  /// The columns of the form. Those before `value` are locked.
  enum Column: Int {
    case id, name, unit, lastPeriod, lastValue, targetPeriod, target, expected, value, source, note
  }

  /// The hidden sheet: its name, and the first cells of its first row.
  static let recordName = "planpress"
  static let recordMark = "planpress collect"
  static let version = "1"

  let period: Period
  let words: CollectionWords
  let siteTitle: String

  /// The bytes of the workbook for the indicators, which must have ids.
  func bytes(for owed: OwedFigures) -> [UInt8] {
    var form = SheetWriter(
      SheetLayout(
        name: words.sheet, widths: [18, 32, 10, 12, 12, 12, 12, 30, 14, 20, 30], frozenRows: 6, isLocked: true))
    let department = owed.department?.department.name ?? words.noDepartment
    form.text(words.title(siteTitle, period, department: department), .title)
    form.endRow()
    form.text(words.instructions)
    form.endRow()
    for label in [words.reportedBy, words.reportedOn] {
      form.text(label, .head)
      form.empty(.toFill)
      form.endRow()
    }
    form.endRow()
    for head in words.heads(period) { form.text(head, .head) }
    form.endRow()
    var record = SheetWriter(
      SheetLayout(name: CollectionSheet.recordName, widths: [], frozenRows: 0, isLocked: true, isHidden: true))
    for text in [
      CollectionSheet.recordMark, CollectionSheet.version, period.description,
      owed.department?.department.id.value ?? "",
    ] { record.text(text) }
    record.endRow()
    for resolved in owed.indicators {
      for period in resolved.indicator.owedPeriods(for: period) {
        writeLocked(resolved.indicator, period, to: &form)
        for _ in 0..<3 { form.empty(.toFill) }
        form.endRow()
        writeLocked(resolved.indicator, period, to: &record)
        record.endRow()
      }
    }
    return WorkbookWriter.file([form.finish(), record.finish()])
  }

  /// `trade 2026 Q3`: the first cell of a row that asks for another period than the workbook.
  static func key(of id: String, _ period: Period) -> String { "\(id) \(period.plainSpelling)" }

  /// A year is a number, as in a table that somebody types.
  private func write(_ period: Period?, to sheet: inout SheetWriter) {
    guard let period else { return sheet.skip() }
    if case .year(let year) = period {
      sheet.number { $0.append(text: String(year)) }
    } else {
      sheet.text(period.description)
    }
  }

  /// The target that comes next for the period: an interim one, or the last.
  private func nextTarget(of indicator: Indicator, _ period: Period) -> IndicatorTarget? {
    indicator.interimTargets.first { $0.isPeriodKnown && $0.period.end >= period.end } ?? indicator.target
  }

  /// The row of a period. Where that is not the one of the workbook, the row is named after it.
  private func writeLocked(_ indicator: Indicator, _ period: Period, to sheet: inout SheetWriter) {
    let id = indicator.id?.text ?? ""
    sheet.text(period == self.period ? id : CollectionSheet.key(of: id, period))
    let time = words.language.text(.inBrackets, [.text: period.text(words.language)])
    sheet.text(period == self.period ? indicator.name : indicator.name + time, .wrapped)
    sheet.text(indicator.unit ?? "")
    let last =
      indicator.observations.last { $0.value != nil && $0.period < period }
      ?? indicator.baseline.map { Observation(period: $0.period, value: $0.value) }
    write(last?.period, to: &sheet)
    if let value = last?.value { sheet.decimal(value) } else { sheet.skip() }
    let target = nextTarget(of: indicator, period)
    write(target?.statedPeriod, to: &sheet)
    sheet.text(target.map { IndicatorWords.goal(of: indicator, $0, words.language) } ?? "", .wrapped)
    sheet.text(words.expectation(indicator), .wrapped)
  }
}
