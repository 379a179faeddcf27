import DataFormats
import Diagnostics
import Foundation
import SiteEngine
import SiteSources
import TestSupport
import Testing

/// The schemas are made from the readers; here they are held against files.
struct SchemaTests {
  /// Files in which `planpress check` finds no error.
  private static let valid: [(name: String, kind: ContentSchema, text: String)] = {
    let sites = ["audit", "indicator-kinds", "indicator-pages", "digital-decade", "numbering", "addresses", "markdown"]
      .map { "\(packageRoot)/Tests/GoldenSites/\($0)/Content" }
    return (sites + ["\(packageRoot)/Documentation/Content"]).flatMap { folder in
      filesBelow(folder).sorted { $0.key < $1.key }.compactMap { path, data in
        let text = String(decoding: data, as: UTF8.self)
        let name = "\(folder)/\(path)".replacing(packageRoot, with: "")
        if path.hasSuffix(".md") {
          let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
          guard text.hasPrefix("---\n"), parts.count == 3, !parts[1].isEmpty else { return nil }
          return (name, .page, String(parts[1]))
        }
        guard path.hasSuffix(".yaml") else { return nil }
        let file = path.split(separator: "/").last.map { $0.dropLast(5) } ?? ""
        return ContentSchema(rawValue: String(file)).map { (name, $0, text) }
      }
    }
  }()

  /// The schemas, each made once: a debug build takes seconds for one.
  private static let schemas = Dictionary(uniqueKeysWithValues: ContentSchema.allCases.map { ($0, $0.json()) })

  @Test("Files that planpress reads are valid by the schemas")
  func validFiles() {
    #expect(SchemaTests.valid.count > 60)
    let schemas = SchemaTests.schemas
    var problems: [String] = []
    for (name, kind, text) in SchemaTests.valid {
      let parsed = YAMLParser.parse(SourceText(path: name, text: text))
      guard let node = parsed.value, !node.isNull, let schema = schemas[kind] else { continue }
      problems += SchemaCheck(root: schema).problems(of: node, by: schema).map { "\(name): \($0)" }
    }
    #expect(problems == [])
  }

  @Test(
    "What planpress refuses is invalid",
    arguments: [
      (.indicators, "- {id: a, name: A, kind: levle}"), (.indicators, "- {id: a, name: A, units: x}"),
      (.indicators, "- {id: a, name: A, target: {year: 2025, vlaue: 3}}"),
      (.indicators, "- {id: a, name: A, precision: x}"),
      (.indicators, "- {id: a, name: A, nature: 约束性}"), (.indicators, "{id: a}"), (.indicators, "- {id: a}"),
      (.page, "{title: A, draft: maybe}"), (.page, "{title: A, period: 2021-2025}"), (.page, "{title: A, titel: B}"),
      (.page, "{title: A, type: plan}"), (.page, "{title: A, order: first}"), (.site, "{titel: A}"),
      (.site, "{title: [A]}"),
      (.site, "{title: A, theme: {colour: red}}"), (.site, "{title: A, profile: cn}"), (.programmes, "- {name: A}"),
      (.departments, "- {id: a}"), (.glossary, "- {term: A}"), (.actions, "- {id: a, name: A, state: dnoe}"),
      (.actions, "- {id: a, nmae: A}"),
    ] as [(ContentSchema, String)])
  func invalid(_ kind: ContentSchema, _ text: String) throws {
    let schema = try #require(SchemaTests.schemas[kind])
    let node = try #require(YAMLParser.parse(SourceText(path: "x", text: text)).value)
    #expect(!SchemaCheck(root: schema).problems(of: node, by: schema).isEmpty)
  }

