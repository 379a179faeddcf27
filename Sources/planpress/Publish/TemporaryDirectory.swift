import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A temporary folder without subfolders; the caller removes it.
struct TemporaryDirectory {
  let path: String

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/planpress-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw MachineError("create a folder in", parent, reason: String(cString: strerror(errno)))
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func remove() {
    if let entries = try? FileSystem.entries(of: path) {
      for entry in entries { try? FileSystem.removeFile("\(path)/\(entry.name)") }
    }
    try? FileSystem.removeDirectoryIfEmpty(path)
  }
}
