/// For every shape and every name that templates use the slot of the field, in one dense array.
struct ShapeTable: Sendable {
  /// Which field of a shape a name means.
  struct Entry: Sendable {
    private let bits: UInt16

    private static let flag: UInt16 = 0x8000
    /// The shape has no field of the name.
    static let none = Entry(bits: .max)

    private init(bits: UInt16) { self.bits = bits }

    init(slot: Int, isFlagOfList: Bool) {
      precondition(slot < Int(Entry.flag) - 1, "a shape has too many fields")
      bits = UInt16(slot) | (isFlagOfList ? Entry.flag : 0)
    }

    var isField: Bool { bits != .max }
    /// The index of the field; for the flag of a list, of the list.
    var slot: Int { Int(bits & ~Entry.flag) }
    var isFlagOfList: Bool { bits & Entry.flag != 0 }
  }

  private let shapes: [ObjectIdentifier]
  private let valueCounts: [Int]
  private var entries: [Entry]
  /// Entries of one shape.
  private let width: Int

  init(_ shapes: [ViewShape], names: TemplateNames) {
    self.shapes = shapes.map { ObjectIdentifier($0) }
    valueCounts = shapes.map(\.valueCount)
    width = names.count
    entries = Array(repeating: .none, count: shapes.count * names.count)
    for (index, shape) in shapes.enumerated() {
      for (slot, field) in shape.fields.enumerated() {
        guard let id = names.existingID(of: field.name) else { continue }
        let flag = slot - shape.valueCount
        entries[index * width + Int(id)] =
          flag < 0 ? Entry(slot: slot, isFlagOfList: false) : Entry(slot: shape.lists[flag], isFlagOfList: true)
      }
    }
  }

  /// Nil for a shape that no root reaches.
  func index(of shape: ObjectIdentifier) -> Int? { shapes.firstIndex(of: shape) }

  func valueCount(ofShape index: Int) -> Int { valueCounts[index] }

  func entry(of name: NameID, shape index: Int) -> Entry { entries[index * width + Int(name)] }
}

/// All shapes that templates can reach from the given ones, each once, in the order of their fields.
func reachableShapes(from roots: [ViewShape]) -> [ViewShape] {
  var shapes: [ViewShape] = []
  var seen: Set<ObjectIdentifier> = []
  func add(_ shape: ViewShape) {
    guard seen.insert(ObjectIdentifier(shape)).inserted else { return }
    precondition(shapes.count < 10_000, "the fields of '\(shape.name)' must be a static let")
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
