import Bytes
import CFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// State that one thread of `concurrentMap` reuses from element to element.
public struct Workspace: ~Copyable {
  /// Empty at each call, and keeps its memory: pages are rendered into it.
  public var buffer = ByteBuffer()
  /// The folder in which the thread created a folder last; -1 for none.
  private var descriptor: Int32 = -1
  /// The path of that folder, below the folder that `create` was called with.
  private var path = ""

  /// A state without a folder, with an empty buffer.
  public init() {}

  deinit { if descriptor >= 0 { _ = closeDescriptor(descriptor) } }

  /// Creates a file in a folder that does not exist yet, as every page does. The folders of neighbouring pages have the
  /// same parent, which stays open: this saves two of seven system calls a page, and shortens the paths in two others.
  package mutating func create(_ path: String, in folder: Folder) throws -> FileWriting {
    let parent = path.folderPart
    let above = parent.folderPart
    guard !above.isEmpty, let near = opened(above, in: folder) else {
      // Created without checking whether it exists.
      if !parent.isEmpty { try folder.createFolder(parent) }
      return try FileWriting(new: path, in: folder)
    }
    let isThere = parent.lastPart.withCString { mkdirat(near, $0, 0o755) == 0 || errno == EEXIST }
    let rest = String(path.utf8.dropFirst(above.utf8.count + 1)) ?? path
    if isThere, let file = FileWriting(new: path, in: folder, at: rest, of: near) { return file }
    // The folder is gone or cannot be written to; using the whole path gives the error.
    return try FileWriting(new: path, in: folder)
  }

  private mutating func opened(_ path: String, in folder: Folder) -> Int32? {
    if descriptor >= 0, path == self.path { return descriptor }
    if descriptor >= 0 { _ = closeDescriptor(descriptor) }
    descriptor = path.withCString { files_open_beneath(folder.descriptor, $0, files_folder_flags(), 0) }
    self.path = path
    return descriptor >= 0 ? descriptor : nil
  }
}
