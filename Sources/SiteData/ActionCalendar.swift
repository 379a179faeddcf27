import Actions
import Bytes
import DataFormats
import Files
import Indicators
import SiteModel
import Words

/// `/data/actions.ics`: the due dates of actions and of their steps that are still open, as whole days of an iCalendar
/// (RFC 5545).
struct ActionCalendar {
  let site: ResolvedSite

  func write(into output: inout ByteBuffer) {
    line("BEGIN:VCALENDAR", into: &output)
    line("VERSION:2.0", into: &output)
    line("PRODID:-//planpress//actions//EN", into: &output)
    line("CALSCALE:GREGORIAN", into: &output)
    // `NAME` is RFC 7986 §5.1; `X-WR-CALNAME` is older and more widely read.
    for name in ["NAME", "X-WR-CALNAME"] { line("\(name):\(escaped(title))", into: &output) }
    for resolved in site.actions where !resolved.standing.state.isClosed {
      let action = resolved.action
      if let due = action.facts.due {
        event(action.name, on: due, of: resolved, step: nil, into: &output)
      }
      var names: [String: Int] = [:]
      for step in action.facts.steps {
        names[step.name, default: 0] += 1
        guard !step.isDone, let due = step.due else { continue }
        event(
          action.name + words[.colon] + step.name, on: due, of: resolved, step: (step.name, names[step.name] ?? 1),
          into: &output)
      }
    }
    line("END:VCALENDAR", into: &output)
  }

  private var words: WordLanguage { site.settings.language.words }

  /// The names of the site, of its plan if it is the only one, and of what the calendar lists.
  private var title: String {
    let plan = site.plans.count == 1 ? site.plans.first.map { site.pages[$0.page].title } : nil
    let names = [site.settings.title, plan == site.settings.title ? nil : plan, words[.actions]].compactMap(\.self)
    return names.joined(separator: " · ")
  }

  /// `Build the tram: Survey (City plan, Transport)`: a calendar shows it beside actions of other plans and sites.
  private func event(
    _ title: String, on due: Period, of resolved: ResolvedAction, step: (name: String, number: Int)?,
    into output: inout ByteBuffer
  ) {
    let plan = site.pages[site.plans[resolved.plan].page]
    let lead = resolved.lead.map { site.departments[$0].department }
    let context = [plan.shortTitle, lead?.shortName ?? lead?.name].compactMap(\.self)
    let description = [
      resolved.action.facts.summary, words[.plan] + words[.colon] + plan.title,
      lead.map { words[.leadDepartment] + words[.colon] + $0.name },
    ].compactMap(\.self)
    let day = due.lastDay
    let address = site.links.absolute(resolved.route)
    line("BEGIN:VEVENT", into: &output)
    line("UID:\(identifier(of: resolved, step))", into: &output)
    // DTSTAMP is `as-of`, or else the due date, so that every build gives the same bytes.
    line("DTSTAMP:\(digits(site.settings.asOf?.period.lastDay ?? day))T000000Z", into: &output)
    line("DTSTART;VALUE=DATE:\(digits(day))", into: &output)
    let summary = title + words.text(.inBrackets, [.text: context.joined(separator: words[.listSeparator])])
    line("SUMMARY:\(escaped(summary))", into: &output)
    line("DESCRIPTION:\(escaped(description.joined(separator: "\n")))", into: &output)
    if let place = resolved.action.facts.place { line("LOCATION:\(escaped(place))", into: &output) }
    if let lead { line("CATEGORIES:\(escaped(lead.name))", into: &output) }
    if let address { line("URL:\(address)", into: &output) }
    line("TRANSP:TRANSPARENT", into: &output)
    line("END:VEVENT", into: &output)
  }

  /// Does not change with dates, the action's name or other steps. A step is identified by its name, and by its number
  /// among the steps of that name.
  private func identifier(of resolved: ResolvedAction, _ step: (name: String, number: Int)?) -> String {
    var fingerprint = Fingerprint()
    let own = step.map { "\n\($0.name)" } ?? ""
    fingerprint.combine(
      Array("\(site.links.absolute(.root) ?? site.settings.title)\n\(resolved.route.path)\(own)".utf8))
    return "\(fingerprint.text)-\(step?.number ?? 0)@planpress"
  }

  private func digits(_ day: CalendarDate) -> String { day.description.replacing("-", with: "") }

  /// RFC 5545 §3.3.11. A text may not contain other line ends or control characters.
  private func escaped(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      .replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .replacing("\n", with: "\\n").filter { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\t" } }
  }

  /// Folds a line at 75 bytes, between characters (RFC 5545 §3.1).
  private func line(_ text: String, into output: inout ByteBuffer) {
    var length = 0
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if length + bytes.count > 75 {
        output.append(literal: "\r\n ")
        length = 1
      }
      output.append(contentsOf: bytes)
      length += bytes.count
    }
    output.append(literal: "\r\n")
  }
}
