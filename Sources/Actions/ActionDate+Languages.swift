import DataFormats
import Indicators

// Dates in digits, and in languages besides English and Chinese.

extension ActionDate {
  /// `31.12.2028`, `31/12/2028`, `2026/06/30`. With points the day comes first, as wherever dates are written so; between
  /// other signs `01/02/2026` is the first of February or the second of January.
  static func inDigits(_ text: String) -> Reading? {
    guard let sign = text.first(where: { "./-".contains($0) }) else { return nil }
    let parts = text.split(separator: sign, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }) else {
      return nil
    }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    func day(_ year: Int, _ month: Int, _ day: Int) -> Reading? {
      (1800...2200).contains(year) ? CalendarDate(year: year, month: month, day: day).map { .period(.day($0)) } : nil
    }
    if parts[0].count == 4 { return day(numbers[0], numbers[1], numbers[2]) }
    guard parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2 else { return nil }
    let dayFirst = day(numbers[2], numbers[1], numbers[0])
    let monthFirst = sign == "." ? nil : day(numbers[2], numbers[0], numbers[1])
    if let dayFirst, let monthFirst, dayFirst != monthFirst { return .ambiguous }
    return dayFirst ?? monthFirst
  }

  private static let openWords: Set<String> = [
    "en continu", "continu", "continue", "permanent", "permanente", "continuo", "continua", "постоянно", "бессрочно",
    "مستمر",
    "مستمرة", "دائم", "دائمة",
  ]
  private static let repeated: Set<String> = [
    "chaque", "annuel", "annuelle", "annuellement", "tous", "toutes", "cada", "anual", "anualmente", "todos",
    "ежегодно",
    "ежеквартально", "ежемесячно", "سنويا", "سنويًا", "سنوياً", "كل",
  ]
  private static let fillers: Set<String> = [
    "fin", "d'ici", "avant", "début", "mi", "le", "la", "de", "du", "à", "au", "en", "pour", "jusqu'à", "jusqu'en",
    "plus",
    "tard", "courant", "antes", "hasta", "para", "a", "del", "finales", "final", "fines", "principios", "mediados",
    "diciembre:",
    "до", "к", "в", "конец", "конца", "концу", "конце", "г", "гг", "год", "года", "году", "не", "позднее", "نهاية",
    "قبل",
    "بحلول", "حتى", "في", "من", "عام", "سنة", "أواخر",
  ]
  private static let quarters: [String: Int] = [
    "t1": 1, "t2": 2, "t3": 3, "t4": 4, "1er": 1, "2e": 2, "3e": 3, "4e": 4, "premier": 1, "deuxième": 2,
    "troisième": 3,
    "quatrième": 4, "1t": 1, "2t": 2, "3t": 3, "4t": 4, "primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4, "1º": 1,
    "2º": 2,
    "3º": 3, "4º": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "الأول": 1, "الثاني": 2,
    "الثالث": 3,
    "الرابع": 4,
  ]
  private static let wordsForQuarters: Set<String> = ["trimestre", "квартал", "квартала", "кв", "الربع", "ربع"]

  /// `décembre 2027`, `fin 2029`, `31 декабря 2027 г.`, `T2 2027`, `نهاية 2027`. Nil for any other text.
  static func translated(_ text: String) -> Reading? {
    let plain = ActionTableWords.key(withASCIIDigits(text))
    if openWords.contains(plain) { return .open }
    var words = plain.split { $0 == " " || $0 == "," || $0 == "." || $0 == "-" }.map(String.init)
    if let first = words.first, repeated.contains(first) { return .open }
    words.removeAll { fillers.contains($0) && $0 != "i" }
    guard let place = words.lastIndex(where: { $0.count == 4 && Int($0).map((1800...2200).contains) == true }),
      let year = Int(words[place])
    else { return nil }
    words.remove(at: place)
    if words.isEmpty { return .period(.year(year)) }
    let isQuarter = words.contains { wordsForQuarters.contains($0) }
    let rest = words.filter { !wordsForQuarters.contains($0) }
    if rest.count == 1, let quarter = quarters[rest[0]], isQuarter || !(Int(rest[0]) != nil || rest[0].count < 2) {
      return isQuarter || "t".contains(rest[0].first ?? " ") || rest[0].hasSuffix("t")
        ? .period(.quarter(year, quarter: quarter)) : nil
    }
    if let month = ActionTableWords.months[words.joined(separator: " ")] { return .period(.month(year, month: month)) }
    guard let first = words.first, let day = first == "1er" ? 1 : Int(first),
      let month = ActionTableWords.months[words.dropFirst().joined(separator: " ")],
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return .period(.day(date))
  }

  /// The text with the digits of other scripts, such as ٢٠٢٧, as those of ASCII.
  private static func withASCIIDigits(_ text: String) -> String {
    String(
      text.map {
        $0.isASCII ? $0 : $0.wholeNumberValue.flatMap { (0...9).contains($0) ? Character("\($0)") : nil } ?? $0
      })
  }
}
