/// The first 160 characters of a text, cut behind a sentence or a word where there is one.
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
/// In characters. A sentence that ends earlier says too little of the text.
private let leastSentence = 60
/// In characters.
private let leastWords = 100
