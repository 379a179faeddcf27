import Bytes

/// The first 160 characters of a text, cut at a sentence or a word where there is one.
func shortened(_ text: String) -> String {
  var text = text
  if let short = text.withUTF8(shortenedPlainly) { return short }
  guard text.count > limit else { return text }
  let head = text.prefix(limit)
  if let end = head.lastIndex(where: { "。！？.!?".contains($0) }),
    head.distance(from: head.startIndex, to: end) > leastSentence
  {
    return String(head[...end])
  }
  if let end = head.lastIndex(of: " "), head.distance(from: head.startIndex, to: end) > leastWords {
    return head[..<end] + "…"
  }
  return head + "…"
}

private let limit = 160
/// A sentence that ends no later is too short to stand for the text.
private let leastSentence = 60
private let leastWords = 100

/// The same for a text whose scalars are each a character, as nearly all Chinese and English is: Unicode's tables, which
/// are asked for every character of a String, then have nothing to add. Nil for any other text.
private func shortenedPlainly(_ utf8: UnsafeBufferPointer<UInt8>) -> String? {
  func text(to end: Int) -> String { String(wellFormed: UnsafeBufferPointer(rebasing: utf8[..<end])) }
  var place = 0
  var count = 0
  // Where the last sentence and the last word end so far, in bytes, and how many characters stand before.
  var sentence = (end: 0, count: 0)
  var word = (end: 0, count: 0)
  while place < utf8.count {
    guard let length = lengthOfPlainScalar(utf8, at: place) else { return nil }
    // One more than fit, which does not join the last.
    if count == limit {
      if sentence.count > leastSentence { return text(to: sentence.end) }
      return text(to: word.count > leastWords ? word.end : place) + "…"
    }
    switch utf8[place] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): sentence = (place + 1, count)
    case UInt8(ascii: " "): word = (place, count)
    case 0xE3 where utf8[place + 1] == 0x80 && utf8[place + 2] == 0x82: sentence = (place + 3, count)  // 。
    case 0xEF where utf8[place + 1] == 0xBC && (utf8[place + 2] == 0x81 || utf8[place + 2] == 0x9F):  // ！ ？
      sentence = (place + 3, count)
    default: break
    }
    place += length
    count += 1
  }
  return text(to: place)
}

/// Of a scalar that is a character whatever stands beside it: ASCII without CR, which joins LF, the marks at U+3000 to
/// U+3029, Han at U+4E00 to U+9FFF, full-width forms at U+FF00 to U+FF5F. Nil for any other.
private func lengthOfPlainScalar(_ utf8: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
  let first = utf8[place]
  if first < 0x80 { return first == UInt8(ascii: "\r") ? nil : 1 }
  // A String is well-formed: two bytes follow.
  guard first >= 0xE3, first <= 0xEF else { return nil }
  let (second, third) = (utf8[place + 1], utf8[place + 2])
  switch first {
  case 0xE3: return second == 0x80 && third <= 0xA9 ? 3 : nil
  case 0xE4: return second >= 0xB8 ? 3 : nil
  case 0xE5...0xE9: return 3
  case 0xEF: return second == 0xBC || second == 0xBD && third <= 0x9F ? 3 : nil
  default: return nil
  }
}
