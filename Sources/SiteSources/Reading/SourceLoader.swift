import Diagnostics
import Files

/// Reads one file, and checks its size, that it is UTF-8, and that it has no control characters.
package struct SourceLoader: Sendable {
  /// In bytes. Larger than any plan, but small enough not to exhaust memory.
  package static let largestText = 16 << 20

  private let siteDirectory: String
  private let reading: SourceFileReader

  package init(siteDirectory: String) {
    self.siteDirectory = siteDirectory
    reading = SourceFileReader { path in (try? FileSystem.contents(of: siteDirectory.appending(part: path))) ?? [] }
  }

  /// `path` is relative to the site folder, as messages show it; `size` is the size when the folder was listed. `limit`
  /// is in bytes.
  package func text(
    of path: String, listedWith size: Int = 0, limit: Int = SourceLoader.largestText
  ) throws -> Checked<SourceText> {
    guard
      let bytes = try FileSystem.contents(
        of: siteDirectory.appending(part: path), listedWith: min(size, limit))
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
    let source = SourceText(path: path, bytes: bytes, reader: reading)
    let faults = source.encodingFaults
    if let offset = faults.invalid {
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
    return Checked(source, faults.control.map(source.controlCharacters) ?? [])
  }
}
