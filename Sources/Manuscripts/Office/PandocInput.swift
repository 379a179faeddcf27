import Workbooks

/// What pandoc is given to read: the document without the marks that it would lose words by.
package enum PandocInput {
  /// A web page whose tables have no parts: pandoc cuts a cell that reaches from the head of a table into its body.
  package static func page(_ html: [UInt8]) -> [UInt8] {
    guard contains(html, "rowspan") || contains(html, "ROWSPAN") else { return html }
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

  /// The parts of an Office file, with those changed that have fields, hidden text or heads of tables. Nil if none has.
  static func archive(_ parts: [String: [UInt8]], _ format: OfficeText.Format) -> [UInt8]? {
    var changed = parts
    var isChanged = false
    let names =
      format == .word ? ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] : ["content.xml"]
    for name in names {
      guard let bytes = parts[name], let repaired = format == .word ? word(bytes) : openDocument(bytes) else {
        continue
      }
      changed[name] = repaired
      isChanged = true
    }
    return isChanged ? ZipArchive.file(changed) : nil
  }

  /// Without hidden runs, and with the text of simple fields and smart tags as plain runs.
  private static func word(_ xml: [UInt8]) -> [UInt8]? {
    guard contains(xml, "fldSimple") || contains(xml, "smartTag") || contains(xml, "vanish") else { return nil }
    var cuts: [Range<Int>] = []
    var tags = TagScanner(xml)
    var runs: [(start: Int, isHidden: Bool, hasText: Bool)] = []
    // Inside the properties of a paragraph, or those that a change replaced, nothing hides a run.
    var others = 0
    while let tag = tags.next() {
      switch tag.name {
      case "fldSimple", "smartTag": cuts.append(tag.range)
      case "pPr", "rPrChange":
        if !tag.isEmpty { others += tag.isEnd ? -1 : 1 }
      case "r" where tag.isEnd:
        guard let run = runs.popLast(), run.isHidden, run.hasText else { break }
        cuts.removeAll { $0.lowerBound >= run.start }
        cuts.append(run.start..<tag.range.upperBound)
      case "r" where !tag.isEmpty: runs.append((tag.range.lowerBound, false, false))
      case "t" where !runs.isEmpty: runs[runs.count - 1].hasText = true
      case "vanish" where !runs.isEmpty && others == 0 && !tag.isEnd:
        if !isOff(xml[tag.range]) { runs[runs.count - 1].isHidden = true }
      default: break
      }
    }
    return without(cuts, xml)
  }

  private static func openDocument(_ xml: [UInt8]) -> [UInt8]? {
    guard contains(xml, "table-header-rows") else { return nil }
    var cuts: [Range<Int>] = []
    var tags = TagScanner(xml)
    while let tag = tags.next() {
      if tag.name == "table-header-rows" { cuts.append(tag.range) }
    }
    return without(cuts, xml)
  }

  /// Whether a property is written to say that it does not hold.
  private static func isOff(_ tag: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: tag, as: UTF8.self)
    return ["\"0\"", "'0'", "\"false\"", "'false'", "\"off\"", "'off'"].contains { text.contains("val=\($0)") }
  }

  /// `cuts` ascend and do not overlap. Nil if there are none.
  private static func without(_ cuts: [Range<Int>], _ bytes: [UInt8]) -> [UInt8]? {
    guard !cuts.isEmpty else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    for cut in cuts {
      result += bytes[copied..<cut.lowerBound]
      copied = cut.upperBound
    }
    return result + bytes[copied...]
  }

  private static func contains(_ bytes: [UInt8], _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    let first = word.utf8Start[0]
    return bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + count <= bytes.count {
        if bytes[index] == first, (1..<count).allSatisfy({ bytes[index + $0] == word.utf8Start[$0] }) { return true }
        index += 1
      }
      return false
    }
  }
}

/// The tags of an XML text or a web page, one after the other.
private struct TagScanner {
  struct Tag {
    let range: Range<Int>
    let nameRange: Range<Int>
    /// Without its prefix; in a web page in lower case.
    let name: String
    let isEnd: Bool
    let isEmpty: Bool
  }

  private let bytes: [UInt8]
  private let isHTML: Bool
  private var index = 0

  init(_ bytes: [UInt8], isHTML: Bool = false) {
    self.bytes = bytes
    self.isHTML = isHTML
  }

  mutating func next() -> Tag? {
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      guard index < bytes.count else { return nil }
      if bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "?") {
        skipDeclaration()
        continue
      }
      let isEnd = bytes[index] == UInt8(ascii: "/")
      if isEnd { index += 1 }
      let first = index
      var name = first
      while index < bytes.count, isNameByte(bytes[index]) {
        if bytes[index] == UInt8(ascii: ":") { name = index + 1 }
        index += 1
      }
      guard index > first else { continue }
      let nameRange = name..<index
      guard let end = tagEnd() else { return nil }
      index = end + 1
      let text = String(decoding: bytes[nameRange], as: UTF8.self)
      let tag = Tag(
        range: start..<index, nameRange: nameRange, name: isHTML ? text.lowercased() : text, isEnd: isEnd,
        isEmpty: bytes[end - 1] == UInt8(ascii: "/"))
      if isHTML, !isEnd, tag.name == "script" || tag.name == "style" { skip(past: "</") }
      return tag
    }
    return nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "/") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "<")
  }

  /// The place of the `>` that ends the tag: not one in the value of an attribute.
  private func tagEnd() -> Int? {
    var quote: UInt8?
    var place = index
    while place < bytes.count {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place
      }
      place += 1
    }
    return nil
  }

  private mutating func skipDeclaration() {
    let rest = bytes[index...]
    if rest.starts(with: "!--".utf8) {
      skip(past: "-->")
    } else if rest.starts(with: "![CDATA[".utf8) {
      skip(past: "]]>")
    } else {
      skip(past: ">")
    }
  }

  private mutating func skip(past word: String) {
    let word = Array(word.utf8)
    // The end tag of a script is read as a tag.
    let keeps = word[0] == UInt8(ascii: "<")
    while index < bytes.count {
      if bytes[index...].starts(with: word) {
        if !keeps { index += word.count }
        return
      }
      index += 1
    }
  }
}
