import Bytes

/// The name of an indicator in files and URLs: 1 to 100 letters and digits of any script, `-`, `_` and `.`.
package struct IndicatorID: Hashable, Sendable {
  package let text: String

  /// Nil for a text that cannot be part of a path.
  package init?(_ text: String) {
    let text = normalized(text)
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
