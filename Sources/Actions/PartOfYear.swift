import Indicators

/// Budget years, and quarters and halves of years, in any of their spellings.
enum PartOfYear {
  /// The spellings of a budget year, a quarter and a half, and their short signs. Longer spellings come first.
  private static let plain: [(text: String, meaning: String)] = [
    ("财政年度", " fy "), ("财政年", " fy "), ("财年", " fy "), ("学年", " fy "), ("第一季度", " q 1 "), ("第二季度", " q 2 "),
    ("第三季度", " q 3 "), ("第四季度", " q 4 "), ("一季度", " q 1 "), ("二季度", " q 2 "), ("三季度", " q 3 "), ("四季度", " q 4 "),
    ("季度", " q "), ("上半年", " h 1 "), ("下半年", " h 2 "), ("年度", " "), ("年", " "), ("第", " "), ("之前", " "), ("底", " "),
    ("末", " "), ("前", " "), ("完成", " "),
  ]

  private static let words: [String: String] = [
    "fiscal": "fy", "financial": "fy", "budget": "fy", "quarter": "q", "qtr": "q", "half": "h", "first": "1",
    "second": "2",
    "third": "3", "fourth": "4", "last": "4",
  ]

  private static let fillers: Set<String> = [
    "by", "end", "of", "the", "before", "until", "in", "year", "st", "nd", "rd", "th",
  ]

  /// `FY27`, `FY2026/27`, `FY2026 Q2`, `Q2 FY26`, `FY26Q2`, `2025/26 H1`, `second quarter of fiscal year 2026`,
  /// `2026财年第二季度`; in a calendar year `Q3 2026`, `3rd quarter 2026`, `2026年第3季度`. The site's settings say when a budget
  /// year begins.
  static func read(_ text: String) -> Period? {
    var text = text.lowercased()
    for (word, meaning) in plain where text.contains(word) { text = text.replacing(word, with: meaning) }
    guard var tokens = tokens(text) else { return nil }
    let isFiscal = tokens.contains("fy")
    tokens.removeAll { $0 == "fy" }
    var part = ""
    if let letter = tokens.firstIndex(where: { $0 == "q" || $0 == "h" }) {
      guard
        let number = [letter + 1, letter - 1].first(where: { tokens.indices.contains($0) && tokens[$0].count == 1 })
      else { return nil }
      part = " \(tokens[letter].uppercased())\(tokens[number])"
      tokens.removeSubrange(min(letter, number)...max(letter, number))
      // FY2026-Q2, Q2/2026.
      while tokens.first.map(isJoin) == true { tokens.removeFirst() }
      while tokens.last.map(isJoin) == true { tokens.removeLast() }
    }
    switch tokens.count {
    case 1 where isFiscal: return year(tokens[0]).flatMap { Period("FY\($0)\(part)") }
    case 1 where !part.isEmpty && tokens[0].count == 4: return Period(tokens[0] + part)
    case 3 where isJoin(tokens[1]) && (isFiscal || !part.isEmpty):
      guard let first = year(tokens[0]), tokens[2].count == 2 || tokens[2].count == 4 else { return nil }
      return Period("\(first)/\(tokens[2].suffix(2))\(part)")
    default: return nil
    }
  }

  private static func isJoin(_ token: String) -> Bool { token == "/" || token == "-" }

  /// A year of four digits, or of two of this century.
  private static func year(_ digits: String) -> String? {
    switch digits.count {
    case 2: "20" + digits
    case 4: digits
    default: nil
    }
  }

  /// Numbers, `fy`, `q`, `h`, `/` and `-`; nil for a text with anything else.
  private static func tokens(_ text: String) -> [String]? {
    var tokens: [String] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        tokens.append(String(digits))
        rest = rest.dropFirst(digits.count)
      } else if first.isASCII, first.isLetter {
        let word = String(rest.prefix { $0.isASCII && $0.isLetter })
        rest = rest.dropFirst(word.count)
        if fillers.contains(word) { continue }
        let meaning = words[word] ?? word
        guard ["fy", "q", "h"].contains(meaning) || meaning.count == 1 && meaning.first?.isNumber == true else {
          return nil
        }
        tokens.append(meaning)
      } else {
        rest = rest.dropFirst()
        switch first {
        case " ", ",", ".", "(", ")", "（", "）", "'", "’": break
        case "/": tokens.append("/")
        case "-", "–", "—": tokens.append("-")
        default: return nil
        }
      }
    }
    return tokens
  }
}
