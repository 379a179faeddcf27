import Bytes
import Markup

/// What one name of a view holds.
package enum ViewValue: Sendable {
  /// Renders as nothing, and is false.
  case absent
  /// Escaped where it is printed; true unless empty.
  case text(String)
  /// The same; whoever prints it says where it stands on the page.
  case marked(String, HTMLSlot)
  /// The same of what is a part of a larger text.
  case textSlice(ByteSlice)
  /// Printed as it stands; true unless empty.
  case html(HTML)
  case htmlSlice(ByteSlice)
  /// The same, written straight to its place on the page.
  case late(LateHTML)
  case flag(Bool)
  case view(View)
  case list([View])
  /// A list of anything, as Mustache data may have: for templates that were compiled leniently. What a checked
  /// template may do with an item is known from a shape only, so it gets `list`.
  case items([ViewValue])
}

/// HTML that is made when it is printed, each time, for what is large: a page's text would otherwise be copied twice.
package final class LateHTML: Sendable {
  /// Whether `write` appends nothing.
  let isEmpty: Bool
  let slot: HTMLSlot?
  let write: @Sendable (inout ByteBuffer) -> Void

  package init(isEmpty: Bool, slot: HTMLSlot? = nil, write: @escaping @Sendable (inout ByteBuffer) -> Void) {
    self.isEmpty = isEmpty
    self.slot = slot
    self.write = write
  }
}

/// The data that a template shows: a value for every field of a shape.
package struct View: Sendable {
  package var shape: ViewShape { kept.takeUnretainedValue() }
  /// Not counted: a shape lives as long as the program, and all threads would change its one count for each view.
  private let kept: Unmanaged<ViewShape>
  /// In the order of `shape.fields`, without the flags of its lists: those follow from the lists.
  package let values: [ViewValue]

  /// One value for each field that the shape was given; the flags of its lists follow by themselves.
  package init(_ shape: borrowing ViewShape, _ values: [ViewValue]) {
    precondition(values.count == shape.givenCount, "view '\(shape.name)' needs one value for each field")
    kept = .passUnretained(shape)
    self.values = values
    assert(firstMismatch == nil, "view '\(shape.name)' holds another kind of value in '\(firstMismatch ?? "")'")
  }

  /// What tells its shape from others, and is no reference.
  var shapeIdentity: ShapeIdentity { ShapeIdentity(kept) }

  private var firstMismatch: String? {
    zip(shape.fields, values).first { field, value in !value.fits(field) }?.0.name
  }
}

extension ViewValue {
  /// Whether a section over it is entered.
  var isTrue: Bool {
    switch self {
    case .absent: false
    case .text(let text), .marked(let text, _): !text.isEmpty
    case .html(let html): !html.isEmpty
    case .textSlice(let slice), .htmlSlice(let slice): !slice.isEmpty
    case .late(let html): !html.isEmpty
    case .flag(let flag): flag
    case .view: true
    case .list(let views): !views.isEmpty
    case .items(let items): !items.isEmpty
    }
  }

  fileprivate func fits(_ field: ViewField) -> Bool {
    switch (self, field.kind) {
    case (.absent, _): field.isOptional
    case (.text, .text), (.marked, .text), (.textSlice, .text), (.flag, .flag): true
    case (.html, .html), (.htmlSlice, .html), (.late, .html): true
    case (.view(let view), .view(let shape)): view.shape === shape()
    case (.list(let views), .list(let shape)): views.allSatisfy { [shape = shape()] in $0.shape === shape }
    case (.items, .list): true  // lenient data only
    default: false
    }
  }
}
