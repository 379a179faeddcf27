import DataFormats
import Words

/// The texts of `site.yaml`, registers and front matter: which of them readers see, and which of those an edition shows
/// in the main language because nobody translated them.
package struct UntranslatedTexts {
  /// How an edition treats a text that nobody translated.
  private enum Use {
    /// It needs every language.
    case needed
    /// Readers see it, but it may be the same in each language, such as a name. It is marked as a text of the main language.
    case shown
  }

  /// By key. A test finds a key of texts that is missing here.
  private static let uses: [String: Use] = [
    "title": .needed, "description": .needed, "publisher": .needed, "name": .needed, "short-name": .needed,
    "term": .needed, "definition": .needed, "summary": .needed, "category": .needed, "purpose": .needed,
    "context": .needed, "method": .needed, "limitations": .needed, "coverage": .needed, "group": .needed,
    "region": .needed, "why": .needed, "text": .needed, "note": .needed, "place": .needed, "levels": .needed,
    "accessibility": .shown, "address": .shown, "by": .shown, "calculation": .shown, "footer": .shown,
    "licence": .shown, "operated-by": .shown, "organisation": .shown, "phrase": .shown, "quote": .shown,
    "short-title": .shown, "source": .shown, "tags": .shown, "unit": .shown,
  ]

  /// The keys of all texts that readers see.
  package static var keys: Set<String> { Set(uses.keys) }

  /// Whether a text needs every language: one of the keys that do, or a unit that is a word and not a sign such as `km²`.
  package static func isNeeded(_ text: String, under key: String) -> Bool {
    guard text.contains(where: \.isLetter) else { return false }
    if key == "unit" {
      return WritingSystem(of: text) != nil || text.split { !$0.isLetter }.contains { $0.count > 3 }
    }
    return uses[key] == .needed
  }

  /// The keys that a translation of a page gives itself.
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
      collect(entry.value, isShown: UntranslatedTexts.uses[entry.key.value] != nil, languages)
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
          collect(entry.value, isShown: UntranslatedTexts.uses[entry.key.value] != nil, languages)
        }
        return
      }
      hasTranslations = true
      if entries.contains(where: { $0.key.value == languages.chosen && !$0.value.isNull }) { return }
      collect(node.text(in: languages), isShown: true, languages)
    }
  }
}
