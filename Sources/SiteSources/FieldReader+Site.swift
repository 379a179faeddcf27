import DataFormats
import Diagnostics

extension FieldReader {
  /// A language tag whose language is `zh` or `en`.
  mutating func language(_ key: FieldKey) -> Located<Language>? {
    guard let tag = string(key) else { return nil }
    guard let language = Language(tag: tag.value) else {
      report(
        .invalidValue, "language '\(tag.value)' is not supported",
        hint: "use \(Language.tags)", at: tag.range)
      return nil
    }
    return Located(language, at: tag.range)
  }

  /// δ, a fraction from 0 to 0.5.
  mutating func tolerance(_ key: FieldKey) -> Double? {
    guard let number = number(key) else { return nil }
    guard (0...0.5).contains(number.value.value) else {
      report(.invalidValue, "'\(key)' must be between 0 and 0.5, such as 0.05 for 5 %", at: number.range)
      return nil
    }
    return number.value.value
  }
}
