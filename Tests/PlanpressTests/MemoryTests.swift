import Foundation
import TestSupport
import Testing

/// The malloc of `CMemory`, which the tests have, too.
@Suite struct MemoryTests {
  /// Allocations of every size, by several threads that free what others allocated; each is filled with its own byte, so that
  /// two that overlap are noticed.
  @Test("Allocations keep their bytes, whoever frees them")
  func keepBytes() async {
    await withTaskGroup(of: [Allocation].self) { group in
      for seed in 1...4 {
        group.addTask {
          var random = SplitMix(seed: UInt64(seed))
          var kept: [Allocation] = []
          for _ in 0..<20_000 {
            switch Int.random(in: 0..<8, using: &random) {
            case 0..<4:
              kept.append(Allocation(Allocation.size(using: &random), UInt8.random(in: 1...255, using: &random)))
            case 4 where !kept.isEmpty:
              let index = Int.random(in: kept.indices, using: &random)
              kept[index].resize(Allocation.size(using: &random))
            case 5...7 where !kept.isEmpty:
              kept.swapAt(Int.random(in: kept.indices, using: &random), kept.count - 1)
              kept.removeLast().free()
            default: break
            }
          }
          return kept
        }
      }
      for await kept in group { for allocation in kept { allocation.free() } }
    }
  }

  @Test("Aligned allocations are aligned", arguments: [16, 32, 64, 512, 4096, 16384, 65536, 1 << 20])
  func aligned(alignment: Int) {
    for size in [0, 1, 24, 100, 5000, 70_000, 300_000, 5_000_000] {
      var pointer: UnsafeMutableRawPointer?
      #expect(posix_memalign(&pointer, alignment, size) == 0)
      #expect(Int(bitPattern: pointer) % alignment == 0)
      if let pointer { memset(pointer, 7, size) }
      free(pointer)
    }
  }

  @Test("New memory of calloc is zero, and what is too large is refused")
  func limits() {
    for size in [1, 100, 3000, 200_000, 1_000_000] {
      for _ in 0..<3 {
        guard let pointer = calloc(size, 1) else {
          Issue.record("no memory")
          continue
        }
        #expect(UnsafeRawBufferPointer(start: pointer, count: size).allSatisfy { $0 == 0 })
        memset(pointer, 255, size)
        free(pointer)
      }
    }
    #expect(calloc(.max, 16) == nil)
    #expect(malloc(.max / 2) == nil)
  }
}

/// Unchecked: a task hands its allocations on when it ends, and does not use them again.
private struct Allocation: @unchecked Sendable {
  private var pointer: UnsafeMutableRawPointer
  private var size: Int
  private let byte: UInt8

  init(_ size: Int, _ byte: UInt8) {
    guard let pointer = malloc(size) else { preconditionFailure("there is memory for a test") }
    self.pointer = pointer
    self.size = size
    self.byte = byte
    memset(pointer, Int32(byte), size)
  }

  /// Mostly small, as those of a program are.
  static func size(using random: inout SplitMix) -> Int {
    let bits = Int.random(in: 0..<100, using: &random) == 0 ? 20 : Int.random(in: 0...13, using: &random)
    return Int.random(in: 0...(1 << bits), using: &random)
  }

  private func check(_ count: Int) {
    #expect(UnsafeRawBufferPointer(start: pointer, count: count).allSatisfy { $0 == byte })
  }

  mutating func resize(_ size: Int) {
    guard let moved = realloc(pointer, max(size, 1)) else { preconditionFailure("there is memory for a test") }
    pointer = moved
    check(min(self.size, size))
    self.size = size
    memset(pointer, Int32(byte), size)
  }

  func free() {
    check(size)
    Foundation.free(pointer)
  }
}
