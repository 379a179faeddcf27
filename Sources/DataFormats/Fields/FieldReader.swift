import Diagnostics

/// Reads one mapping key by key, and reports values that do not fit.
///
/// The function that reads a scalar decides its type: `no`, `2021` and `1.10` are text to `string`, and `2021` is a
/// number to `integer`. A value that does not fit is reported (`field.wrong-type`, `field.invalid-value`) and treated
/// as absent. Nested readers share the sink; each needs its own call of `finish()`.
package struct FieldReader {
  /// The mapping; the location of findings about missing keys.
  package let range: SourceRange
  /// The subject in messages: `a plan`, `an indicator`.
  package let subject: Message
  let entries: [YAMLEntry]
  /// Shared by the readers of one file.
  let file: FileOfFields
  /// A Bloom filter of the keys: most keys that callers look up are absent.
  private let present: UInt64
  /// One bit for each of the first 64 entries, set until the entry is read.
  private var unread: UInt64
  /// The indices from 64 on that were read.
  private var readBeyond64: Set<Int> = []
  /// Identifies this reader in `FileOfFields`.
  private let number: Int

  /// Nil for a node that is not a mapping (`field.wrong-type`).
  package init?(
    _ node: YAMLNode, in source: SourceText, describing subject: Message, reportingTo sink: DiagnosticSink
  ) {
    self.init(node, in: FileOfFields(source, sink), describing: subject)
  }

  init?(_ node: YAMLNode, in file: FileOfFields, describing subject: Message) {
    guard case .mapping(let entries) = node.content else {
      let hasWideColon = node.asScalar?.value.contains("：") == true
      file.sink.report(
        Diagnostic(
          .error, .wrongType, "\(subject) must be lines of 'key: value', not \(node.kindInWords)",
          hint: hasWideColon
            ? "write ': ' instead of '：', as in 'key: value'" : "put ': ' between each key and its value",
          at: file.source.location(of: node.range)))
      return nil
    }
    self.init(entries, at: node.range, in: file, describing: subject)
  }

  init(_ entries: [YAMLEntry], at range: SourceRange, in file: FileOfFields, describing subject: Message) {
    self.entries = entries
    self.range = range
    self.file = file
    self.subject = subject
    number = file.nextNumber()
    var present: UInt64 = 0
    for index in entries.indices { present |= FieldKey.bit(entries[index].code) }
    self.present = present
    unread = entries.count < 64 ? (1 &<< UInt64(entries.count)) &- 1 : .max
  }
}

/// The file that a group of nested readers reads, and their sink.
final class FileOfFields {
  let source: SourceText
  let sink: DiagnosticSink
  @exclusivity(unchecked) private var readers = 0
  /// The keys that readers looked up while they had unread entries, in order and with repetitions. `finish` suggests
  /// them for an unknown key. One array serves all readers, because they mostly finish one after the other.
  ///
  /// Exclusivity is unchecked here and for `readers`: each function below makes a single change and calls no other
  /// code, and the check took longer than the change.
  @exclusivity(unchecked) private var lookups: [Lookup] = []
  /// The keys that are not literals.
  private var texts: [String] = []

  /// Contains no references, so removing lookups costs nothing.
  private struct Lookup {
    let reader: Int
    let key: FieldKey
    /// The index in `texts`, for a key that is not a literal.
    var text: Int?
  }

  init(_ source: SourceText, _ sink: DiagnosticSink) {
    self.source = source
    self.sink = sink
  }

  func nextNumber() -> Int {
    readers += 1
    return readers
  }

  func note(_ key: FieldKey, by reader: Int) {
    if lookups.isEmpty { lookups.reserveCapacity(32) }
    lookups.append(Lookup(reader: reader, key: key))
  }

  func note(_ key: String, by reader: Int) {
    lookups.append(Lookup(reader: reader, key: "", text: texts.count))
    texts.append(key)
  }

  /// The keys that a reader looked up, each once.
  func keys(lookedUpBy reader: Int) -> [String] {
    var known: Set<String> = []
    return lookups.filter { $0.reader == reader }
      .map { lookup in lookup.text.map { texts[$0] } ?? lookup.key.text }
      .filter { known.insert($0).inserted }
  }

  /// Removes the lookups of a reader that has no unread entries.
  func forget(_ reader: Int) {
    var count = lookups.count
    while count > 0, lookups[count - 1].reader == reader { count -= 1 }
    lookups.removeLast(lookups.count - count)
  }
}

