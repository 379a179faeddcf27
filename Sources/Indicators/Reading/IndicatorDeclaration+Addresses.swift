import DataFormats
import Diagnostics

extension IndicatorDeclaration {
  /// Every address of its sources and links.
  package var writtenAddresses: [Located<String>] { details?.metadata?.addresses ?? [] }

  /// Whether there is any of `writtenAddresses` and `textsWithLinks`.
  package var hasWrittenAddresses: Bool { details != nil && !(writtenAddresses.isEmpty && textsWithLinks.isEmpty) }

  /// Its texts that may have a link in them: few have.
  package var textsWithLinks: [Located<String>] {
    guard let details else { return [] }
    var texts: [Located<String>] = []
    func add(_ text: String, at range: SourceRange) {
      if text.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") }) {
        texts.append(Located(text, at: range))
      }
    }
    if let definition = details.definition, let range = details.definitionRange { add(definition, at: range) }
    for entry in details.metadata?.entries ?? [] { add(entry.text, at: entry.range) }
    return texts
  }
}
