import Bytes
import Synchronization

/// Transforms every element on up to `jobs` threads and returns the results in input order.
///
/// All parallel work of the engine runs here. Threads take elements in short runs, so one slow element does not delay the
/// rest. Raise `longestRun` above 4 if elements are very cheap, or if threads contend over neighbouring elements. Only
/// machine errors are thrown (an author's mistake is a value), so any one of them is thrown, and no further run is
/// started.
@inlinable
public func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, longestRun: Int = 4, _ transform: @escaping @Sendable (Element) throws -> Result
) async throws -> [Result] {
  try await concurrentMap(elements, behind: [], jobs: jobs, longestRun: longestRun, transform)
}

/// Transforms every element and appends the results to `first`.
@inlinable
public func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], behind first: [Result], jobs: Int, longestRun: Int = 4,
  _ transform: @escaping @Sendable (Element) throws -> Result
) async throws -> [Result] {
  guard min(jobs, elements.count) > 1 else { return try first + elements.map(transform) }
  let slots = try await filledSlots(elements, behind: first, jobs: jobs, longestRun: longestRun) { element, _ in
    try transform(element)
  }
  return slots.array()
}

/// Transforms every element with a workspace per thread, so that pages are rendered into allocated memory.
@inlinable
public func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, longestRun: Int = 4,
  _ transform: @escaping @Sendable (Element, inout Workspace) throws -> Result
) async throws -> [Result] {
  try await filledSlots(elements, behind: [], jobs: jobs, longestRun: longestRun, transform).array()
}

/// Transforms every element and passes the results to `take`, in input order. Avoids the array: freeing one of 10,000
/// parsed pages took 4 ms.
@inlinable
public func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, _ transform: @escaping @Sendable (Element) throws -> Result,
  giving take: (consuming Result) -> Void
) async throws {
  guard min(jobs, elements.count) > 1 else {
    for element in elements { take(try transform(element)) }
    return
  }
  let slots = try await filledSlots(elements, behind: [], jobs: jobs, longestRun: 4) { element, _ in
    try transform(element)
  }
  slots.give(to: take)
}

@inlinable
func filledSlots<Element: Sendable, Result: Sendable>(
  _ elements: [Element], behind first: [Result], jobs: Int, longestRun: Int,
  _ transform: @escaping @Sendable (Element, inout Workspace) throws -> Result
) async throws -> Slots<Result> {
  let slots = Slots<Result>(first.count + elements.count)
  for (index, result) in first.enumerated() { slots.fill(index, with: result) }
  let start = first.count
  let endings = await inParallel(elements.count, jobs: jobs, longestRun: longestRun) { index, workspace in
    slots.fill(start + index, with: try transform(elements[index], &workspace))
  }
  guard let error = endings.lazy.compactMap(\.error).first else { return slots }
  slots.empty(0..<start)
  for range in endings.flatMap(\.done) { slots.empty(start + range.lowerBound..<start + range.upperBound) }
  slots.free()
  throw error
}

/// Transforms every element into a result and as many parts as `counts` says; all parts are returned in one array.
/// Concatenating 45,000 references on one thread took 3 ms.
@inlinable
public func concurrentMap<Element: Sendable, Result: Sendable, Part: Sendable>(
  _ elements: [Element], counts: [Int], jobs: Int, longestRun: Int = 4,
  _ transform: @escaping @Sendable (Element) -> (Result, [Part])
) async -> (results: [Result], parts: [Part]) {
  var starts: [Int] = []
  starts.reserveCapacity(counts.count)
  var count = 0
  for own in counts {
    starts.append(count)
    count += own
  }
  let (firsts, results, parts) = (starts, Slots<Result>(elements.count), Slots<Part>(count))
  _ = await inParallel(elements.count, jobs: jobs, longestRun: longestRun) { index, _ in
    let (result, own) = transform(elements[index])
    precondition(own.count == counts[index], "an element gives as many parts as it was said to")
    for (offset, part) in own.enumerated() { parts.fill(firsts[index] + offset, with: part) }
    results.fill(index, with: result)
  }
  return (results.array(), parts.array())
}

