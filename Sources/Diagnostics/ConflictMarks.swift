import CByteScan

/// The lines that Git writes into a file where it could not bring two versions together.
extension SourceText {
  /// An error at the first mark of a merge conflict; nil for nearly all files. `inMarkdown`: lines in a block of code
  /// are an example.
  package func conflictFinding(inMarkdown: Bool) -> Diagnostic? {
    guard mayHaveConflict, let start = line(startingWith: "<<<<<<< ", from: 0),
      let middle = line(startingWith: "=======", from: start), let end = line(startingWith: ">>>>>>> ", from: middle)
    else { return nil }
    if inMarkdown, hasOpenCode(at: start) { return nil }
    func place(_ offset: Int) -> SourceLocation { location(of: SourceRange(start: offset, end: offset + 7)) }
    return Diagnostic(
      .error, .mergeMarks, "there are two versions of the text here, one above '=======' and one below it",
      hint: "keep one of the two, and delete the lines '<<<<<<<', '=======' and '>>>>>>>'", at: place(start),
      related: [.init("they end here", at: place(end))])
  }

  /// Whether any line begins with `<<`. Nearly all files end here.
  private var mayHaveConflict: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      if bytes.first == UInt8(ascii: "<") { return true }
      return withUnsafePointer(to: SourceText.conflictPatterns) {
        scan_next($0, bytes.baseAddress, 0, bytes.count) < bytes.count
      }
    }
  }

  private static let conflictPatterns = byte_patterns([[[newline], [UInt8(ascii: "<")], [UInt8(ascii: "<")]]])

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
