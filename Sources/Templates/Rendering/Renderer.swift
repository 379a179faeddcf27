import Bytes

/// Runs one template. The stacks are arrays, so that no depth of templates or data can overflow the thread's stack.
struct Renderer: ~Copyable {
  /// By one reference: each of thousands of pages has a renderer.
  private let templates: TemplateSet
  var program: Program { _read { yield templates.program } }
  var shapes: ShapeTable
  /// The shape that was looked up last: items of a list have one.
  var lastShape: (identity: ShapeIdentity, row: Int)?

  /// The context stack of the Mustache spec, innermost last.
  var contexts: [Context] = []
  private var sections: [OpenSection] = []
  private var returns: [Return] = []
  private var fillings: [FillingScope] = []
  /// The innermost of `fillings` that counts, or -1.
  private var scope = -1

  /// What is put before every line at present.
  var indentation: [UInt8] = []
  /// In the order of the output.
  var printedSlots: [PrintedSlot] = []
  /// Whether the next byte begins a line. Kept only while there is an indentation.
  var isAtLineStart = false

  /// Inclusions below this depth are counted, and rendering includes nothing more when there were too many. Checked
  /// templates never come near; a dynamic name that includes itself for ever ends here. Found by trying: names are
  /// looked up through all contexts, so ten times as many take a hundred times as long.
  private static let depthBound = 100
  private static let deepInclusionBound = 10_000
  private var deepInclusions = 0

  /// A view is kept in parts: pushing one is then a single change of a reference count, and so is reading from it.
  struct Context {
    /// Of a view; empty for anything else.
    var values: [ViewValue]
    /// Where the slots of the view's shape begin in `shapes`; -1 for anything else.
    var row: Int
    /// What is no view.
    var other: ViewValue
  }

  /// Nothing is left of `views` and `items` for a section that shows one thing.
  private struct OpenSection {
    var views: [View] = []
    var items: [ViewValue] = []
    var next = 1
    /// Whether there is a context to pop: a flag pushes none.
    var pushes = true
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

  init(_ templates: TemplateSet) {
    self.templates = templates
    shapes = templates.shapes
  }
}

// MARK: - Running

extension Renderer {
  mutating func render(_ template: Int, _ value: ViewValue, into output: inout ByteBuffer) {
    // Room for what most pages need: growing to it would take several steps.
    contexts.reserveCapacity(8)
    sections.reserveCapacity(8)
    returns.reserveCapacity(8)
    contexts.append(context(value))
    returns.append(Return(position: -1, scope: -1, fillings: 0, indentation: 0))
    // Plain pointers: an array inside `self` is retained and released at each step.
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
        appendLiteral(UnsafeBufferPointer(rebasing: text[Int(start)..<Int(end)]), to: &output)
        position += 1
      case .print(let reference, let isEscaped):
        print(reference, isEscaped: isEscaped, to: &output)
        position += 1
      case .enter(let reference, let end):
        position = enter(resolve(reference)) ? position + 1 : Int(end) + 1
      case .leave(let start):
        position = advance() ? Int(start) : position + 1
      case .skipIfTrue(let reference, let end):
        position = isTrue(reference) ? Int(end) : position + 1
      case .include(let template, let site):
        position = include(Int(template), site: Int(site), from: position)
      case .includeNamed(let reference, let site):
        switch resolve(reference) {
        case .text(let name), .marked(let name, _):
          position = program.templates[name].map { include($0, site: Int(site), from: position) } ?? position + 1
        default: position += 1
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
    case .flag: sections.append(OpenSection(pushes: false))
    case .list(let views):
      contexts.append(context(views[0]))
      sections.append(OpenSection(views: views))
    case .items(let items):
      contexts.append(context(items[0]))
      sections.append(OpenSection(items: items))
    case .absent, .text, .marked, .textSlice, .html, .htmlSlice, .late, .view:
      contexts.append(context(value))
      sections.append(OpenSection())
    }
    return true
  }

  /// Whether the innermost section has another item, which is then the innermost context; if not, it is left.
  private mutating func advance() -> Bool {
    let last = sections.count - 1
    let next = sections[last].next
    if next < sections[last].views.count {
      contexts[contexts.count - 1] = context(sections[last].views[next])
    } else if next < sections[last].items.count {
      contexts[contexts.count - 1] = context(sections[last].items[next])
    } else {
      if sections.removeLast().pushes { contexts.removeLast() }
      return false
    }
    sections[last].next += 1
    return true
  }
}

// MARK: - Inclusions and blocks

extension Renderer {
  private mutating func include(_ template: Int, site: Int, from position: Int) -> Int {
    if returns.count > Renderer.depthBound { deepInclusions += 1 }
    if deepInclusions > Renderer.deepInclusionBound { return position + 1 }
    call(from: position + 1)
    if !program.inclusions[site].fillings.isEmpty {
      fillings.append(FillingScope(site: site, outer: scope))
      scope = fillings.count - 1
    }
    if !program.inclusions[site].indentation.isEmpty {
      indentation += program.inclusions[site].indentation
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
