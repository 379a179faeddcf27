import Bytes
import Diagnostics
import Foundation
import Templates
import TestSupport
import Testing

/// The published Mustache specification.
@Suite("Mustache specification")
struct SpecificationTests {
  @Test(
    "Every case of the module renders as it says", .needs(.mustache),
    arguments: [
      ("comments", 12), ("delimiters", 14), ("interpolation", 39), ("inverted", 22), ("partials", 12),
      ("sections", 34), ("~dynamic-names", 21), ("~inheritance", 27),
    ])
  func module(_ name: String, atLeast count: Int) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(Specification.mustache.path)/\(name).json"))
    let module = try JSONDecoder().decode(Module.self, from: data)
    #expect(module.tests.count >= count)
    for test in module.tests {
      let output = try render(test.template, test.data, partials: test.partials ?? [:])
      #expect(output == test.expected, "\(test.name): \(test.desc)")
    }
  }

  // Newer copies of the suite have cases for these rules; the copy that `make spec` fetches has not.
  @Test(
    "A dotted name is looked up part by part, and what a tag prints is no template",
    arguments: [
      ("{{plan.name}}", #"{"plan.name": "x"}"#, ""), ("{{a}}", #"{"a": "{{b}}", "b": "x"}"#, "{{b}}"),
      ("{{plan.name}}", #"{"plan.name": "x", "plan": {"name": "y"}}"#, "y"),
    ])
  func interpolation(_ template: String, _ data: String, _ expected: String) throws {
    #expect(try render(template, JSONDecoder().decode(JSONValue.self, from: Data(data.utf8))) == expected)
  }

  private func render(_ template: String, _ data: JSONValue, partials: [String: String] = [:]) throws -> String {
    var sources = partials.mapValues { SourceText(path: "partial.mustache", text: $0) }
    sources["the template"] = SourceText(path: "template.mustache", text: template)
    let set = try #require(TemplateSet.compileLeniently(sources).value)
    var output = ByteBuffer()
    set.renderLeniently("the template", data.viewValue, into: &output)
    return String(decoding: output.array, as: UTF8.self)
  }
}

private struct Module: Decodable {
  struct Case: Decodable {
    let name: String
    let desc: String
    let data: JSONValue
    let template: String
    let partials: [String: String]?
    let expected: String
  }

  let tests: [Case]
}

/// The data of a case.
private enum JSONValue: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  var viewValue: ViewValue {
    switch self {
    case .null: return .absent
    case .bool(let value): return .flag(value)
    case .number(let value): return .text(value == value.rounded() ? String(Int(value)) : String(value))
    case .string(let value): return .text(value)
    case .array(let values): return .items(values.map(\.viewValue))
    case .object(let members): return .members(members.mapValues(\.viewValue))
    }
  }
}
