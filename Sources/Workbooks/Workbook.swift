/// The sheets of an Excel workbook (.xlsx, ECMA-376), with the values that its cells show or last computed.
package struct Workbook: Sendable {
  /// The sheets in the order of their tabs.
  package let sheets: [Sheet]

  package struct Sheet: Sendable {
    package let name: String
    package let isHidden: Bool
    /// The rows that have a value, by number.
    package let rows: [Row]
    /// Areas of merged cells; the value is in the first cell of each.
    package let merged: [CellArea]
    /// The comments in the order of the file, if they were asked for.
    package let comments: [Comment]
    /// The numbers of rows that are hidden or filtered out.
    package let hiddenRows: Set<Int>
    /// 0-based.
    package let hiddenColumns: [ClosedRange<Int>]
  }

  /// A comment on a cell.
  package struct Comment: Sendable {
    package let position: CellPosition
    package let text: String
  }

  package struct Row: Sendable {
    /// 1-based.
    package let number: Int
    /// The cells that have a value, by column.
    package let cells: [Cell]
  }

  package struct Cell: Sendable {
    /// 0-based.
    package let column: Int
    package let value: CellValue
  }
}

/// The value of a cell that is not empty.
package enum CellValue: Hashable, Sendable {
  case text(String)
  case number(Double)
  /// A number whose format is a percentage: 0.653 for 65.3 %.
  case percentage(Double)
  case date(CellDate)
  case boolean(Bool)
  /// The error that a formula shows in place of a result, such as `#DIV/0!`.
  case error(String)
  /// A formula whose result the workbook does not hold, because no spreadsheet has computed it.
  case notComputed
}

/// A day, and which parts of it the cell's format shows.
package struct CellDate: Hashable, Sendable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int
  package let showsMonth: Bool
  package let showsDay: Bool

  package init(year: Int, month: Int, day: Int, showsMonth: Bool, showsDay: Bool) {
    self.year = year
    self.month = month
    self.day = day
    self.showsMonth = showsMonth
    self.showsDay = showsDay
  }
}

/// The position of a cell in a sheet.
package struct CellPosition: Hashable, Sendable {
  /// 1-based.
  package let row: Int
  /// 0-based.
  package let column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `D7`. Nil for any other text, and for a cell outside the largest sheet.
  init?(_ name: some Sequence<UInt8>) {
    var (column, row, hasDigits) = (0, 0, false)
    for byte in name {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigits = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard column <= WorkbookLimits.columns, row <= WorkbookLimits.rows else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column - 1)
  }
}

/// A rectangle of cells.
package struct CellArea: Hashable, Sendable {
  package let first: CellPosition
  package let last: CellPosition

  /// Reads `B2:B5`. Nil for any other text, and for an area whose corners are swapped.
  init?(_ text: String) {
    let corners = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard corners.count == 2, let first = CellPosition(corners[0]), let last = CellPosition(corners[1]),
      first.row <= last.row, first.column <= last.column
    else { return nil }
    self.first = first
    self.last = last
  }
}
