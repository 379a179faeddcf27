/// Why one page was made anew by a build, or left out.
package struct PageExplanation: Hashable, Sendable {
  /// Of the page's file, below the output folder.
  package let path: String
  package let isBuilt: Bool
  package let reason: String
}

extension SiteBuild {
  /// Of a build that had nothing to do.
  func explainNothing(_ manifest: Manifest) -> [PageExplanation] {
    manifest.pages.map {
      PageExplanation(path: $0, isBuilt: false, reason: "no source has changed, and no file of the website")
    }
  }

  /// Of a build of some texts. `changed` are places among the record's pages.
  func explain(_ manifest: Manifest, _ record: TextRecord, changed: Set<Int>, _ sources: [String]) -> [PageExplanation]
  {
    let outputs = Dictionary(record.outputs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return manifest.pages.map { path in
      let source = outputs[path]?.texts.first { changed.contains($0.page) }.map {
        record.sources[record.pages[$0.page].source].path
      }
      return PageExplanation(
        path: path, isBuilt: source != nil,
        reason: source.map { "the text of \($0) changed" } ?? "nothing that it shows has changed")
    }
  }

  /// Of a whole build. `before` is what the last one noted.
  func explainAll(
    _ paths: [String], _ changes: FileChanges, before: TextRecord?, now: TextRecord?, isSameSetting: Bool
  ) -> [PageExplanation] {
    let changed = changedSources(before, now)
    let (created, written) = (Set(changes.created), Set(changes.changed))
    let outputs = Dictionary((now?.outputs ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let all: String
    if before == nil {
      all = "nothing is known of an earlier build"
    } else if !isSameSetting {
      all = "the program or its options are others"
    } else if let first = changed.first {
      all = "\(first) changed\(changed.count > 1 ? " and \(changed.count - 1) more" : ""), more than a text"
    } else {
      all = "a file of the website was changed or deleted"
    }
    let sources = Set(changed)
    return paths.filter { $0.hasSuffix(".html") }.sorted { $0.precedes($1) }.map { path in
      let own = outputs[path]?.texts.lazy.compactMap { text in
        now.map { $0.sources[$0.pages[text.page].source].path }
      }.first(where: sources.contains)
      let reason = own.map { "\($0) changed" } ?? all
      guard created.contains(path) || written.contains(path) else {
        return PageExplanation(path: path, isBuilt: false, reason: "\(reason), and what the page shows is as it was")
      }
      return PageExplanation(
        path: path, isBuilt: true, reason: "\(reason); \(created.contains(path) ? "new" : "changed")")
    }
  }

  /// The sources that are new, gone or others, sorted.
  private func changedSources(_ before: TextRecord?, _ now: TextRecord?) -> [String] {
    guard let before, let now else { return [] }
    let old = Dictionary(before.sources.map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(now.sources.map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first })
    let changed =
      now.sources.filter { old[$0.path] != $0.stamp }.map(\.path) + before.sources.map(\.path).filter { new[$0] == nil }
    return changed.sorted { $0.precedes($1) }
  }
}

extension Manifest {
  fileprivate var pages: [String] { paths.filter { $0.hasSuffix(".html") } }
}
