import DataFormats

/// A publisher's status of a figure. The raw values are what authors write, and appear in the data files.
package enum ObservationStatus: String, CaseIterable, Sendable {
  case provisional
  case estimated
  case revised
  /// Known and not published, for example because it would identify someone. Never has a value.
  case suppressed

  /// Reads a word of a register or a cell, in English or Chinese. Nil for any other word.
  init?(word: String) {
    switch word.lowercased() {
    case "provisional", "初步", "暂定", "初步数": self = .provisional
    case "estimated", "estimate", "估计", "估计值": self = .estimated
    case "revised", "修订", "修订数": self = .revised
    case "suppressed", "未公布", "保密": self = .suppressed
    default: return nil
    }
  }
}

/// The interval that is expected to contain the true value of a figure, as its publisher states it: a confidence interval,
/// or the bounds of an estimate.
package struct ValueRange: Hashable, Sendable {
  package let low: DecimalNumber
  /// At least `low`.
  package let high: DecimalNumber

  package init(low: DecimalNumber, high: DecimalNumber) {
    self.low = low
    self.high = high
  }
}
