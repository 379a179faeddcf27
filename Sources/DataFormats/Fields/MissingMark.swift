/// A mark that statistical offices write in place of a missing number: `..`, `n/a`, `–`, `:`, `[c]`.
///
/// The meaning of a mark (not available, not applicable, confidential, too small to state) differs between offices, so
/// it is kept as it is written, and never read as zero.
package enum MissingMark {
  /// Whether a text is such a mark. It is certain only in a column of numbers.
  package static func isMark(_ text: String) -> Bool {
    guard text.utf8.count <= longest else { return false }
    let plain = text.lowercased()
    if marks.contains(plain) { return true }
    // Eurostat's flags: `:c`, `: u`.
    guard plain.first == ":" else { return false }
    let flags = plain.dropFirst().drop { $0 == " " }
    return flags.count <= 2 && flags.allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// Whether marks among the texts of a column are known as such: some text is a number, or no text is anything else.
  package static func areSure(among texts: some Sequence<String>) -> Bool {
    var areAll = true
    for text in texts where !text.isEmpty {
      if DecimalNumber(text) != nil { return true }
      if areAll, !isMark(text) { areAll = false }
    }
    return areAll
  }

  private static let marks: Set<String> = [
    ".", "..", "...", "…", "……", "-", "--", "–", "—", "——", "－", "−", ":", "/", "／", "x", "z", "c", "*", "**", "#n/a",
    "n/a", "na", "n.a.", "n.a", "n/d", "nd", "n.d.", "nan", "null", "not available", "not applicable", "no data",
    "unknown", "missing", "confidential", "suppressed",
    // Marks of the United Kingdom's statistical service: confidential, not available, not applicable, low, none
    // recorded, unreliable.
    "[c]", "[x]", "[z]", "[low]", "[w]", "[u]",
    "暂无", "暂缺", "空缺", "缺", "不详", "未公布", "无数据", "不适用",
  ]

  /// In bytes.
  private static let longest = 16
}
