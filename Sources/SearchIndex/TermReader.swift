import Bytes
import Markdown

/// Cuts texts into the terms that a search looks up: a folded word, and every two neighbouring characters of a script
/// that is written without spaces. `search.js` cuts queries by the same rules.
///
/// `PM2.5浓度` gives `pm2.5`, `2.5` and `浓度`: a word that mixes letters and digits is also found from each change between
/// the two, and `Wi-Fi` also as `wifi`.
struct TermReader: ~Copyable, MarkdownTextVisitor {
  var terms = TermCollector()
  /// Texts for the directives of the page that is being read; nil for what has no text of its own.
  var directives: [String?] = []

  /// The last paired character; 0 if the text before is something else.
  private var previous: UInt32 = 0
  private var word: UnsafeMutablePointer<UInt8>
  private var wordLength = 0
  private var isWordFull = false
  private var hasDigit = false
  /// The parts of the current word before its last hyphen, without hyphens.
  private var compound: [UInt8] = []
  private var folded: [UInt32: FoldedScalar] = [:]

  init() { word = .allocate(capacity: TermCollector.longestWord) }

  deinit { word.deallocate() }

  /// Adds the terms of a text of its own, such as a title.
  mutating func read(_ text: String, as field: Posting.Field) {
    terms.field = field
    text.withBytes { self.text($0) }
    separate()
  }

  /// Adds a term that is not cut out of a text, such as the name of a filter.
  mutating func add(term: String) {
    terms.field = .text
    term.withBytes { terms.add(word: $0) }
  }

