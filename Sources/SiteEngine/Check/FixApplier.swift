import Bytes
import Diagnostics
import Files
import SiteSources

/// Applies the fixes of findings to the files of a site.
package struct FixApplier {
  let siteDirectory: String

  /// Whether to apply the fixes of a style that may be meant, see `Diagnostic.Fix.paragraphs`.
  let fixesParagraphs: Bool

  package init(siteDirectory: String, fixesParagraphs: Bool = false) {
    self.siteDirectory = siteDirectory
    self.fixesParagraphs = fixesParagraphs
  }

  /// A fix that was applied.
  package struct Change: Sendable {
    package let location: SourceLocation
    /// Such as `'talnet-1' is now 'talent-1'`.
    package let description: Message
  }

  /// Applies every fix that still fits its file and returns the changes, sorted by file. Each file is replaced
  /// atomically. Of two overlapping fixes, only the first is applied.
  package func apply(_ diagnostics: [Diagnostic]) throws -> [Change] {
    var changes: [Change] = []
    let fixable = Dictionary(grouping: diagnostics.filter(isApplied).sorted(), by: \.location.path)
    for (path, findings) in fixable.sorted(by: { $0.key < $1.key }) {
      guard let source = try SourceLoader(siteDirectory: siteDirectory).text(of: path).value else { continue }
      var taken: [Edit] = []
      var made: [Change] = []
      for finding in findings {
        guard let fix = finding.fix, let replacement = replacement(for: fix, at: finding.location, in: source),
          add(replacement.edits, to: &taken)
        else { continue }
        made.append(Change(location: finding.location, description: replacement.description))
      }
      guard !made.isEmpty else { continue }
      var bytes: [UInt8] = []
      var end = 0
      for edit in taken {
        bytes += source.bytes[end..<Int(edit.range.start)]
        bytes += edit.replacement.utf8
        end = Int(edit.range.end)
      }
      bytes += source.bytes[end...]
      try FileSystem.replace("\(siteDirectory)/\(path)", with: bytes)
      changes += made
    }
    return changes
  }

  private func isApplied(_ finding: Diagnostic) -> Bool {
    finding.fix.map { $0.isSure || fixesParagraphs } ?? false
  }

  /// Adds edits at their places in `taken`, which is sorted; all of them, or none if one overlaps.
  private func add(_ edits: [Edit], to taken: inout [Edit]) -> Bool {
    var places: [Int] = []
    for edit in edits {
      let place = taken.partitioningIndex { $0.range.end > edit.range.start }
      if place < taken.count, taken[place].range.start < max(edit.range.end, edit.range.start + 1) { return false }
      places.append(place)
    }
    for (shift, (place, edit)) in zip(places, edits).enumerated() { taken.insert(edit, at: place + shift) }
    return true
  }

  private struct Edit {
    let range: SourceRange
    let replacement: String
  }

  /// Nil if the text that the finding is about is no longer at its location.
  private func replacement(
    for fix: Diagnostic.Fix, at location: SourceLocation, in source: SourceText
  ) -> (edits: [Edit], description: Message)? {
    func one(_ range: SourceRange, _ replacement: String, _ description: Message) -> ([Edit], Message) {
      ([Edit(range: range, replacement: replacement)], description)
    }
    switch fix {
    case .addFinalLineBreak:
      let end = source.bytes.count
      return one(
        SourceRange(start: end, end: end), source.lineBreak, "added a line break at the end of the file")
    case .removeLine:
      guard let range = source.range(of: location) else { return nil }
      let line = source.wholeLine(around: range)
      let text = String(decoding: source.bytes[line.bounds], as: UTF8.self).trimmingPrefix(while: \.isWhitespace)
      let words = text.prefix { !$0.isNewline }
      return one(
        line, "", words.isEmpty || words.allSatisfy { $0 == "," } ? "removed a line without text" : "removed '\(words)'"
      )
    case .edits(let edits, let description):
      return ranges(of: edits, in: source).map { ($0, description) }
    case .paragraphs(let edits):
      return ranges(of: edits, in: source).map { ($0, "put an empty line between \(edits.count + 1) paragraphs") }
    case .replace(let replacement):
      guard var range = source.range(of: location) else { return nil }
      let text = Array(source.bytes[range.bounds])
      if text.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
        return one(range, replacement, "removed the space at the end of the line")
      }
      if replacement.isEmpty {
        let characters = String(decoding: text, as: UTF8.self).unicodeScalars
        if characters.allSatisfy(ControlCharacter.contains) {
          let names = characters.map(ControlCharacter.name).joined(separator: " ")
          return one(range, "", "removed the control character \(names)")
        }
      }
      // Keep the quotes of a quoted name.
      if text.count > 2, let mark = text.first, mark == text.last,
        mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
      {
        range = SourceRange(start: Int(range.start) + 1, end: Int(range.end) - 1)
      }
      let old = String(decoding: source.bytes[range.bounds], as: UTF8.self)
      return one(range, replacement, replacement.isEmpty ? "removed '\(old)'" : "'\(old)' is now '\(replacement)'")
    }
  }

  /// Nil if one of the edits no longer fits.
  private func ranges(of edits: [Diagnostic.Edit], in source: SourceText) -> [Edit]? {
    var ranges: [Edit] = []
    for edit in edits {
      let place = SourceLocation(
        path: source.path, line: edit.line, column: edit.column, length: edit.old.unicodeScalars.count,
        excerpt: edit.old, excerptColumn: edit.column)
      guard let range = source.range(of: place) else { return nil }
      let lines = edit.new.split(separator: "\n", omittingEmptySubsequences: false)
      ranges.append(Edit(range: range, replacement: lines.joined(separator: source.lineBreak)))
    }
    return ranges
  }
}

extension SourceText {
  fileprivate var lineBreak: String { bytes.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n" }

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
