/// What became of a folder's files, or would; the lists are sorted.
package struct FileChanges: Hashable, Sendable {
  package var created: [String] = []
  package var changed: [String] = []
  package var deleted: [String] = []
  package var unchanged = 0

  package init() {}

  package var isEmpty: Bool { created.isEmpty && changed.isEmpty && deleted.isEmpty }
}
