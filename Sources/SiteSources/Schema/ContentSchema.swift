import Actions
import DataFormats
import Diagnostics
import Indicators

/// A JSON Schema (draft 7) for each kind of file that authors write in YAML, for completion and warnings in editors.
///
/// It is made from the readers of these files, see `FieldProbe`.
package enum ContentSchema: String, CaseIterable, Sendable {
  case site, page, indicators, actions, programmes, departments, glossary

  /// `meaning` says what a key of the file, or of the mapping under another key, means; nil if nothing is known.
  package func json(
    meaning: @escaping (_ parent: String?, _ key: String) -> String? = { _, _ in nil }
  ) -> JSONValue {
    var definitions: [JSONValue.Member] = []
    var schema = FieldSchema()
    schema.meaning = meaning
    let body: [JSONValue.Member]
    switch self {
    case .page:
      if let indicator = definition(of: Self.indicatorReader, &schema) { definitions.append(indicator) }
      let other = schema.mapping(Self.pageReader, beside: [("type", "section")]) ?? .null
      let report = page(ofType: "report", &schema, otherwise: other)
      body = page(ofType: "plan", &schema, otherwise: .object(report))
    case .site: body = schema.mapping(Self.siteReader)?.asObject ?? []
    case .indicators: body = list(schema.mapping(Self.indicatorReader))
    case .actions: body = list(schema.mapping(Self.actionReader))
    case .programmes: body = list(schema.mapping(Self.entryReader { Programme.read(&$0) != nil }))
    case .departments: body = list(schema.mapping(Self.entryReader { Department.read(&$0) != nil }))
    case .glossary: body = list(schema.mapping(Self.entryReader { GlossaryTerm.read(&$0) != nil }))
    }
    var members: [JSONValue.Member] = [
      .init("$schema", .string("http://json-schema.org/draft-07/schema#")), .init("title", .string(title)),
    ]
    if !definitions.isEmpty { members.append(.init("definitions", .object(definitions))) }
    return .object(members + body)
  }

  /// The keys of pages of a type, and what holds for pages of any other.
  private func page(
    ofType type: String, _ schema: inout FieldSchema, otherwise other: JSONValue
  ) -> [JSONValue.Member] {
    [
      .init(
        "if",
        .object([
          .init("properties", .object([.init("type", .object([.init("const", .string(type))]))])),
          .init("required", .array([.string("type")])),
        ])),
      .init("then", schema.mapping(Self.pageReader, beside: [("type", type)]) ?? .null), .init("else", other),
    ]
  }

  private var title: String {
    switch self {
    case .site: "site.yaml of planpress"
    case .page: "Front matter of a page of planpress"
    case .indicators, .actions, .programmes, .departments, .glossary: "\(rawValue).yaml of planpress"
    }
  }

  private func list(_ items: JSONValue?) -> [JSONValue.Member] {
    [.init("type", .string("array")), .init("items", items ?? .null)]
  }

  private func definition(of probe: FieldProbe, _ schema: inout FieldSchema) -> JSONValue.Member? {
    guard let keys = probe.keys() else { return nil }
    guard let mapping = schema.mapping(probe, under: "indicators")?.asObject else { return nil }
    schema.shared.append((keys.known, "indicator"))
    // In front matter, only an indicator with a page of its own has an id.
    let members = mapping.filter { $0.key != "required" } + [.init("required", .array([.string("name")]))]
    return .init("indicator", .object(members))
  }
}

// MARK: - The readers

extension ContentSchema {
  private static var siteReader: FieldProbe {
    FieldProbe(readings: [{ (SiteSettings.parse(text("", $0), .builtIn).diagnostics, 0) }])
  }

  private static var pageReader: FieldProbe {
    FieldProbe(readings: [
      { value in
        let source = text("", value)
        let parsed = YAMLParser.parse(source)
        let sink = DiagnosticSink()
        if let node = parsed.value { _ = PageFields.read(node, in: source, .builtIn, reportingTo: sink) }
        return (parsed.diagnostics + sink.diagnostics, 0)
      }
    ])
  }

  /// The keys of an indicator depend on its kind.
  private static var indicatorReader: FieldProbe {
    FieldProbe(
      readings: ["", "kind: increase, ", "kind: milestone, "].map { kind in
        { value in
          let before = value.hasPrefix("{kind: ") ? "- {" : "- {\(kind)"
          let source = text(before, String(value.dropFirst()))
          return (IndicatorRegister.decode(source).diagnostics, before.utf8.count - 1)
        }
      })
  }

  private static var actionReader: FieldProbe {
    FieldProbe(readings: [
      { value in
        let source = text("- ", value)
        let parsed = YAMLParser.parse(source)
        let sink = DiagnosticSink()
        if let node = parsed.value { _ = Action.list(node, in: source, needsIDs: true, reportingTo: sink) }
        return (parsed.diagnostics + sink.diagnostics, 2)
      }
    ])
  }

  private static func entryReader(_ read: @escaping (inout FieldReader) -> Bool) -> FieldProbe {
    FieldProbe(readings: [
      { value in
        let source = text("", value)
        let parsed = YAMLParser.parse(source)
        let sink = DiagnosticSink()
        if let node = parsed.value,
          var reader = FieldReader(node, in: source, describing: "an entry", reportingTo: sink)
        {
          _ = read(&reader)
          reader.finish()
        }
        return (parsed.diagnostics + sink.diagnostics, 0)
      }
    ])
  }

  private static func text(_ before: String, _ value: String) -> SourceText {
    SourceText(path: "schema", text: before + value)
  }
}
