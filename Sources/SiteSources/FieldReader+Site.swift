import DataFormats
import Diagnostics

extension FieldReader {
  /// A language that there are words for.
  mutating func language(_ key: FieldKey, _ known: Languages) -> Located<Language>? {
    guard let tag = string(key) else { return nil }
    return language(tag, known).map { Located($0, at: tag.range) }
  }

  mutating func language(_ tag: Located<String>, _ known: Languages) -> Language? {
    if let language = known.language(tag.value) { return language }
    let dashed = tag.value.replacing("_", with: "-")
    let near = dashed == tag.value ? nil : known.language(dashed)
    let bare = tag.value.trimming { "【】[]［］ ".contains($0) }
    let meant =
      ["cn": "zh-CN", "中文": "zh-CN", "简体中文": "zh-CN", "chinese": "zh-CN", "英文": "en", "english": "en", "eng": "en"][
        bare.lowercased()] ?? (bare != tag.value && known.language(bare) != nil ? bare : nil)
    report(
      .invalidValue, "there are no words for the language '\(tag.value)'",
      hint: meant.map { "write 'languages: [\($0)]'" }
        ?? (near != nil
          ? didYouMean(dashed) : "use \(list: known.tags), or add Templates/words/\(tag.value).yaml"),
      at: tag.range)
    return nil
  }

  /// A language for which planpress itself has some words only.
  func reportMissing(in language: Language, at range: SourceRange) {
    let missing = language.words.missing
    guard !missing.isEmpty else { return }
    let shown = missing.prefix(3).map { "'\($0)'" }
    report(
      .wordsMissing,
      "the words of '\(language.tag)' are not complete: \(missing.count) appear in English, such as \(list: shown)",
      hint:
        "'planpress words \(language.tag) > Templates/words/\(language.tag).yaml', and add them; 'planpress words en' has all",
      at: range, severity: .warning)
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

extension String {
  /// Without characters at both ends.
  fileprivate func trimming(_ isLeftOut: (Character) -> Bool) -> String {
    var text = drop(while: isLeftOut)
    while let last = text.last, isLeftOut(last) { text.removeLast() }
    return String(text)
  }
}
