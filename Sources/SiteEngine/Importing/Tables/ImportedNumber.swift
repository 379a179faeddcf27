import DataFormats
import Indicators

/// A figure as planners write it into a table: `≥90%`, `[50]` for a total, `35以下`, `约12`.
struct ImportedNumber: Hashable {
  let number: DecimalNumber
  var comparator: Comparator?
  var isApproximate = false
  /// In brackets, which plans use for the total over all years.
  var isTotal = false
  /// What follows the number, such as `%` or `万人`.
  var unit: String?

  private static let prefixes: [(text: String, comparator: Comparator)] = [
    ("≥", .atLeast), (">=", .atLeast), ("不低于", .atLeast), ("不少于", .atLeast), ("至少", .atLeast), ("≤", .atMost),
    ("<=", .atMost), ("不高于", .atMost), ("不超过", .atMost), ("控制在", .atMost), (">", .moreThan), ("＞", .moreThan),
    ("大于", .moreThan), ("超过", .moreThan), ("<", .lessThan), ("＜", .lessThan), ("小于", .lessThan), ("低于", .lessThan),
  ]
  private static let suffixes: [(text: String, comparator: Comparator)] = [
    ("及以上", .atLeast), ("以上", .atLeast), ("及以下", .atMost), ("以下", .atMost), ("以内", .atMost),
  ]
  private static let brackets: [(open: Character, close: Character)] = [
    ("[", "]"), ("〔", "〕"), ("【", "】"), ("［", "］"),
  ]

  /// Nil for a text that is no number with such words around it, and for one that could be read in two ways.
  init?(_ text: String) {
    var rest = Substring(text.filter { !$0.isWhitespace })
    for (open, close) in ImportedNumber.brackets where rest.first == open && rest.last == close {
      rest = rest.dropFirst().dropLast()
      isTotal = true
    }
    for word in ["约", "左右"] where rest.hasPrefix(word) || rest.hasSuffix(word) {
      rest = rest.hasPrefix(word) ? rest.dropFirst(word.count) : rest.dropLast(word.count)
      isApproximate = true
    }
    for (word, found) in ImportedNumber.prefixes where comparator == nil && rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      comparator = found
    }
    for (word, found) in ImportedNumber.suffixes where comparator == nil && rest.hasSuffix(word) {
      rest = rest.dropLast(word.count)
      comparator = found
    }
    rest = ImportedNumber.ungrouped(rest)
    let end = rest.firstIndex { !("0"..."9").contains($0) && !"+-.−".contains($0) } ?? rest.endIndex
    let digits = rest[..<end].map { $0 == "−" ? "-" : String($0) }.joined()
    guard let number = DecimalNumber(digits) else { return nil }
    let tail = rest[end...]
    // `1,234` is a thousand or a little more than one; `1-3` is a range.
    guard !tail.contains(where: { ("0"..."9").contains($0) || ",，、~～—至".contains($0) }) else { return nil }
    self.number = number
    unit = tail.isEmpty ? nil : tail == "％" ? "%" : String(tail)
  }

  /// Without the commas of `3,200.5` and `1,234,567`, which can only group thousands.
  private static func ungrouped(_ text: Substring) -> Substring {
    let end = text.firstIndex { !("0"..."9").contains($0) && !"+-.−,".contains($0) } ?? text.endIndex
    let digits = text[..<end]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let groups = (parts.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, groups.count > 2 || groups.count == 2 && parts.count == 2,
      groups.dropFirst().allSatisfy({ $0.count == 3 }), parts.dropFirst().allSatisfy({ !$0.contains(",") }),
      let first = groups.first?.drop(while: { "+-−".contains($0) }), (1...3).contains(first.count), first != "0"
    else { return text }
    return Substring(digits.filter { $0 != "," } + text[end...])
  }
}
