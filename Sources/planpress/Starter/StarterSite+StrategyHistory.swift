// The actions of the strategy as they were known each year.
extension StarterSite {
  /// The register of actions at the end of a month, such as 2024-12. Without the revision of 2025, it lacks the actions
  /// and decisions that the revision added.
  static func strategyActions(at month: String, isRevised: Bool) -> File {
    let added = ["lower-meadows", "village-plans"]
    let decided = ["stage-three", "raise-banks"]
    let entries = strategyActions.split(separator: /\n(?=- )/).compactMap { entry -> String? in
      guard let id = entry.firstMatch(of: /id: ([a-z-]+)/)?.output.1 else {
        preconditionFailure("every action of the example has an id")
      }
      if !isRevised, added.contains(String(id)) { return nil }
      let time = !isRevised && decided.contains(String(id)) ? min(month, beforeRevision) : month
      return known(String(entry), at: time)
    }
    return ("Content/strategy/actions.yaml", entries.joined(separator: "\n"))
  }

  private static let beforeRevision = "2025-04"
  /// The month of the register as it is written below.
  private static let now = "2025-12"

  /// An action without the reports and decisions after a month.
  private static func known(_ written: String, at month: String) -> String {
    guard month < now else { return written }
    var entry = written
    let start = entry.firstMatch(of: /start: ([0-9-]+)/)?.output.1
    let hasStarted = start.map { $0 <= month } ?? false
    if let moved = entry.firstMatch(of: /due: \S+\n  earlier: \[\{due: (\S+), until: (\S+),.*\]\n/),
      moved.output.2 > month
    {
      entry.replaceSubrange(moved.range, with: "due: \(moved.output.1)\n")
    }
    if month < beforeRevision {
      entry.replace(/(, progress: [0-9]+%|, spent: \{[^}]*\}|\n  spent: .*)/, with: "")
    }
    entry.replace(/, done: ([0-9]{4}-[0-9]{2})\}/) { $0.output.1 > month ? "}" : String($0.output.0) }
    // Later statements.
    entry.replace(/, updates: \[\{date: ([0-9]{4}-[0-9]{2}).*\]/) { $0.output.1 > month ? "" : String($0.output.0) }
    entry.replace(/\n    - \{date: ([0-9]{4}-[0-9]{2}).*/) { $0.output.1 > month ? "" : String($0.output.0) }
    if entry.hasSuffix("updates:") { entry.replace("\n  updates:", with: "") }
    let said = entry.matches(of: /date: [0-9-]+, status: ([a-z]+)/).last?.output.1
    let state = said.map(String.init) ?? (hasStarted ? "started" : nil)
    if let report = entry.firstMatch(of: /(, |\n  )state: ([a-z]+)(, done: ([0-9-]+))?/),
      report.output.4.map({ $0 > month }) ?? true
    {
      entry.replaceSubrange(report.range, with: state.map { "\(report.output.1)state: \($0)" } ?? "")
    }
    return entry
  }
}
