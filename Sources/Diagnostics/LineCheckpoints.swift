/// The line and column at every 4 KB of a long file. A file may have thousands of findings, and without checkpoints
/// each would count lines from the start. A short file has none: counting is fast enough there (`LineScan`).
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
    /// The column of `offset`: 1-based, in Unicode scalars.
    let column: Int

    /// Counts from here to `end`.
    func moved(to end: Int, in scan: LineScan) -> Checkpoint {
      let passed = offset..<max(offset, end)
      guard let start = scan.lastLineStart(in: passed) else {
        return Checkpoint(
          offset: passed.upperBound, line: line, lineStart: lineStart, column: column + scan.scalars(in: passed))
      }
      return Checkpoint(
        offset: passed.upperBound, line: line + scan.lineBreaks(in: passed), lineStart: start,
        column: 1 + scan.scalars(in: start..<passed.upperBound))
    }
  }

  init(_ bytes: [UInt8]) {
    guard bytes.count > LineCheckpoints.shortFile else { return }
    bytes.withUnsafeBufferPointer { bytes in
      let scan = LineScan(bytes)
      let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
      var checkpoint = Checkpoint(offset: start, line: 1, lineStart: start, column: 1)
      checkpoints.reserveCapacity(bytes.count / LineCheckpoints.distance)
      for offset in stride(from: LineCheckpoints.distance, to: bytes.count, by: LineCheckpoints.distance) {
        checkpoint = checkpoint.moved(to: offset, in: scan)
        checkpoints.append(checkpoint)
      }
    }
  }

  /// The last checkpoint at or before `offset`.
  func last(before offset: Int) -> Checkpoint? {
    let count = min(offset / LineCheckpoints.distance, checkpoints.count)
    return count > 0 ? checkpoints[count - 1] : nil
  }

  /// The last checkpoint at or before a 1-based line and column, in Unicode scalars.
  func last(before line: Int, column: Int) -> Checkpoint? {
    let count = partition(checkpoints.count) {
      (checkpoints[$0].line, checkpoints[$0].column) <= (line, column)
    }
    return count > 0 ? checkpoints[count - 1] : nil
  }
}
