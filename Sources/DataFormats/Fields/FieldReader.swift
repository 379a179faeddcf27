import Diagnostics

/// Reads one mapping key by key, and reports what does not fit at its place.
///
/// A scalar becomes what the field that reads it wants: `no`, `2021` and `1.10` are texts to `string`, and `2021` is
/// a number to `integer`. A field that does not fit is reported (`field.wrong-type`, `field.invalid-value`) and reads
/// as absent. Nested readers share the sink; each wants its own `finish()`.
package struct FieldReader {
  /// The mapping; a finding about something absent stands here.
  package let range: SourceRange
  /// What the mapping describes, for messages: `a plan`, `an indicator`.
  package let subject: String
  let entries: [YAMLEntry]
  /// Shared by the readers of one file.
  let file: FileOfFields
  /// A bit for each key that is there, by its number. Most keys that are asked for are absent.
  private let present: UInt64
  /// A bit for each of the first 64 entries that nobody asked for yet.
  private var unread: UInt64
  /// The later ones that somebody asked for.
  private var readLater: Set<Int> = []
  /// Tells it from the other readers of the file.
  private let number: Int

  /// Nil, and `field.wrong-type`, for a node that is no mapping.
  package init?(
    _ node: YAMLNode, in source: SourceText, describing subject: String, reportingTo sink: DiagnosticSink
  ) {
    self.init(node, in: FileOfFields(source, sink), describing: subject)
  }

  init?(_ node: YAMLNode, in file: FileOfFields, describing subject: String) {
    guard case .mapping(let entries) = node.content else {
      let hasWideColon = node.asScalar?.value.contains("：") == true
      file.sink.report(
        Diagnostic(
          .error, .wrongType, "\(subject) must be a mapping, not \(node.kindInWords)",
          hint: hasWideColon
            ? "write ':' and a space where '：' stands, as in 'key: value'" : "write lines of 'key: value'",
          at: file.source.location(of: node.range)))
      return nil
    }
    self.init(entries, at: node.range, in: file, describing: subject)
  }

  init(_ entries: [YAMLEntry], at range: SourceRange, in file: FileOfFields, describing subject: String) {
    self.entries = entries
    self.range = range
    self.file = file
    self.subject = subject
    number = file.nextNumber()
    var present: UInt64 = 0
    for place in entries.indices { present |= FieldKey.bit(entries[place].code) }
    self.present = present
    unread = entries.count < 64 ? (1 &<< UInt64(entries.count)) &- 1 : .max
  }
}

/// A file whose fields are read, and where the findings go.
final class FileOfFields {
  let source: SourceText
  let sink: DiagnosticSink
  @exclusivity(unchecked) private var readers = 0
  /// Every key that a reader asked for while any of its own was unread, in the order of asking, some of them twice: what
  /// `finish` knows as right. In one array for all readers, which mostly end one after the other.
  ///
  /// Unchecked, as the count: the functions below change them in one step each and call nobody meanwhile, and the check took
  /// longer than they do.
  @exclusivity(unchecked) private var asked: [Asked] = []
  /// Of the keys that are no literals.
  private var texts: [String] = []

  /// Nothing in it is counted: to forget some costs nothing.
  private struct Asked {
    let reader: Int
    let key: FieldKey
    /// Its place in `texts`, for a key that is no literal.
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
    if asked.isEmpty { asked.reserveCapacity(32) }
    asked.append(Asked(reader: reader, key: key))
  }

  func note(_ key: String, by reader: Int) {
    asked.append(Asked(reader: reader, key: "", text: texts.count))
    texts.append(key)
  }

  /// Without those that are there twice.
  func keysAsked(by reader: Int) -> [String] {
    var known: Set<String> = []
    return asked.lazy.filter { $0.reader == reader }.map { asked in asked.text.map { self.texts[$0] } ?? asked.key.text
    }
    .filter { known.insert($0).inserted }
  }

  /// Nobody will ask which keys a reader knows.
  func forget(_ reader: Int) {
    var count = asked.count
    while count > 0, asked[count - 1].reader == reader { count -= 1 }
    asked.removeLast(asked.count - count)
  }
}

