import Diagnostics
import Indicators

/// A target that a sentence of a site promises, and where.
package struct ExtractedTarget: Sendable {
  package let draft: DraftTarget
  /// The folder of the plan below `Content/`.
  let plan: String
  /// The path of the section as `from` writes it, relative to the plan: `talent/box`. Nil for the plan's own page.
  package let section: String?
  /// The id of the programme, if the register has one of that name.
  package let programmeID: String?
  /// The location of the number.
  package let location: SourceLocation
  /// Whether an indicator quotes the sentence.
  let isQuoted: Bool
  /// Whether an indicator quotes the sentence and has this number.
  package let isKnown: Bool
  /// Whether an author has put the sentence aside.
  package let isPutAside: Bool
  /// The id of the indicator that quotes the sentence before its change.
  package var changedIndicator: String?
  /// The indicator without a quotation that has its name.
  package var namesake: Namesake?

  /// An indicator with the name and unit of a target and without a quotation, such as one that was imported from a table.
  package struct Namesake: Sendable {
    package let id: String
    /// The number that it has for the year of the target, if the sentence has another; nil if they agree.
    package let otherNumber: String?
  }

  /// Whether it is a change from an unstated baseline. Such an entry would be invalid.
  package var needsBaseline: Bool {
    switch draft.goal {
    case .change, .relative: draft.baseline == nil
    default: false
    }
  }
}
