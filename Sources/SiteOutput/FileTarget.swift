import Bytes
import Files

/// The result of writing one file of the site, before the first file is replaced.
struct Written: Sendable {
  enum Outcome {
    /// Written under its own name.
    case created
    /// Written under its temporary name, because another file has its name.
    case changed
    /// Written under its temporary name, because a folder of planpress's own files has its name.
    case overFolder
    case unchanged
  }

  let outcome: Outcome
  let stamp: TreeStamp
  /// The size in bytes.
  let size: Int
}

/// The place of one file of the site in the output folder.
struct FileTarget {
  let path: String
  let folder: Folder
  /// Whether planpress has not written to this folder before, and `check` reported nothing.
  let isFirst: Bool
  /// Whether a folder is there, of nothing but files that planpress wrote.
  let isOverFolder: Bool

  /// Writes the file, if it differs from the one that is there.
  func put(
    _ content: OutputFile.Content, with workspace: inout Workspace, _ isInterrupted: () -> Bool
  ) throws -> Written {
    switch content {
    case .rendered(let render): render(&workspace.buffer)
    case .pieces(let pieces): return try put(pieces, by: &workspace.buffer, isInterrupted)
    case .copied(let source): workspace.buffer.append(contentsOf: try found(FileSystem.contents(of: source), source))
    case .copy(let source, let origin):
      workspace.buffer.append(contentsOf: try found(origin.contents(of: source), source))
    }
    if isFirst {
      let file = try workspace.create(path, in: folder)
      return written(.created, try file.write { try $0.append(workspace.buffer) })
    }
    let old = isOverFolder ? nil : try folder.stampedContents(of: path)
    if let old, old.bytes.withUnsafeBufferPointer({ old in workspace.buffer.withBytes { haveEqualBytes(old, $0) } }) {
      return written(.unchanged, old.stamp)
    }
    let outcome = outcome(isThere: old != nil)
    return written(outcome, try open(outcome).write { try $0.append(workspace.buffer) })
  }

  /// Writes a file piece by piece. Writes nothing while the pieces equal the old file, and holds one piece at a time.
  private func put(
    _ pieces: [OutputFile.Piece], by piece: inout ByteBuffer, _ isInterrupted: () -> Bool
  ) throws -> Written {
    let old = isOverFolder ? nil : try FileReading(path, in: folder)
    defer { old?.close() }
    var index = 0
    var isDifferent = false
    var same = 0
    while let old, !isDifferent, index < pieces.count {
      if isInterrupted() { throw Interruption() }
      piece.removeAll()
      pieces[index](&piece)
      let bytes = try old.next(piece.count)
      isDifferent = !piece.withBytes { piece in bytes.withUnsafeBufferPointer { haveEqualBytes(piece, $0) } }
      if !isDifferent { same += piece.count }
      index += 1
    }
    if let old, !isDifferent, try old.next(1).isEmpty { return written(.unchanged, old.stamp) }
    let outcome = outcome(isThere: old != nil)
    let stamp = try open(outcome).write { new in
      try old?.copy(first: same, to: new)
      if isDifferent { try new.append(piece) }
      for write in pieces[index...] {
        if isInterrupted() { throw Interruption() }
        piece.removeAll()
        write(&piece)
        try new.append(piece)
      }
    }
    return written(outcome, stamp)
  }

  private func outcome(isThere: Bool) -> Written.Outcome { isOverFolder ? .overFolder : isThere ? .changed : .created }

  private func open(_ outcome: Written.Outcome) throws -> FileWriting {
    outcome == .created
      ? try FileWriting(new: path, in: folder)
      : try FileWriting(replacing: path + FileSystem.temporarySuffix, in: folder)
  }

  private func written(_ outcome: Written.Outcome, _ stamp: FileStamp) -> Written {
    Written(outcome: outcome, stamp: TreeStamp(of: stamp, at: path), size: stamp.size)
  }

  private func found(_ contents: [UInt8]?, _ source: String) throws -> [UInt8] {
    guard let contents else {
      throw MachineError("copy", source, reason: "the file disappeared during the build")
    }
    return contents
  }
}
