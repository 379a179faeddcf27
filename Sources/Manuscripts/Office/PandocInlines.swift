import DataFormats

/// Turns running text of pandoc's document model into Markdown.
struct PandocInlines {
  private(set) var markdown = ""
  /// The text without marks.
  private(set) var plain = ""
  /// Whether every letter is bold.
  private(set) var isBold = false
  private var run = ""
  /// The last marks of emphasis, and where they end in `markdown`.
  private var lastEmphasis: (mark: String, end: Int)?
  private let document: PandocDocument
  private let line: Int

  init(_ inlines: [JSONValue], _ document: inout PandocDocument, line: Int, keepsMarks: Bool = true) {
    self.document = document
    self.line = line
    isBold = inlines.allSatisfy { $0.kind == "Strong" || $0.isSpace } && inlines.contains { $0.kind == "Strong" }
    append(inlines, &document, keepsMarks: keepsMarks, next: nil)
    flush()
    markdown = markdown.trimmed
    plain = plain.trimmed
  }

  /// Writes the collected text: escapes depend on the neighbouring characters.
  private mutating func flush() {
    guard !run.isEmpty else { return }
    markdown += MarkdownEscaping.escape(run, atStart: markdown.isEmpty)
    run = ""
  }

  private mutating func text(_ text: String) {
    let visible = String(String.UnicodeScalarView(text.unicodeScalars.filter { !isInvisible($0) }))
    run += visible
    plain += visible
  }

  private mutating func append(
    _ inlines: [JSONValue], _ document: inout PandocDocument, keepsMarks: Bool, next after: Unicode.Scalar?
  ) {
    for (index, inline) in inlines.enumerated() {
      let content = inline["c"]
      switch inline.kind {
      case "Str": text(content?.asString ?? "")
      case "Space": text(" ")
      case "SoftBreak": if !(plain.last?.isWideLetter ?? false) { text(" ") }
      case "LineBreak":
        flush()
        if keepsMarks { markdown += "\u{B}" }
        plain += keepsMarks ? "\u{B}" : " "
      case "Strong", "Emph", "Strikeout":
        let mark = inline.kind == "Strong" ? "**" : inline.kind == "Emph" ? "*" : "~~"
        let next = inlines.dropFirst(index + 1).first?.firstScalar(in: document) ?? after
        emphasized(content?.asArray ?? [], keepsMarks ? mark : "", next, &document)
      case "Superscript" where note(in: content?.asArray ?? [], keepsMarks, &document): break
      case "Underline", "SmallCaps", "Superscript", "Subscript":
        let inner = content?.asArray ?? []
        if let raised = raised(inner, inline.kind) {
          plain += PandocInlines.plain(inner)
          run += raised
        } else {
          append(inner, &document, keepsMarks: keepsMarks, next: after)
        }
      case "Quoted":
        let isSingle = content?.asArray?.first?.kind == "SingleQuote"
        text(isSingle ? "‘" : "“")
        append(content?.asArray?.last?.asArray ?? [], &document, keepsMarks: keepsMarks, next: nil)
        text(isSingle ? "’" : "”")
      case "Span", "Cite": append(content?.asArray?.last?.asArray ?? [], &document, keepsMarks: keepsMarks, next: after)
      case "Code": code(content?.asArray?.last?.asString ?? "", keepsMarks)
      case "Math":
        let words = content?.asArray?.last?.asString ?? ""
        // A single symbol loses nothing.
        if words.contains("\\") || words.contains("^") || words.contains("_") {
          document.addEquation(words, line: line)
        }
        code(words, keepsMarks)
      case "Link" where note(in: [inline], keepsMarks, &document): break
      case "Link": link(content?.asArray ?? [], keepsMarks, &document)
      case "Image": image(content?.asArray ?? [], keepsMarks, &document)
      case "Note":
        flush()
        let number = document.addFootnote(content?.asArray ?? [])
        if keepsMarks { markdown += "[^\(number)]" }
      default: break
      }
    }
  }