  mutating func separate() {
    if wordLength > 0 { endWord() }
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
        index = ascii(utf8, from: index)
      } else if byte >= 0xE4, byte <= 0xE9, index + 2 < utf8.count {
        index = run(utf8, from: index)
      } else {
        index += scalar(utf8, at: index)
      }
    }
  }

  /// The terms that were read so far.
  consuming func run() -> TermRun {
    let all = TermCollector()
    return TermRun(exchange(&terms, with: all))
  }

  // MARK: - Characters

  /// Nearly all of a Chinese text: characters from U+4000 to U+9FFF. Returns the index after them.
  @inline(__always)
  private mutating func run(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    if wordLength > 0 { endWord() }
    let isTitle = terms.field == .title
    var (index, last) = (start, previous)
    repeat {
      let lead = UInt32(utf8[index]) &- 0xE0
      let scalar = lead &<< 12 | UInt32(utf8[index &+ 1] & 0x3F) &<< 6 | UInt32(utf8[index &+ 2] & 0x3F)
      if last != 0 { terms.add(last, scalar) }
      if isTitle { single(scalar) }
      last = scalar
      index &+= 3
    } while index &+ 2 < utf8.count && utf8[index] &- 0xE4 < 6
    previous = last
    return index
  }

  /// Letters and digits of ASCII, or one other character of it. Returns the index after them.
  @inline(__always)
  private mutating func ascii(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < utf8.count {
      let letter = TermReader.letter(utf8[index])
      if letter == 0 { break }
      appendByte(letter)
      index &+= 1
    }
    if index > start {
      previous = 0
      return index
    }
    switch utf8[index] {
    // A decimal point is kept, a comma between thousands is dropped.
    case UInt8(ascii: "."), UInt8(ascii: ","):
      guard wordLength > 0, word[wordLength - 1].isASCIIDigit, index + 1 < utf8.count, utf8[index + 1].isASCIIDigit
      else {
        separate()
        break
      }
      if utf8[index] == UInt8(ascii: ".") { appendByte(utf8[index]) }
    case UInt8(ascii: "-"):
      guard wordLength > 0, !hasDigit, index + 1 < utf8.count, TermReader.letter(utf8[index + 1]) >= UInt8(ascii: "a")
      else {
        separate()
        break
      }
      compound += UnsafeBufferPointer(start: word, count: wordLength)
      endWord(isPart: true)
    default: separate()
    }
    return index + 1
  }

  /// A folded letter or digit of ASCII; 0 for another byte.
  @inline(__always)
  private static func letter(_ byte: UInt8) -> UInt8 {
    let small = byte | 0x20
    if small &- UInt8(ascii: "a") < 26 { return small }
    return byte &- UInt8(ascii: "0") < 10 ? byte : 0
  }

  /// Returns the length of the character.
  private mutating func scalar(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = utf8[index]
    let length = min(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1, utf8.count - index)
    let value = TermBucket.scalar(UnsafeBufferPointer(rebasing: utf8[index..<index + length]))
    // The punctuation of Chinese.
    if value >= 0x3000, value <= 0x3004 || value == 0xFF0C {
      separate()
      return length
    }
    let fold: FoldedScalar
    if let known = folded[value] {
      fold = known
    } else {
      fold = Unicode.Scalar(value).map { FoldedScalar($0) } ?? .other
      folded[value] = fold
    }
    switch fold {
    case .paired:
      if wordLength > 0 { endWord() }
      pair(value)
    case .word(let letters):
      previous = 0
      for letter in letters.unicodeScalars { append(letter) }
    case .ignored: break
    case .other: separate()
    }
    return length
  }

  /// Adds a paired character, and the pair that it makes with the one before.
  @inline(__always)
  private mutating func pair(_ scalar: UInt32) {
    if previous != 0 { terms.add(previous, scalar) }
    if terms.field == .title { single(scalar) }
    previous = scalar
  }

  /// A single character finds titles.
  private mutating func single(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return }
    String(scalar).withBytes { terms.add(word: $0) }
  }

  // MARK: - Words

  private mutating func append(_ letter: Unicode.Scalar) {
    let utf8 = UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter
    // A word is never cut inside a character.
    if wordLength + utf8.count > TermCollector.longestWord { isWordFull = true }
    for byte in utf8 { appendByte(byte) }
  }

  @inline(__always)
  private mutating func appendByte(_ byte: UInt8) {
    guard wordLength < TermCollector.longestWord, !isWordFull else { return }
    word[wordLength] = byte
    wordLength &+= 1
    if byte <= UInt8(ascii: "9") { hasDigit = true }
  }

  /// `isPart`: the word goes on after a hyphen.
  private mutating func endWord(isPart: Bool = false) {
    let bytes = UnsafeBufferPointer(start: word, count: wordLength)
    terms.add(word: bytes)
    if hasDigit { addParts(bytes) }
    if wordLength > 6, word[0] == 0xD8 || word[0] == 0xD9 { addWithoutArticle(bytes) }
    if !isPart, !compound.isEmpty { addCompound(bytes) }
    wordLength = 0
    isWordFull = false
    hasDigit = false
  }

  /// In bytes. Compounds of long words are typed with their hyphens.
  private static let longestCompound = 16

  private mutating func addCompound(_ last: UnsafeBufferPointer<UInt8>) {
    compound += last
    if compound.count <= TermReader.longestCompound { compound.withUnsafeBufferPointer { terms.add(word: $0) } }
    compound.removeAll(keepingCapacity: true)
  }

  /// Arabic joins its article to the word, and some prepositions to the article: `المدينة` is also found as `مدينة`.
  private mutating func addWithoutArticle(_ bytes: UnsafeBufferPointer<UInt8>) {
    for article in TermReader.articles where bytes.starts(with: article) {
      // Two letters, of two bytes each, are the shortest word.
      if bytes.count - article.count >= 4 { terms.add(word: UnsafeBufferPointer(rebasing: bytes[article.count...])) }
      return
    }
  }

  private static let articles = ["ال", "وال", "بال", "كال", "فال", "لل"].map { Array($0.utf8) }

  /// Adds what begins where a letter follows a digit, or a digit a letter.
  private mutating func addParts(_ bytes: UnsafeBufferPointer<UInt8>) {
    for index in 1..<max(1, bytes.count)
    where bytes[index].isASCIIDigit != bytes[index - 1].isASCIIDigit && bytes[index] != UInt8(ascii: ".")
      && bytes[index - 1] != UInt8(ascii: ".")
    {
      terms.add(word: UnsafeBufferPointer(rebasing: bytes[index...]))
    }
  }
}
