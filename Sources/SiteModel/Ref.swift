// Typed references to the rows of the site's tables. `@inlinable`, since every page lookup goes through them.

/// A reference to one row of a table, valid while the site is in memory. `Tag` prevents a page's reference from being
/// used for a plan.
@frozen
public struct Ref<Tag>: Hashable, Comparable, Strideable, Sendable {
  /// The row's index in the table, 0-based.
  public let index: Int

  /// The reference to the row at a 0-based index; the table traps if it has no such row.
  @inlinable
  public init(_ index: Int) { self.index = index }

  /// The order of the rows in the table.
  @inlinable
  public static func < (a: Ref, b: Ref) -> Bool { a.index < b.index }

  /// How many rows `other` is further on; negative if it is before.
  @inlinable
  public func distance(to other: Ref) -> Int { other.index - index }

  /// The reference that is `distance` rows further on, which may be outside the table.
  @inlinable
  public func advanced(by distance: Int) -> Ref { Ref(index + distance) }
}

/// Rows indexed by their references.
@frozen
public struct Table<Tag, Row: Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline
  var rows: [Row]

  /// A table of rows in the order of their references.
  @inlinable
  public init(_ rows: [Row]) { self.rows = rows }

  /// `count` equal rows, one for each row of another table of the same kind.
  @inlinable
  public init(repeating row: Row, count: Int) { rows = Array(repeating: row, count: count) }

  /// The reference to the first row, or `endIndex`.
  @inlinable
  public var startIndex: Ref<Tag> { Ref(0) }

  /// The reference that the next appended row will have.
  @inlinable
  public var endIndex: Ref<Tag> { Ref(rows.count) }

  /// The row of a reference, in place, without a copy. Traps outside the table.
  @inlinable
  public subscript(ref: Ref<Tag>) -> Row {
    _read { yield rows[ref.index] }
    _modify { yield &rows[ref.index] }
  }

  /// Adds a row at the end and returns its reference.
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
/// Programmes, in the order of the registers.
public enum ProgrammeTag: Sendable {}
/// Departments, in the order of the registers; in a site without one, in the order in which entries name them.
public enum DepartmentTag: Sendable {}
/// Terms of the glossaries.
public enum TermTag: Sendable {}
/// Actions, by plan, then in the order of registers and sections.
public enum ActionTag: Sendable {}
/// Addresses that redirect to a page.
public enum RedirectTag: Sendable {}
/// Files of `Content/` that are copied unchanged.
public enum AttachmentTag: Sendable {}

/// A reference to a page.
public typealias PageRef = Ref<PageTag>
/// A reference to a plan.
public typealias PlanRef = Ref<PlanTag>
/// A reference to an indicator.
public typealias IndicatorRef = Ref<IndicatorTag>
/// A reference to a programme.
public typealias ProgrammeRef = Ref<ProgrammeTag>
/// A reference to a department.
public typealias DepartmentRef = Ref<DepartmentTag>
/// A reference to a term.
public typealias TermRef = Ref<TermTag>
/// A reference to an action.
public typealias ActionRef = Ref<ActionTag>
/// A reference to an address that redirects.
public typealias RedirectRef = Ref<RedirectTag>
/// A reference to a file that is copied.
public typealias AttachmentRef = Ref<AttachmentTag>