  @Test("A schema has the values and the meaning of a key")
  func shape() throws {
    let schema = try JSONValue(parsing: ContentSchema.indicators.text)
    let properties = try #require(schema["items"]?["properties"])
    #expect(
      properties["kind"]?["enum"]?.asArray?.compactMap(\.asString) == [
        "level", "increase", "floor", "ceiling", "rate", "milestone",
      ])
    #expect(properties["kind"]?["description"]?.asString?.hasPrefix("level (the default), increase") == true)
    #expect(properties["target"]?["anyOf"]?.asArray?.contains { $0["properties"]?["comparator"] != nil } == true)
    #expect(properties["precision"]?["type"]?.asString == "integer")
    #expect(schema["items"]?["required"]?.asArray?.compactMap(\.asString) == ["name", "id"])
    #expect(schema["$schema"]?.asString == "http://json-schema.org/draft-07/schema#")
    // Keys inside of entries have a description, too, and an id has no texts by language.
    let target = properties["target"]?["anyOf"]?.asArray?.compactMap { $0["properties"]?["comparator"] }.first
    #expect(target?["description"]?.asString == "\">=\", \">\", \"<=\" or \"<\"")
    #expect(properties["id"]?["anyOf"] == nil)
    let actions = try JSONValue(parsing: ContentSchema.actions.text)
    #expect(actions["items"]?["properties"]?["state"]?["description"] != nil)
    let page = try #require(SchemaTests.schemas[.page])
    #expect(page["then"]?["required"]?.asArray?.compactMap(\.asString) == ["period"])
    #expect(page["else"]?["properties"]?["period"] == nil)
    #expect(page["then"]?["properties"]?["indicators"]?["items"]?["$ref"]?.asString == "#/definitions/indicator")
    let site = try #require(SchemaTests.schemas[.site])
    #expect(site["properties"]?["theme"]?["properties"]?["fonts"] != nil)
  }

  @Test(
    "Every key of a schema says what it means; without it, write it into the guide's table of keys or `NestedMeanings`",
    arguments: ContentSchema.allCases)
  func described(_ kind: ContentSchema) throws {
    #expect(keysWithoutDescription(in: try JSONValue(parsing: kind.text), below: "") == [])
  }

  private func keysWithoutDescription(in schema: JSONValue, below path: String) -> [String] {
    switch schema {
    case .array(let items): items.flatMap { keysWithoutDescription(in: $0, below: path) }
    case .object(let members):
      members.flatMap { member -> [String] in
        // The condition for the keys of a plan or of a report.
        if member.key == "if" { return [] }
        guard member.key == "properties", case .object(let properties) = member.value else {
          return keysWithoutDescription(in: member.value, below: path)
        }
        return properties.flatMap { property -> [String] in
          let own = "\(path)/\(property.key)"
          return (property.value["description"] == nil ? [own] : [])
            + keysWithoutDescription(in: property.value, below: own)
        }
      }
    case .null, .bool, .integer, .string: []
    }
  }
}

/// As much of JSON Schema as planpress writes. Plain scalars are numbers and booleans as YAML reads them.
private struct SchemaCheck {
  let root: JSONValue

  func problems(of node: YAMLNode, by schema: JSONValue, at path: String = "") -> [String] {
    if let name = schema["$ref"]?.asString?.split(separator: "/").last, let target = root["definitions"]?[String(name)]
    {
      return problems(of: node, by: target, at: path)
    }
    var found: [String] = []
    if let condition = schema["if"] {
      let branch = problems(of: node, by: condition, at: path).isEmpty ? "then" : "else"
      if let schema = schema[branch] { found += problems(of: node, by: schema, at: path) }
    }
    if let forms = schema["anyOf"]?.asArray {
      let results = forms.map { problems(of: node, by: $0, at: path) }
      if !results.contains(where: \.isEmpty) {
        found.append("\(path): none of \(forms.count): \(results.joined().joined(separator: "; "))")
      }
    }
    if let types = schema["type"].map({ $0.asArray?.compactMap(\.asString) ?? [$0.asString ?? ""] }),
      !types.contains(where: { isOf($0, node) })
    {
      return found + ["\(path): not \(types)"]
    }
    if let words = schema["enum"]?.asArray?.compactMap(\.asString), !words.contains(node.asScalar?.value ?? "") {
      found.append("\(path): not one of \(words)")
    }
    if let word = schema["const"]?.asString, node.asScalar?.value != word { found.append("\(path): not \(word)") }
    if let items = node.asSequence, let schema = schema["items"] {
      for (index, item) in items.enumerated() { found += problems(of: item, by: schema, at: "\(path)/\(index)") }
    }
    if let entries = node.asMapping {
      for key in schema["required"]?.asArray?.compactMap(\.asString) ?? []
      where !entries.contains(where: { $0.key.value == key }) { found.append("\(path): no \(key)") }
      for entry in entries {
        if let property = schema["properties"]?[entry.key.value] {
          found += problems(of: entry.value, by: property, at: "\(path)/\(entry.key.value)")
        } else if schema["additionalProperties"] == .bool(false) {
          found.append("\(path): unknown \(entry.key.value)")
        }
      }
    }
    return found
  }

  private func isOf(_ type: String, _ node: YAMLNode) -> Bool {
    switch node.content {
    case .mapping: return type == "object"
    case .sequence: return type == "array"
    case .scalar(let text, let isPlain):
      if isPlain, ["true", "false"].contains(text) { return type == "boolean" }
      guard isPlain, Double(text) != nil else { return type == "string" && !node.isNull }
      return type == "number" || type == "integer" && Int(text) != nil
    }
  }
}
