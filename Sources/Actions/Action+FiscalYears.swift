import DataFormats
import Diagnostics
import Indicators

extension ActionFields {
  /// Whether one of its dates is a budget year, which begins when the site says.
  package var hasFiscalYears: Bool { dates.contains(where: \.isFiscal) }

  private var dates: [Period] {
    [start, due, done?.value].compactMap(\.self)
      + (earlier + steps.flatMap(\.earlier)).flatMap { [$0.start?.time, $0.due?.time].compactMap(\.self) }
      + steps.flatMap { [$0.due, $0.doneOn].compactMap(\.self) }
      + (budget + spent).compactMap(\.time)
  }

  /// An error message if the action is due before it starts; nil otherwise.
  var contradiction: Message? {
    guard let start, let due, due.isOver(at: start.start) else { return nil }
    return "the action is due in \(due), before it starts in \(start)"
  }
}

extension Action {
  /// An error if the action is due before it starts (`field.invalid-value`); nil otherwise.
  package func contradiction(in source: SourceText) -> Diagnostic? {
    facts.contradiction.map {
      Diagnostic(
        .error, .invalidValue, $0, hint: "write the earlier time as 'start'", at: source.location(of: range))
    }
  }

  /// A copy of the action whose budget years begin as the site says.
  package func placed(by rule: FiscalYearRule) -> Action {
    func placed(_ period: Period?) -> Period? { period.map { $0.placed(by: rule) } }
    func placed(_ amounts: [ActionAmount]) -> [ActionAmount] {
      amounts.map { ActionAmount(value: $0.value, unit: $0.unit, source: $0.source, time: placed($0.time)) }
    }
    var fields = facts
    fields.start = placed(facts.start)
    fields.due = placed(facts.due)
    fields.done = facts.done.map { Located($0.value.placed(by: rule), at: $0.range) }
    func placed(_ earlier: [EarlierDates]) -> [EarlierDates] {
      func placed(_ was: EarlierDates.Was?) -> EarlierDates.Was? {
        if case .time(let period) = was { .time(period.placed(by: rule)) } else { was }
      }
      return earlier.map { entry in
        EarlierDates(
          start: placed(entry.start), due: placed(entry.due), until: entry.until, by: entry.by, why: entry.why)
      }
    }
    fields.earlier = placed(facts.earlier)
    fields.steps = facts.steps.map {
      ActionStep(
        name: $0.name, due: placed($0.due), doneOn: placed($0.doneOn), isDone: $0.isDone, earlier: placed($0.earlier))
    }
    fields.budget = placed(facts.budget)
    fields.spent = placed(facts.spent)
    return Action(id: id, name: name, facts: fields, row: row, range: range)
  }
}
