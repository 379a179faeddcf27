import CExpat

/// Receives the elements of an XML text. Names are without their prefix.
class XMLHandler {
  /// The first fault; the text after it is skipped.
  final var fault: WorkbookFault?
  /// The most levels of nested elements.
  fileprivate final let deepest: Int
  fileprivate final var depth = 0
  fileprivate final var parser: XML_Parser?

  init(deepest: Int = WorkbookLimits.depth) { self.deepest = deepest }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Ends the reading with a fault.
  final func stop(_ fault: WorkbookFault) {
    guard self.fault == nil else { return }
    self.fault = fault
    if let parser { XML_StopParser(parser, 0) }
  }
}

/// The name of an element, which is valid only while its handler is called.
package struct XMLName {
  private let start: UnsafePointer<CChar>

  fileprivate init(_ name: UnsafePointer<CChar>) {
    start = withoutPrefix(name)
  }

  @inline(__always)
  package static func ~= (wanted: StaticString, name: XMLName) -> Bool { equals(name.start, wanted) }
}

/// The attributes of an element, which are valid only while its handler is called.
package struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  fileprivate init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
    self.pairs = pairs
  }

  /// The bytes of an attribute's value, by its name without its prefix. `sheetId` and `r:id` differ in their names.
  @inline(__always)
  func bytes(_ wanted: StaticString) -> UnsafePointer<CChar>? {
    var index = 0
    while let name = pairs[index] {
      if equals(withoutPrefix(name), wanted) { return pairs[index + 1] }
      index += 2
    }
    return nil
  }

  /// An attribute's value, for comparisons without a copy.
  func value(_ name: StaticString) -> XMLValue? { bytes(name).map { XMLValue(start: $0) } }

  package subscript(_ name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

  /// A whole number of at most nine digits.
  func number(_ name: StaticString) -> Int? { bytes(name).flatMap(wholeNumber) }

  func isTrue(_ name: StaticString) -> Bool {
    guard let value = bytes(name) else { return false }
    return equals(value, "1") || equals(value, "true")
  }
}

/// The value of an attribute, which is valid only while its handler is called.
struct XMLValue {
  fileprivate let start: UnsafePointer<CChar>

  @inline(__always)
  static func ~= (wanted: StaticString, value: XMLValue) -> Bool { equals(value.start, wanted) }
}

private func withoutPrefix(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
  var (start, index) = (name, name)
  while index.pointee != 0 {
    if index.pointee == CChar(UInt8(ascii: ":")) { start = index + 1 }
    index += 1
  }
  return start
}

@inline(__always)
private func equals(_ text: UnsafePointer<CChar>, _ wanted: StaticString) -> Bool {
  let count = wanted.utf8CodeUnitCount
  let expected = wanted.utf8Start
  var index = 0
  while index < count {
    guard UInt8(bitPattern: text[index]) == expected[index] else { return false }
    index += 1
  }
  return text[count] == 0
}

private func wholeNumber(_ text: UnsafePointer<CChar>) -> Int? {
  var (value, index) = (0, 0)
  while text[index] != 0 {
    let byte = UInt8(bitPattern: text[index])
    guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), index < 9 else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
    index += 1
  }
  return index > 0 ? value : nil
}

/// Reads an XML text. No entity of the text's own is expanded and nothing outside it is opened: a document type, which
/// declares them, ends the reading.
func readXML(_ bytes: [UInt8], part: String, into handler: XMLHandler) throws(WorkbookFault) {
  guard let parser = XML_ParserCreate(nil) else { preconditionFailure("there is memory for a parser") }
  defer {
    handler.parser = nil
    XML_ParserFree(parser)
  }
  handler.parser = parser
  XML_SetUserData(parser, Unmanaged.passUnretained(handler).toOpaque())
  XML_SetElementHandler(
    parser,
    { data, name, attributes in
      guard let handler = handlerOf(data), let name, let attributes else { return }
      handler.depth += 1
      guard handler.depth <= handler.deepest else {
        return handler.stop(.damaged("its elements are nested more than \(handler.deepest) deep"))
      }
      handler.start(XMLName(name), XMLAttributes(attributes))
    },
    { data, name in
      guard let handler = handlerOf(data), let name else { return }
      handler.depth -= 1
      handler.end(XMLName(name))
    })
  XML_SetCharacterDataHandler(
    parser,
    { data, text, count in
      guard let handler = handlerOf(data), let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    })
  XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
    handlerOf(data)?.stop(
      WorkbookFault(
        "declares XML entities, which Office programs do not write",
        hint: "open it in Excel and save it again as 'Excel Workbook (.xlsx)'"))
  }
  let isRead = bytes.withUnsafeBufferPointer { buffer in
    buffer.withMemoryRebound(to: CChar.self) { XML_Parse(parser, $0.baseAddress, Int32($0.count), 1) }
  }
  if let fault = handler.fault { throw fault }
  guard isRead == XML_STATUS_OK else {
    throw .damaged("'\(part)' is not valid XML, line \(XML_GetCurrentLineNumber(parser))")
  }
}

private func handlerOf(_ data: UnsafeMutableRawPointer?) -> XMLHandler? {
  guard let data else { return nil }
  let handler = Unmanaged<XMLHandler>.fromOpaque(data).takeUnretainedValue()
  return handler.fault == nil ? handler : nil
}

/// Receives the elements of an XML text that is not a workbook's.
package struct XMLVisitor {
  package var start: (XMLName, XMLAttributes) -> Void
  package var end: (XMLName) -> Void
  package var text: (UnsafeBufferPointer<UInt8>) -> Void

  package init(
    start: @escaping (XMLName, XMLAttributes) -> Void, end: @escaping (XMLName) -> Void,
    text: @escaping (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    self.start = start
    self.end = end
    self.text = text
  }

  /// Reads an XML text as `readXML` does, with elements at most `deepest` deep.
  package func read(_ bytes: [UInt8], part: String, deepest: Int) throws(WorkbookFault) {
    try readXML(bytes, part: part, into: Handler(self, deepest: deepest))
  }

  private final class Handler: XMLHandler {
    private let visitor: XMLVisitor

    init(_ visitor: XMLVisitor, deepest: Int) {
      self.visitor = visitor
      super.init(deepest: deepest)
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) { visitor.start(name, attributes) }
    override func end(_ name: XMLName) { visitor.end(name) }
    override func text(_ bytes: UnsafeBufferPointer<UInt8>) { visitor.text(bytes) }
  }
}
