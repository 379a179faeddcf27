/// Finds many phrases in a text, in one pass over it: A. Aho and M. Corasick, Efficient string matching (1975).
///
/// A section may be quoted by thousands of indicators, and each search of its own would read the whole text.
package struct PhraseSearch {
  /// A state is a prefix of some phrase; the first is the empty one. The children of a state are a list.
  private struct State {
    let byte: UInt8
    let next: Int32
    var firstChild: Int32 = -1
    /// The longest proper suffix that is a state.
    var suffix: Int32 = 0
    /// A text contains this phrase and those that are its suffixes.
    var isFound = false
  }

  private var states = [State(byte: 0, next: -1)]
  /// The last state of each phrase.
  private var ends: [Int32] = []
  /// The number of states visited.
  private(set) var steps = 0

  package init(_ phrases: [String]) {
    for phrase in phrases {
      var state: Int32 = 0
      for byte in phrase.utf8 {
        if let known = child(of: state, byte) { state = known } else { state = addChild(of: state, byte) }
      }
      ends.append(state)
    }
    linkSuffixes()
  }

  /// For each phrase, whether the text contains it, or one of the texts before. An empty one is in every text.
  package mutating func isContained(in text: String) -> [Bool] {
    var state: Int32 = 0
    for byte in text.utf8 {
      while true {
        if let child = self.child(of: state, byte) {
          state = child
          break
        }
        if state == 0 { break }
        state = states[Int(state)].suffix
      }
      markFound(from: state)
    }
    return ends.map { $0 == 0 || states[Int($0)].isFound }
  }

  /// Every state is marked once, since the suffixes of a marked state are marked.
  private mutating func markFound(from state: Int32) {
    var state = state
    while state > 0, !states[Int(state)].isFound {
      states[Int(state)].isFound = true
      state = states[Int(state)].suffix
    }
  }

  private mutating func child(of state: Int32, _ byte: UInt8) -> Int32? {
    var child = states[Int(state)].firstChild
    while child >= 0 {
      steps += 1
      if states[Int(child)].byte == byte { return child }
      child = states[Int(child)].next
    }
    return nil
  }

  private mutating func addChild(of state: Int32, _ byte: UInt8) -> Int32 {
    let child = Int32(states.count)
    states.append(State(byte: byte, next: states[Int(state)].firstChild))
    states[Int(state)].firstChild = child
    return child
  }

  /// Level by level: the suffix of a state has fewer bytes.
  private mutating func linkSuffixes() {
    var queue: [Int32] = [0]
    var first = 0
    while first < queue.count {
      let state = queue[first]
      first += 1
      var child = states[Int(state)].firstChild
      while child >= 0 {
        if state != 0 { states[Int(child)].suffix = suffix(of: state, states[Int(child)].byte) }
        queue.append(child)
        child = states[Int(child)].next
      }
    }
  }

  private mutating func suffix(of state: Int32, _ byte: UInt8) -> Int32 {
    var state = state
    while state != 0 {
      state = states[Int(state)].suffix
      if let child = self.child(of: state, byte) { return child }
    }
    return 0
  }
}
