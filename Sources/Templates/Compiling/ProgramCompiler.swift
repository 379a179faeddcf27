/// Turns the trees of all templates into instructions.
struct ProgramCompiler {
  private(set) var program = Program()
  private(set) var names = TemplateNames()
  private var blockNames = TemplateNames()
  /// Fillings whose instructions are appended after those of the template that they are written in.
  private var pending: [(site: Int, block: BlockNode)] = []

  init(_ templates: [ParsedTemplate]) {
    for (index, template) in templates.enumerated() { program.templates[template.name] = index }
    for template in templates {
      program.entries.append(program.instructions.count)
      append(template.nodes)
      program.instructions.append(.end)
      appendPending()
    }
  }

  private mutating func append(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .text(let bytes):
        let start = Int32(program.text.count)
        program.text.append(contentsOf: bytes)
        program.instructions.append(.literal(start: start, end: Int32(program.text.count)))
      case .variable(let name, let isEscaped):
        program.instructions.append(.print(reference(name), isEscaped: isEscaped))
      case .section(let section): append(section)
      case .inclusion(let inclusion): append(inclusion)
      case .block(let block): append(block)
      }
    }
  }

  private mutating func append(_ section: SectionNode) {
    let name = reference(section.name)
    let opening = program.instructions.count
    program.instructions.append(.enter(name, end: 0))
    append(section.children)
    if section.isInverted {
      program.instructions[opening] = .skipIfTrue(name, end: Int32(program.instructions.count))
    } else {
      program.instructions[opening] = .enter(name, end: Int32(program.instructions.count))
      program.instructions.append(.leave(start: Int32(opening + 1)))
    }
  }

  private mutating func append(_ inclusion: InclusionNode) {
    let site = program.inclusions.count
    program.inclusions.append(InclusionSite(indentation: inclusion.indentation))
    pending += inclusion.fillings.map { (site, $0) }
    switch inclusion.target {
    case .template(let name):
      // Only possible in templates that were compiled leniently: a template that does not exist shows nothing.
      guard let template = program.templates[name] else { return }
      program.instructions.append(.include(template: Int32(template), site: Int32(site)))
    case .dynamic(let name):
      program.instructions.append(.includeNamed(reference(name), site: Int32(site)))
    }
  }

  private mutating func append(_ block: BlockNode) {
    let site = program.blocks.count
    program.blocks.append(
      BlockSite(
        name: blockNames.id(of: block.name), indentation: block.indentation, beginsLine: block.beginsLine))
    program.instructions.append(.block(site: Int32(site)))
    append(block.children)
    program.instructions.append(.end)
    program.blocks[site].end = Int32(program.instructions.count)
  }

  private mutating func appendPending() {
    while let (site, block) = pending.popLast() {
      let start = Int32(program.instructions.count)
      program.inclusions[site].fillings.append(.init(block: blockNames.id(of: block.name), start: start))
      append(block.children)
      program.instructions.append(.end)
    }
  }

  private mutating func reference(_ name: ValueName) -> Reference {
    guard let first = name.parts.first else { return .itself }
    let id = names.id(of: first)
    let start = Int32(program.pathNames.count)
    for part in name.parts.dropFirst() { program.pathNames.append(names.id(of: part)) }
    return Reference(first: id, pathStart: start, pathEnd: Int32(program.pathNames.count))
  }
}
