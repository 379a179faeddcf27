import DataFormats
import Diagnostics
import SiteSources

/// Finds what spreadsheets and editors leave at the ends of lines and files: invisible to a reader, but version control
/// shows the lines as changed.
struct TextEndings {
  let folders: SiteFolders

  func diagnostics(of files: [SourceFile]) throws -> [Diagnostic] {
    let loader = SourceLoader(folders)
    return try files.flatMap { file -> [Diagnostic] in
      // The parser reports files that cannot be read.
      guard file.role != .attachment, file.name.pathExtension != "xlsx",
        let source = try loader.text(of: file.contentPath).value
      else { return [] }
      guard file.role == .observations || file.role == .values else { return missingLineBreak(source) }
      let surplus = CSVTable.parse(source).value?.surplus ?? []
      // A last line that is removed needs no line break.
      let isLastRemoved = surplus.contains { $0.isWholeRow && Int($0.range.end) == source.bytes.count }
      return trailingSpaces(source) + surplus.map { emptyCells($0, source) }
        + (isLastRemoved ? [] : missingLineBreak(source))
    }
  }

  /// The cells that the parser leaves out.
  private func emptyCells(_ surplus: CSVTable.Surplus, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      .note, .csvEmptyCells, surplus.isWholeRow ? "the row has only empty cells" : "the row ends with empty cells",
      hint: "'planpress check --fix' removes them", at: source.location(of: surplus.range),
      fix: surplus.isWholeRow ? .removeLine : .replace(with: ""))
  }

  private func trailingSpaces(_ source: SourceText) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let bytes = source.bytes
    var start = 0
    var isQuoted = false
    for index in 0...bytes.count {
      if index < bytes.count {
        // A doubled quotation mark toggles twice, which changes nothing.
        if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
        guard bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") else { continue }
      }
      var end = index
      while end > start, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") { end -= 1 }
      if end < index, !isQuoted {
        findings.append(
          Diagnostic(
            .note, .csvTrailingSpace, "the line ends with a space",
            hint: "'planpress check --fix' removes it",
            at: source.location(of: SourceRange(start: end, end: index)), fix: .replace(with: "")))
      }
      start = index + 1
    }
    return findings
  }

  private func missingLineBreak(_ source: SourceText) -> [Diagnostic] {
    guard let last = source.bytes.last, last != UInt8(ascii: "\n"), last != UInt8(ascii: "\r") else { return [] }
    let end = source.bytes.count
    return [
      Diagnostic(
        .note, .noFinalLineBreak, "no line break at the end of the file", hint: "'planpress check --fix' adds it",
        at: source.location(of: SourceRange(start: end, end: end)), fix: .addFinalLineBreak)
    ]
  }
}
