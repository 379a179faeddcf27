import Figures
import Indicators
import Testing
import Words

@Suite("Status badges")
struct StatusBadgeTests {
  @Test("A badge has shape, word and class, and the shape is hidden from screen readers")
  func markup() {
    #expect(
      text(StatusBadge.html(Verdict(.notAssessable), .chinese)) == """
        <span class="status status-not-assessable"><svg class="status-icon" viewBox="0 0 16 16" width="16" height="16" \
        aria-hidden="true"><path d="M2.500 6.500h11v3h-11z"/></svg><span class="status-word">暂难判断</span></span>
        """)
  }

  @Test("Every status has a shape, a word and a class of its own", arguments: [WordLanguage.chinese, .english])
  func distinct(_ language: WordLanguage) {
    let badges = IndicatorStatus.allCases.map { text(StatusBadge.html(Verdict($0), language)) }
    for (start, end) in [("aria-hidden=\"true\">", "</svg>"), ("status-word\">", "</span>"), ("status status-", "\"")] {
      let parts = badges.flatMap { $0.all(between: start, and: end) }
      #expect(parts.count == badges.count)
      #expect(Set(parts).count == badges.count)
      #expect(!parts.contains(""))
    }
  }

  @Test("Only the class that cannot be judged is one dash: little change has two")
  func dashes() {
    let dashes = IndicatorStatus.allCases.filter { status in
      let shapes = text(StatusBadge.html(Verdict(status), .english)).all(between: " d=\"", and: "\"")
      return shapes.map { $0.filter(\.isLetter) } == ["Mhvhz"]
    }
    #expect(dashes == [.notAssessable])
  }
}
