import Diagnostics

extension DecimalNumber {
  /// The text to write in place of one that is not a number; nil if it cannot be guessed. A hint never changes the
  /// value that the author means: if a text can be read in two ways, it names both. `isWhole`: only whole numbers are
  /// valid.
  package static func hint(for text: String, isWhole: Bool = false) -> Message? {
    let scalars = plainSpelling(of: text)
    guard let first = scalars.first else { return nil }
    if isBound(first) {
      let rest = scalars.dropFirst().drop { $0 == "=" || isSpace($0) }
      // A mark may follow: `<5*`, `>95%`.
      let number = rest.prefix { isDigit($0) || $0 == "." || $0 == "," }
      guard reading(of: number, isWhole: isWhole) != nil else { return nil }
      return "leave the value empty and write '\(text)' as its note: a bound is not a value"
    }
    if let rest = withoutCurrency(scalars), let number = reading(of: rest, isWhole: isWhole) {
      return "write \(number.words) without '\(String(first))', which belongs in the unit"
    }
    if first == "(", scalars.last == ")",
      let number = reading(of: scalars.dropFirst().dropLast(), isWhole: isWhole)?.text
    {
      return "write -\(number) if the brackets mean a negative number, else \(number)"
    }
    // The number ends with its last digit before the first bracket: `12.3 (p1)`.
    var end = scalars.firstIndex { $0 == "(" || $0 == "[" } ?? scalars.endIndex
    while end > 0, !isDigit(scalars[end - 1]), scalars[end - 1] != "." { end -= 1 }
    guard let number = reading(of: scalars[..<end], isWhole: isWhole) else { return nil }
    let mark = scalars[end...].drop(while: isSpace)
    if mark.isEmpty { return number.text == text ? nil : "write \(number.words)\(invisibleCharacter(in: text))" }
    if mark.elementsEqual(["%"]) {
      let isNumber = scalars[..<end].elementsEqual(number.text?.unicodeScalars ?? "".unicodeScalars)
      return "write \(isNumber ? "the number" : number.words) without '%', which belongs in the unit"
    }
    return isNote(mark) ? "write \(number.words), and '\(string(mark))' as its note" : nil
  }

