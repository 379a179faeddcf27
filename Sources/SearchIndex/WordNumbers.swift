/// The words of one bucket in ascending order, and the place of each run's words among them.
struct WordNumbers {
  let words: [IndexedWord]
  /// For each run and each of its words, the 0-based place of the word in `words`.
  let ofRuns: [[UInt32]]

  init(_ runs: [TermRun], bucket: Int) {
    var order: [(word: IndexedWord, run: Int, number: Int)] = []
    for (index, run) in runs.enumerated() {
      for (number, word) in run.terms.words(bucket).enumerated() { order.append((word, index, number)) }
    }
    order.sort { $0.word < $1.word }
    var words: [IndexedWord] = []
    var numbers = runs.map { [UInt32](repeating: 0, count: $0.terms.words(bucket).count) }
    for one in order {
      if words.last.map({ $0 == one.word }) != true { words.append(one.word) }
      numbers[one.run][one.number] = UInt32(words.count - 1)
    }
    self.words = words
    ofRuns = numbers
  }

  /// How many bits a number takes.
  var bits: Int { Int.bitWidth - words.count.leadingZeroBitCount }
}
