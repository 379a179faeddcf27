/// The numbers of pages and the running heads that a text copied from a PDF has between its lines.
enum PageMarks {
  /// The indices of lines that are the mark of a page. A single one may be a part of the text: the numbers of several have to
  /// grow.
  static func indices(of lines: [String]) -> [Int] {
    var groups: [String: [(index: Int, number: Int)]] = [:]
    for (index, line) in lines.enumerated() {
      if let (stem, number) = mark(line) { groups[stem, default: []].append((index, number)) }
    }
    return groups.values.filter { marks in
      marks.count > 1 && zip(marks, marks.dropFirst()).allSatisfy { $0.number < $1.number }
    }.flatMap { $0.map(\.index) }.sorted()
  }

  private static let dashes = Set("-‐–—−－".unicodeScalars)

  /// The text of a mark without the number of its page; nil for any other line.
  private static func mark(_ line: String) -> (stem: String, number: Int)? {
    guard line.utf8.count <= 200 else { return nil }
    let scalars = line.unicodeScalars
    let plain = String(String.UnicodeScalarView(scalars.filter { !isSpace($0) }))
    // — 2 —
    if let first = plain.unicodeScalars.first, let last = plain.unicodeScalars.last, plain.unicodeScalars.count > 2,
      dashes.contains(first), dashes.contains(last),
      let number = number(plain.unicodeScalars.dropFirst().dropLast())
    {
      return ("—", number)
    }
    // 第2页, 第2页共20页
    if plain.hasPrefix("第"), plain.hasSuffix("页") {
      let digits = plain.unicodeScalars.dropFirst().prefix { ("0"..."9").contains($0) }
      return number(digits).map { ("第页", $0) }
    }
    let words = plain.lowercased()
    if words.hasPrefix("page") {
      // Page 2, Page 2 of 20
      let digits = words.unicodeScalars.dropFirst(4).prefix { ("0"..."9").contains($0) }
      let rest = String(String.UnicodeScalarView(words.unicodeScalars.dropFirst(4 + digits.count)))
      guard rest.isEmpty || rest.hasPrefix("of") && number(rest.unicodeScalars.dropFirst(2)) != nil else { return nil }
      return number(digits).map { ("page", $0) }
    }
    return runningHead(scalars)
  }

  /// Lakeside Town Plan      4, or with the number first: far from the text, so that it is none of it.
  private static func runningHead(_ line: String.UnicodeScalarView) -> (stem: String, number: Int)? {
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    let last = line.reversed().prefix(while: isDigit).count
    let first = line.prefix(while: isDigit).count
    let (digits, rest): (Substring.UnicodeScalarView, Substring.UnicodeScalarView)
    if (1...4).contains(last), line.dropLast(last).suffix(2).allSatisfy(isSpace), line.count > last + 2 {
      (digits, rest) = (line.suffix(last), line.dropLast(last))
    } else if (1...4).contains(first), line.dropFirst(first).prefix(2).allSatisfy(isSpace), line.count > first + 2 {
      (digits, rest) = (line.prefix(first), line.dropFirst(first))
    } else {
      return nil
    }
    let stem = String(rest).trimmed
    guard stem.contains(where: \.isLetter), !stem.contains("...") else { return nil }
    return number(digits).map { (stem, $0) }
  }

  private static func number(_ digits: some Collection<Unicode.Scalar>) -> Int? {
    guard (1...4).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1.value - 48) }
  }
}
