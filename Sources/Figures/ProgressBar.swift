import Bytes
import Indicators
import Markup

/// The progress on the way to the target as a bar, with a mark at the expected progress. Hidden from screen readers,
/// because the figures are beside it.
package enum ProgressBar {
  /// Empty if no progress was calculated, and for a rate, whose growth so far is not a part of a distance.
  package static func html(_ assessment: Assessment, of indicator: Indicator) -> HTML {
    guard let progress = assessment.progress, indicator.kind != .rate else { return HTML() }
    var bytes = ByteBuffer()
    append(progress, expected: assessment.expected(of: indicator.kind), to: &bytes)
    return HTML(bytes: bytes.array)
  }

  /// `progress` is a fraction of the whole.
  package static func html(_ progress: Double) -> HTML {
    var bytes = ByteBuffer()
    append(progress, expected: nil, to: &bytes)
    return HTML(bytes: bytes.array)
  }

  /// Both values are fractions of the way. A value beyond it is drawn at its end, and a figure that fell below the
  /// baseline as a hollow mark at its start.
  static func append(_ progress: Double, expected: Double?, to bytes: inout ByteBuffer) {
    bytes.append(
      markup:
        "<svg class=\"bar\" viewBox=\"0 0 100 8\" width=\"100\" height=\"8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"bar-track\" width=\"100\" height=\"8\"/>"
    )
    if progress < 0 {
      bytes.append(markup: "<path class=\"bar-below\" d=\"M8 0v8L0 4z\"/>")
    } else {
      bytes.append(markup: "<rect class=\"bar-fill\" height=\"8\" width=\"")
      bytes.append(tenths: min(progress, 1) * 100)
      bytes.append(markup: "\"/>")
    }
    if let expected {
      bytes.append(markup: "<path class=\"bar-time\" d=\"M")
      bytes.append(tenths: min(max(expected, 0), 1) * 100)
      bytes.append(markup: " 0v8\"/>")
    }
    bytes.append(markup: "</svg>")
  }
}
