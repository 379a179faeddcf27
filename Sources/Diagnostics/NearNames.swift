import Synchronization

/// The names of one table, for suggestions where a name does not exist.
///
/// A site may have thousands of names, and as many that are misspelt. So a look-up does not compare the word with every
/// name of a long table: it compares it with its neighbours in alphabetical order from the start and from the end of
/// the names. It also stops after a fixed number of steps, which long names reach.
///
/// The order is computed at the first look-up, which most sites never make. The lock is there because threads share
/// that computation; without it, each page with a finding would sort the names again.
package final class NearNames: Sendable {
  private let names: @Sendable () -> [String]
  private let order = Mutex<Order?>(nil)

  /// `names` may contain a name twice, in any order.
  package init(_ names: @escaping @Sendable () -> [String]) {
    self.names = names
  }

  /// The closest name, as `nearestMatch` finds it; of equally close names, the first in alphabetical order.
  package func nearest(to word: String) -> String? { search(word).nearest }

  /// The closest name. It is unambiguous if no other name is close and the digits are equal: `talent-2` may be an
  /// indicator that is yet to be written.
  package func nearMiss(_ id: String) -> NearMiss? {
    let found = search(id)
    guard let nearest = found.nearest else { return nil }
    let digits = { (text: String) in text.unicodeScalars.filter { ("0"..."9").contains($0) }.map(\.value) }
    // If the name has one character, every other such name is a neighbour.
    let isLong = id.count > 1 && nearest.count > 1
    return NearMiss(nearest, isUnambiguous: isLong && found.isAlone && digits(id) == digits(nearest))
  }

  /// The result of a look-up.
  struct Search {
    var nearest: String?
    /// Whether no other name is close.
    var isAlone = false
    /// The steps that the look-up took; see `WordDistance.distance`.
    var steps = 0
  }

  func search(_ word: String) -> Search {
    guard !word.isEmpty, let wanted = WordDistance(word) else { return Search() }
    let order = order.withLock { known in
      if let known { return known }
      let computed = Order(names())
      known = computed
      return computed
    }
    return order.search(word, wanted)
  }
}

/// The names in the two orders.
private struct Order: Sendable {
  /// In alphabetical order of the folded names.
  private let names: [String]
  /// The folded names in one array: comparing with a name then changes no reference count.
  private let folded: [Unicode.Scalar]
  /// Where each folded name begins, and where the last one ends.
  private let starts: [Int]
  /// Indices of `names`, in alphabetical order of the folded names read backwards.
  private let backwards: [Int]

  /// The most names of a table in which a word is compared with all of them.
  private static let shortTable = 256
  /// The number of names before and after a word's place in each order of a longer table that are compared with it.
  private static let reach = 64
  /// The number of steps after which no more names are compared.
  private static let stepLimit = 8192

  init(_ names: [String]) {
    let entries = Set(names).compactMap { name in
      name.isEmpty ? nil : WordDistance.folded(name).map { (name: name, folded: $0) }
    }.sorted { a, b in
      a.folded == b.folded ? a.name.utf8.lexicographicallyPrecedes(b.name.utf8) : precedes(a.folded, b.folded)
    }
    backwards = entries.indices.sorted { a, b in
      let (first, second) = (entries[a].folded.reversed(), entries[b].folded.reversed())
      return first.elementsEqual(second) ? a < b : precedes(first, second)
    }
    self.names = entries.map(\.name)
    folded = entries.flatMap(\.folded)
    starts = entries.reduce(into: [0]) { starts, entry in starts.append((starts.last ?? 0) + entry.folded.count) }
  }

  func search(_ word: String, _ wanted: WordDistance) -> NearNames.Search {
    folded.withUnsafeBufferPointer { folded in
      starts.withUnsafeBufferPointer { starts in
        search(word, wanted) { UnsafeBufferPointer(rebasing: folded[starts[$0]..<starts[$0 + 1]]) }
      }
    }
  }

  private func search(
    _ word: String, _ wanted: WordDistance, _ folded: (Int) -> UnsafeBufferPointer<Unicode.Scalar>
  ) -> NearNames.Search {
    var result = NearNames.Search()
    var best: (index: Int, distance: Int)?
    var close = 0
    let count = names.count
    func compare(_ index: Int) {
      guard result.steps < Order.stepLimit, index >= 0, index < count else { return }
      let distance = wanted.distance(to: folded(index), limit: wanted.limit, steps: &result.steps)
      guard let distance, names[index] != word else { return }
      close += 1
      guard let known = best else {
        best = (index, distance)
        return
      }
      if (distance, index) < (known.distance, known.index) { best = (index, distance) }
    }
    let place = partition(count) { precedes(folded($0), wanted.word) }
    let reach = count <= Order.shortTable ? Order.shortTable : Order.reach
    for distance in 0..<reach {
      compare(place + distance)
      compare(place - 1 - distance)
    }
    if count > Order.shortTable {
      let ending = Array(wanted.word.reversed())
      let middle = partition(count) { precedes(folded(backwards[$0]).reversed(), ending) }
      let others = max(0, middle - reach)..<min(count, middle + reach)
      for index in backwards[others] where !(place - reach..<place + reach).contains(index) { compare(index) }
    }
    result.nearest = best.map { names[$0.index] }
    result.isAlone = close == 1
    return result
  }
}

private func precedes(_ a: some Sequence<Unicode.Scalar>, _ b: some Sequence<Unicode.Scalar>) -> Bool {
  a.lexicographicallyPrecedes(b)
}
