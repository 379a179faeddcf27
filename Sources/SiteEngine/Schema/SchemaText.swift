import DataFormats
import SiteSources

extension ContentSchema {
  /// The name of the file that `planpress schema --into` writes.
  package var fileName: String { "\(rawValue).schema.json" }

  /// The schema as JSON, with what the guide says of each key.
  package var text: [UInt8] {
    let tables = GuideTables(of: self)
    let (indicators, actions) = (GuideTables(of: .indicators), GuideTables(of: .actions))
    var json = JSONWriter(.pretty)
    json.value(
      self.json { parent, key in
        guard let parent else {
          return tables[key] ?? (self == .page ? NestedMeanings.text(ofFrontMatter: key) : nil)
        }
        if let nested = NestedMeanings.text(of: key, under: parent) { return nested }
        switch parent {
        case "indicators", "parts", "earlier", "targets", "target": return indicators[key]
        case "actions", "updates", "steps": return actions[key]
        default: return nil
        }
      })
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func value(_ value: JSONValue) {
    switch value {
    case .null: self.value(verbatim: "null")
    case .bool(let flag): self.value(flag)
    case .integer(let number): self.value(number)
    case .string(let text): self.value(text)
    case .array(let items): array { json in for item in items { json.value(item) } }
    case .object(let members): object { json in for member in members { json.member(member) } }
    }
  }

  private mutating func member(_ member: JSONValue.Member) {
    switch member.value {
    case .null: self.member(named: member.key, verbatim: "null")
    case .bool(let flag): self.member(named: member.key, verbatim: "\(flag)")
    case .integer(let number): self.member(named: member.key, number)
    case .string(let text): self.member(named: member.key, text)
    case .array(let items): array(named: member.key) { json in for item in items { json.value(item) } }
    case .object(let members):
      object(named: member.key) { json in for inner in members { json.member(inner) } }
    }
  }
}
