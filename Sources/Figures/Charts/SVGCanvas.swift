import Bytes
import Markup

/// Writes SVG shapes with classes and without styles. Along the width, positions are shares of the plot area; down,
/// they are CSS pixels. Numbers have at most one decimal.
struct SVGCanvas: ~Copyable {
  private(set) var bytes = ByteBuffer()
  /// The place of the plot area in a drawing of a fixed size, in pixels; nil in a drawing that the browser stretches.
  private let field: ClosedRange<Double>?
  /// The height in CSS pixels.
  private let height: Double
  /// The presentation attributes that shapes of a file of its own have instead of classes.
  private let attributes: ChartAttributes?

  enum Anchor: String {
    case start, middle, end
  }

  init(height: Double, field: ClosedRange<Double>? = nil, attributes: ChartAttributes? = nil) {
    self.height = height
    self.attributes = attributes
    self.field = field
  }

  /// Whether the browser stretches it. Then some labels are shown only where there is room.
  var isFluid: Bool { field == nil }

  // MARK: - Shapes

  mutating func line(_ className: StaticString, from a: (x: Double, y: Double), to b: (x: Double, y: Double)) {
    open("line", className)
    across("x1", Across(share: a.x))
    attribute("y1", a.y)
    across("x2", Across(share: b.x))
    attribute("y2", b.y)
    bytes.append(markup: "/>")
  }

  /// One path of several strokes. A stroke of a single point draws nothing.
  mutating func path(_ className: StaticString, _ strokes: [[(x: Double, y: Double)]]) {
    let drawn = strokes.filter { $0.count > 1 }
    guard !drawn.isEmpty else { return }
    if isFluid {
      bytes.append(markup: "<svg viewBox=\"0 0 1000 ")
      bytes.append(tenths: height)
      bytes.append(markup: "\" preserveAspectRatio=\"none\">")
    }
    open("path", className)
    if isFluid { bytes.append(markup: " vector-effect=\"non-scaling-stroke\"") }
    bytes.append(markup: " d=\"")
    for stroke in drawn {
      for (index, point) in stroke.enumerated() {
        bytes.append(index == 0 ? UInt8(ascii: "M") : UInt8(ascii: "L"))
        bytes.append(tenths: field.map { Self.position(of: Across(share: point.x), in: $0) } ?? point.x * 1000)
        bytes.append(UInt8(ascii: " "))
        bytes.append(tenths: point.y)
      }
    }
    bytes.append(markup: isFluid ? "\"/></svg>" : "\"/>")
  }

  /// `fill` is the id of a pattern.
  mutating func rectangle(_ className: StaticString, _ box: ChartBox, fill: String? = nil) {
    open("rect", className)
    if let fill { bytes.append(attribute: "fill", "url(#\(fill))") }
    across("x", box.left)
    attribute("y", box.top)
    let width = max(0, box.right.share - box.left.share)
    if let field {
      attribute("width", width * (field.upperBound - field.lowerBound))
    } else {
      percent("width", width)
    }
    attribute("height", max(0, box.bottom - box.top))
    bytes.append(markup: "/>")
  }

  mutating func circle(_ className: StaticString, at point: (x: Double, y: Double), radius: Double) {
    open("circle", className)
    across("cx", Across(share: point.x))
    attribute("cy", point.y)
    attribute("r", radius)
    bytes.append(markup: "/>")
  }

  /// A square on its corner, the shape of targets.
  mutating func diamond(_ className: StaticString, at point: (x: Double, y: Double), radius: Double) {
    let r = tenths(radius)
    shape(
      className, "M0 \(tenths(point.y - radius))l\(r) \(r)l-\(r) \(r)l-\(r) -\(r)z", at: point.x)
  }

  /// A square, the shape of a due date as first set.
  mutating func square(_ className: StaticString, at point: (x: Double, y: Double), radius: Double) {
    let (r, side) = (tenths(radius), tenths(radius * 2))
    shape(className, "M-\(r) \(tenths(point.y - radius))h\(side)v\(side)h-\(side)z", at: point.x)
  }

  /// A path that is not stretched. Its origin is at `x` and at the top of the drawing.
  mutating func shape(_ className: StaticString, _ path: String, at x: Double) {
    if let field {
      open("path", className)
      bytes.append(
        attribute: "transform", "translate(\(tenths(Self.position(of: Across(share: x), in: field))) 0)")
    } else {
      bytes.append(markup: "<svg overflow=\"visible\"")
      across("x", Across(share: x))
      bytes.append(markup: ">")
      open("path", className)
    }
    bytes.append(markup: " d=\"")
    bytes.append(verbatim: path)
    bytes.append(markup: isFluid ? "\"/></svg>" : "\"/>")
  }

  mutating func text(_ className: StaticString, _ text: String, x: Across, y: Double, anchor: Anchor = .start) {
    open("text", className)
    across("x", x)
    if isFluid, x.pixels != 0 { attribute("dx", x.pixels) }
    attribute("y", y)
    if anchor != .start { bytes.append(attribute: "text-anchor", anchor.rawValue) }
    bytes.append(UInt8(ascii: ">"))
    bytes.appendEscaped(text)
    bytes.append(markup: "</text>")
  }

  mutating func text(_ className: StaticString, _ text: String, at position: LabelPlacement.Position) {
    self.text(className, text, x: position.x, y: position.y, anchor: position.anchor)
  }

  // MARK: - Bytes

  private mutating func open(_ element: StaticString, _ className: StaticString) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(markup: element)
    if let attributes {
      bytes.append(verbatim: attributes.of("\(className)"))
      return
    }
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

  private static func position(of x: Across, in field: ClosedRange<Double>) -> Double {
    field.lowerBound + x.at(field.upperBound - field.lowerBound)
  }

  private mutating func across(_ name: StaticString, _ x: Across) {
    if let field { attribute(name, Self.position(of: x, in: field)) } else { percent(name, x.share) }
  }

  private mutating func percent(_ name: StaticString, _ share: Double) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(markup: name)
    bytes.append(markup: "=\"")
    bytes.append(tenths: share * 100)
    bytes.append(markup: "%\"")
  }

  /// Defines a pattern of slanted lines.
  mutating func hatch(_ prefix: String) {
    bytes.append(markup: "<defs><pattern")
    bytes.append(attribute: "id", ChartKey.hatch(prefix))
    bytes.append(
      markup: " width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
    open("path", "hatch")
    bytes.append(markup: " d=\"M0 0V7\"/></pattern></defs>")
  }
}
