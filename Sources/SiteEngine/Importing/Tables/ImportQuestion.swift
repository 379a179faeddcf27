import Diagnostics
import Indicators

/// A question that the table does not answer.
package struct ImportQuestion: Error, Hashable {
  package enum Kind: String, Hashable, Sendable {
    case sheet, plan, end, measure, comma
    /// Whether a text is a new version of one that was imported before.
    case version
  }

  package let kind: Kind
  /// Ends with a question mark.
  package let text: Message
  /// The possible answers.
  package let choices: [String]

  /// The option of the command line that answers it.
  package var option: String {
    switch kind {
    case .end: "--end-year"
    case .version: "--version-of"
    default: "--\(kind.rawValue)"
    }
  }
}

/// The answers that were given, by options or on the terminal.
package struct ImportAnswers: Sendable {
  /// The name of the sheet to import.
  package var sheet: String?
  /// The plan's folder.
  package var plan: String?
  /// The file of which a text is a new version, or `none`.
  package var earlierVersion: String?
  /// The meaning of a column for the plan's last year.
  package var end: EndYear?
  /// The meaning of the values of an increase.
  package var measure: Measure?

  /// The meaning of a comma in a number.
  package var comma: Comma?

  package enum Comma: String, CaseIterable, Sendable {
    case thousands, decimals
  }

  package enum EndYear: String, CaseIterable, Sendable {
    case target, value
  }

  package init() {}
}
