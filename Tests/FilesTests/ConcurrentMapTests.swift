import Testing

@testable import Files

struct ConcurrentMapTests {
  private struct Refused: Error, Equatable {
    let number: Int
  }

  private final class Thing: Sendable {
    let number: Int

    init(_ number: Int) {
      self.number = number
    }
  }

  @Test("Results come in the order of the elements", arguments: [0, 1, 2, 15, 1000], [1, 2, 5])
  func order(count: Int, jobs: Int) async throws {
    let results = try await concurrentMap(Array(0..<count), jobs: jobs) { "\($0)" }
    #expect(results == (0..<count).map { "\($0)" })
  }

  @Test(
    "Results follow existing ones in the order of the input", arguments: [0, 1, 2, 15, 1000],
    [1, 2, 5])
  func behindAndGiven(count: Int, jobs: Int) async throws {
    let results = try await concurrentMap(Array(0..<count), behind: ["a", "b"], jobs: jobs) { "\($0)" }
    #expect(results == ["a", "b"] + (0..<count).map { "\($0)" })
    var given: [String] = []
    try await concurrentMap(Array(0..<count), jobs: jobs, { "\($0)" }, giving: { given.append($0) })
    #expect(given == (0..<count).map { "\($0)" })
  }

  @Test("Every element finds its thread's buffer empty, whatever the one before left in it", arguments: [1, 2, 5])
  func buffers(jobs: Int) async throws {
    let lengths = (0..<300).map { $0 == 7 ? 3 << 20 : $0 }
    let results = try await concurrentMap(lengths, jobs: jobs) { length, workspace in
      for _ in 0..<length { workspace.buffer.append(0) }
      return workspace.buffer.count
    }
    #expect(results == lengths)
  }

  @Test("Parts come in the order of the elements, beside the results", arguments: [0, 1, 2, 15, 1000], [1, 2, 5])
  func parts(count: Int, jobs: Int) async {
    let elements = Array(0..<count)
    let (results, parts) = await concurrentMap(elements, counts: elements.map { $0 % 4 }, jobs: jobs) { number in
      ("\(number)", Array(repeating: Thing(number), count: number % 4))
    }
    #expect(results == elements.map { "\($0)" })
    #expect(parts.map(\.number) == elements.flatMap { Array(repeating: $0, count: $0 % 4) })
  }

  @Test("An error is thrown, and the results made before it are let go of", arguments: [1, 2, 5])
  func error(jobs: Int) async throws {
    weak var first: Thing?
    do {
      let kept = Thing(0)
      first = kept
      let elements = [kept] + (1..<1000).map(Thing.init)
      await #expect(throws: Refused(number: 500)) {
        try await concurrentMap(elements, jobs: jobs) { thing in
          if thing.number == 500 { throw Refused(number: 500) }
          return thing
        }
      }
    }
    #expect(first == nil)
  }

  @Test("So are those that stood before them", arguments: [1, 2])
  func errorBehind(jobs: Int) async throws {
    weak var first: Thing?
    do {
      let kept = Thing(0)
      first = kept
      await #expect(throws: Refused(number: 5)) {
        try await concurrentMap(Array(0..<100), behind: [kept], jobs: jobs) { number in
          if number == 5 { throw Refused(number: 5) }
          return Thing(number)
        }
      }
    }
    #expect(first == nil)
  }
}
