/// Writes one JSON value (RFC 8259) straight into bytes, keys in the order they are given.
///
///     var json = JSONWriter(.pretty)
///     json.object {
///       $0.member("id", "skilled-workers")
///       $0.object("target") { $0.member("value", 1.5) }
///       $0.array("years") { for year in 2021...2025 { $0.value(year) } }
///     }
///     write(json.bytes)
///
/// A member whose value is nil is left out: a missing fact is a missing key.
package struct JSONWriter {
  package enum Layout: Sendable {
    case compact
    /// Each item of the outermost list on a line of its own, and a line break at the end.
    case lines
    /// Two spaces a level, and a line break at the end.
    case pretty
  }

  package private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private let isForHTML: Bool
  /// How many collections are open; of the innermost, what it is and whether anything is in it.
  private var depth = 0
  private var isInObject = false
  private var isEmpty = true

  /// `isForHTML`: safe inside a `<script>` element: `<`, `>`, `&`, U+2028 and U+2029 are written as escapes.
  /// `capacity`: bytes that will be written, where that is known.
  package init(_ layout: Layout = .pretty, isForHTML: Bool = false, capacity: Int = 0) {
    self.layout = layout
    self.isForHTML = isForHTML
    bytes.reserveCapacity(capacity)
  }
}

// MARK: - Values: the whole text, or the next item of an array

extension JSONWriter {
  package mutating func value(_ text: String) {
    beginItem()
    append(string: text)
    endValue()
  }

  package mutating func value(_ number: Int) {
    beginItem()
    bytes.append(decimal: number)
    endValue()
  }

  /// Finite; the shortest text that reads back as the same number, without `.0`.
  package mutating func value(_ number: Double) {
    beginItem()
    bytes.append(jsonNumber: number)
    endValue()
  }

  package mutating func value(_ flag: Bool) {
    beginItem()
    append(verbatim: flag)
    endValue()
  }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginItem()
    collection(isObject: true, members)
  }

  package mutating func array(_ items: (inout JSONWriter) -> Void) {
    beginItem()
    collection(isObject: false, items)
  }
}

// MARK: - Members of an object

extension JSONWriter {
  package mutating func member(_ key: StaticString, _ text: String?) {
    guard let text else { return }
    beginMember(key)
    append(string: text)
  }

  /// A text that needs no escaping.
  package mutating func member(_ key: StaticString, verbatim write: (inout [UInt8]) -> Void) {
    beginMember(key)
    bytes.append(UInt8(ascii: "\""))
    write(&bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func member(_ key: StaticString, _ number: Int?) {
    guard let number else { return }
    beginMember(key)
    bytes.append(decimal: number)
  }

  /// A member that the data name; the others are ours, and need no escaping.
  package mutating func member(named key: String, _ text: String) {
    beginMember(key)
    append(string: text)
  }

  package mutating func member(named key: String, _ number: Int) {
    beginMember(key)
    bytes.append(decimal: number)
  }

  /// Finite; the shortest text that reads back as the same number, without `.0`.
  package mutating func member(_ key: StaticString, _ number: Double?) {
    guard let number else { return }
    beginMember(key)
    bytes.append(jsonNumber: number)
  }

  package mutating func member(_ key: StaticString, _ flag: Bool?) {
    guard let flag else { return }
    beginMember(key)
    append(verbatim: flag)
  }

  package mutating func object(_ key: StaticString, _ members: (inout JSONWriter) -> Void) {
    beginMember(key)
    collection(isObject: true, members)
  }

  package mutating func array(_ key: StaticString, _ items: (inout JSONWriter) -> Void) {
    beginMember(key)
    collection(isObject: false, items)
  }
}

// MARK: - Bytes

extension JSONWriter {
  private mutating func beginItem() {
    guard depth > 0 else {
      precondition(bytes.isEmpty, "a JSON text is one value")
      return
    }
    precondition(!isInObject, "a value in a JSON object has a key")
    beginEntry()
  }

  private mutating func beginMember(_ key: StaticString) {
    precondition(isInObject, "only a JSON object has keys")
    beginEntry()
    let length = key.utf8CodeUnitCount
    // In one piece: a data file is mostly keys.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { buffer in
      precondition(length + 3 <= buffer.count, "a key of ours is short")
      buffer[0] = UInt8(ascii: "\"")
      key.withUTF8Buffer {
        UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[1...]).copyMemory(from: UnsafeRawBufferPointer($0))
      }
      buffer[length + 1] = UInt8(ascii: "\"")
      buffer[length + 2] = UInt8(ascii: ":")
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<(length + 3)]))
    }
    if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func beginMember(_ key: String) {
    precondition(isInObject, "only a JSON object has keys")
    beginEntry()
    append(string: key)
    bytes.append(UInt8(ascii: ":"))
    if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func beginEntry() {
    if !isEmpty { bytes.append(UInt8(ascii: ",")) }
    isEmpty = false
    breakLine()
  }

  @inline(__always)
  private mutating func collection(isObject: Bool, _ content: (inout JSONWriter) -> Void) {
    bytes.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
    let isOuterObject = isInObject
    depth += 1
    isInObject = isObject
    isEmpty = true
    content(&self)
    depth -= 1
    isInObject = isOuterObject
    // An item's own end stays on its line.
    if !isEmpty, layout != .lines || depth == 0 { breakLine() }
    isEmpty = false
    bytes.append(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    endValue()
  }

  private mutating func breakLine() {
    switch layout {
    case .compact: break
    case .lines: if depth <= 1 { bytes.append(UInt8(ascii: "\n")) }
    case .pretty:
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }
  }

  private mutating func endValue() {
    if depth == 0, layout != .compact { bytes.append(UInt8(ascii: "\n")) }
  }

  private mutating func append(verbatim flag: Bool) {
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  private mutating func append(string: String) {
    bytes.append(jsonString: string, isForHTML: isForHTML)
  }
}
