/// Files that are written all or none: each is written under a temporary name first, and renamed when all are complete.
package struct FileBatch {
  private var files: [(path: String, bytes: [UInt8])] = []
  private var obsolete: [String] = []

  package init() {}

  package var isEmpty: Bool { files.isEmpty && obsolete.isEmpty }

  /// Adds a file, which replaces one that is there.
  package mutating func write(_ bytes: [UInt8], to path: String) { files.append((path, bytes)) }

  /// Adds a file that is removed once all others are in place.
  package mutating func remove(_ path: String) { obsolete.append(path) }

  /// Writes the files. An error before the last new file is complete undoes everything: no new file or folder is left.
  package func commit() throws {
    var created: [String] = []
    var folders: [String] = []
    do {
      for file in files {
        let folder = file.path.folderPart
        if !folder.isEmpty { folders += try FileBatch.createFolder(folder) }
        let temporary = file.path + FileSystem.temporarySuffix
        try FileSystem.removeFile(temporary)
        try FileSystem.writeNew(file.bytes, to: temporary)
        created.append(temporary)
      }
    } catch {
      for path in created { try FileSystem.removeFile(path) }
      for folder in folders.reversed() { try FileSystem.removeDirectoryIfEmpty(folder) }
      throw error
    }
    for file in files { try FileSystem.rename(file.path + FileSystem.temporarySuffix, to: file.path) }
    for path in obsolete {
      try FileSystem.removeFile(path)
      let folder = path.folderPart
      if !folder.isEmpty { try FileSystem.removeDirectoryIfEmpty(folder) }
    }
  }

  /// Creates a folder and those above it; returns the new ones, outermost first.
  private static func createFolder(_ path: String) throws -> [String] {
    guard try FileSystem.kind(of: path) == nil else { return [] }
    let parent = path.folderPart
    let above = parent.isEmpty ? [] : try createFolder(parent)
    try FileSystem.createDirectory(path)
    return above + [path]
  }
}
