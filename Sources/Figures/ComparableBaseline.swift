import Indicators

extension Indicator {
  /// The baseline, if the figures can be compared with it. Amounts that are added up begin at zero, whatever the
  /// baseline is.
  var comparableBaseline: Baseline? {
    guard kind == .increase else { return baseline }
    if measure == .cumulative, case .change? = target?.goal { return baseline }
    return nil
  }
}
