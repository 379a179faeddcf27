/// How far other words are from one word: insertions, deletions, substitutions and swaps of neighbours (optimal string
/// alignment), without the differences of case and of `-`, `_` and space.
struct WordDistance {
  /// The longest word, in Unicode scalars. A longer word is not a mistyped name.
  static let longest = 256

  let word: [Unicode.Scalar]
  /// The distance above which two words are not alike: a third of the characters, and at least one.
  let limit: Int
  /// For each character, one bit for each of its places in the word; empty if the word is longer than 64.
  private var places: [Unicode.Scalar: UInt64] = [:]
  private var asciiPlaces: [UInt64] = []

  /// Nil for a word that is too long to have been mistyped.
  init?(_ text: String) {
    guard let word = WordDistance.folded(text) else { return nil }
    self.word = word
    limit = max(1, word.count / 3)
    guard word.count <= UInt64.bitWidth else { return }
    asciiPlaces = Array(repeating: 0, count: 128)
    for (index, scalar) in word.enumerated() {
      if scalar.isASCII {
        asciiPlaces[Int(scalar.value)] |= 1 << UInt64(index)
      } else {
        places[scalar, default: 0] |= 1 << UInt64(index)
      }
    }
  }

  /// Nil for a text that is longer than `longest`.
  static func folded(_ text: String) -> [Unicode.Scalar]? {
    // A scalar has four bytes at most.
    guard text.utf8.count <= longest * 4 else { return nil }
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar {
      case "A"..."Z": return Unicode.Scalar(scalar.value + 32) ?? scalar
      case "_", " ": return "-"
      default: return scalar
      }
    }
    return scalars.count <= longest ? scalars : nil
  }

  /// The distance of a folded word, nil above `limit`. Adds the number of steps that it took to `steps`: one, and one
  /// for each character or pair of characters that was compared.
  func distance(to other: UnsafeBufferPointer<Unicode.Scalar>, limit: Int, steps: inout Int) -> Int? {
    steps += 1
    guard limit >= 0, abs(word.count - other.count) <= limit else { return nil }
    // The common beginning and end of two words do not change their distance.
    var (start, end, otherEnd) = (0, word.count, other.count)
    while start < min(end, otherEnd), word[start] == other[start] { start += 1 }
    while end > start, otherEnd > start, word[end - 1] == other[otherEnd - 1] {
      (end, otherEnd) = (end - 1, otherEnd - 1)
    }
    if start == end || start == otherEnd { return max(end, otherEnd) - start }
    let (a, b) = (start..<end, UnsafeBufferPointer(rebasing: other[start..<otherEnd]))
    let distance = asciiPlaces.isEmpty ? byRows(a, b, limit: limit, &steps) : byBits(a, b, &steps)
    return distance.flatMap { $0 <= limit ? $0 : nil }
  }

  func distance(to other: [Unicode.Scalar], limit: Int, steps: inout Int) -> Int? {
    other.withUnsafeBufferPointer { distance(to: $0, limit: limit, steps: &steps) }
  }

  /// All rows of the table at once, one bit each: H. Hyyrö, A bit-vector algorithm for computing Levenshtein and
  /// Damerau edit distances (2003).
  private func byBits(_ a: Range<Int>, _ b: UnsafeBufferPointer<Unicode.Scalar>, _ steps: inout Int) -> Int? {
    steps += b.count
    let last = UInt64(1) << UInt64(a.count - 1)
    var (higher, lower) = (UInt64.max, UInt64(0))
    var (diagonal, before) = (UInt64(0), UInt64(0))
    var distance = a.count
    for scalar in b {
      let all = scalar.isASCII ? asciiPlaces[Int(scalar.value)] : places[scalar] ?? 0
      let equal = all >> UInt64(a.lowerBound)
      let swapped = ((~diagonal & equal) << 1) & before
      diagonal = (((equal & higher) &+ higher) ^ higher) | equal | lower | swapped
      var up = lower | ~(diagonal | higher)
      var down = diagonal & higher
      if up & last != 0 { distance += 1 }
      if down & last != 0 { distance -= 1 }
      up = up << 1 | 1
      down <<= 1
      higher = down | ~(diagonal | up)
      lower = up & diagonal
      before = equal
    }
    return distance
  }

  private func byRows(
    _ a: Range<Int>, _ b: UnsafeBufferPointer<Unicode.Scalar>, limit: Int, _ steps: inout Int
  ) -> Int? {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for (i, index) in a.enumerated() {
      steps += b.count
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      var least = i + 1
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (word[index] == b[j] ? 0 : 1))
        if i > 0, j > 0, word[index] == b[j - 1], word[index - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
        least = min(least, cost)
      }
      if least > limit { return nil }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
