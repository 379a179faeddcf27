import Bytes
import Files

/// A section that changed.
package struct SectionDifference: Sendable {
  package enum Change: String, Sendable { case added, removed, moved, changed }

  /// The path that it has now, or had last.
  package let path: String
  /// The path that it had, if it has another one now.
  package let oldPath: String?
  package let number: String?
  package let oldNumber: String?
  package let title: String
  /// The title that it had, if it has another one now.
  package let oldTitle: String?
  package let change: Change
  package let text: TextDifference
  /// The tag of the language of a translation; nil for the main language of the site.
  package private(set) var language: String?

  func inLanguage(_ tag: String) -> SectionDifference {
    var difference = self
    difference.language = tag
    return difference
  }

  package var numberedTitle: String { number.map { "\($0) \(title)" } ?? title }

  fileprivate init(_ section: SiteState.Section, _ change: Change, _ text: TextDifference) {
    (path, oldPath) = (section.path, nil)
    (number, oldNumber) = change == .removed ? (section.number, section.number) : (section.number, nil)
    (title, oldTitle) = (section.title, nil)
    self.change = change
    self.text = text
  }

  fileprivate init(_ old: SiteState.Section, _ new: SiteState.Section, _ change: Change, _ text: TextDifference) {
    (path, oldPath) = (new.path, old.path == new.path ? nil : old.path)
    (number, oldNumber) = (new.number, old.number)
    (title, oldTitle) = (new.title, old.title == new.title ? nil : old.title)
    self.change = change
    self.text = text
  }
}

extension SectionDifference {
  /// All sections that differ: in the new order, then those that are gone.
  ///
  /// A section was moved if its path changed, or its position among its siblings. A new number caused by other sections is
  /// not a change. A section that merely moved with the one above it is not listed.
  ///
  /// `paths` are the present paths of the sections of the old state.
  static func all(
    from old: [SiteState.Section], to new: [SiteState.Section]
  ) -> (differences: [SectionDifference], paths: [String: String]) {
    let pairs = SectionPairs(old, new)
    let displaced = pairs.displaced()
    var differences: [SectionDifference] = []
    for (index, section) in new.enumerated() {
      guard let place = pairs.oldPlaces[index] else {
        differences.append(SectionDifference(section, .added, TextDifference(from: "", to: section.text)))
        continue
      }
      let earlier = old[place]
      let text = TextDifference(from: earlier.text, to: section.text)
      let isMoved =
        displaced.contains(index) || earlier.path != section.path && !pairs.movedWithParent(earlier.path, section.path)
      guard isMoved || !text.isEmpty || earlier.title != section.title else { continue }
      differences.append(SectionDifference(earlier, section, isMoved ? .moved : .changed, text))
    }
    for place in old.indices where !pairs.taken.contains(place) {
      differences.append(SectionDifference(old[place], .removed, TextDifference(from: old[place].text, to: "")))
    }
    return (
      differences,
      Dictionary(
        new.indices.compactMap { index in pairs.oldPlaces[index].map { (old[$0].path, new[index].path) } },
        uniquingKeysWith: { first, _ in first })
    )
  }
}

/// Which section of the old state each one of the new is.
private struct SectionPairs {
  /// Parallel to the new sections; nil for one that was added.
  private(set) var oldPlaces: [Int?]
  /// The old sections that are still there.
  private(set) var taken: Set<Int> = []
  private var oldPaths: [String: String] = [:]
  private let old: [SiteState.Section]
  private let new: [SiteState.Section]

  private struct Content: Hashable {
    let title, text: String
  }

  init(_ old: [SiteState.Section], _ new: [SiteState.Section]) {
    (self.old, self.new) = (old, new)
    oldPlaces = Array(repeating: nil, count: new.count)
    let byPath = Dictionary(old.indices.map { (old[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, section) in new.enumerated() {
      if let place = byPath[section.path] { pair(index, place) }
    }
    let gone = old.indices.filter { !taken.contains($0) }
    let byContent = Dictionary(grouping: gone) { Content(title: old[$0].title, text: old[$0].text) }
    let byText = Dictionary(grouping: gone) { old[$0].text }
    let goneTitles = Dictionary(grouping: gone) { old[$0].title }
    let newTitles = Dictionary(grouping: new.indices.filter { oldPlaces[$0] == nil }) { new[$0].title }
    for (index, section) in new.enumerated() where oldPlaces[index] == nil {
      // Where the section above went, this one went, too.
      if let parent = oldPaths[section.path.folderPart],
        let place = byPath[parent.appending(part: section.path.lastPart)], !taken.contains(place)
      {
        pair(index, place)
        continue
      }
      let isEmpty = section.text.allSatisfy(\.isWhitespace)
      let same = isEmpty ? nil : byContent[Content(title: section.title, text: section.text)]
      if let place = (same ?? []).first(where: { !taken.contains($0) }) {
        pair(index, place)
      } else if !isEmpty, let places = byText[section.text], places.count == 1, !taken.contains(places[0]) {
        pair(index, places[0])
      } else if let places = goneTitles[section.title], places.count == 1, newTitles[section.title]?.count == 1,
        !taken.contains(places[0])
      {
        // A title that several have, such as Overview, says nothing.
        pair(index, places[0])
      }
    }
  }

  private mutating func pair(_ index: Int, _ place: Int) {
    oldPlaces[index] = place
    taken.insert(place)
    oldPaths[new[index].path] = old[place].path
  }

  /// Whether a path differs only because that of the section above does.
  func movedWithParent(_ old: String, _ new: String) -> Bool {
    old.lastPart == new.lastPart && oldPaths[new.folderPart] == old.folderPart
  }

  /// The sections that kept their path and have another position among their siblings: the smallest set whose removal
  /// restores the order.
  func displaced() -> Set<Int> {
    let kept = new.indices.filter { index in oldPlaces[index].map { old[$0].path == new[index].path } ?? false }
    var displaced: Set<Int> = []
    for (_, siblings) in Dictionary(grouping: kept, by: { new[$0].path.folderPart }) where siblings.count > 1 {
      let places = siblings.map { oldPlaces[$0] ?? 0 }
      let inOrder = Set(longestIncreasing(places))
      for (index, place) in zip(siblings, places) where !inOrder.contains(place) { displaced.insert(index) }
    }
    return displaced
  }

  /// The longest increasing subsequence of distinct numbers; of several, the one with the smallest last number.
  private func longestIncreasing(_ numbers: [Int]) -> [Int] {
    // The index of the smallest last number of a part of each length.
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: numbers.count)
    for (index, number) in numbers.enumerated() {
      let length = ends.partitioningIndex { numbers[$0] > number }
      previous[index] = length > 0 ? ends[length - 1] : nil
      if length == ends.count { ends.append(index) } else { ends[length] = index }
    }
    var part: [Int] = []
    var index = ends.last
    while let current = index {
      part.append(numbers[current])
      index = previous[current]
    }
    return part.reversed()
  }
}
