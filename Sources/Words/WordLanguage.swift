import Bytes

/// All texts of planpress in one language: its words, sentences, numbers and dates. Made once, from the files of words,
/// and shared by everything that is written in the language.
package final class WordLanguage: Sendable {
  /// The name in the language itself: `Français`.
  package let name: String
  package let direction: TextDirection
  /// The writing system of the name; nil for Latin script.
  package let system: WritingSystem?
  package let numbers: NumberStyle
  /// The largest first.
  package let scales: [NumberScale]
  /// The most decimals of a figure beside a scale.
  package let scaleDecimals: Int
  /// Figures from this size on may be stated in a scale; those below 100,000,000 only where two decimals are enough.
  package let scaleFrom: Int
  private let languageNames: [String: String]
  /// Units of measure that are words, by the text that registers have.
  private let units: [String: CountedWord]
  /// Twelve names, in a date with a day, and without one.
  package let months: [String]
  package let monthsAlone: [String]
  /// Four names.
  package let quarters: [String]
  /// The first day of a month in a date, such as `1er`.
  package let firstDay: String
  /// The names of texts that it lacks, and that appear in English.
  package let missing: [String]
  private let words: [String]
  private let sentences: [SentenceForms]

  /// `file` must be complete.
  init(_ file: WordFile, missing: [String]) {
    func given<Value>(_ value: Value?) -> Value {
      guard let value else { preconditionFailure("the words of a language are complete") }
      return value
    }
    name = given(file.name)
    direction = given(file.direction)
    system = WritingSystem(of: given(file.name))
    numbers = given(file.numbers)
    scales = given(file.scales)
    scaleDecimals = given(file.scaleDecimals)
    scaleFrom = file.scaleFrom ?? 100_000_000
    languageNames = file.languageNames
    units = file.units
    months = given(file.months)
    monthsAlone = file.monthsAlone ?? months
    quarters = given(file.quarters)
    firstDay = given(file.firstDay)
    self.missing = missing
    words = file.words.map(given)
    sentences = file.sentences.map(given)
  }

  /// A formula or an address, which runs from left to right in every language.
  package func leftToRight(_ text: String) -> String {
    direction == .rightToLeft ? "\u{2066}\(text)\u{2069}" : text
  }

  package subscript(word: Word) -> String { words[word.rawValue] }

  /// The name of another language in this one; nil if the file of words does not name it.
  package func name(of tag: String) -> String? {
    languageNames[tag] ?? tag.split(separator: "-").first.flatMap { languageNames[String($0)] }
  }

  /// Whether a unit has other forms beside some numbers in this language.
  package var hasCountedUnits: Bool { !units.isEmpty }

  /// The form of a unit of measure beside a number: `year` for `years` beside 1. A unit that the file of words lacks is
  /// unchanged; in `days per year` the first word changes.
  package func unit(_ unit: String, beside number: PluralOperands?) -> String {
    guard let number, !units.isEmpty else { return unit }
    if let counted = units[unit] { return counted.text(for: number) }
    guard let space = unit.firstIndex(of: " "), let counted = units[String(unit[..<space])],
      let next = unit[space...].split(separator: " ", maxSplits: 1).first, Self.beforeDivisor.contains(String(next))
    else { return unit }
    return counted.text(for: number) + unit[space...]
  }

  /// Words before a unit's divisor, as in `days per year`.
  private static let beforeDivisor: Set<String> = ["per", "a", "an", "each", "par", "por", "al", "cada", "в", "на"]

  /// A sentence with its places filled. `number` is what chooses its form, where that depends on a number.
  package func text(
    _ sentence: Sentence, for number: PluralOperands? = nil, _ values: KeyValuePairs<Place, String> = [:]
  ) -> String {
    ByteBuffer.text { bytes in
      bytes.append(sentence, for: number, self) { place, bytes in
        guard let value = values.first(where: { $0.key == place })?.value else {
          preconditionFailure("the sentence '\(sentence.name)' has a place {\(place.rawValue)}")
        }
        bytes.append(text: value)
      }
    }
  }

  /// A sentence about a count, which fills `{count}` and chooses its form.
  package func text(_ sentence: Sentence, count: Int, _ values: KeyValuePairs<Place, String> = [:]) -> String {
    ByteBuffer.text { bytes in
      bytes.append(sentence, for: PluralOperands(count), self) { place, bytes in
        if let value = values.first(where: { $0.key == place })?.value {
          bytes.append(text: value)
        } else if place == .count {
          bytes.append(decimal: count)
        } else {
          preconditionFailure("the sentence '\(sentence.name)' has a place {\(place.rawValue)}")
        }
      }
    }
  }

  /// A count and the word beside it, for pages that show the two apart: `14` and `actions`. The count is empty if the
  /// word itself expresses it, as in the Arabic dual.
  package func counted(_ sentence: Sentence, _ count: Int) -> (number: String, word: String) {
    let pattern = pattern(of: sentence, for: PluralOperands(count))
    let word = pattern.withoutPlaces
    // A file of words from before {count} has the words alone.
    guard pattern.things.contains(.count) || !self.pattern(of: sentence, for: nil).things.contains(.count) else {
      return ("", word)
    }
    return (String(count), word)
  }

  /// The forms of a sentence by category, as the file has them, for a script that fills them.
  package func forms(of sentence: Sentence) -> [(category: PluralCategory, text: String)] {
    let forms = sentences[sentence.rawValue]
    return forms.more.map { ($0.category, $0.pattern.written) } + [(.other, forms.other.written)]
  }

  fileprivate func pattern(of sentence: Sentence, for number: PluralOperands?) -> Pattern {
    sentences[sentence.rawValue].pattern(for: number)
  }
}

extension WordLanguage: Hashable {
  package static func == (a: WordLanguage, b: WordLanguage) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension ByteBuffer {
  /// Appends a sentence; `write` fills its places.
  package mutating func append(
    _ sentence: Sentence, for number: PluralOperands? = nil, _ language: WordLanguage,
    _ write: (Place, inout ByteBuffer) -> Void
  ) {
    for piece in language.pattern(of: sentence, for: number).pieces {
      switch piece {
      case .text(let text): append(text: text)
      case .place(let place): write(place, &self)
      }
    }
  }

  package mutating func append(_ word: Word, _ language: WordLanguage) { append(text: language[word]) }
}
