import DataFormats

/// Words that say by how much something changes without a number: 翻一番, 减半, double.
///
/// Sentences and the cells of imported tables are read by them.
package enum RatioWords {
  /// The Chinese words, with the change in per cent. None begins another.
  static let chinese: [(word: String, change: DecimalNumber)] =
    ["翻了一番", "翻一番", "翻番", "实现倍增"].map { ($0, percent(100)) }
    + ["翻两番", "翻二番"].map { ($0, percent(300)) }
    + ["减少一半", "下降一半", "降低一半", "压减一半", "减半"].map { ($0, percent(-50)) }
    + ["增长", "提高", "增加", "提升", "扩大"].flatMap { verb in ["一倍", "1倍"].map { (verb + $0, percent(100)) } }

  /// The English words, in lower case, with the change in per cent.
  static let english: [String: DecimalNumber] = Dictionary(
    uniqueKeysWithValues: [
      (["double", "doubles", "doubled", "doubling"], 100), (["triple", "tripled", "tripling", "treble"], 200),
      (["quadruple"], 300), (["halve", "halved", "halving"], -50),
    ].flatMap { (words: [String], change: Double) in words.map { ($0, percent(change)) } })

  /// A cell is no name, so that it may have words that begin one in sentences: 倍增计划.
  private static let cells: [String: DecimalNumber] = english.merging(
    (chinese + [("倍增", percent(100))]).lazy.map { ($0.word, $0.change) }, uniquingKeysWith: { first, _ in first })

  /// The change in per cent that a whole text says, in lower case and without spaces. Nil if it says anything else.
  package static func change(in text: String) -> DecimalNumber? { cells[text] }

  private static func percent(_ value: Double) -> DecimalNumber { DecimalNumber(value: value, decimals: 0) }
}
