/// The part of a file that a `Range` header requests (RFC 9110 §14). Several ranges, other units and malformed headers
/// are ignored, so that the whole file is sent.
enum ByteRange: Equatable {
  case whole
  case part(Range<Int>)
  /// The range is outside the file; answered with 416.
  case unsatisfiable

  init(_ header: String?, of length: Int) {
    guard let header, header.hasPrefix("bytes="), !header.contains(",") else {
      self = .whole
      return
    }
    let parts = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
      self = .whole
      return
    }
    switch (Int(parts[0]), Int(parts[1])) {
    case (nil, let last?) where parts[0].isEmpty:
      self = last == 0 || length == 0 ? .unsatisfiable : .part(max(0, length - last)..<length)
    case (let first?, nil) where parts[1].isEmpty: self = first < length ? .part(first..<length) : .unsatisfiable
    case (let first?, let last?) where first <= last:
      self = first < length ? .part(first..<min(last, length - 1) + 1) : .unsatisfiable
    default: self = .whole
    }
  }
}
