import Bytes

extension Renderer {
  /// Prints the value of a name from where it lies: a page prints a hundred, and to take each out would count its
  /// reference up and down.
  mutating func print(_ reference: Reference, isEscaped: Bool, to output: inout ByteBuffer) {
    guard reference.isSingleName else { return append(resolve(reference), isEscaped: isEscaped, to: &output) }
    guard let place = locate(reference.first) else { return }
    if place.isFlag {
      append(.flag(place.value.pointee.isTrue), isEscaped: isEscaped, to: &output)
    } else {
      append(place.value.pointee, isEscaped: isEscaped, to: &output)
    }
  }

  mutating func isTrue(_ reference: Reference) -> Bool {
    guard reference.isSingleName else { return resolve(reference).isTrue }
    return locate(reference.first)?.value.pointee.isTrue ?? false
  }

  /// Where the value of a name lies, and whether only its truth is asked for. `contexts` holds it: the pointer is good until
  /// that changes, which nobody does who prints or asks.
  private mutating func locate(_ name: NameID) -> (value: UnsafePointer<ViewValue>, isFlag: Bool)? {
    var index = contexts.count - 1
    while index >= 0 {
      let row = contexts[index].row
      if row >= 0 {
        let slot = shapes.slot(of: name, row: row)
        if slot != ShapeTable.noSlot {
          return contexts[index].values.withUnsafeBufferPointer { values in
            let place = Int(slot & ~ShapeTable.isFlag)
            precondition(values.indices.contains(place), "a view has a value for each of its fields")
            return values.baseAddress.map { ($0 + place, slot & ShapeTable.isFlag != 0) }
          }
        }
      }
      index -= 1
    }
    return nil
  }

  /// The value of a name: the innermost view that has the name decides; what follows a dot is looked up in that value
  /// only.
  mutating func resolve(_ reference: Reference) -> ViewValue {
    guard reference.first >= 0 else { return itself() }
    // Nearly every name is a single one.
    guard reference.pathStart < reference.pathEnd else { return find(reference.first) }
    var value = find(reference.first)
    for index in Int(reference.pathStart)..<Int(reference.pathEnd) {
      guard case .view(let view) = value else { return .absent }
      let row = row(of: view)
      let slot = shapes.slot(of: program.pathNames[index], row: row)
      value = slot == ShapeTable.noSlot ? .absent : self.value(slot, view.values)
    }
    return value
  }

  /// `mutating`, as the next: from a function that changes the renderer, any other would be given a copy of all of it.
  private mutating func find(_ name: NameID) -> ViewValue {
    guard let place = locate(name) else { return .absent }
    return place.isFlag ? .flag(place.value.pointee.isTrue) : place.value.pointee
  }

  @inline(__always)
  private mutating func value(_ slot: UInt16, _ values: [ViewValue]) -> ViewValue {
    if slot & ShapeTable.isFlag == 0 { return values[Int(slot)] }
    return .flag(values[Int(slot & ~ShapeTable.isFlag)].isTrue)
  }

  /// `.`
  private mutating func itself() -> ViewValue {
    let innermost = contexts[contexts.count - 1]
    guard innermost.row >= 0 else { return innermost.other }
    return .view(View(shapes.shape(row: innermost.row), innermost.values))
  }

  mutating func context(_ value: ViewValue) -> Context {
    guard case .view(let view) = value else { return Context(values: [], row: -1, other: value) }
    return context(view)
  }

  mutating func context(_ view: View) -> Context {
    Context(values: view.values, row: row(of: view), other: .absent)
  }

  private mutating func row(of view: View) -> Int {
    let identity = view.shapeIdentity
    if let last = lastShape, last.identity == identity { return last.row }
    // A shape that no root reaches comes only with templates that were compiled leniently.
    let row = shapes.row(of: identity) ?? shapes.append(view.shape)
    lastShape = (identity, row)
    return row
  }
}
