import Bytes

/// One file of the finished site.
struct OutputFile: Sendable {
  /// Relative to the output folder.
  let path: String
  let content: Content

  enum Content: Sendable {
    /// Made when its turn comes, on any thread. Nothing but the machine can fail: a text that was put aside is read again.
    case rendered(@Sendable () throws -> RenderedFile)
    /// The same, of a file too large to be held in one piece.
    case pieces([Piece])
    /// Copied from the site folder.
    case copied(from: String)
  }

  /// Appends its part of a file.
  typealias Piece = @Sendable (inout ByteBuffer) -> Void

  /// Made now. Nil where the file to copy went away.
  func bytes() throws -> [UInt8]? {
    switch content {
    case .rendered(let render): return try render().bytes
    case .pieces(let pieces):
      var buffer = ByteBuffer()
      for piece in pieces { piece(&buffer) }
      return buffer.array
    case .copied(let source): return try FileSystem.contents(of: source)
    }
  }
}

/// The bytes of a file, and where in them the texts of pages stand.
struct RenderedFile: Sendable {
  let bytes: [UInt8]
  /// In their order. None where nobody asked for them, or there are none.
  var texts: [PrintedText] = []
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
