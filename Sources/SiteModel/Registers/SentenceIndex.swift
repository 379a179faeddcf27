import Diagnostics
import Indicators
import Markdown

/// The letters and digits of a text. Spaces and punctuation may differ between a sentence and its quotation.
package func letters(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
}

/// The sentences of a page, found by their pairs of words: for a quotation whose sentence was changed.
struct SentenceIndex {
  /// Pairs that occur in more sentences than this are ignored.
  private static let mostSentences = 200

  private let passages: [MarkdownPassage]
  private var sentences: [(passage: Int, range: Range<Int>)] = []
  private var byPair: [UInt64: [Int32]] = [:]

  init(_ document: MarkdownDocument) {
    passages = document.passages()
    for (index, passage) in passages.enumerated() {
      let scalars = Array(passage.text.unicodeScalars)
      for range in TargetFinder.sentences(of: passage.text) {
        let number = Int32(sentences.count)
        sentences.append((index, range))
        for pair in WordPairs(text(scalars, range)).hashes { byPair[pair, default: []].append(number) }
      }
    }
  }

  /// The sentence that has most in common with a quotation, if it is the quotation's sentence, changed.
  func nearest(to quotation: String) -> (text: String, location: SourceLocation)? {
    let pairs = WordPairs(quotation)
    var counts: [Int32: Int] = [:]
    for pair in pairs.hashes {
      guard let sentences = byPair[pair], sentences.count <= SentenceIndex.mostSentences else { continue }
      for sentence in sentences { counts[sentence, default: 0] += 1 }
    }
    // The first of several that have as much in common with it.
    guard let best = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else { return nil }
    let (passage, range) = sentences[Int(best.key)]
    let sentence = text(Array(passages[passage].text.unicodeScalars), range)
    guard pairs.areMostly(in: WordPairs(sentence)) else { return nil }
    return (sentence, passages[passage].location(of: range.lowerBound))
  }

  private func text(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
    // The mark for a directive is not text.
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range].lazy.filter { $0 != MarkdownPassage.directive })
    return String(text)
  }
}
