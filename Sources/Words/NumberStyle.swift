import Bytes

/// How a language writes numbers.
package struct NumberStyle: Hashable, Sendable {
  /// Between whole part and decimals.
  package var decimal = "."
  /// Between groups of three digits; empty for none.
  package var group = ","
  package var grouping = DigitGrouping.fromThousand
  /// The sign before a negative number; in a right-to-left language with the mark that keeps it there.
  package var minus = "\u{2212}"
  /// The text after a number in per cent, including the space before it: `%`, ` %`.
  package var percent = "%"
  /// On which side of a number the sign of a currency is.
  package var currency = CurrencyPlace.before

  package init() {}

  package var groupedFromTenThousand: NumberStyle {
    var style = self
    style.grouping = .fromTenThousand
    return style
  }

  /// Whether numbers are written with a point and commas.
  package var isPlain: Bool { decimal == "." && group == "," }
}

/// On which side of a number the sign of a currency is: £712, or 712 £.
package enum CurrencyPlace: String, CaseIterable, Sendable {
  case before, after
}

/// Whether a language is written from left to right.
package enum TextDirection: String, CaseIterable, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"
}

extension ByteBuffer {
  /// Appends a number as `append(digits:decimals:isNegative:grouping:)` does, with the separators of a language.
  package mutating func append(digits: UInt, decimals: Int, _ style: NumberStyle) {
    guard !style.isPlain else {
      return append(digits: digits, decimals: decimals, isNegative: false, grouping: style.grouping)
    }
    var plain = ByteBuffer()
    plain.append(
      digits: digits, decimals: decimals, isNegative: false, grouping: style.group.isEmpty ? .none : style.grouping)
    append(separated: plain, style)
  }

  /// Appends a number that has a point and commas.
  private mutating func append(separated plain: borrowing ByteBuffer, _ style: NumberStyle) {
    for byte in plain.array {
      switch byte {
      case UInt8(ascii: "."): append(text: style.decimal)
      case UInt8(ascii: ","): append(text: style.group)
      default: append(byte)
      }
    }
  }
}
