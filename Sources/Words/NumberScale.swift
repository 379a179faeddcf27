/// A power of ten in which figures are stated, with its word: 万, 亿; thousand, million.
package struct NumberScale: Hashable, Sendable {
  /// 6 for million.
  package let exponent: Int
  private let name: CountedWord

  init(exponent: Int, name: CountedWord) {
    self.exponent = exponent
    self.name = name
  }

  /// The word beside a number that is stated in this scale, or without one: `million`, `millions`.
  package func word(beside number: PluralOperands? = nil) -> String { name.text(for: number) }

  /// Every form of the word.
  package var words: [String] { name.forms }

  /// 10 to the power of `exponent`.
  package var factor: Double { (0..<exponent).reduce(1.0) { power, _ in power * 10 } }
}
