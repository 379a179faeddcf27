/// The form of a heading's number, such as 第{一}章 or {1}.{1}: two headings of one form are on one level.
package struct HeadingForm: Hashable, Sendable {
  package enum Style: Hashable, Sendable {
    case chinese, arabic, circled, upperLetter, lowerLetter, upperRoman
  }

  package let prefix: String
  package let style: Style
  package let suffix: String
  /// How many numbers it has, separated by full stops: 2 for 1.1.
  package let parts: Int

  /// The order in which plans use the forms, from the outside: for forms whose order the text itself does not show.
  var rank: Int {
    switch suffix {
    case "编": 10
    case "部分", "篇": 20
    case "章": 30
    case "节": 40
    case "条": 50
    default:
      switch prefix.lowercased() {
      case "part ": 15
      case "chapter ": 30
      case "section ": 40
      case "article ": 50
      default: rankOfMarks
      }
    }
  }

  private var rankOfMarks: Int {
    let isBracketed = prefix == "（" || prefix == "("
    return switch style {
    case .upperRoman: 52
    case .upperLetter: isBracketed ? 95 : 54
    case .chinese: isBracketed ? 70 : 60
    case .arabic: isBracketed || suffix == ")" || suffix == "）" ? 90 : 79 + parts
    case .circled: 100
    case .lowerLetter: 110
    }
  }

  /// Whether it begins with an English word: Section 4.2.
  var isEnglish: Bool { isWorded && prefix.hasSuffix(" ") }

  /// Whether its words alone make a heading: 第一章, Chapter 1.
  var isWorded: Bool { rank <= 50 }
}

