import Bytes
import Markup

/// Copies prepared HTML to a page and fills its holes.
struct HoleFiller {
  private let body: MarkdownBody
  private let rendering: MarkdownRendering
  /// What stands behind the anchor in the link beside a heading: a page has many.
  private let permalinkEnd: [UInt8]?

  init(body: MarkdownBody, rendering: MarkdownRendering) {
    self.body = body
    self.rendering = rendering
    permalinkEnd = rendering.labels.permalink.map { label in
      var end = ByteBuffer()
      end.append(UInt8(ascii: "\""))
      end.append(attribute: "aria-label", label)
      end.append(markup: ">#</a>")
      return end.array
    }
  }

  /// Appends the text's HTML.
  func fill(into output: inout ByteBuffer) {
    let prepared = body.prepared
    let start = output.count
    var (copied, hole) = prepared.start(rendering)
    prepared.bytes.withUnsafeBufferPointer { bytes in
      // They can be fewer where they were put aside and could not be read again; then nobody uses the page.
      guard bytes.count == prepared.count else { return }
      for hole in prepared.holes[hole...] where !staysAsWritten(hole.kind) {
        let place = Int(hole.start)..<Int(hole.start + hole.length)
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<place.lowerBound]))
        fill(hole, UnsafeBufferPointer(rebasing: bytes[place]), from: start, into: &output)
        copied = place.upperBound
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }
  }

  /// Whether a page puts nothing else into such a hole; then it is copied with what stands around it.
  private func staysAsWritten(_ kind: PreparedHTML.Hole.Kind) -> Bool {
    switch kind {
    case .level: rendering.headingShift == 0
    case .idPrefix, .fragmentPrefix: rendering.anchorPrefix.isEmpty
    default: false
    }
  }

  /// `start` is where the text begins in the output.
  private func fill(
    _ hole: PreparedHTML.Hole, _ written: UnsafeBufferPointer<UInt8>, from start: Int, into output: inout ByteBuffer
  ) {
    let number = Int(hole.number)
    switch hole.kind {
    case .destination: appendDestination(number, written, to: &output)
    case .opening:
      if rendering.directives.indices.contains(number) { output.append(rendering.directives[number].opening) }
    case .closing:
      if rendering.directives.indices.contains(number) { output.append(rendering.directives[number].closing) }
    case .lineStart:
      if output.count > start, output.last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
    case .level: output.append(digit(ofLevel: Int(written[0] - UInt8(ascii: "0"))))
    case .idPrefix, .fragmentPrefix: output.appendEscaped(rendering.anchorPrefix)
    case .permalink: appendPermalink(number, to: &output)
    case .notesHeading: appendNotesHeading(to: &output)
    case .tableLabel:
      output.appendEscaped(rendering.labels.table)
      // Regions of one name could not be told apart in a list of them.
      if number > 1 { output.append(verbatim: " \(number)") }
    case .taskDone: output.appendEscaped(rendering.labels.taskDone)
    case .taskOpen: output.appendEscaped(rendering.labels.taskOpen)
    case .backToText: output.appendEscaped(rendering.labels.backToText)
    }
  }

  private func appendDestination(_ number: Int, _ written: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
    if rendering.destinations.indices.contains(number), case .url(let url) = rendering.destinations[number] {
      output.append(destination: url)
    } else if !rendering.anchorPrefix.isEmpty, written.first == UInt8(ascii: "#"), written.count > 1 {
      output.append(UInt8(ascii: "#"))
      output.append(destination: rendering.anchorPrefix)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: written.dropFirst()))
    } else {
      output.append(contentsOf: written)
    }
  }

  private func appendPermalink(_ heading: Int, to output: inout ByteBuffer) {
    guard let permalinkEnd else { return }
    output.append(markup: " <a class=\"anchor\" href=\"#")
    output.appendEscaped(rendering.anchorPrefix)
    // As the id is written: the URL Standard lets an address hold letters of any script, and Chinese in per cent signs
    // is three times as long and cannot be read.
    body.headings[heading].anchorBytes.withUnsafeBufferPointer { output.appendEscaped($0, escapesApostrophe: true) }
    output.append(contentsOf: permalinkEnd)
  }

  private func appendNotesHeading(to output: inout ByteBuffer) {
    guard !rendering.labels.footnotes.isEmpty else { return }
    let level = digit(ofLevel: 2)
    output.append(markup: "<h")
    output.append(level)
    output.append(UInt8(ascii: ">"))
    output.appendEscaped(rendering.labels.footnotes)
    output.append(markup: "</h")
    output.append(level)
    output.append(markup: ">\n")
  }

  private func digit(ofLevel level: Int) -> UInt8 {
    UInt8(ascii: "0") + UInt8(min(6, max(1, level + rendering.headingShift)))
  }
}
