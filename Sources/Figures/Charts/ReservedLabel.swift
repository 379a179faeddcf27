import Indicators

/// The label of a target, whose number must not be missing.
struct ReservedLabel {
  /// The word and the number, or the number alone where the narrowest drawing has no room for both.
  let text: String
  /// The word, for the key of a drawing whose label is the number alone; nil for a label with its word.
  let key: ChartKey?

  init(_ word: String, _ number: String, _ indicator: Indicator) {
    let both = "\(word) \(number)"
    let room = ChartSize.narrowest - 16 - ChartSize.width(of: ChartFrame.line)
    if ChartSize.width(of: both) <= room {
      (text, key) = (both, nil)
    } else {
      let line: StaticString = indicator.retired == nil ? "target-line" : "original"
      (text, key) = (ChartSize.shortened(number, to: room), ChartKey(.line(line), word))
    }
  }
}
