import Figures
import Indicators
import Markup
import SiteModel
import SiteSources
import Templates

/// The parts of an indicator by one dimension, or by several together.
struct DimensionView: TemplateView {
  let dimension: PartsTables.Dimension
  let anchor: String

  /// A page of an indicator is not larger than 300 KB: so much of it may be tables of the parts of its leading figures, and as
  /// much again those of all others.
  static let limit = 120_000

  static func facetLimit(of owner: ResolvedIndicator) -> Int { limit / max(1, owner.facets.count) }

  static func list(
    _ indicator: Indicator, limit: Int, prefix: String, _ site: ResolvedSite, _ language: Language
  ) -> [DimensionView] {
    PartsTables(indicator, language: language.words, labels: site.labels(language)).dimensions(limit: limit)
      .enumerated().map {
        DimensionView(dimension: $1, anchor: "\(prefix)-\($0 + 1)")
      }
  }

  static let fields = ViewFields<Self>(
    "Dimension",
    [
      .text("anchor", "its anchor on the page") { $0.anchor },
      .text("name", "the column, or the columns, of the data file") { $0.dimension.name },
      .text("count", "the number of its parts") { String($0.dimension.count) },
      .html("table", "the parts as rows and the periods as columns; empty if the page has no room for it") {
        $0.dimension.html
      },
    ])
}
