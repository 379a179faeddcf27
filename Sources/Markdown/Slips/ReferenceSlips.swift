import Bytes
import Diagnostics

// `[1]` in a sentence, and a list of lines that begin with `[1]`, `[2]` and so on: other programs and readers connect
// them, Markdown does not.

extension DocumentReader {
  mutating func findReferences(_ slips: inout Slips) {
    var entries: [(number: Int, line: Int)] = []
    var citations: [(number: Int, range: Range<Int>)] = []
    forEachText { node, range in
      var index = range.lowerBound
      while let open = source.bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "[")) {
        index = open + 1
        guard let (number, end) = numberInBrackets(at: open, to: range.upperBound) else { continue }
        index = end
        let line = body.lineNumber(at: open)
        let next = end < source.bytes.count ? source.bytes[end] : 0
        let isFirst = open == content(ofLine: line).lowerBound || open == range.lowerBound && beginsItem(node)
        if isFirst, next == UInt8(ascii: " ") || next >= 0xE3 {
          entries.append((number, line))
        } else if ![UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: ":")].contains(next),
          open == body.start || source.bytes[open - 1] != UInt8(ascii: "]")
        {
          citations.append((number, open..<end))
        }
      }
    }
    guard entries.count > 1, entries.indices.allSatisfy({ entries[$0].number == $0 + 1 }),
      let first = citations.first(where: { $0.number <= entries.count })
    else { return }
    let name = written(first.range)
    slips.lines.formUnion(entries.map(\.line))
    slips.findings.append(
      slip(
        .typedReferences, "'\(name)' leads nowhere: it is not a link to the line that begins with '\(name)'",
        hint: "write '[^\(first.number)]' here, and '[^\(first.number)]: …' in place of '\(name) …' there",
        at: first.range, related: entry(first.number, entries)))
  }

  private func entry(_ number: Int, _ entries: [(number: Int, line: Int)]) -> [Diagnostic.Related] {
    let line = entries[number - 1].line
    return [.init("the line that is meant", at: location(content(ofLine: line)))]
  }

  /// `[12]`, with the offset after it.
  private func numberInBrackets(at open: Int, to end: Int) -> (number: Int, end: Int)? {
    let bytes = source.bytes
    var index = open + 1
    var number = 0
    while index < end, index < open + 4, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index] {
      number = number * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    guard number > 0, index < end, bytes[index] == UInt8(ascii: "]") else { return nil }
    return (number, index + 1)
  }
}
