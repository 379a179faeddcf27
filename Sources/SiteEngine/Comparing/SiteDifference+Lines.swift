import Diagnostics

extension SiteDifference {
  /// Lines for a terminal: `+` added, `-` removed, `~` changed, `>` moved; in texts `[-…-]` and `{+…+}`. Each name is
  /// followed by its id or its path. Facts are listed under the keys that authors write, and below them who changed them,
  /// and why.
  package var lines: [Message] {
    lines("Targets", targets) + lines("Rules of statuses", plans)
      + sectionLines + lines("Actions", actions) + lines("By the passing of time", actionsByTime)
  }

  private var sectionLines: [Message] {
    guard !sections.isEmpty || !translations.isEmpty else { return [] }
    var lines: [Message] = ["Sections"]
    for section in sections + translations {
      lines.append(
        SiteDifference.line(
          section.change.mark, section.path + (section.language.map { " (\($0))" } ?? ""), section.numberedTitle))
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

  private func lines(_ title: Message, _ entries: [Entry]) -> [Message] {
    guard !entries.isEmpty else { return [] }
    return [title]
      + entries.flatMap { entry in
        [SiteDifference.line(entry.change.mark, entry.key, entry.name)]
          + entry.facts.map { fact in
            let (old, new) = (shown(fact.old, fact.key), shown(fact.new, fact.key))
            let value = entry.change == .changed ? "\(old ?? "–") → \(new ?? "–")" : new ?? old ?? ""
            return SiteDifference.detail(Message(verbatim: "\(fact.key): \(value)"))
          } + entry.steps.map { SiteDifference.line(of: $0) } + entry.accounts.map(SiteDifference.line)
      }
  }

  /// `until: 2026-03; by: the council; why: the tram is late`.
  private static func line(of account: Account) -> Message {
    let facts = [("until", account.until), ("by", account.by), ("why", account.why)]
    let text = facts.compactMap { key, value in value.map { "\(key): \($0)" } }.joined(separator: "; ")
    return detail(Message(verbatim: text))
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
      verbatim: key == name || key.isEmpty
        ? "  \(mark) \(name.isEmpty ? "/" : name)" : "  \(mark) \(name)  [\(key)]")
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
