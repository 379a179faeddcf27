import Actions
import DataFormats
import Indicators
import Workbooks

/// The facts of an action: what JSON, CSV and the workbook say of it, and the schemas of these files.
package enum ActionFacts: FactList {
  typealias Subject = ResolvedAction

  @inline(__always)
  static func visit<V: FactVisitor>(_ v: inout V) where V.Subject == ResolvedAction {
    v.fact("id", FactColumn("id", "The action's id")) { resolved, _ in .string(resolved.action.id.value) }
    v.fact("plan", FactColumn("plan", "The path of its plan")) { resolved, context in
      .string(context.names.plans[resolved.plan].path)
    }
    v.fact("code", FactColumn("code", "The number that the plan gives it")) { resolved, _ in
      .text(resolved.action.facts.code)
    }
    v.fact("name", FactColumn("name", "What is to be done")) { resolved, _ in .string(resolved.action.name) }
    v.fact("summary", FactColumn("summary", "More about it")) { resolved, _ in .text(resolved.action.facts.summary) }
    v.fact("section", FactColumn("section", "The path of the section that announces it")) { resolved, context in
      resolved.section.map { .path(context.pages[$0].route) } ?? .absent
    }
    v.fact("programme", FactColumn("programme", "The id of its programme")) { resolved, context in
      .text(resolved.programme.map { context.names.programmes[$0].id })
    }
    v.fact("department", FactColumn("department", "The id of the department in charge")) { resolved, context in
      .text(resolved.lead.map { context.names.departments[$0].id })
    }
    v.fact("supportDepartments", FactColumn("support_departments", "The ids of the departments that support it")) {
      resolved, context in
      resolved.support.isEmpty ? .absent : .list(resolved.support.map { context.names.departments[$0].id })
    }
    v.fact("start", FactColumn("start", "When it starts: a year, quarter, month or day")) { resolved, _ in
      .text(resolved.action.facts.start?.description)
    }
    v.fact("due", FactColumn("due", "When it is due: a year, quarter, month or day")) { resolved, _ in
      .text(resolved.action.facts.due?.description)
    }
    v.fact(
      "earlierDates", FactColumn("earlier_dates", "Its dates before each change: due 2024-06 (until 2025-03)")
    ) { resolved, _ in
      let changes = resolved.action.facts.dateChanges
      return changes.isEmpty ? .absent : .cell(changes.map(\.inData).joined(separator: "; "))
    }
    v.fact("done", FactColumn("done", "When it was done")) { resolved, _ in
      .text(resolved.action.facts.done?.value.description)
    }
    v.fact(
      "state",
      FactColumn(
        "state",
        "overdue, should-have-started, step-overdue, delayed, started, planned, done or stopped, at the site's as-of")
    ) { resolved, _ in .string(resolved.standing.state.rawValue) }
    v.fact("reported", FactColumn("reported_state", "What its department reports; empty where nobody does")) {
      resolved, _ in
      .text(resolved.reported?.rawValue)
    }
    v.fact("progress", FactColumn("progress", .number, "How much of it is done, from 0 to 1")) { resolved, _ in
      .number(resolved.standing.progress)
    }
    v.fact("indicators", FactColumn("indicators", "The ids of the indicators that it serves")) { resolved, _ in
      resolved.action.facts.indicators.isEmpty ? .absent : .list(resolved.action.facts.indicators.map(\.value))
    }
    v.fact("stepsInWords", FactColumn("steps", "Its steps, each with its due date and whether it is done")) {
      resolved, _ in
      resolved.action.facts.steps.isEmpty
        ? .absent : .cell(resolved.action.facts.steps.map(\.inData).joined(separator: "; "))
    }
    v.fact("budgetInWords", FactColumn("budget", "Its budget, one amount for each source")) { resolved, _ in
      resolved.action.facts.budget.isEmpty
        ? .absent : .cell(resolved.action.facts.budget.map(\.inData).joined(separator: "; "))
    }
    v.fact("spentInWords", FactColumn("spent", "What was spent, one amount for each source")) { resolved, _ in
      resolved.action.facts.spent.isEmpty
        ? .absent : .cell(resolved.action.facts.spent.map(\.inData).joined(separator: "; "))
    }
    v.fact("place", FactColumn("place", "Where")) { resolved, _ in .text(resolved.action.facts.place) }
    v.fact("source", FactColumn("source", "Where this comes from")) { resolved, _ in
      .text(resolved.action.facts.source)
    }
    v.fact("notesInWords", FactColumn("note", "Remarks")) { resolved, _ in
      resolved.action.facts.notes.isEmpty ? .absent : .cell(resolved.action.facts.notes.joined(separator: " "))
    }
    v.fact("url", FactColumn("url", "The address of its page")) { resolved, context in
      .string(
        context.links.absolute(resolved.route) ?? context.links.link(from: context.file, to: resolved.route))
    }
  }

  /// The columns of the CSV file and of the workbook, in order.
  package static let allColumns = columns
}

