import Diagnostics
import SiteEngine

/// The texts of the small example in the languages that it is written in.
struct StarterText {
  enum Tongue: String {
    case chinese = "zh-CN"
    case english = "en"
  }

  /// One language, or two of which the first is the main one.
  let tongues: [Tongue]

  var main: Tongue { tongues[0] }
  /// The second language; nil if there is one.
  var other: Tongue? { tongues.count > 1 ? tongues[1] : nil }

  /// A value of YAML: the text, or a mapping by language where there are two.
  func callAsFunction(_ english: String, _ chinese: String) -> String {
    let texts = tongues.map { $0 == .english ? english : chinese }
    guard tongues.count > 1 else { return StarterText.scalar(texts[0], inBraces: false) }
    let entries = zip(tongues, texts).map { "\($0.rawValue): \(StarterText.scalar($1, inBraces: true))" }
    return "{\(entries.joined(separator: ", "))}"
  }

  /// A text that is a value of an inner mapping, and so in braces in any case.
  func inner(_ english: String, _ chinese: String) -> String {
    tongues.count > 1
      ? self(english, chinese) : StarterText.scalar(main == .english ? english : chinese, inBraces: true)
  }

  /// One file for each language: `air.md` and, for the second one, `air.zh-CN.md`.
  func pages(_ path: String, english: String, chinese: String) -> [StarterSite.File] {
    tongues.map { tongue in
      let text = tongue == .english ? english : chinese
      guard tongue != main else { return ("Content/\(path)", text) }
      // A translation says of which text it was made.
      let original = StarterText.fingerprint(of: main == .english ? english : chinese)
      return (
        "Content/\(path.replacing(".md", with: ".\(tongue.rawValue).md"))",
        text.replacing("\n---\n", with: "\noriginal: \(original)\n---\n", maxReplacements: 1)
      )
    }
  }

  private static func fingerprint(of page: String) -> String {
    func value(of key: String) -> String? {
      page.split(separator: "\n").first { $0.hasPrefix("\(key): ") }.map { String($0.dropFirst(key.count + 2)) }
    }
    return Translations.fingerprint(
      title: value(of: "title") ?? "", summary: value(of: "summary"), textIn: SourceText(path: "", text: page))
  }

  private static func scalar(_ text: String, inBraces: Bool) -> String {
    let needsQuotes = text.contains(": ") || text == "%" || inBraces && text.contains { ",[]{}".contains($0) }
    return needsQuotes ? "\"\(text)\"" : text
  }
}
