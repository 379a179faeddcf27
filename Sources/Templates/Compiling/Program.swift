/// Templates as one flat array of instructions, names interned.
struct Program: Sendable {
  var instructions: [Instruction] = []
  /// All literal text, end to end.
  var text: [UInt8] = []
  /// The names behind the first of dotted references, end to end.
  var pathNames: [NameID] = []
  var inclusions: [InclusionSite] = []
  var blocks: [BlockSite] = []
  /// By template: its first instruction.
  var entries: [Int] = []
  /// By template name: its index in `entries`.
  var templates: [String: Int] = [:]
}

/// A name that some template uses, counted from 0.
typealias NameID = Int32

enum Instruction: Sendable {
  case literal(start: Int32, end: Int32)
  case print(Reference, isEscaped: Bool)
  /// Enters a section, or goes on behind its `leave` at `end`.
  case enter(Reference, end: Int32)
  /// Leaves a section, or goes back to `start` with the next item of its list.
  case leave(start: Int32)
  /// Goes on at `end` unless the value is false: an inverted section.
  case skipIfTrue(Reference, end: Int32)
  case include(template: Int32, site: Int32)
  /// Includes the template that a text names.
  case includeNamed(Reference, site: Int32)
  /// Shows what fills a block, or else what follows.
  case block(site: Int32)
  /// Ends a template, a block's own content, and a filling.
  case end
}

/// A name in the data, resolved while rendering.
struct Reference: Sendable {
  /// Negative for `.`, the innermost thing itself.
  let first: NameID
  /// Where the names behind the first are in `Program.pathNames`.
  let pathStart: Int32
  let pathEnd: Int32

  static let itself = Reference(first: -1, pathStart: 0, pathEnd: 0)

  /// As nearly all are.
  var isSingleName: Bool { first >= 0 && pathStart == pathEnd }
}

/// What one inclusion brings along.
struct InclusionSite: Sendable {
  let indentation: [UInt8]
  var fillings: [Filling] = []

  struct Filling: Sendable {
    let block: NameID
    /// The first instruction.
    let start: Int32
  }
}

struct BlockSite: Sendable {
  let name: NameID
  let indentation: [UInt8]
  let beginsLine: Bool
  /// Behind the block's own content.
  var end: Int32 = 0
}
