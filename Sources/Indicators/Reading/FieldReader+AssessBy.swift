import DataFormats
import Diagnostics

extension FieldReader {
  /// The methods of `assess-by`. The status is always that of `time`; `growth` adds a second opinion.
  ///
  /// Reports the name of another method (`field.invalid-value`).
  mutating func isAssessedByGrowth() -> Bool {
    var isAsked = false
    for method in strings("assess-by") {
      switch method.value {
      case "time": break
      case "growth": isAsked = true
      default:
        report(
          .invalidValue, "'assess-by' must be 'time' or 'growth', not '\(method.value)'",
          hint: didYouMean(method.value, among: ["time", "growth"]) ?? "write 'assess-by: [time, growth]'",
          at: method.range)
      }
    }
    return isAsked
  }
}
