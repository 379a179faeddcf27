import Bytes

/// The lines of a text that may be more than the paragraph that CommonMark makes of them: by their first bytes, and by how
/// they end. Whether they are text at all, only the tree knows.
struct SlipLines {
  enum Kind: UInt8 {
    /// `##标题`, `＃ 标题`
    case heading
    /// `：：：box`
    case directive
    /// `一、总体要求`, `第一节 目标`
    case typedHeading
    /// `1、…`, `（一）…`, `•…`: one of two or more.
    case list
    /// `| a | b |` or `｜a｜b｜`
    case row
    /// Two full-width spaces.
    case indent
    /// One of three or more long lines that each end in 。
    case sentence
    /// `[TOC]`, `》引用`, `···`
    case foreign
  }

  struct Line {
    /// 1-based, in the body.
    let number: Int
    let kind: Kind
  }

  /// Ascending.
  private(set) var lines: [Line] = []

  /// In bytes: forty Chinese characters.
  private static let longLine = 120

  init(_ body: BodyText, rows: [Int]) {
    var row = 0
    var sentences = 0
    var items = 0
    let last = body.lineStarts.count
    body.source.bytes.withUnsafeBufferPointer { bytes in
      for number in 1...last {
        let start = Int(body.lineStarts[number - 1])
        let end = number < last ? Int(body.lineStarts[number]) : bytes.count
        let kind = SlipLines.kind(bytes, from: start, to: end)
        while row < rows.count, rows[row] < number { row += 1 }
        items = kind == .list ? items + 1 : 0
        switch kind {
        case .list:
          if items == 2 { lines.append(Line(number: number - 1, kind: .list)) }
          if items > 1 { lines.append(Line(number: number, kind: .list)) }
        case nil: if row < rows.count, rows[row] == number { lines.append(Line(number: number, kind: .row)) }
        case let kind?: lines.append(Line(number: number, kind: kind))
        }
        guard end - start >= SlipLines.longLine, SlipLines.endsSentence(bytes, end) else {
          sentences = 0
          continue
        }
        sentences += 1
        if sentences == 3 { lines += [number - 2, number - 1].map { Line(number: $0, kind: .sentence) } }
        if sentences >= 3 { lines.append(Line(number: number, kind: .sentence)) }
      }
    }
  }

  private static func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    var end = end
    while end > 0, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return end >= 3 && bytes[end - 1] == 0x82 && bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE3
  }

  private static func kind(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Kind? {
    var index = start
    while index < end, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: ">") { index += 1 }
    guard index + 3 < end else {
      // `$$`
      return index + 1 < end && bytes[index] == UInt8(ascii: "$") && bytes[index + 1] == bytes[index] ? .foreign : nil
    }
    if ForeignMark.mayBegin(bytes[index]), ForeignMark(UnsafeBufferPointer(rebasing: bytes[index..<end])) != nil {
      return .foreign
    }
    switch bytes[index] {
    case UInt8(ascii: "#"):
      var next = index + 1
      while next < end, bytes[next] == UInt8(ascii: "#") { next += 1 }
      return next - index <= 6 && next < end && bytes[next] > UInt8(ascii: " ") ? .heading : nil
    case UInt8(ascii: ":"): return bytes[index + 1] == 0xEF ? .directive : nil
    case 0xEF:
      guard bytes[index + 1] == 0xBC || bytes[index + 1] == 0xBD else { return nil }
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0xBC, 0x83): return .heading
      case (0xBC, 0x9A): return bytes[index + 3] == 0xEF || bytes[index + 3] == UInt8(ascii: ":") ? .directive : nil
      case (0xBD, 0x9C): return .row
      default: break
      }
    case 0xE3:
      if end - index >= 6, (0..<6).allSatisfy({ bytes[index + $0] == [0xE3, 0x80, 0x80][$0 % 3] }) { return .indent }
    case UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "0")...UInt8(ascii: "9"), 0xC2, 0xE2,
      0xE4...0xE9:
      break
    default: return nil
    }
    let line = UnsafeBufferPointer(rebasing: bytes[index..<end])
    if ListMark(line) != nil { return .list }
    return TypedHeading.isHeading(line) ? .typedHeading : nil
  }
}

/// The mark of a list that is none in Markdown: `1、`, `1.第`, `（一）`, `•`, `[1]`.
struct ListMark {
  /// In bytes.
  let length: Int
  /// What a list of Markdown has instead; nil for a number that belongs to the text, `（一）` and `[1]`.
  let markdown: String?

