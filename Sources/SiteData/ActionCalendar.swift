import Actions
import Bytes
import DataFormats
import Files
import Indicators
import SiteModel

/// `/data/actions.ics`: the due dates of actions and of their steps that are still open, as whole days of an iCalendar
/// (RFC 5545).
struct ActionCalendar {
  let site: ResolvedSite

  func write(into output: inout ByteBuffer) {
    line("BEGIN:VCALENDAR", into: &output)
    line("VERSION:2.0", into: &output)
    line("PRODID:-//planpress//actions//EN", into: &output)
    line("CALSCALE:GREGORIAN", into: &output)
    line("X-WR-CALNAME:\(escaped(site.settings.title))", into: &output)
    for resolved in site.actions where !resolved.standing.state.isClosed {
      let action = resolved.action
      if let due = action.facts.due {
        event(action.name, on: due, of: resolved, number: 0, into: &output)
      }
      for (number, step) in action.facts.steps.enumerated() where !step.isDone {
        guard let due = step.due else { continue }
        event("\(action.name): \(step.name)", on: due, of: resolved, number: number + 1, into: &output)
      }
    }
    line("END:VCALENDAR", into: &output)
  }

  private func event(
    _ title: String, on due: Period, of resolved: ResolvedAction, number: Int, into output: inout ByteBuffer
  ) {
    let day = due.lastDay
    let address = site.links.absolute(resolved.route)
    line("BEGIN:VEVENT", into: &output)
    line("UID:\(identifier(of: resolved, number))", into: &output)
    // The time of the file is that of the site's knowledge. Without `as-of` the day itself is the same in every build.
    line("DTSTAMP:\(digits(site.settings.asOf?.period.lastDay ?? day))T000000Z", into: &output)
    line("DTSTART;VALUE=DATE:\(digits(day))", into: &output)
    line("SUMMARY:\(escaped(title))", into: &output)
    if let summary = resolved.action.facts.summary { line("DESCRIPTION:\(escaped(summary))", into: &output) }
    if let place = resolved.action.facts.place { line("LOCATION:\(escaped(place))", into: &output) }
    if let lead = resolved.lead {
      line("CATEGORIES:\(escaped(site.departments[lead].department.name))", into: &output)
    }
    if let address { line("URL:\(address)", into: &output) }
    line("TRANSP:TRANSPARENT", into: &output)
    line("END:VEVENT", into: &output)
  }

  private func identifier(of resolved: ResolvedAction, _ number: Int) -> String {
    var fingerprint = Fingerprint()
    fingerprint.combine(Array("\(site.links.absolute(.root) ?? site.settings.title)\n\(resolved.route.path)".utf8))
    return "\(fingerprint.text)-\(number)@planpress"
  }

  private func digits(_ day: CalendarDate) -> String { day.description.replacing("-", with: "") }

  /// RFC 5545 §3.3.11.
  private func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
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
