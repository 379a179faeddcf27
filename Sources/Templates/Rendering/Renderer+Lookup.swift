extension Renderer {
  /// The value of a name: the innermost view that has the name decides; what follows a dot is looked up in that value
  /// only.
  mutating func resolve(_ reference: Reference) -> ViewValue {
    guard reference.first >= 0 else { return contexts[contexts.count - 1].value }
    var value = find(reference.first)
    for index in Int(reference.pathStart)..<Int(reference.pathEnd) {
      guard case .view(let view) = value else { return .absent }
      let row = row(of: view.shape)
      let slot = shapes.slot(of: program.pathNames[index], row: row)
      value = slot == ShapeTable.noSlot ? .absent : view.values[Int(slot)]
    }
    return value
  }

  private func find(_ name: NameID) -> ViewValue {
    var index = contexts.count - 1
    while index >= 0 {
      let row = contexts[index].row
      if row >= 0 {
        let slot = shapes.slot(of: name, row: row)
        if slot != ShapeTable.noSlot, case .view(let view) = contexts[index].value {
          return view.values[Int(slot)]
        }
      }
      index -= 1
    }
    return .absent
  }

  mutating func context(_ value: ViewValue) -> Context {
    guard case .view(let view) = value else { return Context(value: value, row: -1) }
    return Context(value: value, row: row(of: view.shape))
  }

  private mutating func row(of shape: ViewShape) -> Int {
    let identity = ObjectIdentifier(shape)
    if let last = lastShape, last.identity == identity { return last.row }
    // A shape that no root reaches comes only with templates that were compiled leniently.
    let row = shapes.row(of: shape) ?? shapes.append(shape)
    lastShape = (identity, row)
    return row
  }
}
