import DataFormats
import Diagnostics
import Files
import Indicators
import Markup
import SiteSources

extension Author {
  /// The first fields of a new indicator; its author fills in the rest.
  package struct NewIndicator: Sendable {
    package var id: String
    package var name: String
    package var unit: String?
    package var kind: IndicatorKind
    package var target: String?

    package init(id: String, name: String, unit: String?, kind: IndicatorKind, target: String?) {
      self.id = id
      self.name = name
      self.unit = unit
      self.kind = kind
      self.target = target
    }
  }

  /// Adds an entry at the end of a plan's register of indicators. Returns the register's path and the entry's line,
  /// 1-based.
  package func addIndicator(_ new: NewIndicator, plan: String?) throws -> (path: String, line: Int) {
    try checkNewIndicator(new.id)
    try checkText(new.name, option: "the name")
    if let unit = new.unit { try checkText(unit, option: "the unit") }
    if let target = new.target, new.kind != .milestone, DecimalNumber(target) == nil {
      throw Refusal(
        "the target must be a number, not '\(target)'",
        hint: TargetText(target)?.hint ?? DecimalNumber.hint(for: target))
    }
    var lines = ["- id: \(yaml(new.id))", "  name: \(yaml(new.name))"]
    if let unit = new.unit { lines.append("  unit: \(yaml(unit))") }
    lines.append("  kind: \(new.kind.rawValue)")
    if new.kind == .increase { lines.append("  measure: \(Measure.cumulative.rawValue)") }
    if let target = new.target {
      let isPlain = DecimalNumber(target) != nil || Period(target) != nil
      lines.append("  \(new.kind == .milestone ? "due" : "target"): \(isPlain ? target : yaml(target))")
    }
    return try append(lines, toRegister: .indicators, plan: plan) { source in
      IndicatorRegister.decode(source).value?.count
    }
  }

  /// Adds the lines of an indicator with a new id at the end of a plan's register.
  func addIndicator(_ lines: [String], id: String, plan: String?) throws -> (path: String, line: Int) {
    try checkNewIndicator(id)
    return try append(lines, toRegister: .indicators, plan: plan) { IndicatorRegister.decode($0).value?.count }
  }

  private func checkNewIndicator(_ id: String) throws {
    try checkID(id, example: "skilled-workers")
    let known = site.indicators.map { ($0.source, $0.entries) } + site.pages.map { ($0.source, $0.fields.indicators) }
    for (source, indicators) in known {
      if let old = indicators.lazy.compactMap({ $0.id?.value }).first(where: { isSameName($0, id) }) {
        throw Refusal("indicator '\(old)' already exists in \(source.path)", hint: "choose another id")
      }
    }
  }

  /// Adds an entry at the end of a plan's register of programmes. Returns the register's path and the entry's line,
  /// 1-based.
  package func addProgramme(id: String, name: String, plan: String?) throws -> (path: String, line: Int) {
    try checkID(id, example: "river-path")
    try checkText(name, option: "the name")
    guard Slug(id)?.text == id else {
      throw Refusal("'\(id)' is not a valid id", hint: Slug(id).map { "write '\($0.text)'" })
    }
    for register in site.programmes where register.entries.contains(where: { $0.id.value == id }) {
      throw Refusal("programme '\(id)' already exists in \(register.file.contentPath)", hint: "choose another id")
    }
    return try append(["- id: \(yaml(id))", "  name: \(yaml(name))"], toRegister: .programmes, plan: plan) { source in
      let file = SourceFile(path: source.path, role: .register(.programmes))
      return Register<Programme>.parse(file, source, describing: "a programme", read: Programme.read).value?.entries
        .count
    }
  }

