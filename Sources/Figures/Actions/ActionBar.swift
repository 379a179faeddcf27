import Actions
import Indicators

/// The place of an action on a time line, in years, as `Period.end`.
struct ActionBar {
  /// The start of the bar; nil without a start date: the action then has a mark instead.
  let start: Double?
  /// The end of the bar: the due date or, if it was done earlier, that day. Nil without either.
  let end: Double?
  /// The time from the due date to the day when it was done or, if it is not done, to the day up to which this is
  /// known; nil for an action that is in time.
  let late: ClosedRange<Double>?

  /// `time` is the day up to which dates are known; nil for none.
  init(_ row: ActionRow, at time: Double?) {
    let (facts, standing) = (row.action.facts, row.standing)
    let due = facts.due?.end
    let done = standing.state == .done ? facts.done?.value.end : nil
    start = facts.start?.start
    end = done.map { min($0, due ?? $0) } ?? due
    let last = done.map { standing.wasLate ? $0 : nil } ?? (standing.state == .overdue ? time : nil)
    if let due, let last, last > due { late = due...last } else { late = nil }
  }

  /// The place of the mark of an action without a start: the day when it was done, or its due date. Nil for one with a
  /// bar.
  func mark(isDone: Bool) -> Double? { start == nil ? (isDone ? late?.upperBound : nil) ?? end : nil }
}
