import Bytes

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
///
/// Public so far as the compiler shall put it into the caller's code: a closure for each of thousands of objects costs
/// more than its braces.
public struct JSONWriter: ~Copyable {
  public enum Layout: Sendable {
    case compact
    /// Each item of the outermost list on a line of its own, and a line break at the end.
    case lines
    /// Two spaces a level, and a line break at the end.
    case pretty
  }

  @usableFromInline var buffer: ByteBuffer
  private let layout: Layout
  private let isForHTML: Bool
  /// Where the value begins in the buffer.
  private let start: Int
  /// How many collections are open; of the innermost, what it is and whether anything is in it.
  private var depth = 0
  private var isInObject = false
  @usableFromInline var isEmpty = true
  /// Whether a member stands behind the one before it, on the same line of the same object.
  @usableFromInline var isInLine = false

  /// `isForHTML`: safe inside a `<script>` element: `<`, `>`, `&`, U+2028 and U+2029 are written as escapes.
  /// `buffer` is what the value is written behind.
  package init(_ layout: Layout = .pretty, isForHTML: Bool = false, behind buffer: consuming ByteBuffer = ByteBuffer())
  {
    self.layout = layout
    self.isForHTML = isForHTML
    self.start = buffer.count
    self.buffer = buffer
  }

  /// All that the buffer holds.
  package var bytes: [UInt8] { buffer.array }

  /// Gives the buffer back.
  package consuming func finish() -> ByteBuffer { buffer }
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
    buffer.append(decimal: number)
    endValue()
  }

  /// Finite; the shortest text that reads back as the same number, without `.0`.
  package mutating func value(_ number: Double) {
    beginItem()
    buffer.append(jsonNumber: number)
    endValue()
  }

  package mutating func value(_ flag: Bool) {
    beginItem()
    append(flag)
    endValue()
  }

  @inlinable @inline(__always)
  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    let outer = openItem(isObject: true)
    members(&self)
    close(into: outer)
  }

  @inlinable @inline(__always)
  public mutating func array(_ items: (inout JSONWriter) -> Void) {
    let outer = openItem(isObject: false)
    items(&self)
    close(into: outer)
  }

  /// A stretch of a list that is the whole text: the first of its writers begins it, the last ends it, and what they have
  /// written is put together. None of the stretches is empty.
  package mutating func stretch(isFirst: Bool, isLast: Bool, _ items: (inout JSONWriter) -> Void) {
    beginItem()
    let outer = open(isObject: false, mark: isFirst ? UInt8(ascii: "[") : UInt8(ascii: ","))
    items(&self)
    precondition(depth == 1 && !isEmpty, "a stretch is of the outermost list, and holds something")
    if isLast { close(into: outer) }
  }
}

// MARK: - Members of an object

extension JSONWriter {
  @inlinable @inline(__always)
  public mutating func member(_ key: StaticString, _ text: String?) {
    guard let text else { return }
    beginMember(key)
    append(string: text)
  }

  /// A text in UTF-8.
  package mutating func member(_ key: StaticString, utf8: UnsafeBufferPointer<UInt8>) {
    beginMember(key)
    buffer.append(jsonUTF8: utf8, isForHTML: isForHTML)
  }

  /// A text that needs no escaping.
  @inlinable @inline(__always)
  public mutating func member(_ key: StaticString, verbatim write: (inout ByteBuffer) -> Void) {
    beginMember(key)
    buffer.append(UInt8(ascii: "\""))
    write(&buffer)
    buffer.append(UInt8(ascii: "\""))
  }

  @inlinable @inline(__always)
  public mutating func member(_ key: StaticString, _ number: Int?) {
    guard let number else { return }
    beginMember(key)
    buffer.append(decimal: number)
  }

  /// A member that the data name; the others are ours, and need no escaping.
  package mutating func member(named key: String, _ text: String) {
    beginMember(key)
    append(string: text)
  }

  package mutating func member(named key: String, _ number: Int) {
    beginMember(key)
    buffer.append(decimal: number)
  }

  /// Finite; the shortest text that reads back as the same number, without `.0`.
  @inlinable @inline(__always)
  public mutating func member(_ key: StaticString, _ number: Double?) {
    guard let number else { return }
    beginMember(key)
    append(number)
  }

  /// The same of its value.
  @inlinable @inline(__always)
  public mutating func member(_ key: StaticString, _ number: DecimalNumber?) {
    guard let number else { return }
    beginMember(key)
    append(number)
  }

