import Bytes
import Files

/// The files that planpress has put into an output folder: the only ones that it may replace or delete.
///
/// It stands in the folder it speaks of, so that the two are moved and deleted together. Before a build writes
/// anything, the manifest already names what it is about to write: a build that was killed leaves no file that the
/// next one does not know as its own.
package struct Manifest: Hashable, Sendable {
  static let fileName = ".planpress-manifest"
  private static let heading = "planpress 1: files in this folder that planpress wrote and may delete\n"
  private static let unfinishedMark = "unfinished\n"

  /// Relative to the folder, sorted.
  package var paths: [String]
  /// Whether a build is at work, or was killed at it.
  var isUnfinished = false

  /// One path a line; paths hold no line breaks, since no URL of a site does.
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

  /// What the files of the last finished build look like, and the manifest itself; nil where one is missing, or no build
  /// has finished. The lines are looked at as they stand: for ten thousand files, texts of them would take longer.
  package static func stamp(in directory: String) throws -> TreeStamp? {
    guard let (bytes, own) = try FileSystem.stampedContents(of: "\(directory)/\(fileName)"),
      bytes.starts(with: heading.utf8),
      !bytes.dropFirst(heading.utf8.count).starts(with: unfinishedMark.utf8)
    else { return nil }
    var stamp = try bytes.withUnsafeBytes {
      try TreeStamp.of(UnsafeRawBufferPointer(rebasing: $0.dropFirst(heading.utf8.count)), in: directory)
    }
    stamp?.add(own, at: fileName)
    return stamp
  }

  /// Nil where the text is not a manifest.
  init?(text: String) {
    guard text.hasPrefix(Manifest.heading) else { return nil }
    var lines = text.dropFirst(Manifest.heading.count)
    if lines.hasPrefix(Manifest.unfinishedMark) {
      isUnfinished = true
      lines = lines.dropFirst(Manifest.unfinishedMark.count)
    }
    self.paths = lines.split(separator: "\n").map(String.init).filter(Manifest.staysInside)
  }

  /// A manifest that somebody changed must not lead a deletion out of the folder.
  private static func staysInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }
}

extension Manifest {
  /// The manifest in an output folder; nil where there is none, or something else.
  package static func read(in directory: String) throws -> Manifest? {
    guard let bytes = try FileSystem.contents(of: "\(directory)/\(Manifest.fileName)") else { return nil }
    return Manifest(text: String(decoding: bytes, as: UTF8.self))
  }
}
