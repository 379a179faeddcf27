import Workbooks

/// The numbers that Word counts and shows before paragraphs. The text of the document does not contain them (Office
/// Open XML part 1, §17.9).
struct WordNumbering {
  /// A paragraph's reference to its number.
  struct Reference {
    var style: String?
    var list: Int?
    var level: Int?
  }

  private struct Level {
    var start = 1
    var format = "decimal"
    var text = ""
    /// The style whose paragraphs are on this level.
    var style: String?
  }

  /// The levels of each definition, by id.
  private var definitions: [Int: [Int: Level]] = [:]
  /// The definition of each list.
  private var lists: [Int: Int] = [:]
  /// The restarts of lists, by list and level. Each is used once.
  private var restarts: [Int: [Int: Int]] = [:]
  private let styles: WordStyles
  /// The numbers that were reached, by definition and level.
  private var counters: [Int: [Int]] = [:]

  private static let deepest = 100

  /// `part`: the bytes of `word/numbering.xml`; empty if there is none.
  init(_ part: [UInt8], styles: WordStyles) throws(WorkbookFault) {
    self.styles = styles
    if !part.isEmpty { try readLists(part) }
  }

  // MARK: Reading

  private final class State {
    var numbering: WordNumbering
    var definition: Int?
    var level: Int?
    var list: Int?

    init(_ numbering: WordNumbering) { self.numbering = numbering }

    func change(_ change: (inout Level) -> Void) {
      guard let definition, let level else { return }
      change(&numbering.definitions[definition, default: [:]][level, default: Level()])
    }
  }

  private mutating func readLists(_ bytes: [UInt8]) throws(WorkbookFault) {
    let state = State(self)
    let visitor = XMLVisitor(
      start: { name, attributes in
        switch name {
        case "abstractNum": state.definition = attributes["abstractNumId"].flatMap { Int($0) }
        case "lvl":
          state.level = attributes["ilvl"].flatMap { Int($0) }
          state.change { $0 = Level() }
        case "start": state.change { $0.start = attributes["val"].flatMap { Int($0) } ?? 1 }
        case "numFmt": state.change { $0.format = attributes["val"] ?? "decimal" }
        case "lvlText": state.change { $0.text = attributes["val"] ?? "" }
        case "pStyle": state.change { $0.style = attributes["val"] }
        case "num": state.list = attributes["numId"].flatMap { Int($0) }
        case "lvlOverride": state.level = attributes["ilvl"].flatMap { Int($0) }
        case "startOverride":
          guard let list = state.list, let level = state.level else { break }
          state.numbering.restarts[list, default: [:]][level] = attributes["val"].flatMap { Int($0) }
        case "abstractNumId":
          if let list = state.list { state.numbering.lists[list] = attributes["val"].flatMap { Int($0) } }
        default: break
        }
      },
      end: { name in
        switch name {
        case "abstractNum": state.definition = nil
        case "lvl", "lvlOverride": state.level = nil
        case "num": state.list = nil
        default: break
        }
      },
      text: { _ in })
    try visitor.read(bytes, part: "word/numbering.xml", deepest: WordNumbering.deepest)
    self = state.numbering
  }

  // MARK: Counting

  /// The number of the next paragraph, in the order of the document; nil for one without a number, or with a bullet.
  mutating func number(of paragraph: Reference) -> AutomaticNumber? {
    guard let (list, level) = place(of: paragraph), let definition = lists[list],
      let levels = definitions[definition], let own = levels[level], (0..<9).contains(level)
    else { return nil }
    var reached = counters[definition] ?? (0..<9).map { (levels[$0]?.start ?? 1) - 1 }
    for above in 0..<level where reached[above] < (levels[above]?.start ?? 1) {
      reached[above] = levels[above]?.start ?? 1
    }
    if let start = restarts[list]?.removeValue(forKey: level) { reached[level] = start - 1 }
    reached[level] += 1
    for below in (level + 1)..<max(level + 1, 9) { reached[below] = (levels[below]?.start ?? 1) - 1 }
    counters[definition] = reached
    return WordNumbering.number(own, reached, level)
  }

  private func place(of paragraph: Reference) -> (list: Int, level: Int)? {
    if let list = paragraph.list { return list == 0 ? nil : (list, paragraph.level ?? 0) }
    guard let (name, style) = styles.listStyle(of: paragraph.style), let list = style.list, list != 0 else {
      return nil
    }
    let byStyle = lists[list].flatMap { definitions[$0] }?.first { $0.value.style == name }?.key
    return (list, style.level ?? byStyle ?? 0)
  }

  private static func number(_ own: Level, _ reached: [Int], _ level: Int) -> AutomaticNumber? {
    guard let style = style(own.format) else { return nil }
    let pieces = own.text.split(separator: "%", omittingEmptySubsequences: false).map(String.init)
    if pieces.count == 2, pieces[1].first?.wholeNumberValue == level + 1 {
      let form = HeadingForm(
        prefix: pieces[0].trimmed, style: style, suffix: String(pieces[1].dropFirst()).trimmed, parts: 1)
      return AutomaticNumber(form: form, values: [reached[level]])
    }
    // %1.%2.%3
    guard pieces.count == level + 2, pieces[0].isEmpty, style == .arabic,
      pieces.dropFirst().dropLast().allSatisfy({ $0.dropFirst() == "." }), let last = pieces.last
    else { return nil }
    let form = HeadingForm(prefix: "", style: .arabic, suffix: String(last.dropFirst()).trimmed, parts: level + 1)
    return AutomaticNumber(form: form, values: Array(reached[...level]))
  }

  private static func style(_ format: String) -> HeadingForm.Style? {
    switch format {
    case "decimal", "decimalFullWidth", "decimalZero": .arabic
    case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "japaneseCounting",
      "taiwaneseCountingThousand", "ideographDigital":
      .chinese
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": .circled
    case "upperRoman": .upperRoman
    case "upperLetter": .upperLetter
    case "lowerLetter": .lowerLetter
    default: nil
    }
  }
}
