import Markdown

extension ParsedPage {
  /// Whether an edited version of the page is the same to every other page and register: front matter, headings,
  /// links and directives are as they were, and only the text between them is another.
  func hasLook(of other: ParsedPage) -> Bool {
    guard file == other.file, let look, let otherLook = other.look else { return false }
    return look == otherLook
  }

  /// One number for all that other pages and registers can see of the page. Nil where its front matter is broken.
  var look: Fingerprint? {
    guard !hasBrokenFields, let frontMatter = FrontMatter.find(in: source).value else { return nil }
    var look = Fingerprint()
    func add(_ text: String?) {
      // No text holds this byte, so that no two lists of texts are one.
      look.combine(CollectionOfOne(text == nil ? 0xFE : 0xFF))
      look.combine((text ?? "").utf8)
    }
    func add(_ numbers: Int...) { for number in numbers { add(String(number)) } }
    look.combine(source.bytes[..<frontMatter.bodyStart])
    add(document.leadingTitle)
    add(document.firstParagraph)
    for anchor in document.anchors.sorted() { add(anchor) }
    for heading in document.headings {
      add(heading.level, heading.isTopLevel ? 1 : 0)
      add(heading.anchor)
      look.combine(heading.html.bytes)
    }
    for link in document.links {
      add(link.isImage ? 1 : 0, link.isAutolink ? 1 : 0)
      add(link.destination)
    }
    for directive in document.directives {
      add(directive.name)
      add(directive.label)
      add(directive.form.number, directive.parent ?? -1, directive.isWellFormed ? 1 : 0)
      for attribute in directive.attributes {
        add(attribute.name)
        add(attribute.value)
      }
    }
    return look
  }
}

extension MarkdownDirective.Form {
  fileprivate var number: Int {
    switch self {
    case .container: 0
    case .leaf: 1
    case .inline: 2
    }
  }
}
