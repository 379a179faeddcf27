// Numbers straight into the buffer, from their last digit on: every table and data file is full of them.
extension ByteBuffer {
  public mutating func append(decimal number: Int) {
    append(digits: number.magnitude, decimals: 0, isNegative: number < 0)
  }

  /// `12345` with two decimals is `123.45`. Nothing that is all zeros has a minus. `isGrouped`: a comma before each three
  /// digits of a whole part from 10,000 on.
  public mutating func append(digits: UInt, decimals: Int, isNegative: Bool, isGrouped: Bool = false) {
    precondition(decimals >= 0 && decimals <= 24, "a number has few decimals")
    let hasMinus = isNegative && digits > 0
    let whole = max(digitCount(digits) - decimals, 1)
    let hasGroups = isGrouped && whole > 4
    let length = whole + (hasGroups ? (whole - 1) / 3 : 0) + (decimals > 0 ? decimals + 1 : 0) + (hasMinus ? 1 : 0)
    append(room: length) { room in
      var place = length
      var rest = digits
      /// The last two digits at once.
      func putPair() {
        let (next, pair) = rest.quotientAndRemainder(dividingBy: 100)
        let (tens, ones) = UInt8(truncatingIfNeeded: pair).quotientAndRemainder(dividingBy: 10)
        rest = next
        place -= 2
        room[place] = UInt8(ascii: "0") + tens
        room[place + 1] = UInt8(ascii: "0") + ones
      }
      func putDigit() {
        let (next, digit) = rest.quotientAndRemainder(dividingBy: 10)
        rest = next
        place -= 1
        room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      }
      if decimals > 0 {
        for _ in 0..<(decimals / 2) { putPair() }
        if decimals % 2 == 1 { putDigit() }
        place -= 1
        room[place] = UInt8(ascii: ".")
      }
      while hasGroups, rest >= 1000 {
        putPair()
        putDigit()
        place -= 1
        room[place] = UInt8(ascii: ",")
      }
      while rest >= 100 { putPair() }
      if rest >= 10 { putPair() } else { putDigit() }
      if hasMinus { room[place - 1] = UInt8(ascii: "-") }
      return length
    }
  }
}

/// How many digits a number has; one for 0.
private func digitCount(_ number: UInt) -> Int {
  var count = 1
  var rest = number
  while rest >= 10_000 {
    rest /= 10_000
    count += 4
  }
  return count + (rest >= 10 ? 1 : 0) + (rest >= 100 ? 1 : 0) + (rest >= 1000 ? 1 : 0)
}