// MARK: - Keys

extension FieldReader {
  package var source: SourceText { file.source }
  package var sink: DiagnosticSink { file.sink }

  /// All keys of the mapping, in the order of the file.
  package var keys: [Located<String>] { entries.map(\.key) }

  /// Whether the key is in the mapping, even without a value. The key still counts as unread.
  package func has(_ key: FieldKey) -> Bool {
    present & FieldKey.bit(key.code) != 0 && find(key) != nil
  }

  /// The node of a key, which then counts as read: for fields with several forms, such as `target: 1.5` and
  /// `target: {…}`. Nil if it is absent or null.
  package mutating func node(_ key: FieldKey) -> YAMLNode? {
    position(key).map { entries[$0].value }
  }

  /// Whether the key has a value that is not null; the key counts as read.
  package mutating func hasValue(_ key: FieldKey) -> Bool { position(key) != nil }

  /// The index of an entry whose value is not null; the key counts as read. Reports a key without a value
  /// (`field.missing-key`), once.
  @inline(__always)
  mutating func position(_ key: FieldKey) -> Int? {
    guard let (index, wasUnread) = take(key) else { return nil }
    guard !entries[index].value.isNull else {
      if wasUnread { reportEmpty(entries[index]) }
      return nil
    }
    return index
  }

  /// Reads a key that may have no value, such as that of a figure that is known to be missing: null is then not a
  /// finding.
  package mutating func acceptNull(_ key: FieldKey) { _ = read(key) }

  /// The index of an entry, which then counts as read.
  @inline(__always)
  mutating func read(_ key: FieldKey) -> Int? { take(key)?.index }

  @inline(__always)
  private mutating func take(_ key: FieldKey) -> (index: Int, wasUnread: Bool)? {
    // Once all entries are read, no finding will list the known keys.
    if !isFullyRead { file.note(key, by: number) }
    guard present & FieldKey.bit(key.code) != 0, let index = find(key) else { return nil }
    return (index, markRead(index))
  }

  /// `read` for a key that is not a literal.
  mutating func read(named key: String) -> Int? {
    if !isFullyRead { file.note(key, by: number) }
    guard let index = entries.firstIndex(where: { $0.key.value == key }) else { return nil }
    markRead(index)
    return index
  }

  /// Whether all entries were read: any other key is absent.
  package var isFullyRead: Bool { unread == 0 && entries.count <= 64 }

  private func find(_ key: FieldKey) -> Int? {
    // Uses indices, because a search with a closure would copy each entry.
    for index in entries.indices {
      // Compares the codes before it reads the entry: nearly all differ.
      let code = entries[index].code
      if code != key.code, code != 0, key.code != 0 { continue }
      if key.isKey(code, entries[index].key.value) { return index }
    }
    return nil
  }

  /// Returns whether the entry was unread.
  @discardableResult
  private mutating func markRead(_ index: Int) -> Bool {
    let wasUnread: Bool
    if index < 64 {
      let bit: UInt64 = 1 &<< UInt64(index)
      wasUnread = unread & bit != 0
      unread &= ~bit
    } else {
      wasUnread = readBeyond64.insert(index).inserted
    }
    if isFullyRead { file.forget(number) }
    return wasUnread
  }

  /// Reports every entry that was not read (`field.unknown-key`), with the nearest key that was looked up. `hints` has
  /// hints for keys that other programs use.
  package mutating func finish(hints: [String: Message] = [:]) {
    guard !isFullyRead else { return }
    let known = file.keys(lookedUpBy: number)
    let list: Message? = known.isEmpty ? nil : "the keys of \(subject) are \(list: known)"
    var unknown = 0
    for (index, entry) in entries.enumerated() where unknown < FindingList.limit {
      guard index < 64 ? unread & (1 &<< UInt64(index)) != 0 : !readBeyond64.contains(index) else { continue }
      unknown += 1
      let key = entry.key.value
      if let owner = ownerOfRest(at: index) {
        // Report the first of several commas.
        if owner == index - 1 { reportComma(after: owner) }
        continue
      }
      if let (flow, range) = fullWidthFlow(at: entry.key.range) {
        report(
          .unknownKey, "'\(flow.mark)' is full-width, and YAML wants '\(flow.straight)'",
          hint: "write '\(flow.corrected)'", at: range)
        continue
      }
      report(
        .unknownKey, "unknown key '\(key)' in \(subject)",
        hint: hints[key] ?? hint(for: entry, among: known) ?? didYouMean(key, among: known) ?? list,
        at: entry.key.range)
    }
    unread = 0
    readBeyond64 = Set(entries.indices.dropFirst(64))
    file.forget(number)
  }
}

