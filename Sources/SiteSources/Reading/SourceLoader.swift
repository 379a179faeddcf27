import DataFormats
import Diagnostics
import Files

/// Reads one file, and checks its size, that it is UTF-8, and that it has no control characters.
package struct SourceLoader: Sendable {
  /// In bytes. Larger than any plan, but small enough not to exhaust memory.
  package static let largestText = 16 << 20

  private let folders: SiteFolders
  private let reading: SourceFileReader

  package init(_ folders: SiteFolders) {
    self.folders = folders
    reading = SourceFileReader { path in (try? FileSystem.contents(of: folders.path(of: path))) ?? [] }
  }

  package init(siteDirectory: String) {
    self.init(SiteFolders(unresolved: siteDirectory))
  }

  /// A text. A CSV file in GB18030, as Excel writes it in China, is read as such, with the note `file.other-encoding`.
  ///
  /// `path` is relative to the site folder, as messages show it; `size` is the size when the folder was listed. `limit`
  /// is in bytes.
  package func text(
    of path: String, listedWith size: Int = 0, limit: Int = SourceLoader.largestText
  ) throws -> Checked<SourceText> {
    let loaded = try bytes(of: path, listedWith: size, limit: limit)
    guard let bytes = loaded.value else { return Checked(failed: loaded.diagnostics) }
    let source = SourceText(path: path, bytes: bytes, reader: reading)
    let faults = source.encodingFaults
    if let offset = faults.invalid {
      if path.pathExtension == "csv", let decoded = GB18030.decode(bytes) {
        // With a byte order mark: whoever writes the text again writes UTF-8, which Excel would take for GB18030.
        let text = SourceText(path: path, bytes: Array("\u{FEFF}".utf8) + decoded)
        let note = Diagnostic(
          .note, .otherEncoding, "the file is encoded in GB18030, and is read as that",
          hint: "in Excel, save it as 'CSV UTF-8', so that every program reads it", at: SourceLocation(file: path))
        return Checked(text, (text.encodingFaults.control.map(text.controlCharacters) ?? []) + [note])
      }
      let location = source.location(of: SourceRange(start: offset, end: offset + 1))
      let utf16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      return Checked(failed: [
        Diagnostic(
          .error, .notUTF8, "the file is not encoded in UTF-8",
          hint: utf16
            ? "it is encoded in UTF-16; save it as UTF-8"
            : "it may be encoded in GBK; save it as UTF-8", at: location)
      ])
    }
    guard let control = faults.control else { return Checked(source, []) }
    if SourceLoader.looksLikeUTF16(bytes) {
      return Checked(failed: [
        Diagnostic(
          .error, .notUTF8, "the file is not encoded in UTF-8", hint: "it is encoded in UTF-16; save it as UTF-8",
          at: SourceLocation(file: path))
      ])
    }
    return Checked(source, source.controlCharacters(control))
  }

  /// Whether nearly every other byte at the beginning is 0, as in UTF-16 without a byte order mark.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(512)
    let zeros = [0, 1].map { parity in start.indices.count { $0 % 2 == parity && start[$0] == 0 } }
    return start.count >= 4 && zeros.contains { $0 * 10 >= start.count * 4 }
      && zeros.contains { $0 * 20 <= start.count }
  }

  /// At most `count` bytes from the start of a file; nil if it disappeared.
  func beginning(of path: String, _ count: Int) throws -> [UInt8]? {
    try FileSystem.beginning(of: folders.path(of: path), count)
  }

  /// The bytes of a file, of at most `limit`.
  package func bytes(
    of path: String, listedWith size: Int = 0, limit: Int = SourceLoader.largestText
  ) throws -> Checked<[UInt8]> {
    guard
      let bytes = try FileSystem.contents(
        of: folders.path(of: path), listedWith: min(size, limit))
    else {
      return Checked(failed: [
        Diagnostic(.error, .unreadableFile, "the file disappeared during the build", at: SourceLocation(file: path))
      ])
    }
    guard bytes.count <= limit else {
      return Checked(failed: [
        Diagnostic(
          .error, .fileTooLarge,
          "the file has \(megabytes(bytes.count)); the limit is \(megabytes(limit))",
          hint: "split it into several files", at: SourceLocation(file: path))
      ])
    }
    return Checked(bytes)
  }
}
