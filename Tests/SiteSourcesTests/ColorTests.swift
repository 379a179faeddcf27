import Testing

@testable import SiteSources

struct ColorTests {
  @Test("A colour has three or six digits")
  func reads() {
    #expect(Color("#159")?.description == "#115599")
    #expect(Color("#1D3f75")?.description == "#1d3f75")
    for text in ["1d3f75", "#1d3f7", "#1d3f7g", "red", "#", "#１２３"] { #expect(Color(text) == nil, "\(text)") }
  }

  /// The contrasts are those of the formula in WCAG 2.2, worked out with another program.
  @Test(
    "Contrast",
    arguments: [
      ("#000000", 21), ("#ffffff", 1), ("#767676", 4.54), ("#1d3f75", 10.40), ("#ff0000", 4.0), ("#808080", 3.95),
    ])
  func contrast(text: String, expected: Double) throws {
    let color = try #require(Color(text))
    #expect(abs(color.contrast(with: .paper) - expected) < 0.01)
  }

  @Test(
    "What is derived from any colour can be read",
    arguments: ["#ffff00", "#00ff00", "#123456", "#000000", "#ffffff", "#0000ff"])
  func derived(text: String) throws {
    let color = try #require(Color(text))
    #expect(color.readableOnPaper.contrast(with: .paper) >= 4.5)
    #expect(color.onDark.contrast(with: .darkPaper) >= 7.5)
    #expect(color.strongerOnDark.contrast(with: .darkPaper) >= color.onDark.contrast(with: .darkPaper))
  }
}
