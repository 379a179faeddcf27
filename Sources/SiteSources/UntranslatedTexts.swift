import DataFormats
import Words

/// The texts of `site.yaml`, registers and front matter: which of them readers see, and which of those an edition shows
/// in the main language because nobody translated them.
package struct UntranslatedTexts {
  /// The keys of the texts that readers see as texts, and which so need every language.
  package static let needed: Set<String> = [
    "title", "description", "publisher", "name", "short-name", "term", "definition", "summary", "category", "purpose",
    "context", "method", "limitations", "coverage", "group", "region", "why", "text", "note", "place", "levels",
  ]

  /// Whether a text needs every language: one of the keys that do, or a unit that is a word and not a sign such as
  /// `km²`.
  package static func isNeeded(_ text: String, under key: String) -> Bool {
    guard text.contains(where: \.isLetter) else { return false }
    if key == "unit" {
      return WritingSystem(of: text) != nil || text.split { !$0.isLetter }.contains { $0.count > 3 }
    }
    return needed.contains(key)
  }

  /// The keys of all texts that readers see.
  private static let shown = needed.union([
    "accessibility", "address", "by", "calculation", "footer", "group", "licence", "note", "operated-by",
    "organisation",
    "phrase", "place", "quote", "region", "short-title", "source", "tags", "text", "unit", "why",
  ])

  /// The keys of what a translation of a page says itself.
  package static let ofPages: Set<String> = ["title", "short-title", "summary", "tags"]

  /// The texts of a file that the chosen language lacks, as its edition shows them.
  private(set) var texts: [String] = []
  /// Whether any text of the file is a mapping by language.
  private(set) var hasTranslations = false

  /// Texts under `keys` at the top are left out.
  init(of node: YAMLNode, in languages: TextLanguages, without keys: Set<String> = []) {
    guard !keys.isEmpty, let entries = node.asMapping else {
      collect(node, isShown: false, languages)
      return
    }
    for entry in entries {
      let isLeftOut = keys.contains(entry.key.value)
      let before = texts.count
      collect(entry.value, isShown: UntranslatedTexts.shown.contains(entry.key.value), languages)
      if isLeftOut { texts.removeLast(texts.count - before) }
    }
  }

  private mutating func collect(_ node: YAMLNode, isShown: Bool, _ languages: TextLanguages) {
    if let scalar = node.asScalar {
      if isShown, scalar.value.contains(where: \.isLetter) { texts.append(scalar.value) }
    } else if let items = node.asSequence {
      for item in items { collect(item, isShown: isShown, languages) }
    } else if let entries = node.asMapping {
      guard YAMLNode.isText(entries, in: languages.tags) else {
        for entry in entries {
          collect(entry.value, isShown: UntranslatedTexts.shown.contains(entry.key.value), languages)
        }
        return
      }
      hasTranslations = true
      if entries.contains(where: { $0.key.value == languages.chosen && !$0.value.isNull }) { return }
      collect(node.text(in: languages), isShown: true, languages)
    }
  }
}
