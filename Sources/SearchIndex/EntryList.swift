import Bytes

/// Writes lists of entries as text that stands in a JavaScript string without an escape: 90 characters of ASCII serve as
/// digits.
///
/// Ascending numbers are written as their differences; a number below 60 takes one digit. A list that holds more than
/// about every sixth number is shorter as a row of bits, six to a digit; it begins with `~`.
enum EntryList {
  /// `!` to `}`, without the quotation mark, the backslash, and the bar that separates lists.
  static let digits: [UInt8] = (0x21...0x7D).filter { $0 != 0x22 && $0 != 0x5C && $0 != 0x7C }

  static func append(_ numbers: [Int32], to output: inout ByteBuffer) {
    guard let first = numbers.first, let last = numbers.last else { return }
    let start = output.count
    var previous: Int32 = -1
    for number in numbers {
      append(Int(number - previous) - 1, to: &output)
      previous = number
    }
    let bits = Int(last - first) / 6 + 1
    guard bits + 4 < output.count - start else { return }
    output.removeLast(output.count - start)
    output.append(UInt8(ascii: "~"))
    append(Int(first), to: &output)
    var (index, base) = (0, first)
    for _ in 0..<bits {
      var digit = 0
      while index < numbers.count, numbers[index] < base + 6 {
        digit |= 1 << Int(numbers[index] - base)
        index += 1
      }
      output.append(digits[digit])
      base += 6
    }
  }

  static func append(_ number: Int, to output: inout ByteBuffer) {
    var rest = number
    if rest < 60 { return output.append(digits[rest]) }
    rest -= 60
    if rest < 28 * 90 {
      output.append(digits[60 + rest / 90])
      return output.append(digits[rest % 90])
    }
    rest -= 28 * 90
    let isLong = rest >= 90 * 90
    if isLong { rest -= 90 * 90 }
    precondition(rest < 90 * 90 * 90 * 90, "a site has fewer than 65 million entries")
    output.append(digits[isLong ? 89 : 88])
    if isLong {
      output.append(digits[rest / (90 * 90 * 90)])
      output.append(digits[rest / (90 * 90) % 90])
    }
    output.append(digits[rest / 90 % 90])
    output.append(digits[rest % 90])
  }
}
