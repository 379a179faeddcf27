import Workbooks

/// The properties that the styles of a Word document give to headings, lists, numbers before paragraphs and hidden text
/// (Office Open XML part 1, §17.7).
struct WordStyles {
  struct Style {
    var name = ""
    /// The style that it is based on.
    var above: String?
    var list: Int?
    var level: Int?
    /// Whether its text is hidden; nil if it does not say.
    var hides: Bool?
    /// The level of a heading, from 1; 10 for plain text, and nil if it does not say.
    var outline: Int?
    /// The size of its text, in half points; nil if it does not say.
    var size: Int?
    var isBold: Bool?

    /// The level that its name says, by which pandoc knows a heading.
    var namedLevel: Int? {
      let words = name.lowercased().split(separator: " ")
      guard words.count == 2, words[0] == "heading", let level = Int(words[1]), (1...9).contains(level) else {
        return nil
      }
      return level
    }
  }

  private var styles: [String: Style] = [:]
  /// The styles of paragraphs, characters and tables that name none.
  private var defaults: [String: String] = [:]
  private var hidesByDefault = false
  /// In half points: the default size of Word for a document without one (§17.3.2.38).
  private var defaultSize = 20
  /// Whether any style hides text. Nearly no document has one.
  private(set) var hidesAny = false

  private static let deepest = 100
  /// A style may be based on another, and a damaged file's on itself.
  private static let longestChain = 20

  /// No styles.
  init() {}

  /// `part`: the bytes of `word/styles.xml`.
  init(_ part: [UInt8]) throws(WorkbookFault) {
    let state = State()
    let visitor = XMLVisitor(
      start: { name, attributes in
        switch name {
        case "style":
          state.style = attributes["styleId"]
          guard let style = state.style else { break }
          state.styles.styles[style] = Style()
          if WordStyles.isOn(attributes["default"] ?? "0"), let kind = attributes["type"] {
            state.styles.defaults[kind] = style
          }
        case "rPrDefault": state.isInDefaults = true
        // Properties of the first row and the like, and those that a tracked change replaced.
        case "tblStylePr", "rPrChange", "pPrChange": state.others += 1
        case _ where state.others > 0: break
        case "name": state.change { $0.name = attributes["val"] ?? "" }
        case "outlineLvl": state.change { $0.outline = attributes["val"].flatMap { Int($0) }.map { $0 + 1 } }
        case "basedOn": state.change { $0.above = attributes["val"] }
        case "numId": state.change { $0.list = attributes["val"].flatMap { Int($0) } }
        case "ilvl": state.change { $0.level = attributes["val"].flatMap { Int($0) } }
        case "sz":
          guard let size = attributes["val"].flatMap({ Int($0) }) else { break }
          if state.isInDefaults { state.styles.defaultSize = size } else { state.change { $0.size = size } }
        case "b": if !state.isInDefaults { state.change { $0.isBold = WordStyles.isOn(attributes["val"]) } }
        case "vanish":
          let hides = WordStyles.isOn(attributes["val"])
          if state.isInDefaults { state.styles.hidesByDefault = hides } else { state.change { $0.hides = hides } }
          if hides { state.styles.hidesAny = true }
        default: break
        }
      },
      end: { name in
        switch name {
        case "style": state.style = nil
        case "rPrDefault": state.isInDefaults = false
        case "tblStylePr", "rPrChange", "pPrChange": state.others -= 1
        default: break
        }
      },
      text: { _ in })
    try visitor.read(part, part: "word/styles.xml", deepest: WordStyles.deepest)
    self = state.styles
  }

  private final class State {
    var styles = WordStyles()
    var style: String?
    var isInDefaults = false
    var others = 0

    func change(_ change: (inout Style) -> Void) {
      guard let style else { return }
      change(&styles.styles[style, default: Style()])
    }
  }

  /// Whether the value of a property that is on or off is on. A property without a value is on.
  static func isOn(_ value: String?) -> Bool { !["0", "false", "off"].contains(value ?? "") }

  /// The first style with a list among a style and those that it is based on.
  func listStyle(of name: String?) -> (name: String, style: Style)? { first(from: name) { $0.list != nil } }

  /// The level of a heading of a style, 1 to 9; nil for the style of a text. `isKnown`: whether pandoc reports it.
  func heading(of style: String?) -> (level: Int, isKnown: Bool)? {
    if let named = first(from: style, where: { $0.namedLevel != nil })?.style.namedLevel { return (named, true) }
    guard let level = first(from: style, where: { $0.outline != nil })?.style.outline, (1...9).contains(level) else {
      return nil
    }
    return (level, false)
  }

  /// The level of a list that a style such as `List Bullet 2` has by its name, 2 to 5.
  func listLevel(of style: String?) -> (level: Int, isNumbered: Bool)? {
    guard let style, let words = styles[style]?.name.lowercased().split(separator: " "), words.count == 3,
      words[0] == "list", words[1] == "bullet" || words[1] == "number", let level = Int(words[2]),
      (2...5).contains(level)
    else { return nil }
    return (level, words[1] == "number")
  }

  /// Whether styles hide a text. A style of a paragraph, one of characters and one of a table that all hide it cancel
  /// each other out in pairs (§17.7.3).
  func hide(paragraph: String?, characters: String?, table: String?) -> Bool {
    guard hidesAny else { return false }
    if hidesByDefault { return true }
    func hides(_ name: String?, _ kind: String) -> Bool {
      first(from: name ?? defaults[kind]) { $0.hides != nil }?.style.hides ?? false
    }
    return (hides(paragraph, "paragraph") != hides(characters, "character")) != hides(table, "table")
  }

  /// The size of a text, in half points.
  func size(paragraph: String?, characters: String?) -> Int {
    first(from: characters) { $0.size != nil }?.style.size
      ?? first(from: paragraph ?? defaults["paragraph"]) { $0.size != nil }?.style.size ?? defaultSize
  }

  func isBold(paragraph: String?, characters: String?) -> Bool {
    first(from: characters) { $0.isBold != nil }?.style.isBold
      ?? first(from: paragraph ?? defaults["paragraph"]) { $0.isBold != nil }?.style.isBold ?? false
  }

  /// Whether a style is one of a table of contents: toc 1, TOC Heading.
  func isOfContents(_ style: String?) -> Bool {
    guard let style else { return false }
    let name = styles[style]?.name ?? ""
    return (name.isEmpty ? style : name).lowercased().hasPrefix("toc")
  }

  /// Whether pandoc takes the text of a style for the title of the document, or for a line that belongs to it.
  func isTitle(_ style: String?) -> Bool {
    guard let name = style.flatMap({ styles[$0]?.name.lowercased() }) else { return false }
    return ["title", "subtitle", "author", "date", "abstract"].contains(name)
  }

  private func first(from name: String?, where isWanted: (Style) -> Bool) -> (name: String, style: Style)? {
    var next = name
    for _ in 0..<WordStyles.longestChain {
      guard let name = next, let style = styles[name] else { return nil }
      if isWanted(style) { return (name, style) }
      next = style.above
    }
    return nil
  }
}
