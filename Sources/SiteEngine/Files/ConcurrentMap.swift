import Synchronization

/// Transforms every element, on up to `jobs` threads, and gives the results in the order of the input.
///
/// The one place where the engine runs in parallel. Work is handed out in small runs, so that one slow element does
/// not hold up the rest; `longestRun` may be more than 4 where every element takes next to no time. Errors are the machine's
/// (what an author can mend is a value), so any one of them is thrown, and what nobody has begun is not begun.
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, longestRun: Int = 4, _ transform: @escaping @Sendable (Element) throws -> Result
) async throws -> [Result] {
  let workers = min(max(1, jobs), elements.count)
  guard workers > 1 else { return try elements.map(transform) }

  // Empirically derived: short enough to balance pages of unequal length, long enough that hand-out costs nothing.
  let runLength = max(1, min(longestRun, elements.count / (workers * 8)))
  let next = SharedCounter()
  let slots = Slots<Result>(elements.count)
  let endings = await withTaskGroup(of: Ending.self) { group in
    for _ in 0..<workers {
      group.addTask {
        var ending = Ending()
        while true {
          let start = next.advance(by: runLength)
          guard start < elements.count else { return ending }
          for place in start..<min(start + runLength, elements.count) {
            do {
              slots.fill(place, with: try transform(elements[place]))
            } catch {
              ending.error = error
              ending.filled.append(start..<place)
              next.advance(by: elements.count)
              return ending
            }
          }
          ending.filled.append(start..<min(start + runLength, elements.count))
        }
      }
    }
    return await group.reduce(into: []) { $0.append($1) }
  }
  if let error = endings.lazy.compactMap(\.error).first {
    for range in endings.flatMap(\.filled) { slots.empty(range) }
    slots.free()
    throw error
  }
  return slots.array()
}

/// How one worker ended.
private struct Ending: Sendable {
  var filled: [Range<Int>] = []
  var error: (any Error)?
}

/// Room for the results. They are made in their place and moved from there: collected in arrays of each run, ten thousand
/// parsed pages took 5 ms to be copied together.
///
/// Unchecked, since the compiler cannot see that no two threads meet: a place is filled once, by the worker whose run it
/// is in, and the counter gives each run to one worker; all else is done when the workers have ended.
private struct Slots<Result>: @unchecked Sendable {
  private let room: UnsafeMutableBufferPointer<Result>

  init(_ count: Int) {
    room = .allocate(capacity: count)
  }

  func fill(_ place: Int, with result: consuming Result) {
    room.initializeElement(at: place, to: result)
  }

  func empty(_ filled: Range<Int>) {
    UnsafeMutableBufferPointer(rebasing: room[filled]).deinitialize()
  }

  func free() { room.deallocate() }

  /// Every place must be filled; none is afterwards.
  consuming func array() -> [Result] {
    let room = room
    defer { room.deallocate() }
    return Array(unsafeUninitializedCapacity: room.count) { array, count in
      count = array.moveInitialize(fromContentsOf: room)
    }
  }
}

private final class SharedCounter: Sendable {
  private let value = Atomic<Int>(0)

  /// The value before the advance.
  @discardableResult
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
