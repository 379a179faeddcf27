import Diagnostics

/// The entries of a mapping while it is read: each key once, merged ones (`<<`) behind the written ones.
struct YAMLMappingEntries {
  private var written: [YAMLEntry] = []
  private var merged: [YAMLEntry] = []
  /// Places in `written`; only kept up once the mapping is long. Short ones are searched.
  private var index: [String: Int] = [:]

  /// Empirically: where looking up a hash becomes cheaper than comparing small strings.
  private static let searchedLength = 16

  /// Adds an entry, unless its key is there already: then the place of the first is returned.
  mutating func append(_ entry: YAMLEntry) -> SourceRange? {
    if let first = position(of: entry.key.value) { return written[first].key.range }
    if written.count >= Self.searchedLength {
      if index.isEmpty { for (place, entry) in written.enumerated() { index[entry.key.value] = place } }
      index[entry.key.value] = written.count
    }
    written.append(entry)
    return nil
  }

  /// What `<<` brings: a mapping or a list of mappings, the earlier of which win. False if it is neither.
  mutating func merge(_ node: YAMLNode) -> Bool {
    switch node.content {
    case .mapping(let entries): merged.append(contentsOf: entries)
    case .sequence(let items):
      guard items.allSatisfy({ $0.asMapping != nil }) else { return false }
      for item in items { merged.append(contentsOf: item.asMapping ?? []) }
    case .scalar: return false
    }
    return true
  }

  var all: [YAMLEntry] {
    guard !merged.isEmpty else { return written }
    var result = self
    result.merged = []
    for entry in merged { _ = result.append(entry) }
    return result.written
  }

  private func position(of key: String) -> Int? {
    index.isEmpty ? written.firstIndex { $0.key.value == key } : index[key]
  }
}
