import BuiltInGuide
import SiteSources

/// The meanings in the guide's tables of keys, for each kind of file.
struct GuideTables: Sendable {
  /// A section of a page, by its heading.
  private struct Section {
    let page: [UInt8]
    let heading: String
  }

  private let meanings: [String: String]

  init(of kind: ContentSchema) {
    let sections: [Section] =
      switch kind {
      case .site: [Section(page: settingsPage, heading: "site.yaml")]
      case .page:
        [
          Section(page: contentPage, heading: "Front matter"),
          Section(page: settingsPage, heading: "Settings of a plan"),
        ]
      case .indicators: [Section(page: indicatorsPage, heading: "All keys")]
      case .actions: [Section(page: actionsPage, heading: "Keys"), Section(page: actionsPage, heading: "Updates")]
      case .programmes: [Section(page: registersPage, heading: "Programmes")]
      case .departments: [Section(page: registersPage, heading: "Departments")]
      case .glossary: [Section(page: registersPage, heading: "Glossary")]
      }
    var meanings: [String: String] = [:]
    for section in sections {
      for (key, text) in GuideTables.rows(of: section) { meanings[key] = meanings[key] ?? text }
    }
    self.meanings = meanings
  }

  /// Without the marks of Markdown; nil for a key that the tables do not have.
  subscript(key: String) -> String? { meanings[key] }

  /// The keys of a section's rows with the text beside them: "| `date`, `updated` | days |" gives two.
  private static func rows(of section: Section) -> [(key: String, text: String)] {
    let lines = String(decoding: section.page, as: UTF8.self).split(separator: "\n")
    guard let start = lines.firstIndex(where: { $0.hasPrefix("## \(section.heading)") }) else { return [] }
    return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }.filter { $0.hasPrefix("| `") }.flatMap {
      line -> [(key: String, text: String)] in
      let cells = line.dropFirst(2).dropLast(2).split(separator: " | ", maxSplits: 1)
      guard cells.count == 2 else { return [] }
      let text = cells[1].replacing(/\[([^\]]+)\]\([^)]+\)/, with: \.output.1).replacing("`", with: "")
      return cells[0].matches(of: /`([a-z-]+)[^`]*`/).map { (String($0.output.1), String(text)) }
    }
  }
}
