import Bytes
import Diagnostics

// Markup of other programs inside a text: `[[page]]`, `==words==`, `$x^2$`, `- [] task`.

extension DocumentReader {
  /// `[[page]]`, `[[page|words]]` and `![[picture.png]]`.
  func findWikiLinks(_ range: Range<Int>, _ slips: inout Slips) {
    let bytes = source.bytes
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      guard bytes[index] == UInt8(ascii: "["), bytes[index + 1] == UInt8(ascii: "["),
        index == body.start || bytes[index - 1] != UInt8(ascii: "\\")
      else {
        index += 1
        continue
      }
      let start = index + 2
      var end = start
      while end < range.upperBound, !"[]\n".utf8.contains(bytes[end]) { end += 1 }
      index = max(end, index + 1)
      guard end + 1 < range.upperBound, bytes[end] == UInt8(ascii: "]"), bytes[end + 1] == UInt8(ascii: "]"),
        end + 2 == bytes.count || bytes[end + 2] != UInt8(ascii: "(")
      else { continue }
      let inside = written(start..<end)
      // `[[1]]` cites, and `[[ -f x ]]` is a shell's.
      guard let first = inside.first, let last = inside.last,
        first.isLetter || first.isNumber || "./#《".contains(first),
        last != " ", inside.contains(where: \.isLetter)
      else { continue }
      let parts = inside.split(separator: "|", maxSplits: 1)
      let words = parts.count > 1 ? parts[1] : parts[0]
      let isPicture = start - 3 >= body.start && bytes[start - 3] == UInt8(ascii: "!")
      let whole = (isPicture ? start - 3 : start - 2)..<end + 2
      slips.findings.append(
        slip(
          .wikiLink,
          isPicture
            ? "'\(shown(written(whole)))' is shown as text, not as a picture"
            : "'\(shown(written(whole)))' is shown as text, not as a link",
          hint: isPicture
            ? "write '![\(shown(words))](\(shown(parts[0])))', with the path from this file"
            : "write '[\(shown(words))](….md)' with the path of the other page's file", at: whole))
      index = end + 2
    }
  }

  /// `==words==`
  func findHighlights(_ range: Range<Int>, _ slips: inout Slips) {
    let bytes = source.bytes
    let equals = UInt8(ascii: "=")
    func run(at index: Int) -> Int {
      var end = index
      while end < range.upperBound, bytes[end] == equals { end += 1 }
      return end - index
    }
    // Comparisons have letters, digits and spaces around their signs.
    func isOpen(_ index: Int) -> Bool {
      let before = index > body.start ? bytes[index - 1] : 0
      return !isAlphanumeric(before) && !"\\)]_".utf8.contains(before)
    }
    var open: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == equals else {
        if bytes[index] == UInt8(ascii: "\n") { open = nil }
        index += 1
        continue
      }
      let length = run(at: index)
      defer { index += length }
      guard length == 2 else {
        open = nil
        continue
      }
      let after = index + 2 < range.upperBound ? bytes[index + 2] : 0
      if let start = open, bytes[index - 1] > UInt8(ascii: " "), !isAlphanumeric(after) {
        let words = written(start + 2..<index)
        slips.findings.append(
          slip(
            .highlightMark,
            "'\(shown(written(start..<index + 2)))' is printed as text: there is no mark for highlights",
            hint: "write '**\(shown(words))**' for bold", at: start..<index + 2,
            fix: words.contains("*")
              ? nil
              : .edits([edit(start..<index + 2, "**\(words)**")], description: "'\(shown(words))' is now bold")))
        open = nil
      } else {
        open = isOpen(index) && after > UInt8(ascii: " ") ? index : nil
      }
    }
  }

  /// Finds `$x^2$` and `$$x^2$$`. Sums of money do not look like formulas.
  func findFormulas(_ range: Range<Int>, _ slips: inout Slips) {
    let bytes = source.bytes
    let dollar = UInt8(ascii: "$")
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == dollar else {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      var start = index
      while start < range.upperBound, bytes[start] == dollar { start += 1 }
      let length = start - index
      let before = index > body.start ? bytes[index - 1] : 0
      let limit = min(range.upperBound, start + FormulaText.longest)
      guard length <= 2, !isAlphanumeric(before), start < limit, length == 2 || bytes[start] > UInt8(ascii: " "),
        let end = closing(from: start, to: limit, length)
      else {
        index = start
        continue
      }
      let isFormula = FormulaText.isFormula(bytes[start..<end], isBlock: length == 2)
      if isFormula { slips.formulas.append(index..<end + length) }
      index = isFormula || length == 2 ? end + length : start
    }
  }

  /// The offset of the dollar signs that end a formula.
  private func closing(from start: Int, to limit: Int, _ length: Int) -> Int? {
    let bytes = source.bytes
    let dollar = UInt8(ascii: "$")
    var index = start
    while index + length <= limit {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      guard bytes[index] == dollar else {
        index += 1
        continue
      }
      let after = index + length < bytes.count ? bytes[index + length] : 0
      if length == 2 { return index + 1 < limit && bytes[index + 1] == dollar && index > start ? index : nil }
      return index > start && bytes[index - 1] > UInt8(ascii: " ") && !isAlphanumeric(after) && after != dollar
        ? index : nil
    }
    return nil
  }

  /// One finding for all formulas of the page.
  func reportFormulas(_ slips: inout Slips) {
    guard let first = slips.formulas.min(by: { $0.lowerBound < $1.lowerBound }) else { return }
    let count = slips.formulas.count
    slips.findings.append(
      slip(
        .formula,
        count == 1
          ? "'\(shown(written(first)))' is a formula of LaTeX, and is printed as written"
          : "'\(shown(written(first)))' and \(count - 1) more are formulas of LaTeX, and are printed as written",
        hint: "write it in characters, such as x², or show a picture of it; for the signs themselves, write '\\$'",
        at: first))
  }

  /// `- [] task`, `- [ ]task`, `- 【】task`: by the range of the first text of an item.
  func findTask(_ range: Range<Int>, _ slips: inout Slips) {
    let text = written(range)
    guard let box = TypedBox(text), source.bytes[range.lowerBound - 1] != UInt8(ascii: "\\") else { return }
    let rest = text.dropFirst(box.length).drop { $0 == " " || $0 == "　" }
    guard let first = rest.first, !"([:（".contains(first) else { return }
    let mark = range.lowerBound..<range.upperBound - rest.utf8.count
    let straight = box.isDone ? "[x] " : "[ ] "
    slips.findings.append(
      slip(
        .typedTask, "'\(shown(text))' is shown as text, not as a task with a box",
        hint: "write '- \(straight)\(shown(rest))'", at: mark,
        fix: .edits([edit(mark, straight)], description: "'\(straight)\(shown(rest))' is now a task")))
  }
}

