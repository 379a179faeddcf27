/// Which names of a view a template may look up, itself or in what it includes: what none of them names need not be
/// worked out.
struct UsedNames {
  private let names: [String: Set<String>]
  private let inclusions: [String: Set<String>]
  /// Templates that include what a text names, and so perhaps any other.
  private let dynamic: Set<String>

  init(_ templates: [ParsedTemplate]) {
    var names: [String: Set<String>] = [:]
    var inclusions: [String: Set<String>] = [:]
    var dynamic: Set<String> = []
    for template in templates {
      var found = Found()
      found.add(template.nodes)
      names[template.name] = found.names
      inclusions[template.name] = found.inclusions
      if found.isDynamic { dynamic.insert(template.name) }
    }
    self.names = names
    self.inclusions = inclusions
    self.dynamic = dynamic
  }

  /// Of a root template and all that it reaches.
  func names(from root: String) -> Set<String> {
    var used: Set<String> = []
    var reached: Set<String> = [root]
    var next = [root]
    while let template = next.popLast() {
      used.formUnion(names[template] ?? [])
      for other in dynamic.contains(template) ? Set(names.keys) : inclusions[template] ?? []
      where reached.insert(other).inserted {
        next.append(other)
      }
    }
    return used
  }

  private struct Found {
    var names: Set<String> = []
    var inclusions: Set<String> = []
    var isDynamic = false

    mutating func add(_ nodes: [TemplateNode]) {
      for node in nodes {
        switch node {
        case .text: break
        case .variable(let name, _): names.formUnion(name.parts)
        case .section(let section):
          names.formUnion(section.name.parts)
          add(section.children)
        case .inclusion(let inclusion):
          switch inclusion.target {
          case .template(let name): inclusions.insert(name)
          case .dynamic(let name):
            names.formUnion(name.parts)
            isDynamic = true
          }
          for filling in inclusion.fillings { add(filling.children) }
        case .block(let block): add(block.children)
        }
      }
    }
  }
}
