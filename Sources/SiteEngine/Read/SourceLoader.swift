import Diagnostics

/// Reads the text of one file, and checks that it can be text.
struct SourceLoader: Sendable {
  /// Larger than any plan; smaller than what would exhaust the machine.
  static let largestText = 16 << 20

  private let siteDirectory: String
  private let reading: SourceFileReading

  init(siteDirectory: String) {
    self.siteDirectory = siteDirectory
    reading = SourceFileReading { path in (try? FileSystem.contents(of: siteDirectory.appending(part: path))) ?? [] }
  }

  /// `path` is relative to the site folder, as messages show it; `size` is that of its listing.
  func text(of path: String, listedWith size: Int = 0) throws -> Checked<SourceText> {
    guard
      let bytes = try FileSystem.contents(
        of: siteDirectory.appending(part: path), listedWith: min(size, SourceLoader.largestText))
    else {
      return Checked(failed: [
        Diagnostic(.error, .unreadableFile, "the file went away while it was read", at: SourceLocation(file: path))
      ])
    }
    guard bytes.count <= SourceLoader.largestText else {
      return Checked(failed: [
        Diagnostic(
          .error, .fileTooLarge,
          "the file has \(bytes.count >> 20) MB; texts may have \(SourceLoader.largestText >> 20)",
          hint: "split it into several files", at: SourceLocation(file: path))
      ])
    }
    let source = SourceText(path: path, bytes: bytes, file: reading)
    if let offset = source.firstInvalidUTF8 {
      let place = source.location(of: SourceRange(start: offset, end: offset + 1))
      let utf16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      return Checked(failed: [
        Diagnostic(
          .error, .notUTF8, "the file is not in UTF-8",
          hint: utf16
            ? "it is in UTF-16: save it again with the encoding UTF-8"
            : "it may be in GBK or another encoding: save it again with the encoding UTF-8", at: place)
      ])
    }
    return Checked(source)
  }
}
