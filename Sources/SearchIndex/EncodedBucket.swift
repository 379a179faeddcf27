import Bytes
import Files

/// The terms of one bucket of all runs, sorted and encoded.
struct EncodedBucket: Sendable {
  /// The bytes that `TermWriter` writes.
  private(set) var bytes: [UInt8] = []
  /// The places where a piece of the index may begin, about one in every kilobyte.
  private(set) var blocks: [Block] = []
  private(set) var hash = ContentHash()

  struct Block: Sendable {
    /// The offset of its first term, which is written whole.
    let start: Int32
    /// Whether no term before begins with the same character.
    let isNewCharacter: Bool
  }

  /// In bytes.
  private static let blockSize = 1024

  /// `runs` follow each other in the order of entries.
  init(_ runs: [TermRun], number: Int) {
    let numbers = WordNumbers(runs, bucket: number)
    let count = runs.reduce(0) { $0 + $1.terms.postings(number).count }
    guard count > 0 else { return }
    var pairs = PostingSorter(capacity: TermBucket.hasPairs(number) ? count : 0)
    var words = PostingSorter(capacity: numbers.words.isEmpty ? 0 : count)
    for (index, run) in runs.enumerated() {
      let numbers = numbers.ofRuns[index]
      var place: UInt32 = 0
      run.terms.postings(number).visit { posting in
        if posting.isHead {
          place = posting.place
        } else if posting.isWord {
          words.append(term: numbers[posting.word], place: place)
        } else {
          pairs.append(term: posting.pair, place: place)
        }
      }
    }
    pairs.sort(bits: 24)
    words.sort(bits: numbers.bits)
    var encoder = Encoder(number: number, words: numbers.words)
    encoder.write(pairs, words)
    encoder.output.withBytes { bytes = Array($0) }
    blocks = encoder.blocks
    bytes.withUnsafeBytes { hash.combine($0) }
  }

  // MARK: - Blocks

  func end(of block: Int) -> Int { block + 1 < blocks.count ? Int(blocks[block + 1].start) : bytes.count }

  func length(of block: Int) -> Int { end(of: block) - Int(blocks[block].start) }

  /// The least text that is not above the first term of a block, and above all terms before.
  func separator(of block: Int) -> String {
    // A whole term follows a tab and a digit.
    let term = bytes[(Int(blocks[block].start) + 2)...].prefix { $0 != UInt8(ascii: "|") }
    let text = String(decoding: term, as: UTF8.self)
    return blocks[block].isNewCharacter ? String(text.unicodeScalars.prefix(1)) : text
  }
}

// MARK: - Encoding

extension EncodedBucket {
  private struct Encoder: ~Copyable {
    private let first: UInt32
    private let words: [IndexedWord]
    private var writer = TermWriter()
    private(set) var output = ByteBuffer(capacity: 1 << 12)
    private(set) var blocks: [Block] = []
    /// The first character of the term before.
    private var character: UInt32 = 0
    // The entries that hold a term, by field.
    private var texts = EntryNumbers()
    private var places = EntryNumbers()
    private var titles = EntryNumbers()

    init(number: Int, words: [IndexedWord]) {
      first = TermBucket.hasPairs(number) ? TermBucket.firstScalar(of: number) : 0
      self.words = words
    }

    mutating func write(_ pairs: borrowing PostingSorter, _ words: borrowing PostingSorter) {
      var (pair, word) = (0, 0)
      while pair < pairs.count || word < words.count {
        if word == words.count || pair < pairs.count && isPair(pairs.term(pair), before: words.term(word)) {
          let term = pairs.term(pair)
          let character = first + term >> 16
          beginBlockIfFull(with: character)
          writer.begin(pair: character, term & 0xFFFF, in: &output)
          pair = writeLists(pairs, from: pair)
        } else {
          let term = self.words[Int(words.term(word))]
          beginBlockIfFull(with: term.firstScalar)
          writer.begin(word: term, in: &output)
          word = writeLists(words, from: word)
        }
      }
    }

    private func isPair(_ pair: UInt32, before word: UInt32) -> Bool {
      TermWriter.prefix(first + pair >> 16, pair & 0xFFFF) < words[Int(word)].prefix
    }

    /// Begins a block if the one before is long enough, with a term that begins with `character`.
    private mutating func beginBlockIfFull(with character: UInt32) {
      let isNew = character != self.character
      self.character = character
      if let last = blocks.last, output.count - Int(last.start) < EncodedBucket.blockSize { return }
      blocks.append(Block(start: Int32(output.count), isNewCharacter: isNew))
      writer.restart()
    }

    /// Writes the lists of the term that begins at `start`, and returns where the next one does.
    private mutating func writeLists(_ postings: borrowing PostingSorter, from start: Int) -> Int {
      let term = postings.term(start)
      // Most terms are in one text only.
      let place = postings.place(start)
      if place & 3 == Posting.Field.text.rawValue, start + 1 == postings.count || postings.term(start + 1) != term {
        EntryList.append(Int(place >> 2), to: &output)
        return start + 1
      }
      var (index, last) = (start, UInt32.max)
      repeat {
        let place = postings.place(index)
        // The best field of an entry comes first.
        if place >> 2 != last {
          last = place >> 2
          switch place & 3 {
          case Posting.Field.text.rawValue: texts.append(Int32(last))
          case Posting.Field.place.rawValue: places.append(Int32(last))
          default: titles.append(Int32(last))
          }
        }
        index += 1
      } while index < postings.count && postings.term(index) == term
      // Texts come first, as most terms are in texts only.
      texts.write(to: &output)
      if places.count + titles.count > 0 {
        output.append(UInt8(ascii: "|"))
        places.write(to: &output)
      }
      if titles.count > 0 {
        output.append(UInt8(ascii: "|"))
        titles.write(to: &output)
      }
      return index
    }
  }
}

/// A list of entries whose memory serves one term after the other.
private struct EntryNumbers: ~Copyable {
  private var numbers: UnsafeMutablePointer<Int32>
  private var capacity = 64
  private(set) var count = 0

  init() { numbers = .allocate(capacity: capacity) }

  deinit { numbers.deallocate() }

  @inline(__always)
  mutating func append(_ number: Int32) {
    if count == capacity { grow() }
    numbers[count] = number
    count += 1
  }

  private mutating func grow() {
    let old = numbers
    numbers = .allocate(capacity: capacity * 2)
    numbers.update(from: old, count: count)
    old.deallocate()
    capacity *= 2
  }

  mutating func write(to output: inout ByteBuffer) {
    EntryList.append(UnsafeBufferPointer(start: numbers, count: count), to: &output)
    count = 0
  }
}
