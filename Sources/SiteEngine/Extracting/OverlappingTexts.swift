/// Texts of which one is a part of another: quotations of sentences, whole or in part.
///
/// A page may have thousands of sentences, and a plan thousands of quotations. So they are not compared in pairs: a
/// text is looked up by its first bytes.
struct OverlappingTexts {
  private let texts: [[UInt8]]
  /// By the first bytes of a text: its number.
  private var starts: [UInt64: [Int]] = [:]
  /// By the bytes at each place of a text: its number, and the place.
  private var places: [UInt64: [(text: Int, place: Int)]] = [:]
  /// The texts that are too short to be looked up.
  private var short: [Int] = []

  /// In bytes: two Chinese characters.
  private static let length = 6

  init(_ texts: [String]) {
    self.texts = texts.map { Array($0.utf8) }
    for (number, text) in self.texts.enumerated() where !text.isEmpty {
      guard text.count >= Self.length else {
        short.append(number)
        continue
      }
      starts[Self.key(text, at: 0), default: []].append(number)
      for place in 0...(text.count - Self.length) {
        places[Self.key(text, at: place), default: []].append((number, place))
      }
    }
  }

  /// The numbers of the texts that are in `text`, or that it is in, ascending. An empty text overlaps none.
  func overlapping(_ text: String) -> [Int] {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty else { return [] }
    var found: Set<Int> = []
    for number in short where contains(wanted, texts[number]) { found.insert(number) }
    if wanted.count >= Self.length {
      for place in 0...(wanted.count - Self.length) {
        for number in starts[Self.key(wanted, at: place)] ?? [] where wanted[place...].starts(with: texts[number]) {
          found.insert(number)
        }
      }
      for (number, place) in places[Self.key(wanted, at: 0)] ?? [] where texts[number][place...].starts(with: wanted) {
        found.insert(number)
      }
    } else {
      for number in texts.indices where contains(texts[number], wanted) { found.insert(number) }
    }
    return found.sorted()  // sorted: reaches output
  }

  private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  private static func key(_ text: [UInt8], at place: Int) -> UInt64 {
    text[place..<place + length].reduce(0) { $0 << 8 | UInt64($1) }
  }
}
