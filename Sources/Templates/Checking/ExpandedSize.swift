import Diagnostics

/// Finds templates that include others so often that each page would have millions of parts: thirty templates that
/// include the next one twice show the last one a thousand million times.
struct ExpandedSize {
  /// In bytes of text and tags, with everything that is included. The templates of real themes stay below 100,000.
  static let limit = 4 << 20

  struct Finding {
    let template: Int
    /// The first inclusion in the template.
    let range: SourceRange
  }

  private struct Part {
    /// The size of the template's own text and tags, and one for each tag.
    var own = 0
    var included: [Int] = []
    var firstInclusion: SourceRange?
  }

  /// The templates that are too large although none that they include is.
  static func findings(_ templates: [ParsedTemplate], indices: [String: Int]) -> [Finding] {
    let parts = templates.map { template in
      var part = Part()
      collect(template.nodes, into: &part, indices)
      return part
    }
    var sizes: [Int?] = Array(repeating: nil, count: parts.count)
    // Included templates first. A template that includes itself counts once: how often it is shown depends on the data.
    for root in parts.indices where sizes[root] == nil {
      var isEntered = Set([root])
      var stack = [(template: root, next: 0)]
      while let top = stack.last {
        let included = parts[top.template].included
        guard top.next < included.count else {
          let size = included.reduce(parts[top.template].own) { min($0 + (sizes[$1] ?? 0), limit + 1) }
          sizes[top.template] = size
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let inner = included[top.next]
        if sizes[inner] == nil, isEntered.insert(inner).inserted { stack.append((inner, 0)) }
      }
    }
    return parts.indices.compactMap { index in
      guard (sizes[index] ?? 0) > limit, let range = parts[index].firstInclusion,
        parts[index].included.allSatisfy({ $0 == index || (sizes[$0] ?? 0) <= limit })
      else { return nil }
      return Finding(template: index, range: range)
    }
  }

  private static func collect(_ nodes: [TemplateNode], into part: inout Part, _ indices: [String: Int]) {
    for node in nodes {
      part.own += 1
      switch node {
      case .text(let text): part.own += text.count
      case .variable: break
      case .section(let section): collect(section.children, into: &part, indices)
      case .block(let block): collect(block.children, into: &part, indices)
      case .inclusion(let inclusion):
        if case .template(let name) = inclusion.target, let index = indices[name] {
          part.included.append(index)
          if part.firstInclusion == nil { part.firstInclusion = inclusion.range }
        }
        for filling in inclusion.fillings { collect(filling.children, into: &part, indices) }
      }
    }
  }
}
