import DataFormats
import Diagnostics
import Indicators
import SiteModel
import Words
import Workbooks

/// Checks a value that a department reported.
struct ReturnedValue {
  let indicator: Indicator
  let period: Period
  let place: SourceLocation

  /// How many times larger or smaller than the last value a value may be before it looks like a slip of the decimal point
  /// or another unit.
  private static let largestRatio = 8.0

  /// A figure as a department reported it.
  struct Answer {
    let number: DecimalNumber
    /// The words beside the number: 约12, `12（预计）`.
    var status: ObservationStatus?
    var words: String?
  }

  /// The number of a cell.
  ///
  /// Reports `csv.invalid-number` for a cell without one; `csv.conflicting-values` where the site has another value for the
  /// period; and `collect.doubtful` for one that is said to be for another period and, unless `isAccepted`, for a value that
  /// cannot be, that is far from the last one, or that is for a longer period than its other figures.
  func answer(_ cell: CellValue, note: String, isAccepted: Bool) -> Checked<Answer> {
    if let other = otherPeriod(in: cell, note: note) {
      return Checked(failed: [
        Diagnostic(
          .error, .collectDoubtful, "the value of '\(indicator.name)' is for \(other), and \(period) was asked for",
          hint: "ask the department for the value of \(period), or add this one to the register under its own period",
          at: place)
      ])
    }
    guard let answer = answer(in: cell) else { return Checked(failed: [invalid(cell)]) }
    let number = answer.number
    if let known = indicator.observations.first(where: { $0.period == period && $0.value != nil })?.value,
      known.value != number.value
    {
      return Checked(failed: [
        Diagnostic(
          .error, .valuesConflict,
          "'\(indicator.name)' has two values for \(period): \(NumberFormat.data(number)) here, and \(NumberFormat.data(known)) on the site",
          hint: "change the value on the site yourself; the old one belongs under 'revisions'", at: place)
      ])
    }
    if !isAccepted, let doubt = doubt(number) {
      return Checked(failed: [
        Diagnostic(
          .error, .collectDoubtful,
          "'\(indicator.name)' would be \(NumberFormat.data(number)) for \(period): \(doubt)",
          hint: "ask the department; if the value is right, repeat with '--accept \(indicator.id?.text ?? "")'",
          at: place)
      ])
    }
    return Checked(answer)
  }

  /// The period that the brackets after a number name, or else the note, if it is another than the one that was asked for.
  private func otherPeriod(in cell: CellValue, note: String) -> String? {
    var remarks = [note]
    if case .text(let text) = cell {
      remarks.insert(ImportedNumber(text.trimmingSpaces, comma: .unknown)?.remark ?? "", at: 0)
    }
    return remarks.first { remark in
      let named = Period.possible(in: remark)
      return !named.isEmpty && !named.contains { $0.plainSpelling == period.plainSpelling }
    }
  }

  private func answer(in cell: CellValue) -> Answer? {
    switch cell {
    case .number: cell.text.flatMap { DecimalNumber($0) }.map { Answer(number: $0) }
    case .percentage:
      indicator.isShare ? cell.text.flatMap { DecimalNumber(String($0.dropLast())) }.map { Answer(number: $0) } : nil
    case .text(let text): answer(in: text.trimmingSpaces)
    case .date, .boolean, .error, .notComputed: nil
    }
  }

  /// `１４．８`, `12个` below the unit 个, 约12. A bound or a number in another unit is not a value.
  private func answer(in text: String) -> Answer? {
    if let number = DecimalNumber(text) { return Answer(number: number) }
    let isEastAsian = WritingSystem.eastAsian.occurs(in: indicator.name)
    guard
      let written = ImportedNumber(text, comma: isEastAsian ? .groups : .unknown)?.withUnitInBrackets(
        of: indicator.unit),
      written.comparator == nil, !written.isTotal, written.statedPeriod.map({ $0 == period }) ?? true,
      written.unit == nil || indicator.unit != nil, let number = written.converted(to: indicator.unit)
    else { return nil }
    return Answer(number: number.number, status: written.status, words: written.words)
  }

