import DataFormats
import Diagnostics

/// A target that an author typed as a text, though it is a number with something around it: `<=25`, `25-30`, `3.3万`,
/// `5名左右`, `50%`.
package struct TargetText {
  /// The hint on what to write instead.
  package let hint: Message

  package init?(_ text: String) {
    var rest = text.filter { $0 != " " && $0 != "　" }[...]
    let bounds: [(String, String)] = [
      ("<=", "<="), (">=", ">="), ("≤", "<="), ("≥", ">="), ("不超过", "<="), ("不高于", "<="), ("不低于", ">="), ("不少于", ">="),
      ("至少", ">="), ("<", "<"), (">", ">"), ("＜", "<"), ("＞", ">"), ("低于", "<"), ("超过", ">"),
    ]
    let bound = bounds.first { rest.hasPrefix($0.0) }
    if let bound { rest = rest.dropFirst(bound.0.count) }
    var isApproximate = false
    for word in ["约", "大约", "~", "～"] where rest.hasPrefix(word) {
      (rest, isApproximate) = (rest.dropFirst(word.count), true)
    }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = DecimalNumber(String(digits)) else { return nil }
    rest = rest.dropFirst(digits.count)
    if bound == nil, let dash = rest.first, "-–—~～至".contains(dash) {
      let second = rest.dropFirst().prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let unit = rest.dropFirst(1 + second.count)
      guard let end = DecimalNumber(String(second)), number.value < end.value else { return nil }
      let range = "target: {between: [\(digits), \(second)]}"
      hint = unit.isEmpty ? "write '\(range)'" : "write '\(range)', and 'unit: \(unit)'"
      return
    }
    for word in ["左右", "上下"] where rest.hasSuffix(word) {
      (rest, isApproximate) = (rest.dropLast(word.count), true)
    }
    let isMinimum = rest.hasSuffix("以上")
    let isMaximum = rest.hasSuffix("以下") || rest.hasSuffix("以内")
    if isMinimum || isMaximum { rest = rest.dropLast(2) }
    guard rest.count <= 8, rest.first.map({ $0.isLetter || "%％°‰".contains($0) }) ?? true,
      bound != nil || isApproximate || isMinimum || isMaximum || !rest.isEmpty
    else { return nil }
    var value = String(digits)
    var unit = rest
    let scales: [(Character, Double)] = [("百", 100), ("千", 1000), ("万", 1e4), ("亿", 1e8)]
    if let scale = scales.first(where: { $0.0 == rest.first }) {
      // 3.3万 is 33000; with a unit after it, 万 may stay in the unit.
      let whole = (number.value * scale.1).rounded()
      if rest.count == 1, abs(whole) < 1e15, abs(whole - number.value * scale.1) < 1e-6 * whole {
        value = String(Int(whole))
        unit = ""
      }
    }
    // `DecimalNumber.hint` has a better hint.
    if bound == nil, !isApproximate, !isMinimum, !isMaximum, value == digits, unit.isEmpty || unit == "%" { return nil }
    var parts = ["value: \(value)"]
    if let bound { parts.append("comparator: \"\(bound.1)\"") }
    if isMinimum { parts.append("comparator: \">=\"") }
    if isMaximum { parts.append("comparator: \"<=\"") }
    if isApproximate { parts.append("approx: true") }
    let target = parts.count == 1 ? "target: \(value)" : "target: {\(parts.joined(separator: ", "))}"
    let isScaled = value != digits
    let first: Message = unit.isEmpty ? "write '\(target)'" : "write '\(target)', and 'unit: \(unit)'"
    hint = isScaled ? "\(first), or 'target: \(digits)' with \(rest) in the unit" : first
  }
}
