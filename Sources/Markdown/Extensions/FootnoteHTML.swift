import Markup

/// References to footnotes, the notes at the end of the page, and the links from a note back to its references.
extension HTMLRenderer {
  mutating func appendReference(_ index: NodeIndex) {
    guard !isBare else { return }
    let number = Int(tree[index].number)
    references[number] += 1
    let id = referenceID(number, references[number])
    output.append(markup: "<sup class=\"footnote-ref\"><a href=\"#")
    append(fragment: "fn-\(number + 1)")
    output.append(UInt8(ascii: "\""))
    append(id: id)
    output.append(markup: " role=\"doc-noteref\">")
    output.append(verbatim: String(number + 1))
    output.append(markup: "</a></sup>")
  }

  private func referenceID(_ number: Int, _ occurrence: Int) -> String {
    occurrence == 1 ? "fnref-\(number + 1)" : "fnref-\(number + 1)-\(occurrence)"
  }

  mutating func renderFootnotes() {
    startLine()
    output.append(markup: "<section class=\"footnotes\" role=\"doc-endnotes\">\n")
    prepared.append(.notesHeading)
    output.append(markup: "<ol>\n")
    for (number, footnote) in footnotes.enumerated() { render(footnote, number) }
    output.append(markup: "</ol>\n</section>\n")
  }

  private mutating func render(_ footnote: Footnote, _ number: Int) {
    output.append(markup: "<li")
    append(id: "fn-\(number + 1)")
    output.append(markup: ">\n")
    renderChildren(of: footnote.definition)
    // The links back go to the end of the last paragraph if the note ends with one.
    let end: StaticString = "</p>\n"
    let last = tree[footnote.definition].lastChild
    let endsWithParagraph = last >= 0 && tree[last].kind == .paragraph
    if endsWithParagraph {
      output.removeLast(end.utf8CodeUnitCount)
      output.append(UInt8(ascii: " "))
    } else {
      startLine()
      output.append(markup: "<p>")
    }
    for occurrence in 1...max(1, footnote.references) { appendBackLink(number, occurrence) }
    output.append(markup: "</p>\n</li>\n")
  }

  private mutating func appendBackLink(_ number: Int, _ occurrence: Int) {
    if occurrence > 1 { output.append(UInt8(ascii: " ")) }
    output.append(markup: "<a href=\"#")
    append(fragment: referenceID(number, occurrence))
    output.append(markup: "\" class=\"footnote-back\" role=\"doc-backlink\"")
    output.append(markup: " aria-label=\"")
    prepared.append(.backToText)
    output.append(verbatim: " \(number + 1)" + (occurrence > 1 ? "-\(occurrence)" : ""))
    output.append(markup: "\">↩")
    if occurrence > 1 {
      output.append(markup: "<sup>")
      output.append(verbatim: String(occurrence))
      output.append(markup: "</sup>")
    }
    output.append(markup: "</a>")
  }
}
