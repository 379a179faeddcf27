import Bytes
import Markup

/// The meaning of a line or a surface of a chart: a sample and words, below the drawing.
struct ChartKey {
  enum Sample {
    case line(StaticString)
    case diamond(StaticString)
    /// A surface with a class; `pattern` fills it with the chart's hatching.
    case surface(StaticString, pattern: Bool = false)
  }

  let sample: Sample
  let text: String
  /// Whether only narrow drawings need it, because wide ones have room for a label.
  let isForNarrow: Bool

  init(_ sample: Sample, _ text: String, isForNarrow: Bool = false) {
    self.isForNarrow = isForNarrow
    self.sample = sample
    self.text = text
  }

  /// Appends a list item. `prefix` is the chart's own, for the pattern.
  func append(to bytes: inout ByteBuffer, prefix: String) {
    bytes.append(markup: isForNarrow ? "<li class=\"less\">" : "<li>")
    bytes.append(markup: "<svg class=\"sample\" width=\"28\" height=\"12\" aria-hidden=\"true\">")
    switch sample {
    case .line(let name):
      bytes.append(markup: "<path class=\"")
      bytes.append(markup: name)
      bytes.append(markup: "\" d=\"M1 6H27\"/>")
    case .diamond(let name):
      bytes.append(markup: "<path class=\"")
      bytes.append(markup: name)
      bytes.append(markup: "\" d=\"M14 1l5 5l-5 5l-5 -5z\"/>")
    case .surface(let name, let pattern):
      bytes.append(markup: "<rect class=\"")
      bytes.append(markup: name)
      bytes.append(markup: "\"")
      if pattern { bytes.append(attribute: "fill", "url(#\(ChartKey.hatch(prefix)))") }
      bytes.append(markup: " width=\"28\" height=\"12\"/>")
    }
    bytes.append(markup: "</svg>")
    bytes.appendEscaped(text)
    bytes.append(markup: "</li>")
  }

  /// The id of the hatching of values that the plan excludes.
  static func hatch(_ prefix: String) -> String { "\(prefix)-hatch" }
}
