import Indicators

/// The language of a page: its words, its number and date formats, and its `lang` attribute.
///
/// The tag is kept as written, so that zh-TW stays zh-TW; the words are Chinese or English.
package struct Language: Hashable, Sendable {
  /// BCP 47, for example `zh-CN`.
  package let tag: String
  package let words: WordLanguage

  static let chinese = Language(tag: "zh-CN", words: .chinese)
  static let english = Language(tag: "en", words: .english)
  /// The supported tags, for messages.
  static let tags = "zh-CN and en"

  private init(tag: String, words: WordLanguage) {
    self.tag = tag
    self.words = words
  }

  /// Nil for a language without words in planpress.
  init?(tag: String) {
    switch tag.split(separator: "-").first?.lowercased() {
    case "zh": self.init(tag: tag, words: .chinese)
    case "en": self.init(tag: tag, words: .english)
    default: return nil
    }
  }
}
