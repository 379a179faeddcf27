import TestSupport
import Testing

@testable import SiteSources

/// The sizes of pictures, from the bytes that each format prescribes.
struct PictureSizeTests {
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 5, 0, 0, 0, 3, 0x84]
  /// With the first bytes of a segment before the frame.
  private static func jpeg(_ before: [UInt8] = [0xFF, 0xE0, 0, 4, 1, 2]) -> [UInt8] {
    [0xFF, 0xD8] + before + [0xFF, 0xFF, 0xC2, 0, 17, 8, 1, 0x2C, 2, 0x58, 3]
  }
  /// Exif in a byte order, with one tag: the orientation.
  private static func exif(_ orientation: UInt8) -> [UInt8] {
    [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1]
      + [0, orientation, 0, 0, 0, 0, 0, 0]
  }
  private static func webp(_ kind: String, _ rest: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP\(kind)".utf8) + [0, 0, 0, 0] + rest
  }

  @Test(
    "Each format",
    arguments: [
      (png, 1280, 900), (Array("GIF89a".utf8) + [0x40, 0x01, 0xF0, 0], 320, 240), (jpeg(), 600, 300),
      (jpeg(exif(1)), 600, 300), (jpeg(exif(6)), 300, 600),
      (webp("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 0x20, 0x03, 0x58, 0x02]), 800, 600),
      (webp("VP8L", [0x2F, 0x1F, 0xC3, 0x95, 0, 0, 0, 0, 0, 0]), 800, 600),
      (webp("VP8X", [0, 0, 0, 0, 0x1F, 0x03, 0, 0x57, 0x02, 0]), 800, 600),
    ] as [([UInt8], Int, Int)])
  func formats(_ bytes: [UInt8], _ width: Int, _ height: Int) {
    #expect(PictureSize.read(bytes, isSVG: false) == PictureSize(width, height).map(PictureSize.Reading.size))
  }

  @Test(
    "An SVG has the size of its attributes, or else of its view box",
    arguments: [
      ("<svg width='300' height=\"150px\"/>", 300, 150), ("<svg viewBox='0 0 64,32'>", 64, 32),
      ("<?xml version='1.0'?>\n<!-- <svg width='1' height='1'> -->\n<svg\n width='10mm' viewBox='0 0 20 10'>", 38, 19),
      ("\u{FEFF}<!DOCTYPE svg>\n<svg:svg width='100%' height='100%' viewBox='0 0 5 7'>", 5, 7),
    ] as [(String, Int, Int)])
  func vectors(_ text: String, _ width: Int, _ height: Int) {
    #expect(
      PictureSize.read(Array(text.utf8), isSVG: true) == PictureSize(width, height).map(PictureSize.Reading.size))
  }

  @Test("An SVG may have no size, and a beginning may be too short to find it")
  func open() {
    #expect(PictureSize.read(Array("<svg xmlns='x'/>".utf8), isSVG: true) == .sizeless)
    #expect(PictureSize.read(Array("<svg width='1".utf8), isSVG: true) == .unfinished)
    #expect(PictureSize.read(Array(Self.jpeg().prefix(9)), isSVG: false) == .unfinished)
  }

  @Test("A file that is not a picture is broken, and so is a picture without pixels")
  func broken() {
    for text in ["", "hello", "<html>", "GIF89a"] {
      #expect(PictureSize.read(Array(text.utf8), isSVG: false) == .broken)
    }
    #expect(PictureSize.read(Array("hello".utf8), isSVG: true) == .broken)
    #expect(PictureSize.read(Array("GIF89a".utf8) + [0, 0, 1, 0], isSVG: false) == .broken)
  }

  @Test("Random bytes after the beginning of each format never trap", .randomInput)
  func randomBytes() {
    let input = RandomInput(seed: 41, rounds: 3000, cost: 1)
    var random = input.generator
    let beginnings = [
      Self.png, Self.jpeg(), Self.jpeg(Self.exif(6)), Self.webp("VP8 ", []), Self.webp("VP8X", [0, 0, 0, 0, 1]),
      Array("<svg width='".utf8), Array("<?xml".utf8),
    ]
    for _ in 0..<input.rounds {
      let start = beginnings.randomElement(using: &random) ?? []
      var bytes = Array(start.prefix(Int.random(in: 0...start.count, using: &random)))
      for _ in 0..<Int.random(in: 0...40, using: &random) { bytes.append(UInt8.random(in: 0...255, using: &random)) }
      if !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      for isSVG in [true, false] { _ = PictureSize.read(bytes, isSVG: isSVG) }
    }
  }
}
