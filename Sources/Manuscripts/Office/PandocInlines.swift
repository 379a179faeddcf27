import DataFormats

/// Turns running text of pandoc's document model into Markdown.
struct PandocInlines {
  private(set) var markdown = ""
  /// The same text without marks.
  private(set) var plain = ""
  /// Whether every letter is bold.
  private(set) var isBold = false
  private var run = ""
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

  /// Writes the text that was collected: escapes depend on what stands beside a character.
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
      case "Math": code(content?.asArray?.last?.asString ?? "", keepsMarks)
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

  /// Text between marks of emphasis. The marks are left out where Markdown would not read them: beside punctuation and
  /// letters at once (CommonMark 0.30 §6.2).
  private mutating func emphasized(
    _ inner: [JSONValue], _ mark: String, _ next: Unicode.Scalar?, _ document: inout PandocDocument
  ) {
    var part = PandocInlines([], &document, line: line)
    part.append(inner, &document, keepsMarks: !mark.isEmpty, next: nil)
    part.flush()
    let text = part.markdown.trimmed
    let before = plain.unicodeScalars.last
    let isReadable =
      !text.isEmpty && !text.contains("\u{B}")
      && PandocInlines.opens(text.unicodeScalars.first, after: before)
      && PandocInlines.opens(text.unicodeScalars.last, after: next)
    flush()
    let spaces = part.markdown.prefix { $0 == " " }
    markdown += spaces
    if !mark.isEmpty, isReadable {
      if markdown.hasSuffix(mark), !markdown.hasSuffix("\\" + mark) {
        // Word splits a bold text into several.
        markdown.removeLast(mark.count)
        markdown += text + mark
      } else {
        markdown += mark + text + mark
      }
    } else {
      markdown += text
    }
    if part.markdown.count > spaces.count, part.markdown.hasSuffix(" ") { markdown += " " }
    plain += part.plain
  }

  /// Whether marks between two characters are read as marks: not if punctuation is inside and a letter outside.
  private static func opens(_ inside: Unicode.Scalar?, after outside: Unicode.Scalar?) -> Bool {
    guard let inside else { return false }
    guard inside.isMark else { return true }
    return outside.map { $0.isMark || isSpace($0) || $0 == "\u{B}" } ?? true
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
