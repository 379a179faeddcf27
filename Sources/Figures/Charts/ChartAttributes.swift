/// The looks of the classes of a drawing without a style sheet: the light theme, with the site's own accent colour.
struct ChartAttributes {
  /// The accent colour, as `#1d3f75`; nil for that of the theme.
  let accent: String?

  /// The presentation attributes of a class; SVG 2, §6.6.
  func of(_ className: String) -> String {
    guard let attributes = Self.all[className] else {
      preconditionFailure("the class '\(className)' has no attributes")
    }
    guard let accent else { return "\(attributes)" }
    return "\(attributes)".replacing(Self.themeAccent, with: accent)
  }

  private static let themeAccent = "#1d3f75"

  /// The attributes of each class that drawings use.
  static let all: [String: StaticString] = [
    "paper": " fill=\"#fff\"",
    "title": " fill=\"#1c1d1f\" font-size=\"20\" font-weight=\"700\"",
    "name-label": " fill=\"#1c1d1f\"",
    "baseline-label": " fill=\"#585c63\"",
    "tick": " fill=\"#585c63\"",
    "value-label": " fill=\"#1c1d1f\" font-weight=\"600\"",
    "compare-label": " fill=\"#1d5a86\"",
    "target-label": " fill=\"#1d3f75\" font-weight=\"600\"",
    "plan-years": " fill=\"#f5f4f0\"",
    "grid": " stroke=\"#d9d7d0\"",
    "axis": " stroke=\"#8d8c86\"",
    "break": " stroke=\"#8d8c86\" stroke-dasharray=\"3 3\"",
    "series":
      " fill=\"none\" stroke=\"#1c1d1f\" stroke-width=\"2.25\" stroke-linejoin=\"round\" stroke-linecap=\"round\"",
    "series from-baseline": " fill=\"none\" stroke=\"#8d8c86\" stroke-width=\"2\"",
    "point": " fill=\"#1c1d1f\"",
    "point done": " fill=\"#1c1d1f\"",
    "bar-fill": " fill=\"#1c1d1f\"",
    "point hollow": " fill=\"#fff\" stroke=\"#1c1d1f\" stroke-width=\"1.5\"",
    "baseline-point": " fill=\"#fff\" stroke=\"#1c1d1f\" stroke-width=\"1.5\"",
    "column hollow": " fill=\"#fff\" stroke=\"#1c1d1f\" stroke-width=\"1.5\"",
    "bar-fill bar-below": " fill=\"#fff\" stroke=\"#1c1d1f\" stroke-width=\"1.5\"",
    "range": " fill=\"none\" stroke=\"#585c63\" stroke-width=\"1.5\"",
    "revised": " fill=\"none\" stroke=\"#a3271c\" stroke-width=\"1.5\"",
    "path": " fill=\"none\" stroke=\"#585c63\" stroke-width=\"2\" stroke-dasharray=\"0.1 5\" stroke-linecap=\"round\"",
    "projection": " fill=\"none\" stroke=\"#1c1d1f\" stroke-width=\"1.5\" stroke-dasharray=\"7 5\"",
    "target-line": " stroke=\"#1d3f75\" stroke-width=\"1.5\"",
    "target-point": " fill=\"#fff\" stroke=\"#1d3f75\" stroke-width=\"2\"",
    "point broken": " fill=\"#fff\" stroke=\"#a3271c\" stroke-width=\"2\"",
    "original": " fill=\"none\" stroke=\"#585c63\" stroke-width=\"1.25\" stroke-dasharray=\"14 4\"",
    "original-point": " fill=\"#fff\" stroke=\"#585c63\" stroke-width=\"1.5\"",
    "band": " fill=\"#1d3f75\" fill-opacity=\"0.16\"",
    "hatch": " stroke=\"#a3271c\" stroke-width=\"2.5\" stroke-opacity=\"0.4\"",
    "bar-track": " fill=\"#d9d7d0\"",
    "bar-halo": " stroke=\"#fff\" stroke-width=\"6\"",
    "bar-time": " stroke=\"#585c63\" stroke-width=\"2\"",
    // Filled with the hatching.
    "forbidden": "",
    "column": " fill=\"#1c1d1f\" fill-opacity=\"0.78\"",
    "column baseline": " fill=\"#8d8c86\" fill-opacity=\"0.6\"",
    "compare compare-1": " fill=\"none\" stroke=\"#1d5a86\" stroke-width=\"1.5\"",
    "compare compare-2": " fill=\"none\" stroke=\"#1d5a86\" stroke-width=\"1.5\" stroke-dasharray=\"9 3\"",
    "compare compare-3": " fill=\"none\" stroke=\"#1d5a86\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\"",
    "compare compare-4": " fill=\"none\" stroke=\"#1d5a86\" stroke-width=\"1.5\" stroke-dasharray=\"9 3 2 3\"",
    "compare-point": " fill=\"#1d5a86\"",
  ]
}