  private func invalid(_ cell: CellValue) -> Diagnostic {
    let message: Message
    var hint: Message =
      indicator.unit.map { "ask for a number in \($0), without its unit" } ?? "ask for a number, without its unit"
    switch cell {
    case .percentage:
      message =
        indicator.unit.map { "the value of '\(indicator.name)' is a percentage, but its unit is '\($0)'" }
        ?? "the value of '\(indicator.name)' is a percentage, but its unit is not given"
    case .date: message = "the value of '\(indicator.name)' is a date, \(cell.text ?? "")"
    case .notComputed:
      message = "the formula for '\(indicator.name)' has no result in the file"
      hint = "open the workbook in Excel, which computes it, and save it"
    case .text(let text):
      message = "'\(text)' is not a number"
      hint =
        ImportedNumber.isMissing(text)
        ? "leave the cell empty, and say in its note why there is no figure" : DecimalNumber.hint(for: text) ?? hint
    case .number, .boolean, .error: message = "'\(cell.text ?? "")' is not a number"
    }
    return Diagnostic(.error, .csvInvalidNumber, message, hint: hint, at: place)
  }

  /// Why a value is doubtful; completes a sentence.
  private func doubt(_ number: DecimalNumber) -> Message? {
    let value = number.value
    if let known = indicator.latest?.period, indicator.isOfShorterPeriods(than: period) {
      return "its figures are for shorter periods, such as \(known)"
    }
    let earlier = indicator.observations.filter { $0.value != nil && $0.period < period }
    let last = earlier.last ?? indicator.baseline.map { Observation(period: $0.period, value: $0.value) }
    if indicator.kind == .rate, value <= -100 { return "nothing can shrink by 100 % or more" }
    if let limit = indicator.limit?.value, let isUp = limitIsAbove, isUp ? value > limit : value < limit {
      return "beyond its limit of \(NumberFormat.data(limit, decimals: indicator.limit?.decimals ?? 0))"
    }
    if indicator.isShare, indicator.kind != .rate, indicator.limit == nil, !(0...100).contains(value),
      earlier.allSatisfy({ (0...100).contains($0.value?.value ?? 0) })
    {
      return "a share that was between 0 and 100 % so far"
    }
    guard let last, let before = last.value?.value else { return nil }
    func shown(_ value: DecimalNumber?) -> String { value.map { NumberFormat.data($0) } ?? "" }
    if indicator.kind == .increase, indicator.measure == .cumulative, value < before, !earlier.isEmpty {
      return "a total that was \(shown(last.value)) in \(last.period) cannot fall"
    }
    guard indicator.kind != .rate, before != 0, !earlier.isEmpty || indicator.kind != .increase else { return nil }
    if value == 0 {
      // Three floods may be none a year later, and some targets are nothing.
      let isCount = last.value?.decimals == 0 && abs(before) < ReturnedValue.largestRatio
      guard !isCount, !isTargetNothing else { return nil }
      return "it was \(shown(last.value)) in \(last.period), and 0 often means a missing figure"
    }
    let ratio = value / before
    if ratio < 0 { return "it was \(shown(last.value)) in \(last.period), with the other sign" }
    if ratio >= ReturnedValue.largestRatio {
      return "\(times(ratio)) times what it was in \(last.period), \(shown(last.value))"
    }
    if ratio <= 1 / ReturnedValue.largestRatio {
      return "\(times(1 / ratio)) times less than it was in \(last.period), \(shown(last.value))"
    }
    return nil
  }

  private var isTargetNothing: Bool {
    guard case .value(let number)? = indicator.target?.goal else { return false }
    return number.value == 0
  }

  private func times(_ ratio: Double) -> String { NumberFormat.text(ratio, decimals: ratio < 20 ? 1 : 0, .english) }

  /// Whether the natural bound is above the values; nil if that is not known.
  private var limitIsAbove: Bool? {
    switch indicator.direction {
    case .up: true
    case .down: false
    case nil: indicator.observations.last { $0.value != nil }?.value.map { $0.value <= indicator.limit?.value ?? 0 }
    }
  }
}
