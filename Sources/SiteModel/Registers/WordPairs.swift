import Bytes

/// The pairs of neighbouring words of a text. They tell whether a sentence is the one that a quotation was copied from,
/// changed since then.
///
/// A Chinese character is a word of its own. All numbers are the same word, because they are what changes. Spaces,
/// punctuation and case do not count.
package struct WordPairs: Sendable {
  /// The share of a quotation's pairs that its changed sentence still has.
  ///
  /// Found by trying, on the plans and the guide of this repository: of English and Chinese quotations whose sentence is
  /// gone, at most one in a hundred has so much in common with one of sixty other sentences, and 93 % or more are found
  /// again after three of their words were replaced. Pairs of letters do as well in Chinese, but any long English
  /// sentence has six tenths of the pairs of letters of any other.
  private static let likeness = 0.5
  /// A quotation with fewer pairs is too short to be recognised.
  private static let fewest = 3

  /// Hashes of the pairs.
  let hashes: Set<UInt64>

  package init(_ text: String) {
    var hashes: Set<UInt64> = []
    var last: UInt64?
    WordPairs.forEachWord(of: text) { word in
      if let last { hashes.insert((last ^ (last >> 29)) &* WordPairs.prime ^ word) }
      last = word
    }
    self.hashes = hashes
  }

  /// Whether a sentence with the pairs `sentence` is that of a quotation with these pairs, or was before it was changed.
  /// The quotation may be a part of the sentence.
  package func areMostly(in sentence: WordPairs) -> Bool {
    hashes.count >= WordPairs.fewest && share(in: sentence) >= WordPairs.likeness
  }

  /// The share of these pairs that `sentence` has, 0 to 1.
  package func share(in sentence: WordPairs) -> Double {
    guard !hashes.isEmpty else { return 0 }
    return Double(hashes.count { sentence.hashes.contains($0) }) / Double(hashes.count)
  }

  /// Gives the hash of each word, in the order of the text. Numbers next to each other are one word, so that `5,000`
  /// and `5000` are alike.
  private static func forEachWord(of text: String, _ give: (UInt64) -> Void) {
    var word: UInt64?
    var isAfterNumber = false
    func end() {
      if let word { give(word) }
      word = nil
    }
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isHan {
        end()
        isAfterNumber = false
        give(UInt64(scalar.value))
      } else if scalar.properties.numericType != nil {
        end()
        if !isAfterNumber { give(0) }
        isAfterNumber = true
      } else if scalar.properties.isAlphabetic {
        // FNV-1a, a scalar at a time.
        word = ((word ?? 0xCBF2_9CE4_8422_2325) ^ UInt64(scalar.value)) &* prime
        isAfterNumber = false
      } else {
        end()
      }
    }
    end()
  }

  private static let prime: UInt64 = 0x100_0000_01B3
}