  /// Writes the mark of a footnote of a web page; false if the inlines are something else.
  private mutating func note(in inlines: [JSONValue], _ keepsMarks: Bool, _ document: inout PandocDocument) -> Bool {
    guard inlines.count == 1, let number = document.noteNumber(of: inlines[0]) else { return false }
    flush()
    if keepsMarks { markdown += "[^\(number)]" }
    return true
  }

  /// Text between marks of emphasis. Punctuation that would keep Markdown from reading the marks is moved outside of
  /// them; if that does not help, the marks are left out.
  private mutating func emphasized(
    _ inner: [JSONValue], _ mark: String, _ next: Unicode.Scalar?, _ document: inout PandocDocument
  ) {
    var part = PandocInlines([], &document, line: line)
    part.append(inner, &document, keepsMarks: !mark.isEmpty, next: nil)
    part.flush()
    var text = part.markdown.trimmed
    let before = plain.unicodeScalars.last
    plain += part.plain
    let spaces = part.markdown.prefix { $0 == " " }
    let endsWithSpace = part.markdown.count > spaces.count && part.markdown.hasSuffix(" ")
    flush()
    markdown += spaces
    if !mark.isEmpty, !text.contains("\u{B}") {
      let isChineseFriendly = mark != "~~"
      func opens(_ inside: Unicode.Scalar?, _ outside: Unicode.Scalar?) -> Bool {
        PandocInlines.opens(inside, after: outside, isChineseFriendly: isChineseFriendly)
      }
      var (head, tail) = ("", "")
      let lead = spaces.isEmpty ? before : " "
      let follower = endsWithSpace ? " " : next
      while !opens(text.unicodeScalars.first, head.unicodeScalars.last ?? lead),
        let first = text.unicodeScalars.first, PandocInlines.movable.contains(first)
      {
        text.unicodeScalars.removeFirst()
        head.unicodeScalars.append(first)
      }
      while !opens(text.unicodeScalars.last, tail.unicodeScalars.first ?? follower),
        let last = text.unicodeScalars.last, PandocInlines.movable.contains(last)
      {
        text.unicodeScalars.removeLast()
        tail = String(last) + tail
      }
      if opens(text.unicodeScalars.first, head.unicodeScalars.last ?? lead),
        opens(text.unicodeScalars.last, tail.unicodeScalars.first ?? follower)
      {
        if head.isEmpty, let last = lastEmphasis, last.mark == mark, last.end == markdown.utf8.count {
          // Word splits a bold text into several.
          markdown.removeLast(mark.count)
          markdown += text + mark
        } else {
          markdown += head + mark + text + mark
        }
        lastEmphasis = (mark, markdown.utf8.count)
        markdown += tail
      } else {
        markdown += head + text + tail
      }
    } else {
      markdown += text
    }
    if endsWithSpace { markdown += " " }
  }

  /// Punctuation that may be moved outside of marks. Neither a mark of Markdown nor anything escaped.
  private static let movable = Set(".,:;!?…\"'“”‘’%".unicodeScalars)

  /// Whether marks between two characters are read as marks: not if punctuation is inside and a letter outside
  /// (CommonMark 0.30 §6.2), unless one of them is Chinese.
  private static func opens(
    _ inside: Unicode.Scalar?, after outside: Unicode.Scalar?, isChineseFriendly: Bool
  ) -> Bool {
    guard let inside else { return false }
    guard inside.isMark, !(isChineseFriendly && inside.isChinese) else { return true }
    return outside.map { $0.isMark || isSpace($0) || $0 == "\u{B}" || isChineseFriendly && $0.isChinese } ?? true
  }

