import DataFormats

/// The footnotes of a web page: links such as `[1]` to a paragraph or an item of a list with an id, which pandoc reads
/// as links and text.
struct PandocNotes {
  private struct Note {
    let content: [JSONValue]
    /// Its number among the footnotes, once a link to it was read.
    var number: Int?
  }

  private var notes: [String: Note] = [:]

  var isEmpty: Bool { notes.isEmpty }

  /// Finds the targets of the references of a page.
  init(_ blocks: [JSONValue]) {
    var references: [String: Int] = [:]
    var place = 0
    PandocNotes.forEach(in: blocks) { value in
      place += 1
      if let id = PandocNotes.reference(value), references[id] == nil { references[id] = place }
    }
    guard !references.isEmpty else { return }
    place = 0
    PandocNotes.forEach(in: blocks) { value in
      place += 1
      guard let (ids, content) = PandocNotes.target(value) else { return }
      // A footnote links back to the text, which is before it.
      for id in ids where references[id].map({ $0 < place }) == true && notes[id] == nil {
        notes[id] = Note(content: PandocNotes.withoutLinksBack(content))
      }
    }
  }

  /// Whether a block is the text of a footnote, which is written at its reference.
  func hold(_ block: JSONValue) -> Bool {
    guard !notes.isEmpty, let (ids, _) = PandocNotes.target(block) else { return false }
    return ids.contains { notes[$0] != nil }
  }

  /// A list without the items that are footnotes; nil if nothing is left of it.
  func without(_ list: JSONValue) -> JSONValue? {
    guard !notes.isEmpty, list.kind == "OrderedList" || list.kind == "BulletList" else { return list }
    func kept(_ items: [JSONValue]) -> [JSONValue] {
      items.filter { item in
        guard let blocks = item.asArray, let first = blocks.first else { return true }
        return !hold(first)
      }
    }
    let parts = list["c"]?.asArray ?? []
    let items = list.kind == "OrderedList" ? parts.last?.asArray ?? [] : parts
    let rest = kept(items)
    guard rest.count < items.count else { return list }
    guard !rest.isEmpty else { return nil }
    let content: JSONValue = list.kind == "OrderedList" ? .array([parts[0], .array(rest)]) : .array(rest)
    return .object([.init("t", .string(list.kind ?? "")), .init("c", content)])
  }

  /// The id that a link refers to as a footnote, if the page has it.
  func id(of link: JSONValue) -> String? {
    guard let id = PandocNotes.reference(link), notes[id] != nil else { return nil }
    return id
  }

  func number(of id: String) -> Int? { notes[id]?.number }
  func content(of id: String) -> [JSONValue] { notes[id]?.content ?? [] }
  mutating func setNumber(_ number: Int, of id: String) { notes[id]?.number = number }

  // MARK: Links and their targets

  private static let longestMark = 5

  /// The id that a link leads to, if it looks like the mark of a footnote: `[1]`, `1`, `*`, `①`.
  private static func reference(_ value: JSONValue) -> String? {
    guard value.kind == "Link", let parts = value["c"]?.asArray, parts.count == 3,
      let address = parts[2].asArray?.first?.asString, address.hasPrefix("#"), address.utf8.count > 1
    else { return nil }
    let mark = PandocInlines.plain(parts[1].asArray ?? []).trimmed
    guard !mark.isEmpty, mark.count <= longestMark, mark.contains(where: { $0.isNumber || "*†‡§".contains($0) }),
      mark.allSatisfy({ $0.isNumber || "*†‡§[]()（）［］〔〕【】".contains($0) })
    else { return nil }
    return String(address.dropFirst())
  }

  /// The ids that a block has, itself or by what it begins with, and its text.
  private static func target(_ block: JSONValue) -> (ids: [String], content: [JSONValue])? {
    switch block.kind {
    case "Div":
      guard let parts = block["c"]?.asArray, let content = parts.last?.asArray else { return nil }
      let own = id(parts.first)
      // A part of the page that holds much else is not a footnote.
      if let own, content.count <= 3 { return ([own], content) }
      return nil
    case "Para", "Plain":
      guard let inlines = block["c"]?.asArray else { return nil }
      let ids = leadingIDs(inlines)
      return ids.isEmpty ? nil : (ids, [block])
    default: return nil
    }
  }

  /// The ids of the spans and links that a paragraph begins with.
  private static func leadingIDs(_ inlines: [JSONValue]) -> [String] {
    guard let first = inlines.first(where: { !$0.isSpace }) else { return [] }
    switch first.kind {
    case "Span", "Link":
      guard let parts = first["c"]?.asArray else { return [] }
      let inner = parts.dropFirst().first?.asArray ?? []
      return [id(parts.first)].compactMap(\.self) + leadingIDs(inner)
    case "Superscript", "Strong", "Emph": return leadingIDs(first["c"]?.asArray ?? [])
    default: return []
    }
  }

  private static func id(_ attributes: JSONValue?) -> String? {
    guard let id = attributes?.asArray?.first?.asString, !id.isEmpty else { return nil }
    return id
  }

  /// The text of a footnote without its own mark and without the links back to where it is referred to.
  private static func withoutLinksBack(_ content: [JSONValue]) -> [JSONValue] {
    content.map { block in
      guard block.kind == "Para" || block.kind == "Plain", let inlines = block["c"]?.asArray else { return block }
      var kept = cleaned(inlines)
      while let first = kept.first, first.isSpace { kept.removeFirst() }
      // [1] before the text
      if kept.count > 1, kept[0].kind == "Str", let text = kept[0]["c"]?.asString, isMark(text) { kept.removeFirst() }
      return .object([.init("t", .string("Para")), .init("c", .array(kept))])
    }
  }

  private static func isMark(_ text: String) -> Bool {
    text.first.map { "[（(［〔【".contains($0) } == true && text.count <= longestMark && text.contains(where: \.isNumber)
      && text.allSatisfy { $0.isNumber || "[]()（）［］〔〕【】".contains($0) }
  }

  private static func cleaned(_ inlines: [JSONValue]) -> [JSONValue] {
    inlines.compactMap { inline in
      guard let content = inline["c"]?.asArray else { return inline }
      switch inline.kind {
      case "Link":
        let isInner = content.last?.asArray?.first?.asString?.hasPrefix("#") ?? false
        let text = PandocInlines.plain(content.dropFirst().first?.asArray ?? []).trimmed
        return isInner && text.count <= longestMark ? nil : inline
      case "Strong", "Emph", "Superscript":
        let inner = cleaned(content)
        return inner.isEmpty
          ? nil : .object([.init("t", .string(inline.kind ?? "")), .init("c", .array(inner))])
      case "Span":
        let inner = cleaned(content.last?.asArray ?? [])
        guard !inner.isEmpty, let attributes = content.first else { return nil }
        return .object([.init("t", .string("Span")), .init("c", .array([attributes, .array(inner)]))])
      default: return inline
      }
    }
  }

  /// Calls `visit` for every block and inline, from the outside in.
  private static func forEach(in values: [JSONValue], _ visit: (JSONValue) -> Void) {
    for value in values {
      if value.kind != nil { visit(value) }
      if let inner = value["c"]?.asArray { forEach(in: inner, visit) }
      if let inner = value.asArray { forEach(in: inner, visit) }
    }
  }
}
