import Bytes
import Files

/// The list of files that planpress has written to an output folder: the only ones that it may replace or delete.
///
/// The manifest is stored in that folder, so that the two are moved and deleted together. A build lists its files in
/// the manifest before it writes the first of them, so the next build recognises every file of a build that was killed.
package struct Manifest: Hashable, Sendable {
  static let fileName = ".planpress-manifest"
  /// The name of the old manifest while a build writes a new one: an interrupted build restores it without needing room
  /// on the disk.
  static let savedName = "\(fileName).planpress-old"
  private static let heading = "planpress 1: files in this folder that planpress wrote and may delete\n"
  private static let unfinishedMark = "unfinished\n"

  /// Relative to the folder, sorted.
  package var paths: [String]
  /// Whether a build is running, or was killed before it finished.
  var isUnfinished = false

  /// The manifest as bytes, one path per line. A path contains no line break, since no URL of a site does.
  var bytes: [UInt8] {
    var bytes = ByteBuffer(capacity: 256 + paths.count * 48)
    bytes.append(text: Manifest.heading)
    if isUnfinished { bytes.append(text: Manifest.unfinishedMark) }
    for path in paths {  // sorted: reaches output
      bytes.append(text: path)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes.array
  }

  init(paths: some Sequence<String>, isUnfinished: Bool = false) {
    self.init(sorted: paths.sorted { $0.precedes($1) }, isUnfinished: isUnfinished)
  }

  init(sorted paths: [String], isUnfinished: Bool) {
    self.isUnfinished = isUnfinished
    self.paths = paths
  }

  /// The stamp of the manifest and the files of the last finished build; nil if a file is missing, or no build has
  /// finished.
  package static func stamp(in directory: String) throws -> TreeStamp? {
    guard let files = try StampedFiles(in: directory) else { return nil }
    return try files.stamp(of: files.parts.map(files.stamp))
  }

  /// Nil if the text is not a manifest.
  init?(text: String) {
    guard text.hasPrefix(Manifest.heading) else { return nil }
    var lines = text.dropFirst(Manifest.heading.count)
    if lines.hasPrefix(Manifest.unfinishedMark) {
      isUnfinished = true
      lines = lines.dropFirst(Manifest.unfinishedMark.count)
    }
    self.paths = lines.split(separator: "\n").map(String.init).filter(Manifest.staysInside)
  }

  /// An edited manifest must not cause deletions outside the folder, nor of the manifest.
  private static func staysInside(_ path: String) -> Bool {
    path != fileName
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !["", ".", ".."].contains($0) }
  }
}

extension Manifest {
  /// The files of the last finished build, in parts that several threads look at. Works on the bytes of the manifest:
  /// making 10,000 strings would take longer.
  package struct StampedFiles: Sendable {
    private let folder: Folder
    private let bytes: [UInt8]
    private let own: FileStamp
    /// Ranges of whole lines.
    package let parts: [Range<Int>]

    /// Nil if no build has finished in a folder.
    package init?(in directory: String) throws {
      guard let folder = try Folder(existing: directory), let (bytes, own) = try folder.stampedContents(of: fileName),
        bytes.starts(with: heading.utf8),
        !bytes.dropFirst(heading.utf8.count).starts(with: unfinishedMark.utf8)
      else { return nil }
      (self.folder, self.bytes, self.own) = (folder, bytes, own)
      var parts: [Range<Int>] = []
      var start = heading.utf8.count
      while start < bytes.count {
        // A thousand paths or so.
        let end = bytes[min(start + 1 << 15, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
        parts.append(start..<(end ?? bytes.count))
        start = end ?? bytes.count
      }
      self.parts = parts
    }

    /// The stamp of the files of a part; nil if one is missing.
    package func stamp(of part: Range<Int>) throws -> TreeStamp? {
      try bytes.withUnsafeBytes { try TreeStamp.of(UnsafeRawBufferPointer(rebasing: $0[part]), in: folder) }
    }

    /// The stamp of all files and the manifest, from those of all parts.
    package func stamp(of parts: [TreeStamp?]) -> TreeStamp? {
      var stamp = TreeStamp()
      for part in parts {
        guard let part else { return nil }
        stamp.add(part)
      }
      stamp.add(own, at: fileName)
      return stamp
    }
  }
}

extension Manifest {
  /// The manifest in an output folder; nil if there is none, or the file is not a manifest.
  package static func read(in folder: Folder) throws -> Manifest? {
    try folder.contents(of: fileName).flatMap { Manifest(text: String(decoding: $0, as: UTF8.self)) }
  }
}
