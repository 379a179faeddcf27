import DataFormats

/// The rows of a table of pandoc's document model.
enum PandocTable {
  struct Cell {
    let height: Int
    let width: Int
    let blocks: [JSONValue]
  }

  /// The rows of heading, bodies and foot.
  static func rows(_ parts: [JSONValue]) -> [[Cell]] {
    guard parts.count >= 6 else { return [] }
    // For some formats pandoc makes a heading of empty cells.
    var rows = (parts[3].asArray?.last?.asArray ?? []).filter { row in
      row.asArray?.last?.asArray?.contains { $0.asArray?.last?.asArray?.isEmpty == false } == true
    }
    for body in parts[4].asArray ?? [] {
      rows += body.asArray?.dropFirst(2).flatMap { $0.asArray ?? [] } ?? []
    }
    rows += parts[5].asArray?.last?.asArray ?? []
    return rows.compactMap { row in
      row.asArray?.last?.asArray?.map { cell in
        let parts = cell.asArray ?? []
        guard parts.count >= 5 else { return Cell(height: 1, width: 1, blocks: []) }
        return Cell(
          height: max(1, min(parts[2].asInteger ?? 1, 10_000)), width: max(1, min(parts[3].asInteger ?? 1, 1000)),
          blocks: parts[4].asArray ?? [])
      }
    }.filter { !$0.isEmpty }
  }

  static func width(_ rows: [[Cell]]) -> Int {
    rows.map { $0.reduce(0) { $0 + $1.width } }.max() ?? 0
  }
}
