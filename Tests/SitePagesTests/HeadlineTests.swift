import Testing

@testable import SitePages

struct HeadlineTests {
  @Test(
    "A range of years stays on one line, whatever its dash, and the rest is escaped",
    arguments: [
      ("Strategic plan 2023–2027", "Strategic plan <span class=\"range\">2023–2027</span>"),
      (
        "Plan 2021-2025 & 2026—2030",
        "Plan <span class=\"range\">2021-2025</span> &amp; <span class=\"range\">2026—2030</span>"
      ),
      ("2021～2025年", "<span class=\"range\">2021～2025</span>年"),
      ("The mid-term revision", "The <span class=\"range\">mid-term</span> revision"),
      ("Roads – a plan", "Roads – a plan"),
      ("Longer-than-fits-a-phone", "Longer-than-fits-a-phone"),
      (
        "a-" + String(repeating: "b", count: 14),
        "<span class=\"range\">a-" + String(repeating: "b", count: 14) + "</span>"
      ),
      ("a-" + String(repeating: "b", count: 15), "a-" + String(repeating: "b", count: 15)),
      (String(repeating: "-", count: 4000), String(repeating: "-", count: 4000)),
      ("Roads -5", "Roads -5"), ("5–", "5–"), ("1–2–3", "<span class=\"range\">1–2</span>–3"), ("", ""),
    ])
  func ranges(title: String, html: String) {
    #expect(String(decoding: Headline.html(title).bytes, as: UTF8.self) == html)
  }
}
