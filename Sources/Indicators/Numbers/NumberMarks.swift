import Words

/// The marks of the numbers in a text: `1,234.5`, or `1.234,5` and `1 234,5`.
package enum NumberMarks: CaseIterable, Sendable {
  /// A point begins the decimals, as in Chinese and English.
  case point
  /// A comma begins the decimals, as in most languages of Europe.
  case comma

  package init(_ language: WordLanguage) { self = language.numbers.decimal == "," ? .comma : .point }

  /// The other one, for a text that does not keep to its language.
  var other: NumberMarks { self == .point ? .comma : .point }

  var decimal: Unicode.Scalar { self == .point ? "." : "," }

  /// What may be between groups of three digits. A plain space groups only where a comma begins the decimals.
  var groups: Set<Unicode.Scalar> { self == .point ? NumberMarks.groupsWithPoint : NumberMarks.groupsWithComma }

  private static let spaces: Set<Unicode.Scalar> = ["\u{A0}", "\u{2009}", "\u{202F}"]
  private static let groupsWithPoint = spaces.union([","])
  private static let groupsWithComma = spaces.union([".", " "])
}
