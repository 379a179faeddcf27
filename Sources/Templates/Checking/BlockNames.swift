import Diagnostics

/// The blocks that each template has, with the blocks of the templates that it includes.
///
/// In a chain of templates the first has the blocks of all others, so that sets of names would grow with the square of
/// the chain. Here each name is one bit.
struct BlockNames {
  /// In alphabetical order.
  private let blocks: [String]
  private let numbers: [String: Int]
  /// The blocks of each template.
  private let members: [NumberSet]
  /// For each template whether all of its blocks are known; false if a template is missing, broken or included by a
  /// dynamic name.
  private let known: [Bool]

  init(_ templates: [ParsedTemplate], indices: [String: Int]) {
    let collectors = templates.map { template in
      var collector = Collector()
      collector.collect(template.nodes)
      return collector
    }
    let blocks = Set(collectors.flatMap(\.blocks)).sorted()  // sorted: reaches output
    let numbers = Dictionary(uniqueKeysWithValues: blocks.enumerated().map { ($1, $0) })
    var members = collectors.map { collector in NumberSet(collector.blocks.compactMap { numbers[$0] }) }
    var known = zip(templates, collectors).map { template, collector in
      !template.diagnostics.hasErrors && !collector.includesDynamically
        && collector.inclusions.allSatisfy { indices[$0] != nil }
    }
    let included = collectors.map { $0.inclusions.compactMap { indices[$0] } }
    // Inner templates come first, so that one pass is enough unless templates include each other.
    let order = BlockNames.innerFirst(included)
    var changes = true
    while changes {
      changes = false
      for index in order {
        for inner in included[index] where inner != index {
          if members[index].formUnion(members[inner]) { changes = true }
          if known[index], !known[inner] {
            known[index] = false
            changes = true
          }
        }
      }
    }
    self.blocks = blocks
    self.numbers = numbers
    self.members = members
    self.known = known
  }

  /// Whether all blocks of a template are known.
  func areKnown(of template: Int) -> Bool { known[template] }

  func contains(_ block: String, in template: Int) -> Bool {
    numbers[block].map(members[template].contains) ?? false
  }

  /// In alphabetical order.
  func names(of template: Int) -> [String] {
    blocks.indices.filter(members[template].contains).map { blocks[$0] }
  }

  /// The templates in an order in which each follows those that it includes, as far as they do not include each other.
  private static func innerFirst(_ included: [[Int]]) -> [Int] {
    var order: [Int] = []
    var isVisited = Array(repeating: false, count: included.count)
    for root in included.indices where !isVisited[root] {
      isVisited[root] = true
      var path = [(template: root, next: 0)]
      while let (template, next) = path.last {
        guard next < included[template].count else {
          order.append(template)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let inner = included[template][next]
        guard !isVisited[inner] else { continue }
        isVisited[inner] = true
        path.append((inner, 0))
      }
    }
    return order
  }

  private struct Collector {
    var blocks: Set<String> = []
    /// The included templates, in document order.
    var inclusions: [String] = []
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
          case .template(let name): inclusions.append(name)
          case .dynamic: includesDynamically = true
          }
          for filling in inclusion.fillings { collect(filling.children) }
        }
      }
    }
  }
}

/// A set of small numbers, one bit each.
private struct NumberSet {
  private var words: [UInt64] = []

  init(_ numbers: [Int]) {
    guard let last = numbers.max() else { return }
    words = Array(repeating: 0, count: last / 64 + 1)
    for number in numbers { words[number / 64] |= 1 << UInt64(number % 64) }
  }

  func contains(_ number: Int) -> Bool {
    number / 64 < words.count && words[number / 64] & 1 << UInt64(number % 64) != 0
  }

  /// Returns whether a number was added.
  mutating func formUnion(_ other: NumberSet) -> Bool {
    var isChanged = false
    while words.count < other.words.count { words.append(0) }
    for (index, word) in other.words.enumerated() where word & ~words[index] != 0 {
      words[index] |= word
      isChanged = true
    }
    return isChanged
  }
}
