import Synchronization
import TestSupport
import Testing

@testable import SiteEngine

@Suite("The texts of pages put aside")
struct TextStoreTests {
  /// The text of a page, so long that blocks of 256 bytes hold one, several or none of them.
  private static func text(_ number: Int) -> [UInt8] {
    Array(repeating: UInt8(truncatingIfNeeded: number % 251 + 1), count: number * 37 % 400)
  }

  private static func read(_ store: TextStore, _ place: Int, _ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    store.read(place, count: count) { bytes = Array($0) }
    return bytes
  }

  @Test("Texts come back as they were, from memory and from the file, to all who read them", arguments: [0, 3, 1000])
  func comeBack(_ inMemory: Int) async throws {
    let folder = TemporaryFolder()
    let store = try #require(TextStore(in: folder.path, blockSize: 256, blocksInMemory: inMemory))
    let numbers = Array(0..<600)
    let places = try await concurrentMap(numbers, jobs: 4) { store.put(Self.text($0)) }
    for number in numbers where number.isMultiple(of: 3) { store.expectReader(of: places[number]) }
    let readers = numbers + numbers.filter { $0.isMultiple(of: 3) }
    let wrong = try await concurrentMap(readers, jobs: 4) { number -> Int? in
      // As often as the file shows it.
      let first = Self.read(store, places[number], Self.text(number).count)
      let second = Self.read(store, places[number], Self.text(number).count)
      store.letGo(of: places[number])
      return first == Self.text(number) && second == first ? nil : number
    }
    #expect(wrong.compactMap(\.self) == [])
    #expect(store.failure == nil)
  }

  @Test("The file has no name, and nothing is left of it")
  func noName() throws {
    let folder = TemporaryFolder()
    let store = try #require(TextStore(in: folder.path, blockSize: 64, blocksInMemory: 0))
    let places = (1..<50).map { store.put(Self.text($0)) }
    #expect(folder.files(in: ".").isEmpty)
    #expect(Self.read(store, places[20], 21) == Array(Self.text(21).prefix(21)))
  }

  @Test("Where no file can be made there is no store")
  func noFolder() throws {
    let folder = TemporaryFolder()
    #expect(TextStore(in: "\(folder.path)/missing") == nil)
  }
}