  /// The text after a currency sign at the start; nil without one.
  private static func withoutCurrency(_ scalars: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar>? {
    guard scalars.first?.properties.generalCategory == .currencySymbol else { return nil }
    return scalars.dropFirst().drop(while: isSpace)
  }

  /// The hint for a number with words around it, such as `38 μg`, `约37` and `二十五`: the words say what else to write.
  package static func hintOnWords(in text: String) -> Message? {
    var scalars = plainSpelling(of: text)[...]
    let about = ["约", "大约", "近"].first { string(scalars).hasPrefix($0) }
    if let about { scalars = scalars.dropFirst(about.unicodeScalars.count) }
    let digits = scalars.prefix { isDigit($0) || $0 == "." }
    let number = string(digits)
    if DecimalNumber(number) != nil {
      let rest = string(scalars.dropFirst(digits.count)).trimmingPrefix(while: \.isWhitespace)
      if rest.isEmpty {
        guard about != nil else { return nil }
        return "write \(number), and '\(text)' as its note"
      }
      guard rest.first?.isLetter == true || "μ°‰".contains(rest.first ?? " "),
        !rest.contains(where: \.isNumber), !multipliers.contains(rest.lowercased()),
        !"百千万亿".contains(rest.first ?? " ")
      else { return nil }
      return "write \(number) if '\(String(rest))' is the unit of the indicator"
    }
    guard let value = chineseNumber(string(scalars)) else { return nil }
    return "write \(value)"
  }

  /// The number that up to four digits in Chinese make: 二十五 is 25.
  private static func chineseNumber(_ text: String) -> Int? {
    let digits: [Character: Int] = [
      "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
    var (sum, digit): (Int, Int?) = (0, nil)
    guard !text.isEmpty, text.count <= 8 else { return nil }
    for character in text {
      if let value = digits[character] {
        guard digit == nil || digit == 0 else { return nil }
        digit = value
      } else if let unit = units[character] {
        sum += (digit ?? (sum == 0 ? 1 : 0)) * unit
        digit = nil
      } else {
        return nil
      }
    }
    guard let digit else { return sum }
    // 二百九 is 290: a last digit directly after 百 or 千 counts tens or hundreds.
    let before = text.dropLast().last
    return sum + (before == "百" ? digit * 10 : before == "千" ? digit * 100 : digit)
  }

  /// The hint for a text that multiplies its number, divides two, or names a range or about a number: `3.3万`, `1/2`,
  /// `280-290`, `≈290`.
  package static func hintOnScale(in text: String) -> Message? {
    let scalars = plainSpelling(of: text)
    let plain = string(scalars[...]).filter { $0 != " " }
    if let first = plain.first, "≈~约".contains(first), DecimalNumber(String(plain.dropFirst())) != nil {
      return "write \(plain.dropFirst()), and '\(text)' as its note"
    }
    let digits = plain.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    for mark in ["-", "–", "—", "~", "至", "/"] {
      guard let range = plain.firstRange(of: mark), range.lowerBound > plain.startIndex,
        let first = DecimalNumber(String(plain[..<range.lowerBound])),
        let second = DecimalNumber(String(plain[range.upperBound...]))
      else { continue }
      if mark == "/" {
        guard second.value != 0 else { return nil }
        let share = first.value / second.value
        return share * 1e4 == (share * 1e4).rounded() ? "write \(String(share))" : nil
      }
      return "write one number: a value is not a range; '\(text)' can be its note"
    }
    guard let number = DecimalNumber(String(digits)) else { return nil }
    let rest = plain.dropFirst(digits.count)
    let scales: [(Character, Double)] = [("百", 100), ("千", 1000), ("万", 1e4), ("亿", 1e8)]
    guard let scale = scales.first(where: { $0.0 == rest.first }), rest.count <= 4,
      !rest.contains(where: { $0.isASCII && $0.isNumber })
    else { return nil }
    let whole = (number.value * scale.1).rounded()
    guard abs(whole) < 1e15, abs(whole - number.value * scale.1) < 1e-6 * abs(whole) else { return nil }
    return "write \(String(Int(whole))), or \(digits) with '\(rest)' as the unit of the indicator"
  }

  /// The text in ASCII digits and signs, without spaces at its ends and without invisible characters.
  package static func plain(_ text: String) -> String { string(plainSpelling(of: text)[...]) }

  private static func plainSpelling(of text: String) -> [Unicode.Scalar] {
    var plain: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars where !isInvisible(scalar) {
      switch scalar {
      // Fullwidth forms.
      case "\u{FF01}"..."\u{FF5E}": plain.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case "\u{2212}": plain.append("-")
      // Dashes of a word processor, where a number begins.
      case "–", "—": plain.append(plain.isEmpty ? "-" : scalar)
      // Quotation marks of a word processor, which YAML takes for part of the value.
      case "“", "”": continue
      default: plain.append(scalar)
      }
    }
    while let last = plain.last, isSpace(last) { plain.removeLast() }
    return Array(plain.drop(while: isSpace))
  }

  // MARK: Digits

  /// A number, or two of them.
  private struct Reading {
    /// Nil for two numbers.
    let text: String?
    let words: Message

    init(_ number: String) {
      text = number
      words = Message(verbatim: number)
    }

    init(either words: Message) {
      text = nil
      self.words = words
    }
  }

  /// The possible meaning of a text: one number, or two, each with its condition. Marks that group digits are removed.
  /// Groups have three digits, so that no digit moves; a single comma before three digits groups thousands or separates
  /// decimals.
  private static func reading(of scalars: ArraySlice<Unicode.Scalar>, isWhole: Bool) -> Reading? {
    if DecimalNumber(string(scalars)) != nil { return Reading(string(scalars)) }
    let marks = scalars.filter { $0 == "," || $0 == "." || isGroupMark($0) }
    guard let last = marks.last else { return nil }
    let grouped = Set(marks).count == 1 ? ungrouped(scalars, by: last) : nil
    guard !isWhole, last == "," || last == ".", marks.count(where: { $0 == last }) == 1 else {
      return grouped.map(Reading.init)
    }
    let others = Set(marks.dropLast())
    let parts = scalars.split(separator: last, omittingEmptySubsequences: false)
    guard others.count < 2, parts.count == 2, let whole = ungrouped(parts[0], by: others.first) else { return nil }
    let decimal = "\(whole).\(string(parts[1]))"
    guard DecimalNumber(decimal) != nil else { return nil }
    guard let grouped else { return Reading(decimal) }
    return Reading(
      either: "\(grouped) if the comma groups thousands, or \(decimal) if it begins the decimals")
  }

  /// The digits of a whole number without its group marks; nil if a group does not have three digits.
  private static func ungrouped(_ scalars: ArraySlice<Unicode.Scalar>, by mark: Unicode.Scalar?) -> String? {
    guard let mark else { return string(scalars) }
    let groups = scalars.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first?.drop(while: { $0 == "-" || $0 == "+" }), (1...3).contains(first.count),
      first.first != "0", first.allSatisfy(isDigit),
      groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(isDigit) })
    else { return nil }
    let digits = String(String.UnicodeScalarView(groups.joined()))
    return DecimalNumber(digits) == nil ? nil : digits
  }

  // MARK: Marks

  /// Whether what follows a number remarks on it: `*`, `†`, `¹`, `p`, `(e)`. A word that multiplies or measures it does
  /// not, such as `k`, `万` or `km`.
  private static func isNote(_ mark: ArraySlice<Unicode.Scalar>) -> Bool {
    if let first = mark.first, first == "(" || first == "[" {
      let inner = mark.dropFirst().filter { $0.properties.isAlphabetic }
      return inner.isEmpty || !multipliers.contains(string(inner[...]).lowercased())
    }
    // A raised letter, as some editors write it: `7.5^a`.
    if mark.first == "^" {
      return mark.count == 2 && mark.last.map { $0.properties.isAlphabetic || isDigit($0) } == true
    }
    if mark.allSatisfy({ $0 == "*" || $0 == "†" || $0 == "‡" || $0.properties.generalCategory == .otherNumber }) {
      return true
    }
    guard mark.count == 1, let letter = mark.first else { return false }
    return ("a"..."z").contains(letter) && !multipliers.contains(String(letter))
  }

  private static let multipliers: Set<String> = [
    "k", "m", "b", "t", "g", "mn", "bn", "tn", "thousand", "thousands", "million", "millions", "billion", "billions",
    "trillion", "百", "千", "万", "百万", "千万", "亿", "万亿",
  ]

  private static func isBound(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "<" || scalar == ">" || scalar == "≤" || scalar == "≥"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// Spaces of any kind, and what else groups digits in spreadsheets.
  private static func isGroupMark(_ scalar: Unicode.Scalar) -> Bool {
    isSpace(scalar) || scalar == "_" || scalar == "'" || scalar == "\u{2019}"
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return category == .format || category == .control && !isSpace(scalar)
  }

  /// `, without the invisible character U+200B`; empty for a text without one.
  private static func invisibleCharacter(in text: String) -> Message {
    guard let scalar = text.unicodeScalars.first(where: isInvisible) else { return "" }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return ", without the invisible character U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
