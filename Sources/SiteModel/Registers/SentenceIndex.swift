import Diagnostics
import Indicators
import Markdown

/// The letters and digits of a text. Spaces and punctuation may differ between a sentence and its quotation.
package func letters(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
}

/// The sentences of a page, found by pairs of letters: for a quotation whose sentence was changed.
struct SentenceIndex {
  /// The share of a quotation's pairs that its changed sentence still has.
  private static let likeness = 0.6
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
        for pair in SentenceIndex.pairs(of: text(scalars, range)) { byPair[pair, default: []].append(number) }
      }
    }
  }

  /// The sentence that is most like a quotation, if any is like it.
  func nearest(to quotation: String) -> (text: String, location: SourceLocation)? {
    let pairs = SentenceIndex.pairs(of: quotation)
    guard pairs.count >= 4 else { return nil }
    var counts: [Int32: Int] = [:]
    for pair in pairs {
      guard let sentences = byPair[pair], sentences.count <= SentenceIndex.mostSentences else { continue }
      for sentence in sentences { counts[sentence, default: 0] += 1 }
    }
    // The first of several that are equally like it.
    guard let best = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
      Double(best.value) >= SentenceIndex.likeness * Double(pairs.count)
    else { return nil }
    let (passage, range) = sentences[Int(best.key)]
    return (
      text(Array(passages[passage].text.unicodeScalars), range), passages[passage].location(of: range.lowerBound)
    )
  }

  private func text(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
    // The mark for a directive is not text.
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range].lazy.filter { $0 != MarkdownPassage.directive })
    return String(text)
  }

  private static func pairs(of text: String) -> Set<UInt64> {
    var pairs: Set<UInt64> = []
    var last: UInt64?
    for scalar in letters(text.lowercased()).unicodeScalars {
      if let last { pairs.insert(last << 32 | UInt64(scalar.value)) }
      last = UInt64(scalar.value)
    }
    return pairs
  }
}
