import DataFormats
import Indicators

// The words with which tables bound a figure or call it approximate.

extension ImportedNumber {
  /// Without spaces, in lower case; the longest comes first, because *min* begins like *minimum*.
  private static let prefixes: [(text: String, comparator: Comparator)] = words([
    (
      .atLeast,
      """
      ≥ >= 大于等于 不低于 不少于 不小于 不得低于 不得少于 至少 atleast notlessthan nolessthan notfewerthan nofewerthan notbelow notunder \
      notlowerthan nolowerthan aminimumof minimumof minimum min. min aumoins auminimum pasmoinsde minimumde almenos porlomenos comomínimo \
      nomenosde nomenorque mínimo mín.
      """
    ),
    (
      .atMost,
      """
      ≤ <= 小于等于 不高于 不超过 不大于 不多于 不得高于 不得超过 控制在 至多 atmost upto notmorethan nomorethan notexceeding nottoexceed \
      notabove notover nothigherthan nohigherthan nogreaterthan notgreaterthan nooverthan amaximumof maximumof maximum max. max \
      auplus aumaximum pasplusde maximumde jusqu'à alomás comomáximo nomásde nosuperiora nomayorque máximo máx. hasta
      """
    ),
    (
      .moreThan,
      "> 大于 超过 高于 morethan greaterthan higherthan over above exceeding plusde supérieurà supérieureà másde superiora mayorque"
    ),
    (
      .lessThan,
      "< 小于 低于 少于 lessthan fewerthan lowerthan under below moinsde inférieurà inférieureà menosde inferiora menorque"
    ),
  ])

  private static let suffixes: [(text: String, comparator: Comparator)] = words([
    (
      .atLeast,
      "及以上 以上 ormore orabove orhigher orgreater orover atleast minimum ouplus aumoins auminimum omás almenos comomínimo +"
    ),
    (
      .atMost,
      "及以下 以下 以内 orless orfewer orbelow orlower orunder atmost maximum max. max oumoins auplus aumaximum omenos comomáximo"
    ),
  ])

  private static let approximations = [
    "约为", "大约", "约", "近", "左右", "上下", "approximately", "approx.", "approx", "roughly", "around", "about", "circa",
    "ca.",
    "ca", "c.", "~", "≈", "environ", "env.", "prèsde", "aproximadamente", "alrededorde", "unos", "unas", "aprox.",
    "cercade",
    "etwa", "около", "примерно", "حوالي", "نحو",
  ]

  private static func words(_ lists: [(Comparator, String)]) -> [(text: String, comparator: Comparator)] {
    lists.flatMap { comparator, words in words.split(whereSeparator: \.isWhitespace).map { (String($0), comparator) } }
      .sorted { ($0.0.count, $1.0) > ($1.0.count, $0.0) }
  }

  /// The words around a figure that say how it is meant.
  struct BoundWords {
    private(set) var comparator: Comparator?
    private(set) var isApproximate = false
    /// The word that makes it approximate, as the author wrote it; nil for a sign such as `~`.
    private(set) var approximation: String?

    /// Takes bounds and words such as *about* from both ends of a text without spaces.
    init(takenFrom rest: inout Substring) {
      for word in ImportedNumber.approximations {
        let isBefore = rest.lowercased().hasPrefix(word)
        // After a figure, Latin letters are those of its unit.
        let isBehind = word.first?.isASCII == false && rest.hasSuffix(word)
        guard isBefore || isBehind, rest.count > word.count else { continue }
        let written = isBefore ? rest.prefix(word.count) : rest.suffix(word.count)
        rest = isBefore ? rest.dropFirst(word.count) : rest.dropLast(word.count)
        isApproximate = true
        if written.contains(where: \.isLetter) { approximation = String(written) }
      }
      for (word, found) in ImportedNumber.prefixes where comparator == nil && rest.lowercased().hasPrefix(word) {
        rest = rest.dropFirst(word.count)
        comparator = found
      }
      for (word, found) in ImportedNumber.suffixes where comparator == nil && rest.lowercased().hasSuffix(word) {
        rest = rest.dropLast(word.count)
        comparator = found
      }
    }
  }

  // MARK: Cells without a figure

  private static let missing: Set<String> = [
    "n/a", "na", "n.a.", "n/d", "nd", "n.d.", "tbd", "tbc", "t.b.d.", "tba", "unknown", "s/o", "..", "...", "?",
    "待定", "暂无", "无数据", "не указано", "нет данных", "н/д", "غير متاح", "à définir", "por definir",
  ]

  /// Whether a cell says that there is no figure: n/a, tbd.
  static func isMissing(_ text: String) -> Bool { missing.contains(text.trimmingSpaces.lowercased()) }

  /// Words before the year at the end of a cell: 120 by the end of 2028, 120 d'ici 2028.
  private static let wordsBeforeYears: Set<String> = [
    "by", "until", "before", "in", "d'ici", "d’ici", "en", "para", "hasta", "avant", "до", "к", "بحلول",
  ]
  private static let wordsOfEnds: Set<String> = [
    "the", "end", "of", "de", "fin", "à", "la", "el", "año", "final", "finales",
  ]

  /// The text before a year that a cell ends with, and that year: `120` and 2028 for `120 by 2028`. Nil for a text without.
  static func statedYear(in text: String) -> (text: String, year: Int)? {
    var words = text.split(separator: " ")
    guard let last = words.popLast(), last.utf8.count == 4, let year = Int(last), (1900...2199).contains(year) else {
      return nil
    }
    while let word = words.last, wordsOfEnds.contains(word.lowercased()) { words.removeLast() }
    guard let word = words.popLast(), wordsBeforeYears.contains(word.lowercased()), !words.isEmpty else { return nil }
    return (words.joined(separator: " "), year)
  }
}
