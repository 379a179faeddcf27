import Diagnostics

/// The blocks that each template has, with the blocks of the templates that it includes.
struct BlockNames {
  /// By template; nil if they cannot all be known because a template is missing, broken or included by a dynamic name.
  private(set) var names: [Set<String>?]

  init(_ templates: [ParsedTemplate], indices: [String: Int]) {
    var own: [Set<String>] = []
    var included: [Set<Int>] = []
    var isKnown: [Bool] = []
    for template in templates {
      var collector = Collector()
      collector.collect(template.nodes)
      own.append(collector.blocks)
      included.append(Set(collector.inclusions.compactMap { indices[$0] }))
      isKnown.append(
        !template.diagnostics.hasErrors && !collector.includesDynamically
          && collector.inclusions.allSatisfy { indices[$0] != nil })
    }
    var changes = true
    while changes {
      changes = false
      for index in templates.indices {
        for inner in included[index] {
          if !own[inner].isSubset(of: own[index]) || (isKnown[index] && !isKnown[inner]) {
            own[index].formUnion(own[inner])
            isKnown[index] = isKnown[index] && isKnown[inner]
            changes = true
          }
        }
      }
    }
    names = zip(own, isKnown).map { $1 ? $0 : nil }
  }

  private struct Collector {
    var blocks: Set<String> = []
    var inclusions: Set<String> = []
    var includesDynamically = false

    mutating func collect(_ nodes: [TemplateNode]) {
      for node in nodes {
        switch node {
        case .text, .variable: break
        case .section(let section): collect(section.children)
        case .block(let block):
          blocks.insert(block.name)
          collect(block.children)
        case .inclusion(let inclusion):
          switch inclusion.target {
          case .template(let name): inclusions.insert(name)
          case .dynamic: includesDynamically = true
          }
          for filling in inclusion.fillings { collect(filling.children) }
        }
      }
    }
  }
}