  init?(_ line: UnsafeBufferPointer<UInt8>) {
    guard let first = line.first, line.count > 3 else { return nil }
    func starts(_ text: StaticString, at index: Int = 0) -> Bool {
      text.withUTF8Buffer { line.count - index > $0.count && line.dropFirst(index).starts(with: $0) }
    }
    switch first {
    case UInt8(ascii: "-"):
      // `-项` and `-[ ] 项`, but no `-5`, no `--` and no `-x`.
      let isBox = line[1] == UInt8(ascii: "[") && (line[2] == UInt8(ascii: "]") || line[3] == UInt8(ascii: "]"))
      guard (0xE3...0xE9).contains(line[1]) || isBox else { return nil }
      (length, markdown) = (1, "-")
    case UInt8(ascii: "["):
      // `[1] 文献`: entries of a list of references.
      let digits = line.dropFirst().prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
      guard (1...3).contains(digits), starts("] ", at: digits + 1) else { return nil }
      (length, markdown) = (digits + 2, nil)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = line.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
      guard digits <= 3 else { return nil }
      let number = String(decoding: line.prefix(digits), as: UTF8.self)
      if starts("、", at: digits) || starts("．", at: digits) || starts("）", at: digits) {
        (length, markdown) = (digits + 3, "\(number).")
      } else if starts(".", at: digits) || starts(")", at: digits), (0xE3...0xE9).contains(line[digits + 1]) {
        (length, markdown) = (digits + 1, "\(number).")
      } else {
        return nil
      }
    case UInt8(ascii: "("):
      guard let end = ListMark.endOfNumber(line, from: 1), starts(")", at: end) || starts("）", at: end) else {
        return nil
      }
      (length, markdown) = (end + (line[end] == UInt8(ascii: ")") ? 1 : 3), nil)
    case 0xEF:
      guard starts("（"), let end = ListMark.endOfNumber(line, from: 3), starts("）", at: end) || starts(")", at: end)
      else { return nil }
      (length, markdown) = (end + (line[end] == UInt8(ascii: ")") ? 1 : 3), nil)
    case 0xC2:
      guard starts("·") else { return nil }
      (length, markdown) = (2, "-")
    case 0xE2:
      let bullets: [StaticString] = ["•", "●", "○", "■", "□", "◆", "◇", "▪", "➢", "✓", "√"]
      if bullets.contains(where: { starts($0) }) {
        (length, markdown) = (3, "-")
      } else if line[1] == 0x91, (0xA0...0xB3).contains(line[2]) {
        (length, markdown) = (3, nil)
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// After a number in Chinese or Arabic digits; nil if there is none.
  static func endOfNumber(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < line.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= line[index] { index += 1 }
    if index > start { return index < line.count ? index : nil }
    while index + 3 < line.count, isChineseDigit(line[index], line[index + 1], line[index + 2]) { index += 3 }
    return index > start ? index : nil
  }

  private static func isChineseDigit(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b, c) {
    // 一 七 三 九 二 五 八 六 十 四 百
    case (0xE4, 0xB8, 0x80), (0xE4, 0xB8, 0x83), (0xE4, 0xB8, 0x89), (0xE4, 0xB9, 0x9D), (0xE4, 0xBA, 0x8C),
      (0xE4, 0xBA, 0x94), (0xE5, 0x85, 0xAB), (0xE5, 0x85, 0xAD), (0xE5, 0x8D, 0x81), (0xE5, 0x9B, 0x9B),
      (0xE7, 0x99, 0xBE):
      true
    default: false
    }
  }
}

/// A line that is a heading by its form alone: `一、总体要求`, `第二节 发展目标`.
enum TypedHeading {
  /// In bytes: thirty Chinese characters.
  private static let longest = 90

  static func isHeading(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = line.count
    while end > 0, line[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    guard end >= 9, end <= longest, !endsLikeText(line, end), let number = endOfNumber(line, to: end) else {
      return false
    }
    // A heading has no sentence in it.
    return !(number..<max(number, end - 2)).contains { isStop(line[$0], line[$0 + 1], line[$0 + 2]) }
  }

  /// After `一、`, or `第一章` and its like.
  private static func endOfNumber(_ line: UnsafeBufferPointer<UInt8>, to end: Int) -> Int? {
    let isOrdinal = line[0] == 0xE7 && line[1] == 0xAC && line[2] == 0xAC  // 第
    guard let number = ListMark.endOfNumber(line, from: isOrdinal ? 3 : 0), number + 3 <= end else { return nil }
    if !isOrdinal {
      guard line[0] >= 0x80, line[number] == 0xE3, line[number + 1] == 0x80, line[number + 2] == 0x81 else {
        return nil
      }
      return number + 3
    }
    // 章 节 篇 编
    switch (line[number], line[number + 1], line[number + 2]) {
    case (0xE7, 0xAB, 0xA0), (0xE8, 0x8A, 0x82), (0xE7, 0xAF, 0x87), (0xE7, 0xBC, 0x96): break
    default: return nil
    }
    let after = number + 3
    // 第一章规定了… is a sentence; a heading has a space, or nothing more.
    guard after == end || line[after] == UInt8(ascii: " ") || line[after] == 0xE3 && line[after + 1] == 0x80 else {
      return nil
    }
    return after
  }

  /// Whether a line ends with punctuation other than a closing bracket or quotation mark.
  private static func endsLikeText(_ line: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    let (a, b, c) = (line[end - 3], line[end - 2], line[end - 1])
    if c < 0x80 { return ",.;:!?".utf8.contains(c) }
    return isStop(a, b, c) || a == 0xEF && b == 0xBC && (c == 0x8C || c == 0x9A) || a == 0xE3 && b == 0x80 && c == 0x81
  }

  /// 。 ！ ； ？
  private static func isStop(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b, c) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x9F): true
    default: false
    }
  }
}
