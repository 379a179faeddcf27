import Bytes

/// The lines of a text that may be more than the paragraph that CommonMark makes of them, recognized by their first
/// bytes and by their ends. Only the tree shows whether they are text at all.
struct SlipLines {
  enum Kind: UInt8 {
    /// `##标题`, `＃ 标题`
    case heading
    /// `：：：box`, `::图表`, `:indicators{…}`
    case directive
    /// `一、总体要求`, `第一节 目标`
    case typedHeading
    /// `1、…`, `（一）…`, `•…`: one of two or more.
    case list
    /// `（一）…` alone: the next may follow below other lines.
    case item
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
        if items == 1, kind != .list, SlipLines.isItem(bytes, from: Int(body.lineStarts[number - 2])) {
          lines.append(Line(number: number - 1, kind: .item))
        }
        items = kind == .list ? items + 1 : 0
        switch kind {
        case .list:
          if items == 2 { lines.append(Line(number: number - 1, kind: .list)) }
          if items > 1 { lines.append(Line(number: number, kind: .list)) }
          if items == 1, number == last, SlipLines.isItem(bytes, from: start) {
            lines.append(Line(number: number, kind: .item))
          }
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

  /// Whether a line ends with 。 ！ ？ or ；, which quotation marks and brackets may follow.
  private static func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    var end = end
    while end > 0, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    while end >= 3 {
      switch (bytes[end - 3], bytes[end - 2], bytes[end - 1]) {
      case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9B): return true
      // ” ’ ） 」 』 》
      case (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x99), (0xEF, 0xBC, 0x89), (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F),
        (0xE3, 0x80, 0x8B):
        end -= 3
      default: return false
      }
    }
    return false
  }

  /// Whether a line begins with `（一）` or `(2)`.
  private static func isItem(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var start = start
    while start < bytes.count, bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: ">") { start += 1 }
    return start + 2 < bytes.count
      && (bytes[start] == UInt8(ascii: "(")
        || bytes[start] == 0xEF && bytes[start + 1] == 0xBC && bytes[start + 2] == 0x88)
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
    // `- ##标题`
    if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: " "), bytes[index + 2] == UInt8(ascii: "#") {
      index += 2
    }
    switch bytes[index] {
    case UInt8(ascii: "#"):
      var next = index + 1
      while next < end, bytes[next] == UInt8(ascii: "#") { next += 1 }
      let count = next - index
      return next < end && (count <= 6 && bytes[next] > UInt8(ascii: " ") || (7...9).contains(count)) ? .heading : nil
    case UInt8(ascii: ":"): return mayBeDirective(bytes, from: index, to: end) ? .directive : nil
    case 0xEF:
      // Signs of Word's own fonts have 0x80 to 0x83.
      guard bytes[index + 1] == 0xBC || bytes[index + 1] == 0xBD || (0x80...0x83).contains(bytes[index + 1]) else {
        return nil
      }
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0xBC, 0x83): return .heading
      case (0xBC, 0x9A):
        return bytes[index + 3] == 0xEF || bytes[index + 3] == UInt8(ascii: ":")
          || isDirectiveNameByte(bytes[index + 3], isFirst: true) ? .directive : nil
      case (0xBD, 0x9C): return .row
      default: break
      }
    case 0xE3:
      if end - index >= 6, (0..<6).allSatisfy({ bytes[index + $0] == [0xE3, 0x80, 0x80][$0 % 3] }) { return .indent }
    case UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "0")...UInt8(ascii: "9"), 0xC2, 0xE2,
      0xE4...0xE9, UInt8(ascii: "*"), UInt8(ascii: "+"):
      break
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      guard ListMark.mayBeginWithLetter(bytes, from: index) else { return nil }
    default: return nil
    }
    // Nearly all lines begin with a Chinese character that is not a number: then both are out.
    if (0xE4...0xE9).contains(bytes[index]), !ListMark.mayBeginNumber(bytes, at: index) { return nil }
    let line = UnsafeBufferPointer(rebasing: bytes[index..<end])
    if ListMark(line) != nil { return .list }
    return TypedHeading.isHeading(line) ? .typedHeading : nil
  }

  /// Whether a line that begins with a colon is not a directive to Markdown, and may be meant as one: `:：box`, `::图表`,
  /// `:: indicators`, `::indicators d`, `:indicators{…}`.
  private static func mayBeDirective(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end, bytes[index] == UInt8(ascii: ":") { index += 1 }
    guard index < end, index - start < 3 else { return false }
    if bytes[index] >= 0xE4 { return true }
    if index - start == 2, bytes[index] == UInt8(ascii: " ") { return true }
    let name = index
    while index < end, isDirectiveNameByte(bytes[index], isFirst: index == name) { index += 1 }
    guard index > name, index < end else { return false }
    return bytes[index] >= 0xE3 || bytes[index] == UInt8(ascii: "(")
      || bytes[index] == UInt8(ascii: "{") && name - start == 1
      || bytes[index] == UInt8(ascii: " ") && name - start == 2
  }
}
