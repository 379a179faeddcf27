import Bytes
import Diagnostics
import Files

/// Lists the files of a site folder. Hidden files (`.name`), editor backups (`name~`) and what offices and systems leave
/// (`OfficeFile.isLitter`) are skipped; symbolic links inside `Content` and `Templates` are not followed but reported.
package struct SiteReader {
  package let siteDirectory: String
  /// The number of threads, at least 1.
  package let jobs: Int

  package init(siteDirectory: String, jobs: Int) {
    self.siteDirectory = siteDirectory
    self.jobs = jobs
  }

  package func sourceTree() async throws -> Checked<SourceTree> {
    if let fault = try SiteReader.fault(inFoldersOf: siteDirectory) { return Checked(failed: [fault]) }
    let folders = try SiteFolders(siteDirectory)
    var files = try await list(folders.path(of: SourceTree.contentFolder)) { role(of: $0, in: $1) }
    let templates = try await list(folders.path(of: SourceTree.templatesFolder)) { _, _ in .theme }
    let snapshots = try await list(folders.path(of: SourceTree.snapshotsFolder)) { _, _ in .snapshot }
    let otherPlans = try await list(folders.path(of: SourceTree.otherPlansFolder)) { _, _ in .otherPlan }
    let diagnostics =
      findings(files, in: SourceTree.contentFolder) + findings(templates, in: SourceTree.templatesFolder)
      + findings(snapshots, in: SourceTree.snapshotsFolder) + (try misplaced(in: folders.siteDirectory))
    files.stamp.add(templates.stamp)
    files.stamp.add(snapshots.stamp)
    files.stamp.add(otherPlans.stamp)
    let tree = SourceTree(
      folders: folders, files: files.files, templates: templates.files,
      snapshots: snapshots.files, otherPlans: otherPlans.files,
      stamps: files.stamps + templates.stamps + snapshots.stamps + otherPlans.stamps,
      stamp: files.stamp)
    return Checked(tree, diagnostics)
  }

  /// The stamp of everything that `sourceTree` would list, without the list. It does not depend on order, so one thread
  /// adds it up folder by folder.
  package static func stamp(of siteDirectory: String) throws -> TreeStamp {
    var stamp = TreeStamp()
    try stamp.add(folder: "\(siteDirectory)/\(SourceTree.contentFolder)")
    try stamp.add(folder: "\(siteDirectory)/\(SourceTree.templatesFolder)")
    try stamp.add(folder: "\(siteDirectory)/\(SourceTree.snapshotsFolder)")
    try stamp.add(folder: "\(siteDirectory)/\(SourceTree.otherPlansFolder)")
    return stamp
  }

  /// The contents of a folder and its subfolders.
  fileprivate struct Listing: Sendable {
    var files: [SourceFile] = []
    /// Parallel to `files`.
    var stamps: [FileStamp] = []
    /// Symbolic links and special files.
    var links: [String] = []
    /// Files and folders whose names cannot be used, as messages show them.
    var misnamed: [(path: String, fault: FileNameFault)] = []
    var stamp = TreeStamp()
  }

  fileprivate typealias Role = @Sendable (_ name: String, _ folder: String) -> SourceFile.Role

  /// All files below a folder, sorted by the bytes of their paths; none if the folder is missing.
  private func list(_ root: String, role: @escaping Role) async throws -> Listing {
    guard try FileSystem.isFolder(root) else { return Listing() }
    var top = Listing()
    let folders = try top.add("", in: root, role)
    let parts = try await concurrentMap(folders, jobs: jobs) { folder in
      var part = Listing()
      var folders = [folder]
      while let folder = folders.popLast() { folders += try part.add(folder, in: root, role) }
      part.sort(below: folder)
      return part
    }
    // In path order, a folder's files are consecutive, at the position of the folder's path plus `/`.
    var pieces = zip(folders, parts).map { (key: "\($0)/", part: $1) }
    for index in top.files.indices {
      pieces.append((top.files[index].path, Listing(files: [top.files[index]], stamps: [top.stamps[index]])))
    }
    pieces.sort { $0.key.precedes($1.key) }  // sorted: reaches output
    var whole = Listing(links: top.links, misnamed: top.misnamed, stamp: top.stamp)
    let count = parts.reduce(top.files.count) { $0 + $1.files.count }
    whole.files.reserveCapacity(count)
    whole.stamps.reserveCapacity(count)
    for piece in pieces {
      whole.files += piece.part.files
      whole.stamps += piece.part.stamps
      whole.links += piece.part.links
      whole.misnamed += piece.part.misnamed
      whole.stamp.add(piece.part.stamp)
    }
    whole.links.sort { $0.precedes($1) }  // sorted: reaches output
    whole.misnamed.sort { $0.path.precedes($1.path) }  // sorted: reaches output
    return whole
  }

  private func findings(_ listing: Listing, in folder: String) -> [Diagnostic] {
    listing.misnamed.map { path, fault in
      Diagnostic(
        .error, .invalidFileName, "the name '\(path.lastPart)' \(fault.reason)",
        hint: "rename it: use letters, digits, '-' and '_'", at: SourceLocation(file: "\(folder)/\(path)"))
    }
      + listing.links.map { link in
        Diagnostic(
          .warning, .symbolicLink, "'\(link.lastPart)' is a symbolic link or a special file, and is ignored",
          hint: "copy the file itself into the folder", at: SourceLocation(file: "\(folder)/\(link)"))
      }
  }

  /// Reports files in the site's folder that planpress reads only in `Content/` or `Templates/`.
  private func misplaced(in directory: String) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    func report(_ path: String, _ right: String) {
      found.append(
        Diagnostic(
          .warning, .fileNotRead, "'\(path)' is not read in this folder", hint: "move it to '\(right)'",
          at: SourceLocation(file: path)))
    }
    for (folder, parent) in [("labels", SourceTree.contentFolder), ("words", SourceTree.templatesFolder)] {
      guard try FileSystem.isFolder("\(directory)/\(folder)") else { continue }
      let names = try FileSystem.entries(of: "\(directory)/\(folder)").map(\.name)
        .filter { $0.pathExtension == "yaml" }.sorted { $0.precedes($1) }
      if let name = names.first { report("\(folder)/\(name)", "\(parent)/\(folder)/\(name)") }
    }
    for name in ["values.csv", "values.xlsx"] + RegisterKind.allCases.map({ "\($0.rawValue).yaml" }) {
      guard try FileSystem.kind(of: "\(directory)/\(name)") == .file else { continue }
      report(name, "\(SourceTree.contentFolder)/\(name)")
    }
    return found
  }

  private func role(of name: String, in folder: String) -> SourceFile.Role {
    switch name.pathExtension {
    case "md", "markdown": return .page
    case "yaml", "yml":
      let baseName = name.withoutPathExtension
      if folder.isEmpty, baseName == "site" { return .settings }
      if let kind = RegisterKind(rawValue: baseName) { return .register(kind) }
      if folder == "labels" { return .labels }
      return folder.lastPart == RegisterKind.indicators.rawValue ? .register(.indicators) : .attachment
    case "csv":
      if folder.isEmpty, name.withoutPathExtension == "values" { return .values }
      return folder.lastPart == RegisterKind.indicators.rawValue ? .observations : .attachment
    case "xlsx": return folder.isEmpty && name.withoutPathExtension == "values" ? .values : .attachment
    default: return .attachment
    }
  }
}

