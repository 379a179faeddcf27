import Bytes

/// One file of the finished site.
struct OutputFile: Sendable {
  /// Relative to the output folder.
  let path: String
  let content: Content

  enum Content: Sendable {
    /// Made when its turn comes, on any thread.
    case rendered(Rendering)
    /// The same, of a file too large to be held in one piece.
    case pieces([Piece])
    /// Copied from the site folder.
    case copied(from: String)
  }

  /// Appends a whole file to an empty buffer, and tells where in it the texts of pages stand, in their order; none where
  /// nobody asked for them. Nothing but the machine can fail: a text that was put aside is read again.
  typealias Rendering = @Sendable (inout ByteBuffer) throws -> [PrintedText]

  /// Appends its part of a file.
  typealias Piece = @Sendable (inout ByteBuffer) -> Void

  /// Made now. Nil where the file to copy went away.
  func bytes() throws -> [UInt8]? {
    var buffer = ByteBuffer()
    switch content {
    case .rendered(let render): _ = try render(&buffer)
    case .pieces(let pieces): for piece in pieces { piece(&buffer) }
    case .copied(let source): return try FileSystem.contents(of: source)
    }
    return buffer.array
  }
}

/// The text of one page, as it stands in a file.
struct PrintedText: Hashable, Sendable {
  /// By its place among the site's pages.
  let page: Int
  /// In bytes from the file's start.
  var start: Int
  var length: Int
  /// How it was rendered, as `TextRecipe` writes it.
  let recipe: [UInt8]
}
