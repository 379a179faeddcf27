import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A temporary folder; the caller removes it.
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

  /// Removes the folder with everything in it. Links are removed, not followed.
  func remove() { TemporaryDirectory.remove(path) }

  private static func remove(_ path: String) {
    for entry in (try? FileSystem.entries(of: path)) ?? [] {
      let inner = "\(path)/\(entry.name)"
      if (try? FileSystem.kind(of: inner)) == .directory { remove(inner) } else { try? FileSystem.removeFile(inner) }
    }
    try? FileSystem.removeDirectoryIfEmpty(path)
  }
}
