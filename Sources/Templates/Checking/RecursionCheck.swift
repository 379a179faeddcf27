/// Finds templates that include themselves without end.
///
/// Data is finite, so an inclusion that repeats with an ever deeper view ends. This is the size-change principle (Lee,
/// Jones, Ben-Amram 2001): each cycle of inclusions must have a shape whose view is, each time round, inside the view
/// that it was before.
struct RecursionCheck {
  /// For each shape that was entered since the including template began, the shape of the view that its innermost view
  /// is inside of. A shape that is not listed has the view that it had at the beginning.
  typealias Origins = [Int: Int]

  /// An inclusion, from one template in a context to another in a context.
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

  /// Empirically derived: real themes stay below a hundred. Above the limit, the renderer's own limit is the only guard.
  private static let limit = 20_000

  /// Indices of inclusions that begin an endless cycle, the shortest cycle first; one index for all cycles that share a
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

  /// The origins of `second`, traced back to the beginning of `first`.
  private static func composed(_ first: Origins, _ second: Origins) -> Origins {
    first.merging(second.mapValues { first[$0] ?? $0 }) { $1 }
  }

  /// Whether repeating a cycle makes some view ever deeper: its origins lead back to its own shape.
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

  /// The inclusions that are part of a cycle, or between two: removes those that nothing leads to or that lead nowhere,
  /// until none is left to remove.
  private static func inclusionsInCycles(_ inclusions: [Inclusion]) -> [Int] {
    var arriving: [Int: [Int]] = [:]
    var leaving: [Int: [Int]] = [:]
    for (index, inclusion) in inclusions.enumerated() {
      arriving[inclusion.to, default: []].append(index)
      leaving[inclusion.from, default: []].append(index)
    }
    var arrivals = arriving.mapValues(\.count)
    var departures = leaving.mapValues(\.count)
    var isKept = Array(repeating: true, count: inclusions.count)
    var removed: [Int] = []
    func remove(_ index: Int) {
      guard isKept[index] else { return }
      isKept[index] = false
      removed.append(index)
    }
    for (index, inclusion) in inclusions.enumerated()
    where arriving[inclusion.from] == nil || leaving[inclusion.to] == nil { remove(index) }
    while let index = removed.popLast() {
      let inclusion = inclusions[index]
      arrivals[inclusion.to, default: 0] -= 1
      departures[inclusion.from, default: 0] -= 1
      if arrivals[inclusion.to] == 0 { leaving[inclusion.to, default: []].forEach(remove) }
      if departures[inclusion.from] == 0 { arriving[inclusion.from, default: []].forEach(remove) }
    }
    return inclusions.indices.filter { isKept[$0] }
  }
}
