/// The targets that a part of a workbook refers to: ECMA-376 part 2 §9.3.
final class Relationships: XMLHandler {
  struct Target {
    let id: String
    /// The last part of the type's address, such as `worksheet`.
    let type: String
    /// Inside the archive, without a leading slash.
    let path: String
  }

  private let folder: Substring
  private(set) var targets: [Target] = []

  private init(folder: Substring) {
    self.folder = folder
  }

  /// The part that lists what `part` refers to: `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`.
  static func part(of part: String) -> String {
    let (folder, name) = split(part)
    return "\(folder)_rels/\(name).rels"
  }

  /// No targets for a part that does not exist.
  static func read(_ bytes: [UInt8]?, of owner: String, part: String) throws(WorkbookFault) -> Relationships {
    let relations = Relationships(folder: split(owner).folder)
    if let bytes { try readXML(bytes, part: part, into: relations) }
    return relations
  }

  /// The folder with its slash, empty at the top, and the name.
  private static func split(_ part: String) -> (folder: Substring, name: Substring) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part[...]) }
    return (part[...slash], part[part.index(after: slash)...])
  }

  func target(ofType type: String) -> String? { targets.first { $0.type == type }?.path }
  func target(ofID id: String) -> Target? { targets.first { $0.id == id } }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard case "Relationship" = name, let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"]
    else { return }
    // A target outside the file, such as a web page, is never opened.
    if attributes["TargetMode"] == "External" { return }
    var (base, relative) = (folder, target[...])
    // The parts of a sheet are beside its folder: ../comments1.xml.
    while relative.hasPrefix("../"), !base.isEmpty {
      relative = relative.dropFirst(3)
      base = base.dropLast()
      base = base.lastIndex(of: "/").map { base[...$0] } ?? ""
    }
    let path = target.hasPrefix("/") ? String(target.dropFirst()) : String(base + relative)
    let kind = type.split(separator: "/").last.map { String($0) } ?? type
    guard targets.count < WorkbookLimits.parts else { return stop(.tooLarge("it has too many parts")) }
    targets.append(Target(id: id, type: kind, path: path))
  }
}

/// The list of sheets, in `xl/workbook.xml`.
final class SheetList: XMLHandler {
  struct Entry {
    let name: String
    let isHidden: Bool
    let relation: String
  }

  private(set) var sheets: [Entry] = []
  /// Whether days count from 1904, as in workbooks from old Macs.
  private(set) var isFrom1904 = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "sheet":
      guard let title = attributes["name"], let relation = attributes["id"] else {
        return stop(.damaged("a sheet has no name"))
      }
      let state = attributes["state"]
      sheets.append(Entry(name: title, isHidden: state == "hidden" || state == "veryHidden", relation: relation))
    case "workbookPr": isFrom1904 = attributes.isTrue("date1904")
    default: break
    }
  }
}

/// The texts that cells refer to by their number, in `xl/sharedStrings.xml`.
final class SharedTexts: XMLHandler {
  private(set) var texts: [String] = []
  private var collector = TextCollector()

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if case "si" = name { collector.reset() } else { collector.start(name) }
  }

  override func end(_ name: XMLName) {
    guard case "si" = name else { return collector.end(name) }
    guard texts.count < WorkbookLimits.sharedTexts else {
      return stop(.tooLarge("it has more than \(WorkbookLimits.sharedTexts) texts"))
    }
    texts.append(collector.text)
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) { collector.append(bytes) }
}

/// Collects the `t` elements of a text: one for a plain text, and one for each run of a formatted text. Phonetic text
/// (`rPh`) is left out.
struct TextCollector {
  private var bytes: [UInt8] = []
  private var isInText = false
  private var isPronunciation = false

  var text: String { unescaped(bytes) }

  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    isInText = false
    isPronunciation = false
  }

  mutating func start(_ name: XMLName) {
    switch name {
    case "t": isInText = !isPronunciation
    case "rPh": isPronunciation = true
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    switch name {
    case "t": isInText = false
    case "rPh": isPronunciation = false
    default: break
    }
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    if isInText { bytes += piece }
  }
}

/// The text with each `_x000D_` replaced by its character: ECMA-376 part 1 §22.9.2.19.
func unescaped(_ bytes: [UInt8]) -> String {
  guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
  var units: [UInt16] = []
  var rest = Array(String(decoding: bytes, as: UTF8.self).utf16)[...]
  while let unit = rest.first {
    if unit == 0x5F, rest.count >= 7, rest[rest.startIndex + 1] == 0x78, rest[rest.startIndex + 6] == 0x5F,
      let escaped = hexadecimal(rest[(rest.startIndex + 2)..<(rest.startIndex + 6)])
    {
      units.append(escaped)
      rest = rest.dropFirst(7)
    } else {
      units.append(unit)
      rest = rest.dropFirst()
    }
  }
  return String(decoding: units, as: UTF16.self)
}

private func hexadecimal(_ units: ArraySlice<UInt16>) -> UInt16? {
  var value: UInt16 = 0
  for unit in units {
    guard let digit = UInt8(exactly: unit).flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else { return nil }
    value = value << 4 | UInt16(digit)
  }
  return value
}

/// The comments on the cells of one sheet, in `xl/comments1.xml`.
final class CommentReader: XMLHandler {
  private(set) var comments: [Workbook.Comment] = []
  private var position: CellPosition?
  private var collector = TextCollector()

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if case "comment" = name {
      position = attributes["ref"].flatMap { CellPosition($0.utf8) }
      collector.reset()
    } else {
      collector.start(name)
    }
  }

  override func end(_ name: XMLName) {
    guard case "comment" = name else { return collector.end(name) }
    guard let position else { return }
    guard comments.count < WorkbookLimits.sharedTexts else {
      return stop(.tooLarge("it has more than \(WorkbookLimits.sharedTexts) texts"))
    }
    comments.append(Workbook.Comment(position: position, text: collector.text))
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) { collector.append(bytes) }
}

/// The number format of each style of a cell, in `xl/styles.xml`.
final class CellFormats: XMLHandler {
  private(set) var kinds: [NumberFormatKind] = []
  private var codes: [Int: NumberFormatKind] = [:]
  private var isInCellFormats = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let number = attributes.number("numFmtId"), let code = attributes["formatCode"] {
        codes[number] = NumberFormatKind(code: code)
      }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      guard kinds.count < WorkbookLimits.sharedTexts else { return stop(.tooLarge("it has too many styles")) }
      let number = attributes.number("numFmtId") ?? 0
      kinds.append(codes[number] ?? NumberFormatKind(builtIn: number))
    default: break
    }
  }

  override func end(_ name: XMLName) {
    if case "cellXfs" = name { isInCellFormats = false }
  }
}
