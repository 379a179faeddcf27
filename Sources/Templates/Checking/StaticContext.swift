/// The context stack as far as it is known before rendering.
///
/// A name refers to the innermost view that has it, so of several views with one shape only the innermost counts. Each
/// shape is listed once, and there are finitely many contexts however deep the data is.
struct StaticContext: Hashable {
  /// The kind of `.`.
  enum Innermost: Hashable {
    case view, text, html
  }

  /// Indices of shapes, innermost first.
  private(set) var shapes: [Int]
  private(set) var innermost: Innermost = .view

  init(_ shape: Int) {
    shapes = [shape]
  }

  func entering(shape: Int) -> StaticContext {
    var inner = self
    inner.shapes.removeAll { $0 == shape }
    inner.shapes.insert(shape, at: 0)
    inner.innermost = .view
    return inner
  }

  func entering(_ innermost: Innermost) -> StaticContext {
    var inner = self
    inner.innermost = innermost
    return inner
  }
}

/// The shapes that templates are checked against, by index.
struct KnownShapes {
  let shapes: [ViewShape]
  private let indices: [ObjectIdentifier: Int]
  private let fields: [[String: ViewField]]

  init(_ roots: [ViewShape]) {
    shapes = reachableShapes(from: roots)
    indices = Dictionary(uniqueKeysWithValues: shapes.enumerated().map { (ObjectIdentifier($1), $0) })
    fields = shapes.map { shape in Dictionary(uniqueKeysWithValues: shape.fields.map { ($0.name, $0) }) }
  }

  func index(of shape: ViewShape) -> Int {
    guard let index = indices[ObjectIdentifier(shape)] else {
      preconditionFailure("the fields of '\(shape.name)' must be a static let")
    }
    return index
  }

  func field(_ name: String, of shape: Int) -> ViewField? {
    fields[shape][name]
  }
}
