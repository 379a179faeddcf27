import DataFormats

/// Makes a JSON Schema of what a `FieldProbe` finds.
struct FieldSchema {
  /// The mappings that are described once, by all keys that they may have; where one is used, some may be missing.
  var shared: [(keys: [String], name: String)] = []
  /// The meaning of a key of the file itself, or of the mapping under another key.
  var meaning: (_ parent: String?, _ key: String) -> String? = { _, _ in nil }

  /// Deeper than any field.
  private static let deepest = 6

  // MARK: Mappings

  /// The schema of a mapping; nil if the reader takes none. `others` are fields that decide what the rest means.
  func mapping(
    _ probe: FieldProbe, beside others: [(key: String, value: String)] = [], under parent: String? = nil, depth: Int = 0
  ) -> JSONValue? {
    guard depth < FieldSchema.deepest, let keys = keys(of: probe, others) else { return nil }
    if depth > 0,
      let known = shared.first(where: {
        Set($0.keys).isSuperset(of: keys.known) && keys.known.count > $0.keys.count / 2
      })
    {
      return .object([.init("$ref", .string("#/definitions/\(known.name)"))])
    }
    let properties = keys.known.map { key -> JSONValue.Member in
      var schema = value(probe.field(key, beside: others), under: key, depth: depth + 1)
      if let meaning = meaning(parent, key), case .object(let members) = schema {
        schema = .object([.init("description", .string(meaning))] + members)
      }
      return .init(key, schema)
    }
    var members: [JSONValue.Member] = [
      .init("type", .string("object")), .init("properties", .object(properties)),
      .init("additionalProperties", .bool(false)),
    ]
    if !keys.required.isEmpty { members.append(.init("required", .array(keys.required.map { .string($0) }))) }
    return .object(members)
  }

  private func keys(
    of probe: FieldProbe, _ others: [(key: String, value: String)]
  ) -> (known: [String], required: [String])? {
    guard !others.isEmpty else { return probe.keys() }
    let fields = others.map { "\($0.key): \($0.value), " }.joined()
    let beside = FieldProbe(
      readings: probe.readings.map { reading in { reading("{\(fields)\($0.dropFirst())") } })
    return beside.keys()
  }

  // MARK: Values

  func value(_ probe: FieldProbe, under key: String? = nil, depth: Int = 0) -> JSONValue {
    var forms = scalar(probe, isTranslated: !FieldSchema.sameInAllLanguages.contains(key ?? ""))
    if let mapping = mapping(probe, under: key, depth: depth) {
      forms.append(mapping)
    } else if probe.takes(oneOf: ["{2021: 1}", "{2021: text}", "{audit.stale: text}"]) {
      forms.append(.type("object"))
    }
    if let list = list(probe, under: key, depth: depth) { forms.append(list) }
    return forms.count == 1 ? forms[0] : forms.isEmpty ? .object([]) : .object([.init("anyOf", .array(forms))])
  }

  private func list(_ probe: FieldProbe, under key: String?, depth: Int) -> JSONValue? {
    guard depth < FieldSchema.deepest else { return nil }
    let item = probe.item
    if item.keys() != nil || FieldSchema.texts.contains(where: item.takes) || item.takes(oneOf: ["7", "2024"]) {
      return .object([.init("type", .string("array")), .init("items", value(item, under: key, depth: depth + 1))])
    }
    return probe.takes(oneOf: ["[25, 30]", "[time, growth]"]) ? .type("array") : nil
  }

  /// Texts that fields with a rule of their own take.
  private static let texts = [
    "probe", "https://example.org/", "a@example.org", "\"#1d3f75\"", "zh-CN", "yearly", "\">=\"", "/probe/",
    "2021-2025",
    "\"7%\"", "decimal", "\"{1}.\"",
  ]

  /// Texts that no language changes.
  private static let sameInAllLanguages: Set<String> = ["id", "slug", "code", "url", "email", "phone"]

  private func scalar(_ probe: FieldProbe, isTranslated: Bool) -> [JSONValue] {
    let isText = probe.takes("probe")
    // An unquoted 2021 is a number in YAML; planpress reads it as a text where a text is expected.
    if isText {
      let text = JSONValue.object([.init("type", .array(["string", "number", "boolean"].map { .string($0) }))])
      // In a site with several languages a text may be a mapping by language.
      if !isTranslated { return [text] }
      return [text, .object([.init("type", .string("object")), .init("additionalProperties", text)])]
    }
    let words = probe.words
    if !words.isEmpty { return [.object([.init("enum", .array(words.map { .string($0) }))])] }
    if probe.takes("true") { return [.type("boolean")] }
    var forms: [JSONValue] = []
    if probe.takes(oneOf: ["7.5", "0.1", "-1.5"]) {
      forms.append(.type("number"))
    } else if probe.takes(oneOf: ["7", "2024", "0"]) {
      forms.append(.type("integer"))
    }
    if probe.takes(oneOf: FieldSchema.texts + ["2024-03-05", "2024-03"]) { forms.append(.type("string")) }
    return forms
  }
}

extension JSONValue {
  fileprivate static func type(_ name: String) -> JSONValue { .object([.init("type", .string(name))]) }
}
