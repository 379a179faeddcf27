import Files

/// The files of a site, sorted by path, before their contents are read.
package struct SourceTree: Sendable {
  /// The name of the content folder.
  package static let contentFolder = "Content"
  package static let templatesFolder = "Templates"
  package static let snapshotsFolder = "snapshots"
  package static let otherPlansFolder = "other-plans"

  package let folders: SiteFolders
  package let files: [SourceFile]
  /// The site's own templates and assets, sorted by path.
  package let templates: [SourceFile]
  /// The snapshots, sorted by path.
  package let snapshots: [SourceFile]
  /// The copies of other sites' plans, sorted by path.
  package let otherPlans: [SourceFile]
  /// The stamp of each file when the folders were listed, before any file was read: content files, theme files,
  /// snapshots, other plans.
  package let stamps: [FileStamp]
  /// The stamp of the whole tree, including symbolic links and special files.
  package let stamp: TreeStamp
}

extension SourceTree {
  /// The tree without empty pages. A size of 0 may mean that the size is unknown, so those files are read.
  package func withoutEmptyPages() throws -> SourceTree {
    let kept = try files.filter { file in
      guard file.role == .page, file.size == 0 else { return true }
      return try FileSystem.contents(of: "\(siteDirectory)/\(file.contentPath)")?.isEmpty == false
    }
    return SourceTree(
      folders: folders, files: kept, templates: templates, snapshots: snapshots, otherPlans: otherPlans, stamps: stamps,
      stamp: stamp)
  }

  /// The path of the site folder in the file system.
  package var siteDirectory: String { folders.siteDirectory }

  /// The path of every file as messages show it: content files, theme files, snapshots, other plans.
  package var shownPaths: [String] {
    files.map(\.contentPath) + templates.map { "\(SourceTree.templatesFolder)/\($0.path)" }
      + snapshots.map { "\(SourceTree.snapshotsFolder)/\($0.path)" }
      + otherPlans.map { "\(SourceTree.otherPlansFolder)/\($0.path)" }
  }
}

/// One file of a site.
package struct SourceFile: Hashable, Sendable {
  /// Relative to its folder (`Content/` or `Templates/`), with `/`.
  package let path: String
  /// The folder of the file, without trailing `/`; empty at the top. Files of one folder share the string.
  package let folder: String
  package let role: Role
  /// Whether the file is the index page of its folder: `index.md`, or Hugo's `_index.md`.
  package let isIndex: Bool
  /// In bytes, when the folder was listed; 0 if unknown.
  let size: Int

  package init(path: String, role: Role) {
    self.init(name: path.lastPart, path: path, folder: path.folderPart, role: role, size: 0)
  }

  init(name: String, in folder: String, role: Role, size: Int) {
    self.init(name: name, path: folder.appending(part: name), folder: folder, role: role, size: size)
  }

  private init(name: String, path: String, folder: String, role: Role, size: Int) {
    self.path = path
    self.folder = folder
    self.role = role
    self.size = size
    let baseName = name.withoutPathExtension
    isIndex = baseName == "index" || baseName == "_index"
  }

  package static func == (a: SourceFile, b: SourceFile) -> Bool { a.path == b.path && a.role == b.role }
  package func hash(into hasher: inout Hasher) { hasher.combine(path) }

  package enum Role: Hashable, Sendable {
    /// A Markdown page.
    case page
    /// `site.yaml`.
    case settings
    /// A register of the given kind.
    case register(RegisterKind)
    /// The observations of one indicator, `indicators/<id>.csv`.
    case observations
    /// The values of many indicators, `values.csv` or `values.xlsx` beside `site.yaml`.
    case values
    /// Words for the columns and cells of data files, `labels/<language>.yaml` beside `site.yaml`.
    case labels
    /// Any other file; copied unchanged.
    case attachment
    /// A file of the theme.
    case theme
    /// A record of the site at an earlier time.
    case snapshot
    /// The copy of another site's plan.
    case otherPlan

    var isRegister: Bool { if case .register = self { true } else { false } }
  }

  /// The last part of the path.
  package var name: String { path.lastPart }

  /// The path as messages show it: `Content/plan/index.md`.
  package var contentPath: String { "\(SourceTree.contentFolder)/\(path)" }
}

/// The registers that the site's root or a plan's folder can contain.
package enum RegisterKind: String, CaseIterable, Sendable {
  case indicators, programmes, departments, glossary, actions
}
