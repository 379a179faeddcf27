/// Rows to CSV bytes: RFC 4180 quoting where a cell needs it, CRLF line ends.
package struct CSVWriter {
  package private(set) var bytes: [UInt8] = []

  /// `byteOrderMark`: without one, Excel reads a file of Chinese text in the computer's own encoding.
  package init(byteOrderMark: Bool = false) {
    if byteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
  }

  package mutating func row(_ cells: some Sequence<String>) {
    let start = bytes.count
    var isFirst = true
    for cell in cells {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      append(cell)
    }
    // One empty cell would be a blank line, which readers (ours too) skip.
    if bytes.count == start { bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Cells as a part of a row, for those that many rows share.
  package static func cells(_ cells: some Sequence<String>) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(cells)
    return Array(writer.bytes.dropLast(2))
  }

  /// A row of parts made by `cells` with cells between them.
  package mutating func row(from before: [UInt8], _ cells: some Sequence<String>, to after: [UInt8]) {
    bytes += before
    for cell in cells {
      bytes.append(UInt8(ascii: ","))
      append(cell)
    }
    bytes.append(UInt8(ascii: ","))
    bytes += after
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ cell: String) {
    guard cell.needsQuotes else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension String {
  /// RFC 4180 §2.6; also for outer spaces, which readers (ours too) would drop.
  fileprivate var needsQuotes: Bool {
    if utf8.first.map(isSpace) ?? false || utf8.last.map(isSpace) ?? false { return true }
    return utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
