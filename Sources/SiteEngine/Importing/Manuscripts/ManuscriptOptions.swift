import Indicators
import Manuscripts

/// The options of an import of texts, besides the files.
package struct ManuscriptOptions: Sendable {
  /// The plan's folder, if the site has several.
  package var plan: String?
  /// The title of a new plan; nil to take it from the text or the file's name.
  package var title: String?
  /// The years of a new plan; nil to take them from the text.
  package var years: ClosedRange<Int>?
  /// The file that was imported before and of which this is a new version under another name; `none` for a text of its own.
  package var earlierVersion: String?
  /// How many levels of sections become pages of their own.
  package var levels = 2

  package init() {}

  /// The two years that an answer such as `2026-2030` or *2026 to 2030* names; nil for any other text.
  package static func years(in answer: String) -> ClosedRange<Int>? { PlanYears.answered(answer) }
}

/// Converts a file that planpress does not read itself. `format` is the name that pandoc has for it. Returns pandoc's
/// JSON. Throws a `ConversionFailure`.
package typealias DocumentConversion = (_ format: String, _ bytes: [UInt8]) throws -> [UInt8]
