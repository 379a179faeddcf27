import Diagnostics
import Files
import SiteSources

extension Author {
  /// Adds a section at the end of a plan or of another section, and returns the path of the new file. `parent` is a
  /// path below `Content/`, such as `city-plan/1-air` or `city-plan/air`.
  package func addSection(_ title: String, in parent: String?) throws -> String {
    try checkText(title, option: "the title")
    let folder = try parent.map(folder(of:)) ?? planFolder(nil, option: "--in")
    let number = nextNumber(in: folder).map { "\($0)-" } ?? ""
    return try write(
      "---\ntitle: \(yaml(title))\n---\n\n",
      toNew: folder.appending(part: "\(number)\(name(for: title, in: folder)).md"))
  }

  /// Adds a plan in a folder of its own, and returns the path of its home page.
  package func addPlan(_ title: String, years: ClosedRange<Int>, folder: String?) throws -> String {
    try checkText(title, option: "the title")
    let name = try folder.map { $0.split(separator: "/").joined(separator: "/") } ?? name(for: title, in: "")
    if site.pages.contains(where: { $0.isIndex && $0.file.folder.isEmpty && $0.fields.type?.value == .plan }) {
      throw Refusal(
        "the site is itself a plan",
        hint: "to have several plans, remove 'type: plan' from \(SourceTree.contentFolder)/index.md")
    }
    if let outer = planFolders.first(where: { name.hasPrefix($0 + "/") }) {
      throw Refusal("'\(name)' is inside plan '\(outer)'", hint: "choose a folder outside other plans")
    }
    if folder != nil, let page = self.page(named: name.lastPart, in: name.folderPart), page.file.folder != name {
      throw Refusal(
        "'\(name)' would have the address of \(page.file.contentPath); nothing was written",
        hint: "choose another folder")
    }
    let text = """
      ---
      type: plan
      title: \(yaml(title))
      period: {start: \(years.lowerBound), end: \(years.upperBound)}
      ---


      """
    return try write(text, toNew: name.appending(part: "index.md"))
  }

  /// The folder that holds the subsections of a page.
  private func folder(of parent: String) throws -> String {
    var wanted = parent.split(separator: "/").map(String.init)
    if wanted.first == SourceTree.contentFolder { wanted.removeFirst() }
    let path = wanted.joined(separator: "/")
    let indexes = site.pages.filter(\.isIndex)
    if let page = indexes.first(where: { $0.file.folder == path || bare($0.file.folder) == path }) {
      return page.file.folder
    }
    if let page = site.pages.first(where: {
      !$0.isIndex && [path, "\(path).md"].contains($0.file.path) || bare($0.file.path.withoutPathExtension) == path
    }) {
      throw Refusal(
        "\(page.file.contentPath) is a single file and cannot have subsections",
        hint: "make it a folder: move it to \(SourceTree.contentFolder)/\(page.file.path.withoutPathExtension)/index.md"
      )
    }
    let known = indexes.map { bare($0.file.folder) }.filter { !$0.isEmpty }
    throw Refusal("there is no section or plan '\(parent)'", hint: didYouMean(path, among: known))
  }

  /// A path without its ordering numbers: `city-plan/1-air` becomes `city-plan/air`.
  private func bare(_ path: String) -> String {
    path.split(separator: "/").map { OrderedName(String($0)).name }.joined(separator: "/")
  }
}
