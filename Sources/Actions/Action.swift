import DataFormats
import Diagnostics
import Indicators

/// A task, a measure or a project of a plan, declared by a register, by a section's front matter, or by a table in its
/// text.
package final class Action: Sendable {
  /// Its id, as in its address `/actions/<id>/`. An action without an id of its own has one made from its name.
  package let id: Located<String>
  package let name: String
  package let facts: ActionFields
  /// The row of a Markdown table that declares it; nil for an entry in YAML.
  package let row: TableRow?
  /// The whole entry, for findings.
  package let range: SourceRange

  /// A row of a table in `:::actions`.
  package struct TableRow: Sendable {
    /// The number of the directive on its page.
    package let directive: Int
    /// The 0-based row below the heading row.
    package let row: Int
    /// The column of the names, from 0.
    package let column: Int
  }

  package init(id: Located<String>, name: String, facts: ActionFields, row: TableRow? = nil, range: SourceRange) {
    self.id = id
    self.name = name
    self.facts = facts
    self.row = row
    self.range = range
  }

  /// A copy of the action with another id.
  package func withID(_ id: Located<String>) -> Action {
    Action(id: id, name: name, facts: facts, row: row, range: range)
  }
}

/// The fields of an action, except its name and its id.
package struct ActionFields: Sendable {
  package init() {}

  /// Its own number, such as 1.2.3.
  package var code: String?
  package var summary: String?
  package var plan: Located<String>?
  package var section: Located<String>?
  package var programme: Located<String>?
  /// The department in charge.
  package var lead: Located<String>?
  package var support: [Located<String>] = []
  package var start: Period?
  /// When it should be done.
  package var due: Period?
  /// The author's words for a time without an end in the place of a due date: `ongoing`, 长期.
  package var openDue: String?
  /// When it was done.
  package var done: Located<Period>?
  /// The dates before each change, in the order of the file.
  package var earlier: [EarlierDates] = []
  /// The state that its department reports.
  package var reported: Located<ReportedState>?
  /// The share that is done, 0 to 1, as its department reports it.
  package var progress: Double?
  package var steps: [ActionStep] = []
  package var budget: [ActionAmount] = []
  package var spent: [ActionAmount] = []
  /// The ids of the indicators that it serves.
  package var indicators: [Located<String>] = []
  package var place: String?
  package var source: String?
  package var notes: [String] = []
  package var aliases: [String] = []
  /// Its updates, in the order of the file.
  package var updates: [StatusUpdate] = []
}

extension ActionFields {
  /// The numbers of a code: 4 and 10 of `4.10`; nil for a code with anything else in it.
  package var codeNumbers: [Int]? {
    guard let code else { return nil }
    let parts = code.split(separator: ".", omittingEmptySubsequences: true).map { Int($0) }
    return parts.isEmpty || parts.contains(nil) ? nil : parts.compactMap(\.self)
  }
}

/// A state that a department reports of an action; the raw values are what authors write.
package enum ReportedState: String, CaseIterable, Sendable {
  case planned, started, done, delayed, stopped
}

/// A part of an action with a date of its own.
package struct ActionStep: Sendable {
  package let name: String
  package let due: Period?
  /// The time at which it was done; nil if it is not done, or if no time is given.
  package let doneOn: Period?
  package let isDone: Bool
  /// The due dates before each change, in the order of the file.
  package var earlier: [EarlierDates] = []

  package init(name: String, due: Period?, doneOn: Period?, isDone: Bool, earlier: [EarlierDates] = []) {
    (self.name, self.due, self.doneOn) = (name, due, doneOn)
    (self.isDone, self.earlier) = (isDone, earlier)
  }
}

/// An amount of money, or of anything else that a budget counts.
package struct ActionAmount: Sendable {
  package let value: DecimalNumber
  package let unit: String?
  /// Where it comes from, such as a fund.
  package let source: String?
  /// The year or time that it is for.
  package let time: Period?
}

extension ActionAmount {
  /// The sums by unit, in the order of the units, without amounts that are too large to compute with.
  package static func totals(_ amounts: [ActionAmount]) -> [(value: DecimalNumber, unit: String?)] {
    var totals: [(value: DecimalNumber, unit: String?)] = []
    for amount in amounts where amount.value.isInRange {
      guard let index = totals.firstIndex(where: { $0.unit == amount.unit }) else {
        totals.append((amount.value, amount.unit))
        continue
      }
      let (sum, decimals) = (
        totals[index].value.value + amount.value.value, max(totals[index].value.decimals, amount.value.decimals)
      )
      totals[index].value = DecimalNumber(value: roundedToTwelveDigits(sum), decimals: decimals)
    }
    return totals
  }
}
