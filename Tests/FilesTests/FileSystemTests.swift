import TestSupport
import Testing

@testable import Files

struct FileSystemTests {
  @Test("A file is read whole, whatever it was listed with", arguments: [0, 1, 4, 5, 6, 100])
  func listed(size: Int) throws {
    let folder = TemporaryFolder(["a": "hello", "empty": ""])
    #expect(try FileSystem.contents(of: "\(folder.path)/a", listedWith: size) == Array("hello".utf8))
    #expect(try FileSystem.contents(of: "\(folder.path)/empty", listedWith: size) == [])
    #expect(try FileSystem.contents(of: "\(folder.path)/none", listedWith: size) == nil)
  }
}
