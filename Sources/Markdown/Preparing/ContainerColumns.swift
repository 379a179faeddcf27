/// The columns at which the content of the open list items and notes starts, line by line, as far as indentation and
/// markers show.
///
/// They only decide how many of a line's spaces belong to its containers. If they are wrong, as may happen next to lazy
/// lines, libcmark still decides what the line is.
struct ContainerColumns {
  /// The text after the indentation and the markers of a line.
  struct Content {
    let index: Int
    /// The 0-based column at which the innermost container's content starts.
    let base: Int
    /// The spaces between there and the content. 0 if a tab is among them.
    let surplus: Int
  }

  /// 0-based, ascending.
  private var columns: [Int] = []

  /// A container starts whose content has this 0-based column.
  mutating func open(at column: Int) { columns.append(column) }

  /// Reads the start of a line. Nil for a blank one.
  mutating func read(_ bytes: [UInt8], _ line: Range<Int>) -> Content? {
    var position = Position(index: line.lowerBound)
    var base = 0
    var isFirst = true
    while true {
      let hasTab = position.skipBlanks(bytes, line.upperBound)
      guard position.index < line.upperBound else { return nil }
      if isFirst {
        while let last = columns.last, last > position.column { columns.removeLast() }
        isFirst = false
      }
      if bytes[position.index] == UInt8(ascii: ">") {
        position.advance()
        base = position.column
        if position.index < line.upperBound, bytes[position.index] == UInt8(ascii: " ") { base += 1 }
      } else if let end = endOfListMarker(bytes, position.index, line.upperBound) {
        position.column += end - position.index
        position.index = end
        var text = position
        _ = text.skipBlanks(bytes, line.upperBound)
        base = text.column - position.column < 5 ? text.column : position.column + 1
        columns.append(base)
      } else {
        if let last = columns.last { base = max(base, last) }
        let surplus = hasTab ? 0 : max(0, min(position.blanks, position.column - base))
        return Content(index: position.index, base: base, surplus: surplus)
      }
    }
  }

  private struct Position {
    var index: Int
    var column = 0
    /// The bytes that were skipped last.
    var blanks = 0

    init(index: Int) { self.index = index }

    mutating func advance() {
      index += 1
      column += 1
    }

    /// Returns whether a tab was among them.
    mutating func skipBlanks(_ bytes: [UInt8], _ end: Int) -> Bool {
      let start = index
      var hasTab = false
      while index < end {
        if bytes[index] == UInt8(ascii: "\t") {
          hasTab = true
          column += 3 - column % 4
        } else if bytes[index] != UInt8(ascii: " ") {
          break
        }
        advance()
      }
      blanks = index - start
      return hasTab
    }
  }
}

/// The index after a bullet or a list number that a blank follows; nil if there is none.
func endOfListMarker(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
  var index = start
  switch bytes[index] {
  case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): break
  case UInt8(ascii: "0")...UInt8(ascii: "9"):
    while index < end, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index] { index += 1 }
    guard index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")") else { return nil }
  default: return nil
  }
  index += 1
  return index < end && (bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")) ? index : nil
}
