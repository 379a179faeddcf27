/// The encoding of a host's label in ASCII, RFC 3492. Hosts are only written, so there is no decoder.
enum Punycode {
  // RFC 3492 §5.
  private static let base = 36
  private static let tMin = 1
  private static let tMax = 26
  private static let skew = 38
  private static let damp = 700
  private static let initialBias = 72
  private static let initialScalar = 128

  /// The longest label, in scalars and in bytes: RFC 1035 §2.3.4. It also bounds the time, which grows with the square
  /// of the length.
  static let longestLabel = 63

  /// `fsqu00a` for 例子, without `xn--`. Nil for a label that is longer than a label may be.
  static func encoded(_ label: [Unicode.Scalar]) -> String? {
    guard label.count <= longestLabel else { return nil }
    var output = label.filter(\.isASCII).map { Character($0) }
    let basicCount = output.count
    if basicCount > 0 { output.append("-") }
    var (scalar, delta, bias, handled) = (initialScalar, 0, initialBias, basicCount)
    while handled < label.count {
      guard let next = label.lazy.map({ Int($0.value) }).filter({ $0 >= scalar }).min() else { break }
      delta += (next - scalar) * (handled + 1)
      scalar = next
      for other in label.lazy.map({ Int($0.value) }) {
        if other < scalar { delta += 1 }
        guard other == scalar else { continue }
        append(delta, bias: bias, to: &output)
        bias = adapted(delta, count: handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      scalar += 1
    }
    return output.count <= longestLabel ? String(output) : nil
  }

  /// A generalized variable-length integer, RFC 3492 §3.3.
  private static func append(_ delta: Int, bias: Int, to output: inout [Character]) {
    var rest = delta
    var position = base
    while true {
      let threshold = min(max(position - bias, tMin), tMax)
      guard rest >= threshold else { break }
      output.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      position += base
    }
    output.append(digit(rest))
  }

  /// RFC 3492 §6.1.
  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var steps = 0
    while delta > (base - tMin) * tMax / 2 {
      delta /= base - tMin
      steps += base
    }
    return steps + (base - tMin + 1) * delta / (delta + skew)
  }

  /// `a` to `z` for 0 to 25, `0` to `9` for 26 to 35.
  private static func digit(_ value: Int) -> Character {
    Character(Unicode.Scalar(UInt8(value < 26 ? 97 + value : 22 + value)))
  }
}
