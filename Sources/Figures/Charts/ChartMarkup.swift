import Bytes
import Markup

/// The elements around a drawing in a page: the value axis with a fixed width, and the plot area with the remaining
/// width.
struct ChartMarkup {
  let height: Double
  /// The width of the value axis, in CSS pixels; 0 without one.
  let inset: Double
  /// Begins the ids of title and description.
  let id: String
  let title: String
  let description: String

  func append(_ axis: borrowing SVGCanvas, _ drawing: borrowing SVGCanvas, to bytes: inout ByteBuffer) {
    bytes.append(markup: "<div class=\"drawing\">")
    if inset > 0 {
      bytes.append(markup: "<svg class=\"drawing-axis\" aria-hidden=\"true\"")
      bytes.append(attribute: "width", tenths(inset))
      bytes.append(attribute: "height", tenths(height))
      bytes.append(markup: ">")
      bytes.append(contentsOf: axis.bytes)
      bytes.append(markup: "</svg>")
    }
    bytes.append(markup: "<svg class=\"drawing-field\" role=\"img\" width=\"100%\"")
    bytes.append(attribute: "height", tenths(height))
    bytes.append(attribute: "aria-labelledby", "\(id)-title \(id)-desc")
    bytes.append(markup: ">\n<title")
    bytes.append(attribute: "id", "\(id)-title")
    bytes.append(markup: ">")
    bytes.appendEscaped(title)
    bytes.append(markup: "</title>\n<desc")
    bytes.append(attribute: "id", "\(id)-desc")
    bytes.append(markup: ">")
    bytes.appendEscaped(description)
    bytes.append(markup: "</desc>\n")
    bytes.append(contentsOf: drawing.bytes)
    bytes.append(markup: "</svg></div>\n")
  }
}
