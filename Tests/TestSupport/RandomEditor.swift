import Foundation

/// Edits a site's sources as people and programs do. The random input determines the edits.
package struct RandomEditor {
  private var random: SplitMix
  private let folder: TemporaryFolder
  /// The original files, by path below `Content/`.
  private let originals: [String: Data]

  package init(_ folder: TemporaryFolder, _ input: RandomInput) {
    self.folder = folder
    random = input.generator
    originals = folder.files(in: "Content")
  }

  private mutating func next(below bound: Int) -> Int { Int(random.next() % UInt64(max(1, bound))) }

  /// Makes one edit and returns its description.
  package mutating func edit() -> String {
    let files = folder.files(in: "Content").keys.sorted()
    let pages = files.filter { $0.hasSuffix(".md") }
    let data = files.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }
    func path(_ file: String) -> String { "Content/\(file)" }
    let page = pages.isEmpty ? nil : pages[next(below: pages.count)]
    switch next(below: 18) {
    case 0, 1, 2, 3:
      guard let page else { return restore() }
      // Most edits change only the text and leave the front matter alone.
      return change(path(page), "text") { lines, index in
        lines.insert("Some words \(index) and *more*.", at: lines.count)
      }
    case 4:
      guard let page else { return restore() }
      return change(path(page), "heading") { lines, index in lines += ["", "## Heading \(index % 5)"] }
    case 5:
      guard let page else { return restore() }
      return change(path(page), "line gone") { lines, index in lines.remove(at: index) }
    case 6:
      guard let page else { return restore() }
      return change(path(page), "link") { lines, index in lines += ["", "[a](\(pages[index % pages.count]))"] }
    case 7:
      guard !data.isEmpty else { return restore() }
      let file = data[next(below: data.count)]
      return change(path(file), "data") { lines, index in
        lines[index] = lines[index].replacingOccurrences(of: "2", with: "3")
      }
    case 8:
      guard let page, page != "index.md" else { return restore() }
      folder.delete(path(page))
      return "\(page) deleted"
    case 9:
      let name = "new-\(next(below: 4)).md"
      folder.write("---\ntitle: New \(next(below: 3))\n---\nText.\n", to: path(name))
      return "\(name) written"
    case 10:
      folder.write(".status { color: #\(next(below: 900) + 100) }\n", to: "Templates/own.css")
      return "style sheet"
    case 11:
      guard let page, let text = folder.text(path(page)) else { return restore() }
      folder.write(text, to: path(page))
      return "\(page) written again"
    case 12:
      guard let page, page != "index.md", let text = folder.text(path(page)) else { return restore() }
      folder.delete(path(page))
      let name = page.replacingOccurrences(of: ".md", with: "-b.md")
      folder.write(text, to: path(name))
      return "\(page) renamed"
    case 13:
      guard folder.text("Templates/section.mustache") == nil else {
        folder.delete("Templates/section.mustache")
        return "template deleted"
      }
      let texts = ["<p>{{title}}</p>{{{content}}}", "<p>{{title}}</p>\n  {{{content}}}{{{content}}}", "{{#nothing}}"]
      folder.write(texts[next(below: texts.count)], to: "Templates/section.mustache")
      return "template written"
    case 14:
      guard let page, let text = folder.text(path(page)) else { return restore() }
      // Many editors save by deleting the file and creating it again.
      folder.delete(path(page))
      folder.write(text + "\nSaved anew.\n", to: path(page))
      return "\(page) replaced"
    default: return restore()
    }
  }

  /// Restores one file to its original content.
  private mutating func restore() -> String {
    let names = originals.keys.sorted()
    let name = names[next(below: names.count)]
    folder.write(originals[name]!, to: "Content/\(name)")
    return "\(name) restored"
  }

  /// Restores all files, as `git checkout` would.
  package func restoreAll() {
    if folder.exists("Templates/section.mustache") { folder.delete("Templates/section.mustache") }
    for name in folder.files(in: "Content").keys where originals[name] == nil { folder.delete("Content/\(name)") }
    for (name, data) in originals { folder.write(data, to: "Content/\(name)") }
  }

  private mutating func change(_ file: String, _ what: String, _ edit: (inout [String], Int) -> Void) -> String {
    var lines = folder.text(file)!.components(separatedBy: "\n")
    edit(&lines, next(below: lines.count))
    folder.write(lines.joined(separator: "\n"), to: file)
    return "\(file): \(what)"
  }
}
