import Diagnostics

/// The chains of fillings that templates are included with, without duplicates.
struct FillingScopes {
  /// Nothing is filled.
  static let none = -1

  struct Filling {
    /// The template that the filling is written in.
    let template: Int
    let block: BlockNode
    /// The scope that fills the blocks inside the filling.
    let scope: Int
  }

  private struct Link {
    let template: Int
    let fillings: [String: BlockNode]
    let outer: Int
  }

  private struct Key: Hashable {
    let template: Int
    let range: SourceRange
    let outer: Int
  }

  private var links: [Link] = []
  private var known: [Key: Int] = [:]

  /// The chain with the fillings of one inclusion added. An inclusion whose blocks are all filled by the chain already
  /// adds nothing, as the outermost filling wins: a chain has at most as many links as there are names of blocks.
  mutating func scope(_ outer: Int, adding inclusion: InclusionNode, in template: Int) -> Int {
    guard inclusion.fillings.contains(where: { filling(of: $0.name, in: outer) == nil }) else { return outer }
    let key = Key(template: template, range: inclusion.range, outer: outer)
    if let scope = known[key] { return scope }
    // The last of two fillings for one block counts, as in rendering.
    let fillings = Dictionary(inclusion.fillings.map { ($0.name, $0) }) { $1 }
    links.append(Link(template: template, fillings: fillings, outer: outer))
    known[key] = links.count - 1
    return links.count - 1
  }

  func filling(of block: String, in scope: Int) -> Filling? {
    var found: Filling?
    var next = scope
    while next >= 0 {
      let link = links[next]
      if let node = link.fillings[block] {
        found = Filling(template: link.template, block: node, scope: link.outer)
      }
      next = link.outer
    }
    return found
  }
}
