import Diagnostics
import Files
import SiteSources

/// Applies the fixes of findings to the files of a site.
package struct Mender {
  let siteDirectory: String

  package init(siteDirectory: String) {
    self.siteDirectory = siteDirectory
  }

  /// A fix that was applied.
  package struct Change: Sendable {
    package let location: SourceLocation
    /// Such as `'talnet-1' is now 'talent-1'`.
    package let description: String
  }

  /// Applies every fix that still fits its file and returns the changes, sorted by file. Each file is replaced
  /// atomically. Of two overlapping fixes, only the first is applied.
  package func mend(_ diagnostics: [Diagnostic]) throws -> [Change] {
    var changes: [Change] = []
    let fixable = Dictionary(grouping: diagnostics.filter { $0.fix != nil }.sorted(), by: \.location.path)
    for (path, findings) in fixable.sorted(by: { $0.key < $1.key }) {
      guard let source = try SourceLoader(siteDirectory: siteDirectory).text(of: path).value else { continue }
      var bytes: [UInt8] = []
      var end = 0
      var made: [Change] = []
      for finding in findings {
        guard let fix = finding.fix, let edit = edit(fix, at: finding.location, in: source), edit.range.start >= end
        else { continue }
        bytes += source.bytes[end..<Int(edit.range.start)]
        bytes += edit.replacement.utf8
        end = Int(edit.range.end)
        made.append(Change(location: finding.location, description: edit.description))
      }
      guard !made.isEmpty else { continue }
      bytes += source.bytes[end...]
      try FileSystem.replace("\(siteDirectory)/\(path)", with: bytes)
      changes += made
    }
    return changes
  }

  private struct Edit {
    let range: SourceRange
    let replacement: String
    let description: String
  }

  /// Nil if the text that the finding is about is no longer at its location.
  private func edit(_ fix: Diagnostic.Fix, at location: SourceLocation, in source: SourceText) -> Edit? {
    switch fix {
    case .addFinalLineBreak:
      let end = source.bytes.count
      let lineBreak = source.bytes.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
      return Edit(
        range: SourceRange(start: end, end: end), replacement: lineBreak,
        description: "added a line break at the end of the file")
    case .removeLine:
      guard let range = source.range(of: location) else { return nil }
      let line = source.wholeLine(around: range)
      return Edit(range: line, replacement: "", description: "removed a line without text")
    case .replace(let replacement):
      guard var range = source.range(of: location) else { return nil }
      let text = Array(source.bytes[range.bounds])
      if text.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
        return Edit(range: range, replacement: replacement, description: "removed the space at the end of the line")
      }
      if replacement.isEmpty {
        let characters = String(decoding: text, as: UTF8.self).unicodeScalars
        if characters.allSatisfy(ControlCharacter.contains) {
          let names = characters.map(ControlCharacter.name).joined(separator: " ")
          return Edit(range: range, replacement: "", description: "removed the control character \(names)")
        }
      }
      // Keep the quotes of a quoted name.
      if text.count > 2, let mark = text.first, mark == text.last,
        mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
      {
        range = SourceRange(start: Int(range.start) + 1, end: Int(range.end) - 1)
      }
      let old = String(decoding: source.bytes[range.bounds], as: UTF8.self)
      if replacement.isEmpty { return Edit(range: range, replacement: "", description: "removed '\(old)'") }
      return Edit(range: range, replacement: replacement, description: "'\(old)' is now '\(replacement)'")
    }
  }
}

extension SourceText {
  /// The line of a range on one line, with its line break.
  fileprivate func wholeLine(around range: SourceRange) -> SourceRange {
    func isLineBreak(_ index: Int) -> Bool { bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") }
    var (start, end) = (Int(range.start), Int(range.end))
    while start > 0, !isLineBreak(start - 1) { start -= 1 }
    while end < bytes.count, !isLineBreak(end) { end += 1 }
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == UInt8(ascii: "\n") { end += 1 }
    return SourceRange(start: start, end: min(end + 1, bytes.count))
  }
}
