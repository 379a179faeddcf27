import Bytes

/// Writes lists of entries as text for a JavaScript string without escapes: 90 characters of ASCII serve as digits.
///
/// Ascending numbers are written as their differences; a number below 60 takes one digit. A list that holds more than
/// about every sixth number is shorter as a row of bits, six to a digit; it begins with `~`.
enum EntryList {
  /// `!` to `}`, without the quotation mark, the backslash, and the bar that separates lists.
  static let digits: [UInt8] = (0x21...0x7D).filter { $0 != 0x22 && $0 != 0x5C && $0 != 0x7C }

  /// `digits[value]`, without asking whether the array exists yet, and where it ends.
  @inline(__always)
  private static func digit(_ value: UInt32) -> UInt8 {
    var code = 0x21 &+ value
    if code >= 0x22 { code &+= 1 }
    if code >= 0x5C { code &+= 1 }
    if code >= 0x7C { code &+= 1 }
    return UInt8(truncatingIfNeeded: code)
  }

  static func append(_ numbers: UnsafeBufferPointer<Int32>, to output: inout ByteBuffer) {
    guard let first = numbers.first, let last = numbers.last else { return }
    let start = output.count
    var previous: Int32 = -1
    for number in numbers {
      append(Int(number - previous) - 1, to: &output)
      previous = number
    }
    let bits = Int(last - first) / 6 + 1
    // A short list is never shorter as bits.
    guard bits + 4 < output.count - start else { return }
    output.removeLast(output.count - start)
    output.append(UInt8(ascii: "~"))
    append(Int(first), to: &output)
    var (index, base) = (0, first)
    for _ in 0..<bits {
      var value: UInt32 = 0
      while index < numbers.count, numbers[index] < base + 6 {
        value |= 1 << Int(numbers[index] - base)
        index += 1
      }
      output.append(digit(value))
      base += 6
    }
  }

  @inline(__always)
  static func append(_ number: Int, to output: inout ByteBuffer) {
    output.append(reserving: 5) { write(UInt32(number), to: $0) }
  }

  @inline(__always)
  private static func write(_ number: UInt32, to target: UnsafeMutablePointer<UInt8>) -> Int {
    if number < 60 {
      target[0] = digit(number)
      return 1
    }
    var rest = number &- 60
    if rest < 28 * 90 {
      target[0] = digit(60 &+ rest / 90)
      target[1] = digit(rest % 90)
      return 2
    }
    rest &-= 28 * 90
    if rest < 90 * 90 {
      target[0] = digit(88)
      target[1] = digit(rest / 90)
      target[2] = digit(rest % 90)
      return 3
    }
    rest &-= 90 * 90
    precondition(rest < 90 * 90 * 90 * 90, "a site has fewer than 65 million entries")
    target[0] = digit(89)
    target[1] = digit(rest / (90 * 90 * 90))
    target[2] = digit(rest / (90 * 90) % 90)
    target[3] = digit(rest / 90 % 90)
    target[4] = digit(rest % 90)
    return 5
  }
}
