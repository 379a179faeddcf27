import Bytes
import Testing

@testable import SearchIndex

@Suite struct EntryListTests {
  private func text(_ numbers: [Int32]) -> String {
    var buffer = ByteBuffer()
    numbers.withUnsafeBufferPointer { EntryList.append($0, to: &buffer) }
    return String(decoding: buffer.array, as: UTF8.self)
  }

  @Test func aListIsItsDifferencesInDigitsOf90() {
    #expect(text([]) == "")
    // Digits are ! for 0, # for 1, $ for 2.
    #expect(text([0]) == "!")
    #expect(text([0, 1, 4]) == "!!$")
  }

  @Test func aNumberTakesOneToFiveDigits() {
    #expect(text([59]).count == 1)
    #expect(text([60]).count == 2)
    #expect(text([60 + 28 * 90 - 1]).count == 2)
    #expect(text([60 + 28 * 90]).count == 3)
    #expect(text([60 + 28 * 90 + 8100 - 1]).count == 3)
    #expect(text([60 + 28 * 90 + 8100]).count == 5)
  }

  @Test func aDenseListIsARowOfBits() {
    // Each digit represents six entries.
    #expect(text(Array(0..<12)) == "~" + text([0]) + bits(63) + bits(63))
  }

  private func bits(_ value: Int) -> String { String(decoding: [EntryList.digits[value]], as: UTF8.self) }

  @Test func noDigitNeedsAnEscape() {
    #expect(EntryList.digits.count == 90)
    for digit in EntryList.digits { #expect(!"\"\\|~ ".utf8.contains(digit)) }
  }
}
