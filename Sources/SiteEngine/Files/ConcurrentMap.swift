import Synchronization

/// Transforms every element, on up to `jobs` threads, and gives the results in the order of the input.
///
/// The one place where the engine runs in parallel. Work is handed out in small runs, so that one slow element does
/// not hold up the rest; `longestRun` may be more than 4 where every element takes next to no time. Errors are the machine's (what an author can mend is a value), so any one of them is thrown.
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, longestRun: Int = 4, _ transform: @escaping @Sendable (Element) throws -> Result
) async throws -> [Result] {
  let workers = min(max(1, jobs), elements.count)
  guard workers > 1 else { return try elements.map(transform) }

  // Empirically derived: short enough to balance pages of unequal length, long enough that hand-out costs nothing.
  let runLength = max(1, min(longestRun, elements.count / (workers * 8)))
  let next = SharedCounter()
  return try await withThrowingTaskGroup(of: [(start: Int, results: [Result])].self) { group in
    for _ in 0..<workers {
      group.addTask {
        var runs: [(start: Int, results: [Result])] = []
        while true {
          let start = next.advance(by: runLength)
          guard start < elements.count else { return runs }
          let end = min(start + runLength, elements.count)
          runs.append((start, try elements[start..<end].map(transform)))
        }
      }
    }
    var runs: [(start: Int, results: [Result])] = []
    for try await part in group { runs += part }
    runs.sort { $0.start < $1.start }
    var results: [Result] = []
    results.reserveCapacity(elements.count)
    for run in runs { results += run.results }
    return results
  }
}

private final class SharedCounter: Sendable {
  private let value = Atomic<Int>(0)

  /// The value before the advance.
  func advance(by step: Int) -> Int {
    value.wrappingAdd(step, ordering: .relaxed).oldValue
  }
}

/// Leaves a value in memory until the program ends: to take apart what a site of 10,000 pages was made from takes a tenth
/// of the time of its build, and nobody needs the room.
func keepToTheEnd<Value: Sendable>(_ value: Value) {
  _ = Unmanaged.passRetained(Kept(value))
}

private final class Kept<Value: Sendable>: Sendable {
  private let value: Value

  init(_ value: Value) {
    self.value = value
  }
}