// MARK: - Keys that are none

extension FieldReader {
  /// The hint for a key in braces whose line has a full-width mark: the line as it should be. Nil if it has none.
  package func hintOnFullWidth(at key: SourceRange) -> Message? {
    fullWidthFlow(at: key).map { "write '\($0.0.corrected)'" }
  }

  /// The full-width mark in a key that it made one of several, `{year： 2020， value： 270}`, with its place.
  private func fullWidthFlow(at key: SourceRange) -> (FullWidthFlow, SourceRange)? {
    let line = LineContext(file.source, at: Int(key.start))
    guard let flow = FullWidthFlow(line.trimmedLine) else { return nil }
    let start = line.firstByte + flow.offset
    guard start >= Int(key.start), start < Int(key.end) else { return nil }
    return (flow, SourceRange(start: start, end: start + flow.mark.utf8.count))
  }

  /// The hint for a key in Chinese, and for one that a missing space or a full-width colon made of a key and its value.
  private func hint(for entry: YAMLEntry, among known: [String]) -> Message? {
    let key = entry.key.value
    if let english = ChineseKeys.key(key, among: known) {
      guard case .scalar(let text, _) = entry.value.content, !text.isEmpty, text.count <= 40, !entry.value.isNull else {
        return "write '\(english):'"
      }
      return "write '\(english): \(ChineseKeys.value(text, of: english) ?? text)'"
    }
    guard let colon = key.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
    var name = String(key[..<colon])
    if !known.contains(name) { name = ChineseKeys.key(name, among: known) ?? name }
    guard known.contains(name) else { return nil }
    let value = key[key.index(after: colon)...].drop { $0 == " " || $0 == "　" }
    // baseline：{year：2020，value: 270}
    if let first = value.first, "{[｛［".contains(first), case .scalar(let text, _) = entry.value.content {
      let whole = text.isEmpty ? String(value) : "\(value): \(text)"
      let flow = FullWidthFlow("\(name): \(whole)")?.corrected ?? whole
      return "write '\(name): \(flow)'"
    }
    // {year： 2020， value： 270}
    if value.contains("：") || value.contains("，"), let flow = FullWidthFlow("\(name): {\(key)}") {
      return "write '\(flow.corrected)'"
    }
    if key[colon] == ":" { return "write '\(name): \(value)', with a space after the ':'" }
    return "write '\(name): \(value)'"
  }

  /// Whether any key is a Chinese one that stands for an English one.
  package var hasChineseKey: Bool { entries.contains { ChineseKeys.isKey($0.key.value) } }

  /// Whether a full-width colon stands in any key.
  private var hasFullWidthKey: Bool { entries.contains { $0.key.value.contains("：") } }

  /// Whether a missing key is present under a name that is reported as unknown: in Chinese, or in other letter case.
  package func hasMisspelt(_ key: String) -> Bool {
    entries.contains { entry in
      let word = entry.key.value
      return word != key
        && (ChineseKeys.isKey(word, for: key) || word.lowercased() == key || word.hasPrefix("\(key)：")
          || word.hasPrefix("\(key):"))
    }
  }
}

// MARK: - Findings

extension FieldReader {
  /// Reports a finding in this file.
  package func report(
    _ code: DiagnosticCode, _ message: Message, hint: Message? = nil, at range: SourceRange,
    severity: Diagnostic.Severity = .error, related: [Diagnostic.Related] = []
  ) {
    // A missing key may be present under its Chinese name, or with a full-width colon, which is reported as unknown.
    if code == .missingKey, range == self.range, hasChineseKey || hasFullWidthKey { return }
    sink.report(
      Diagnostic(severity, code, message, hint: hint, at: source.location(of: range), related: related))
  }

