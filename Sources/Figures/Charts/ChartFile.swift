import Bytes
import Indicators
import Markup
import Words

/// A chart as a file of its own: title, drawing, key, remarks and source in one SVG of fixed size, with presentation
/// attributes instead of classes, so that every program shows it alike.
struct ChartFile {
  private static let width = 720.0
  private static let margin = 24.0
  /// The distance between the baselines of two lines of text.
  private static let lineHeight = 20.0
  /// The distance between the baselines of two lines of the title, which is set at 20 px; other text has 14.
  private static let titleHeight = 26.0

  let drawing: any ChartDrawing
  let title: String
  let subtitle: String
  let credit: String
  let prefix: String
  let language: WordLanguage
  let tag: String
  let attributes: ChartAttributes

  private var room: Double { Self.width - 2 * Self.margin }

  /// A line of text, set in its own direction: outside a page nothing else says which that is.
  private func sentence(_ line: String) -> String {
    language.direction == .rightToLeft ? "\u{2067}\(line)\u{2069}" : line
  }

  var bytes: [UInt8] {
    let titleLines = ChartSize.wrapped(title, to: room * 14 / 20)
    let titleEnd = 14 + Double(titleLines.count) * Self.titleHeight
    let top = titleEnd + 34
    let remarks = ChartSize.wrapped(
      drawing.remarks.joined(separator: language[.betweenSentences]), to: room)
    let credits = ChartSize.wrapped(credit, to: room)
    let key = rows(of: drawing.key.filter { !$0.isForNarrow })
    let keyTop = top + drawing.height + 22
    let remarksTop = keyTop + Double(key.count) * Self.lineHeight
    let creditTop = remarksTop + Double(remarks.count) * Self.lineHeight + 6
    let height = creditTop + Double(credits.count) * Self.lineHeight

    var head = canvas(0...Self.width, height)
    head.rectangle("paper", ChartBox(left: 0, top: 0, right: 1, bottom: height))
    for (index, line) in titleLines.enumerated() {
      head.text("title", sentence(line), x: x(Self.margin), y: 36 + Double(index) * Self.titleHeight)
    }
    head.text("name-label", sentence(ChartSize.shortened(subtitle, to: room)), x: x(Self.margin), y: titleEnd + 20)
    for (row, entries) in key.enumerated() {
      for (entry, left) in entries { draw(entry, at: left, keyTop + Double(row) * Self.lineHeight, on: &head) }
    }
    for (index, line) in remarks.enumerated() {
      head.text("tick", sentence(line), x: x(Self.margin), y: remarksTop + Double(index) * Self.lineHeight)
    }
    for (index, line) in credits.enumerated() {
      head.text("tick", sentence(line), x: x(Self.margin), y: creditTop + Double(index) * Self.lineHeight)
    }

    var axis = canvas(Self.margin...Self.margin + max(1, drawing.inset), drawing.height)
    drawing.drawAxis(on: &axis)
    var plot = canvas(Self.margin + drawing.inset...Self.width - Self.margin, drawing.height)
    drawing.draw(on: &plot)

    var bytes = ByteBuffer()
    bytes.append(markup: "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"")
    bytes.append(attribute: "lang", tag)
    bytes.append(attribute: "viewBox", "0 0 \(tenths(Self.width)) \(tenths(height))")
    bytes.append(attribute: "width", tenths(Self.width))
    bytes.append(attribute: "height", tenths(height))
    bytes.append(
      markup:
        " font-family=\"system-ui, 'Segoe UI', 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif\"")
    bytes.append(markup: " font-size=\"14\">\n<title>")
    bytes.appendEscaped(subtitle + language[.colon] + title)
    bytes.append(markup: "</title>\n")
    bytes.append(contentsOf: head.bytes)
    bytes.append(markup: "\n<g")
    bytes.append(attribute: "transform", "translate(0 \(tenths(top)))")
    bytes.append(markup: ">")
    bytes.append(contentsOf: plot.bytes)
    bytes.append(contentsOf: axis.bytes)
    bytes.append(markup: "</g>\n</svg>\n")
    return bytes.array
  }

  private func canvas(_ field: ClosedRange<Double>, _ height: Double) -> SVGCanvas {
    SVGCanvas(height: height, field: field, attributes: attributes)
  }

  private func x(_ pixels: Double) -> Across { Across(share: pixels / Self.width) }

  /// The entries of the key with their left edges, in as many rows as they need.
  private func rows(of key: [ChartKey]) -> [[(ChartKey, Double)]] {
    var rows: [[(ChartKey, Double)]] = []
    var left = Self.width
    for entry in key {
      let size = 60 + ChartSize.width(of: entry.text)
      if left + size > Self.width - Self.margin || rows.isEmpty {
        rows.append([])
        left = Self.margin
      }
      rows[rows.count - 1].append((entry, left))
      left += size
    }
    return rows
  }

  private func draw(_ entry: ChartKey, at left: Double, _ y: Double, on canvas: inout SVGCanvas) {
    let (start, end) = (left / Self.width, (left + 28) / Self.width)
    switch entry.sample {
    case .line(let name): canvas.line(name, from: (start, y - 5), to: (end, y - 5))
    case .diamond(let name): canvas.diamond(name, at: ((start + end) / 2, y - 5), radius: 5)
    case .surface(let name, let isPattern):
      canvas.rectangle(
        name, ChartBox(left: start, top: y - 11, right: end, bottom: y + 1),
        fill: isPattern ? ChartKey.hatch(prefix) : nil)
    }
    canvas.text("tick", entry.text, x: x(left + 36), y: y)
  }
}
