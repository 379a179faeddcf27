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

  @Test("A site whose texts went through the file is the one that is made in memory, pages of whole plans included")
  func wholeSite() async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: T\n", "Content/index.md": "---\ntitle: Front\n---\nFront.\n",
    ])
    let paragraph = "第一段讲*人才*与创新，a few words of English，还有[链接](s0.md)。\n\n"
    for plan in ["p", "q"] {
      folder.write(
        "---\ntitle: \(plan)\ntype: plan\nperiod: 2021-2025\n---\n\(paragraph)", to: "Content/\(plan)/index.md")
      // A quotation is looked for in the text that was put aside.
      folder.write(
        "- {id: \(plan), name: A, target: 5, from: {section: s1, quote: 第一段讲人才与创新}}\n",
        to: "Content/\(plan)/indicators.yaml")
      for section in 0..<16 {
        let text = String(repeating: paragraph, count: 1500 + section * 37)
        folder.write(
          "---\ntitle: S\(section)\n\(section == 7 ? "draft: true\n" : "")---\n\(text)",
          to: "Content/\(plan)/s\(section).md")
      }
    }
    let build = SiteBuild(BuildOptions(siteDirectory: folder.path, jobs: 3))
    let (report, diagnostics) = try await build.build()
    #expect(report != nil && diagnostics.isEmpty, "\(diagnostics)")
    let size = folder.files(in: "Output").filter { $0.key.hasPrefix("p/") }.reduce(0) { $0 + $1.value.count }
    #expect(size > 5 << 20)
    #expect(try await build.verify() == [])
  }
}