// MARK: - Keys

extension FieldReader {
  package var source: SourceText { file.source }
  package var sink: DiagnosticSink { file.sink }

  /// Every key of the mapping, in its written order.
  package var keys: [Located<String>] { entries.map(\.key) }

  /// Whether the key is written, even with nothing behind it. Does not count as reading it.
  package func has(_ key: FieldKey) -> Bool {
    present & FieldKey.bit(key.code) != 0 && find(key) != nil
  }

  /// The value of a key as it stands, and the key counts as read: for fields of several shapes, such as
  /// `target: 1.5` and `target: {…}`. Nil if it is absent or null.
  package mutating func node(_ key: FieldKey) -> YAMLNode? {
    position(key).map { entries[$0].value }
  }

  /// Whether the key is there and not null; it counts as read.
  package mutating func holds(_ key: FieldKey) -> Bool { position(key) != nil }

  /// The place of an entry that is there and not null; the key counts as read.
  @inline(__always)
  mutating func position(_ key: FieldKey) -> Int? {
    guard let place = read(key), !entries[place].value.isNull else { return nil }
    return place
  }

  /// The place of an entry, which counts as read.
  @inline(__always)
  mutating func read(_ key: FieldKey) -> Int? {
    // When all are read, no finding will need to know what else could have been written.
    if !isAllRead { file.note(key, by: number) }
    guard present & FieldKey.bit(key.code) != 0, let place = find(key) else { return nil }
    markRead(place)
    return place
  }

  /// The same of a key that is no literal.
  mutating func read(named key: String) -> Int? {
    if !isAllRead { file.note(key, by: number) }
    guard let place = entries.firstIndex(where: { $0.key.value == key }) else { return nil }
    markRead(place)
    return place
  }

  /// Whether every key that is there was asked for: any other is absent.
  package var isAllRead: Bool { unread == 0 && entries.count <= 64 }

  private func find(_ key: FieldKey) -> Int? {
    // By position: a search with a closure would copy each entry.
    for place in entries.indices {
      // Before the entry is looked into: nearly all have another number.
      let code = entries[place].code
      if code != key.code, code != 0, key.code != 0 { continue }
      if key.isKey(of: entries[place]) { return place }
    }
    return nil
  }

  private mutating func markRead(_ place: Int) {
    if place < 64 { unread &= ~(1 &<< UInt64(place)) } else { readLater.insert(place) }
    if isAllRead { file.forget(number) }
  }

  /// Reports every key that was never asked for: `field.unknown-key`, with the nearest of those that were.
  /// `otherWords` says what a key of other programs is called here, or why it is not needed.
  package mutating func finish(otherWords: [String: String] = [:]) {
    guard !isAllRead else { return }
    let asked = file.keysAsked(by: number)
    for (place, entry) in entries.enumerated() {
      guard place < 64 ? unread & (1 &<< UInt64(place)) != 0 : !readLater.contains(place) else { continue }
      let key = entry.key.value
      let known = asked.isEmpty ? nil : "the keys of \(subject) are \(asked.joined(separator: ", "))"
      report(
        .unknownKey, "unknown key '\(key)' in \(subject)",
        hint: otherWords[key] ?? didYouMean(key, among: asked) ?? known,
        at: entry.key.range)
    }
    unread = 0
    readLater = Set(entries.indices.dropFirst(64))
    file.forget(number)
  }
}

// MARK: - Findings

extension FieldReader {
  /// A finding at a place of this file.
  package func report(
    _ code: DiagnosticCode, _ message: String, hint: String? = nil, at range: SourceRange,
    severity: Diagnostic.Severity = .error, related: [Diagnostic.Related] = []
  ) {
    sink.report(
      Diagnostic(severity, code, message, hint: hint, at: source.location(of: range), related: related))
  }

  /// `'period' must be a mapping, not a list`.
  func reportWrongType(_ key: String, wanted: String, _ node: YAMLNode, hint: String? = nil) {
    report(.wrongType, "'\(key)' must be \(wanted), not \(node.kindInWords)", hint: hint, at: node.range)
  }
}
