import Bytes
import Diagnostics
import Foundation
import Templates
import Testing

/// The published Mustache specification, as data: `PLANPRESS_SPEC` names the folder that holds `mustache/`.
@Suite("Mustache specification")
struct SpecificationTests {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["PLANPRESS_SPEC"] {
      return URL(fileURLWithPath: path).appendingPathComponent("mustache")
    }
    return URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("../shared/spec/mustache").standardizedFileURL
  }()

  static let isPresent: Bool = {
    let isPresent = FileManager.default.fileExists(atPath: folder.path)
    if !isPresent {
      print("SKIPPED: the Mustache specification is not at \(folder.path); set PLANPRESS_SPEC to its folder")
    }
    return isPresent
  }()

  @Test(
    "Every case of the module renders as it says", .enabled(if: isPresent, "needs PLANPRESS_SPEC"),
    arguments: [
      ("comments", 12), ("delimiters", 14), ("interpolation", 42), ("inverted", 22), ("partials", 12),
      ("sections", 34), ("~dynamic-names", 21), ("~inheritance", 27),
    ])
  func module(_ name: String, atLeast count: Int) throws {
    let data = try Data(contentsOf: SpecificationTests.folder.appendingPathComponent("\(name).json"))
    let module = try JSONDecoder().decode(Module.self, from: data)
    #expect(module.tests.count >= count)
    for test in module.tests {
      var sources = (test.partials ?? [:]).mapValues { SourceText(path: "partial.mustache", text: $0) }
      sources["the template"] = SourceText(path: "template.mustache", text: test.template)
      let set = try #require(TemplateSet.compileLeniently(sources).value, "\(test.name)")
      var output = ByteBuffer()
      set.renderLeniently("the template", test.data.viewValue, into: &output)
      #expect(String(decoding: output.array, as: UTF8.self) == test.expected, "\(test.name): \(test.desc)")
    }
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
