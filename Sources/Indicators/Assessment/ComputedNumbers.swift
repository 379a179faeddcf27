import DataFormats

/// Whether two numbers are equal apart from binary rounding: 0.1 + 0.2 is near 0.3. The tolerance is 1e-9, relative
/// for numbers beyond ±1.
package func isNear(_ a: Double, _ b: Double) -> Bool {
  abs(a - b) <= 1e-9 * max(1, max(abs(a), abs(b)))
}

/// Whether `a >= b` apart from binary rounding: 0.4 + 0.05 is at least 0.45.
func isAtLeast(_ a: Double, _ b: Double) -> Bool {
  a >= b || isNear(a, b)
}

/// A computed figure, rounded to twelve significant digits: 33.17 + 13.11 is 46.28, not 46.280000000000001 as in binary.
/// Written figures have fewer digits. Numbers below 10⁻⁹ or from 10¹² on are not rounded.
package func roundedToTwelveDigits(_ number: Double) -> Double {
  guard abs(number) >= 1e-9, abs(number) < 1e12 else { return number }
  var scale = 1.0
  while abs(number) * scale < 1e11 { scale *= 10 }
  return nearestWhole(number * scale) / scale
}
