/// The changes that a build or deployment makes, or would make, to a folder's files. The lists are sorted.
package struct FileChanges: Hashable, Sendable {
  package var created: [String] = []
  package var changed: [String] = []
  package var deleted: [String] = []
  package var unchanged = 0

  package init() {}

  package var isEmpty: Bool { created.isEmpty && changed.isEmpty && deleted.isEmpty }
}
