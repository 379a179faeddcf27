/// Joins two changes of one text line by line: an author's edits, and what changed in the source.
package struct LineMerge {
  package private(set) var lines: [String] = []
  /// Changes of the source that are not taken over, because the author changed the same lines: the 1-based line of the
  /// result where each belongs, and the lines that the source has there.
  package private(set) var conflicts: [(line: Int, source: [String])] = []

  /// `base` is the earlier import, `mine` the author's version of it, `theirs` the new import.
  package init(base: [String], mine: [String], theirs: [String]) {
    let inMine = LineMerge.matches(base, mine)
    let inTheirs = LineMerge.matches(base, theirs)
    var (b, m, t) = (0, 0, 0)
    for index in base.indices {
      guard let mineIndex = inMine[index], let theirIndex = inTheirs[index] else { continue }
      join(base[b..<index], mine[m..<mineIndex], theirs[t..<theirIndex])
      lines.append(mine[mineIndex])
      (b, m, t) = (index + 1, mineIndex + 1, theirIndex + 1)
    }
    join(base[b...], mine[m...], theirs[t...])
  }

  private mutating func join(_ base: ArraySlice<String>, _ mine: ArraySlice<String>, _ theirs: ArraySlice<String>) {
    if mine.elementsEqual(base) {
      lines += theirs
    } else {
      if !theirs.elementsEqual(base), !theirs.elementsEqual(mine) {
        conflicts.append((lines.count + 1, theirs.filter { !$0.isEmpty }))
      }
      lines += mine
    }
  }

  /// For each line of the base, the index of the same line in the other text, or nil. Indices only grow.
  ///
  /// By the difference of the standard library, which matches equal lines as early as it can: an author's paragraph at
  /// the end is then one of its own. `EditScript` matches what two texts have in common at their ends first, and takes the
  /// empty line before such a paragraph for a part of the change above it. The texts are sections, which are short.
  private static func matches(_ base: [String], _ other: [String]) -> [Int?] {
    let difference = other.difference(from: base)
    let removed = Set(difference.removals.compactMap { if case .remove(let offset, _, _) = $0 { offset } else { nil } })
    let inserted = Set(
      difference.insertions.compactMap { if case .insert(let offset, _, _) = $0 { offset } else { nil } })
    var next = 0
    return base.indices.map { index in
      guard !removed.contains(index) else { return nil }
      while inserted.contains(next) { next += 1 }
      defer { next += 1 }
      return next
    }
  }

  /// The lines that differ: first those that only `old` has, then those that only `new` has; without empty lines.
  package static func changes(from old: [String], to new: [String]) -> (removed: [String], added: [String]) {
    let difference = new.difference(from: old)
    func texts(_ changes: [CollectionDifference<String>.Change]) -> [String] {
      changes.map { change in
        switch change {
        case .insert(_, let element, _), .remove(_, let element, _): element
        }
      }.filter { !$0.isEmpty }
    }
    return (texts(difference.removals), texts(difference.insertions))
  }
}
