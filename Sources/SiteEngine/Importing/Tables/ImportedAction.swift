import Actions

/// An action of a planner's table, as a register will have it.
struct ImportedAction {
  let name: String
  /// The id in the table; nil if it has none.
  var id: String?
  /// Keys and values as YAML writes them, in the order of the table's columns.
  private var fields: [(key: String, value: String)] = []
  var lead: String?
  var support: [String] = []
  var notes: [String] = []

  init(name: String) {
    self.name = name
  }

  /// The number that the table gives it, as YAML writes it.
  var code: String? { fields.first { $0.key == ActionColumn.code.rawValue }?.value }

  func has(_ key: String) -> Bool { fields.contains { $0.key == key } }

  mutating func add(_ key: String, _ value: String) { fields.append((key, value)) }

  /// The lines of its entry below its id, as a person would write them. `yaml` makes a YAML scalar of a text.
  func lines(_ yaml: (String) -> String) -> [String] {
    var lines = ["  name: \(yaml(name))"] + fields.map { "  \($0.key): \($0.value)" }
    if let lead {
      let names = support.map(yaml).joined(separator: ", ")
      lines.append(
        names.isEmpty ? "  department: \(yaml(lead))" : "  department: {lead: \(yaml(lead)), support: [\(names)]}")
    }
    if notes.count == 1 { lines.append("  note: \(yaml(notes[0]))") }
    if notes.count > 1 { lines.append("  note: [\(notes.map(yaml).joined(separator: ", "))]") }
    return lines
  }
}
