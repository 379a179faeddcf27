import Bytes
import TestSupport
import Testing

@Suite("ByteBuffer")
struct ByteBufferTests {
  @Test("A buffer holds what an array would after the same additions and removals", .randomInput, arguments: 1...2)
  func randomEdits(_ seed: Int) {
    let input = RandomInput(seed: seed, rounds: 3_000)
    var random = input.generator
    var buffer = ByteBuffer(capacity: 0)
    var array: [UInt8] = []
    let texts = ["", "a", "人才", String(repeating: "强国", count: 60), "🎓"]
    for _ in 0..<input.rounds {
      let text = texts.randomElement(using: &random)!
      switch Int.random(in: 0..<7, using: &random) {
      case 0:
        buffer.append(UInt8(ascii: "x"))
        array.append(UInt8(ascii: "x"))
      case 1:
        buffer.append(contentsOf: Array(text.utf8))
        array.append(contentsOf: text.utf8)
      case 2:
        buffer.append(literal: "强国")
        array.append(contentsOf: "强国".utf8)
      case 3:
        buffer.append(text: text)
        array.append(contentsOf: text.utf8)
      case 4:
        var other = ByteBuffer()
        other.append(text: text)
        buffer.append(contentsOf: other)
        array.append(contentsOf: text.utf8)
      case 5:
        buffer.append(reserving: 4) { room in
          (room[0], room[1]) = (1, 2)
          return 2
        }
        array += [1, 2]
      default:
        let number = min(array.count, Int.random(in: 0...40, using: &random))
        buffer.removeLast(number)
        array.removeLast(number)
      }
      let isSame = buffer.last == array.last && buffer.count == array.count && buffer.isEmpty == array.isEmpty
      if !isSame { Issue.record("after byte \(array.count)") }
    }
    #expect(buffer.array == array)
    let start = min(100, array.count)
    let tail = buffer.withBytes(from: start) { Array($0) }
    #expect(tail == Array(array[start...]))
    buffer.removeAll()
    #expect(buffer.array == [])
  }

  @Test(
    "A text of any length is complete, on the stack and beyond it", arguments: [0, 1, 15, 16, 63, 64, 65, 1_000])
  func texts(_ length: Int) {
    let text = ByteBuffer.text { buffer in for _ in 0..<length { buffer.append(UInt8(ascii: "a")) } }
    #expect(text == String(repeating: "a", count: length))
    let piece = ByteBuffer.text { $0.append(text: String(repeating: "b", count: length)) }
    #expect(piece == String(repeating: "b", count: length))
  }
}

@Suite("String(wellFormed:)")
struct WellFormedTests {
  @Test("Well-formed bytes of every length and mixture give the String that Swift decodes")
  func same() {
    for length in 0..<40 {
      for place in 0...length {
        let text = String(repeating: "a", count: place) + "人" + String(repeating: "b", count: length - place)
        #expect(Array(text.utf8).withUnsafeBufferPointer { String(wellFormed: $0) } == text)
      }
      let ascii = String(repeating: "z", count: length)
      #expect(Array(ascii.utf8).withUnsafeBufferPointer { String(wellFormed: $0) } == ascii)
    }
    #expect(String(wellFormed: UnsafeBufferPointer(start: nil, count: 0)) == "")
  }
}

@Suite("ByteBuffer: numbers")
struct ByteBufferNumberTests {
  @Test("Whole numbers are written as Swift writes them", .randomInput)
  func randomWholeNumbers() {
    let input = RandomInput(seed: 7, rounds: 63)
    var random = input.generator
    var numbers = [0, 1, -1, 9, 10, 99, 100, 101, 999, 1_000, 9_999, 10_000, 99_999, 100_000, .max, .min]
    for round in 0..<input.rounds { numbers.append(Int(truncatingIfNeeded: random.next() >> UInt64(63 - round % 63))) }
    for number in numbers {
      #expect(ByteBuffer.text { $0.append(decimal: number) } == String(number))
      #expect(ByteBuffer.text { $0.append(decimal: 0 &- number) } == String(0 &- number))
    }
  }

  @Test(
    "The decimal point precedes the decimals, and a digit precedes the point",
    arguments: [
      (12345, 2, false, "123.45"), (12345, 5, false, "0.12345"), (12345, 7, true, "-0.0012345"), (0, 0, true, "0"),
      (0, 2, true, "0.00"), (5, 1, true, "-0.5"), (UInt.max, 3, false, "18446744073709551.615"),
      (1, 24, false, "0.000000000000000000000001"),
    ] as [(UInt, Int, Bool, String)])
  func decimals(_ digits: UInt, _ decimals: Int, _ isNegative: Bool, _ expected: String) {
    #expect(ByteBuffer.text { $0.append(digits: digits, decimals: decimals, isNegative: isNegative) } == expected)
  }

  @Test(
    "Numbers are grouped from 10,000 on",
    arguments: [
      (2021, 0, "2021"), (9_999, 0, "9999"), (10_000, 0, "10,000"), (123_456, 0, "123,456"),
      (1_234_567, 0, "1,234,567"),
      (1_000_000_000, 0, "1,000,000,000"), (999_999, 2, "9999.99"), (1_234_567, 2, "12,345.67"),
      (1_234_567, 9, "0.001234567"),
    ] as [(UInt, Int, String)])
  func groups(_ digits: UInt, _ decimals: Int, _ expected: String) {
    #expect(
      ByteBuffer.text { $0.append(digits: digits, decimals: decimals, isNegative: false, grouping: .fromTenThousand) }
        == expected)
  }

  @Test("Numbers are grouped from 1,000 on")
  func groupsOfThousands() {
    for (digits, decimals, expected) in [
      (999, 0, "999"), (1_000, 0, "1,000"), (9_999, 0, "9,999"), (123_456, 2, "1,234.56"), (12_345, 2, "123.45"),
    ] as [(UInt, Int, String)] {
      #expect(
        ByteBuffer.text { $0.append(digits: digits, decimals: decimals, isNegative: false, grouping: .fromThousand) }
          == expected)
    }
  }

  @Test(
    "Bytes are inserted at the offsets that were given, whether the buffer has room for them or grows",
    arguments: [(64, "ab"), (4096, "ab"), (64, String(repeating: "long ", count: 40))])
  func insertions(capacity: Int, text: String) {
    var buffer = ByteBuffer(capacity: capacity)
    buffer.append(text: "before " + text)
    let end = text.utf8.count
    buffer.insert(
      [(0, "<"), (1, "-"), (1, "+"), (end, ">>")].map { .init(at: $0.0, Array($0.1.utf8)) }, from: 7)
    let expected = "before <" + text.prefix(1) + "-+" + text.dropFirst() + ">>"
    #expect(String(decoding: buffer.array, as: UTF8.self) == expected)
    buffer.insert([], from: 0)
    #expect(String(decoding: buffer.array, as: UTF8.self) == expected)
  }
}
