import Diagnostics

/// Reads one mapping key by key, and reports what does not fit at its place.
///
/// A scalar becomes what the field that reads it wants: `no`, `2021` and `1.10` are texts to `string`, and `2021` is
/// a number to `integer`. A field that does not fit is reported (`field.wrong-type`, `field.invalid-value`) and reads
/// as absent. Nested readers share the sink; each wants its own `finish()`.
package struct FieldReader {
  /// The mapping; a finding about something absent stands here.
  package let range: SourceRange
  package let source: SourceText
  /// What the mapping describes, for messages: `a plan`, `an indicator`.
  package let subject: String
  package let sink: DiagnosticSink
  let entries: [YAMLEntry]
  private var wasRead: [Bool]
  /// Every key asked for, in the order of asking, some of them twice: what `finish` knows as right.
  private var asked: [String] = []

  /// Nil, and `field.wrong-type`, for a node that is no mapping.
  package init?(
    _ node: YAMLNode, in source: SourceText, describing subject: String, reportingTo sink: DiagnosticSink
  ) {
    guard let entries = node.asMapping else {
      let hasWideColon = node.asScalar?.value.contains("：") == true
      sink.report(
        Diagnostic(
          .error, .wrongType, "\(subject) must be a mapping, not \(node.kindInWords)",
          hint: hasWideColon
            ? "write ':' and a space where '：' stands, as in 'key: value'" : "write lines of 'key: value'",
          at: source.location(of: node.range)))
      return nil
    }
    self.init(entries, at: node.range, in: source, describing: subject, reportingTo: sink)
  }

  init(
    _ entries: [YAMLEntry], at range: SourceRange, in source: SourceText, describing subject: String,
    reportingTo sink: DiagnosticSink
  ) {
    self.entries = entries
    self.range = range
    self.source = source
    self.subject = subject
    self.sink = sink
    self.wasRead = Array(repeating: false, count: entries.count)
    asked.reserveCapacity(32)
  }
}

// MARK: - Keys

extension FieldReader {
  /// Every key of the mapping, in its written order.
  package var keys: [Located<String>] { entries.map(\.key) }

  /// Whether the key is written, even with nothing behind it. Does not count as reading it.
  package func has(_ key: String) -> Bool { entries.contains { $0.key.value == key } }

  /// The value of a key as it stands, and the key counts as read: for fields of several shapes, such as
  /// `target: 1.5` and `target: {…}`. Nil if it is absent or null.
  package mutating func node(_ key: String) -> YAMLNode? {
    entry(key)?.value
  }

  /// The entry of a key that is there and not null; the key counts as read.
  mutating func entry(_ key: String) -> YAMLEntry? {
    asked.append(key)
    // By position: a search with a closure would copy each entry, and a page's front matter is asked for fifty keys.
    for index in entries.indices where entries[index].key.value == key {
      wasRead[index] = true
      return entries[index].value.isNull ? nil : entries[index]
    }
    return nil
  }

  /// Reports every key that was never asked for: `field.unknown-key`, with the nearest of those that were.
  /// `otherWords` says what a key of other programs is called here, or why it is not needed.
  package mutating func finish(otherWords: [String: String] = [:]) {
    guard wasRead.contains(false) else { return }
    var known: Set<String> = []
    asked = asked.filter { known.insert($0).inserted }
    for (entry, wasRead) in zip(entries, wasRead) where !wasRead {
      let key = entry.key.value
      let known = asked.isEmpty ? nil : "the keys of \(subject) are \(asked.joined(separator: ", "))"
      report(
        .unknownKey, "unknown key '\(key)' in \(subject)", hint: otherWords[key] ?? didYouMean(key, among: asked) ?? known,
        at: entry.key.range)
    }
    wasRead = Array(repeating: true, count: entries.count)
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
