import Bytes
import Testing

/// Searching bytes in bytes, and classes of ASCII.
struct ByteSearchTests {
  @Test(
    "The first occurrence of bytes",
    arguments: [
      ("", "a", nil), ("a", "", nil), ("ab", "abc", nil), ("abc", "abc", 0), ("aab", "ab", 1), ("xaxay", "ay", 3),
      ("ababac", "abac", 2), ("abc", "d", nil),
    ] as [(String, String, Int?)])
  func first(_ text: String, _ wanted: String, _ index: Int?) {
    #expect(Array(text.utf8).firstOccurrence(of: Array(wanted.utf8)) == index)
    #expect(Array(text.utf8).firstOccurrence(of: Array("-\(wanted)-".utf8).dropFirst().dropLast()) == index)
  }

  @Test("An occurrence begins at the start or later, and ends at the end or earlier")
  func bounds() {
    let text = Array("ab.ab.ab".utf8)
    let wanted = Array("ab".utf8)
    #expect(text.firstOccurrence(of: wanted, from: 1) == 3)
    #expect(text.firstOccurrence(of: wanted, from: 1, to: 5) == 3)
    #expect(text.firstOccurrence(of: wanted, from: 1, to: 4) == nil)
    #expect(text.firstOccurrence(of: wanted, from: 8) == nil)
    #expect(text.firstOccurrence(of: wanted, from: 9) == nil)
    #expect(text.contains(".ab") && !text.contains("abab"))
  }

  @Test("Digits, letters and blanks are of ASCII alone")
  func classes() {
    let all = (UInt8.min...UInt8.max).map { $0 }
    #expect(String(decoding: all.filter(\.isASCIIDigit), as: UTF8.self) == "0123456789")
    #expect(
      String(decoding: all.filter(\.isASCIILetter), as: UTF8.self)
        == "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    #expect(all.filter(\.isBlank) == [0x09, 0x20])
  }

  @Test(
    "A number is of digits alone",
    arguments: [("2024", 2024), ("007", 7), ("20a4", nil), ("-1", nil)] as [(String, Int?)])
  func number(_ text: String, _ value: Int?) {
    #expect(text.withBytes { $0.number(0..<$0.count) } == value)
  }
}
