/// The languages that a file's texts may be written in, as mappings by language: `name: {zh-CN: 城镇化率, en: Urbanisation rate}`.
package struct TextLanguages: Hashable, Sendable {
  /// The tags of the site's languages; the first is the main one.
  package let tags: [String]
  /// The one that is read.
  package let chosen: String

  package init(tags: [String], chosen: String) {
    self.tags = tags
    self.chosen = chosen
  }

  /// Nil for a site with one language, whose texts are no mappings.
  package init?(tags: [String], edition: Int) {
    guard tags.count > 1, tags.indices.contains(edition) else { return nil }
    self.init(tags: tags, chosen: tags[edition])
  }
}

extension YAMLNode {
  /// The tree with the text in the chosen language in place of each mapping by language. A text that is missing in it is
  /// that of the main language, else the first. A mapping with any other key is no text.
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

  private static func text(of entries: [YAMLEntry], _ languages: TextLanguages) -> YAMLNode? {
    guard !entries.isEmpty, entries.allSatisfy({ languages.tags.contains($0.key.value) }) else { return nil }
    let wanted = [languages.chosen] + languages.tags
    return wanted.lazy.compactMap { tag in entries.first { $0.key.value == tag && !$0.value.isNull }?.value }.first
  }
}
