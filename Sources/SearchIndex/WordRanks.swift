/// The words of one bucket in ascending order, and the rank of each run's words among them.
struct WordRanks {
  let words: [IndexedWord]
  /// For each run, the ranks of its words by their numbers.
  let ofRuns: [[UInt32]]

  init(_ runs: [TermRun], bucket: Int) {
    var order: [(word: IndexedWord, run: Int, number: Int)] = []
    for (index, run) in runs.enumerated() {
      for (number, word) in run.terms.words(bucket).enumerated() { order.append((word, index, number)) }
    }
    order.sort { $0.word < $1.word }
    var words: [IndexedWord] = []
    var ranks = runs.map { [UInt32](repeating: 0, count: $0.terms.words(bucket).count) }
    for one in order {
      if words.last.map({ $0 == one.word }) != true { words.append(one.word) }
      ranks[one.run][one.number] = UInt32(words.count - 1)
    }
    self.words = words
    ofRuns = ranks
  }

  /// How many bits a rank takes.
  var bits: Int { Int.bitWidth - words.count.leadingZeroBitCount }
}
