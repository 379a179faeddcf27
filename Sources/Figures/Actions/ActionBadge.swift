import Actions
import Bytes
import Indicators
import Markup
import Words

/// The state of an action as shape, word and colour, never as colour alone.
package enum ActionBadge {
  package static func html(_ state: ActionState, _ language: WordLanguage) -> HTML {
    var bytes = ByteBuffer()
    append(state, language, to: &bytes)
    return HTML(bytes: bytes.array)
  }

  static func append(_ state: ActionState, _ language: WordLanguage, to bytes: inout ByteBuffer) {
    bytes.append(markup: "<span class=\"status status-")
    bytes.append(markup: color(of: state))
    bytes.append(
      markup: "\"><svg class=\"status-icon\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\">")
    bytes.append(markup: shape(of: state))
    bytes.append(markup: "</svg><span class=\"status-word\">")
    bytes.appendEscaped(ActionWords.word(for: state, language))
    bytes.append(markup: "</span></span>")
  }

  /// The shape with an accessible name, for use beside a name in running text.
  package static func mark(_ state: ActionState, _ language: WordLanguage) -> HTML {
    var bytes = ByteBuffer()
    bytes.append(markup: "<span class=\"status-mark status-")
    bytes.append(markup: color(of: state))
    bytes.append(markup: "\"><svg class=\"status-icon\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" role=\"img\"")
    bytes.append(attribute: "aria-label", ActionWords.word(for: state, language))
    bytes.append(markup: ">")
    bytes.append(markup: shape(of: state))
    bytes.append(markup: "</svg></span>")
    return HTML(bytes: bytes.array)
  }

  /// The class name of the indicator status that has the state's colour.
  static func color(of state: ActionState) -> StaticString {
    switch state {
    case .overdue: "missed"
    case .shouldHaveStarted, .stepOverdue, .delayed: "behind"
    case .started: "started"
    case .planned: "planned"
    case .done: "done"
    case .stopped: "not-assessable"
    }
  }

  private static func shape(of state: ActionState) -> StaticString {
    switch state {
    case .overdue: StatusBadge.shape(of: .missed)
    // A clock.
    case .shouldHaveStarted, .stepOverdue:
      "<path fill-rule=\"evenodd\" d=\"M8 1.500a6.500 6.500 0 1 1 0 13a6.500 6.500 0 0 1 0-13zM7.200 4v4.700l3.400 2 .8-1.400-2.600-1.500V4z\"/>"
    case .delayed: StatusBadge.shape(of: .behind)
    case .started: StatusBadge.shape(of: .started)
    case .planned: StatusBadge.shape(of: .planned)
    case .done: StatusBadge.shape(of: .achieved)
    // A disc that is crossed out.
    case .stopped:
      "<path fill-rule=\"evenodd\" d=\"M8 1a7 7 0 1 1 0 14a7 7 0 0 1 0-14zM4.600 3.400a5.700 5.700 0 0 1 8 8zM3.400 4.600a5.700 5.700 0 0 0 8 8z\"/>"
    }
  }
}
