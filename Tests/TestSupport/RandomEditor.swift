import Foundation

/// Edits a site's sources as people and programs do, in the same way for the same random input.
package struct RandomEditor {
  private var random: SplitMix
  private let folder: TemporaryFolder
  /// The texts at the start, to mend what was broken.
  private let originals: [String: Data]

  package init(_ folder: TemporaryFolder, _ input: RandomInput) {
    self.folder = folder
    random = input.generator
    originals = folder.files(in: "Content")
  }

  package init(_ folder: TemporaryFolder, seed: UInt64) {
    self.init(folder, RandomInput(seed: seed, rounds: 50))
  }

  private mutating func next(below bound: Int) -> Int { Int(random.next() % UInt64(max(1, bound))) }

  /// Makes one edit and says which.
  package mutating func edit() -> String {
    let files = folder.files(in: "Content").keys.sorted()
    let pages = files.filter { $0.hasSuffix(".md") }
    let data = files.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }
    func path(_ file: String) -> String { "Content/\(file)" }
    let page = pages.isEmpty ? nil : pages[next(below: pages.count)]
    switch next(below: 18) {
    case 0, 1, 2, 3:
      guard let page else { return restore() }
      // Without front matter's lines the text alone changes, most of the time.
      return change(path(page), "text") { lines, place in
        lines.insert("Some words \(place) and *more*.", at: lines.count)
      }
    case 4:
      guard let page else { return restore() }
      return change(path(page), "heading") { lines, place in lines += ["", "## Heading \(place % 5)"] }
    case 5:
      guard let page else { return restore() }
      return change(path(page), "line gone") { lines, place in lines.remove(at: place) }
    case 6:
      guard let page else { return restore() }
      return change(path(page), "link") { lines, place in lines += ["", "[a](\(pages[place % pages.count]))"] }
    case 7:
      guard !data.isEmpty else { return restore() }
      let file = data[next(below: data.count)]
      return change(path(file), "data") { lines, place in
        lines[place] = lines[place].replacingOccurrences(of: "2", with: "3")
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
      // As many editors save.
      folder.delete(path(page))
      folder.write(text + "\nSaved anew.\n", to: path(page))
      return "\(page) replaced"
    default: return restore()
    }
  }

  /// Puts one file back as it was at the start.
  private mutating func restore() -> String {
    let names = originals.keys.sorted()
    let name = names[next(below: names.count)]
    folder.write(originals[name]!, to: "Content/\(name)")
    return "\(name) restored"
  }

  /// Puts everything back, as `git checkout` would.
  package func mend() {
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
