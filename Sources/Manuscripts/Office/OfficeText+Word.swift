import Workbooks

extension OfficeText {
  /// An open run of text, and its properties.
  private struct Run {
    /// The number of the tag that begins it.
    let tag: Int
    /// Whether it hides its text; nil if it does not say.
    var hides: Bool?
    var style: String?
    /// Whether its text is hidden, once that was asked.
    var isHidden: Bool?
    /// The size in half points; nil if there is none.
    var size: Int?
    var isBold: Bool?
  }

  /// The tags of an open paragraph that decide what it is.
  private struct Marks {
    let tag: Int
    var properties: Int?
    var style: Int?
    var list: Int?
    /// The level of a heading that the paragraph states itself.
    var outline: Int?
    /// Whether it contains a picture or a page break.
    var hasPicture = false
    /// The smallest size of its text, in half points; nil if it has none.
    var size: Int?
    var isBold = true
  }

  /// The elements around the current text of a Word document. Some of them hide it.
  private final class Places {
    var runs: [Run] = []
    var paragraphs: [Marks] = []
    /// The styles of the tables that are open.
    var tables: [String?] = []
    /// Properties of paragraphs, and properties that a tracked change replaced.
    var properties = 0
    var changes = 0

    /// Whether a run around the current place hides its content. Properties come before the text.
    func hide(_ state: State) -> Bool {
      for index in runs.indices where runs[index].isHidden == nil {
        let run = runs[index]
        let isHidden =
          run.hides
          ?? state.styles.hide(
            paragraph: state.references.last?.style, characters: run.style, table: tables.last ?? nil)
        runs[index].isHidden = isHidden
      }
      guard let first = runs.first(where: { $0.isHidden == true }) else { return false }
      state.text.repairs.elements.insert(first.tag)
      return true
    }

    func mark(_ change: (inout Marks) -> Void) {
      guard !paragraphs.isEmpty else { return }
      change(&paragraphs[paragraphs.count - 1])
    }
  }

  /// In columns. Some authors give whole paragraphs the level of a heading, for the outline of the document.
  private static let longestHeading = 80

  /// Repairs a paragraph that is a heading by its style, by a style that this is based on, or by a property of its own.
  /// Pandoc reads it as an item of a list if it is numbered, and knows headings by the names of styles alone. So the
  /// number, which is counted here, is left out, and the style is given. Pandoc does not know the levels of lists that
  /// styles have by their names.
  private static func repair(_ marks: Marks, _ state: State) {
    let style = state.references.last?.style
    guard let properties = marks.properties else { return note(marks, state) }
    let heading = state.styles.heading(of: style)
    let own = marks.outline.flatMap { (1...9).contains($0) ? $0 : nil }
    if let level = heading?.level ?? own {
      let text = state.open.last ?? ""
      guard heading?.isKnown == true || text.columns <= longestHeading else { return }
      if text.contains(where: { !$0.isWhitespace }) {
        state.text.hasHeadings = true
      } else {
        if heading?.isKnown == true, !marks.hasPicture {
          state.text.emptyHeadings.append(state.text.paragraphs.last { !$0.text.trimmed.isEmpty }?.text ?? "")
        }
        return
      }
      if let list = marks.list { state.text.repairs.elements.insert(list) }
      guard heading?.isKnown != true else { return }
      if let style = marks.style { state.text.repairs.elements.insert(style) }
      state.text.repairs.insertions[properties] = .heading(level: level)
    } else if marks.list == nil, let (level, isNumbered) = state.styles.listLevel(of: style) {
      state.text.repairs.insertions[properties] = .list(level: level, isNumbered: isNumbered)
    } else {
      note(marks, state)
    }
  }

  /// Keeps the look of a paragraph that no style makes a heading.
  private static func note(_ marks: Marks, _ state: State) {
    let style = state.references.last?.style
    guard let size = marks.size, state.box.isEmpty, state.annotations == 0, !state.styles.isTitle(style) else { return }
    state.text.sized.append(
      SizedParagraph(
        tag: marks.tag, properties: marks.properties, style: marks.style, text: state.open.last ?? "", size: size,
        isBold: marks.isBold,
        isItem: marks.list != nil || state.references.last?.list != nil || state.styles.listStyle(of: style) != nil))
  }

  /// Keeps the look of a text that is not hidden.
  private static func noteLook(_ bytes: UnsafeBufferPointer<UInt8>, _ places: Places, _ state: State) {
    guard places.tables.isEmpty, bytes.contains(where: { $0 > 0x20 }), let run = places.runs.last else { return }
    let style = state.references.last?.style
    let size = run.size ?? state.styles.size(paragraph: style, characters: run.style)
    let isBold = run.isBold ?? state.styles.isBold(paragraph: style, characters: run.style)
    places.mark {
      $0.size = min($0.size ?? size, size)
      if !isBold { $0.isBold = false }
    }
  }

