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
    look.add(document.leadingTitle)
    look.add(document.links.count)
    look.add(document.directives.count)
    let headings = document.headings
    look.add(headings.count)
    for number in headings.indices {
      let (link, html) = headings.lengths(number)
      look.add(headings.level(number) << 1 | (headings.isTopLevel(number) ? 1 : 0))
      look.add(link << 32 | html)
    }
    headings.bytes.withUnsafeBytes { look.combine($0) }
    for link in document.links {
      look.add((link.isImage ? 1 : 0) | (link.isAutolink ? 2 : 0))
      look.combine(link.destination)
    }
    for directive in document.directives {
      look.combine(directive.name)
      look.add(directive.label)
      look.add(directive.form.number)
      look.add(directive.parent ?? -1)
      look.add(directive.isWellFormed ? 1 : 0)
      look.add(directive.attributes.count)
      for attribute in directive.attributes {
        look.combine(attribute.name)
        look.combine(attribute.value)
      }
    }
    return look.value
  }
}

extension ContentSum {
  fileprivate mutating func add(_ number: Int) { combine(UInt64(bitPattern: Int64(number))) }

  fileprivate mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    combine(text ?? "")
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
