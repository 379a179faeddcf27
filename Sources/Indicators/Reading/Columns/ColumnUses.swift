/// The role of each column of one file: as its authors say, by its name, or by its shape.
///
/// A column is recognised as an attribute if dropping it merges no rows: it is constant, or the other columns determine it,
/// as the name of a region determines its code.
struct ColumnUses {
  /// By column.
  private(set) var roles: [ColumnRole]
  private let rows: ObservationRows

  init(_ rows: ObservationRows, _ own: ColumnRoles, site: ColumnRoles) {
    self.rows = rows
    roles = []
    var open: [Int] = []
    for (index, column) in rows.columns.enumerated() {
      if let stated = own.role(of: column.name) ?? site.role(of: column.name) {
        roles.append(stated)
        continue
      }
      let known = ColumnRole(head: column.name)
      roles.append(known ?? .dimension)
      if known == nil, own.leading(in: column.name) == nil { open.append(index) }
    }
    for index in open where isConstant(index) { roles[index] = .attribute }
    let dividing = open.filter { roles[$0] == .dimension && !rows.columns[$0].isBlank }
    // A code before the name that it stands for; of two that say the same, the later one.
    let candidates = dividing.sorted { (isCode($0) ? 0 : 1, -$0) < (isCode($1) ? 0 : 1, -$1) }
    for index in candidates where isDetermined(index) || isRemark(index) { roles[index] = .attribute }
  }

  func indices(of role: ColumnRole) -> [Int] { roles.indices.filter { roles[$0] == role } }

  // MARK: Shapes

  /// Whether all rows have the same text.
  private func isConstant(_ index: Int) -> Bool {
    let column = rows.columns[index]
    return column.texts.count == 1 && column.texts[0] != "" && rows.rows.count > 1
  }

  /// Whether the texts are codes: `E12000001`, `KZ-ALA`.
  private func isCode(_ index: Int) -> Bool {
    let texts = rows.columns[index].texts.filter { !$0.isEmpty }
    return texts.allSatisfy { text in
      text.utf8.count < 16
        && text.unicodeScalars.allSatisfy {
          ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "_" || $0 == "."
        }
    } && texts.contains { $0.contains { $0.isNumber } }
  }

  /// Whether the column always has the same text beside the same cells of the other dimensions, and none where they are all
  /// blank.
  private func isDetermined(_ index: Int) -> Bool {
    let others = roles.indices.filter { $0 != index && roles[$0].tellsRowsApart }
    guard others.contains(where: { roles[$0] == .dimension && !rows.columns[$0].isBlank }) else { return false }
    // Most columns that say something of their own do so in their first rows.
    let sample = min(rows.rows.count, 256)
    guard textsBeside(others, of: index, rows: sample) != nil else { return false }
    guard let texts = textsBeside(others, of: index, rows: rows.rows.count) else { return false }
    // Two of two may be chance; a code stands for a name.
    return isCode(index) || texts.count > 2 && Set(texts).count < texts.count
  }

  /// The text of a column beside each of the different cells of others, as codes; nil if there are several beside the same, or
  /// one beside blank cells. Looks at the first `count` rows.
  private func textsBeside(_ others: [Int], of index: Int, rows count: Int) -> [Int32]? {
    var cells = RowNumbers(rows: count)
    for other in others { cells.divide(by: rows.columns[other]) }
    var texts = [Int32](repeating: -1, count: cells.count)
    let column = rows.columns[index]
    let dimensions = others.filter { roles[$0] == .dimension }
    for row in 0..<count {
      let code = column.codes[row]
      if texts[cells[row]] == code { continue }
      guard texts[cells[row]] < 0 else { return nil }
      texts[cells[row]] = code
      if dimensions.allSatisfy({ rows.columns[$0][row].isEmpty }), !column.texts[Int(code)].isEmpty { return nil }
    }
    return texts
  }

  /// Whether the column has sentences, and the rows differ without it.
  private func isRemark(_ index: Int) -> Bool {
    guard rows.columns[index].looksLikeRemarks else { return false }
    var cells = RowNumbers(rows: rows.rows.count)
    for other in roles.indices where other != index && roles[other].tellsRowsApart {
      cells.divide(by: rows.columns[other])
    }
    cells.divide(by: rows.rows.map(\.period), below: rows.periods.texts.count)
    return cells.count == rows.rows.count
  }
}

extension ColumnRole {
  /// Whether a row with another cell is another observation.
  var tellsRowsApart: Bool { self == .dimension || self == .unit || self == .series }
}

extension DataColumn {
  /// Whether its texts are remarks: a sentence is not the name of a part.
  var looksLikeRemarks: Bool { texts.contains { $0.utf8.count > 60 && $0.count > 60 && $0.contains(" ") } }
}
