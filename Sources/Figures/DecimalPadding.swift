import Bytes
import Indicators

/// Room after the figures of a column, so that their decimal points are below each other.
///
/// The style sheet makes room for the contents of `data-pad` without showing them. They are not text: nobody hears or
/// copies them.
struct DecimalPadding {
  /// The part of a shown figure after its whole digits.
  struct Digits: Equatable {
    let decimals: Int
    /// Whether a sign such as % follows.
    var hasSign = false
  }

  /// The decimals of the figure that has the most.
  private let most: Int
  private let hasSign: Bool

  /// `all` are those of the figures; nil for a cell without a plain figure.
  init(_ all: some Sequence<Digits?>) {
    var (most, hasSign) = (0, false)
    for case let digits? in all {
      most = max(most, digits.decimals)
      hasSign = hasSign || digits.hasSign
    }
    (self.most, self.hasSign) = (most, hasSign)
  }

  /// Appends the room after a figure.
  func append(behind digits: Digits?, to bytes: inout ByteBuffer) {
    guard let digits, digits.decimals < most || hasSign && !digits.hasSign else { return }
    bytes.append(markup: "<i data-pad=\"")
    if digits.decimals == 0, most > 0 { bytes.append(UInt8(ascii: ".")) }
    for _ in digits.decimals..<most { bytes.append(UInt8(ascii: "0")) }
    if hasSign, !digits.hasSign { bytes.append(UInt8(ascii: "%")) }
    bytes.append(markup: "\"></i>")
  }
}
