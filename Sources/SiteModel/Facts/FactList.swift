import Indicators
import Words

/// A list of facts about one kind of subject: an indicator, its target, an observation.
///
/// Each fact is defined once, by one call with its JSON key, CSV column, page text and value. A list is a function
/// rather than an array, so that the compiler generates straight-line code for each format: as an array of closures it
/// took a tenth of the build time for 45,000 indicators (measured November 2026).
protocol FactList {
  associatedtype Subject
  static func visit<Visitor: FactVisitor>(_ visitor: inout Visitor) where Visitor.Subject == Subject
}

/// Receives the facts of a list in order.
protocol FactVisitor {
  associatedtype Subject
  /// A fact with a CSV column.
  mutating func visit(
    _ key: StaticString, column: () -> FactColumn, page: () -> PageText?, value: (Subject, FactContext) -> FactValue)
  /// A fact without a CSV column.
  mutating func visit(_ key: StaticString, page: () -> PageText?, value: (Subject, FactContext) -> FactValue)
  /// The facts of an object inside the subject; omitted if `inner` returns nil.
  mutating func visit<List: FactList>(_ key: StaticString, _ list: List.Type, of inner: (Subject) -> List.Subject?)
  /// The facts of a part of the subject that few have, among the subject's own; omitted if `inner` returns nil.
  mutating func visit<List: FactList>(_ list: List.Type, of inner: (Subject) -> List.Subject?)
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

/// How an indicator's page shows a fact.
package struct PageText: Sendable {
  /// The slot name in templates.
  package let name: String
  /// What it says, in lower case. Nil for what the fact's column says.
  let summary: String?
  package let isOptional: Bool
  package let words: @Sendable (ResolvedIndicator, WordLanguage) -> String?

  static func required(
    _ name: String, _ summary: String? = nil,
    _ words: @escaping @Sendable (ResolvedIndicator, WordLanguage) -> String?
  ) -> PageText {
    PageText(name: name, summary: summary, isOptional: false, words: words)
  }

  static func optional(
    _ name: String, _ summary: String? = nil,
    _ words: @escaping @Sendable (ResolvedIndicator, WordLanguage) -> String?
  ) -> PageText {
    PageText(name: name, summary: summary, isOptional: true, words: words)
  }
}

// MARK: - Descriptions

/// Collects the descriptions of a list's facts, without a subject.
struct FactDescriptions<Subject>: FactVisitor {
  struct Fact: Sendable {
    /// The key of the JSON object that contains the fact; nil at the top level.
    let object: String?
    let key: String
    let column: FactColumn?
    let page: PageText?

    /// What the fact says on the page, in lower case.
    var pageSummary: String {
      if let summary = page?.summary { return summary }
      guard let column else { preconditionFailure("a fact on the page has a summary or a column") }
      return column.summary.prefix(1).lowercased() + column.summary.dropFirst()
    }
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

  mutating func visit<List: FactList>(_ list: List.Type, of inner: (Subject) -> List.Subject?) {
    var descriptions = FactDescriptions<List.Subject>(in: object)
    List.visit(&descriptions)
    for fact in descriptions.facts {
      facts.append(Fact(object: fact.object, key: fact.key, column: fact.column, page: fact.page))
    }
  }
}

/// Counts the facts that have a column.
private struct ColumnCount<Subject>: FactVisitor {
  var count = 0

  @inline(__always)
  mutating func visit(
    _ key: StaticString, column: () -> FactColumn, page: () -> PageText?, value: (Subject, FactContext) -> FactValue
  ) {
    count += 1
  }

  @inline(__always)
  mutating func visit(_ key: StaticString, page: () -> PageText?, value: (Subject, FactContext) -> FactValue) {}

  @inline(__always)
  mutating func visit<List: FactList>(_ key: StaticString, _ list: List.Type, of inner: (Subject) -> List.Subject?) {
    count += List.columnCount
  }

  @inline(__always)
  mutating func visit<List: FactList>(_ list: List.Type, of inner: (Subject) -> List.Subject?) {
    count += List.columnCount
  }
}

extension FactList {
  /// Inlined, so that it is a constant.
  @inline(__always)
  static var columnCount: Int {
    var columns = ColumnCount<Subject>()
    visit(&columns)
    return columns.count
  }

  static var columns: [FactColumn] {
    var descriptions = FactDescriptions<Subject>()
    visit(&descriptions)
    return descriptions.facts.compactMap(\.column)
  }
}
