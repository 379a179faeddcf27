import DataFormats
import Diagnostics
import Indicators
import Markup

/// One entry of `programmes.yaml`.
package struct Programme: Sendable {
  package var id: Located<String>
  package var name: String
  package var summary: String?
  /// The path of the section that announces the programme.
  package var section: Located<String>?
  /// The id of the programme that contains this one.
  package var parent: Located<String>?
  package var department: Located<String>?
  /// The departments that support the one in charge.
  package var support: [Located<String>]
  package var aliases: [String]
  /// Its updates, in the order of the file.
  package var updates: [StatusUpdate]
}

/// One entry of `departments.yaml`.
package struct Department: Sendable {
  package var id: Located<String>
  package var name: String
  package var shortName: String?
  package var summary: String?
  /// Its website: an address that `URLReference` does not refuse.
  package var url: Located<String>?
  package var aliases: [String]
  /// Its names in texts of the main language; empty in the main language itself. Never shown.
  package var originalNames: [String] = []

  package init(
    id: Located<String>, name: String, shortName: String? = nil, summary: String? = nil, url: Located<String>? = nil,
    aliases: [String]
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.summary = summary
    self.url = url
    self.aliases = aliases
  }
}

/// One entry of `glossary.yaml`.
package struct GlossaryTerm: Sendable {
  package var term: Located<String>
  package var definition: String
  package var english: String?
  package var aliases: [Located<String>]
  /// Its names in texts of the main language; empty in the main language itself. Never shown.
  package var originalNames: [String] = []
}

/// The entries of one register file, with its source for later diagnostics.
package struct Register<Entry: Sendable>: Sendable {
  package let file: SourceFile
  package let source: SourceText
  package var entries: [Entry]
}

// MARK: - Reading

extension Programme {
  package static func read(_ reader: inout FieldReader) -> Programme? {
    let id = reader.identifier("id")
    let name = reader.requiredString("name")
    let (lead, support) = reader.departments()
    let programme = Programme(
      id: id ?? Located("", at: reader.range), name: name?.value ?? "",
      summary: reader.string("summary")?.value, section: reader.string("section"), parent: reader.string("parent"),
      department: lead, support: support, aliases: reader.strings("aliases").map(\.value),
      updates: reader.updates())
    return id == nil || name == nil ? nil : programme
  }
}

extension Department {
  static func read(_ reader: inout FieldReader) -> Department? {
    let name = reader.requiredString("name")
    let given = reader.hasValue("id") ? reader.identifier("id") : nil
    let department = Department(
      id: given ?? Located(name.flatMap { Slug($0.value)?.text } ?? "", at: name?.range ?? reader.range),
      name: name?.value ?? "", shortName: reader.string("short-name")?.value,
      summary: reader.string("summary")?.value, url: reader.address("url"),
      aliases: reader.strings("aliases").map(\.value))
    return name == nil ? nil : department
  }
}

extension GlossaryTerm {
  static func read(_ reader: inout FieldReader) -> GlossaryTerm? {
    let term = reader.requiredString("term")
    let definition = reader.requiredString("definition")
    let english = reader.string("english")?.value
    let aliases = reader.strings("aliases")
    reader.checkList("aliases", aliases)
    guard let term, let definition else { return nil }
    return GlossaryTerm(term: term, definition: definition.value, english: english, aliases: aliases)
  }
}

extension Register {
  /// Parses a list of mappings; `read` reads each entry. `key` is the one that an entry which is a text alone was meant
  /// for.
  package static func parse(
    _ file: SourceFile, _ source: SourceText, describing subject: Message, by key: String = "name",
    in languages: TextLanguages? = nil, read: (inout FieldReader) -> Entry?
  ) -> Checked<Register> {
    let document = YAMLParser.parse(source).text(in: languages, of: source)
    guard let node = document.value else { return Checked(failed: document.diagnostics) }
    let sink = DiagnosticSink()
    var entries: [Entry] = []
    if let items = node.asSequence {
      for item in items {
        if let text = item.asScalar, !item.isNull, !text.value.contains("：") {
          sink.report(
            Diagnostic(
              .error, .wrongType, "\(subject) must be lines of 'key: value', not text",
              hint: "write '- \(key): \(text.value)'", at: source.location(of: text.range)))
          continue
        }
        if let entry = item.asMapping?.first, item.asMapping?.count == 1, key == "term",
          let definition = entry.value.asScalar, entry.key.value != "term", entry.key.value != "definition"
        {
          sink.report(
            Diagnostic(
              .error, .unknownKey, "unknown key '\(entry.key.value)' in \(subject)",
              hint: "write '- term: \(entry.key.value)', and below it '  definition: \(definition.value)'",
              at: source.location(of: entry.key.range)))
          continue
        }
        guard var reader = FieldReader(item, in: source, describing: subject, reportingTo: sink) else { continue }
        if let entry = read(&reader) { entries.append(entry) }
        reader.finish()
      }
    } else if node.asMapping?.isEmpty != true {
      sink.report(
        Diagnostic(
          .error, .wrongType, "'\(file.name)' must be a list", hint: "begin each entry on a new line with '- '",
          at: source.location(of: node.range)))
    }
    return Checked(Register(file: file, source: source, entries: entries), document.diagnostics + sink.diagnostics)
  }
}

extension FieldReader {
  /// An address by the rule of `URLReference`; reports one that is refused (`field.invalid-value`). Whether a path of
  /// the site leads anywhere only the whole site shows.
  mutating func address(_ key: FieldKey) -> Located<String>? {
    guard let text = string(key), !text.value.isEmpty else { return nil }
    guard case .refused(let fault) = URLReference(text.value) else { return text }
    report(
      .invalidValue, "'\(key.text)' cannot be '\(text.value)': it \(fault.reason)", hint: fault.hint, at: text.range)
    return nil
  }

  /// An id in lower case: letters, digits, `_` and single `-`, since it becomes part of a URL.
  mutating func identifier(_ key: String) -> Located<String>? {
    guard let id = requiredString(named: key) else { return nil }
    guard let slug = Slug(id.value), slug.text == id.value else {
      report(
        .invalidID, "'\(id.value)' is not a valid id", hint: Slug(id.value).map { "write '\($0.text)'" }, at: id.range)
      return nil
    }
    // Equal, but with composed accents.
    return Located(slug.text, at: id.range)
  }
}
