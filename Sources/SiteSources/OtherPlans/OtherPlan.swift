import DataFormats
import Indicators

/// A plan of another planpress site, as `site.yaml` names it: `other-plans: {national: https://example.org/plan/}`.
package struct OtherPlanSetting: Sendable {
  /// Its name in `aligns-with`, and the name of its file.
  package let name: Located<String>
  /// The address of the other site.
  package let url: BaseURL
  package let title: String?
  /// Its name on the other site, if that has several plans; nil for all of them.
  package let plan: String?

  /// The address that `planpress refresh` fetches.
  package var dataAddress: String { "\(url.origin)\(url.path)data/indicators.json" }
}

/// The targets of another site's plan, as the copy in this site's folder has them.
package struct OtherPlan: Sendable {
  /// The version of the format that this program writes and reads.
  package static let version = 1
  package static let format = "planpress-other-plan"

  package struct Target: Sendable {
    package let id: String
    package let url: String?
    /// Without figures.
    package let indicator: Indicator
  }

  /// In the order of the other site.
  package let targets: [Target]
}
