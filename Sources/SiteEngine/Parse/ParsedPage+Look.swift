import Markdown

extension ParsedPage {
  /// Whether an edited version of the page is the same to every other page and register: front matter, headings,
  /// links and directives are as they were, and only the text between them is another.
  func hasLook(of other: ParsedPage) -> Bool {
    guard file == other.file, let look, let otherLook = other.look else { return false }
    return look == otherLook && beginning == other.beginning
  }

  /// 0 where there is no beginning.
  var beginningSum: UInt64 {
    guard let beginning, !beginning.isEmpty else { return 0 }
    var sum = ContentSum()
    sum.combine(beginning)
    return max(1, sum.value)
  }

  /// Worked out as soon as a page is parsed, while all of it is near at hand.
  static func look(of document: MarkdownDocument, frontMatter: ArraySlice<UInt8>) -> UInt64 {
    var look = ContentSum()
    frontMatter.withUnsafeBytes { look.combine($0) }
    func add(_ text: String?) {
      look.combine(text == nil ? 0 : 1)
      look.combine(text ?? "")
    }
    func add(_ numbers: Int...) { for number in numbers { look.combine(UInt64(bitPattern: Int64(number))) } }
    add(document.leadingTitle)
    add(document.headings.count, document.links.count, document.directives.count)
    for heading in document.headings {
      add(heading.level, heading.isTopLevel ? 1 : 0)
      heading.anchorBytes.withUnsafeBytes { look.combine($0) }
      heading.htmlBytes.withUnsafeBytes { look.combine($0) }
    }
    for link in document.links {
      add(link.isImage ? 1 : 0, link.isAutolink ? 1 : 0)
      add(link.destination)
    }
    for directive in document.directives {
      add(directive.name)
      add(directive.label)
      add(directive.form.number, directive.parent ?? -1, directive.isWellFormed ? 1 : 0, directive.attributes.count)
      for attribute in directive.attributes {
        add(attribute.name)
        add(attribute.value)
      }
    }
    return look.value
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
