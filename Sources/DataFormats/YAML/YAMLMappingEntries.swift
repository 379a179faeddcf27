import Diagnostics

/// Collects the entries of a mapping: each key once, merged entries (`<<`) after the others.
struct YAMLMappingEntries {
  private var written: [YAMLEntry] = []
  private var merged: [YAMLEntry] = []
  /// Indices in `written`; empty for a short mapping, which is searched linearly.
  private var index: [String: Int] = [:]

  /// Empirically derived: beyond this length a hash lookup is faster than comparing short strings.
  private static let searchedLength = 16

  /// Adds an entry. If its key is repeated, adds nothing and returns the range of the first.
  mutating func append(_ entry: YAMLEntry) -> SourceRange? {
    if let first = position(of: entry.key.value) { return written[first].key.range }
    if written.count >= Self.searchedLength {
      if index.isEmpty { for (position, entry) in written.enumerated() { index[entry.key.value] = position } }
      index[entry.key.value] = written.count
    }
    written.append(entry)
    return nil
  }

  /// Adds the value of `<<`: a mapping, or a list of mappings of which earlier ones win. False if it is neither.
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