  /// Adds the lines of `entries` entries to a register, or creates the register. Parses it before and after, and writes
  /// nothing unless there are exactly so many more.
  func append(
    _ lines: [String], count entries: Int = 1, toRegister kind: RegisterKind, plan: String?,
    counting count: (SourceText) -> Int?
  ) throws -> (path: String, line: Int) {
    let path = try planFolder(plan).appending(part: "\(kind.rawValue).yaml")
    let shown = "\(SourceTree.contentFolder)/\(path)"
    let whole = "\(siteDirectory)/\(shown)"
    try FileSystem.requireOrdinaryFile(whole)
    guard let old = try FileSystem.contents(of: whole), !isEmptyList(old) else {
      if try FileSystem.kind(of: whole) == nil { return (try write(lines.map { $0 + "\n" }.joined(), toNew: path), 1) }
      try FileSystem.replace(whole, with: Array(lines.map { $0 + "\n" }.joined().utf8))
      return (shown, 1)
    }
    let style = ListStyle(old)
    var text = String(decoding: old, as: UTF8.self)
    if !text.isEmpty, !text.hasSuffix("\n"), !text.hasSuffix(style.lineBreak) { text += style.lineBreak }
    // Separate the entry with an empty line if the register does so.
    let (emptyLine, item) = (style.lineBreak + style.lineBreak, style.indentation + "- ")
    if text.contains(emptyLine + item), !text.hasSuffix(emptyLine) { text += style.lineBreak }
    let line = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    text += lines.map { style.indentation + $0 + style.lineBreak }.joined()
    guard let before = count(SourceText(path: shown, bytes: old)),
      count(SourceText(path: shown, text: text)) == before + entries
    else {
      let isClosed = old.first == UInt8(ascii: "[") || text.contains("\n...")
      throw isClosed
        ? Refusal(
          "an entry at the end of \(shown) would not belong to its list, so nothing was written",
          hint: "begin each entry on a new line with '- ', without '[' around the list and without '...' after it")
        : Refusal(
          "\(shown) is not a valid list, so nothing was written",
          hint: "fix it first: 'planpress check' reports the errors")
    }
    try FileSystem.replace(whole, with: Array(text.utf8))
    return (shown, line)
  }

  /// Whether a register has nothing but `[]`.
  private func isEmptyList(_ bytes: [UInt8]) -> Bool {
    bytes.count < 16 && bytes.filter { $0 > UInt8(ascii: " ") }.elementsEqual("[]".utf8)
  }

  /// Refuses a text that no page can show.
  func checkText(_ text: String, option: Message) throws {
    guard let scalar = text.unicodeScalars.first(where: ControlCharacter.contains) else { return }
    throw Refusal(
      "\(option) has a control character (\(ControlCharacter.name(scalar))), which no page can show",
      hint: "type it again")
  }

  private func checkID(_ id: String, example: String) throws {
    guard IndicatorID(id) != nil else {
      throw Refusal(
        "'\(id)' is not a valid id",
        hint: "use letters, digits and '-', such as \(example); the id becomes part of an address")
    }
    guard id.utf8.count <= Author.longestPart else {
      throw Refusal("the id '\(id.prefix(20))…' is too long", hint: "use a shorter one")
    }
  }

  /// Whether two ids are equal but for case: their addresses would be one file on many computers.
  private func isSameName(_ a: String, _ b: String) -> Bool { a == b || a.lowercased() == b.lowercased() }
}

/// How the list of a register is written, so that a new entry continues it.
private struct ListStyle {
  /// The spaces before each entry.
  let indentation: String
  /// `\r\n` in a file from Windows.
  let lineBreak: String

  init(_ bytes: [UInt8]) {
    let item = bytes.split(separator: UInt8(ascii: "\n")).first { line in
      let rest = line.drop { $0 == UInt8(ascii: " ") }
      return rest.starts(with: "- ".utf8) || rest.elementsEqual("-".utf8) || rest.elementsEqual("-\r".utf8)
    }
    indentation = String(repeating: " ", count: item?.prefix { $0 == UInt8(ascii: " ") }.count ?? 0)
    lineBreak = bytes.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
  }
}
