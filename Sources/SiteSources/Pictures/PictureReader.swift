import DataFormats
import Diagnostics
import Files

/// A file that is published as it is, with its size if it is a picture.
struct ParsedAttachment: Sendable {
  let file: SourceFile
  let size: PictureSize?
}

extension SiteParser {
  /// Reads the size of a picture from the beginning of its file: 4 KB, and more of a JPEG with a long profile.
  ///
  /// Reports a file that has the ending of a picture and is not one (`page.broken-picture`).
  static func parseAttachment(_ file: SourceFile, _ loader: SourceLoader) throws -> Checked<ParsedAttachment> {
    guard PictureSize.endings.contains(file.path.pathExtension) else {
      return Checked(ParsedAttachment(file: file, size: nil))
    }
    for count in [1 << 12, 1 << 16, 1 << 22] {
      guard let bytes = try loader.beginning(of: file.contentPath, count) else { break }
      switch PictureSize.read(bytes, isSVG: file.path.pathExtension == "svg") {
      case .size(let size): return Checked(ParsedAttachment(file: file, size: size))
      case .sizeless: return Checked(ParsedAttachment(file: file, size: nil))
      case .unfinished where bytes.count == count: continue
      case .unfinished, .broken:
        return Checked(
          ParsedAttachment(file: file, size: nil),
          [
            Diagnostic(
              .warning, .brokenPicture,
              "the file is not a picture in PNG, JPEG, GIF, WebP or SVG, or is incomplete, so that browsers may not show it",
              hint: "open it in a picture program and save it anew", at: SourceLocation(file: file.contentPath))
          ])
      }
    }
    return Checked(ParsedAttachment(file: file, size: nil))
  }
}
