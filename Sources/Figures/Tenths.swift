/// One decimal at most, without a locale: 63.2, -0.5, 7.
func tenths(_ number: Double) -> String {
  let rounded = Int((number * 10).rounded())
  let sign = rounded < 0 ? "-" : ""
  let (whole, rest) = abs(rounded).quotientAndRemainder(dividingBy: 10)
  return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
}
