import Bytes

/// Renders one template. Its stacks are arrays, so that no depth of templates or data can overflow the thread's stack.
struct Renderer: ~Copyable {
  private let templates: TemplateSet
  private var program: Program { _read { yield templates.program } }
  private var contexts: ContextStack
  private var writer = IndentedWriter()
  private var sections: [OpenSection] = []
  private var returns: [Return] = []
  private var fillings: [FillingScope] = []
  /// The innermost of `fillings` that counts, or -1.
  private var scope = -1

  /// Inclusions below this depth are counted, and rendering includes nothing more when there were too many. Checked
  /// templates never come near; a dynamic name that includes itself for ever ends here. Empirically derived: names are
  /// looked up through all contexts, so ten times the depth takes a hundred times as long.
  private static let depthLimit = 100
  private static let deepInclusionLimit = 10_000
  private var deepInclusions = 0

  /// A section, with the items of the list that it repeats for; a section that does not repeat has none.
  private struct OpenSection {
    var views: [View] = []
    var items: [ViewValue] = []
    /// The index of the next item.
    var next = 1
    /// A flag pushes no context.
    var pushedContext = true
  }

  /// The state to restore when a template, block or filling ends.
  private struct Return {
    let position: Int
    let scope: Int
    let fillingCount: Int
    let indentationCount: Int
  }

  /// The fillings that an inclusion brought, inside those of the inclusion around it.
  private struct FillingScope {
    let site: Int
    let outer: Int
  }

  init(_ templates: TemplateSet) {
    self.templates = templates
    contexts = ContextStack(templates)
  }
}

// MARK: - Running

extension Renderer {
  mutating func render(_ template: Int, _ value: ViewValue, into output: inout ByteBuffer) {
    // Enough for most pages.
    sections.reserveCapacity(8)
    returns.reserveCapacity(8)
    contexts.push(value)
    returns.append(Return(position: -1, scope: -1, fillingCount: 0, indentationCount: 0))
    // Plain pointers: an array in `self` would be retained and released at each step.
    let templates = templates
    templates.program.instructions.withUnsafeBufferPointer { instructions in
      templates.program.text.withUnsafeBufferPointer { text in
        run(instructions, from: templates.program.entries[template], text, into: &output)
      }
    }
  }

  private mutating func run(
    _ instructions: UnsafeBufferPointer<Instruction>, from start: Int, _ text: UnsafeBufferPointer<UInt8>,
    into output: inout ByteBuffer
  ) {
    var position = start
    while position >= 0 {
      switch instructions[position] {
      case .literal(let start, let end):
        writer.append(literal: UnsafeBufferPointer(rebasing: text[Int(start)..<Int(end)]), to: &output)
        position += 1
      case .print(let reference, let isEscaped):
        print(reference, isEscaped: isEscaped, to: &output)
        position += 1
      case .enter(let reference, let end):
        position = enter(locate(reference)) ? position + 1 : Int(end) + 1
      case .leave(let start):
        position = advance() ? Int(start) : position + 1
      case .skipIfTrue(let reference, let end):
        position = contexts.isTrue(locate(reference)) ? Int(end) : position + 1
      case .include(let template, let site):
        position = include(Int(template), site: Int(site), from: position)
      case .includeNamed(let reference, let site):
        if case .text(let name) = contexts.value(locate(reference)), let template = program.templates[name] {
          position = include(template, site: Int(site), from: position)
        } else {
          position += 1
        }
      case .block(let site):
        position = show(program.blocks[Int(site)], from: position)
      case .end:
        position = leaveTemplate()
      }
    }
  }
}

// MARK: - Values and sections

extension Renderer {
  private mutating func locate(_ reference: Reference) -> ContextStack.Location {
    // Most references are a single name, and need no path.
    reference.pathStart < reference.pathEnd
      ? contexts.locate(reference, path: templates.program.pathNames) : contexts.locate(reference, path: [])
  }

  private mutating func print(_ reference: Reference, isEscaped: Bool, to output: inout ByteBuffer) {
    switch locate(reference) {
    case .nowhere: break
    case .slot(let index): writer.append(contexts[index], isEscaped: isEscaped, to: &output)
    case .value(let value): writer.append(value, isEscaped: isEscaped, to: &output)
    }
  }

  /// Enters a section, unless the value is false.
  private mutating func enter(_ location: ContextStack.Location) -> Bool {
    guard contexts.isTrue(location) else { return false }
    switch contexts.value(location) {
    case .flag: sections.append(OpenSection(pushedContext: false))
    case .list(let views):
      contexts.push(.view(views[0]))
      sections.append(OpenSection(views: views))
    case .items(let items):
      contexts.push(items[0])
      sections.append(OpenSection(items: items))
    default:
      contexts.push(location)
      sections.append(OpenSection())
    }
    return true
  }

  /// Goes on to the next item of the innermost section. Without one, leaves the section and returns false.
  private mutating func advance() -> Bool {
    let last = sections.count - 1
    let next = sections[last].next
    if sections[last].pushedContext { contexts.pop() }
    if next < sections[last].views.count {
      contexts.push(.view(sections[last].views[next]))
    } else if next < sections[last].items.count {
      contexts.push(sections[last].items[next])
    } else {
      sections.removeLast()
      return false
    }
    sections[last].next += 1
    return true
  }
}

// MARK: - Inclusions and blocks

extension Renderer {
  private mutating func include(_ template: Int, site: Int, from position: Int) -> Int {
    if returns.count > Renderer.depthLimit { deepInclusions += 1 }
    if deepInclusions > Renderer.deepInclusionLimit { return position + 1 }
    call(from: position + 1)
    if !program.inclusions[site].fillings.isEmpty {
      fillings.append(FillingScope(site: site, outer: scope))
      scope = fillings.count - 1
    }
    if !program.inclusions[site].indentation.isEmpty {
      writer.indentation += program.inclusions[site].indentation
      writer.isAtLineStart = true
    }
    return program.entries[template]
  }

  private mutating func show(_ block: BlockSite, from position: Int) -> Int {
    call(from: Int(block.end))
    if !block.indentation.isEmpty {
      writer.indentation += block.indentation
      writer.isAtLineStart = block.beginsLine
    }
    // Mustache specification, `~inheritance`, "Multi-level inheritance": the outermost filling wins.
    var found: (start: Int, outer: Int)?
    var next = scope
    while next >= 0 {
      let candidate = fillings[next]
      for filling in program.inclusions[candidate.site].fillings where filling.block == block.name {
        found = (Int(filling.start), candidate.outer)
      }
      next = candidate.outer
    }
    guard let found else { return position + 1 }
    // Blocks inside a filling belong to the template that the filling is written in, which is filled from further out.
    scope = found.outer
    return found.start
  }

  private mutating func call(from position: Int) {
    returns.append(
      Return(
        position: position, scope: scope, fillingCount: fillings.count,
        indentationCount: writer.indentation.count))
  }

  private mutating func leaveTemplate() -> Int {
    let last = returns.removeLast()
    scope = last.scope
    fillings.removeLast(fillings.count - last.fillingCount)
    writer.indentation.removeLast(writer.indentation.count - last.indentationCount)
    return last.position
  }
}
