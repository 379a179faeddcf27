/// Tags (`!!str`) that planpress reads: those of plain data, which say what the field decides anyway.
enum YAMLTag {
  private static let prefix = "tag:yaml.org,2002:"
  /// YAML 1.2 §10.3, the core schema, and `!`, which says "no tag".
  private static let known: Set<String> = Set(
    ["!"] + ["str", "null", "bool", "int", "float", "seq", "map"].map { prefix + $0 })

  static func isKnown(_ tag: String) -> Bool { known.contains(tag) }

  /// Whether a plain scalar with this tag is text as quoted ones are. YAML 1.2 §6.9.1.
  static func makesText(_ tag: String?) -> Bool {
    guard let tag else { return false }
    return tag == "!" || tag == prefix + "str"
  }

  /// `!!binary` for `tag:yaml.org,2002:binary`.
  static func asWritten(_ tag: String) -> String {
    tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
  }
}
