import Files
import Markup
import SiteSources

/// The name of each folder of `Content/` in URLs: the folder's name without its order number, or the `slug` of its
/// index page.
struct FolderNames {
  private var paths: [String: String] = ["": ""]
  /// The result of the last lookup. The pages of a folder are consecutive.
  private var last = (folder: "", path: "")

  init() {}

  init(_ pages: PageTable, indexes: [String: PageRef]) {
    var folders: [String] = []
    for page in pages.indices where folders.last != pages.headers[page].folder {
      folders.append(pages.headers[page].folder)
    }
    for folder in folders.sorted(by: { $0.utf8.count < $1.utf8.count }) { add(folder, pages: pages, indexes: indexes) }
  }

  private mutating func add(_ folder: String, pages: PageTable, indexes: [String: PageRef]) {
    guard paths[folder] == nil else { return }
    let outer = folder.folderPart
    add(outer, pages: pages, indexes: indexes)
    let given = indexes[folder].flatMap { pages[$0].fields.slug?.value }
    let ordered = OrderedName(folder.lastPart)
    // The year of a report is not its order: a later report of its kind has the same words after it.
    let keepsYear = (ordered.order ?? 0) >= 1000 && indexes[folder].map { pages.headers[$0].isReport } == true
    let name = given ?? (keepsYear ? folder.lastPart : ordered.name)
    paths[folder] = (paths[outer] ?? "").appending(part: Slug(name)?.text ?? "_")
  }

  /// `plan/platforms` for the folder `plan/1-platforms`.
  func path(ofFolder folder: String) -> String {
    if let path = paths[folder] { return path }
    guard !folder.isEmpty else { return "" }
    return path(ofFolder: folder.folderPart).appending(part: Slug(OrderedName(folder.lastPart).name)?.text ?? "_")
  }

  /// Returns `path(ofFolder:)`, and caches the result for the next call with the same folder.
  mutating func path(ofNext folder: String) -> String {
    if last.folder != folder { last = (folder, path(ofFolder: folder)) }
    return last.path
  }
}
