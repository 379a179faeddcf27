/// The lines that Git writes into a file where it could not bring two versions together.
extension SourceText {
  /// An error at the first of them; nil for nearly all files. `inMarkdown`: such lines in a block of code are an example.
  package func conflictFinding(inMarkdown: Bool) -> Diagnostic? {
    guard mayHaveConflict, let start = line(startingWith: "<<<<<<< ", from: 0),
      let middle = line(startingWith: "=======", from: start), let end = line(startingWith: ">>>>>>> ", from: middle)
    else { return nil }
    if inMarkdown, hasOpenCode(at: start) { return nil }
    func place(_ offset: Int) -> SourceLocation { location(of: SourceRange(start: offset, end: offset + 7)) }
    return Diagnostic(
      .error, .mergeMarks, "two versions of the text stand here, one above '=======' and one below it",
      hint: "keep one of the two, and delete the lines '<<<<<<<', '=======' and '>>>>>>>'", at: place(start),
      related: [.init("they end here", at: place(end))])
  }

  /// Whether any line begins with `<`. Looks at sixteen bytes at a time, because it is asked of every file: byte by byte it took
  /// 2 % of the instructions of a build (November 2026).
  private var mayHaveConflict: Bool {
    typealias Bytes = SIMD16<UInt8>
    return bytes.withUnsafeBytes { bytes in
      let (feed, mark) = (newline, UInt8(ascii: "<"))
      if bytes.first == mark { return true }
      var index = 0
      while index &+ 17 <= bytes.count {
        let vector = bytes.loadUnaligned(fromByteOffset: index, as: Bytes.self)
        let next = bytes.loadUnaligned(fromByteOffset: index &+ 1, as: Bytes.self)
        let found = (vector .== Bytes(repeating: feed)) .& (next .== Bytes(repeating: mark))
        let words = unsafeBitCast(found, to: SIMD2<UInt64>.self)
        if words[0] | words[1] != 0 { return true }
        index &+= 16
      }
      while index &+ 1 < bytes.count {
        if bytes[index] == feed, bytes[index &+ 1] == mark { return true }
        index &+= 1
      }
      return false
    }
  }

  private func line(startingWith mark: StaticString, from offset: Int) -> Int? {
    mark.withUTF8Buffer { mark in
      var index = offset
      while let found = bytes[index...].firstIndex(of: mark[0]) {
        if found == 0 || bytes[found - 1] == UInt8(ascii: "\n"), bytes[found...].starts(with: mark) { return found }
        index = found + 1
      }
      return nil
    }
  }

  /// Whether an odd number of lines `` ``` `` is above.
  private func hasOpenCode(at offset: Int) -> Bool {
    var count = 0
    var index = 0
    while index < offset, let found = line(startingWith: "```", from: index), found < offset {
      count += 1
      index = found + 3
    }
    return count % 2 == 1
  }
}
