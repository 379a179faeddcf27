/// The candidate that an author most likely meant by `word`: at most a third of its characters differ, and one always
/// may. Nil if no candidate is that close, or the word is longer than 256 characters. Of equally close candidates, the
/// first wins.
///
/// For the few names that planpress itself knows. For the names of a site, of which there may be thousands, use
/// `NearNames`.
package func nearestMatch(to word: String, in candidates: some Sequence<String>) -> String? {
  guard let wanted = WordDistance(word) else { return nil }
  var best: (candidate: String, distance: Int)?
  var steps = 0
  for candidate in candidates where candidate != word && !candidate.isEmpty {
    guard let folded = WordDistance.folded(candidate) else { continue }
    let limit = best.map { $0.distance - 1 } ?? wanted.limit
    if let distance = wanted.distance(to: folded, limit: limit, steps: &steps) { best = (candidate, distance) }
    if best?.distance == 0 { break }
  }
  return best?.candidate
}

/// `did you mean 'talent-1'?`
package func didYouMean(_ name: String) -> Message { "did you mean '\(name)'?" }

/// `did you mean 'talent-1'?`, or nil if no candidate is close.
package func didYouMean(_ word: String, among candidates: some Sequence<String>) -> Message? {
  nearestMatch(to: word, in: candidates).map(didYouMean)
}

extension NearNames {
  /// `did you mean 'talent-1'?`, or nil if no name is close.
  package func hint(for word: String) -> Message? { nearest(to: word).map(didYouMean) }
}

/// A suggestion for a name that does not exist.
package struct NearMiss: Sendable {
  package let name: String
  /// `did you mean 'talent-1'?`
  package let hint: Message
  /// Replaces the name, if the suggestion is unambiguous.
  package let fix: Diagnostic.Fix?

  /// `isUnambiguous`: the author cannot have meant another name.
  package init(_ name: String, isUnambiguous: Bool) {
    self.name = name
    hint = didYouMean(name)
    fix = isUnambiguous ? .replace(with: name) : nil
  }
}
