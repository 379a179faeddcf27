import Words

/// The language of a page: its words, its number and date formats, and its `lang` attribute.
///
/// The tag is kept as written, so that zh-TW stays zh-TW, with the words of zh-CN.
package struct Language: Hashable, Sendable {
  /// BCP 47, for example `zh-CN`.
  package let tag: String
  package let words: WordLanguage

  /// The language of a site that names none.
  static let chinese = Language(tag: "zh-CN", words: .chinese)
}
