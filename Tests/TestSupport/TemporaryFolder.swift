import Foundation

/// A temporary folder for one test, deleted when its owner is released.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("planpress-\(UUID().uuidString)").path
    try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Creates the folder with these files, by path.
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

  /// Sets a file's modification time.
  package func setAge(of file: String, hours: Double) {
    try! FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3600 * hours)], ofItemAtPath: "\(path)/\(file)")
  }

  package func delete(_ file: String) {
    try! FileManager.default.removeItem(atPath: "\(path)/\(file)")
  }

  /// Nil if there is no such file.
  package func text(_ file: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(file)").map { String(decoding: $0, as: UTF8.self) }
  }

  package func exists(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(file)")
  }

  /// All files below a folder, by path.
  package func files(in folder: String = "") -> [String: Data] {
    filesBelow(folder.isEmpty ? path : "\(path)/\(folder)")
  }

  /// The modification time of every file below a folder, by path.
  package func times(in folder: String) -> [String: Date] {
    let root = "\(path)/\(folder)"
    return filesBelow(root).keys.reduce(into: [:]) { times, file in
      let attributes = try! FileManager.default.attributesOfItem(atPath: "\(root)/\(file)")
      times[file] = attributes[.modificationDate] as? Date
    }
  }
}

/// All files below a folder given by its full path, by relative path; includes hidden files.
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

/// The root folder of the package.
package let packageRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
