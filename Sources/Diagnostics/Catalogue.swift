/// The messages of planpress in another language, by their English template.
///
/// A catalogue is written as text: an English line, and below it, indented by two spaces, the line in the other language. It is
/// read when the first message is said in that language, so that English costs nothing.
package struct Catalogue: Sendable {
  private let entries: [String: String]

  /// `parts` are texts as described above. A line that begins with `#` is a heading.
  package init(_ parts: [String]) {
    var entries: [String: String] = [:]
    for part in parts {
      var english: Substring = ""
      for line in part.split(separator: "\n") where !line.hasPrefix("# ") {
        if line.hasPrefix("  ") { entries[String(english)] = String(line.dropFirst(2)) } else { english = line }
      }
    }
    self.entries = entries
  }

  package subscript(template: String) -> String? { entries[template] }

  /// The English templates; in no order.
  package var templates: [String] { Array(entries.keys) }
}

extension Catalogue {
  /// The texts are in `Chinese/`, one for each target that says something.
  package static let chinese = Catalogue([
    dataFormats, dataFiles, words, markdown, slips, indicators, actions, siteModel, registers, siteSources, siteEngine,
    moreSiteEngine, authoring, manuscripts, templates, workbooks, commands, moreCommands, comparing,
  ])
}
