/// The items that a shortest edit script removes from one list and adds to make another. E. W. Myers, An O(ND)
/// Difference Algorithm and Its Variations, 1986, §4b: its memory grows with the lists, not with their difference.
package struct EditScript: Sendable {
  /// Parallel to the old list.
  package private(set) var isRemoved: [Bool]
  /// Parallel to the new list.
  package private(set) var isAdded: [Bool]

  private let old: [Int]
  private let new: [Int]
  private let mostEdits: Int
  /// The furthest place on each diagonal, forwards and backwards.
  private var forwards: [Int]
  private var backwards: [Int]

  /// Half of the edits in one stretch beyond which the stretch counts as replaced: nobody reads such a difference piece
  /// by piece, and its cost grows with the square.
  private static let limit = 1_500

  package init<Element: Hashable>(from old: [Element], to new: [Element]) {
    var numbers: [Element: Int] = [:]
    func number(_ element: Element) -> Int {
      if let known = numbers[element] { return known }
      numbers[element] = numbers.count
      return numbers.count - 1
    }
    self.old = old.map(number)
    self.new = new.map(number)
    isRemoved = Array(repeating: false, count: old.count)
    isAdded = Array(repeating: false, count: new.count)
    mostEdits = min(EditScript.limit, (old.count + new.count + 1) / 2)
    forwards = Array(repeating: 0, count: 2 * mostEdits + 3)
    backwards = forwards
    compare()
  }

  private mutating func compare() {
    var open = [(old.startIndex..<old.endIndex, new.startIndex..<new.endIndex)]
    while var (before, after) = open.popLast() {
      while let first = before.first, let other = after.first, old[first] == new[other] {
        before = before.dropFirst()
        after = after.dropFirst()
      }
      while let last = before.last, let other = after.last, old[last] == new[other] {
        before = before.dropLast()
        after = after.dropLast()
      }
      guard !before.isEmpty, !after.isEmpty, let (x, y) = middle(before, after) else {
        for index in before { isRemoved[index] = true }
        for index in after { isAdded[index] = true }
        continue
      }
      open.append((before.lowerBound + x..<before.upperBound, after.lowerBound + y..<after.upperBound))
      open.append((before.lowerBound..<before.lowerBound + x, after.lowerBound..<after.lowerBound + y))
    }
  }

  /// A place on a shortest path, relative to the beginnings, other than both ends of it. Nil beyond the limit.
  ///
  /// The lists have neither a first nor a last element in common, so that there are at least two edits.
  private mutating func middle(_ before: Range<Int>, _ after: Range<Int>) -> (x: Int, y: Int)? {
    let (width, height) = (before.count, after.count)
    let difference = width - height
    let isOdd = !difference.isMultiple(of: 2)
    let centre = mostEdits + 1
    forwards[centre + 1] = 0
    backwards[centre + 1] = 0
    for edits in 0...mostEdits {
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        guard var x = EditScript.start(forwards, centre, diagonal, edits, width, height) else {
          forwards[centre + diagonal] = -1
          continue
        }
        while x < width, x - diagonal < height, old[before.lowerBound + x] == new[after.lowerBound + x - diagonal] {
          x += 1
        }
        forwards[centre + diagonal] = x
        let mirrored = difference - diagonal
        guard isOdd, abs(mirrored) < edits, backwards[centre + mirrored] >= 0 else { continue }
        if x + backwards[centre + mirrored] >= width { return (x, x - diagonal) }
      }
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        guard var x = EditScript.start(backwards, centre, diagonal, edits, width, height) else {
          backwards[centre + diagonal] = -1
          continue
        }
        while x < width, x - diagonal < height,
          old[before.upperBound - 1 - x] == new[after.upperBound - 1 - x + diagonal]
        {
          x += 1
        }
        backwards[centre + diagonal] = x
        let mirrored = difference - diagonal
        guard !isOdd, abs(mirrored) <= edits, forwards[centre + mirrored] >= 0 else { continue }
        if x + forwards[centre + mirrored] >= width { return (width - x, height - x + diagonal) }
      }
    }
    return nil
  }

  /// The furthest place on a diagonal that one more edit reaches inside the lists; nil if there is none.
  private static func start(
    _ places: [Int], _ centre: Int, _ diagonal: Int, _ edits: Int, _ width: Int, _ height: Int
  ) -> Int? {
    guard edits > 0 else { return 0 }
    var best: Int?
    if diagonal > -edits, places[centre + diagonal - 1] >= 0 {
      let x = places[centre + diagonal - 1] + 1
      if x <= width, x - diagonal <= height { best = x }
    }
    if diagonal < edits, places[centre + diagonal + 1] >= 0 {
      let x = places[centre + diagonal + 1]
      if x - diagonal <= height, x > best ?? -1 { best = x }
    }
    return best
  }
}

extension EditScript {
  /// Runs of kept elements, and runs that were replaced; the bounds are of the old and of the new list.
  package var runs: [(isKept: Bool, old: Range<Int>, new: Range<Int>)] {
    var runs: [(isKept: Bool, old: Range<Int>, new: Range<Int>)] = []
    var (before, after) = (0, 0)
    while before < isRemoved.count || after < isAdded.count {
      let (first, second) = (before, after)
      while before < isRemoved.count, isRemoved[before] { before += 1 }
      while after < isAdded.count, isAdded[after] { after += 1 }
      let isKept = first == before && second == after
      if isKept {
        while before < isRemoved.count, after < isAdded.count, !isRemoved[before], !isAdded[after] {
          before += 1
          after += 1
        }
      }
      runs.append((isKept, first..<before, second..<after))
    }
    return runs
  }
}
