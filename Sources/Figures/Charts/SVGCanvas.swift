import Bytes
import Markup

/// Writes SVG shapes with classes and without styles. Coordinates have at most one decimal.
struct SVGCanvas: ~Copyable {
  private(set) var bytes = ByteBuffer()

  enum Anchor: String {
    case start, middle, end
  }

  mutating func line(_ className: StaticString, from a: (x: Double, y: Double), to b: (x: Double, y: Double)) {
    path(className, [[a, b]])
  }

  /// One path of several strokes. A stroke of a single point draws nothing.
  mutating func path(_ className: StaticString, _ strokes: [[(x: Double, y: Double)]]) {
    let drawn = strokes.filter { $0.count > 1 }
    guard !drawn.isEmpty else { return }
    open("path", className)
    bytes.append(markup: " d=\"")
    for stroke in drawn {
      for (index, point) in stroke.enumerated() {
        bytes.append(index == 0 ? UInt8(ascii: "M") : UInt8(ascii: "L"))
        bytes.append(tenths: point.x)
        bytes.append(UInt8(ascii: " "))
        bytes.append(tenths: point.y)
      }
    }
    bytes.append(markup: "\"/>")
  }

  mutating func rectangle(_ className: StaticString, _ box: ChartBox) {
    open("rect", className)
    attribute("x", box.left)
    attribute("y", box.top)
    attribute("width", max(0, box.right - box.left))
    attribute("height", max(0, box.bottom - box.top))
    bytes.append(markup: "/>")
  }

  mutating func circle(_ className: StaticString, at point: (x: Double, y: Double), radius: Double) {
    open("circle", className)
    attribute("cx", point.x)
    attribute("cy", point.y)
    attribute("r", radius)
    bytes.append(markup: "/>")
  }

  /// A square on its corner, the shape of targets.
  mutating func diamond(_ className: StaticString, at point: (x: Double, y: Double), radius: Double) {
    open("path", className)
    bytes.append(markup: " d=\"M")
    bytes.append(verbatim: "\(tenths(point.x)) \(tenths(point.y - radius))")
    bytes.append(
      verbatim:
        "l\(tenths(radius)) \(tenths(radius))l\(tenths(-radius)) \(tenths(radius))l\(tenths(-radius)) \(tenths(-radius))z"
    )
    bytes.append(markup: "\"/>")
  }

  mutating func text(_ className: StaticString, _ text: String, x: Double, y: Double, anchor: Anchor = .start) {
    open("text", className)
    attribute("x", x)
    attribute("y", y)
    if anchor != .start { bytes.append(attribute: "text-anchor", anchor.rawValue) }
    bytes.append(UInt8(ascii: ">"))
    bytes.appendEscaped(text)
    bytes.append(markup: "</text>")
  }

  mutating func text(_ className: StaticString, _ text: String, at position: LabelPlacement.Position) {
    self.text(className, text, x: position.x, y: position.y, anchor: position.anchor)
  }

  private mutating func open(_ element: StaticString, _ className: StaticString) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(markup: element)
    bytes.append(markup: " class=\"")
    bytes.append(markup: className)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func attribute(_ name: StaticString, _ value: Double) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(markup: name)
    bytes.append(markup: "=\"")
    bytes.append(tenths: value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends the `svg` element, with a title and a text alternative.
  func append(
    to bytes: inout ByteBuffer, _ size: ChartSize, height: Double, id: String, title: String, description: String
  ) {
    bytes.append(markup: "<svg class=\"")
    bytes.append(markup: size.name)
    bytes.append(markup: "\" role=\"img\"")
    bytes.append(attribute: "viewBox", "0 0 \(tenths(size.width)) \(tenths(height))")
    bytes.append(attribute: "width", tenths(size.width))
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
    bytes.append(contentsOf: self.bytes)
    bytes.append(markup: "</svg>\n")
  }
}
