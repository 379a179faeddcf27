import Bytes
import Indicators
import Markup

/// A number rounded to at most one decimal, for SVG: 63.2, -0.5, 7.
func tenths(_ number: Double) -> String { ByteBuffer.text { $0.append(tenths: number) } }

extension ByteBuffer {
  /// Appends what `tenths` returns.
  mutating func append(tenths number: Double) {
    precondition(abs(number) < 1e15, "a coordinate is finite and near the drawing")
    let rounded = Int(NumberFormat.nearest(number * 10))
    let hasTenth = !rounded.isMultiple(of: 10)
    append(
      digits: hasTenth ? rounded.magnitude : rounded.magnitude / 10, decimals: hasTenth ? 1 : 0, isNegative: rounded < 0
    )
  }
}
