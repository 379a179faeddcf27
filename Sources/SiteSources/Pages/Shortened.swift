/// At most 160 characters of a text, cut after a sentence or a word if possible.
func shortened(_ text: String) -> String {
  guard let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex), end < text.endIndex else {
    return text
  }
  let head = text[..<end]
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

/// In characters.
private let limit = 160
/// In characters. Cutting at an earlier sentence would leave too little text.
private let leastSentence = 60
/// In characters.
private let leastWords = 100
