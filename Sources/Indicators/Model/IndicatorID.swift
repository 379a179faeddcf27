/// The name of an indicator in files and URLs: letters and digits of any script, `-`, `_` and `.`; at most 100.
package struct IndicatorID: Hashable, Sendable {
  package let text: String

  /// Nil for a text that could not be a part of a path.
  package init?(_ text: String) {
    guard (1...100).contains(text.unicodeScalars.count), text != ".", text != "..",
      text.unicodeScalars.allSatisfy(IndicatorID.allows)
    else { return nil }
    self.text = text
  }

  private static func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
    case _ where scalar.isASCII: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
