import Bytes

/// What pandoc is given to read: the document without the marks that it would lose words by.
package enum PandocInput {
  /// A web page without content that browsers hide, and with tables without parts: pandoc cuts a cell that reaches from
  /// the heading of a table into its body.
  package static func page(_ page: [UInt8]) -> [UInt8] {
    var edits = ByteEdits()
    for hidden in hidden(in: page) { edits.cut(hidden.range) }
    let html = withAnchors(edits.applied(to: page) ?? page)
    guard html.contains("rowspan") || html.contains("ROWSPAN") else { return html }
    var result: [UInt8] = []
    result.reserveCapacity(html.count)
    var tags = TagScanner(html, isHTML: true)
    var copied = 0
    while let tag = tags.next() {
      switch tag.name {
      case "th":
        result += html[copied..<tag.nameRange.lowerBound] + Array("td".utf8)
        copied = tag.nameRange.upperBound
      case "thead", "tbody", "tfoot":
        result += html[copied..<tag.range.lowerBound]
        copied = tag.range.upperBound
      default: break
      }
    }
    return result + html[copied...]
  }

  /// A page in which paragraphs that are linked to begin with an anchor: pandoc forgets their ids.
  private static func withAnchors(_ html: [UInt8]) -> [UInt8] {
    guard html.contains("href=\"#") || html.contains("href='#") else { return html }
    var edits = ByteEdits()
    var tags = TagScanner(html, isHTML: true)
    while let tag = tags.next() {
      guard tag.name == "p", !tag.isEnd, let id = tags.attribute("id", of: tag), !id.isEmpty,
        id.utf8.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") })
      else { continue }
      edits.replace(tag.range.upperBound..<tag.range.upperBound, with: "<a id=\"\(id)\"></a>")
    }
    return edits.applied(to: html) ?? html
  }

  /// An element of a web page that a browser does not show, or a field to fill in.
  package struct Hidden {
    let range: Range<Int>
    /// The first words of the element.
    package let text: String
    /// 1-based.
    package let line: Int
  }

  package static func hidden(in html: [UInt8]) -> [Hidden] {
    guard html.contains("hidden") || html.contains("none") || html.contains("<textarea") else { return [] }
    var found: [Hidden] = []
    var tags = TagScanner(html, isHTML: true)
    var open: (name: String, start: Int, inner: Int, depth: Int)?
    var line = 1
    var counted = 0
    while let tag = tags.next() {
      if let (name, start, inner, depth) = open {
        guard tag.name == name, !tag.isEmpty else { continue }
        open = (name, start, inner, depth + (tag.isEnd ? -1 : 1))
        guard depth == 1, tag.isEnd else { continue }
        for byte in html[counted..<start] where byte == 0x0A { line += 1 }
        counted = start
        found.append(
          Hidden(
            range: start..<tag.range.upperBound, text: shown(html[inner..<tag.range.lowerBound]), line: line))
        open = nil
      } else if !tag.isEnd, !tag.isEmpty, !isVoid(tag.name), tag.name == "textarea" || isHidden(html[tag.range]) {
        open = (tag.name, tag.range.lowerBound, tag.range.upperBound, 1)
      }
    }
    return found
  }

  private static func isVoid(_ name: String) -> Bool {
    ["input", "img", "br", "hr", "meta", "link", "col", "source", "html", "body", "script", "style"].contains(name)
  }

  /// Whether a tag has the attribute `hidden`, or a style that hides it.
  private static func isHidden(_ tag: ArraySlice<UInt8>) -> Bool {
    var attributes: [UInt8] = []
    var values: [UInt8] = []
    var quote: UInt8?
    for byte in tag {
      if let open = quote {
        if byte == open { quote = nil } else if byte > 0x20 { values.append(byte | 0x20) }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else {
        attributes.append(byte < 0x20 ? 0x20 : byte | 0x20)
      }
    }
    let words = attributes.split { $0 == 0x20 || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
    if words.dropFirst().contains(where: { $0.elementsEqual("hidden".utf8) }) { return true }
    // Colons stay as they are with the bit of small letters set.
    return values.contains("display:none") || values.contains("visibility:hidden")
  }

  /// The text between tags, without them.
  private static func shown(_ html: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var isTag = false
    for byte in html {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { text.append(byte) }
      if byte == UInt8(ascii: ">") {
        isTag = false
        text.append(0x20)
      }
    }
    let words = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 80 ? words.prefix(80) + "…" : words
  }

  /// A part of a Word document with its repairs, and with the text of simple fields and smart tags as plain runs. Nil
  /// if it needs none.
  static func word(_ xml: [UInt8], _ repairs: PartRepairs) -> [UInt8]? {
    guard !repairs.isEmpty || xml.contains("fldSimple") || xml.contains("smartTag") else { return nil }
    var edits = ByteEdits()
    var tags = TagScanner(xml)
    // Inside of an element that is left out: where it begins, what replaces it, and how many elements are open.
    var open: (start: Int, text: String, depth: Int)?
    while let tag = tags.next() {
      if let (start, text, depth) = open {
        guard tag.isEnd, depth == 1 else {
          if !tag.isEmpty { open = (start, text, depth + (tag.isEnd ? -1 : 1)) }
          continue
        }
        edits.replace(start..<tag.range.upperBound, with: text)
        open = nil
        continue
      }
      let prefix = tags.prefix(of: tag)
      let replacement = repairs.replacements[tag.number]?.xml(prefix)
      if replacement != nil || repairs.elements.contains(tag.number) {
        if tag.isEmpty {
          edits.replace(tag.range, with: replacement ?? "")
        } else {
          open = (tag.range.lowerBound, replacement ?? "", 1)
        }
      } else if tag.name == "fldSimple" || tag.name == "smartTag" {
        edits.cut(tag.range)
      } else if let insertion = repairs.insertions[tag.number], !tag.isEmpty {
        edits.replace(tag.range.upperBound..<tag.range.upperBound, with: insertion.xml(prefix))
      }
    }
    return edits.applied(to: xml)
  }

  /// The styles of a Word document with those of the headings that repairs name.
  static func styles(_ xml: [UInt8]) -> [UInt8]? {
    adding(to: xml, in: "styles") { prefix in
      (1...9).map { level in
        WordXML.element(
          prefix, "style", [("type", "paragraph"), ("styleId", PartRepairs.Insertion.headingStyle(level))],
          WordXML.element(prefix, "name", [("val", "heading" + " " + String(level))]))
      }.joined()
    }
  }

  /// The lists of a Word document with the two that repairs name.
  static func numbering(_ xml: [UInt8]) -> [UInt8]? {
    adding(to: xml, in: "numbering") { prefix in
      func element(_ name: String, _ attribute: String, _ value: String, _ content: String = "") -> String {
        WordXML.element(prefix, name, [(attribute, value)], content)
      }
      func list(_ id: Int, _ format: String, _ text: String) -> String {
        let levels = (0..<9).map { level in
          element(
            "lvl", "ilvl", String(level),
            element("start", "val", "1") + element("numFmt", "val", format) + element("lvlText", "val", text))
        }.joined()
        return element("abstractNum", "abstractNumId", String(id), levels)
          + element("num", "numId", String(id), element("abstractNumId", "val", String(id)))
      }
      return list(PartRepairs.Insertion.bulletList, "bullet", "•")
        + list(PartRepairs.Insertion.numberedList, "decimal", "%1.")
    }
  }

  /// Adds elements at the end of the outermost one. Nil if there is no such element, or if it is empty.
  private static func adding(
    to xml: [UInt8], in name: String, _ elements: (_ prefix: String) -> String
  ) -> [UInt8]? {
    var edits = ByteEdits()
    var tags = TagScanner(xml)
    while let tag = tags.next() {
      guard tag.name == name, tag.isEnd else { continue }
      edits.replace(tag.range.lowerBound..<tag.range.lowerBound, with: elements(tags.prefix(of: tag)))
      break
    }
    return edits.applied(to: xml)
  }
}

/// Changes of a text, from its beginning to its end.
struct ByteEdits {
  private var edits: [(range: Range<Int>, text: String)] = []

  /// Ranges must ascend and not overlap.
  mutating func replace(_ range: Range<Int>, with text: String) { edits.append((range, text)) }

  mutating func cut(_ range: Range<Int>) { replace(range, with: "") }

  /// The bytes after the edits; nil if there are none.
  func applied(to bytes: [UInt8]) -> [UInt8]? {
    guard !edits.isEmpty else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    for edit in edits {
      result += bytes[copied..<edit.range.lowerBound]
      result += edit.text.utf8
      copied = edit.range.upperBound
    }
    return result + bytes[copied...]
  }
}
