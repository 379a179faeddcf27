import Markdown

extension ParsedPage {
  /// Whether an edited version of the page is the same to every other page and register: front matter, headings,
  /// links and directives are as they were, and only the text between them is another.
  func hasLook(of other: ParsedPage) -> Bool {
    file == other.file && !hasBrokenFields && !other.hasBrokenFields && frontMatter == other.frontMatter
      && document.leadingTitle == other.document.leadingTitle && document.firstParagraph == other.document.firstParagraph
      && document.anchors == other.document.anchors
      && document.headings.elementsEqual(other.document.headings) {
        $0.level == $1.level && $0.anchor == $1.anchor && $0.html == $1.html && $0.isTopLevel == $1.isTopLevel
      }
      && document.links.elementsEqual(other.document.links) {
        $0.destination == $1.destination && $0.isImage == $1.isImage && $0.isAutolink == $1.isAutolink
      }
      && document.directives.elementsEqual(other.document.directives) {
        $0.name == $1.name && $0.form == $1.form && $0.label == $1.label && $0.parent == $1.parent
          && $0.isWellFormed == $1.isWellFormed
          && $0.attributes.elementsEqual($1.attributes) { $0.name == $1.name && $0.value == $1.value }
      }
  }

  /// The bytes before the text; nil where they cannot be told apart.
  private var frontMatter: ArraySlice<UInt8>? {
    FrontMatter.find(in: source).value.map { source.bytes[..<$0.bodyStart] }
  }
}