  /// Warns of a value in typographic quotation marks, which are then part of it (`field.quotation-marks`).
  package func checkQuotationMarks(_ key: String, _ text: Located<String>?) {
    // Nearly all values begin with another byte.
    guard let text, text.value.utf8.first == 0xE2 || text.value.utf8.first == 0xEF else { return }
    let inner = text.value.dropFirst().dropLast()
    guard let first = text.value.first, let last = text.value.last, text.value.count > 2,
      first == "“" && last == "”" || first == "＂" && last == "＂" || first == "‘" && last == "’",
      !inner.contains(where: { "“”＂‘’".contains($0) })
    else { return }
    report(
      .quotationMarks, "the quotation marks of '\(key)' are typographic ones, so they are part of the text",
      hint: "write '\(key): \(inner == "%" ? "\"%\"" : String(inner))'; where quotes are needed, use straight ones",
      at: text.range, severity: .warning)
  }

  /// Warns of a list that is one text: `水、气`, `【水，气】`.
  package func checkList(_ key: String, _ items: [Located<String>]) {
    guard items.count == 1, let item = items.first else { return }
    let isBracketed = item.value.hasPrefix("【") || item.value.hasPrefix("［")
    guard isBracketed || item.value.contains(where: { "、，,；;".contains($0) }) else { return }
    let words = item.value.split { "、，,；; 【】［］".contains($0) }.joined(separator: ", ")
    report(
      .invalidValue, key == "tags" ? "'\(item.value)' is one tag" : "'\(item.value)' is one text, and no list",
      hint: "write '\(key): [\(words)]'", at: item.range, severity: .warning)
  }

  /// Warns of a text that ends where `#` begins a comment, as in `甲 #1 工程`. A real comment has a space after its `#`.
  package func checkComment(_ key: String, _ text: Located<String>?) {
    guard let text else { return }
    let bytes = source.bytes
    let end = Int(text.range.end)
    guard end + 2 < bytes.count, bytes[end] == UInt8(ascii: " "), bytes[end + 1] == UInt8(ascii: "#"),
      bytes[end + 2] > UInt8(ascii: " "), bytes[end + 2] != UInt8(ascii: "#")
    else { return }
    let line = bytes[end...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let whole = text.value + String(decoding: line, as: UTF8.self)
    report(
      .invalidValue, "'#' begins a comment here, so '\(key)' is only '\(text.value)'",
      hint: "write '\(key): \"\(whole)\"'; for a comment, write a space after the '#'", at: text.range,
      severity: .warning)
  }

  /// Reports a key without a value (`field.missing-key`).
  package func reportEmpty(_ entry: YAMLEntry) {
    let key = entry.key.value
    let place = source.location(of: entry.key.range)
    let behind = place.excerpt.unicodeScalars.dropFirst(max(0, place.column - place.excerptColumn + place.length))
    var comment = String(String.UnicodeScalarView(behind)).drop { $0 == " " || $0 == ":" }
    while comment.last == " " { comment.removeLast() }
    // A colour, or a text that begins with `#` as people write it.
    let isMeant = comment.first == "#" && comment.count > 1 && comment.dropFirst().allSatisfy { $0 != " " }
    report(
      .missingKey, "'\(key)' is empty",
      hint: isMeant
        ? "write '\(key): \"\(String(comment))\"': without quotes, '#' begins a comment"
        : "write its value after '\(key):', or remove the line", at: entry.key.range)
  }

  /// The words for single values in messages.
  private static let scalars: Set<String> = ["text", "a whole number", "a number", "a date", "true or false"]

  /// `'period' must be a mapping, not a list`.
  func reportWrongType(_ key: String, wanted: Message, _ node: YAMLNode, hint: Message? = nil) {
    report(
      .wrongType, "'\(key)' must be \(wanted), not \(node.kindInWords)",
      hint: hint ?? languagesHint(of: node)
        ?? ValueHint.shape(of: key, node, wantsText: FieldReader.scalars.contains(wanted.template)),
      at: node.range)
  }

  /// The hint for `name: {zh-CN: …, de: …}` in a site that does not list these languages; otherwise it would be texts
  /// by language.
  private func languagesHint(of node: YAMLNode) -> Message? {
    guard let entries = node.asMapping, !entries.isEmpty, entries.allSatisfy({ isLanguageTag($0.key.value) }) else {
      return nil
    }
    let tags = entries.map(\.key.value).joined(separator: ", ")
    return "texts by language need each of their languages in site.yaml: 'languages: [\(tags)]'"
  }
}
