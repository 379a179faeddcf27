/// All templates of a set as one flat array of instructions. Names are ids.
struct Program: Sendable {
  var instructions: [Instruction] = []
  /// The literal text of all templates, concatenated.
  var text: [UInt8] = []
  /// The names after the first of all dotted references, concatenated.
  var pathNames: [NameID] = []
  var inclusions: [InclusionSite] = []
  var blocks: [BlockSite] = []
  /// The index of each template's first instruction.
  var entries: [Int] = []
  /// The index in `entries` of each template, by name.
  var templates: [String: Int] = [:]
}

/// The number of a name that templates use, from 0.
typealias NameID = Int32

enum Instruction: Sendable {
  case literal(start: Int32, end: Int32)
  case print(Reference, isEscaped: Bool)
  /// Enters a section, or continues after its `leave`, whose index is `end`.
  case enter(Reference, end: Int32)
  /// Goes back to `start` with the next item of a list, or leaves the section.
  case leave(start: Int32)
  /// An inverted section: continues at `end` if the value is true.
  case skipIfTrue(Reference, end: Int32)
  case include(template: Int32, site: Int32)
  /// Includes the template whose name is the value of a text.
  case includeNamed(Reference, site: Int32)
  /// Continues with the filling of a block, or with the block's own content, which follows.
  case block(site: Int32)
  /// Ends a template, a block's own content, and a filling.
  case end
}

/// A name in the data, which is looked up while rendering.
struct Reference: Sendable {
  /// Negative for `.`, the value of the innermost context.
  let first: NameID
  /// The range in `Program.pathNames` of the names after the first.
  let pathStart: Int32
  let pathEnd: Int32

  static let itself = Reference(first: -1, pathStart: 0, pathEnd: 0)
}

/// The indentation and the fillings of one inclusion.
struct InclusionSite: Sendable {
  let indentation: [UInt8]
  var fillings: [Filling] = []

  struct Filling: Sendable {
    let block: NameID
    /// The index of the first instruction.
    let start: Int32
  }
}

struct BlockSite: Sendable {
  let name: NameID
  let indentation: [UInt8]
  let beginsLine: Bool
  /// The index of the instruction after the block's own content.
  var end: Int32 = 0
}
