import Synchronization

/// Texts that are referred to by numbers: a value that occurs millions of times then needs no room for a reference to a
/// text that few of them have. Each text is kept once, for as long as the program runs. The lock is taken for those few
/// alone.
package final class InternedTexts: Sendable {
  private struct Texts {
    var all: [String] = []
    var indexes: [String: UInt32] = [:]
  }

  private let texts = Mutex(Texts())
  private let limit: Int

  /// `limit`: how many texts can have a number.
  package init(limit: Int) {
    self.limit = limit
  }

  /// Nil for a text that is new, once there are `limit` others.
  package func index(of text: String) -> UInt32? {
    texts.withLock { texts in
      if let known = texts.indexes[text] { return known }
      guard texts.all.count < limit else { return nil }
      let index = UInt32(texts.all.count)
      texts.all.append(text)
      texts.indexes[text] = index
      return index
    }
  }

  package func text(at index: UInt32) -> String { texts.withLock { $0.all[Int(index)] } }
}
