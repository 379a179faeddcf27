extension Array where Element == Diagnostic {
  /// Of each file, the first thousand errors and the first thousand others.
  package var listed: [Diagnostic] {
    guard count > FindingList.limit else { return self }
    var lists: [String: Int] = [:]
    var counts: [(errors: Int, others: Int)] = []
    return filter { diagnostic in
      let list = lists[diagnostic.location.path] ?? counts.count
      if list == counts.count {
        lists[diagnostic.location.path] = list
        counts.append((0, 0))
      }
      if diagnostic.severity == .error {
        counts[list].errors += 1
        return counts[list].errors <= FindingList.limit
      }
      counts[list].others += 1
      return counts[list].others <= FindingList.limit
    }
  }
}

/// The findings of one file, of which the first thousand errors and the first thousand others are kept: nobody reads
/// more at once, and a file of a few hundred kilobytes may have one in every three bytes.
package struct FindingList: Equatable, Sendable {
  /// Of errors, and of warnings and notes together.
  package static let limit = 1000

  /// In the order in which they were found.
  package private(set) var diagnostics: [Diagnostic] = []
  private var errors = 0

  package init() {}

  package var isEmpty: Bool { diagnostics.isEmpty }

  package mutating func append(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error {
      guard errors < FindingList.limit else { return }
      errors += 1
    } else {
      guard diagnostics.count - errors < FindingList.limit else { return }
    }
    diagnostics.append(diagnostic)
  }

  package mutating func removeAll(where isRemoved: (Diagnostic) -> Bool) {
    diagnostics.removeAll(where: isRemoved)
    errors = diagnostics.count { $0.severity == .error }
  }
}
