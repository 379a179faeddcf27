import CFiles
import Foundation
import TestSupport
import Testing

@testable import Files

/// `ext` in `Output` is a symbolic link to a folder outside.
@Suite("Below a folder of planpress's own files, no symbolic link is followed")
struct FolderTests {
  private let outside = TemporaryFolder(["file.txt": "theirs", "sub/file.txt": "theirs"])
  private let site = TemporaryFolder(["Output/own/file.txt": "ours"])
  private let folder: Folder

  init() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(site.path)/Output/ext", withDestinationPath: outside.path)
    try FileManager.default.createSymbolicLink(
      atPath: "\(site.path)/Output/own/link.txt", withDestinationPath: "\(outside.path)/file.txt")
    folder = try Folder(creating: "\(site.path)/Output")
  }

  private static let throughLinks = ["ext/file.txt", "ext/sub/file.txt", "own/link.txt", "ext/new.txt"]

  typealias Opener = @Sendable (Int32, UnsafePointer<CChar>?, Int32, UInt32) -> Int32
  private static let openers: [(String, Opener)] = [
    ("in one call", files_open_beneath), ("part by part", files_open_by_part),
  ]

  @Test("Both ways to open a path refuse a link in any part, and names that lead out", arguments: openers)
  func opening(_ name: String, _ open: @escaping Opener) throws {
    let descriptor = open(folder.descriptor, "own/file.txt", O_RDONLY | O_CLOEXEC, 0)
    #expect(descriptor >= 0)
    close(descriptor)
    for path in Self.throughLinks + ["../Output/../../etc/passwd", "own/../../x", String(repeating: "n", count: 300)] {
      #expect(open(folder.descriptor, path, O_RDONLY | O_CLOEXEC, 0) < 0, "\(path)")
      #expect(open(folder.descriptor, path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644) < 0, "\(path)")
    }
    #expect(outside.files().count == 2)
  }

  @Test("A file beyond a link counts as missing, is not deleted, and nothing is written there", arguments: throughLinks)
  func links(_ path: String) throws {
    #expect(try folder.contents(of: path) == nil)
    #expect(try !folder.isFile(path))
    if path.hasPrefix("ext/") {
      #expect(throws: MachineError.self) { try folder.replace(path, with: [1]) }
      #expect(throws: MachineError.self) { try FileWriting(new: path, in: folder) }
      #expect(throws: MachineError.self) { try folder.createFolder("ext/more/folders") }
      #expect(throws: MachineError.self) { try folder.rename("ext/file.txt", to: "ext/other.txt") }
      #expect(try folder.entries(of: "ext") == nil)
      try folder.removeFile(path)
      try folder.removeFolderIfEmpty("ext/sub")
    }
    #expect(outside.files() == ["file.txt": Data("theirs".utf8), "sub/file.txt": Data("theirs".utf8)])
  }

  @Test("A file that replaces a link leaves its target as it was")
  func replaced() throws {
    try folder.replace("own/link.txt", with: Array("ours".utf8))
    #expect(outside.text("file.txt") == "theirs" && site.text("Output/own/link.txt") == "ours")
  }

  @Test("A pipe or a folder in place of a file is refused at once, and a pipe in place of a temporary file is replaced")
  func special() throws {
    #expect(mkfifo("\(site.path)/Output/pipe", 0o600) == 0)
    for path in ["pipe", "own"] {
      let error = #expect(throws: MachineError.self) { try folder.contents(of: path) }
      #expect(error?.description == "cannot read \(site.path)/Output/\(path): it is not an ordinary file; remove it")
    }
    #expect(mkfifo("\(site.path)/Output/new.txt.planpress-new", 0o600) == 0)
    try folder.replace("new.txt", with: [1])
    #expect(try folder.contents(of: "new.txt") == [1])
  }

  @Test("A link is refused for a folder of planpress's own, and allowed for other folders")
  func itself() throws {
    try FileManager.default.createSymbolicLink(atPath: "\(site.path)/link", withDestinationPath: outside.path)
    let error = #expect(throws: MachineError.self) { try Folder(creating: "\(site.path)/link", isOwn: true) }
    #expect(error?.description == "cannot write to \(site.path)/link: it is a symbolic link")
    #expect(try Folder(creating: "\(site.path)/link").contents(of: "file.txt") == Array("theirs".utf8))
  }

  @Test("A file that cannot be written leaves no part of itself")
  func abandoned() throws {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try FileWriting(new: "own/deep/large.bin", in: folder).write { file in
        try file.append([1, 2, 3])
        throw Full()
      }
    }
    #expect(!site.exists("Output/own/deep/large.bin"))
    #expect(throws: MachineError.self) { try folder.replace("own", with: [1]) }
    #expect(!site.exists("Output/own.planpress-new"))
    #expect(throws: MachineError.self) { try FileSystem.replace("\(site.path)/Output/own", with: [1]) }
    #expect(!site.exists("Output/own.planpress-new"))
  }
}
