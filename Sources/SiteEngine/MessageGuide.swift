import BuiltInGuide
import Diagnostics

/// The guide's text on each finding: the entries of its page *Messages*, which is inside of the program.
///
/// An entry is a heading with the code, `### page.empty`, a text in English, and one in Chinese that begins with `中文：`.
package struct MessageGuide: Sendable {
  private let lines: [Substring]

  /// `page` is Markdown.
  package init(page: String) {
    lines = page.split(separator: "\n", omittingEmptySubsequences: false)
  }

  package static let builtIn = MessageGuide(page: String(decoding: messagesPage, as: UTF8.self))

  /// The text on a code, without its heading; nil if the guide has none in the language. Links are reduced to their
  /// words.
  package func text(on code: DiagnosticCode, in language: MessageLanguage) -> String? {
    guard let heading = lines.firstIndex(where: { $0 == "### \(code.rawValue)" }) else { return nil }
    let entry = lines[(heading + 1)...].prefix { !$0.hasPrefix("#") }
    let start = entry.firstIndex { $0.hasPrefix(MessageGuide.chineseMark) } ?? entry.endIndex
    var text = (language == .chinese ? entry[start...] : entry[..<start]).joined(separator: "\n")
    if language == .chinese { text.removeFirst(min(text.count, MessageGuide.chineseMark.count)) }
    while text.hasPrefix("\n") { text.removeFirst() }
    while text.hasSuffix("\n") { text.removeLast() }
    return text.isEmpty ? nil : text.replacing(/\[([^\]]+)\]\([^)]+\)/, with: \.output.1)
  }

  private static let chineseMark = "中文："

  /// The codes that somebody may have meant by a word: the nearest one, and those that contain it. At most six.
  package static func codes(near word: String) -> [String] {
    let all = DiagnosticCode.allCases.map(\.rawValue)
    let nearest = nearestMatch(to: word, in: all).map { [$0] } ?? []
    let last = word.split(separator: ".").last.map(String.init) ?? word
    let similar = all.filter { code in
      guard word.count > 2, !nearest.contains(code) else { return false }
      return code.contains(word) || code.hasSuffix(".\(last)")
    }
    return Array((nearest + similar).prefix(6))
  }
}
