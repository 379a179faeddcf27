/// Finds templates that include themselves without end.
///
/// Data is finite, so an inclusion that repeats while some view gets deeper and deeper comes to an end. This is the
/// size-change principle (Lee, Jones, Ben-Amram 2001): every way to come back to the same template must have a shape
/// whose view is, each time, one from inside of what it was before.
struct RecursionCheck {
  /// Where the innermost view of each shape comes from, seen from the start of the including template. A shape that
  /// is not listed still has the view that it had.
  typealias Origins = [Int: Int]

  /// One inclusion: from a template in its context to another in its.
  struct Inclusion {
    let from: Int
    let to: Int
    let origins: Origins
  }

  private struct Path: Hashable {
    let from: Int
    let to: Int
    let origins: Origins
  }

  /// Found by trying: real themes stay below a hundred; beyond, the bound of the renderer is the only guard.
  private static let limit = 20_000

  /// Indices of inclusions that begin a round without end, the shortest round first; one of those that share a
  /// template.
  static func endless(_ inclusions: [Inclusion]) -> [Int] {
    let cyclic = inclusionsInCycles(inclusions)
    var outgoing: [Int: [Int]] = [:]
    for index in cyclic { outgoing[inclusions[index].from, default: []].append(index) }
    var seen: Set<Path> = []
    var queue: [(path: Path, first: Int)] = []
    func add(_ path: Path, first: Int) {
      if seen.insert(path).inserted { queue.append((path, first)) }
    }
    for index in cyclic {
      let inclusion = inclusions[index]
      add(Path(from: inclusion.from, to: inclusion.to, origins: inclusion.origins), first: index)
    }
    var endless: [Int] = []
    var reported: [Int] = []
    var ways: Set<[Int]> = []
    var next = 0
    while next < queue.count, queue.count < limit {
      let (path, first) = queue[next]
      next += 1
      ways.insert([path.from, path.to])
      if path.from == path.to, !descends(path.origins),
        !reported.contains(where: { $0 == path.from || ways.contains([$0, path.from]) })
      {
        reported.append(path.from)
        endless.append(first)
      }
      for index in outgoing[path.to, default: []] {
        let step = inclusions[index]
        let origins = composed(path.origins, step.origins)
        add(Path(from: path.from, to: step.to, origins: origins), first: first)
      }
    }
    return endless
  }

  /// `second` seen from the start of `first`. Only what was entered is listed, and entering always goes deeper.
  private static func composed(_ first: Origins, _ second: Origins) -> Origins {
    first.merging(second.mapValues { first[$0] ?? $0 }) { $1 }
  }

  /// Whether repeating a round makes some view ever deeper: following the origins comes back to where it began.
  private static func descends(_ origins: Origins) -> Bool {
    origins.keys.contains { start in
      var shape = start
      for _ in origins {
        guard let origin = origins[shape] else { return false }
        if origin == start { return true }
        shape = origin
      }
      return false
    }
  }

  /// The inclusions from which a way leads back: only those matter. Nodes that nothing enters are cut off first.
  private static func inclusionsInCycles(_ inclusions: [Inclusion]) -> [Int] {
    var remaining = Array(inclusions.indices)
    while true {
      let entered = Set(remaining.map { inclusions[$0].to })
      let left = Set(remaining.map { inclusions[$0].from })
      let kept = remaining.filter { entered.contains(inclusions[$0].from) && left.contains(inclusions[$0].to) }
      if kept.count == remaining.count { return kept }
      remaining = kept
    }
  }
}
