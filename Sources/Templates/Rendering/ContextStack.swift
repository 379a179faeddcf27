/// The context stack of the Mustache specification, innermost last, with the values that its fields have had so far.
///
/// Each view on the stack has a block of slots, one for each field. A field is evaluated when a template first asks for
/// it, and its slot keeps the value. The block of a view that a field holds stays in place when its section is left, as
/// long as the field's own slot does: a template that enters the view again finds the values there.
struct ContextStack: ~Copyable {
  private let shapes: ShapeTable
  /// For templates that were compiled leniently: the names by id.
  private let names: TemplateNames
  private var contexts: [Context] = []
  private var slots: [Slot] = []
  /// How many of `slots` are in use.
  private var slotCount = 0
  /// The shape that was looked up last: the items of a list share one.
  private var lastShape: (shape: ObjectIdentifier, index: Int)?

  private struct Slot {
    var value = ViewValue.absent
    var isEvaluated = false
    /// The start of the block of the view in this slot; -1 if it has none.
    var block: Int32 = -1
  }

  private struct Context {
    /// The index of the view's shape in the shape table; -1 for a value without a shape.
    let shape: Int
    /// Nil for a value that is not a view.
    let view: View?
    /// The value, unless it is a view; then `.absent`.
    let other: ViewValue
    /// The start of its block of slots.
    let base: Int
    /// The start of the block of the innermost context that owns its slots: all slots from there on are removed
    /// together.
    let floor: Int
    /// Whether its slots are removed when it is popped.
    let ownsSlots: Bool

    init(_ view: View, shape: Int, base: Int, floor: Int, ownsSlots: Bool) {
      (self.shape, self.view, other) = (shape, view, .absent)
      (self.base, self.floor, self.ownsSlots) = (base, floor, ownsSlots)
    }

    init(_ value: ViewValue, base: Int, floor: Int, ownsSlots: Bool) {
      (shape, view, other) = (-1, nil, value)
      (self.base, self.floor, self.ownsSlots) = (base, floor, ownsSlots)
    }

    var value: ViewValue { view.map(ViewValue.view) ?? other }

    var hasMembers: Bool {
      if case .members = other { true } else { false }
    }
  }

  /// The place of a reference's value.
  enum Location {
    case nowhere
    /// At an index of `slots`, evaluated.
    case slot(Int)
    /// A value without a slot.
    case value(ViewValue)
  }

  init(_ templates: TemplateSet) {
    shapes = templates.shapes
    names = templates.names
    // Enough for most pages.
    contexts.reserveCapacity(8)
    slots.reserveCapacity(128)
  }
}

// MARK: - Looking up

extension ContextStack {
  /// The value of a reference: the innermost view that has the first name decides; a name after a dot is looked up in
  /// the value before the dot only.
  mutating func locate(_ reference: Reference, path: [NameID]) -> Location {
    guard reference.first >= 0 else { return .value(contexts[contexts.count - 1].value) }
    var location = locate(reference.first)
    for index in Int(reference.pathStart)..<Int(reference.pathEnd) { location = locate(path[index], in: location) }
    return location
  }

  subscript(index: Int) -> ViewValue {
    _read { yield slots[index].value }
  }

  func value(_ location: Location) -> ViewValue {
    switch location {
    case .nowhere: .absent
    case .slot(let index): slots[index].value
    case .value(let value): value
    }
  }

  func isTrue(_ location: Location) -> Bool {
    switch location {
    case .nowhere: false
    case .slot(let index): slots[index].value.isTrue
    case .value(let value): value.isTrue
    }
  }

  private mutating func locate(_ name: NameID) -> Location {
    var index = contexts.count - 1
    while index >= 0 {
      let base = contexts[index].base
      let shape = contexts[index].shape
      if shape >= 0 {
        let entry = shapes.entry(of: name, shape: shape)
        if entry.isField {
          let slot = base + entry.slot
          if !slots[slot].isEvaluated { evaluate(entry.slot, ofContext: index, into: slot) }
          return entry.isFlagOfList ? .value(.flag(slots[slot].value.isTrue)) : .slot(slot)
        }
      } else if contexts[index].hasMembers, slots[base + Int(name)].isEvaluated {
        return .slot(base + Int(name))
      }
      index -= 1
    }
    return .nowhere
  }