/// A formula between dollar signs.
private enum FormulaText {
  /// In bytes.
  static let longest = 300

  /// Whether a text has a command, a raised or lowered part, or an equation, or is one letter or two small ones.
  /// Between two dollar signs on either side, any letter is enough.
  static func isFormula(_ text: ArraySlice<UInt8>, isBlock: Bool) -> Bool {
    var hasLetter = false
    var hasEquation = false
    var isLetters = true
    for index in text.indices {
      let byte = text[index]
      let next = index + 1 < text.endIndex ? text[index + 1] : 0
      switch byte {
      case UInt8(ascii: "\\"): if next.isASCIILetter { return true }
      case UInt8(ascii: "^"): if next == UInt8(ascii: "{") || isAlphanumeric(next) { return true }
      case UInt8(ascii: "_"): if next == UInt8(ascii: "{") || isAlphanumeric(next) { return hasLetter }
      case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"): hasEquation = true
      case UInt8(ascii: "\n"), 0x80...: return false
      default: break
      }
      if byte.isASCIILetter { hasLetter = true } else { isLetters = false }
    }
    // `$Id$` is a mark of version control.
    return (hasEquation || isBlock) && hasLetter
      || isLetters && (text.count == 1 || text.count == 2 && text.allSatisfy { $0 >= 0x60 })
  }

}

/// A box to tick as authors type it, at the start of a text.
private struct TypedBox {
  /// The length in characters.
  let length: Int
  let isDone: Bool

  init?(_ text: String) {
    let characters = Array(text.prefix(4))
    guard characters.count > 2, characters[0] == "[" || characters[0] == "【" else { return nil }
    let close: Character = characters[0] == "[" ? "]" : "】"
    let isEmpty = characters[1] == close
    guard isEmpty || characters[2] == close else { return nil }
    if isEmpty || " 　".contains(characters[1]) {
      isDone = false
    } else if "√✓✔".contains(characters[1]) || characters[0] == "[" && "xX".contains(characters[1]) {
      isDone = true
    } else {
      return nil
    }
    length = isEmpty ? 2 : 3
  }
}