  private func raised(_ inner: [JSONValue], _ kind: String?) -> String? {
    guard kind == "Superscript" || kind == "Subscript" else { return nil }
    let (from, to) =
      kind == "Superscript" ? ("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ") : ("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
    let table = Dictionary(zip(from, to), uniquingKeysWith: { first, _ in first })
    var result = ""
    for character in PandocInlines.plain(inner) {
      guard let raised = table[character] else { return nil }
      result.append(raised)
    }
    return result
  }

  static func plain(_ inlines: [JSONValue]) -> String {
    inlines.map { inline in
      switch inline.kind {
      case "Str": return inline["c"]?.asString ?? ""
      case "Space", "SoftBreak", "LineBreak": return " "
      case "Link", "Image": return plain(inline["c"]?.asArray?.dropFirst().first?.asArray ?? [])
      default:
        let content = inline["c"]?.asArray ?? []
        if content.first?.kind != nil { return plain(content) }
        return content.last?.asArray.map(plain) ?? content.last?.asString ?? ""
      }
    }.joined()
  }

  private mutating func code(_ code: String, _ keepsMarks: Bool) {
    guard keepsMarks, !code.isEmpty else { return text(code) }
    flush()
    let fence = code.contains("`") ? "``" : "`"
    markdown += fence + (code.hasPrefix("`") ? " " : "") + code + (code.hasSuffix("`") ? " " : "") + fence
    plain += code
  }

  private mutating func link(_ parts: [JSONValue], _ keepsMarks: Bool, _ document: inout PandocDocument) {
    let inner = parts.dropFirst().first?.asArray ?? []
    let address = parts.last?.asArray?.first?.asString ?? ""
    let isElsewhere = ["http://", "https://", "mailto:", "tel:"].contains { address.lowercased().hasPrefix($0) }
    guard keepsMarks, isElsewhere, PandocInlines.plain(inner) != address else {
      return append(inner, &document, keepsMarks: keepsMarks, next: nil)
    }
    flush()
    var part = PandocInlines([], &document, line: line)
    part.append(inner, &document, keepsMarks: true, next: nil)
    part.flush()
    plain += part.plain
    let text = part.markdown.replacing("[", with: "\\[").replacing("]", with: "\\]")
    markdown += text.isEmpty ? "" : "[\(text)](\(PandocInlines.destination(address)))"
  }

  private mutating func image(_ parts: [JSONValue], _ keepsMarks: Bool, _ document: inout PandocDocument) {
    let words = PandocInlines.plain(parts.dropFirst().first?.asArray ?? [])
    let address = parts.last?.asArray?.first?.asString ?? ""
    guard keepsMarks, !address.isEmpty else { return }
    // A file of the author's computer, or a script: the page has the words, and the report the address.
    if ["file:", "javascript:", "vbscript:", "data:"].contains(where: address.lowercased().hasPrefix) {
      _ = document.addPicture(address, line: line)
      return text(words)
    }
    flush()
    let alternative = MarkdownEscaping.escape(words, atStart: false).replacing("]", with: "\\]")
    markdown += "![\(alternative)](\(document.addPicture(address, line: line)))"
  }

  /// An address for the round brackets of a link.
  static func destination(_ address: String) -> String {
    let isSafe = address.unicodeScalars.allSatisfy { !" ()<>\\\n\t".unicodeScalars.contains($0) }
    guard !isSafe else { return address }
    return "<" + address.filter { !"<>\n\\".contains($0) } + ">"
  }
}

extension JSONValue {
  /// The constructor of a value of pandoc's document model.
  var kind: String? { self["t"]?.asString }

  var isSpace: Bool { kind == "Space" || kind == "SoftBreak" || kind == "LineBreak" }

  fileprivate func firstScalar(in document: PandocDocument) -> Unicode.Scalar? {
    if isSpace { return " " }
    if kind == "Note" { return "[" }
    return PandocInlines.plain([self]).unicodeScalars.first
  }
}

extension Unicode.Scalar {
  /// Chinese characters and punctuation, without the quotation marks and dashes that Latin text has, too.
  fileprivate var isChinese: Bool { value >= 0x2E80 && isWide }

  /// Punctuation and symbols, as the rules of emphasis count them.
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: isASCII
    default: false
    }
  }
}
