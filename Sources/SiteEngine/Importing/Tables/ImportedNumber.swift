import DataFormats
import Indicators

/// A figure as planners write it into a table: `≥90%`, `[50]` for a total, `35以下`, `约12`, `88.1（预计）`.
struct ImportedNumber: Hashable {
  let number: DecimalNumber
  var comparator: Comparator?
  var isApproximate = false
  /// In brackets, which plans use for the total over all years.
  var isTotal = false
  /// The text after the number, such as `%` or `万人`.
  var unit: String?
  /// The word that makes it approximate, as the author wrote it; nil for a sign such as `~`.
  var approximation: String?
  /// The remark after the figure in brackets, such as 预计 or `est.`, or a mark such as `*`.
  var remark: String?

  /// The meaning of a comma in the numbers of a table.
  enum Comma {
    /// It groups thousands: 1,200 is twelve hundred.
    case groups
    /// It begins the decimals: 1,200 is a little more than one.
    case decimals
    case unknown

    /// Decides by the cells of a table: a comma that is not followed by three digits begins the decimals. A point that is
    /// not followed by three digits, or a number with both signs, decides as well. In a table in Chinese, Japanese or
    /// Korean a comma groups.
    ///
    /// Throws an `ImportQuestion` where neither a number of the table nor `answers` say it.
    init(cells: [String], isEastAsian: Bool, _ answers: ImportAnswers) throws {
      var (groups, decimals) = (isEastAsian, false)
      for cell in cells {
        let text = DecimalNumber.plain(cell)
        let digits = text.drop { !("0"..."9").contains($0) }.prefix {
          ("0"..."9").contains($0) || $0 == "," || $0 == "."
        }
        guard let mark = digits.last(where: { $0 == "," || $0 == "." }) else { continue }
        let isRepeated = digits.count { $0 == mark } > 1
        let hasBoth = digits.contains(",") && digits.contains(".")
        let isDecimal = !isRepeated && (hasBoth || digits.split(separator: mark).last?.count != 3)
        guard isRepeated || isDecimal else { continue }
        if (mark == ",") == isDecimal { decimals = true } else { groups = true }
      }
      switch answers.comma {
      case .thousands: self = .groups
      case .decimals: self = .decimals
      case nil: self = decimals ? (groups ? .unknown : .decimals) : groups ? .groups : .unknown
      }
      if case .unknown = self, let doubtful = cells.first(where: Comma.isDoubtful) {
        throw ImportQuestion(
          kind: .comma, text: "does the comma in '\(doubtful)' group thousands, or begin the decimals?",
          choices: ImportAnswers.Comma.allCases.map(\.rawValue))
      }
    }

    /// Whether a number is read in one way if its comma groups, and in another if it begins the decimals.
    private static func isDoubtful(_ cell: String) -> Bool {
      func isRead(_ comma: Comma) -> Bool {
        ImportedNumber(cell, comma: comma) != nil || ImportedNumber.range(cell, comma: comma) != nil
      }
      return !isRead(.unknown) && isRead(.groups) && isRead(.decimals)
    }
  }

  private static let brackets: [(open: Character, close: Character)] = [
    ("[", "]"), ("〔", "〕"), ("【", "】"),
  ]

