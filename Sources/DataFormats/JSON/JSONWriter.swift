import Bytes

/// Writes one JSON value (RFC 8259) as bytes, with keys in the order of the calls.
///
///     var json = JSONWriter(.pretty)
///     json.object {
///       $0.member("id", "skilled-workers")
///       $0.object("target") { $0.member("value", 1.5) }
///       $0.array("years") { for year in 2021...2025 { $0.value(year) } }
///     }
///     write(json.bytes)
///
/// A member whose value is nil is omitted: a missing fact is a missing key.
///
/// Public where the compiler must inline it into other targets: a call of a closure for each of thousands of objects
/// costs more than its braces.
public struct JSONWriter: ~Copyable {
  /// Where the text has line breaks and spaces; a reader takes all layouts for the same value.
  public enum Layout: Sendable {
    case compact
    /// One line per item of the outermost collection, and a line break at the end.
    case lines
    /// Indented by two spaces per level, and a line break at the end.
    case pretty
  }

  @usableFromInline var buffer: ByteBuffer
  private let layout: Layout
  private let isForHTML: Bool
  /// The offset at which the value begins in the buffer.
  private let start: Int
  /// The number of open collections.
  private var depth = 0
  /// The number of collections around and including an object that is on one line.
  private var depthOfLine = Int.max
  /// Whether the innermost collection is an object.
  private var isInObject = false
  /// Whether the innermost collection is empty.
  @usableFromInline var isEmpty = true
  /// Whether the members of the innermost object share a line.
  @usableFromInline var isInLine = false

  /// Appends the value to `buffer`. `isForHTML`: escapes `<`, `>`, `&`, U+2028 and U+2029, which makes the text safe
  /// inside a `<script>` element.
  package init(
    _ layout: Layout = .pretty, isForHTML: Bool = false, appendingTo buffer: consuming ByteBuffer = ByteBuffer()
  ) {
    self.layout = layout
    self.isForHTML = isForHTML
    self.start = buffer.count
    self.buffer = buffer
  }

  /// A copy of the whole buffer, including what was in it before.
  package var bytes: [UInt8] { buffer.array }

  /// Returns the buffer.
  package consuming func finish() -> ByteBuffer { buffer }
}

// MARK: - Values: the outermost value, or the next item of an array

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

  /// `text` is JSON.
  package mutating func value(verbatim text: String) {
    beginItem()
    buffer.append(text: text)
    endValue()
  }

  /// A number with the digits as written.
  package mutating func value(_ number: DecimalNumber) {
    beginItem()
    append(number)
    endValue()
  }

  package mutating func value(_ flag: Bool) {
    beginItem()
    append(flag)
    endValue()
  }

  /// An object whose members `members` writes.
  @inlinable @inline(__always)
  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    let outer = openItem(isObject: true)
    members(&self)
    close(into: outer)
  }

  /// An object that is on one line in every layout, with everything inside it.
  @inlinable @inline(__always)
  public mutating func lineObject(_ members: (inout JSONWriter) -> Void) {
    let outer = openItem(isObject: true)
    beginLine()
    members(&self)
    close(into: outer)
  }

  /// An array whose items `items` writes.
  @inlinable @inline(__always)
  public mutating func array(_ items: (inout JSONWriter) -> Void) {
    let outer = openItem(isObject: false)
    items(&self)
    close(into: outer)
  }

  /// Writes a part of the outermost array, for several writers that take turns: the first opens it, the last closes it,
  /// and the caller concatenates their bytes. No part is empty.
  package mutating func chunk(isFirst: Bool, isLast: Bool, _ items: (inout JSONWriter) -> Void) {
    beginItem()
    let outer = open(isObject: false, mark: isFirst ? UInt8(ascii: "[") : UInt8(ascii: ","))
    items(&self)
    precondition(depth == 1 && !isEmpty, "a chunk belongs to the outermost array and is not empty")
    if isLast { close(into: outer) }
  }
}

// MARK: - Members of an object

extension JSONWriter {
  /// A member with a text, which is escaped (RFC 8259 §7); nothing for nil. The key needs no escaping.
  @inlinable @inline(__always)
  public mutating func member(_ key: StaticString, _ text: String?) {
    guard let text else { return }
    beginMember(key)
    append(string: text)
  }

