import Diagnostics

/// Matches opening and closing tags.
struct TagPairs {
  /// For an opening or closing tag the index of its partner; nil for other tags and tags without a partner.
  private(set) var partner: [Int?]
  /// The index of the opening tag around each tag.
  private(set) var enclosing: [Int?]
  private(set) var diagnostics = FindingList()

  /// Deeper nesting is a mistake, and later stages walk the tree by recursion.
  private static let deepest = 100

  init(_ tokens: [TemplateToken], in source: SourceText) {
    partner = Array(repeating: nil, count: tokens.count)
    enclosing = partner
    var open: [Int] = []
    // How many tags of each name are open: a tag that closes none of them is not compared with all.
    var counts: [Name: Int] = [:]
    for (index, token) in tokens.enumerated() {
      if token.kind == .close {
        guard counts[Name(token), default: 0] > 0,
          let match = open.last(where: { Name(tokens[$0]) == Name(token) })
        else {
          diagnostics.append(TagPairs.stray(token, inside: open.last.map { tokens[$0] }, source))
          continue
        }
        while let last = open.popLast(), last != match {
          diagnostics.append(TagPairs.unclosed(tokens[last], before: token, source))
          counts[Name(tokens[last]), default: 0] -= 1
        }
        counts[Name(token), default: 0] -= 1
        partner[match] = index
        partner[index] = match
        enclosing[index] = open.last
      } else {
        enclosing[index] = open.last
        if token.opens {
          open.append(index)
          counts[Name(token), default: 0] += 1
        }
        if open.count == TagPairs.deepest + 1, token.opens {
          diagnostics.append(TagPairs.tooDeep(token, source))
        }
      }
    }
    for index in open { diagnostics.append(TagPairs.unclosed(tokens[index], before: nil, source)) }
  }

  private struct Name: Hashable {
    let name: String
    let isDynamic: Bool

    init(_ token: TemplateToken) {
      name = token.name
      isDynamic = token.isDynamic
    }
  }

  private static func unclosed(
    _ token: TemplateToken, before close: TemplateToken?, _ source: SourceText
  ) -> Diagnostic {
    let ending = "{{/\(token.isDynamic ? "*" : "")\(token.name)}}"
    return Diagnostic(
      .error, .templateUnclosed, "\(token.shown) is not closed", hint: "close it with \(ending)",
      at: source.location(of: SourceRange(token.range)),
      related: close.map {
        [.init("\($0.shown) closes the tag around it", at: source.location(of: SourceRange($0.range)))]
      } ?? [])
  }

  private static func stray(
    _ token: TemplateToken, inside open: TemplateToken?, _ source: SourceText
  ) -> Diagnostic {
    guard let open else {
      return Diagnostic(
        .error, .templateSyntax, "\(token.shown) has no opening tag", hint: "remove it",
        at: source.location(of: SourceRange(token.range)))
    }
    return Diagnostic(
      .error, .templateSyntax, "\(token.shown) has no opening tag: \(open.shown) is open here",
      hint: "write {{/\(open.isDynamic ? "*" : "")\(open.name)}}",
      at: source.location(of: SourceRange(token.range)),
      related: [.init("\(open.shown) is opened here", at: source.location(of: SourceRange(open.range)))])
  }

  private static func tooDeep(_ token: TemplateToken, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      .error, .templateSyntax, "tags are nested more than \(deepest) levels deep",
      at: source.location(of: SourceRange(token.range)))
  }
}
