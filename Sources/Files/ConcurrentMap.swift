import Bytes
import Synchronization

/// Transforms every element, on up to `jobs` threads, and gives the results in the order of the input.
///
/// The one place where the engine runs in parallel. Work is handed out in small runs, so that one slow element does
/// not hold up the rest; `longestRun` may be more than 4 where every element takes next to no time, or neighbours are in
/// each other's way. Errors are the machine's (what an author can mend is a value), so any one of them is thrown, and what
/// nobody has begun is not begun.
@inlinable
public func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, longestRun: Int = 4, _ transform: @escaping @Sendable (Element) throws -> Result
) async throws -> [Result] {
  try await concurrentMap(elements, behind: [], jobs: jobs, longestRun: longestRun, transform)
}

/// The same, with the results behind those that are there already.
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

/// The same, with a buffer for each thread, which it finds empty: pages are written into room that is there already.
@inlinable
public func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, longestRun: Int = 4,
  _ transform: @escaping @Sendable (Element, inout ByteBuffer) throws -> Result
) async throws -> [Result] {
  try await filledSlots(elements, behind: [], jobs: jobs, longestRun: longestRun, transform).array()
}

/// The same, giving the results away one after the other instead of in an array: only to let go of one with ten thousand
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
  _ transform: @escaping @Sendable (Element, inout ByteBuffer) throws -> Result
) async throws -> Slots<Result> {
  let slots = Slots<Result>(first.count + elements.count)
  for (place, result) in first.enumerated() { slots.fill(place, with: result) }
  let start = first.count
  let endings = await inParallel(elements.count, jobs: jobs, longestRun: longestRun) { place, buffer in
    slots.fill(start + place, with: try transform(elements[place], &buffer))
  }
  guard let error = endings.lazy.compactMap(\.error).first else { return slots }
  slots.empty(0..<start)
  for range in endings.flatMap(\.done) { slots.empty(start + range.lowerBound..<start + range.upperBound) }
  slots.free()
  throw error
}

/// The same where each element also gives parts, as many as `counts` says: those of all come in one array. To copy 45,000
/// references together on one thread took 3 ms.
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
  _ = await inParallel(elements.count, jobs: jobs, longestRun: longestRun) { place, _ in
    let (result, own) = transform(elements[place])
    precondition(own.count == counts[place], "an element gives as many parts as it was said to")
    for (offset, part) in own.enumerated() { parts.fill(firsts[place] + offset, with: part) }
    results.fill(place, with: result)
  }
  return (results.array(), parts.array())
}

/// Does `work` once for each number below `count`. After an error nothing more is begun.
@usableFromInline
func inParallel(
  _ count: Int, jobs: Int, longestRun: Int, _ work: @escaping @Sendable (Int, inout ByteBuffer) throws -> Void
) async -> [Ending] {
  let workers = max(1, min(jobs, count))
  let runs = Runs(count, workers: workers, longest: longestRun)
  @Sendable func worker() -> Ending {
    var ending = Ending()
    var buffer = ByteBuffer()
    while let run = runs.next() {
      for place in run {
        do {
          try work(place, &buffer)
          buffer.removeAll(keepingAtMost: 1 << 20)
        } catch {
          ending.error = error
          ending.done.append(run.lowerBound..<place)
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

/// How one worker ended.
@usableFromInline
struct Ending: Sendable {
  @usableFromInline var done: [Range<Int>] = []
  @usableFromInline var error: (any Error)?
}

/// Room for the results. They are made in their place and moved from there: collected in arrays of each run, ten thousand
/// parsed pages took 5 ms to be copied together.
///
/// Unchecked, since the compiler cannot see that no two threads meet: a place is filled once, by the worker whose run it
/// is in, and the counter gives each run to one worker; all else is done when the workers have ended.
@usableFromInline
struct Slots<Result>: @unchecked Sendable {
  @usableFromInline let room: UnsafeMutableBufferPointer<Result>

  @inlinable
  init(_ count: Int) {
    room = .allocate(capacity: count)
  }

  @inlinable
  func fill(_ place: Int, with result: consuming Result) {
    room.initializeElement(at: place, to: result)
  }

  @inlinable
  func empty(_ filled: Range<Int>) {
    UnsafeMutableBufferPointer(rebasing: room[filled]).deinitialize()
  }

  @inlinable
  func free() { room.deallocate() }

  // Of both: every place must be filled before, and none is afterwards.

  @inlinable
  consuming func give(to take: (consuming Result) -> Void) {
    defer { room.deallocate() }
    for place in room.indices { take(room.moveElement(from: place)) }
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

/// Hands out numbers from 0 on, in runs that become shorter towards the end, so that no thread is left alone there.
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
      // Empirically derived: short enough to balance pages of unequal length, long enough that hand-out costs nothing.
      let run = first..<first + max(1, min(longest, (count - first) / (workers * 8)))
      let (isMine, now) = start.compareExchange(expected: first, desired: run.upperBound, ordering: .relaxed)
      if isMine { return run }
      first = now
    }
    return nil
  }

  /// Nothing more is handed out.
  func stop() { start.store(count, ordering: .relaxed) }
}
