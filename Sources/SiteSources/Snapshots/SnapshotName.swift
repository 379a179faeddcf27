import Files

/// The name of a file in `snapshots/`, without `.json`: a time, such as `2026-03`; with a number, what a later snapshot of that
/// time replaced: `2026-03-replaced-1`.
package struct SnapshotName: Comparable, Sendable {
  package let text: String
  package let time: String
  /// The smaller the older; nil for the snapshot that nothing replaced.
  package let number: Int?

  package init(_ text: String) {
    self.text = text
    if let mark = text.firstRange(of: SnapshotName.mark), let number = Int(text[mark.upperBound...]) {
      (time, self.number) = (String(text[..<mark.lowerBound]), number)
    } else {
      (time, number) = (text, nil)
    }
  }

  /// The name under which the snapshot of a time is kept when another takes its place.
  package init(replaced time: String, number: Int) {
    (self.time, self.number) = (time, number)
    text = "\(time)\(SnapshotName.mark)\(number)"
  }

  private static let mark = "-replaced-"

  package var isReplaced: Bool { number != nil }
  /// Relative to the site's folder.
  package var path: String { "\(SourceTree.snapshotsFolder)/\(text).json" }

  /// By the end of the time, and what was replaced before what took its place.
  package static func < (a: SnapshotName, b: SnapshotName) -> Bool {
    let (one, other) = (Snapshot.time(of: a.text)?.end ?? 0, Snapshot.time(of: b.text)?.end ?? 0)
    guard one == other else { return one < other }
    return (a.time, a.number ?? Int.max) < (b.time, b.number ?? Int.max)
  }
}

extension SourceTree {
  /// The snapshots that are named after a time, the oldest first.
  package var snapshotNames: [SnapshotName] {
    snapshots.filter { $0.folder.isEmpty && $0.path.pathExtension == "json" }
      .map { SnapshotName($0.name.withoutPathExtension) }
      .filter { Snapshot.time(of: $0.text) != nil }.sorted()  // sorted: reaches output
  }
}
