/// A word that is divided at the end of a line: `deci-` before `bels`.
struct DividedWord {
  /// The letters before the hyphen and behind it.
  private let first, second: String

  /// Nil if the first line does not end with a part of a word, or the second does not begin with one.
  init?(_ line: String, _ next: String) {
    guard let hyphen = line.unicodeScalars.last, "-‐\u{AD}".unicodeScalars.contains(hyphen) else { return nil }
    let before = line.unicodeScalars.dropLast().reversed().prefix { DividedWord.isLetter($0) }
    let behind = next.unicodeScalars.prefix { DividedWord.isLetter($0) }
    guard before.count > 1, behind.count > 1, let start = behind.first, start.properties.isLowercase else { return nil }
    first = String(String.UnicodeScalarView(before.reversed()))
    second = String(String.UnicodeScalarView(behind))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic && !scalar.isWide }

  /// First parts of words that have a hyphen anywhere: well-being, low-carbon.
  private static let parts: Set<String> = [
    "well", "self", "non", "low", "high", "long", "short", "mid", "full", "part", "half", "cross", "multi", "all", "ex",
    "net", "zero", "year", "co", "two", "three", "four", "five", "ten", "car", "age", "disability", "child", "user",
  ]

  /// The word, with its hyphen if it has one elsewhere: `words` are those of the text, in lower case.
  func whole(among words: Set<String>) -> String {
    let (joined, hyphened) = ("\(first)\(second)", "\(first)-\(second)")
    if words.contains(joined.lowercased()) { return joined }
    if words.contains(hyphened.lowercased()) { return hyphened }
    return DividedWord.parts.contains(first.lowercased()) ? hyphened : joined
  }

  /// How many scalars of the first line the word takes, with the hyphen.
  var lengthInFirst: Int { first.unicodeScalars.count + 1 }
  var lengthInSecond: Int { second.unicodeScalars.count }
}
