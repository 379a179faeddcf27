import DataFormats

extension DataTable {
  /// The table with one row of headings: a heading over several columns is written before each of those below it, as 目标
  /// over 年份 and 数值. Cells that are merged downwards are in both rows already.
  func withJoinedHead() -> DataTable {
    var table = self
    // No planner's table has more than three rows of headings.
    for _ in 0..<2 {
      guard let next = table.rows.first, let joined = table.head(joinedWith: next) else { break }
      table = DataTable(
        table.source, header: joined, rows: Array(table.rows.dropFirst()), outside: table.outside)
    }
    return table
  }

  /// Nil if the row is not a row of headings: then a cell is below the heading of one column.
  private func head(joinedWith row: CSVRow) -> [Located<String>]? {
    var groups: [Located<String>?] = []
    var open: Located<String>?
    for (index, cell) in header.enumerated() {
      if !cell.value.isEmpty {
        let isGroup = index + 1 < header.count && header[index + 1].value.isEmpty
        open = isGroup ? cell : nil
      }
      groups.append(open)
    }
    var joined = header
    var count = 0
    // Below the headings of names a row of headings has nothing, and a row of the table has its name.
    let isHead = header.indices.allSatisfy { index in
      !ImportedColumns.isOfNames(header[index].value) || row.cells[index].value.isEmpty
        || row.cells[index].value == header[index].value
    }
    for index in header.indices {
      let cell = row.cells[index]
      guard !cell.value.isEmpty, cell.value != header[index].value else { continue }
      guard let group = groups[index] ?? (isHead && groups.contains { $0 != nil } ? header[index] : nil) else {
        return nil
      }
      count += 1
      joined[index] = Located("\(group.value) \(cell.value)", at: group.range)
    }
    return count > 1 ? joined : nil
  }
}
