import Figures
import Markup
import Indicators
extension SiteRenderer {
  func indicatorPages() -> [OutputFile] { [] }
  func statusCounts(_ places: some Sequence<Int>, language: Language) -> [StatusCountView] { [] }
  func table(_ places: [Int], of route: Route, language: Language, prefix: String, caption: String? = nil, columns: [IndicatorColumn] = []) -> HTML { HTML() }
}
extension RegisterResolver { mutating func addIndicators() {} }
