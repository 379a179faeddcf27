import Files

/// Every file under `Content/`, sorted by path: what there is, not yet what it says.
package struct SourceTree: Sendable {
  /// Names the content folder in messages.
  package static let contentFolder = "Content"
  package static let templatesFolder = "Templates"

  /// The site folder, as the machine names it.
  package let siteDirectory: String
  package let files: [SourceFile]
  /// Templates and assets of the site's own, by name.
  package let templates: [SourceFile]
  /// What each file looked like from outside when the folders were listed, before any of them was read: those of the
  /// content, then those of the theme.
  package let stamps: [FileStamp]
  /// All that was seen, also what is no ordinary file.
  package let stamp: TreeStamp
}

extension SourceTree {
  /// Every file as messages show it: those of the content, then those of the theme.
  package var shownPaths: [String] {
    files.map(\.contentPath) + templates.map { "\(SourceTree.templatesFolder)/\($0.path)" }
  }
}

/// One file of a site.
package struct SourceFile: Hashable, Sendable {
  /// Relative to its folder (`Content/` or `Templates/`), with `/`.
  package let path: String
  /// The folder of the file, without `/` at the end; empty at the top. Files of one folder share the text.
  package let folder: String
  package let role: Role
  /// `index.md`, or Hugo's `_index.md`: stands for its folder.
  let isIndex: Bool
  /// In bytes, when the folder was listed; 0 where nobody looked.
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
    let stem = name.withoutPathExtension
    isIndex = stem == "index" || stem == "_index"
  }

  package static func == (a: SourceFile, b: SourceFile) -> Bool { a.path == b.path && a.role == b.role }
  package func hash(into hasher: inout Hasher) { hasher.combine(path) }

  package enum Role: Hashable, Sendable {
    /// A Markdown page.
    case page
    /// `site.yaml`.
    case settings
    /// A register, of what.
    case register(RegisterKind)
    /// The observations of one indicator, `indicators/<id>.csv`.
    case observations
    /// Anything else: copied.
    case attachment
    /// A file of the theme.
    case theme
  }

  /// The last part of the path.
  package var name: String { path.lastPart }
}

/// The registers that a site's folder or a plan's may hold.
package enum RegisterKind: String, CaseIterable, Sendable {
  case indicators, programmes, departments, glossary
}
