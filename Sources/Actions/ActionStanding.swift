import Indicators

/// How an action stands. The raw values are in data files and addresses; the order is that of lists, the latest first.
package enum ActionState: String, CaseIterable, Sendable {
  /// Its time is over, and nobody says that it is done or stopped.
  case overdue
  /// Its start is over, and nobody says that it has started.
  case shouldHaveStarted = "should-have-started"
  /// A step of it is overdue, and its department does not say that it is delayed.
  case stepOverdue = "step-overdue"
  /// Its department says that it is delayed.
  case delayed
  /// Its department says that it has started.
  case started
  case planned
  case done
  case stopped

  /// Whether it follows from dates that are over, and nobody reports it.
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

  /// The class that the state belongs to; none for what was given up.
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

/// The state of an action at a time, by what is reported of it and by its dates.
package struct ActionStanding: Sendable {
  package let state: ActionState
  /// What its department says, if that is not the state itself: an action that was started may be overdue.
  package let reported: ReportedState?
  /// How much is done, 0 to 1: as it is reported, or else the share of its steps. Nil without either.
  package let progress: Double?
  /// The steps that are done, of all; nil without steps.
  package let steps: (done: Int, all: Int)?
  /// Whether it was done after it was due.
  package let wasLate: Bool
  /// Whether anything was ever reported: a state, a share, a step or a day.
  package let isReported: Bool
}

extension ActionStanding {
  /// The standing with the state that somebody wrote down at the time; itself where there is none.
  package func said(_ state: ActionState?) -> ActionStanding {
    guard let state, state != self.state else { return self }
    return ActionStanding(
      state: state, reported: nil, progress: progress, steps: steps, wasLate: wasLate && state == .done,
      isReported: isReported)
  }
}

extension Action {
  /// How the action stands at a time in years, as `Period.end`; without one no date is over.
  ///
  /// `said` is what its newest update says, for an action without a `state`.
  ///
  /// Whoever reports `done` or `stopped` is believed. Else the time decides: overdue from the end of the due date, as targets
  /// are, and at risk from the end of that of a step which is not done. Without a report an action is never under way or done.
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

  /// A copy of the action without what lies after a time in years: a change of its dates or of those of a step is left out, and a
  /// step that is done later is open.
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

  /// Whether a day of the entry lies after a time in years.
  package func isLater(_ period: Period, than time: Double?) -> Bool { time.map { !period.hasBegun(by: $0) } ?? false }

  /// Whether a step is neither done nor in time.
  package func isOverdue(_ step: ActionStep, at time: Double?) -> Bool {
    let isDone = step.isDone && !(step.doneOn.map { isLater($0, than: time) } ?? false)
    return !isDone && step.due.map { isOver($0, at: time) } == true
  }

  private func isOver(_ period: Period, at time: Double?) -> Bool { time.map { period.isOver(at: $0) } ?? false }
}

extension Action {
  /// How far ahead a start or an end is soon, in years.
  package static let soon = 0.25

  /// Whether it has not begun and begins within the next three months: its start does, or ends by then. A year that goes on for
  /// longer says nothing of the next months, neither of a start nor of an end.
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
