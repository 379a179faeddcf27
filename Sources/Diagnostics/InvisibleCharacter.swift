/// A character that nobody sees and that looks like an ordinary space or like nothing: the usual cause of a message
/// about a text that seems right. Word processors and web pages bring it along.
package struct InvisibleCharacter {
  /// With its article, such as `a no-break space`.
  private let name: Message
  private let remedy: Remedy

  private enum Remedy {
    case space, lineBreak, nothing

    var words: Message {
      switch self {
      case .space: "replace it with an ordinary space"
      case .lineBreak: "replace it with a line break"
      case .nothing: "delete it"
      }
    }
  }

  /// Nil for any other character; also for those that join letters and emoji, which are part of words.
  package init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0xA0: (name, remedy) = ("a no-break space", .space)
    case 0xAD: (name, remedy) = ("a soft hyphen", .nothing)
    case 0x3000: (name, remedy) = ("a full-width space", .space)
    case 0x202F: (name, remedy) = ("a narrow no-break space", .space)
    case 0x1680, 0x2000...0x200A, 0x205F: (name, remedy) = ("a special space", .space)
    case 0x200B: (name, remedy) = ("a zero-width space", .nothing)
    case 0x2028: (name, remedy) = ("a line separator", .lineBreak)
    case 0x2029: (name, remedy) = ("a paragraph separator", .lineBreak)
    case 0xFEFF: (name, remedy) = ("a byte order mark", .nothing)
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F:
      (name, remedy) = ("a mark of the writing direction", .nothing)
    case 0x180E, 0x2060...0x2064: (name, remedy) = ("a character without width", .nothing)
    default: return nil
    }
  }

  /// Whether it is as wide as a space: between the words of a value, that is nothing unusual.
  private var isWide: Bool { remedy == .space }

  /// The hint for a finding at `location` that an invisible character explains: it is in the marked text, or where the
  /// syntax of the line is broken, at a place where it breaks syntax. Nil if there is none.
  package static func hint(for code: DiagnosticCode, at location: SourceLocation) -> Message? {
    // These are about such characters, or about lines that may have them.
    guard !code.isSlip else { return nil }
    // Nearly all lines have no such character, and all of these characters have two bytes or more. An imported text is not
    // input that its author should correct.
    guard location.excerpt.utf8.contains(where: { $0 >= 0x80 }), !code.rawValue.hasPrefix("import.") else { return nil }
    let first = location.column - location.excerptColumn
    let marked = first..<first + location.length
    let line = Place(code)
    var isIndentation = true
    var before: Unicode.Scalar = " "
    for (index, scalar) in location.excerpt.unicodeScalars.enumerated() {
      if let character = InvisibleCharacter(scalar) {
        let breaksSyntax = isIndentation || !character.isWide || ":-".unicodeScalars.contains(before)
        if marked.contains(index) || line == .anywhere || line == .whereItBreaks && breaksSyntax {
          return character.hint(scalar, column: location.excerptColumn + index)
        }
      } else if scalar != " ", scalar != "\t" {
        isIndentation = false
      }
      before = scalar
    }
    return nil
  }

  /// `column` is 1-based, in Unicode scalars.
  private func hint(_ scalar: Unicode.Scalar, column: Int) -> Message {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let number = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return "there is an invisible character at column \(column), \(name) (U+\(number)): \(remedy.words)"
  }

  /// The place in the line of a finding, besides the marked text, where an invisible character explains it.
  private enum Place {
    case nowhere, whereItBreaks, anywhere

    init(_ code: DiagnosticCode) {
      switch code {
      case .csvMissingColumn, .missingTitle: self = .anywhere
      case .yamlSyntax, .directiveSyntax, .templateSyntax, .csvSyntax, .headingAttributes: self = .whereItBreaks
      default: self = .nowhere
      }
    }
  }
}
