import Bytes
import Markup

/// The value of one name in a template.
public enum ViewValue: Sendable {
  /// Prints nothing, and is false.
  case absent
  /// Escaped where it is printed; true unless empty.
  case text(String)
  /// Text that is part of a larger array.
  case textSlice(ByteSlice)
  /// Markup, printed unchanged; true unless empty.
  case html(HTML)
  /// HTML that is part of a larger array.
  case htmlSlice(ByteSlice)
  /// HTML that is written straight into the output.
  case deferred(DeferredHTML)
  case flag(Bool)
  case view(View)
  case list([View])
  /// A list of any values, for templates that were compiled leniently: it has no shape to check them against.
  case items([ViewValue])
  /// Values by name, for templates that were compiled leniently.
  case members([String: ViewValue])
}

extension ViewValue {
  /// Whether a section over it is entered.
  var isTrue: Bool {
    switch self {
    case .absent: false
    case .text(let text): !text.isEmpty
    case .html(let html): !html.isEmpty
    case .textSlice(let slice), .htmlSlice(let slice): !slice.isEmpty
    case .deferred(let html): !html.isEmpty
    case .flag(let flag): flag
    case .view, .members: true
    case .list(let views): !views.isEmpty
    case .items(let items): !items.isEmpty
    }
  }
}
