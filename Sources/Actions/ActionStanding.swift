import Indicators

/// The state of an action. The raw values are in data files and addresses; the order is that of lists, the most urgent
/// first.
package enum ActionState: String, CaseIterable, Sendable {
  /// Its due date is over, and it is not reported as done or stopped.
  case overdue
  /// Its start is over, and it is not reported as started.
  case shouldHaveStarted = "should-have-started"
  /// A step of it is overdue, and its department does not say that it is delayed.
  case stepOverdue = "step-overdue"
  /// Its department reports that it is delayed.
  case delayed
  /// Its department reports that it has started.
  case started
  case planned
  case done
  case stopped

  /// Whether the state follows from dates that are over, without a report.
  package var followsFromDates: Bool {
    switch self {
    case .overdue, .shouldHaveStarted, .stepOverdue: true
    case .delayed, .started, .planned, .done, .stopped: false
    }
  }

  /// Whether somebody has to explain it.
  package var isLate: Bool {
    switch self {
    case .overdue, .shouldHaveStarted, .stepOverdue, .delayed: true
    case .started, .planned, .done, .stopped: false
    }
  }

  /// The class that the state belongs to; nil for a stopped action.
  package var statusClass: StatusClass? {
    switch self {
    case .overdue, .shouldHaveStarted, .stepOverdue, .delayed: .atRisk
    case .started: .onCourse
    case .planned: .cannotSay
    case .done: .met
    case .stopped: nil
    }
  }

  /// Whether nothing more is to be done.
  package var isClosed: Bool { self == .done || self == .stopped }

  /// The place in the order of the states.
  package var ordinal: Int { ActionState.allCases.firstIndex(of: self) ?? 0 }
}

/// The state of an action at a time, derived from reports and from its dates.
package struct ActionStanding: Sendable {
  package let state: ActionState
  /// The state that its department reports, if `state` differs: an action that was started may be overdue.
  package let reported: ReportedState?
  /// The share that is done, 0 to 1: as reported, else the share of finished steps. Nil without either.
  package let progress: Double?
  /// The steps that are done, of all; nil without steps.
  package let steps: (done: Int, all: Int)?
  /// Whether it was done after it was due.
  package let wasLate: Bool
  /// Whether anything was ever reported: a state, a share, a step or a day.
  package let isReported: Bool
}

extension ActionStanding {
  /// The standing with the state that a snapshot recorded at the time; unchanged if there is none.
  package func withRecordedState(_ state: ActionState?) -> ActionStanding {
    guard let state, state != self.state else { return self }
    return ActionStanding(
      state: state, reported: nil, progress: progress, steps: steps, wasLate: wasLate && state == .done,
      isReported: isReported)
  }
}

extension Action {
  /// The standing of the action at a time in years, as `Period.end`; without one no date is over.
  ///
  /// `said` is the state in its newest update, for an action without a `state`.
  ///
  /// A report of `done` or `stopped` is taken as it is. Otherwise dates decide: an action is overdue from the end of
  /// its due date on, as targets are, and at risk from the end of the due date of a step that is not done. Without a
  /// report an action is never under way or done.
  package func standing(at time: Double?, said: ReportedState? = nil, hasUpdates: Bool = false) -> ActionStanding {
    let reported = known(at: time) ?? said
    let steps = steps(at: time)
    let isOverdue = facts.due.map { isOver($0, at: time) } ?? false
    let isStartOver = facts.start.map { isOver($0, at: time) } ?? false
    let state: ActionState
    switch reported {
    case .done: state = .done
    case .stopped: state = .stopped
    case _ where isOverdue: state = .overdue
    case .delayed: state = .delayed
    case .planned where isStartOver, nil where isStartOver: state = .shouldHaveStarted
    case _ where facts.steps.contains { self.isOverdue($0, at: time) }: state = .stepOverdue
    case .started: state = .started
    case .planned, nil: state = .planned
    }
    let isSaid = reported.map { $0.rawValue == state.rawValue } ?? true
    let late = facts.due.flatMap { due in facts.done.map { !$0.value.hasBegun(by: due.end) } }
    return ActionStanding(
      state: state, reported: isSaid ? nil : reported,
      progress: facts.progress ?? steps.map { Double($0.done) / Double($0.all) }, steps: steps,
      wasLate: state == .done && late == true,
      isReported: reported != nil || facts.progress != nil || (steps?.done ?? 0) > 0 || hasUpdates)
  }

  /// The reported state at a time. An action whose `done` is later than that is not done yet.
  private func known(at time: Double?) -> ReportedState? {
    guard let done = facts.done else { return facts.reported?.value }
    return isLater(done.value, than: time) ? facts.reported.flatMap { $0.value == .done ? nil : $0.value } : .done
  }

  private func steps(at time: Double?) -> (done: Int, all: Int)? {
    guard !facts.steps.isEmpty else { return nil }
    let done = facts.steps.count { step in step.isDone && !(step.doneOn.map { isLater($0, than: time) } ?? false) }
    return (done, facts.steps.count)
  }

  /// A copy of the action as it was known at a time in years: without later changes of dates, and with steps open that
  /// are done later.
  package func withoutLater(than time: Double?) -> Action {
    guard time != nil, facts.isMoved || facts.steps.contains(where: \.isDone) else { return self }
    var fields = facts
    fields.earlier.removeAll { isLater($0.until, than: time) }
    fields.steps = facts.steps.map { step in
      let isOpen = step.doneOn.map { isLater($0, than: time) } ?? false
      return ActionStep(
        name: step.name, due: step.due, doneOn: isOpen ? nil : step.doneOn, isDone: step.isDone && !isOpen,
        earlier: step.earlier.filter { !isLater($0.until, than: time) })
    }
    return Action(id: id, name: name, facts: fields, row: row, range: range)
  }

  /// Whether a day of the entry is after a time in years.
  package func isLater(_ period: Period, than time: Double?) -> Bool { time.map { !period.hasBegun(by: $0) } ?? false }

  /// Whether a step is neither done nor in time.
  package func isOverdue(_ step: ActionStep, at time: Double?) -> Bool {
    let isDone = step.isDone && !(step.doneOn.map { isLater($0, than: time) } ?? false)
    return !isDone && step.due.map { isOver($0, at: time) } == true
  }

  private func isOver(_ period: Period, at time: Double?) -> Bool { time.map { period.isOver(at: $0) } ?? false }
}

extension Action {
  /// How far ahead counts as soon, in years.
  package static let soon = 0.25

  /// Whether it has not begun and begins within the next three months: its start is there, or ends by then. A start or an
  /// end that is only a year says too little about the next months if the year goes on for longer.
  package func startsSoon(_ state: ActionState, at time: Double) -> Bool {
    guard state == .planned, let start = facts.start, !start.isOver(at: time) else { return false }
    let limit = time + Action.soon
    return !start.hasBegun(by: time) && !start.start.isLater(than: limit) || start.isOver(at: limit)
  }

  /// Whether it is open and due within the next three months.
  package func endsSoon(_ state: ActionState, at time: Double) -> Bool {
    guard !state.isClosed, state != .overdue, let due = facts.due else { return false }
    return !due.isOver(at: time) && due.isOver(at: time + Action.soon)
  }
}

extension ActionState {
  /// The state that a report names.
  package init(_ reported: ReportedState) {
    switch reported {
    case .planned: self = .planned
    case .started: self = .started
    case .done: self = .done
    case .delayed: self = .delayed
    case .stopped: self = .stopped
    }
  }
}
