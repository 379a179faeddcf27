import Diagnostics
import Files

extension SiteWriter {
  /// Reports every entry in the output folder that the site must not replace. Changes nothing.
  package func check(_ files: [OutputFile]) throws -> [Diagnostic] {
    guard let root = try FileSystem.realPath(directory).flatMap(FileSystem.kind) else { return [] }
    guard root == .directory, let folder = try Folder(existing: directory) else {
      return [
        Diagnostic(
          .error, .outputOccupied, "output folder '\(shownAs)' is a file",
          hint: "move the file, or choose another folder",
          at: SourceLocation(file: shownAs))
      ]
    }
    var occupants = try Occupants(in: folder)
    return try files.compactMap { file in try occupants.problem(at: file.path).map { occupied($0.path, $0.problem) } }
  }

  private func occupied(_ path: String, _ problem: Message) -> Diagnostic {
    Diagnostic(
      .error, .outputOccupied, "'\(path)' \(problem); planpress replaces only its own files",
      hint: "move it elsewhere, or delete it", at: SourceLocation(file: "\(shownAs)/\(path)"))
  }
}

/// The entries of an output folder at the paths where the site's files will be.
private struct Occupants {
  private let folder: Folder
  private let owned: Set<String>
  /// The folders that hold files which planpress wrote.
  private let ownedFolders: Set<String>
  private var known: [String: Place] = [:]

  /// The kind of file at the path of a folder that the site needs.
  private enum Place {
    case folder
    /// Nothing, or a file that planpress wrote and will delete.
    case free
    case blocked(at: String, FileSystem.EntryKind)
  }

  init(in folder: Folder) throws {
    self.folder = folder
    owned = Set(try Manifest.read(in: folder)?.paths ?? [])
    ownedFolders = foldersAbove(owned)
  }

  /// The obstacle that keeps a file from being written at a path, and its place; nil if there is none.
  mutating func problem(at path: String) throws -> (path: String, problem: Message)? {
    switch try place(path.folderPart) {
    case .blocked(let outer, let kind): return (outer, "is \(kind.name) where a folder must be")
    case .free: return nil
    case .folder: break
    }
    guard let kind = try folder.kind(of: path) else { return nil }
    switch kind {
    case .file: return owned.contains(path) ? nil : (path, "was not created by planpress")
    case .directory:
      guard ownedFolders.contains(path) else { return (path, "is a folder where a file must be") }
      return try foreign(in: path).map { ($0, "was not created by planpress") }
    case .symbolicLink, .other:
      return (path, owned.contains(path) ? "is \(kind.name) where a file must be" : "was not created by planpress")
    }
  }

  private mutating func place(_ path: String) throws -> Place {
    if path.isEmpty { return .folder }
    if let place = known[path] { return place }
    var place = try self.place(path.folderPart)
    if case .folder = place {
      switch try folder.kind(of: path) {
      case .directory: break
      case nil: place = .free
      case .file where owned.contains(path): place = .free
      case .some(let kind): place = .blocked(at: path, kind)
      }
    }
    known[path] = place
    return place
  }

  /// The first entry below a folder that planpress did not write; nil if there is none, so that the folder may be
  /// deleted.
  private func foreign(in path: String) throws -> String? {
    var pending = [path]
    while let next = pending.popLast() {
      for entry in try folder.entries(of: next) ?? [] {
        let inside = next.appending(part: entry.name)
        if entry.kind == .directory, ownedFolders.contains(inside) {
          pending.append(inside)
        } else if entry.kind != .file || !owned.contains(inside) {
          return inside
        }
      }
    }
    return nil
  }
}

extension FileSystem.EntryKind {
  /// The name of the entry in messages.
  fileprivate var name: Message {
    switch self {
    case .file: "a file"
    case .directory: "a folder"
    case .symbolicLink: "a symbolic link"
    case .other: "a pipe or a device"
    }
  }
}