// MARK: - Writing

extension ActionFacts {
  package static func writeRow(_ resolved: ResolvedAction, _ context: FactContext, to csv: inout CSVWriter) {
    csv.cells(ActionFacts.self, of: resolved, context)
    csv.endRow()
  }

  package static func writeRow(_ resolved: ResolvedAction, _ context: FactContext, to sheet: inout SheetWriter) {
    sheet.cells(ActionFacts.self, of: resolved, context)
    sheet.endRow()
  }

  /// The members of an action's object; what CSV has as one cell is a list of objects.
  package static func write(_ resolved: ResolvedAction, _ context: FactContext, to json: inout JSONWriter) {
    json.members(ActionFacts.self, of: resolved, context)
    let facts = resolved.action.facts
    if !facts.steps.isEmpty {
      json.array("steps") { json in
        for step in facts.steps {
          json.object { json in
            json.member("name", step.name)
            json.member("due", step.due?.description)
            json.member("done", step.isDone)
            json.member("doneOn", step.doneOn?.description)
            write(step.dateChanges, to: &json)
          }
        }
      }
    }
    write(facts.dateChanges, to: &json)
    write(facts.budget, as: "budget", to: &json)
    write(facts.spent, as: "spent", to: &json)
    if !facts.notes.isEmpty { json.array("notes") { for note in facts.notes { $0.value(note) } } }
  }

  private static func write(_ changes: [DateChange], to json: inout JSONWriter) {
    guard !changes.isEmpty else { return }
    json.array("earlierDates") { json in
      for change in changes {
        json.object { json in
          if change.entry.start != nil { json.member("start", change.old.start?.description ?? "") }
          if change.entry.due != nil { json.member("due", change.old.due?.description ?? "") }
          json.member(change.entry.isUndeclared ? "snapshot" : "until", change.entry.until.description)
          json.member("by", change.entry.by)
          json.member("why", change.entry.why)
        }
      }
    }
  }

  private static func write(_ amounts: [ActionAmount], as key: StaticString, to json: inout JSONWriter) {
    guard !amounts.isEmpty else { return }
    json.array(key) { json in
      for amount in amounts {
        json.object { json in
          json.member("value", amount.value)
          json.member("unit", amount.unit)
          json.member("source", amount.source)
          json.member("year", amount.time?.description)
        }
      }
    }
  }
}

extension DateChange {
  /// `due 2024-06 (until 2025-03)`.
  fileprivate var inData: String {
    let dates = [
      entry.start.map { _ in "start \(old.start?.description ?? "none")" },
      entry.due.map { _ in "due \(old.due?.description ?? "none")" },
    ].compactMap(\.self)
    return "\(dates.joined(separator: ", ")) (\(entry.isUndeclared ? "in the snapshot of" : "until") \(entry.until))"
  }
}

extension ActionStep {
  /// `Survey (due 2025-06, was due 2025-03 (until 2025-01), done 2025-05)`.
  fileprivate var inData: String {
    let parts = [
      due.map { "due \($0)" },
      dateChanges.isEmpty ? nil : dateChanges.map { "was \($0.inData)" }.joined(separator: ", "),
      isDone ? "done" + (doneOn.map { " \($0)" } ?? "") : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? name : "\(name) (\(parts.joined(separator: ", ")))"
  }
}

extension ActionAmount {
  /// `1200 万元 (省级资金)`.
  fileprivate var inData: String {
    let text = NumberFormat.data(value) + (unit.map { " \($0)" } ?? "")
    let details = [time?.description, source].compactMap(\.self)
    return details.isEmpty ? text : "\(text) (\(details.joined(separator: ", ")))"
  }
}