  /// A text as UTF-8.
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

  /// A member with a whole number; nothing for nil.
  @inlinable @inline(__always)
  public mutating func member(_ key: StaticString, _ number: Int?) {
    guard let number else { return }
    beginMember(key)
    buffer.append(decimal: number)
  }

  /// A member whose key comes from data and may need escaping.
  package mutating func member(named key: String, _ text: String) {
    beginMember(key)
    append(string: text)
  }

  package mutating func member(named key: String, _ number: Int) {
    beginMember(key)
    buffer.append(decimal: number)
  }

  /// `text` is JSON.
  package mutating func member(named key: String, verbatim text: String) {
    beginMember(key)
    buffer.append(text: text)
  }

  package mutating func object(named key: String, _ members: (inout JSONWriter) -> Void) {
    beginMember(key)
    let outer = open(isObject: true)
    members(&self)
    close(into: outer)
  }

  package mutating func array(named key: String, _ items: (inout JSONWriter) -> Void) {
    beginMember(key)
    let outer = open(isObject: false)
    items(&self)
    close(into: outer)
  }

  /// Finite; the shortest text that reads back as the same number, without `.0`.
  @inlinable @inline(__always)
  public mutating func member(_ key: StaticString, _ number: Double?) {
    guard let number else { return }
    beginMember(key)
    append(number)
  }

  /// The value of the number, without the trailing zeros that the author wrote.
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

  /// Members that another writer made with the layout `compact`, for an object on one line.
  package mutating func members(verbatim bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    precondition(isInLine, "members are copied into an object on one line")
    if !isEmpty { buffer.append(UInt8(ascii: ",")) }
    isEmpty = false
    buffer.append(contentsOf: bytes)
  }

  /// A member with an object, whose members `members` writes.
  @inlinable @inline(__always)
  public mutating func object(_ key: StaticString, _ members: (inout JSONWriter) -> Void) {
    let outer = openMember(key, isObject: true)
    members(&self)
    close(into: outer)
  }

  /// A member with an array, whose items `items` writes.
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

  /// Writes comma, key and colon with one capacity check: a data file consists mostly of keys.
  @inlinable @inline(__always)
  mutating func beginMember(_ key: StaticString) {
    guard isInLine else { return beginMemberOnOwnLine(key) }
    let length = key.utf8CodeUnitCount
    let isFirst = isEmpty
    isEmpty = false
    buffer.append(reserving: length + 4) { target in
      target[0] = UInt8(ascii: ",")
      // The first member overwrites the comma.
      let start = isFirst ? target : target + 1
      start[0] = UInt8(ascii: "\"")
      (start + 1).update(from: key.utf8Start, count: length)
      start[length + 1] = UInt8(ascii: "\"")
      start[length + 2] = UInt8(ascii: ":")
      return isFirst ? length + 3 : length + 4
    }
  }

  /// For the layout `pretty`, and for `lines` if the object is the outermost value.
  @usableFromInline
  mutating func beginMemberOnOwnLine(_ key: StaticString) {
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
    if layout == .pretty, breaksLines { buffer.append(UInt8(ascii: " ")) }
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

  /// Returns whether the enclosing collection is an object, for `close(into:)`.
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
  mutating func beginLine() {
    depthOfLine = min(depthOfLine, depth)
    isInLine = isInObject
  }

  @usableFromInline
  mutating func close(into isOuterObject: Bool) {
    let isObject = isInObject
    let isOnLine = depth >= depthOfLine
    depth -= 1
    if depth < depthOfLine { depthOfLine = .max }
    isInObject = isOuterObject
    isInLine = isInObject && !breaksLines
    // With `lines`, an item ends on its own line.
    if !isEmpty, !isOnLine, layout == .pretty || layout == .lines && depth == 0 { breakLine() }
    isEmpty = false
    buffer.append(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    endValue()
  }

  /// Whether the next entry begins a line.
  private var breaksLines: Bool {
    depth < depthOfLine && (layout == .pretty || layout == .lines && depth <= 1)
  }

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
