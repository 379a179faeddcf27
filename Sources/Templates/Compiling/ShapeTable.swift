/// For every shape and every interned name the slot of the field, in one dense array.
struct ShapeTable: Sendable {
  /// There is no such field.
  static let noSlot = UInt16.max
  /// Stands in the slot of a list's flag, beside the slot of the list itself.
  static let isFlag: UInt16 = 0x8000

  private var shapes: [ViewShape] = []
  /// The same shapes, compared while rendering without touching their reference counts.
  private var identities: [ShapeIdentity] = []
  private var slots: [UInt16] = []
  private let names: NameTable
  /// Slots of one shape: at least 1, so that each shape has a row of its own.
  private let width: Int

  init(_ shapes: [ViewShape], names: NameTable) {
    self.names = names
    width = max(1, names.count)
    for shape in shapes { _ = append(shape) }
  }

  /// Where the slots of a shape begin; nil for one that the templates were not compiled for.
  func row(of identity: ShapeIdentity) -> Int? {
    for index in 0..<identities.count where identities[index] == identity { return index * width }
    return nil
  }

  func shape(row: Int) -> ViewShape {
    shapes[row / width]
  }

  mutating func append(_ shape: ViewShape) -> Int {
    precondition(shape.fields.count < Int(ShapeTable.isFlag), "shape '\(shape.name)' has too many fields")
    let row = slots.count
    shapes.append(shape)
    identities.append(ShapeIdentity(shape))
    slots.append(contentsOf: repeatElement(ShapeTable.noSlot, count: width))
    for (slot, field) in shape.fields.enumerated() {
      guard let id = names.existingID(of: field.name) else { continue }
      let flag = slot - shape.givenCount
      slots[row + Int(id)] = flag < 0 ? UInt16(slot) : UInt16(shape.lists[flag]) | ShapeTable.isFlag
    }
    return row
  }

  func slot(of name: NameID, row: Int) -> UInt16 {
    slots[row + Int(name)]
  }
}

/// All shapes that templates can reach from the given ones, each once, in the order of their fields.
func reachableShapes(from roots: [ViewShape]) -> [ViewShape] {
  var shapes: [ViewShape] = []
  var seen: Set<ObjectIdentifier> = []
  func add(_ shape: ViewShape) {
    guard seen.insert(ObjectIdentifier(shape)).inserted else { return }
    precondition(shapes.count < 10_000, "a shape is made anew at each use: keep '\(shape.name)' in a static let")
    shapes.append(shape)
  }
  for root in roots { add(root) }
  var next = 0
  while next < shapes.count {
    for field in shapes[next].fields { if let shape = field.kind.shape { add(shape) } }
    next += 1
  }
  return shapes
}
