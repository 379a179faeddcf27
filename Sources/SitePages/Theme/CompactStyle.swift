/// The style sheet of the built-in theme as sites publish it: without comments, and with spaces and line ends only where
/// they count. It is a third of what a reader loads before the first page. Style sheets of a site's own are published as
/// they are.
func compactStyle(_ style: [UInt8]) -> [UInt8] {
  var compact: [UInt8] = []
  compact.reserveCapacity(style.count)
  var (index, isSpaced) = (0, false)
  while index < style.count {
    let byte = style[index]
    if byte == UInt8(ascii: "/"), index + 1 < style.count, style[index + 1] == UInt8(ascii: "*") {
      index += 2
      while index < style.count, style[index] != byte || style[index - 1] != UInt8(ascii: "*") { index += 1 }
      index += 1
      continue
    }
    index += 1
    if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
      isSpaced = true
      continue
    }
    // After a colon, a space never counts; before one it does: `a :hover`.
    if isSpaced, let last = compact.last, !isBoundary(last), last != UInt8(ascii: ":"), !isBoundary(byte) {
      compact.append(UInt8(ascii: " "))
    }
    isSpaced = false
    compact.append(byte)
    if byte == UInt8(ascii: "}") { compact.append(UInt8(ascii: "\n")) }
    guard byte == UInt8(ascii: "\"") else { continue }
    while index < style.count {
      compact.append(style[index])
      index += 1
      if style[index - 1] == byte { break }
    }
  }
  return compact
}

/// Whether spaces beside it mean nothing.
private func isBoundary(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\n"): true
  default: false
  }
}
