import Diagnostics

extension SiteDifference {
  /// Lines for a terminal: `+` added, `-` removed, `~` changed, `>` moved; in texts `[-…-]` and `{+…+}`. Facts stand under the
  /// keys that authors write.
  package var lines: [Message] {
    SiteDifference.lines("Targets", targets) + SiteDifference.lines("Rules of statuses", plans)
      + sectionLines + SiteDifference.lines("Actions", actions)
  }

  private var sectionLines: [Message] {
    guard !sections.isEmpty else { return [] }
    var lines: [Message] = ["Sections"]
    for section in sections {
      lines.append(SiteDifference.line(section.change.mark, section.path, section.numberedTitle))
      if let path = section.oldPath { lines.append(SiteDifference.line(old: path, new: section.path)) }
      if let title = section.oldTitle { lines.append(SiteDifference.line(old: title, new: section.title)) }
      if section.change == .moved, let old = section.oldNumber, let new = section.number, old != new {
        lines.append(SiteDifference.line(old: old, new: new))
      }
      let (removed, added) = section.text.counts
      switch section.change {
      case .added: lines.append(SiteDifference.detail("words: \(added)"))
      case .removed: lines.append(SiteDifference.detail("words: \(removed)"))
      case .changed, .moved:
        guard !section.text.isEmpty else { continue }
        lines.append(SiteDifference.detail("words removed: \(removed), added: \(added)"))
        lines += section.text.excerpts(removed: ("[-", "-]"), added: ("{+", "+}")).map {
          SiteDifference.detail(Message(verbatim: $0))
        }
      }
    }
    return lines
  }

  private static func lines(_ title: Message, _ entries: [Entry]) -> [Message] {
    guard !entries.isEmpty else { return [] }
    return [title]
      + entries.flatMap { entry in
        [line(entry.change.mark, entry.key, entry.name)]
          + entry.facts.map { fact in
            let value =
              entry.change == .changed
              ? "\(fact.old ?? "–") → \(fact.new ?? "–")" : fact.new ?? fact.old ?? ""
            return detail(Message(verbatim: "\(fact.key): \(value)"))
          } + entry.steps.map { line(of: $0) }
      }
  }

  /// `~ Deck  due: 2026-03 → 2026-12`.
  private static func line(of step: StepDifference) -> Message {
    let facts = step.facts.map { fact in
      step.change == .changed
        ? "\(fact.key): \(fact.old ?? "–") → \(fact.new ?? "–")" : "\(fact.key): \(fact.new ?? fact.old ?? "")"
    }
    return detail(Message(verbatim: "\(step.change.mark) \(step.name)  \(facts.joined(separator: "; "))"))
  }

  private static func line(_ mark: String, _ key: String, _ name: String) -> Message {
    Message(
      verbatim: key == name || key.isEmpty ? "  \(mark) \(name.isEmpty ? "/" : name)" : "  \(mark) \(key)  \(name)")
  }

  private static func line(old: String, new: String) -> Message { detail(Message(verbatim: "\(old) → \(new)")) }

  private static func detail(_ message: Message) -> Message { "\(indent)\(message)" }

  private static let indent = "      "
}

extension SiteDifference.Entry.Change {
  fileprivate var mark: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    }
  }
}

extension SectionDifference.Change {
  fileprivate var mark: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .moved: ">"
    case .changed: "~"
    }
  }
}
