import Bytes

/// A place in a sentence that planpress fills. In files of words it is a name in braces: `{in-period}`.
package enum Place: String, CaseIterable, Sendable {
  case all, amount, baseline, by, calculation, change, changes, count, day, due, end, expected, figure, formula, gap,
    goal
  case high, latest, limit, lines, list, low, month, name, near, new, number, old, outcome, period, quarter, query
  case ratio, reason, result, rule, scale, score, share, shown, snapshot, start, state, status, target, text, tolerance
  case total, unit, value, why, year, years
  /// A period with its preposition: in 2022, on 5 March 2022.
  case inPeriod = "in-period"
  case monthName = "month-name"
  case quarterName = "quarter-name"

  /// The canonical form, for comparing places. A language uses the form that it needs.
  var thing: Place {
    switch self {
    case .inPeriod: .period
    case .monthName: .month
    case .quarterName: .quarter
    case .change: .share
    default: self
    }
  }
}

/// A text with places.
struct Pattern: Sendable {
  enum Piece: Sendable {
    case text(String)
    case place(Place)
  }

  let pieces: [Piece]

  /// The names in braces that are not places are returned, and stay in the text.
  static func read(_ text: String) -> (pattern: Pattern, unknown: [String]) {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return (Pattern(pieces: [.text(text)]), []) }
    var pieces: [Piece] = []
    var unknown: [String] = []
    // Works on bytes, since every build reads hundreds of texts.
    text.withBytes { bytes in
      func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
      var start = 0
      var end = 0
      while let open = bytes[end...].firstIndex(of: UInt8(ascii: "{")),
        let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
      {
        let name = part(open + 1..<close)
        end = close + 1
        guard let place = Place(rawValue: name) else {
          unknown.append(name)
          continue
        }
        if start < open { pieces.append(.text(part(start..<open))) }
        pieces.append(.place(place))
        start = end
      }
      if start < bytes.count { pieces.append(.text(part(start..<bytes.count))) }
    }
    return (Pattern(pieces: pieces), unknown)
  }

  /// The text without its places and the spaces around it.
  var withoutPlaces: String {
    var text = Substring(
      pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined())
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The place as files write it.
  var written: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .place(let place): "{\(place.rawValue)}"
      }
    }.joined()
  }

  /// The things that the places name, each once.
  var things: Set<Place> {
    Set(
      pieces.compactMap { piece in
        if case .place(let place) = piece { place.thing } else { nil }
      })
  }
}

/// A sentence in the forms that depend on a number.
struct SentenceForms: Sendable {
  let other: Pattern
  /// The forms of the other categories.
  var more: [(category: PluralCategory, pattern: Pattern)] = []
  /// The rules of the sentence's language.
  let rules: PluralRules

  func pattern(for number: PluralOperands?) -> Pattern {
    guard !more.isEmpty, let number else { return other }
    let category = rules.category(of: number)
    return more.first { $0.category == category }?.pattern ?? other
  }
}
