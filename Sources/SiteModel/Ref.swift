// Typed references to the rows of the site's tables. `@inlinable`, since every page is looked up through them.

/// Refers to one row of a table, for as long as the site is in memory. `Tag` keeps a page's reference from being used
/// for a plan.
@frozen
public struct Ref<Tag>: Hashable, Comparable, Strideable, Sendable {
  /// From 0, in the order of the table.
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

/// Rows that are found by their references.
@frozen
public struct Table<Tag, Row: Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline
  var rows: [Row]

  @inlinable
  public init(_ rows: [Row]) { self.rows = rows }

  /// One row for each reference of another table of its kind.
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

  /// A table of the same kind, with a value made from each row.
  @inlinable
  public func mapRows<Value>(_ transform: (Row) throws -> Value) rethrows -> Table<Tag, Value> {
    Table<Tag, Value>(try rows.map(transform))
  }
}

// MARK: - The tables of a site

/// Pages of `Content/`, in the order of their paths.
public enum PageTag: Sendable {}
/// In the order of the site.
public enum PlanTag: Sendable {}
/// By plan, then in the order of the registers and of the sections.
public enum IndicatorTag: Sendable {}
public enum ProgrammeTag: Sendable {}
public enum DepartmentTag: Sendable {}
public enum TermTag: Sendable {}
/// Addresses that lead on to a page.
public enum RedirectTag: Sendable {}
/// Files of `Content/` that are copied.
public enum AttachmentTag: Sendable {}

public typealias PageRef = Ref<PageTag>
public typealias PlanRef = Ref<PlanTag>
public typealias IndicatorRef = Ref<IndicatorTag>
public typealias ProgrammeRef = Ref<ProgrammeTag>
public typealias DepartmentRef = Ref<DepartmentTag>
public typealias TermRef = Ref<TermTag>
public typealias RedirectRef = Ref<RedirectTag>
public typealias AttachmentRef = Ref<AttachmentTag>
