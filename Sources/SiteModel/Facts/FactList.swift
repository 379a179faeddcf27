import Indicators

/// A list of facts about one kind of subject: an indicator, its target, an observation.
///
/// Each fact is written down once, as one call with its key in JSON, its column in CSV, its words on the page and its
/// value. A list is a function and not an array, so that the compiler makes straight code of it for each format: as an
/// array of closures it took a tenth of a build of 45,000 indicators (November 2026).
protocol FactList {
  associatedtype Subject
  static func visit<Visitor: FactVisitor>(_ visitor: inout Visitor) where Visitor.Subject == Subject
}

/// Receives the facts of a list in their order.
protocol FactVisitor {
  associatedtype Subject
  /// A fact that the CSV has.
  mutating func visit(
    _ key: StaticString, column: () -> FactColumn, page: () -> PageText?, value: (Subject, FactContext) -> FactValue)
  /// A fact that the CSV does not have.
  mutating func visit(_ key: StaticString, page: () -> PageText?, value: (Subject, FactContext) -> FactValue)
  /// The facts of an object inside the subject; left out where there is no such object.
  mutating func visit<List: FactList>(_ key: StaticString, _ list: List.Type, of inner: (Subject) -> List.Subject?)
}

extension FactVisitor {
  @inline(__always)
  mutating func fact(
    _ key: StaticString, _ column: @autoclosure () -> FactColumn, page: @autoclosure () -> PageText? = nil,
    _ value: (Subject, FactContext) -> FactValue
  ) {
    visit(key, column: column, page: page, value: value)
  }

  @inline(__always)
  mutating func fact(
    _ key: StaticString, page: @autoclosure () -> PageText? = nil, _ value: (Subject, FactContext) -> FactValue
  ) {
    visit(key, page: page, value: value)
  }
}

/// How the page of an indicator shows a fact.
package struct PageText: Sendable {
  /// The name that templates use.
  package let name: String
  package let summary: String
  package let isOptional: Bool
  package let words: @Sendable (ResolvedIndicator, WordLanguage) -> String?

  static func required(
    _ name: String, _ summary: String, _ words: @escaping @Sendable (ResolvedIndicator, WordLanguage) -> String?
  ) -> PageText {
    PageText(name: name, summary: summary, isOptional: false, words: words)
  }

  static func optional(
    _ name: String, _ summary: String, _ words: @escaping @Sendable (ResolvedIndicator, WordLanguage) -> String?
  ) -> PageText {
    PageText(name: name, summary: summary, isOptional: true, words: words)
  }
}

// MARK: - Descriptions

/// Collects what a list says of its facts, without any subject.
struct FactDescriptions<Subject>: FactVisitor {
  struct Fact: Sendable {
    /// Of the JSON object that holds the key; nil at the top.
    let object: String?
    let key: String
    let column: FactColumn?
    let page: PageText?
  }

  private(set) var facts: [Fact] = []
  private var object: String?

  init(in object: String? = nil) {
    self.object = object
  }

  mutating func visit(
    _ key: StaticString, column: () -> FactColumn, page: () -> PageText?, value: (Subject, FactContext) -> FactValue
  ) {
    facts.append(Fact(object: object, key: "\(key)", column: column(), page: page()))
  }

  mutating func visit(_ key: StaticString, page: () -> PageText?, value: (Subject, FactContext) -> FactValue) {
    facts.append(Fact(object: object, key: "\(key)", column: nil, page: page()))
  }

  mutating func visit<List: FactList>(_ key: StaticString, _ list: List.Type, of inner: (Subject) -> List.Subject?) {
    var descriptions = FactDescriptions<List.Subject>(in: "\(key)")
    List.visit(&descriptions)
    for fact in descriptions.facts {
      facts.append(Fact(object: fact.object, key: fact.key, column: fact.column, page: fact.page))
    }
  }
}

extension FactList {
  static var columns: [FactColumn] {
    var descriptions = FactDescriptions<Subject>()
    visit(&descriptions)
    return descriptions.facts.compactMap(\.column)
  }
}
