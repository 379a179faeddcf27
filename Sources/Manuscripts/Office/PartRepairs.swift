/// Corrections to a part of an Office file, made before pandoc reads it. Each belongs to a tag. Tags are numbered from
/// 0, and an empty element has two numbers.
struct PartRepairs {
  enum Insertion: Hashable {
    /// The style of a heading on a level, 1 to 9.
    case heading(level: Int)
    /// Properties with that style, for a paragraph without any.
    case headingProperties(level: Int)
    /// The place of a paragraph in a list on a level, 1 to 9.
    case list(level: Int, isNumbered: Bool)
    case text(String)
    case lineBreak
  }

  /// The tags that begin an element which is left out.
  var elements: Set<Int> = []
  /// The text that takes the place of an element, by the tag that begins it.
  var replacements: [Int: Insertion] = [:]
  /// Text that is inserted after a tag.
  var insertions: [Int: Insertion] = [:]
  /// The tags after which a hidden text begins, up to the next tag.
  var texts: Set<Int> = []

  var isEmpty: Bool { elements.isEmpty && replacements.isEmpty && insertions.isEmpty && texts.isEmpty }
}

extension PartRepairs.Insertion {
  /// The ids of the two lists that `PandocInput.numbering` adds.
  static let bulletList = 990_001
  static let numberedList = 990_002

  static func headingStyle(_ level: Int) -> String { "PlanpressHeading\(level)" }

  /// The element. `prefix` is that of the elements around it, such as `w:`.
  func xml(_ prefix: String) -> String {
    func value(_ name: String, _ value: String) -> String { WordXML.element(prefix, name, [("val", value)]) }
    return switch self {
    case .heading(let level): value("pStyle", Self.headingStyle(level))
    case .headingProperties(let level):
      WordXML.element(prefix, "pPr", [], value("pStyle", Self.headingStyle(level)))
    case .list(let level, let isNumbered):
      WordXML.element(
        prefix, "numPr", [],
        value("ilvl", String(level - 1)) + value("numId", String(isNumbered ? Self.numberedList : Self.bulletList)))
    case .text(let text): WordXML.element(prefix, "t", [], text)
    case .lineBreak: WordXML.element(prefix, "br", [])
    }
  }
}

/// Elements of a Word document.
enum WordXML {
  /// `prefix` is that of the element and of its attributes, such as `w:`. The content is XML; values need no escapes.
  static func element(
    _ prefix: String, _ name: String, _ attributes: [(name: String, value: String)], _ content: String = ""
  ) -> String {
    var xml = "<" + prefix + name
    for attribute in attributes { xml += " " + prefix + attribute.name + "=\"" + attribute.value + "\"" }
    return content.isEmpty ? xml + "/>" : xml + ">" + content + "</" + prefix + name + ">"
  }
}