/// Calls `work` once for each index below `count`. After an error no further run is started.
@usableFromInline
func inParallel(
  _ count: Int, jobs: Int, longestRun: Int, _ work: @escaping @Sendable (Int, inout Workspace) throws -> Void
) async -> [Ending] {
  let workers = max(1, min(jobs, count))
  let runs = Runs(count, workers: workers, longest: longestRun)
  @Sendable func worker() -> Ending {
    var ending = Ending()
    var workspace = Workspace()
    while let run = runs.next() {
      for index in run {
        do {
          try work(index, &workspace)
          workspace.buffer.removeAll(keepingAtMost: 1 << 20)
        } catch {
          ending.error = error
          ending.done.append(run.lowerBound..<index)
          runs.stop()
          return ending
        }
      }
      ending.done.append(run)
    }
    return ending
  }
  guard workers > 1 else { return [worker()] }
  return await withTaskGroup(of: Ending.self) { group in
    for _ in 0..<workers { group.addTask { worker() } }
    return await group.reduce(into: []) { $0.append($1) }
  }
}

/// The indices that one worker finished, and the error that stopped it.
@usableFromInline
struct Ending: Sendable {
  @usableFromInline var done: [Range<Int>] = []
  @usableFromInline var error: (any Error)?
}

/// Uninitialised memory for the results. Each result is initialised in its slot and moved out at the end: concatenating
/// one array per run took 5 ms for 10,000 parsed pages.
///
/// Unchecked, since the compiler cannot prove that no two threads touch one slot: a slot is filled once, by the worker
/// that took its run, and the counter gives each run to one worker. All other access follows the end of the workers.
@usableFromInline
struct Slots<Result>: @unchecked Sendable {
  @usableFromInline let room: UnsafeMutableBufferPointer<Result>

  @inlinable
  init(_ count: Int) {
    room = .allocate(capacity: count)
  }

  @inlinable
  func fill(_ index: Int, with result: consuming Result) {
    room.initializeElement(at: index, to: result)
  }

  @inlinable
  func empty(_ filled: Range<Int>) {
    UnsafeMutableBufferPointer(rebasing: room[filled]).deinitialize()
  }

  @inlinable
  func free() { room.deallocate() }

  // `give(to:)` and `array()` require every slot to be filled, and leave every slot empty.

  @inlinable
  consuming func give(to take: (consuming Result) -> Void) {
    defer { room.deallocate() }
    for index in room.indices { take(room.moveElement(from: index)) }
  }

  @inlinable
  consuming func array() -> [Result] {
    let room = room
    defer { room.deallocate() }
    return Array(unsafeUninitializedCapacity: room.count) { array, count in
      count = array.moveInitialize(fromContentsOf: room)
    }
  }
}

/// Hands out the indices from 0 up, in runs that shorten towards the end, so that all threads finish at about the same
/// time.
private final class Runs: Sendable {
  private let count: Int
  private let workers: Int
  private let longest: Int
  private let start = Atomic<Int>(0)

  init(_ count: Int, workers: Int, longest: Int) {
    self.count = count
    self.workers = workers
    self.longest = longest
  }

  func next() -> Range<Int>? {
    var first = start.load(ordering: .relaxed)
    while first < count {
      // Empirically derived: short enough to balance pages of unequal length, long enough that taking one is free.
      let run = first..<first + max(1, min(longest, (count - first) / (workers * 8)))
      let (isMine, now) = start.compareExchange(expected: first, desired: run.upperBound, ordering: .relaxed)
      if isMine { return run }
      first = now
    }
    return nil
  }

  /// Makes `next` return nil from now on.
  func stop() { start.store(count, ordering: .relaxed) }
}
