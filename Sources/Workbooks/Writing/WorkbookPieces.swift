import Bytes
import CZip
import Synchronization

/// A sheet that is written piece by piece.
package struct SheetPieces: Sendable {
  let layout: SheetLayout
  /// How many pieces of rows follow the head.
  let count: Int
  let head: @Sendable (inout SheetWriter) -> Void
  let rows: @Sendable (_ piece: Int, inout SheetWriter) -> Void

  /// `rows` writes the same at each call.
  package init(
    _ layout: SheetLayout, count: Int, head: @escaping @Sendable (inout SheetWriter) -> Void,
    rows: @escaping @Sendable (_ piece: Int, inout SheetWriter) -> Void
  ) {
    self.layout = layout
    self.count = count
    self.head = head
    self.rows = rows
  }
}

extension WorkbookWriter {
  /// The file of `file(_:)` in pieces, so that a workbook as large as the site is never in memory as a whole: with its copies it
  /// took 274 MB at 45,000 indicators. The archive says how long a part is before the part, so everything is written twice,
  /// and measured the first time.
  package static func pieces(_ sheets: [SheetPieces]) -> [@Sendable (inout ByteBuffer) -> Void] {
    let archive = PiecedArchive(sheets)
    var pieces: [@Sendable (inout ByteBuffer) -> Void] = [{ archive.writeSmallParts(to: &$0) }]
    for (sheet, pieced) in sheets.enumerated() {
      pieces += (0...pieced.count).map { piece in { archive.write(piece, ofSheet: sheet, to: &$0) } }
    }
    return pieces + [{ archive.writeDirectory(to: &$0) }]
  }
}

/// A part of the archive, as its directory describes it.
private struct Entry: Sendable {
  let name: String
  var checksum: UInt32 = 0
  var size = 0
  var offset = 0

  init(_ name: String) { self.name = name }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    checksum = zip_checksum(checksum, bytes.baseAddress, bytes.count)
    size += bytes.count
  }

  /// The bytes before the part.
  var headLength: Int { 30 + name.utf8.count }
}

private final class PiecedArchive: Sendable {
  private let sheets: [SheetPieces]
  private let smallParts: [(name: String, bytes: [UInt8])]
  private let measured = Mutex<Measured?>(nil)

  struct Measured: Sendable {
    var entries: [Entry] = []
    /// The row at which each piece of each sheet begins.
    var rows: [[Int]] = []
  }

  init(_ sheets: [SheetPieces]) {
    self.sheets = sheets
    smallParts = [
      ("[Content_Types].xml", WorkbookWriter.contentTypes(sheets.count)),
      ("_rels/.rels", WorkbookWriter.part { $0.append(literal: WorkbookWriter.packageRelationships) }),
      ("xl/workbook.xml", WorkbookWriter.workbook(sheets.map(\.layout))),
      ("xl/_rels/workbook.xml.rels", WorkbookWriter.relationships(sheets.count)),
      ("xl/styles.xml", CellStyle.stylesPart),
    ]
  }

  private func measure() -> Measured {
    measured.withLock { known in
      if let known { return known }
      var measured = Measured()
      for part in smallParts {
        var entry = Entry(part.name)
        part.bytes.withUnsafeBufferPointer { entry.add($0) }
        measured.entries.append(entry)
      }
      var buffer = ByteBuffer(capacity: 1 << 20)
      for (number, sheet) in sheets.enumerated() {
        var entry = Entry("xl/worksheets/sheet\(number + 1).xml")
        var rows: [Int] = []
        var row = 1
        for piece in 0...sheet.count {
          buffer.removeAll()
          rows.append(row)
          row = append(piece, of: sheet, from: row, to: &buffer)
          buffer.withBytes { entry.add($0) }
        }
        measured.rows.append(rows)
        measured.entries.append(entry)
      }
      var offset = 0
      for index in measured.entries.indices {
        measured.entries[index].offset = offset
        offset += measured.entries[index].headLength + measured.entries[index].size
      }
      known = measured
      return measured
    }
  }

  /// Appends the head of a sheet as piece 0, then its rows; returns the row after it.
  private func append(_ piece: Int, of sheet: SheetPieces, from row: Int, to buffer: inout ByteBuffer) -> Int {
    var writer = SheetWriter(sheet.layout, row: row, appendingTo: buffer)
    if piece == 0 { sheet.head(&writer) } else { sheet.rows(piece - 1, &writer) }
    if piece == sheet.count { writer.end() }
    let next = writer.rowCount + 1
    buffer = writer.taken()
    return next
  }

  func writeSmallParts(to buffer: inout ByteBuffer) {
    let measured = measure()
    for (part, entry) in zip(smallParts, measured.entries) {
      buffer.appendHead(of: entry)
      buffer.append(contentsOf: part.bytes)
    }
  }

  func write(_ piece: Int, ofSheet number: Int, to buffer: inout ByteBuffer) {
    let measured = measure()
    if piece == 0 { buffer.appendHead(of: measured.entries[smallParts.count + number]) }
    _ = append(piece, of: sheets[number], from: measured.rows[number][piece], to: &buffer)
  }

  func writeDirectory(to buffer: inout ByteBuffer) {
    let entries = measure().entries
    let before = buffer.count
    for entry in entries { buffer.appendDirectoryEntry(of: entry) }
    let length = buffer.count - before
    let start = entries.last.map { $0.offset + $0.headLength + $0.size } ?? 0
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

// The records of a zip archive (APPNOTE.TXT, 4.3), with the values that `zip_writer_add` gives minizip.
extension ByteBuffer {
  fileprivate mutating func append(little value: Int, bytes: Int) {
    for byte in 0..<bytes { append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
  }

  fileprivate mutating func appendHead(of entry: Entry) {
    append(little: 0x0403_4B50, bytes: 4)
    appendDescription(of: entry)
    append(text: entry.name)
  }

  fileprivate mutating func appendDirectoryEntry(of entry: Entry) {
    append(little: 0x0201_4B50, bytes: 4)
    // Version 2.0 on MS-DOS.
    append(little: 20, bytes: 2)
    appendDescription(of: entry)
    // No comment, disk 0, no attributes.
    append(little: 0, bytes: 10)
    append(little: entry.offset, bytes: 4)
    append(text: entry.name)
  }

  /// What both records have: stored, dated 1 January 1980.
  private mutating func appendDescription(of entry: Entry) {
    append(little: 20, bytes: 2)
    append(little: 0, bytes: 4)
    append(little: 1 << 21 | 1 << 16, bytes: 4)
    append(little: Int(entry.checksum), bytes: 4)
    append(little: entry.size, bytes: 4)
    append(little: entry.size, bytes: 4)
    append(little: entry.name.utf8.count, bytes: 2)
    append(little: 0, bytes: 2)
  }
}
