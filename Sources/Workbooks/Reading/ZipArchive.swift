import CZip

/// The parts of a zip archive in memory.
package struct ZipArchive: ~Copyable {
  private let bytes: [UInt8]
  /// The names of all parts.
  package let names: Set<String>

  /// Lists the parts. Fails for bytes that are not a zip archive, a damaged directory, two parts of one name, encrypted
  /// parts, and parts beyond the limits.
  package init(_ bytes: [UInt8]) throws(WorkbookFault) {
    self.bytes = bytes
    var names: Set<String> = []
    try ZipArchive.visit(bytes) { _, part throws(WorkbookFault) in
      let name = ZipArchive.name(of: part)
      guard names.insert(name).inserted else { throw .damaged("it has two parts named '\(name)'") }
      guard names.count <= WorkbookLimits.parts else {
        throw .tooLarge("it has more than \(WorkbookLimits.parts) parts")
      }
      guard part.is_encrypted == 0 else { throw .encrypted }
      return false
    }
    self.names = names
  }

  /// The bytes of the named parts, in no particular order. Fails for a part that is missing or damaged, and for parts
  /// that are too large once they are unpacked.
  package func contents(of wanted: Set<String>) throws(WorkbookFault) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    var total = 0
    try ZipArchive.visit(bytes) { reader, part throws(WorkbookFault) in
      let name = ZipArchive.name(of: part)
      guard wanted.contains(name) else { return false }
      total += Int(clamping: min(part.size, UInt64(WorkbookLimits.part) + 1))
      guard part.size <= UInt64(WorkbookLimits.part), total <= WorkbookLimits.unpacked else {
        throw .tooLarge("'\(name)' unpacks to more than \(WorkbookLimits.part >> 20) MB")
      }
      // The directory may claim any size; the unpacked bytes must have it.
      var isWhole = false
      let size = Int(part.size)
      found[name] = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        let read = zip_reader_read(reader, buffer.baseAddress, size)
        isWhole = read == Int64(size)
        count = max(0, Int(read))
      }
      guard isWhole else { throw .damaged("'\(name)' cannot be unpacked") }
      return found.count == wanted.count
    }
    guard found.count == wanted.count else {
      throw .damaged("it has no part '\(wanted.subtracting(found.keys).min() ?? "")'")
    }
    return found
  }

  /// An archive with these parts, which are stored and not packed.
  package static func file(_ parts: [String: [UInt8]]) -> [UInt8] {
    let capacity = parts.reduce(1 << 14) { $0 + $1.key.utf8.count + $1.value.count + 512 }
    guard let writer = zip_writer_open(capacity) else { preconditionFailure("there is memory for an archive") }
    defer { zip_writer_close(writer) }
    for (name, bytes) in parts.sorted(by: { $0.key < $1.key }) {
      let result = bytes.withUnsafeBufferPointer { zip_writer_add(writer, name, $0.baseAddress, $0.count) }
      precondition(result == 0, "there is memory for a part of an archive")
    }
    var count = 0
    guard let start = zip_writer_finish(writer, &count) else {
      preconditionFailure("there is memory for an archive")
    }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }

  private static func name(of part: zip_part) -> String {
    withUnsafeBytes(of: part.name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  /// Calls `visit` with each part, until it returns true.
  private static func visit(
    _ bytes: [UInt8], _ visit: (OpaquePointer, zip_part) throws(WorkbookFault) -> Bool
  ) throws(WorkbookFault) {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<Void, WorkbookFault> in
      guard let start = buffer.baseAddress, let reader = zip_reader_open(start, buffer.count) else {
        return .failure(.damaged("it is not a whole zip archive"))
      }
      defer { zip_reader_close(reader) }
      var part = zip_part()
      var state = zip_reader_first(reader, &part)
      while state == 1 {
        do throws(WorkbookFault) {
          if try visit(reader, part) { return .success(()) }
        } catch { return .failure(error) }
        state = zip_reader_next(reader, &part)
      }
      return state == 0 ? .success(()) : .failure(.damaged("its list of parts cannot be read"))
    }
    try result.get()
  }
}

extension WorkbookFault {
  package static let encrypted = WorkbookFault(
    "is protected with a password",
    hint: "in Excel, remove the password under File > Info > Protect Workbook, and save it")
}
