import Bytes
import Files

/// One file of the finished site.
package struct OutputFile: Sendable {
  /// Relative to the output folder.
  package let path: String
  package let content: Content
  /// Called with the size of the file, in bytes, when it has been written or found unchanged.
  package var whenWritten: (@Sendable (Int) -> Void)?

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  package enum Content: Sendable {
    /// Rendered when the file is written, on any thread. Cannot fail.
    case rendered(Piece)
    /// Rendered piece by piece, so that a file as large as the site is never in memory as a whole.
    case pieces([Piece])
    /// Copied from the site folder.
    case copied(from: String)
    /// Copied from a folder of a finished site.
    case copy(of: String, in: Folder)
  }

  /// Appends a whole file, or its next part.
  package typealias Piece = @Sendable (inout ByteBuffer) -> Void

  /// The bytes of the whole file. Nil if the file to copy no longer exists.
  package func bytes() throws -> [UInt8]? {
    var buffer = ByteBuffer()
    switch content {
    case .rendered(let render): render(&buffer)
    case .pieces(let pieces): for piece in pieces { piece(&buffer) }
    case .copied(let source): return try FileSystem.contents(of: source)
    case .copy(let path, let folder): return try folder.contents(of: path)
    }
    return buffer.array
  }
}