extension SiteReader.Listing {
  /// Sorts by the bytes of the paths. The first eight bytes below the folder, as a number, decide most comparisons.
  fileprivate mutating func sort(below folder: String) {
    let start = folder.utf8.count + 1
    var order = files.indices.map { (first: files[$0].path.eightBytes(from: start), index: $0) }
    order.sort {  // sorted: reaches output
      $0.first != $1.first ? $0.first < $1.first : files[$0.index].path.precedes(files[$1.index].path)
    }
    (files, stamps) = (order.map { files[$0.index] }, order.map { stamps[$0.index] })
  }

  /// Adds the files of one folder and returns its subfolders.
  fileprivate mutating func add(_ folder: String, in root: String, _ role: SiteReader.Role) throws -> [String] {
    let path = folder.isEmpty ? root : "\(root)/\(folder)"
    let folderName = TreeStamp.name(of: path)
    var folders: [String] = []
    let isThere = try FileSystem.look(into: path, folders: &folders) { bytes, kind, stamp in
      self.stamp.add(stamp, named: bytes, in: folderName)
      let known = String(validating: bytes, as: UTF8.self)
      if let fault = FileNameFault(known) {
        misnamed.append((folder.appending(part: FileNameFault.shown(bytes)), fault))
        return
      }
      guard let name = known, !OfficeFile.isLitter(name) else { return }
      if kind == .file {
        files.append(SourceFile(name: name, in: folder, role: role(name, folder), size: stamp.size))
        stamps.append(stamp)
      } else {
        links.append(folder.appending(part: name))
      }
    }
    guard isThere else { throw FileSystem.failure("list", path) }
    return folders.compactMap { name in
      guard let fault = FileNameFault(name) else { return folder.appending(part: name) }
      name.withBytes { bytes in
        misnamed.append((folder.appending(part: FileNameFault.shown(UnsafeRawBufferPointer(bytes))), fault))
      }
      return nil
    }
  }
}
