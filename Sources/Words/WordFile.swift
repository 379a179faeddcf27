import Bytes
import DataFormats
import Diagnostics

/// The contents of a file of words, which adds to another file.
package struct WordFile: Sendable {
  var name: String?
  var direction: TextDirection?
  var plurals: PluralRules?
  var numbers: NumberStyle?
  var scales: [NumberScale]?
  var scaleDecimals: Int?
  /// Nil for the size of languages that do not set it.
  var scaleFrom: Int?
  /// The names of other languages, by their tags without a region.
  var languageNames: [String: String] = [:]
  /// Units of measure that are words, by the text that registers have.
  var units: [String: CountedWord] = [:]
  var months: [String]?
  /// The names of months without a day, if these have another form.
  var monthsAlone: [String]?
  var quarters: [String]?
  var firstDay: String?
  /// By `Word.rawValue`.
  var words = [String?](repeating: nil, count: Word.allCases.count)
  /// By `Sentence.rawValue`.
  var sentences = [SentenceForms?](repeating: nil, count: Sentence.allCases.count)

  package init() {}

  /// The names of texts that a language needs and the file lacks.
  package var missing: [String] {
    let settings: [(name: String, isMissing: Bool)] = [
      ("language", name == nil), ("direction", direction == nil), ("plurals", plurals == nil),
      ("numbers", numbers == nil), ("scales", scales == nil), ("scale-decimals", scaleDecimals == nil),
      ("months", months == nil), ("quarters", quarters == nil), ("first-day", firstDay == nil),
    ]
    return settings.filter(\.isMissing).map(\.name) + Word.allCases.filter { words[$0.rawValue] == nil }.map(\.name)
      + Sentence.allCases.filter { sentences[$0.rawValue] == nil }.map(\.name)
  }

  /// The file, with what it lacks taken from another one.
  func completed(by other: WordFile) -> WordFile {
    var file = self
    file.name = name ?? other.name
    file.direction = direction ?? other.direction
    file.plurals = plurals ?? other.plurals
    file.numbers = numbers ?? other.numbers
    file.scales = scales ?? other.scales
    file.scaleDecimals = scaleDecimals ?? other.scaleDecimals
    // Another language's threshold refers to its own scales.
    file.scaleFrom = scaleFrom ?? (scales == nil ? other.scaleFrom : nil)
    // The names in `other` are words of its own language.
    file.languageNames = languageNames.isEmpty ? other.languageNames : languageNames
    file.units = other.units.merging(units) { _, own in own }
    // Another language's names of months are not forms of these.
    file.monthsAlone = monthsAlone ?? (months == nil ? other.monthsAlone : nil)
    file.months = months ?? other.months
    file.quarters = quarters ?? other.quarters
    file.firstDay = firstDay ?? other.firstDay
    for index in words.indices { file.words[index] = words[index] ?? other.words[index] }
    for index in sentences.indices { file.sentences[index] = sentences[index] ?? other.sentences[index] }
    return file
  }
}

// MARK: - Languages

extension WordFile {
  /// The language of the file. Texts that the file lacks are English.
  package func language() -> WordLanguage {
    let missing = missing
    return WordLanguage(missing.isEmpty ? self : completed(by: BuiltInWords.english), missing: missing)
  }
}

extension WordLanguage {
  package static let chinese = BuiltInWords.file("zh-CN").language()
  package static let english = BuiltInWords.english.language()
}