/// A number at the start of a line.
package struct HeadingNumber: Hashable, Sendable {
  package let form: HeadingForm
  /// The numbers, one for each part of the form.
  package let values: [Int]
  /// The number with its marks, as written: 第一章.
  package let written: String
  /// The text after it, without the space between.
  package let title: String

  /// A number that is not in the text: Word counts it.
  init(_ number: AutomaticNumber, title: String) {
    form = number.form
    values = number.values
    written = ""
    self.title = title
  }

  package var value: Int { values[values.count - 1] }

  /// Reads the number at the start of a line; nil for a line without one.
  package init?(_ line: some StringProtocol) {
    // Nearly every line begins with something else.
    guard let first = line.unicodeScalars.first, mayBegin(first) else { return nil }
    var scanner = Scanner(line.unicodeScalars)
    guard let found = scanner.number() else { return nil }
    var rest = String(scanner.rest)
    if found.needsGap {
      guard rest.isEmpty || rest.first.map({ $0.isWhitespace }) == true else { return nil }
    }
    while let first = rest.unicodeScalars.first, isSpace(first) { rest.unicodeScalars.removeFirst() }
    if found.form.isWorded, let first = rest.first, "：:、.．—–-".contains(first), rest.count > 1 {
      // The mark in Chapter 4-2 belongs to the number.
      if !"：:、".contains(first), rest.dropFirst().first?.isNumber == true { return nil }
      // 第一章：总则, Chapter 1: Aims. The dots of ../plan are its own.
      let title = rest.dropFirst().drop { $0.isWhitespace }
      if let next = title.first, !"：:、.．—–-/".contains(next) { rest = String(title) }
    }
    form = found.form
    values = found.values
    written = String(scanner.taken)
    title = rest
  }

  private struct Found {
    let form: HeadingForm
    let values: [Int]
    /// Whether a space must follow: `1 General`, but not `1个`.
    var needsGap = false

    init(_ prefix: String, _ style: HeadingForm.Style, _ suffix: String, _ values: [Int], needsGap: Bool = false) {
      form = HeadingForm(prefix: prefix, style: style, suffix: suffix, parts: values.count)
      self.values = values
      self.needsGap = needsGap
    }
  }

  private struct Scanner {
    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ scalars: some Sequence<Unicode.Scalar>) {
      // A number and its marks are short.
      self.scalars = Array(scalars)
    }

    var rest: String.UnicodeScalarView { String.UnicodeScalarView(scalars[index...]) }
    var taken: String.UnicodeScalarView { String.UnicodeScalarView(scalars[..<index]) }
    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func skip(_ wanted: String) -> Bool {
      let end = index + wanted.unicodeScalars.count
      guard end <= scalars.count, scalars[index..<end].elementsEqual(wanted.unicodeScalars) else { return false }
      index = end
      return true
    }

    private mutating func spaces() { while let scalar = next, isSpace(scalar) { index += 1 } }

    mutating func number() -> Found? {
      guard let first = next else { return nil }
      switch first {
      case "第": return ordinal()
      case "（", "(": return bracketed(first)
      case "①"..."⑳":
        index += 1
        return Found("", .circled, "", [Int(first.value - 0x2460) + 1])
      case "A"..."Z", "a"..."z": return word()
      default: return chinese() ?? decimal()
      }
    }

    /// 第一章, 第1节, 第三部分.
    private mutating func ordinal() -> Found? {
      index = 1
      spaces()
      let number = numeral()
      spaces()
      guard let number else { return nil }
      for unit in ["部分", "编", "篇", "章", "节", "条"] where skip(unit) {
        return Found("第", number.style, unit, [number.value])
      }
      return nil
    }

    /// （一）, (1), (a).
    private mutating func bracketed(_ open: Unicode.Scalar) -> Found? {
      index = 1
      var number = numeral()
      if number == nil, let letter = next, ("a"..."z").contains(letter) {
        index += 1
        number = (.lowerLetter, Int(letter.value - 0x60))
      }
      guard let number, let close = next, close == "）" || close == ")" else { return nil }
      index += 1
      return Found(String(open), number.style, String(close), [number.value])
    }

    /// 一、
    private mutating func chinese() -> Found? {
      let start = index
      guard let number = numeral(), number.style == .chinese, let mark = next else {
        index = start
        return nil
      }
      if "、．.".unicodeScalars.contains(mark) {
        index += 1
        return Found("", .chinese, String(mark), [number.value])
      }
      guard isSpace(mark) else {
        index = start
        return nil
      }
      return Found("", .chinese, "", [number.value], needsGap: true)
    }

    /// `1.`, `1、`, `1.1`, `1.1.1`, `1)`, and `1` before a space.
    private mutating func decimal() -> Found? {
      // 01 names an item of a box, and 0.5 is a figure.
      guard next != "0" else { return nil }
      var values: [Int] = []
      var suffix = ""
      while let number = numeral(), number.style == .arabic {
        values.append(number.value)
        guard let mark = next, mark == "." || mark == "．" else { break }
        index += 1
        suffix = String(mark)
        guard let digit = next, isDigit(digit) else { break }
        suffix = ""
      }
      guard !values.isEmpty, values.count <= 4 else { return nil }
      let marks = values.count == 1 ? "、)）" : "、"
      if suffix.isEmpty, let mark = next, marks.unicodeScalars.contains(mark) {
        index += 1
        return Found("", .arabic, String(mark), values)
      }
      return Found("", .arabic, suffix, values, needsGap: suffix.isEmpty && values.count == 1)
    }

    /// `Chapter 1`, `Part II`, `A.`, `IV.`
    private mutating func word() -> Found? {
      var letters = ""
      while let scalar = next, scalar.properties.isAlphabetic, scalar.isASCII {
        letters.unicodeScalars.append(scalar)
        index += 1
      }
      if ["chapter", "part", "section", "article"].contains(letters.lowercased()), next == " " {
        index += 1
        let shown = letters.prefix(1) + letters.dropFirst().lowercased() + " "
        if let number = numeral(), number.style == .arabic {
          var values = [number.value]
          // Section 4.2
          while next == ".", index + 1 < scalars.count, isDigit(scalars[index + 1]) {
            index += 1
            guard let part = numeral(), values.count < 4 else { return nil }
            values.append(part.value)
          }
          return Found(String(shown), .arabic, "", values)
        }
        let start = index
        while let scalar = next, scalar.properties.isAlphabetic, scalar.isASCII { index += 1 }
        let roman = String(String.UnicodeScalarView(scalars[start..<index]))
        if let value = romanValue(roman) { return Found(String(shown), .upperRoman, "", [value]) }
        return nil
      }
      guard next == "." else { return nil }
      index += 1
      if let value = romanValue(letters), letters.count > 1 || "IVX".contains(letters) {
        return Found("", .upperRoman, ".", [value], needsGap: true)
      }
      guard letters.count == 1, let letter = letters.unicodeScalars.first, letter.value < 0x5B else { return nil }
      return Found("", .upperLetter, ".", [Int(letter.value - 0x40)], needsGap: true)
    }

    private mutating func numeral() -> (style: HeadingForm.Style, value: Int)? {
      var (digits, count) = (0, 0)
      while let scalar = next, isDigit(scalar), count < 3 {
        digits = digits * 10 + Int(scalar.value - (scalar.value > 0xFF00 ? 0xFF10 : 0x30))
        count += 1
        index += 1
      }
      if count > 0 {
        if let scalar = next, isDigit(scalar) { return nil }
        return (.arabic, digits)
      }
      let start = index
      while let scalar = next, "零〇一二三四五六七八九十百".unicodeScalars.contains(scalar), index - start < 7 {
        index += 1
      }
      guard index > start, let value = chineseValue(scalars[start..<index]) else { return nil }
      return (.chinese, value)
    }
  }
}

/// Whether a number may begin with a character.
private func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
  isDigit(scalar) || ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar) || ("①"..."⑳").contains(scalar)
    || "第（(零〇一二三四五六七八九十百".unicodeScalars.contains(scalar)
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
  ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
}

func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar == " " || scalar == "\t" || scalar == "\u{3000}" || scalar == "\u{A0}" || scalar == "\u{2003}"
}

/// The value of 二十一; nil for characters that are not a number below a thousand.
private func chineseValue(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
  let digits = Array("零一二三四五六七八九".unicodeScalars)
  var (total, pending, hasUnit) = (0, 0, false)
  for scalar in scalars {
    switch scalar {
    case "十", "百":
      let unit = scalar == "十" ? 10 : 100
      total += (pending == 0 ? 1 : pending) * unit
      pending = 0
      hasUnit = true
    default:
      guard let digit = scalar == "〇" ? 0 : digits.firstIndex(of: scalar) else { return nil }
      if pending > 0, !hasUnit { return nil }
      pending = digit
      hasUnit = digit == 0 ? hasUnit : false
    }
  }
  let value = total + pending
  return value > 0 ? value : nil
}

private func romanValue(_ text: String) -> Int? {
  let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50]
  var (total, last) = (0, 0)
  for letter in text.reversed() {
    guard let value = values[letter] else { return nil }
    total += value < last ? -value : value
    last = max(last, value)
  }
  return total > 0 ? total : nil
}
