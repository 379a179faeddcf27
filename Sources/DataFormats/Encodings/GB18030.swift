/// GB 18030-2005, the encoding in which Excel saves CSV files in China, and its parts GBK and GB 2312.
///
/// Its 21,000 Chinese characters need no table of their own: those that GB 2312 lacks are in the order of Unicode, and
/// so are the characters with four bytes.
package enum GB18030 {
  /// The text in UTF-8; nil for bytes that are not valid, and for codes that are reserved for private characters.
  package static func decode(_ bytes: [UInt8]) -> [UInt8]? {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        text.append(first)
        index += 1
        continue
      }
      guard (0x81...0xFE).contains(first), index + 1 < bytes.count else { return nil }
      let scalar: UInt32
      if (0x30...0x39).contains(bytes[index + 1]) {
        guard index + 3 < bytes.count, let found = fourBytes(bytes[index..<(index + 4)]) else { return nil }
        scalar = found
        index += 4
      } else {
        guard let cell = cell(first, bytes[index + 1]) else { return nil }
        scalar = UInt32(twoBytes[cell])
        index += 2
      }
      guard scalar != 0, let character = Unicode.Scalar(scalar) else { return nil }
      text += Unicode.UTF8.encode(character).map { Array($0) } ?? []
    }
    return text
  }

  /// The second bytes are 40 to 7E and 80 to FE.
  private static let cellsPerRow = 190

  /// The index of a code of two bytes in the table.
  private static func cell(_ first: UInt8, _ second: UInt8) -> Int? {
    guard (0x40...0xFE).contains(second), second != 0x7F else { return nil }
    return (Int(first) - 0x81) * cellsPerRow + Int(second) - (second < 0x7F ? 0x40 : 0x41)
  }

  /// Code points by `cell`; 0 for a code without a character.
  private static let twoBytes: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 126 * cellsPerRow)
    var isInTable = [Bool](repeating: false, count: 0x1_0000)
    func put(_ scalar: Unicode.Scalar, at index: Int) {
      guard scalar != "•" else { return }
      table[index] = UInt16(scalar.value)
      isInTable[Int(scalar.value)] = true
    }
    func fill(_ text: String, fromRow first: Int, _ start: Int) {
      for (row, line) in text.split(separator: "\n").enumerated() {
        for (column, scalar) in line.unicodeScalars.enumerated() {
          put(scalar, at: (first + row - 0x81) * cellsPerRow + start + column)
        }
      }
    }
    // A1 is the 97th second byte.
    fill(GB2312.symbols, fromRow: 0xA1, 96)
    fill(GB2312.letters, fromRow: 0xA8, 0)
    fill(GB2312.characters, fromRow: 0xB0, 96)
    // GBK/3, then GBK/4: the Chinese characters that GB 2312 does not have, in the order of Unicode; then the last
    // ones.
    let rest = (0x4E00...0x9FA5).lazy.filter { !isInTable[$0] }.compactMap { Unicode.Scalar($0) }
    let others = Array(rest) + GB2312.last.unicodeScalars
    var cells: [Int] = []
    for row in 0x81...0xA0 { cells += (0..<cellsPerRow).map { (row - 0x81) * cellsPerRow + $0 } }
    for row in 0xAA...0xFE { cells += (0..<96).map { (row - 0x81) * cellsPerRow + $0 } }
    for (index, scalar) in zip(cells, others) { put(scalar, at: index) }
    return table
  }()

  /// The characters with four bytes below U+10000, in the order of their codes; 0 for private ones.
  private static let others: [UInt16] = {
    var isInTable = [Bool](repeating: false, count: 0x1_0000)
    for point in twoBytes { isInTable[Int(point)] = true }
    var points = (0x80..<0xD800).filter { !isInTable[$0] }.map(UInt16.init)
    // Of the private characters up to U+E864, 81 have codes of four bytes.
    points += [UInt16](repeating: 0, count: 81)
    points += (0xE865...0xFFFF).filter { !isInTable[$0] }.map(UInt16.init)
    return points
  }()

  private static func fourBytes(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    let start = bytes.startIndex
    let (a, b, c, d) = (Int(bytes[start]), Int(bytes[start + 1]), Int(bytes[start + 2]), Int(bytes[start + 3]))
    guard (0x81...0xFE).contains(c), (0x30...0x39).contains(d) else { return nil }
    let number = (((a - 0x81) * 10 + b - 0x30) * 126 + c - 0x81) * 10 + d - 0x30
    if number < others.count { return UInt32(others[number]) }
    // 90 30 81 30 is U+10000.
    let beyond = number - (0x90 - 0x81) * 12_600
    return (0...0xF_FFFF).contains(beyond) ? UInt32(0x1_0000 + beyond) : nil
  }
}