  /// Takes the closure out of the context, and not the view: each copy changes a reference count.
  private mutating func evaluate(_ field: Int, ofContext index: Int, into slot: Int) {
    switch contexts[index].view?.content {
    case .lazy(let evaluate): slots[slot].value = evaluate(field)
    case .evaluated(let values): slots[slot].value = values[field]
    case nil: return
    }
    slots[slot].isEvaluated = true
  }

  private mutating func evaluate(_ field: Int, of view: borrowing View, into slot: Int) {
    slots[slot].value = view.value(at: field)
    slots[slot].isEvaluated = true
  }

  /// A name after a dot.
  private mutating func locate(_ name: NameID, in location: Location) -> Location {
    switch value(location) {
    case .view(let view):
      let entry = shapes.entry(of: name, shape: shapeIndex(of: view))
      guard entry.isField else { return .nowhere }
      if !view.isEvaluated, case .slot(let slot) = location, let base = block(of: view, in: slot) {
        return locate(entry, of: view, base: base)
      }
      let value = view.value(at: entry.slot)
      return .value(entry.isFlagOfList ? .flag(value.isTrue) : value)
    case .members(let members):
      guard let value = members[names.name(of: name)] else { return .nowhere }
      return .value(value)
    default: return .nowhere
    }
  }

  /// A field of a view whose block begins at `base`.
  private mutating func locate(_ entry: ShapeTable.Entry, of view: borrowing View, base: Int) -> Location {
    let slot = base + entry.slot
    if !slots[slot].isEvaluated { evaluate(entry.slot, of: view, into: slot) }
    return entry.isFlagOfList ? .value(.flag(slots[slot].value.isTrue)) : .slot(slot)
  }

  private mutating func shapeIndex(of view: View) -> Int {
    if let lastShape, lastShape.shape == view.shape { return lastShape.index }
    guard let index = shapes.index(of: view.shape) else {
      preconditionFailure("a template can reach only views of the shapes that it was checked for")
    }
    lastShape = (view.shape, index)
    return index
  }
}

// MARK: - Entering and leaving

extension ContextStack {
  /// Pushes a value as the innermost context.
  mutating func push(_ location: Location) {
    switch location {
    case .nowhere: push(.absent)
    case .value(let value): push(value)
    case .slot(let slot):
      let value = slots[slot].value
      if case .view(let view) = value, let base = block(of: view, in: slot) {
        contexts.append(Context(view, shape: shapeIndex(of: view), base: base, floor: floor, ownsSlots: false))
      } else {
        push(value)
      }
    }
  }

  mutating func push(_ value: ViewValue) {
    let base = slotCount
    switch value {
    case .view(let view):
      let shape = shapeIndex(of: view)
      appendSlots(shapes.valueCount(ofShape: shape))
      contexts.append(Context(view, shape: shape, base: base, floor: base, ownsSlots: true))
    case .members(let members):
      appendSlots(names.count)
      for (name, member) in members {
        guard let id = names.existingID(of: name) else { continue }
        slots[base + Int(id)] = Slot(value: member, isEvaluated: true)
      }
      contexts.append(Context(value, base: base, floor: base, ownsSlots: true))
    default:
      contexts.append(Context(value, base: base, floor: floor, ownsSlots: false))
    }
  }

  mutating func pop() {
    let last = contexts.removeLast()
    if last.ownsSlots { slotCount = last.base }
  }

  private var floor: Int { contexts.last?.floor ?? 0 }

  /// The start of the block of the view in a slot; a missing block is appended. Nil if the block would be removed
  /// before the slot: the slot belongs to a context further out.
  private mutating func block(of view: View, in slot: Int) -> Int? {
    if slots[slot].block >= 0 { return Int(slots[slot].block) }
    guard slot >= floor else { return nil }
    let base = slotCount
    slots[slot].block = Int32(base)
    appendSlots(shapes.valueCount(ofShape: shapeIndex(of: view)))
    return base
  }

  /// Slots are used again, and keep their last values until then: removing and appending them took 2 % of a build.
  private mutating func appendSlots(_ count: Int) {
    let end = slotCount + count
    while slots.count < end { slots.append(Slot()) }
    for index in slotCount..<end {
      slots[index].isEvaluated = false
      slots[index].block = -1
    }
    slotCount = end
  }
}
