import Foundation

/// A folder of a test's own, deleted with the value that holds it.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("planpress-\(UUID().uuidString)").path
    try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// With these files in it, by path.
  package convenience init(_ files: [String: String]) {
    self.init()
    for (path, text) in files { write(text, to: path) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  package func write(_ text: String, to file: String) {
    write(Data(text.utf8), to: file)
  }

  package func write(_ data: Data, to file: String) {
    let url = URL(fileURLWithPath: path).appendingPathComponent(file)
    try! FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try! data.write(to: url)
  }

  /// Sets a file's time of change.
  package func setAge(of file: String, hours: Double) {
    try! FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3600 * hours)], ofItemAtPath: "\(path)/\(file)")
  }

  package func delete(_ file: String) {
    try! FileManager.default.removeItem(atPath: "\(path)/\(file)")
  }

  /// Nil where there is no such file.
  package func text(_ file: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(file)").map { String(decoding: $0, as: UTF8.self) }
  }

  package func exists(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(file)")
  }

  /// Every file below a folder, by path.
  package func files(in folder: String = "") -> [String: Data] {
    filesBelow(folder.isEmpty ? path : "\(path)/\(folder)")
  }

  /// Files whose identity or time of change differs from what `before` says.
  package func times(in folder: String) -> [String: Date] {
    let root = "\(path)/\(folder)"
    return filesBelow(root).keys.reduce(into: [:]) { times, file in
      let attributes = try! FileManager.default.attributesOfItem(atPath: "\(root)/\(file)")
      times[file] = attributes[.modificationDate] as? Date
    }
  }
}

/// Every file below a folder of the machine, by path; hidden ones too.
package func filesBelow(_ root: String) -> [String: Data] {
  guard let walker = FileManager.default.enumerator(atPath: root) else { return [:] }
  var files: [String: Data] = [:]
  for case let name as String in walker {
    var isDirectory: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isDirectory)
    if !isDirectory.boolValue { files[name] = FileManager.default.contents(atPath: "\(root)/\(name)") }
  }
  return files
}

/// The top folder of the package.
package let packageRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
