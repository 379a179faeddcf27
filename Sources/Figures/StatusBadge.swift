import Bytes
import Indicators
import Markup
import Words

/// A status as shape, word and colour, never as colour alone.
package enum StatusBadge {
  /// `isInSentence`: in lower case, as inside of a sentence.
  package static func html(_ verdict: Verdict, _ language: WordLanguage, isInSentence: Bool = false) -> HTML {
    var bytes = ByteBuffer()
    bytes.append(markup: "<span class=\"status status-")
    bytes.append(verbatim: verdict.status.rawValue)
    bytes.append(
      markup: "\"><svg class=\"status-icon\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\">")
    bytes.append(markup: shape(of: verdict.status))
    bytes.append(markup: "</svg><span class=\"status-word\">")
    let word = IndicatorWords.word(for: verdict, language)
    bytes.appendEscaped(isInSentence ? IndicatorWords.insideSentence(word) : word)
    bytes.append(markup: "</span></span>")
    return HTML(bytes: bytes.array)
  }

  /// The shape with an accessible name, for use beside a number in running text.
  package static func mark(_ verdict: Verdict, _ language: WordLanguage) -> HTML {
    var bytes = ByteBuffer()
    bytes.append(markup: "<span class=\"status-mark status-")
    bytes.append(verbatim: verdict.status.rawValue)
    bytes.append(markup: "\"><svg class=\"status-icon\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" role=\"img\"")
    bytes.append(attribute: "aria-label", IndicatorWords.word(for: verdict, language))
    bytes.append(markup: ">")
    bytes.append(markup: shape(of: verdict.status))
    bytes.append(markup: "</svg></span>")
    return HTML(bytes: bytes.array)
  }

  /// For many badges on a page: the first of each status draws its shape, under an id that begins with `prefix`, and the
  /// others refer to it.
  static func append(
    _ verdict: Verdict, _ language: WordLanguage, sharing prefix: String, isFirst: Bool, to bytes: inout ByteBuffer
  ) {
    bytes.append(markup: "<span class=\"status status-")
    bytes.append(verbatim: verdict.status.rawValue)
    bytes.append(
      markup: "\"><svg class=\"status-icon\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\">")
    bytes.append(markup: isFirst ? "<g id=\"" : "<use href=\"#")
    bytes.appendEscaped(prefix)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(verbatim: verdict.status.rawValue)
    if isFirst {
      bytes.append(markup: "\">")
      bytes.append(markup: shape(of: verdict.status))
      bytes.append(markup: "</g>")
    } else {
      bytes.append(markup: "\"/>")
    }
    bytes.append(markup: "</svg><span class=\"status-word\">")
    bytes.appendEscaped(IndicatorWords.word(for: verdict, language))
    bytes.append(markup: "</span></span>")
  }

  /// The shapes differ from each other also in grey and at small sizes.
  static func shape(of status: IndicatorStatus) -> StaticString {
    switch status {
    // A dashed ring: nothing is known.
    case .noData:
      "<circle cx=\"8\" cy=\"8\" r=\"5.5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-dasharray=\"2.2 2.2\"/>"
    // A shield: whole, with a crack that does not go through, or in two.
    case .backWithin:
      "<path fill-rule=\"evenodd\" d=\"M2.500 2.500h11v5c0 3-2.200 5-5.500 6.500-3.300-1.500-5.500-3.500-5.500-6.500zm4.700 0-1.500 3.800 2.600 1.400-1.700 3.900 4-4.600-2.400-1.300 1.400-3.200z\"/>"
    case .held: "<path d=\"M2.5 2.5h11v5c0 3-2.2 5-5.5 6.5-3.300-1.500-5.500-3.500-5.500-6.500z\"/>"
    case .breached:
      "<path d=\"M2.500 2.500h4l2 4-2 2.500 1.500 4.900c-3.300-1.500-5.500-3.400-5.500-6.400z\"/><path d=\"M9 2.500h4.500v5c0 2.600-1.600 4.500-4.100 5.900l-1.200-4.200 2.300-2.700z\"/>"
    // A bar: no judgement.
    case .notAssessable: "<path d=\"M2.500 6.500h11v3h-11z\"/>"
    // A tick in a disc; two ticks for early.
    case .achieved:
      "<path fill-rule=\"evenodd\" d=\"M8 1a7 7 0 1 1 0 14a7 7 0 0 1 0-14zm3.600 3.900-4.500 4.700-2-2-1.300 1.300 3.300 3.300 5.800-6z\"/>"
    case .achievedEarly:
      "<path d=\"M1 8.200l1.400-1.400 2.600 2.600 4.800-5.100 1.400 1.300-6.200 6.600zM7.400 12.200l1-1.100 1.200 1.100 4.800-5.100 1.400 1.300-6.200 6.600z\"/>"
    // A cross: the time is over.
    case .missed:
      "<path d=\"M3.900 2.500 8 6.600l4.100-4.100 1.400 1.400L9.400 8l4.100 4.100-1.400 1.400L8 9.400l-4.100 4.100-1.400-1.400L6.600 8 2.500 3.900z\"/>"
    // An arrow that turns back.
    case .reversing:
      "<path d=\"M6 2 1.500 6 6 10V7.300h4.200a2.300 2.300 0 0 1 0 4.600H6v2h4.200a4.300 4.300 0 0 0 0-8.600H6z\"/>"
    // Two arrows up, an arrow ahead, an arrow down.
    case .ahead:
      "<path d=\"M8 1.500 13 6.500 11.600 7.900 8 4.300 4.400 7.900 3 6.500zM8 7 13 12 11.600 13.400 8 9.800 4.400 13.400 3 12z\"/>"
    case .onTrack: "<path d=\"M1.500 7h9.200L7.600 3.900 9 2.500 14.500 8 9 13.500 7.600 12.100 10.700 9H1.500z\"/>"
    case .behind: "<path d=\"M8 14 3 9l1.400-1.400L7 10.200V2h2v8.200l2.600-2.600L13 9z\"/>"
    // Arrows that rise and fall, and the sign of equality between them.
    case .improving: "<path d=\"M3 12 9.600 5.400H5V3.500h8v8h-1.900V6.800L4.400 13.400z\"/>"
    case .littleChange: "<path d=\"M2.500 4.200h11v2.600h-11zM2.500 9.200h11v2.600h-11z\"/>"
    case .worsening: "<path d=\"M4.400 2.600 11.100 9.200V4.500H13v8H5v-1.900h4.600L3 4z\"/>"
    // A square, empty and half filled.
    case .planned: "<path fill-rule=\"evenodd\" d=\"M2.500 2.500h11v11h-11zm1.800 1.800v7.400h7.400V4.300z\"/>"
    case .started: "<path fill-rule=\"evenodd\" d=\"M2.500 2.500h11v11h-11zM8 4.300v7.400h3.700V4.300z\"/>"
    }
  }
}
