import DataFormats
import Diagnostics
import Files
import Synchronization
import Words

/// The languages that a site can be written in: those that planpress has words for, and those of the site's own
/// `Templates/words/`.
package final class Languages: Sendable {
  /// The folder of the files of words, in the folder of templates.
  package static let folder = "words"

  /// The site's own files, each on top of that of planpress, by tag.
  private let own: [String: WordFile]
  /// The words of each file that a page asked for. A lock, because pages are parsed by several threads.
  private let known = Mutex<[String: WordLanguage]>([:])

  /// The built-in languages alone.
  package static let builtIn = Languages(own: [:])

  private init(own: [String: WordFile]) {
    self.own = own
  }

  /// Nil for a language without words. A tag with a region has the words of the language if there are none for the
  /// region.
  package func language(_ tag: String) -> Language? {
    guard let key = key(of: tag) else { return nil }
    let words = known.withLock { known in
      if let words = known[key] { return words }
      let words = own[key].map { $0.language() } ?? Languages.builtIn(key)
      known[key] = words
      return words
    }
    return Language(tag: canonicalLanguageTag(tag), words: words)
  }

  /// Whether a file of the site has the words of a tag. Then what it lacks is reported at its location.
  func isOwn(_ tag: String) -> Bool { key(of: tag).map { own[$0] != nil } ?? false }

  /// The tags of all files, for messages.
  package var tags: [String] { BuiltInWords.tags + own.keys.filter { !BuiltInWords.tags.contains($0) }.sorted() }

  /// The file with the words of a tag: of the tag itself, else of its language.
  private func key(of tag: String) -> String? {
    let tags = tags
    let wanted = tag.lowercased()
    if let exact = tags.first(where: { $0.lowercased() == wanted }) { return exact }
    guard let primary = Languages.primary(tag) else { return nil }
    return tags.first { $0.lowercased() == primary } ?? BuiltInWords.tags.first { Languages.primary($0) == primary }
  }

  private static func builtIn(_ tag: String) -> WordLanguage {
    switch tag {
    case "zh-CN": .chinese
    case "en": .english
    default: BuiltInWords.file(tag).language()
    }
  }

  /// `zh` of `zh-CN`.
  private static func primary(_ tag: String) -> String? { tag.split(separator: "-").first?.lowercased() }

  // MARK: - Reading

  /// Reads the site's own files.
  package static func read(_ tree: SourceTree) throws -> Checked<Languages> {
    var own: [String: WordFile] = [:]
    var diagnostics: [Diagnostic] = []
    let files = tree.templates.filter { isWords($0.path) }
    guard !files.isEmpty else { return Checked(Languages(own: [:])) }
    let loader = SourceLoader(tree.folders)
    // A language before its regions.
    for file in files.sorted(by: { ($0.path.utf8.count, $0.path) < ($1.path.utf8.count, $1.path) }) {
      let path = "\(SourceTree.templatesFolder)/\(file.path)"
      let tag = file.path.lastPart.withoutPathExtension
      guard isLanguageTag(tag) else {
        diagnostics.append(
          Diagnostic(
            .error, .invalidFileName, "'\(tag)' is not the tag of a language",
            hint: "name the file after its language, such as fr.yaml or pt-BR.yaml", at: SourceLocation(file: path)))
        continue
      }
      let text = try loader.text(of: path, listedWith: file.size)
      diagnostics += text.diagnostics
      // An unchanged copy is not reported, not even for what it lacks.
      guard let source = text.value, source.bytes.elementsEqual(BuiltInWords.bytes(tag) ?? []) == false else {
        continue
      }
      let primary = primary(tag)
      let base =
        primary.flatMap { own[$0] }
        ?? (BuiltInWords.tags.first { $0.lowercased() == tag.lowercased() }
        ?? BuiltInWords.tags.first { Languages.primary($0) == primary }).map(BuiltInWords.file)
      let words = WordFile.parse(source, over: base)
      diagnostics += words.diagnostics
      own[tag] = words.value
    }
    return Checked(Languages(own: own), diagnostics)
  }

  /// Whether a file of `Templates/` holds words.
  package static func isWords(_ path: String) -> Bool {
    path.folderPart == folder && (path.pathExtension == "yaml" || path.pathExtension == "yml")
  }
}
