// Typed references to the rows of the site's tables. `@inlinable`, since every page lookup goes through them.

/// A reference to one row of a table, valid while the site is in memory. `Tag` prevents a page's reference from being
/// used for a plan.
@frozen
public struct Ref<Tag>: Hashable, Comparable, Strideable, Sendable {
  /// The row's index in the table, 0-based.
  public let index: Int

  @inlinable
  public init(_ index: Int) { self.index = index }

  @inlinable
  public static func < (a: Ref, b: Ref) -> Bool { a.index < b.index }

  @inlinable
  public func distance(to other: Ref) -> Int { other.index - index }

  @inlinable
  public func advanced(by distance: Int) -> Ref { Ref(index + distance) }
}

/// Rows indexed by their references.
@frozen
public struct Table<Tag, Row: Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline
  var rows: [Row]

  @inlinable
  public init(_ rows: [Row]) { self.rows = rows }

  /// `count` equal rows, one for each row of another table of the same kind.
  @inlinable
  public init(repeating row: Row, count: Int) { rows = Array(repeating: row, count: count) }

  @inlinable
  public var startIndex: Ref<Tag> { Ref(0) }

  @inlinable
  public var endIndex: Ref<Tag> { Ref(rows.count) }

  @inlinable
  public subscript(ref: Ref<Tag>) -> Row {
    _read { yield rows[ref.index] }
    _modify { yield &rows[ref.index] }
  }

  @inlinable
  public mutating func append(_ row: Row) -> Ref<Tag> {
    rows.append(row)
    return Ref(rows.count - 1)
  }

  /// A table of the same kind that holds the result of `transform` for each row.
  @inlinable
  public func mapRows<Value>(_ transform: (Row) throws -> Value) rethrows -> Table<Tag, Value> {
    Table<Tag, Value>(try rows.map(transform))
  }
}

// MARK: - The tables of a site

/// Pages of `Content/`, in path order.
public enum PageTag: Sendable {}
/// Plans, in the order of the site.
public enum PlanTag: Sendable {}
/// Indicators, by plan, then in the order of registers and sections.
public enum IndicatorTag: Sendable {}
public enum ProgrammeTag: Sendable {}
public enum DepartmentTag: Sendable {}
public enum TermTag: Sendable {}
/// Actions, by plan, then in the order of registers and sections.
public enum ActionTag: Sendable {}
/// Addresses that redirect to a page.
public enum RedirectTag: Sendable {}
/// Files of `Content/` that are copied unchanged.
public enum AttachmentTag: Sendable {}

public typealias PageRef = Ref<PageTag>
public typealias PlanRef = Ref<PlanTag>
public typealias IndicatorRef = Ref<IndicatorTag>
public typealias ProgrammeRef = Ref<ProgrammeTag>
public typealias DepartmentRef = Ref<DepartmentTag>
public typealias TermRef = Ref<TermTag>
public typealias ActionRef = Ref<ActionTag>
public typealias RedirectRef = Ref<RedirectTag>
public typealias AttachmentRef = Ref<AttachmentTag>
