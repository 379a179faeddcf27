import DataFormats
import Indicators

// Remarks beside the figure of a cell, and cells with two figures.

extension ImportedNumber {
  /// A figure and what follows it in brackets (`88.1（预计）`) or as a mark (`39*`, `12e`). Nil for a figure alone, and for one in
  /// brackets.
  static func remark(in text: Substring) -> (figure: Substring, remark: String)? {
    guard let last = text.last else { return nil }
    if last == ")", let open = text.lastIndex(of: "("), text[..<open].contains(where: isDigit) {
      let inner = text[text.index(after: open)...].dropLast()
      return inner.isEmpty ? nil : (text[..<open], String(inner))
    }
    let marks = "*†‡#¹²³⁴①②③④⑤⑥⑦⑧⑨⑩"
    let figure = text.prefix { !marks.contains($0) }
    if figure.count < text.count, figure.last.map({ isDigit($0) || $0 == "%" }) == true {
      let mark = text[figure.endIndex...]
      return mark.allSatisfy { marks.contains($0) } ? (figure, String(mark)) : nil
    }
    // Marks of statistical offices: e for estimated, p for provisional, r for revised.
    guard "epr".contains(last), text.dropLast().last.map(isDigit) == true else { return nil }
    return (text.dropLast(), String(last))
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// How certain the figure is by its remark or the word 约.
  var status: ObservationStatus? { remark.flatMap(ImportedNumber.status) ?? (isApproximate ? .estimated : nil) }

  /// Nil for words that do not say how certain it is.
  static func status(in words: String) -> ObservationStatus? {
    let plain = words.lowercased().filter { !$0.isWhitespace && $0 != "." }
    if ["e", "est"].contains(plain) { return .estimated }
    if ["p", "prov", "prelim"].contains(plain) { return .provisional }
    if ["r", "rev"].contains(plain) { return .revised }
    func has(_ words: [String]) -> Bool { words.contains(where: plain.contains) }
    if has(["预计", "预估", "估计", "估算", "测算", "预测", "推算", "estimat", "forecast", "projected"]) { return .estimated }
    if has(["快报", "初步", "初核", "暂定", "provisional", "preliminary"]) { return .provisional }
    return has(["修订", "revised"]) ? .revised : nil
  }

  /// The period that the remark names, as in `105（2019年）`.
  var statedPeriod: Period? {
    guard let remark else { return nil }
    let bare = ["数据", "年数", "数", "值", "data"].first(where: remark.hasSuffix).map { remark.dropLast($0.count) }
    return Period(cell: remark) ?? bare.flatMap { Period(cell: String($0)) }
  }

  /// The two ends of `1200～1300`, `25%-30%` and `8 to 10`, the lower one first; nil for any other text, and for two years.
  static func range(_ text: String, comma: Comma) -> (low: ImportedNumber, high: ImportedNumber)? {
    var plain = DecimalNumber.plain(text).lowercased().filter { !$0.isWhitespace }
    var separators = ["~", "～", "—", "–", "-", "至", "到", "to"]
    // Between 10 and 20, entre 10 et 20, de 10 a 20
    for (word, link) in [("between", "and"), ("entre", "et"), ("entre", "y"), ("de", "à"), ("de", "a"), ("from", "to")]
    where plain.hasPrefix(word) && plain.dropFirst(word.count).first.map(isDigit) == true && plain.contains(link) {
      plain.removeFirst(word.count)
      separators = [link]
      break
    }
    for separator in separators {
      // The end of the number, so that no minus sign divides it.
      guard let first = plain.firstIndex(where: isDigit),
        let found = plain[first...].firstRange(of: separator), found.upperBound < plain.endIndex,
        var low = ImportedNumber(String(plain[..<found.lowerBound]), comma: comma),
        let high = ImportedNumber(String(plain[found.upperBound...].drop { $0 == "—" }), comma: comma),
        low.comparator == nil, high.comparator == nil, !low.isTotal, !high.isTotal, high.number.value >= 0
      else { continue }
      let isYears = [low, high].allSatisfy {
        $0.unit == nil && $0.number.decimals == 0 && (1900...2100).contains($0.number.value)
      }
      guard !isYears else { return nil }
      // 12-15万人, 25-30%: the unit of both.
      if low.unit == nil { low.unit = high.unit }
      return low.number.value < high.number.value ? (low, high) : nil
    }
    return nil
  }

  /// The author's own words besides the figure, for its note; nil for a bare figure and for signs such as `~`, whose status says it.
  /// A mark such as `e` or `*` is not a word.
  var words: String? {
    guard let remark else { return approximation }
    return ImportedNumber.isMark(remark) ? nil : remark
  }

  /// Whether a remark is only a mark: its meaning is below the table, or it is the status.
  static func isMark(_ remark: String) -> Bool {
    remark.allSatisfy { "*†‡#¹²³⁴①②③④⑤⑥⑦⑧⑨⑩".contains($0) }
      || ["e", "est", "est.", "p", "prov", "prov.", "prelim", "prelim.", "r", "rev", "rev."].contains(
        remark.lowercased())
  }

  /// A unit in brackets, as in `12（万人）`, is that of the number.
  func withUnitInBrackets(of unit: String?) -> ImportedNumber {
    guard self.unit == nil, let remark, remark == unit || remark == "%" || ImportedNumber.isCount(remark) else {
      return self
    }
    var number = self
    (number.unit, number.remark) = (remark, nil)
    return number
  }
}
