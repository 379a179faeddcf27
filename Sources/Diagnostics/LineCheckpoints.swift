/// The line and column at every 4 KB of a long file. A file may have thousands of findings, and without checkpoints each
/// would count lines from the start. A short file has none: counting is fast enough there.
struct LineCheckpoints: Sendable {
  private static let distance = 4096
  /// In bytes; files up to this size have no checkpoints.
  static let shortFile = 64 << 10

  private var checkpoints: [Checkpoint] = []

  struct Checkpoint {
    let offset: Int
    /// 1-based.
    let line: Int
    /// The offset at which that line begins.
    let lineStart: Int
    /// Of `offset`: 1-based, in Unicode scalars.
    let column: Int
  }

  init(_ bytes: [UInt8]) {
    guard bytes.count > LineCheckpoints.shortFile else { return }
    bytes.withUnsafeBufferPointer { bytes in
      var line = 1
      var start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
      var column = 1
      for index in start..<bytes.count {
        if index > 0, index % LineCheckpoints.distance == 0 {
          checkpoints.append(Checkpoint(offset: index, line: line, lineStart: start, column: column))
        }
        if !isContinuation(bytes[index]) { column += 1 }
        guard bytes[index] == newline || bytes[index] == carriageReturn else { continue }
        if bytes[index] == carriageReturn, index + 1 < bytes.count, bytes[index + 1] == newline { continue }
        line += 1
        start = index + 1
        column = 1
      }
    }
  }

  /// The last checkpoint at or before `offset`.
  func last(before offset: Int) -> Checkpoint? {
    let count = min(offset / LineCheckpoints.distance, checkpoints.count)
    return count > 0 ? checkpoints[count - 1] : nil
  }
}
