import Bytes
import Markdown

/// Cuts texts into the terms that a search looks up: a folded word, and every two neighbouring characters of a script that
/// is written without spaces. `search.js` cuts queries by the same rules.
///
/// `PM2.5浓度` gives `pm2.5`, `2.5` and `浓度`: a word that mixes letters and digits is also found from each place where
/// the one follows the other.
struct TermReader: ~Copyable, MarkdownTextVisitor {
  var table = TermTable()
  /// Texts for the directives of the page that is being read; nil for what has no text of its own.
  var directives: [String?] = []

  /// The last paired character, as the highest bytes of a term; 0 if the text before is something else.
  private var previous: UInt64 = 0
  private var previousLength: UInt64 = 0
  private var word: UnsafeMutablePointer<UInt8>
  private var wordLength = 0
  private var folded: [UInt32: FoldedScalar] = [:]

  init() { word = .allocate(capacity: TermTable.longestWord) }

  deinit { word.deallocate() }

  /// Adds the terms of a text of its own, such as a title.
  mutating func read(_ text: String, as field: TermTable.Field) {
    table.field = field
    text.withBytes { self.text($0) }
    separate()
  }

  /// Adds a term that is not cut out of a text, such as the name of a filter.
  mutating func add(term: String) {
    table.field = .text
    term.withBytes { table.add(word: $0) }
  }

  mutating func separate() {
    endWord()
    previous = 0
  }

  mutating func directive(_ number: Int) {
    guard directives.indices.contains(number), let label = directives[number] else { return separate() }
    label.withBytes { text($0) }
  }

  mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      if byte < 0x80 {
        ascii(byte, next: index + 1 < utf8.count ? utf8[index + 1] : 0)
        index += 1
      } else if byte >= 0xE4, byte <= 0xE9, index + 2 < utf8.count {
        // U+4000 to U+9FFF.
        pair(UInt64(byte) << 16 | UInt64(utf8[index + 1]) << 8 | UInt64(utf8[index + 2]), length: 3)
        index += 3
      } else {
        index += scalar(utf8, at: index)
      }
    }
  }

  /// All terms so far.
  var run: TermRun { table.sorted() }

  // MARK: - Characters

  private mutating func ascii(_ byte: UInt8, next: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(byte | 0x20)
    // A decimal point stays, a comma between thousands goes.
    case UInt8(ascii: "."), UInt8(ascii: ","):
      guard wordLength > 0, isDigit(word[wordLength - 1]), isDigit(next) else { return separate() }
      if byte == UInt8(ascii: ".") { append(byte) }
    default: separate()
    }
  }

  /// Returns the length of the character.
  private mutating func scalar(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = utf8[index]
    let length = min(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1, utf8.count - index)
    var value: UInt32 = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
    var bytes = UInt64(lead)
    for offset in 1..<max(1, length) {
      value = value << 6 | UInt32(utf8[index + offset] & 0x3F)
      bytes = bytes << 8 | UInt64(utf8[index + offset])
    }
    let fold: FoldedScalar
    if let known = folded[value] {
      fold = known
    } else {
      fold = Unicode.Scalar(value).map { FoldedScalar($0) } ?? .other
      folded[value] = fold
    }
    switch fold {
    case .paired: pair(bytes, length: UInt64(length))
    case .word(let letters):
      previous = 0
      for letter in letters.utf8 { appendByte(letter) }
    case .ignored: break
    case .other: separate()
    }
    return length
  }

  @inline(__always)
  private mutating func pair(_ character: UInt64, length: UInt64) {
    if wordLength > 0 { endWord() }
    let high = character << (64 - 8 * length)
    if previous != 0 { table.add(previous | high >> (8 * previousLength)) }
    // One character alone finds titles.
    if table.field == .title { table.add(high) }
    previous = high
    previousLength = length
  }

  // MARK: - Words

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    previous = 0
    appendByte(byte)
  }

  private mutating func appendByte(_ byte: UInt8) {
    guard wordLength < TermTable.longestWord else { return }
    word[wordLength] = byte
    wordLength += 1
  }

  private mutating func endWord() {
    guard wordLength > 0 else { return }
    let bytes = UnsafeBufferPointer(start: word, count: wordLength)
    table.add(word: bytes)
    for index in 1..<wordLength
    where isDigit(word[index]) != isDigit(word[index - 1]) && word[index] != UInt8(ascii: ".")
      && word[index - 1] != UInt8(ascii: ".")
    {
      table.add(word: UnsafeBufferPointer(rebasing: bytes[index...]))
    }
    wordLength = 0
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
