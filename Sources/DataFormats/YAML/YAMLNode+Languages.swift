import Diagnostics

/// The languages that a file's texts may be written in, as mappings by language: `name: {zh-CN: 城镇化率, en: Urbanisation
/// rate}`.
package struct TextLanguages: Hashable, Sendable {
  /// The tags of the site's languages; the first is the main one.
  package let tags: [String]
  /// The one that is read.
  package let chosen: String

  package init(tags: [String], chosen: String) {
    self.tags = tags
    self.chosen = chosen
  }

  /// Nil for a site with one language, whose texts are not mappings.
  package init?(tags: [String], edition: Int) {
    guard tags.count > 1, tags.indices.contains(edition) else { return nil }
    self.init(tags: tags, chosen: tags[edition])
  }
}

/// Whether a text has the form of a language's tag (BCP 47): two or three letters, then parts of letters and digits.
package func isLanguageTag(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard let first = parts.first, (2...3).contains(first.utf8.count) else { return false }
  return first.allSatisfy { $0.isASCII && $0.isLetter }
    && parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}

/// A tag in the case that BCP 47 recommends: `zh-CN` for `ZH-cn`, `zh-Hant` for `zh-hant`. Case says nothing in a tag.
package func canonicalLanguageTag(_ tag: String) -> String {
  let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
  return parts.enumerated().map { number, part in
    let small = part.lowercased()
    if number > 0, part.utf8.count == 2 { return part.uppercased() }
    return number > 0 && part.utf8.count == 4 && part.allSatisfy(\.isLetter)
      ? small.prefix(1).uppercased() + small.dropFirst() : small
  }.joined(separator: "-")
}

extension Checked where Value == YAMLNode {
  /// The tree with its texts in the chosen language. When the main language is read, a text that is empty in any
  /// language, or of another form than the others, is an error (`field.missing-key`, `field.wrong-type`): the edition
  /// in that language would lose the entry.
  package func text(in languages: TextLanguages?, of source: SourceText) -> Checked<YAMLNode> {
    guard let languages, let node = value else { return self }
    var found = diagnostics
    if languages.chosen == languages.tags.first { node.checkTexts(in: languages.tags, of: source, &found) }
    return Checked(node.text(in: languages), found)
  }
}

extension YAMLNode {
  fileprivate func checkTexts(in tags: [String], of source: SourceText, _ found: inout [Diagnostic]) {
    switch content {
    case .scalar: return
    case .sequence(let items): for item in items { item.checkTexts(in: tags, of: source, &found) }
    case .mapping(let entries):
      guard YAMLNode.isText(entries, in: tags) else {
        if let finding = YAMLNode.brokenText(entries, in: tags, of: source) {
          found.append(finding)
          return
        }
        for entry in entries { entry.value.checkTexts(in: tags, of: source, &found) }
        return
      }
      let texts = entries.filter { tags.contains($0.key.value) }
      let isText = texts.contains { $0.value.asScalar != nil && !$0.value.isNull }
      for entry in texts {
        let tag = entry.key.value
        if entry.value.isNull || entry.value.asScalar?.value.isEmpty == true {
          found.append(
            Diagnostic(
              .error, .missingKey, "the text in '\(tag)' is empty",
              hint: "write it after '\(tag):', or remove '\(tag)'",
              at: source.location(of: entry.key.range)))
        } else if isText, entry.value.asScalar == nil {
          found.append(
            Diagnostic(
              .error, .wrongType, "the text in '\(tag)' must be text, not \(entry.value.kindInWords)",
              hint: "put a text with a comma, a colon or brackets in quotes", at: source.location(of: entry.value.range)
            ))
        }
      }
    }
  }

  /// A finding on texts by language if one of them has a comma without quotes: in `{en: PM2.5, fr: PM2,5}`, `5` is a key
  /// without a value.
  private static func brokenText(_ entries: [YAMLEntry], in tags: [String], of source: SourceText) -> Diagnostic? {
    guard let index = entries.firstIndex(where: { !tags.contains($0.key.value) && $0.key.value != originalKey }),
      index > 0, entries[index].value.isNull, tags.contains(entries[0].key.value),
      entries.allSatisfy({ tags.contains($0.key.value) || $0.value.isNull })
    else { return nil }
    let text = entries[..<index].last { tags.contains($0.key.value) }
    guard let text, let start = text.value.asScalar?.value else { return nil }
    let whole = "\(start),\(entries[index].key.value)"
    return Diagnostic(
      .error, .wrongType,
      "the text in '\(text.key.value)' ends at its comma: '\(entries[index].key.value)' is read as a language",
      hint: "put it in quotes: \(text.key.value): \"\(whole)\"", at: source.location(of: entries[index].key.range))
  }

  /// The tree with the text in the chosen language in place of each mapping by language. A text that is missing in that
  /// language is taken from the main language, else the first. A mapping with any other key is not a text.
  package func text(in languages: TextLanguages?) -> YAMLNode {
    guard let languages else { return self }
    switch content {
    case .scalar: return self
    case .sequence(let items): return YAMLNode(.sequence(items.map { $0.text(in: languages) }), at: range)
    case .mapping(let entries):
      if let text = YAMLNode.text(of: entries, languages) { return text }
      return YAMLNode(
        .mapping(entries.map { YAMLEntry(key: $0.key, value: $0.value.text(in: languages)) }), at: range)
    }
  }

  /// Whether these are the texts of one field by language, with the fingerprint of the text that was translated, if
  /// any.
  package static func isText(_ entries: [YAMLEntry], in tags: [String]) -> Bool {
    entries.contains { tags.contains($0.key.value) }
      && entries.allSatisfy { tags.contains($0.key.value) || $0.key.value == originalKey }
  }

  /// The key of the fingerprint of the text that was translated.
  package static let originalKey = "original"

  private static func text(of entries: [YAMLEntry], _ languages: TextLanguages) -> YAMLNode? {
    guard isText(entries, in: languages.tags) else { return nil }
    let wanted = [languages.chosen] + languages.tags
    return wanted.lazy.compactMap { tag in entries.first { $0.key.value == tag && !$0.value.isNull }?.value }.first
  }
}
