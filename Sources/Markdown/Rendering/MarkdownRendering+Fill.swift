import Bytes
import Markup

// Copies prepared HTML to a page and fills its holes.
extension MarkdownRendering {
  /// Appends the HTML of a text.
  func fill(_ body: MarkdownBody, into output: inout ByteBuffer) {
    let start = output.count
    var (copied, hole) = body.prepared.start(self)
    body.prepared.bytes.withUnsafeBufferPointer { bytes in
      for hole in body.prepared.holes[hole...] where !staysAsWritten(hole.kind) {
        let covered = Int(hole.start)..<Int(hole.start + hole.length)
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<covered.lowerBound]))
        if case .destination = hole.kind, let remark = remark(onLink: Int(hole.number)),
          let end = appendText(ofLinkAt: covered, in: bytes, remark, to: &output)
        {
          copied = end
          continue
        }
        fill(hole, UnsafeBufferPointer(rebasing: bytes[covered]), body.headings, from: start, into: &output)
        copied = covered.upperBound
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }
  }

  private func remark(onLink number: Int) -> String? {
    guard destinations.indices.contains(number), case .gone(let remark) = destinations[number] else { return nil }
    return remark
  }

  /// Appends the text of a link in place of the link, and the remark. `output` ends with `<a href="`. Returns the
  /// offset after the link; nil if it is not a link but, for example, a picture.
  private func appendText(
    ofLinkAt destination: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ remark: String,
    to output: inout ByteBuffer
  ) -> Int? {
    let (opening, closing) = (Array("<a href=\"".utf8), Array("</a>".utf8))
    guard destination.lowerBound >= opening.count,
      bytes[(destination.lowerBound - opening.count)..<destination.lowerBound].elementsEqual(opening),
      let text = bytes[destination.upperBound...].firstIndex(of: UInt8(ascii: ">")).map({ $0 + 1 }),
      let end = (text..<max(text, bytes.count - closing.count + 1)).first(where: {
        bytes[$0..<$0 + closing.count].elementsEqual(closing)
      })
    else { return nil }
    output.removeLast(opening.count)
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[text..<end]))
    output.appendEscaped(remark)
    return end + closing.count
  }

  /// Whether holes of this kind keep their bytes; then they are copied with the bytes around them.
  private func staysAsWritten(_ kind: PreparedHTML.Hole.Kind) -> Bool {
    switch kind {
    case .level: headingShift == 0
    case .idPrefix, .fragmentPrefix: anchorPrefix.isEmpty
    default: false
    }
  }

  /// `start` is the offset of the text in the output.
  private func fill(
    _ hole: PreparedHTML.Hole, _ written: UnsafeBufferPointer<UInt8>, _ headings: MarkdownHeadings, from start: Int,
    into output: inout ByteBuffer
  ) {
    let number = Int(hole.number)
    switch hole.kind {
    case .destination: appendDestination(number, written, to: &output)
    case .pictureSize: appendPictureSize(number, to: &output)
    case .opening:
      guard directives.indices.contains(number) else { return }
      let directive = directives[number]
      if let inSentence = directive.inSentence, isInsideSentence(output, from: start) {
        return output.append(inSentence)
      }
      output.append(directive.opening)
    case .closing:
      if directives.indices.contains(number) { output.append(directives[number].closing) }
    case .lineStart:
      if output.count > start, output.last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
    case .level: output.append(digit(ofLevel: Int(written[0] - UInt8(ascii: "0"))))
    case .idPrefix, .fragmentPrefix: output.appendEscaped(anchorPrefix)
    case .permalink: appendPermalink(to: number, of: headings, to: &output)
    case .notesHeading: appendNotesHeading(to: &output)
    case .tableLabel:
      output.appendEscaped(tableLabel ?? labels.table)
      // Distinct labels, because assistive technology lists regions by label.
      if number > 1 { output.append(verbatim: " \(number)") }
    case .taskDone: output.appendEscaped(labels.taskDone)
    case .taskOpen: output.appendEscaped(labels.taskOpen)
    case .backToText: output.appendEscaped(labels.backToText)
    }
  }

  /// Whether the output ends inside a sentence, with text before the end. Markup directly before the end begins a
  /// block, such as a paragraph or a cell.
  private func isInsideSentence(_ output: borrowing ByteBuffer, from start: Int) -> Bool {
    output.withBytes(from: start) { bytes in
      guard let last = bytes.last, last != UInt8(ascii: ">") else { return false }
      guard let text = bytes.lastIndex(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }) else {
        return false
      }
      let ends = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")]
      return !ends.contains(bytes[text]) && (bytes[text] != UInt8(ascii: ">") || last == UInt8(ascii: " "))
    }
  }

  private func appendDestination(_ number: Int, _ written: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
    let target = destinations.indices.contains(number) ? destinations[number] : .asWritten
    if case .url(let url) = target {
      output.append(destination: url)
    } else if case .picture(let url, _, _) = target {
      output.append(destination: url)
    } else if !anchorPrefix.isEmpty, written.first == UInt8(ascii: "#"), written.count > 1 {
      output.append(UInt8(ascii: "#"))
      output.append(destination: anchorPrefix)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: written.dropFirst()))
    } else {
      output.append(contentsOf: written)
    }
  }

  private func appendPictureSize(_ number: Int, to output: inout ByteBuffer) {
    guard destinations.indices.contains(number), case .picture(_, let width, let height) = destinations[number] else {
      return
    }
    output.append(markup: " width=\"")
    output.append(decimal: width)
    output.append(markup: "\" height=\"")
    output.append(decimal: height)
    output.append(UInt8(ascii: "\""))
  }

  private func appendPermalink(to heading: Int, of headings: MarkdownHeadings, to output: inout ByteBuffer) {
    guard let permalinkEnd = labels.permalinkEnd else { return }
    output.append(markup: " <a class=\"anchor\" tabindex=\"-1\" href=\"#")
    output.appendEscaped(anchorPrefix)
    // Not percent-encoded: the URL Standard allows letters of any script in a fragment, and encoded Chinese is three
    // times as long and unreadable.
    headings.appendAnchor(heading, to: &output)
    output.append(contentsOf: permalinkEnd)
  }

  private func appendNotesHeading(to output: inout ByteBuffer) {
    guard !labels.footnotes.isEmpty else { return }
    let level = digit(ofLevel: 2)
    output.append(markup: "<h")
    output.append(level)
    output.append(UInt8(ascii: ">"))
    output.appendEscaped(labels.footnotes)
    output.append(markup: "</h")
    output.append(level)
    output.append(markup: ">\n")
  }

  private func digit(ofLevel level: Int) -> UInt8 {
    UInt8(ascii: "0") + UInt8(min(6, max(1, level + headingShift)))
  }
}
