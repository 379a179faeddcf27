import Workbooks

extension OfficeText {
  struct DocumentStyle {
    /// The style that it is based on.
    var above: String?
    /// Whether its text is hidden; nil if it does not say.
    var hides: Bool?
    /// The size in half points; nil if the style has none.
    var size: Int?
    var isBold: Bool?
  }

  /// Whether an element that is open hides its text, and whether nothing in it can be shown.
  private struct Place {
    var isHidden = false
    var isClosed = false
  }

  private final class Places {
    var all: [Place] = []
    /// For each open element, whether it contains running text.
    var holdsText: [Bool] = []
    /// The style that is being read.
    var style: String?
    /// The styles of the open paragraph and of the spans in it, as family and name.
    var styles: [String] = []
    /// The look of each open paragraph; nil for one that can be no heading.
    var looks: [(tag: Int, size: Int?, isBold: Bool)?] = []
    /// Lists, tables and notes that are open.
    var containers = 0

    /// `isShown`: nil where the element does not say.
    func begin(isShown: Bool?, isClosed: Bool = false, inherits: Bool) {
      let outer = all.last ?? Place()
      let isClosed = outer.isClosed || isClosed
      all.append(Place(isHidden: isClosed || !(isShown ?? !(inherits && outer.isHidden)), isClosed: isClosed))
    }
  }

  /// OpenDocument 1.3 part 3.
  static func openDocument(_ state: State) -> XMLVisitor {
    let places = Places()
    return XMLVisitor(
      start: { begin($0, $1, places, state) }, end: { end($0, places, state) },
      text: { bytes in
        guard state.skipped == 0 else { return }
        let isHidden = places.all.last?.isHidden ?? false
        if isHidden { state.text.repairs.texts.insert(state.tags) }
        append(bytes, state, isHidden: isHidden)
        if !isHidden, state.deletions == 0, bytes.contains(where: { $0 > 0x20 }) { noteLook(places, state) }
      })
  }

  private static func begin(_ name: XMLName, _ attributes: XMLAttributes, _ places: Places, _ state: State) {
    state.tags += 1
    let isField = places.holdsText.last ?? false
    var holdsText = false
    switch name {
    case "tracked-changes": state.deletions += 1
    case "annotation": state.annotations += 1
    case "note-citation", "sender-initials", "initials": state.skipped += 1
    // Elements of an annotation or a picture; fields of a text have the same names.
    case "creator", "date", "title", "desc": if !isField { state.skipped += 1 }
    case "list", "table", "note": places.containers += 1
    case "table-of-content":
      places.containers += 1
      state.contents += 1
    case "p", "h":
      beginParagraph(state)
      places.begin(isShown: isShown(attributes["style-name"], "paragraph", state), inherits: false)
      holdsText = true
      if case "h" = name { state.text.hasHeadings = true }
      if case "p" = name, places.containers == 0, state.box.isEmpty, state.annotations == 0 {
        places.looks.append((state.tags, nil, true))
        places.styles = ["paragraph/\(attributes["style-name"] ?? "")"]
      } else {
        places.looks.append(nil)
      }
    case "span":
      places.styles.append("text/\(attributes["style-name"] ?? "")")
      places.begin(isShown: isShown(attributes["style-name"], "text", state), inherits: true)
      holdsText = true
    case "a": holdsText = true
    case "section":
      places.begin(isShown: nil, isClosed: attributes["display"] == "none", inherits: true)
    case "hidden-text":
      if let text = attributes["string-value"], attributes["is-hidden"] == "true" { state.text.hidden.append(text) }
      places.begin(isShown: nil, isClosed: attributes["is-hidden"] == "true", inherits: true)
    case "hidden-paragraph":
      if attributes["is-hidden"] == "true", !places.all.isEmpty {
        places.all[places.all.count - 1] = Place(isHidden: true, isClosed: true)
      }
    case "text-box": beginBox(state)
    case "style", "default-style", "text-properties": readStyle(name, attributes, places, state)
    default: break
    }
    places.holdsText.append(holdsText)
  }

  /// A style of the document, or what it says of its text.
  private static func readStyle(_ name: XMLName, _ attributes: XMLAttributes, _ places: Places, _ state: State) {
    guard case "text-properties" = name else {
      let key = "\(attributes["family"] ?? "")/\(attributes["name"] ?? "")"
      places.style = key
      state.text.documentStyles[key] = DocumentStyle(above: attributes["parent-style-name"])
      return
    }
    guard let style = places.style else { return }
    if let display = attributes["display"] { state.text.documentStyles[style]?.hides = display == "none" }
    if let size = attributes["font-size"], size.hasSuffix("pt"), let points = Double(size.dropLast(2)) {
      state.text.documentStyles[style]?.size = Int((points * 2).rounded())
    }
    if let weight = attributes["font-weight"] { state.text.documentStyles[style]?.isBold = weight == "bold" }
  }

  private static func end(_ name: XMLName, _ places: Places, _ state: State) {
    state.tags += 1
    _ = places.holdsText.popLast()
    let isField = places.holdsText.last ?? false
    switch name {
    case "tracked-changes": endDeletion(state)
    case "annotation": state.annotations -= 1
    case "note-citation", "sender-initials", "initials": state.skipped -= 1
    case "creator", "date", "title", "desc": if !isField { state.skipped -= 1 }
    case "list", "table", "note": places.containers -= 1
    case "table-of-content":
      places.containers -= 1
      state.contents -= 1
    case "p", "h":
      if let look = places.looks.popLast() ?? nil, let size = look.size {
        state.text.sized.append(
          SizedParagraph(
            tag: look.tag, properties: nil, style: nil, text: state.open.last ?? "", size: size,
            isBold: look.isBold, isItem: false))
      }
      endParagraph(state)
      _ = places.all.popLast()
    case "span":
      _ = places.styles.popLast()
      _ = places.all.popLast()
    case "section", "hidden-text": _ = places.all.popLast()
    case "text-box": state.box.removeLast()
    case "style", "default-style": places.style = nil
    default: break
    }
  }

  /// The default size of LibreOffice, in half points, for a document without one.
  private static let defaultSize = 24

  private static func noteLook(_ places: Places, _ state: State) {
    guard let last = places.looks.indices.last, let look = places.looks[last] else { return }
    let size = places.styles.reversed().lazy.compactMap { property($0, state, \.size) }.first ?? defaultSize
    let isBold = places.styles.reversed().lazy.compactMap { property($0, state, \.isBold) }.first ?? false
    places.looks[last] = (look.tag, min(look.size ?? size, size), look.isBold && isBold)
  }

  /// A property of a style, of one that it is based on, or of the default of its family.
  private static func property<Value>(
    _ style: String, _ state: State, _ path: KeyPath<DocumentStyle, Value?>
  ) -> Value? {
    let family = style.prefix { $0 != "/" }
    var next: String? = style
    for _ in 0..<longestChain {
      guard let name = next, let style = state.text.documentStyles[name] else { break }
      if let value = style[keyPath: path] { return value }
      next = style.above.map { "\(family)/\($0)" }
    }
    return state.text.documentStyles["\(family)/"]?[keyPath: path]
  }

  private static let longestChain = 20

  /// A property of a style, or of one that it is based on.
  private static func isShown(_ name: String?, _ family: String, _ state: State) -> Bool? {
    var next = name
    for _ in 0..<longestChain {
      guard let name = next, let style = state.text.documentStyles["\(family)/\(name)"] else { break }
      if let hides = style.hides { return !hides }
      next = style.above
    }
    return state.text.documentStyles["\(family)/"]?.hides.map { !$0 }
  }
}
