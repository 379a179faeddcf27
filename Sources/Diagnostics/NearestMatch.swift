/// The candidate that an author most likely meant by `word`, if one is near enough: at most a third of its
/// characters differ (one always may). Equally near candidates are taken in their given order.
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

/// `did you mean 'talent-1'?`, or nil where nothing is near.
package func didYouMean(_ word: String, among candidates: some Sequence<String>) -> String? {
  nearestMatch(to: word, in: candidates).map { "did you mean '\($0)'?" }
}

/// What an author may have meant by a name that nothing has.
package struct NearMiss: Sendable {
  package let name: String
  /// `did you mean 'talent-1'?`
  package let hint: String
  /// The name to write instead, where there is no doubt.
  package let fix: Diagnostic.Fix?

  /// `name` in place of what the author wrote; `isSure` where no other name could be meant.
  package init(_ name: String, isSure: Bool) {
    self.name = name
    hint = "did you mean '\(name)'?"
    fix = isSure ? .replace(with: name) : nil
  }
}

/// The candidate nearest to an id. It is sure where no other is near and the digits are the same: who writes
/// `talent-2` may mean something that is not there yet.
package func nearMiss(_ id: String, among candidates: some Collection<String>) -> NearMiss? {
  guard let nearest = nearestMatch(to: id, in: candidates) else { return nil }
  let digits = { (text: String) in text.unicodeScalars.filter { ("0"..."9").contains($0) }.map(\.value) }
  let isSure = digits(id) == digits(nearest) && nearestMatch(to: id, in: candidates.filter { $0 != nearest }) == nil
  return NearMiss(nearest, isSure: isSure)
}

private func folded(_ word: String) -> [Unicode.Scalar] {
  word.unicodeScalars.map { scalar in
    switch scalar {
    case "A"..."Z": Unicode.Scalar(scalar.value + 32) ?? scalar
    case "_", " ": "-"
    default: scalar
    }
  }
}

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment); nil above `limit`.
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
