import Diagnostics

/// Every file under `Content/`, sorted by path: what there is, not yet what it says.
package struct SourceTree: Sendable {
  /// Names the content folder in messages.
  package static let contentFolder = "Content"
  package static let templatesFolder = "Templates"

  /// The site folder, as the machine names it.
  let siteDirectory: String
  let files: [SourceFile]
  /// Templates and assets of the site's own, by name.
  let templates: [SourceFile]
}

extension SourceTree {
  /// Every file as messages show it: those of the content, then those of the theme.
  var shownPaths: [String] { files.map(\.contentPath) + templates.map { "\(SourceTree.templatesFolder)/\($0.path)" } }

  /// What each file looks like from outside, in the order of `shownPaths`; nil for one that went away.
  func stamps(jobs: Int) async throws -> [FileStamp?] {
    try await concurrentMap(shownPaths, jobs: jobs, longestRun: 64) { try FileStamp("\(siteDirectory)/\($0)") }
  }
}

/// One file of a site.
package struct SourceFile: Hashable, Sendable {
  /// Relative to its folder (`Content/` or `Templates/`), with `/`.
  let path: String
  /// The folder of the file, without `/` at the end; empty at the top. Files of one folder share the text.
  let folder: String
  let role: Role
  /// `index.md`, or Hugo's `_index.md`: stands for its folder.
  let isIndex: Bool

  init(path: String, role: Role) {
    self.init(path: path, folder: path.folderPart, role: role)
  }

  fileprivate init(path: String, folder: String, role: Role) {
    self.path = path
    self.folder = folder
    self.role = role
    let stem = path.lastPart.withoutPathExtension
    isIndex = stem == "index" || stem == "_index"
  }

  package static func == (a: SourceFile, b: SourceFile) -> Bool { a.path == b.path && a.role == b.role }
  package func hash(into hasher: inout Hasher) { hasher.combine(path) }

  enum Role: Hashable, Sendable {
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
  var name: String { path.lastPart }

  /// Files at paths in their order.
  static func all(at paths: [String], role: (String) -> Role) -> [SourceFile] {
    var folder = ""
    return paths.map { path in
      let own = path.folderPart
      // By bytes: two folders that Unicode holds equal are two.
      if !own.utf8.elementsEqual(folder.utf8) { folder = own }
      return SourceFile(path: path, folder: folder, role: role(path))
    }
  }
}

/// The registers that a site's folder or a plan's may hold.
enum RegisterKind: String, CaseIterable, Sendable {
  case indicators, programmes, departments, glossary
}

extension String {
  /// All before the last `/`; empty where there is none.
  var folderPart: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(self[..<slash])
  }

  /// All after the last `/`.
  var lastPart: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return self }
    return String(self[utf8.index(after: slash)...])
  }

  /// `folder/name`, or the name alone at the top.
  func appending(part: String) -> String {
    isEmpty ? part : "\(self)/\(part)"
  }

  /// The part behind the last `.` of the name, lowered; empty where there is none or the name starts with it.
  var pathExtension: String {
    let name = lastPart
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    return name[name.utf8.index(after: dot)...].lowercased()
  }

  /// Without the last `.` of the name and what is behind it.
  var withoutPathExtension: String {
    let kept = pathExtension.utf8.count
    return kept == 0 ? self : String(decoding: utf8.dropLast(kept + 1), as: UTF8.self)
  }
}
