/// The candidate that an author most likely meant by `word`: at most a third of its characters differ, and one always
/// may. Nil if no candidate is that close. Of equally close candidates, the first wins.
package func nearestMatch(to word: String, in candidates: some Sequence<String>) -> String? {
  let wanted = folded(word)
  let limit = max(1, wanted.count / 3)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates where candidate != word && !candidate.isEmpty {
    let distance = editDistance(wanted, folded(candidate), limit: best.map { $0.distance - 1 } ?? limit)
    if let distance { best = (candidate, distance) }
    if best?.distance == 0 { break }
  }
  return best?.candidate
}

/// `did you mean 'talent-1'?`, or nil if no candidate is close.
package func didYouMean(_ word: String, among candidates: some Sequence<String>) -> String? {
  nearestMatch(to: word, in: candidates).map { "did you mean '\($0)'?" }
}

/// A suggestion for a name that does not exist.
package struct NearMiss: Sendable {
  package let name: String
  /// `did you mean 'talent-1'?`
  package let hint: String
  /// Replaces the name, if the suggestion is unambiguous.
  package let fix: Diagnostic.Fix?

  /// `isUnambiguous`: the author cannot have meant another name.
  package init(_ name: String, isUnambiguous: Bool) {
    self.name = name
    hint = "did you mean '\(name)'?"
    fix = isUnambiguous ? .replace(with: name) : nil
  }
}

/// The candidate closest to an id. It is unambiguous if no other candidate is close and the digits are equal: `talent-2`
/// may be an indicator that is yet to be written.
package func nearMiss(_ id: String, among candidates: some Collection<String>) -> NearMiss? {
  guard let nearest = nearestMatch(to: id, in: candidates) else { return nil }
  let digits = { (text: String) in text.unicodeScalars.filter { ("0"..."9").contains($0) }.map(\.value) }
  let isUnambiguous =
    digits(id) == digits(nearest) && nearestMatch(to: id, in: candidates.filter { $0 != nearest }) == nil
  return NearMiss(nearest, isUnambiguous: isUnambiguous)
}

/// Without the differences of case and of `-`, `_` and space.
private func folded(_ word: String) -> [Unicode.Scalar] {
  word.unicodeScalars.map { scalar in
    switch scalar {
    case "A"..."Z": Unicode.Scalar(scalar.value + 32) ?? scalar
    case "_", " ": "-"
    default: scalar
    }
  }
}

/// Counts insertions, deletions, substitutions and swaps of neighbours (optimal string alignment); nil above `limit`.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
  guard limit >= 0, abs(a.count - b.count) <= limit else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in 0..<b.count {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    if let least = row.min(), least > limit { return nil }
    (beforeLast, last) = (last, row)
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
