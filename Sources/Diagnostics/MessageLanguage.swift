/// A language that planpress speaks to authors in.
package enum MessageLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh-CN"

  /// The language of a BCP 47 tag or a POSIX locale, `zh-CN`, `zh_CN.UTF-8`; nil for any other language.
  package init?(tag: String) {
    switch tag.prefix(while: { !"-_.@".contains($0) }).lowercased() {
    case "en": self = .english
    case "zh": self = .chinese
    default: return nil
    }
  }

  /// The messages by their English template; nil for English, which needs none.
  var catalogue: Catalogue? {
    switch self {
    case .english: nil
    case .chinese: .chinese
    }
  }
}
