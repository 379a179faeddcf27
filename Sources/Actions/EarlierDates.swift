import DataFormats
import Diagnostics
import Indicators

/// The dates that an action had before they were changed: an entry of its `earlier`.
package struct EarlierDates: Hashable, Sendable {
  /// A date that the change moved.
  package enum Was: Hashable, Sendable {
    /// There was no date.
    case none
    case time(Period)

    package var time: Period? { if case .time(let period) = self { period } else { nil } }
  }

  /// Nil for a date that the change did not touch.
  package let start, due: Was?
  /// When it was changed; for an undeclared change, the time of the snapshot that has the earlier dates.
  package let until: Period
  package let by, why: String?
  /// Whether only a snapshot shows the change.
  package let isUndeclared: Bool

  package init(
    start: Was?, due: Was?, until: Period, by: String? = nil, why: String? = nil, isUndeclared: Bool = false
  ) {
    (self.start, self.due, self.until) = (start, due, until)
    (self.by, self.why) = (by, why)
    self.isUndeclared = isUndeclared
  }
}

/// When an action starts and is due.
package struct ActionDates: Hashable, Sendable {
  package let start, due: Period?

  package init(start: Period?, due: Period?) { (self.start, self.due) = (start, due) }

  /// The dates as data files spell them.
  package var written: (start: String?, due: String?) { (start?.description, due?.description) }
}

/// A change of an action's dates.
package struct DateChange: Sendable {
  package let entry: EarlierDates
  package let old, new: ActionDates
}

extension DateChange {
  /// Each change that led to today's dates, the oldest first. An entry equal to the dates after it is not a change.
  fileprivate static func all(_ earlier: [EarlierDates], to current: ActionDates) -> [DateChange] {
    steps(of: earlier, to: current).filter { $0.old != $0.new }
  }

  fileprivate static func originalDue(_ changes: [DateChange], _ due: Period?) -> Period? {
    changes.first?.old.due.flatMap { $0 == due ? nil : $0 }
  }

  fileprivate static func steps(of earlier: [EarlierDates], to current: ActionDates) -> [DateChange] {
    var changes: [DateChange] = []
    var new = current
    for entry in earlier.sorted(by: { $0.until < $1.until }).reversed() {
      let old = ActionDates(
        start: entry.start.map(\.time) ?? new.start, due: entry.due.map(\.time) ?? new.due)
      changes.append(DateChange(entry: entry, old: old, new: new))
      new = old
    }
    return changes.reversed()
  }
}

extension ActionStep {
  /// Each change of its due date, the oldest first.
  package var dateChanges: [DateChange] { DateChange.all(earlier, to: ActionDates(start: nil, due: due)) }

  /// The due date that it had first, if it was changed.
  package var originalDue: Period? { DateChange.originalDue(dateChanges, due) }
}

extension ActionFields {
  package var currentDates: ActionDates { ActionDates(start: start, due: due) }

  /// Each change of its dates, the oldest first.
  package var dateChanges: [DateChange] { DateChange.all(earlier, to: currentDates) }

  /// Each change of its dates and of those of its steps, the oldest first. `step` is the place of a step.
  package var allDateChanges: [(step: Int?, change: DateChange)] {
    guard isMoved else { return [] }
    let all =
      dateChanges.map { (step: Int?.none, change: $0) }
      + steps.enumerated().flatMap { number, step in step.dateChanges.map { (step: number, change: $0) } }
    // Changes of one time keep their order.
    return all.enumerated().sorted {
      let (a, b) = ($0.element.change.entry.until, $1.element.change.entry.until)
      return a == b ? $0.offset < $1.offset : a < b
    }.map(\.element)
  }

  /// Whether its dates, or those of its steps, were changed.
  package var isMoved: Bool { !dateChanges.isEmpty || steps.contains { !$0.dateChanges.isEmpty } }

  /// The first entry of `earlier`, of the action or of a step, that is equal to the dates after it.
  var entryWithoutChange: EarlierDates? {
    let all =
      DateChange.steps(of: earlier, to: currentDates)
      + steps.flatMap { DateChange.steps(of: $0.earlier, to: ActionDates(start: nil, due: $0.due)) }
    return all.first { $0.old == $0.new }?.entry
  }

  /// The due date that it had first, if it was changed.
  package var originalDue: Period? { DateChange.originalDue(dateChanges, due) }

  /// The due dates that it and its steps had first, of those that were changed.
  package var originalDueDates: [Period] { [originalDue].compactMap(\.self) + steps.compactMap(\.originalDue) }
}

extension Action {
  /// A copy of the action with changes that only a snapshot shows: changes of its own dates, and of those of its steps,
  /// by their places.
  package func adding(undeclared: [EarlierDates], ofSteps: [(step: Int, dates: EarlierDates)]) -> Action {
    var fields = facts
    fields.earlier += undeclared
    for (step, dates) in ofSteps { fields.steps[step].earlier.append(dates) }
    return Action(id: id, name: name, facts: fields, row: row, range: range)
  }
}

extension FieldReader {
  /// Reads `earlier: [{due: 2024-06, until: 2025-03, by: …, why: …}]`: the dates before each change; the word `none`
  /// means that there was no date. A step has no start.
  ///
  /// Reports an entry without `until` (`field.missing-key`), one without a date (`field.missing-key`), and two entries
  /// for one change (`field.conflicting-keys`).
  mutating func earlierDates(ofStep isOfStep: Bool = false) -> [EarlierDates] {
    var entries: [EarlierDates] = []
    for given in mappings("earlier", describing: "earlier dates") {
      var fields = given
      let (start, due) = (isOfStep ? nil : fields.earlierDate("start"), fields.earlierDate("due"))
      let until = fields.dayOrPeriod("until")
      let (by, why) = (fields.string("by")?.value, fields.string("why")?.value)
      let (hasUntil, hasDate) = (fields.has("until"), !isOfStep && fields.has("start") || fields.has("due"))
      fields.finish()
      if !hasUntil {
        fields.report(
          .missingKey, "earlier dates need 'until', the month in which they were changed",
          hint: "add 'until: 2026-03'", at: fields.range)
      } else if !hasDate {
        fields.report(
          .missingKey, "earlier dates must say what was different", hint: "add what the date was: 'due: …'",
          at: fields.range)
      }
      guard let until, start != nil || due != nil else { continue }
      if entries.contains(where: { $0.until == until }) {
        report(
          .conflictingKeys, "two entries of 'earlier' end in \(until)",
          hint: "give each change its own time, such as 'until: 2026-03-15'", at: fields.range)
      }
      entries.append(EarlierDates(start: start, due: due, until: until, by: by, why: why))
    }
    return entries
  }

  private mutating func earlierDate(_ key: FieldKey) -> EarlierDates.Was? {
    guard let text = node(key)?.asScalar else { return nil }
    if text.value == "none" { return EarlierDates.Was.none }
    return time(text).map { .time($0) }
  }
}
