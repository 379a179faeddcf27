extension Array where Element == Diagnostic {
  /// The findings as a list shows them: the first thousand errors of each file, and the first thousand others. More
  /// than three of one kind about the rows of a table become one, and so do more than three about the entries of a
  /// register if they have the same words. The findings are sorted, and the list keeps their order.
  package var listed: [Diagnostic] {
    let told = contains { $0.code.isAboutRows || $0.code.isAboutFields } ? toldOnce : self
    return told.count > FindingList.limit ? told.limited : told
  }

  /// The findings with repetitions merged: three lines are listed one by one, but more of one kind in one file become
  /// one finding, with their number and three lines.
  private var toldOnce: [Diagnostic] {
    func kind(of diagnostic: Diagnostic) -> FindingKind? {
      guard diagnostic.code.isAboutRows || diagnostic.code.isAboutFields else { return nil }
      return FindingKind(
        path: diagnostic.location.path, code: diagnostic.code, severity: diagnostic.severity,
        words: diagnostic.code.isAboutFields ? diagnostic.message : nil)
    }
    var counts: [FindingKind: Int] = [:]
    var places: [FindingKind: [String]] = [:]
    for diagnostic in self {
      guard let kind = kind(of: diagnostic) else { continue }
      let location = diagnostic.location
      counts[kind, default: 0] += 1
      let place = location.cell.map(\.description) ?? String(location.line)
      if places[kind, default: []].count < 3, places[kind]?.last != place { places[kind, default: []].append(place) }
    }
    var told: Set<FindingKind> = []
    return compactMap { diagnostic in
      guard let kind = kind(of: diagnostic), let count = counts[kind], count > 3 else { return diagnostic }
      guard told.insert(kind).inserted else { return nil }
      let list = places[kind, default: []].joined(separator: ", ")
      let places: Message = diagnostic.location.cell == nil ? "lines \(list)" : "cells \(list)"
      return diagnostic.with(message: "\(diagnostic.words); \(count) of this kind in the file: \(places) …")
    }
  }

  private var limited: [Diagnostic] {
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

private struct FindingKind: Hashable {
  let path: String
  let code: DiagnosticCode
  let severity: Diagnostic.Severity
  /// The message of a field finding; findings merge only if it is equal. Nil for other findings.
  let words: String?
}

/// The findings of one file, of which the first thousand errors and the first thousand others are kept: nobody reads
/// more at once, and a file of a few hundred kilobytes may have one in every three bytes.
package struct FindingList: Equatable, Sendable {
  /// The most errors, and the most warnings and notes together.
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
