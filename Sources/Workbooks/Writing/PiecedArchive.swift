import Bytes
import CZip
import Synchronization

/// A part of the archive, as its directory describes it.
private struct Entry: Sendable {
  let name: String
  /// Whether the bytes are in stored blocks, and followed by their length and checksum.
  let isInBlocks: Bool
  var checksum: UInt32 = 0
  var size = 0
  /// The size with the headers of the blocks.
  var storedSize = 0
  var offset = 0

  init(_ name: String, isInBlocks: Bool = false) {
    self.name = name
    self.isInBlocks = isInBlocks
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, heads: Int = 0) {
    checksum = zip_checksum(checksum, bytes.baseAddress, bytes.count)
    size += bytes.count
    storedSize += bytes.count + heads
  }

  /// The offset of what follows the part.
  var end: Int { offset + 30 + name.utf8.count + storedSize + (isInBlocks ? 16 : 0) }
}

final class PiecedArchive: Sendable {
  private let sheets: [SheetPieces]
  private let smallParts: [(entry: Entry, bytes: [UInt8])]
  private let written: Mutex<[[Progress]]>

  /// A sheet before one of its pieces is written.
  private struct Progress: Sendable {
    var entry: Entry
    var row = 1
  }

  init(_ sheets: [SheetPieces]) {
    self.sheets = sheets
    var offset = 0
    let parts = [
      ("[Content_Types].xml", WorkbookWriter.contentTypes(sheets.count)),
      ("_rels/.rels", WorkbookWriter.part { $0.append(literal: WorkbookWriter.packageRelationships) }),
      ("xl/workbook.xml", WorkbookWriter.workbook(sheets.map(\.layout))),
      ("xl/_rels/workbook.xml.rels", WorkbookWriter.relationships(sheets.count)),
      ("xl/styles.xml", CellStyle.stylesPart),
    ]
    smallParts = parts.map { name, bytes in
      var entry = Entry(name)
      bytes.withUnsafeBufferPointer { entry.add($0) }
      entry.offset = offset
      offset = entry.end
      return (entry, bytes)
    }
    written = Mutex(sheets.map { _ in [] })
  }

  func writeSmallParts(to buffer: inout ByteBuffer) {
    for (entry, bytes) in smallParts {
      buffer.appendHead(of: entry)
      buffer.append(contentsOf: bytes)
    }
  }

  /// Writes the heading of a sheet as piece 0, then its rows.
  func write(_ piece: Int, ofSheet number: Int, to buffer: inout ByteBuffer) {
    let sheet = sheets[number]
    var progress = progress(before: piece, ofSheet: number)
    if piece == 0 { buffer.appendHead(of: progress.entry) }
    var writer = SheetWriter(sheet.layout, row: progress.row)
    if piece == 0 { sheet.head(&writer) } else { sheet.rows(piece - 1, &writer) }
    if piece == sheet.count { writer.end() }
    progress.row = writer.rowCount + 1
    writer.withBytes { bytes in
      progress.entry.add(bytes, heads: buffer.append(inBlocks: bytes, isLast: piece == sheet.count))
    }
    if piece == sheet.count { buffer.appendMeasures(of: progress.entry) }
    written.withLock { written in
      if written[number].count == piece + 1 { written[number].append(progress) }
    }
  }

  private func progress(before piece: Int, ofSheet number: Int) -> Progress {
    written.withLock { written in
      if written[number].isEmpty {
        var entry = Entry("xl/worksheets/sheet\(number + 1).xml", isInBlocks: true)
        entry.offset = number == 0 ? smallParts.last?.entry.end ?? 0 : written[number - 1].last?.entry.end ?? 0
        written[number].append(Progress(entry: entry))
      }
      precondition(piece < written[number].count, "the pieces of a workbook are written in their order")
      return written[number][piece]
    }
  }

  func writeDirectory(to buffer: inout ByteBuffer) {
    let entries = smallParts.map(\.entry) + written.withLock { $0.compactMap(\.last?.entry) }
    let before = buffer.count
    for entry in entries { buffer.appendDirectoryEntry(of: entry) }
    let length = buffer.count - before
    let start = entries.last?.end ?? 0
    precondition(start + length <= UInt32.max, "a workbook has less than 4 GB")
    buffer.append(little: 0x0605_4B50, bytes: 4)
    buffer.append(little: 0, bytes: 4)
    buffer.append(little: entries.count, bytes: 2)
    buffer.append(little: entries.count, bytes: 2)
    buffer.append(little: length, bytes: 4)
    buffer.append(little: start, bytes: 4)
    buffer.append(little: 0, bytes: 2)
  }
}

// Stored blocks (RFC 1951, 3.2.4), and the records of a zip archive (APPNOTE.TXT, 4.3), with the values that
// `zip_writer_add` gives minizip.
extension ByteBuffer {
  /// Returns the length of the headers of the blocks. Each begins at a byte, since all blocks of a part are stored.
  fileprivate mutating func append(inBlocks bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Int {
    let longest = Int(UInt16.max)
    var start = 0
    var heads = 0
    while start < bytes.count || (isLast && heads == 0) {
      let end = min(start + longest, bytes.count)
      append(isLast && end == bytes.count ? 1 : 0)
      append(little: end - start, bytes: 2)
      append(little: ~(end - start), bytes: 2)
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
      heads += 5
      start = end
    }
    return heads
  }

  fileprivate mutating func append(little value: Int, bytes: Int) {
    for byte in 0..<bytes { append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
  }

  fileprivate mutating func appendHead(of entry: Entry) {
    append(little: 0x0403_4B50, bytes: 4)
    appendDescription(of: entry, isMeasured: !entry.isInBlocks)
    append(text: entry.name)
  }

  /// The length and the checksum after a part.
  fileprivate mutating func appendMeasures(of entry: Entry) {
    append(little: 0x0807_4B50, bytes: 4)
    append(little: Int(entry.checksum), bytes: 4)
    append(little: entry.storedSize, bytes: 4)
    append(little: entry.size, bytes: 4)
  }

  fileprivate mutating func appendDirectoryEntry(of entry: Entry) {
    append(little: 0x0201_4B50, bytes: 4)
    // Version 2.0 on MS-DOS.
    append(little: 20, bytes: 2)
    appendDescription(of: entry, isMeasured: true)
    // No comment, disk 0, no attributes.
    append(little: 0, bytes: 10)
    append(little: entry.offset, bytes: 4)
    append(text: entry.name)
  }

  /// The version, the method, the date (1 January 1980), and the measures unless they follow the part.
  private mutating func appendDescription(of entry: Entry, isMeasured: Bool) {
    append(little: 20, bytes: 2)
    append(little: entry.isInBlocks ? 1 << 3 : 0, bytes: 2)
    append(little: entry.isInBlocks ? 8 : 0, bytes: 2)
    append(little: 1 << 21 | 1 << 16, bytes: 4)
    append(little: isMeasured ? Int(entry.checksum) : 0, bytes: 4)
    append(little: isMeasured ? entry.storedSize : 0, bytes: 4)
    append(little: isMeasured ? entry.size : 0, bytes: 4)
    append(little: entry.name.utf8.count, bytes: 2)
    append(little: 0, bytes: 2)
  }
}
