/// The tags (`!!str`) that planpress accepts: those of plain data. It ignores them, because the reader of a field decides
/// its type.
enum YAMLTag {
  private static let prefix = "tag:yaml.org,2002:"
  /// The core schema of YAML 1.2 §10.3, and `!`, which means "no tag".
  private static let known: Set<String> = Set(
    ["!"] + ["str", "null", "bool", "int", "float", "seq", "map"].map { prefix + $0 })

  static func isKnown(_ tag: String) -> Bool { known.contains(tag) }

  /// Whether a plain scalar with this tag is always text, like a quoted one. YAML 1.2 §6.9.1.
  static func makesText(_ tag: String?) -> Bool {
    guard let tag else { return false }
    return tag == "!" || tag == prefix + "str"
  }

  /// `!!binary` for `tag:yaml.org,2002:binary`.
  static func asWritten(_ tag: String) -> String {
    tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
  }
}