  private static func symbol(_ font: String, _ code: String, _ places: Places, _ state: State) {
    // pandoc knows the font Symbol.
    guard font.lowercased() != "symbol" else { return }
    guard let character = SymbolFont.character(font: font, code: code) else {
      return state.text.unknownSymbols.append("\(font) \(code)")
    }
    state.text.repairs.replacements[state.tags] = .text(character)
    append(character, state, isHidden: places.hide(state))
  }

  /// Office Open XML part 1, §17.
  static func word(_ state: State) -> XMLVisitor {
    let places = Places()
    return XMLVisitor(
      start: { begin($0, $1, places, state) }, end: { end($0, places, state) },
      text: { bytes in
        guard state.isInText, state.skipped == 0 else { return }
        let isHidden = places.hide(state)
        append(bytes, state, isHidden: isHidden)
        if !isHidden, state.deletions == 0 { noteLook(bytes, places, state) }
      })
  }

  /// `Fallback` repeats a text box for old programs.
  private static func begin(_ name: XMLName, _ attributes: XMLAttributes, _ places: Places, _ state: State) {
    state.tags += 1
    switch name {
    case "Fallback", "oMath": state.skipped += 1
    case _ where state.skipped > 0: break
    case "p":
      beginParagraph(state)
      places.paragraphs.append(Marks(tag: state.tags))
    case "t", "delText": state.isInText = true
    case "txbxContent": beginBox(state)
    case "del", "moveFrom": state.deletions += 1
    case "ins", "moveTo": state.insertions += 1
    case "r": places.runs.append(Run(tag: state.tags))
    case "tbl":
      places.tables.append(nil)
      if !state.box.isEmpty { state.text.innerTables.append(state.text.paragraphs.count) }
    case "pPr":
      places.properties += 1
      places.mark { $0.properties = state.tags }
    case "drawing", "pict", "object", "br", "lastRenderedPageBreak": places.mark { $0.hasPicture = true }
    case "blip":
      if let link = attributes["link"], attributes["embed"] == nil { state.text.pictureLinks.append(link) }
    case "sym": symbol(attributes["font"] ?? "", attributes["char"] ?? "", places, state)
    case "cr": state.text.repairs.replacements[state.tags] = .lineBreak
    case "pPrChange", "rPrChange", "tblPrChange": places.changes += 1
    case _ where places.changes > 0: break
    default: readProperty(name, attributes, places, state)
    }
  }

  /// A property of the run, the table or the paragraph that is open.
  private static func readProperty(_ name: XMLName, _ attributes: XMLAttributes, _ places: Places, _ state: State) {
    switch name {
    case "vanish":
      guard places.properties == 0, !places.runs.isEmpty else { return }
      places.runs[places.runs.count - 1].hides = WordStyles.isOn(attributes["val"])
    case "sz", "b":
      guard places.properties == 0, let last = places.runs.indices.last else { return }
      if case "b" = name {
        places.runs[last].isBold = WordStyles.isOn(attributes["val"])
      } else {
        places.runs[last].size = attributes["val"].flatMap { Int($0) }
      }
    case "rStyle":
      guard places.properties == 0, !places.runs.isEmpty else { return }
      places.runs[places.runs.count - 1].style = attributes["val"]
    case "tblStyle":
      if !places.tables.isEmpty { places.tables[places.tables.count - 1] = attributes["val"] }
    case "numPr": places.mark { $0.list = state.tags }
    case "outlineLvl": places.mark { $0.outline = attributes["val"].flatMap { Int($0) }.map { $0 + 1 } }
    case "pStyle", "numId", "ilvl":
      if case "pStyle" = name { places.mark { $0.style = state.tags } }
      guard let last = state.references.indices.last, let value = attributes["val"] else { return }
      switch name {
      case "pStyle": state.references[last].style = value
      case "numId": state.references[last].list = Int(value)
      default: state.references[last].level = Int(value)
      }
    default: break
    }
  }

  private static func end(_ name: XMLName, _ places: Places, _ state: State) {
    state.tags += 1
    switch name {
    case "Fallback", "oMath": state.skipped -= 1
    case _ where state.skipped > 0: break
    case "p":
      if let marks = places.paragraphs.popLast() { repair(marks, state) }
      endParagraph(state)
    case "t", "delText": state.isInText = false
    case "txbxContent": state.box.removeLast()
    case "del", "moveFrom": endDeletion(state)
    case "ins", "moveTo": endInsertion(state)
    case "r": _ = places.runs.popLast()
    case "tbl": _ = places.tables.popLast()
    case "pPr": places.properties -= 1
    case "pPrChange", "rPrChange", "tblPrChange": places.changes -= 1
    default: break
    }
  }
}
