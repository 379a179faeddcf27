import Foundation
import TestSupport
import Testing

@testable import SiteOutput

/// A file in pieces is compared and written piece by piece, with the same result as in one piece.
@Suite("Files written in pieces")
struct LargeFileTests {
  private let folder = TemporaryFolder()

  /// Long enough that reading and writing take several system calls.
  private static let pieces: [[UInt8]] = (0..<6).map { number in
    Array(repeating: UInt8(ascii: "a") + UInt8(number), count: 100_000 + number)
  }

  private func write(_ pieces: [[UInt8]]) async throws -> FileChanges {
    let content = OutputFile.Content.pieces(pieces.map { piece in { $0.append(contentsOf: piece) } })
    let writer = SiteWriter(directory: "\(folder.path)/Output", shownAs: "Output", jobs: 2)
    return try await writer.write([OutputFile(path: "data/large.csv", content: content)]).changes
  }

  private var written: [UInt8]? { folder.files(in: "Output")["data/large.csv"].map(Array.init) }

  @Test("A new file has all pieces in order")
  func new() async throws {
    #expect(try await write(Self.pieces).created == ["data/large.csv"])
    #expect(written == Self.pieces.flatMap(\.self))
  }

  @Test("A file without pieces is empty")
  func empty() async throws {
    #expect(try await write([]).created == ["data/large.csv"])
    #expect(written == [])
  }

  @Test("A file with the same bytes is not written, however they are split")
  func unchanged() async throws {
    _ = try await write(Self.pieces)
    let before = folder.times(in: "Output")["data/large.csv"]
    let changes = try await write([Array(Self.pieces[0][..<7]), Array(Self.pieces[0][7...])] + Self.pieces[1...])
    #expect(changes.changed == [] && changes.unchanged == 1)
    #expect(folder.times(in: "Output")["data/large.csv"] == before)
    #expect(written == Self.pieces.flatMap(\.self))
  }

  enum Change: CaseIterable {
    case firstByte, middleByte, lastByte, pieceGone, firstPieceGone, byteGone, allGone, pieceMore, byteMore, byteBetween

    var pieces: [[UInt8]] {
      var pieces = LargeFileTests.pieces
      switch self {
      case .firstByte: pieces[0][0] = 0
      case .middleByte: pieces[3][50_000] = 0
      case .lastByte: pieces[5][pieces[5].count - 1] = 0
      case .pieceGone: pieces.removeLast()
      case .firstPieceGone: pieces.removeFirst()
      case .byteGone: pieces[5].removeLast()
      case .allGone: pieces = []
      case .pieceMore: pieces.append([1, 2, 3])
      case .byteMore: pieces[5].append(0)
      case .byteBetween: pieces[2].insert(0, at: 10)
      }
      return pieces
    }
  }

  @Test("A file that differs anywhere is replaced, and no other file is left", arguments: Change.allCases)
  func changed(_ change: Change) async throws {
    _ = try await write(Self.pieces)
    #expect(try await write(change.pieces).changed == ["data/large.csv"])
    let isNew = written == change.pieces.flatMap(\.self)
    #expect(isNew)
    #expect(folder.files(in: "Output").keys.sorted() == [".planpress-manifest", "data/large.csv"])
  }

  @Test("A file in pieces can replace one written in one piece")
  func fromOnePiece() async throws {
    _ = try await write([Self.pieces.flatMap(\.self)])
    #expect(try await write(Self.pieces).unchanged == 1)
    #expect(try await write([Self.pieces[5]]).changed == ["data/large.csv"])
    #expect(written == Self.pieces[5])
  }
}
