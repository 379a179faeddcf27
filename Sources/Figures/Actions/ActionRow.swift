import Actions
import Indicators

/// An action in a table or a time line, with the links of the page that shows it.
package struct ActionRow: Sendable {
  package let action: Action
  package let standing: ActionStanding
  /// The address of its page; nil if it no longer has one.
  package let url: String?
  package let department: IndicatorRow.Link?
  /// The heading above it; nil for none.
  package let group: String?
  /// Values of `data-` attributes, by which a script filters.
  package let facets: [(name: StaticString, value: String)]
  /// A remark below the name, such as that the plan no longer has the action.
  package let remark: String?

  package init(
    action: Action, standing: ActionStanding, url: String?, department: IndicatorRow.Link?, group: String?,
    facets: [(name: StaticString, value: String)], remark: String? = nil
  ) {
    self.remark = remark
    self.action = action
    self.standing = standing
    self.url = url
    self.department = department
    self.group = group
    self.facets = facets
  }
}

/// The words around actions, in the page's language.
package struct ActionTableWords: Sendable {
  package let name: String
  package let dates: String
  package let department: String
  /// The label of the department that answers for all rows, above the table.
  package let ownerOfAll: String
  package let progress: String
  package let state: String
  /// The accessible name of the scrolling frame.
  package let frame: String
  /// The rule of the states; nil where the page says it elsewhere.
  package let rule: String?

  package init(
    name: String, dates: String, department: String, ownerOfAll: String, progress: String, state: String,
    frame: String, rule: String?
  ) {
    self.ownerOfAll = ownerOfAll
    self.name = name
    self.dates = dates
    self.department = department
    self.progress = progress
    self.state = state
    self.frame = frame
    self.rule = rule
  }
}