  package mutating func member(_ key: StaticString, _ flag: Bool?) {
    guard let flag else { return }
    beginMember(key)
    append(flag)
  }

  @inlinable @inline(__always)
  public mutating func object(_ key: StaticString, _ members: (inout JSONWriter) -> Void) {
    let outer = openMember(key, isObject: true)
    members(&self)
    close(into: outer)
  }

  @inlinable @inline(__always)
  public mutating func array(_ key: StaticString, _ items: (inout JSONWriter) -> Void) {
    let outer = openMember(key, isObject: false)
    items(&self)
    close(into: outer)
  }
}

// MARK: - Bytes

extension JSONWriter {
  private mutating func beginItem() {
    guard depth > 0 else {
      precondition(buffer.count == start, "a JSON text is one value")
      return
    }
    precondition(!isInObject, "a value in a JSON object has a key")
    beginEntry()
  }

  /// Key, colon and the comma before in one piece: a data file is mostly keys.
  @inlinable @inline(__always)
  mutating func beginMember(_ key: StaticString) {
    guard isInLine else { return beginMemberApart(key) }
    let length = key.utf8CodeUnitCount
    let isFirst = isEmpty
    isEmpty = false
    buffer.append(room: length + 4) { room in
      room[0] = UInt8(ascii: ",")
      // Over the comma, where there is nothing before.
      let place = isFirst ? room : room + 1
      place[0] = UInt8(ascii: "\"")
      (place + 1).update(from: key.utf8Start, count: length)
      place[length + 1] = UInt8(ascii: "\"")
      place[length + 2] = UInt8(ascii: ":")
      return isFirst ? length + 3 : length + 4
    }
  }

  /// On a line of its own, where the layout is `pretty` or the object is the whole text.
  @usableFromInline
  mutating func beginMemberApart(_ key: StaticString) {
    precondition(isInObject, "only a JSON object has keys")
    beginEntry()
    buffer.append(UInt8(ascii: "\""))
    buffer.append(literal: key)
    buffer.append(literal: layout == .pretty ? "\": " : "\":")
  }

  private mutating func beginMember(_ key: String) {
    precondition(isInObject, "only a JSON object has keys")
    beginEntry()
    append(string: key)
    buffer.append(UInt8(ascii: ":"))
    if layout == .pretty { buffer.append(UInt8(ascii: " ")) }
  }

  private mutating func beginEntry() {
    if !isEmpty { buffer.append(UInt8(ascii: ",")) }
    isEmpty = false
    if breaksLines { breakLine() }
  }

  @usableFromInline
  mutating func openItem(isObject: Bool) -> Bool {
    beginItem()
    return open(isObject: isObject)
  }

  @usableFromInline
  mutating func openMember(_ key: StaticString, isObject: Bool) -> Bool {
    beginMember(key)
    return open(isObject: isObject)
  }

  /// Whether the collection around is an object.
  private mutating func open(isObject: Bool, mark: UInt8? = nil) -> Bool {
    buffer.append(mark ?? (isObject ? UInt8(ascii: "{") : UInt8(ascii: "[")))
    let isOuterObject = isInObject
    depth += 1
    isInObject = isObject
    isEmpty = true
    isInLine = isInObject && !breaksLines
    return isOuterObject
  }

  @usableFromInline
  mutating func close(into isOuterObject: Bool) {
    let isObject = isInObject
    depth -= 1
    isInObject = isOuterObject
    isInLine = isInObject && !breaksLines
    // An item's own end stays on its line.
    if !isEmpty, layout == .pretty || layout == .lines && depth == 0 { breakLine() }
    isEmpty = false
    buffer.append(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    endValue()
  }

  /// Whether what begins now has a line of its own.
  private var breaksLines: Bool { layout == .pretty || layout == .lines && depth <= 1 }

  private mutating func breakLine() {
    buffer.append(UInt8(ascii: "\n"))
    if layout == .pretty { for _ in 0..<depth { buffer.append(literal: "  ") } }
  }

  private mutating func endValue() {
    if depth == 0, layout != .compact { buffer.append(UInt8(ascii: "\n")) }
  }

  private mutating func append(_ flag: Bool) {
    buffer.append(literal: flag ? "true" : "false")
  }

  @usableFromInline
  mutating func append(string: String) {
    buffer.append(jsonString: string, isForHTML: isForHTML)
  }

  @usableFromInline
  mutating func append(_ number: Double) { buffer.append(jsonNumber: number) }

  @usableFromInline
  mutating func append(_ number: DecimalNumber) { buffer.append(jsonNumber: number) }
}
