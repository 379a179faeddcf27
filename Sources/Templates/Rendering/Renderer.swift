/// Runs one template. The stacks are arrays, so that no depth of templates or data can overflow the thread's stack.
struct Renderer {
  let program: Program
  var shapes: ShapeTable
  /// The shape that was looked up last: items of a list have one.
  var lastShape: (identity: ObjectIdentifier, row: Int)?

  /// The context stack of the Mustache spec, innermost last.
  var contexts: [Context] = []
  private var sections: [OpenSection] = []
  private var returns: [Return] = []
  private var fillings: [FillingScope] = []
  /// The innermost of `fillings` that counts, or -1.
  private var scope = -1

  /// What is put before every line at present.
  var indentation: [UInt8] = []
  /// Whether the next byte begins a line. Kept only while there is an indentation.
  var isAtLineStart = false

  /// Inclusions below this depth are counted, and rendering includes nothing more when there were too many. Checked
  /// templates never come near; a dynamic name that includes itself for ever ends here.
  private static let depthBound = 100
  private static let deepInclusionBound = 100_000
  private var deepInclusions = 0

  struct Context {
    var value: ViewValue
    /// Where the slots of a view's shape begin in `shapes`; -1 for anything but a view.
    var row: Int
  }

  private enum OpenSection {
    /// A flag: nothing was pushed on the context stack.
    case flag
    case single
    case list([View], next: Int)
    case items([ViewValue], next: Int)
  }

  private struct Return {
    let position: Int
    let scope: Int
    let fillings: Int
    let indentation: Int
  }

  /// The fillings that an inclusion brought, inside those of the inclusion around it.
  private struct FillingScope {
    let site: Int
    let outer: Int
  }

  init(_ program: Program, _ shapes: ShapeTable) {
    self.program = program
    self.shapes = shapes
  }
}

// MARK: - Running

extension Renderer {
  mutating func render(_ template: Int, _ value: ViewValue, into output: inout [UInt8]) {
    contexts.append(context(value))
    returns.append(Return(position: -1, scope: -1, fillings: 0, indentation: 0))
    var position = program.entries[template]
    while position >= 0 {
      switch program.instructions[position] {
      case .literal(let start, let end):
        appendLiteral(Int(start)..<Int(end), to: &output)
        position += 1
      case .print(let reference, let isEscaped):
        append(resolve(reference), isEscaped: isEscaped, to: &output)
        position += 1
      case .enter(let reference, let end):
        position = enter(resolve(reference)) ? position + 1 : Int(end) + 1
      case .leave(let start):
        position = advance() ? Int(start) : position + 1
      case .skipIfTrue(let reference, let end):
        position = resolve(reference).isTrue ? Int(end) : position + 1
      case .include(let template, let site):
        position = include(Int(template), site: Int(site), from: position)
      case .includeNamed(let reference, let site):
        if case .text(let name) = resolve(reference), let template = program.templates[name] {
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

// MARK: - Sections

extension Renderer {
  private mutating func enter(_ value: ViewValue) -> Bool {
    guard value.isTrue else { return false }
    switch value {
    case .flag: sections.append(.flag)
    case .list(let views):
      contexts.append(context(.view(views[0])))
      sections.append(.list(views, next: 1))
    case .items(let items):
      contexts.append(context(items[0]))
      sections.append(.items(items, next: 1))
    case .absent, .text, .html, .view:
      contexts.append(context(value))
      sections.append(.single)
    }
    return true
  }

  /// Whether the innermost section has another item, which is then the innermost context; if not, it is left.
  private mutating func advance() -> Bool {
    switch sections.removeLast() {
    case .flag: return false
    case .list(let views, let next) where next < views.count:
      contexts[contexts.count - 1] = context(.view(views[next]))
      sections.append(.list(views, next: next + 1))
      return true
    case .items(let items, let next) where next < items.count:
      contexts[contexts.count - 1] = context(items[next])
      sections.append(.items(items, next: next + 1))
      return true
    case .single, .list, .items:
      contexts.removeLast()
      return false
    }
  }
}

// MARK: - Inclusions and blocks

extension Renderer {
  private mutating func include(_ template: Int, site: Int, from position: Int) -> Int {
    if returns.count > Renderer.depthBound { deepInclusions += 1 }
    if deepInclusions > Renderer.deepInclusionBound { return position + 1 }
    call(from: position + 1)
    let inclusion = program.inclusions[site]
    if !inclusion.fillings.isEmpty {
      fillings.append(FillingScope(site: site, outer: scope))
      scope = fillings.count - 1
    }
    if !inclusion.indentation.isEmpty {
      indentation += inclusion.indentation
      isAtLineStart = true
    }
    return program.entries[template]
  }

  private mutating func show(_ block: BlockSite, from position: Int) -> Int {
    call(from: Int(block.end))
    if !block.indentation.isEmpty {
      indentation += block.indentation
      isAtLineStart = block.beginsLine
    }
    // Mustache spec, `~inheritance`, "Multi-level inheritance": the outermost filling wins.
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
    // A filling belongs to the template it is written in, whose own blocks are filled from further out.
    scope = found.outer
    return found.start
  }

  private mutating func call(from position: Int) {
    returns.append(
      Return(
        position: position, scope: scope, fillings: fillings.count, indentation: indentation.count))
  }

  private mutating func leaveTemplate() -> Int {
    let last = returns.removeLast()
    scope = last.scope
    fillings.removeLast(fillings.count - last.fillings)
    indentation.removeLast(indentation.count - last.indentation)
    return last.position
  }
}
