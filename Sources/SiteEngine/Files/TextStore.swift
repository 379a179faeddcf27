import CMemory
import Markdown
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds the texts of pages from their parsing to the last file that shows them, so that the memory of a build does not
/// grow with them. They lie in blocks, which go to a file without a name, come back and are given up as a whole: a call
/// of the system for each text took a twentieth of a build's processor time. The system takes the file away with the
/// process, however that ends.
final class TextStore: TextShelf {
  /// In bytes; a longer text is a block by itself.
  private let blockSize: Int
  /// Blocks that stay in memory before any goes into the file: small sites never need it.
  private let blocksInMemory: Int
  private let descriptor: Int32
  private let blocks = Mutex(Blocks())
  /// Where the next block begins in the file.
  private let end = Atomic<Int>(0)
  private let trouble = Mutex<MachineError?>(nil)

  private struct Blocks {
    var all: [Block] = []
    /// Those with room, by number: as many as there were threads that put texts at the same time.
    var open: [Int] = []
  }

  /// Nil where no file can be made; then the texts stay in memory.
  init?(in directory: String, blockSize: Int = 1 << 20, blocksInMemory: Int = 2) {
    self.blockSize = blockSize
    self.blocksInMemory = blocksInMemory
    let path = "\(directory)/texts.planpress-new"
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0, unlink(path) == 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// What went wrong when bytes were read again; they came back empty then, and nothing made of them may be written.
  var failure: MachineError? { trouble.withLock(\.self) }

  func put(_ text: [UInt8]) -> Int {
    while true {
      let (number, block) = blocks.withLock { blocks in
        if let number = blocks.open.popLast() { return (number, blocks.all[number]) }
        blocks.all.append(Block(room: max(text.count, blockSize)))
        return (blocks.all.count - 1, blocks.all[blocks.all.count - 1])
      }
      if let start = block.add(text) {
        blocks.withLock { $0.open.append(number) }
        return number << 32 | start
      }
      // Full; where it cannot be written, also for want of room, it stays in memory.
      if number >= blocksInMemory { block.write(to: descriptor, from: end) }
    }
  }

  func read(_ place: Int, count: Int, _ use: (UnsafeBufferPointer<UInt8>) -> Void) {
    let start = place & 0xffff_ffff
    guard let bytes = block(of: place).bytes(in: descriptor) else {
      let error = MachineError("read", "the texts put aside", reason: String(cString: strerror(errno)))
      trouble.withLock { $0 = error }
      return use(UnsafeBufferPointer(start: nil, count: 0))
    }
    bytes.withUnsafeBufferPointer { use(UnsafeBufferPointer(rebasing: $0[start..<start + count])) }
  }

  func expectReader(of place: Int) { block(of: place).readers.add(1, ordering: .relaxed) }

  func letGo(of place: Int) { block(of: place).letGo() }

  private func block(of place: Int) -> Block { blocks.withLock { $0.all[place >> 32] } }
}

/// Some texts, one behind the other.
private final class Block: Sendable {
  private enum State {
    case here([UInt8])
    case inFile(Range<Int>)
    /// Nobody will ask for them again.
    case gone
  }

  private let state: Mutex<State>
  private let room: Int
  /// How many files that are still to be made show one of its texts, each counted by text.
  let readers = Atomic<Int>(0)

  init(room: Int) {
    self.room = room
    var bytes: [UInt8] = []
    bytes.reserveCapacity(room)
    state = Mutex(.here(bytes))
  }

  /// Where it stands in the block; nil where there is no room.
  func add(_ text: [UInt8]) -> Int? {
    state.withLock { state in
      guard case .here(var bytes) = state, bytes.count + text.count <= room else { return nil }
      // The array must have one owner, or all of it would be copied.
      state = .gone
      let start = bytes.count
      bytes += text
      state = .here(bytes)
      readers.add(1, ordering: .relaxed)
      return start
    }
  }

  func write(to descriptor: Int32, from end: borrowing Atomic<Int>) {
    state.withLock { state in
      guard case .here(let bytes) = state else { return }
      let start = end.wrappingAdd(roundedUp(bytes.count), ordering: .relaxed).oldValue
      var written = 0
      while written < bytes.count {
        let done = bytes.withUnsafeBytes {
          pwrite(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written, off_t(start + written))
        }
        if done < 0, errno == EINTR { continue }
        guard done > 0 else { return }
        written += done
      }
      state = .inFile(start..<start + bytes.count)
    }
  }

  /// Read again where they are in the file, which then has them no longer. Nil where that failed.
  func bytes(in descriptor: Int32) -> [UInt8]? {
    state.withLock { state in
      switch state {
      case .here(let bytes): return bytes
      case .gone: preconditionFailure("a text is read before the last file that shows it lets go of it")
      case .inFile(let place):
        let bytes = [UInt8](unsafeUninitializedCapacity: place.count) { buffer, count in
          count = 0
          while count < place.count {
            let done = pread(
              descriptor, buffer.baseAddress?.advanced(by: count), place.count - count, off_t(place.lowerBound + count))
            if done < 0, errno == EINTR { continue }
            guard done > 0 else { break }
            count += done
          }
        }
        guard bytes.count == place.count else { return nil }
        // The memory behind the file serves for the pages that are written now: at 100,000 pages half a gigabyte.
        memory_give_back(descriptor, place.lowerBound, roundedUp(place.count))
        state = .here(bytes)
        return bytes
      }
    }
  }

  func letGo() {
    if readers.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 { state.withLock { $0 = .gone } }
  }
}

/// To whole pages of the system's memory, of which only whole ones can be given back; the largest have 64 KiB.
private func roundedUp(_ count: Int) -> Int { (count + 0xffff) & ~0xffff }