  /// Nil for a text that is not a number with such words around it, and for one that could be read in two ways.
  init?(_ text: String, comma: Comma) {
    var rest = Substring(DecimalNumber.plain(text).filter { !$0.isWhitespace })
    if let (figure, words) = ImportedNumber.remark(in: rest) { (rest, remark) = (figure, words) }
    for (open, close) in ImportedNumber.brackets where rest.first == open && rest.last == close {
      rest = rest.dropFirst().dropLast()
      isTotal = true
    }
    for word in ["力争达到", "力争", "达到", "确保"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    if rest.lowercased() == "zero" { rest = "0" }
    let words = BoundWords(takenFrom: &rest)
    let currency = rest.first.flatMap { ImportedNumber.currencies.contains($0) ? String($0) : nil }
    if let currency, rest.hasPrefix(currency) { rest = rest.dropFirst() }
    rest = ImportedNumber.ungrouped(ImportedNumber.withDigits(rest), comma)
    let end = rest.firstIndex { !("0"..."9").contains($0) && !"+-.".contains($0) } ?? rest.endIndex
    guard let number = DecimalNumber(String(rest[..<end])) else { return nil }
    let tail = rest[end...]
    // `1,234` is a thousand or a little more than one; `1-3` is a range.
    guard !tail.contains(where: { ("0"..."9").contains($0) || ",，、~～—至".contains($0) }) else { return nil }
    self.number = number
    (comparator, isApproximate, approximation) = (words.comparator, words.isApproximate, words.approximation)
    unit = tail.isEmpty ? nil : String(tail)
    if let currency {
      let scale = ImportedNumber.scalesOfMoney[tail.lowercased()] ?? String(tail)
      unit = currency + scale
    }
  }

  private static let currencies = "£$€¥￥"
  /// Short signs of scales beside the sign of a currency: €38m.
  private static let scalesOfMoney = [
    "k": "thousand", "m": "million", "mn": "million", "mio": "million", "bn": "billion",
  ]

  /// 五百家 as 500家, 三成 as 30%. 一级 and 三类 are grades.
  private static func withDigits(_ text: Substring) -> Substring {
    guard let first = text.first, "一二两三四五六七八九十百千".contains(first),
      let number = TextNumber.all(in: String(text)).first, number.range.lowerBound == 0, !number.isRounded,
      let digits = DecimalNumber(computed: number.value)
    else { return text }
    let rest = String.UnicodeScalarView(text.unicodeScalars.dropFirst(number.range.upperBound))
    guard rest.isEmpty || isCount(String(rest)), number.value >= 10 || number.unit == "%" else { return text }
    return Substring(NumberFormat.data(digits) + (number.unit == "%" ? "%" : "") + String(rest))
  }

  /// The text with the commas and points of its number as `DecimalNumber` reads them: `3,200.5` and `1,234,567` can only
  /// group thousands, and for `1,234` the table decides.
  private static func ungrouped(_ text: Substring, _ comma: Comma) -> Substring {
    let end = text.firstIndex { !("0"..."9").contains($0) && !"+-.,".contains($0) } ?? text.endIndex
    let digits = text[..<end]
    let (group, point): (Character, Character) = comma == .decimals ? (".", ",") : (",", ".")
    let parts = digits.split(separator: point, omittingEmptySubsequences: false)
    let groups = (parts.first ?? "").split(separator: group, omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.dropFirst().allSatisfy({ !$0.contains(group) }) else { return text }
    if groups.count > 1 {
      guard comma != .unknown || groups.count > 2 || parts.count == 2, groups.dropFirst().allSatisfy({ $0.count == 3 }),
        let first = groups.first?.drop(while: { "+-".contains($0) }), (1...3).contains(first.count), first != "0"
      else { return text }
    } else if comma != .decimals {
      return text
    }
    return Substring(parts.map { $0.filter { $0 != group } }.joined(separator: ".") + text[end...])
  }

  // MARK: Units

  /// The number in a unit; nil if its own differs: 1.2万 are 12,000 人, and 12,000人 are 1.2 万人.
  func converted(to unit: String?) -> ImportedNumber? {
    guard let own = self.unit, let unit, own != unit else { return self }
    let (ownPower, ownBase) = ImportedNumber.scale(of: own)
    let (power, base) = ImportedNumber.scale(of: unit)
    let isCount =
      ownPower == power && ImportedNumber.counters.contains(ownBase) && ImportedNumber.counters.contains(base)
    guard isCount || ownBase == base || ownBase.isEmpty && ownPower > 0 else { return nil }
    var converted = self
    converted.unit = nil
    guard let number = ImportedNumber.shifted(number, by: ownPower - power) else { return nil }
    return ImportedNumber(copying: converted, number: number)
  }

  private init(copying other: ImportedNumber, number: DecimalNumber) {
    self.number = number
    (comparator, isApproximate, isTotal, unit) = (other.comparator, other.isApproximate, other.isTotal, other.unit)
    (remark, approximation) = (other.remark, other.approximation)
  }

  /// Words with which Chinese counts things. Tables use one for the other.
  private static let counters: Set<String> = ["个", "家", "名", "人", "位", "座", "条", "处", "所", "项", "件", "台", "套", "户"]
  private static let scales: [(word: String, power: Int)] = [
    ("万亿", 12), ("千万", 7), ("百万", 6), ("亿", 8), ("万", 4), ("trillion", 12), ("billion", 9), ("million", 6),
    ("thousand", 3),
  ]

  /// The factor in a unit, as a power of ten, and the unit without it.
  private static func scale(of unit: String) -> (power: Int, base: String) {
    let plain = unit.lowercased().trimmingSpaces
    // € million: a scale of the currency.
    if let first = plain.first, currencies.contains(first) {
      return (scale(of: String(plain.dropFirst())).power, String(first))
    }
    for (word, power) in scales where plain.hasPrefix(word) {
      return (power, String(plain.dropFirst(word.count)).trimmingSpaces)
    }
    return (0, plain)
  }

  /// Whether a text is a factor or a word with which things are counted: 万人, 个.
  static func isCount(_ text: String) -> Bool {
    let (power, base) = scale(of: text)
    return power > 0 || counters.contains(base)
  }

  /// The number times a power of ten.
  private static func shifted(_ number: DecimalNumber, by power: Int) -> DecimalNumber? {
    guard power != 0 else { return number }
    var value = number.value
    for _ in 0..<abs(power) { if power > 0 { value *= 10 } else { value /= 10 } }
    value = roundedToTwelveDigits(value)
    guard value.magnitude < DecimalNumber.limit else { return nil }
    return DecimalNumber(value == value.rounded() ? String(Int(value)) : "\(value)")
  }
}
