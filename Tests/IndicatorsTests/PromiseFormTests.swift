import Indicators
import Testing

/// Sentences that look like targets of another kind.
@Suite struct PromiseFormTests {
  private static let plan = PlanPeriod(start: 2026, end: 2030)

  @Test(
    "The days of a date count nothing, and neither does a sentence with nothing else",
    arguments: [
      "Plan period: 1 April 2026 to 31 March 2031.", "The plan will run from the 1st of April 2026 to March 31, 2031.",
      "We will publish a report by 15 Sept. 2027.",
    ])
  func dates(sentence: String) {
    #expect(rows(of: sentence, Self.plan).filter { !$0.hasSuffix("| milestone") && !$0.contains("| done |") } == [])
  }

  @Test("A date beside a number leaves the number")
  func dateAndNumber() {
    #expect(
      rows(of: "By 31 March 2029 we will plant 500 trees.", Self.plan) == [
        "Trees planted | 500 trees | increase | 2029 (By 31 March 2029)"
      ])
  }

  @Test("What is saved is an increase, and substances share the end of the last name")
  func savings() {
    #expect(
      rows(of: "到2030年，化学需氧量、氨氮重点工程减排量分别达到2600吨、90吨。", Self.plan) == [
        "化学需氧量重点工程减排量 | 2600 吨 | increase | 2030 (到2030年)", "氨氮重点工程减排量 | 90 吨 | increase | 2030 (到2030年)",
      ])
    #expect(
      rows(of: "到2030年，氮氧化物、挥发性有机物、氨氮排放总量分别控制在3万吨、2万吨、1万吨以内。", Self.plan).map {
        $0.prefix { $0 != " " }
      } == ["氮氧化物排放总量", "挥发性有机物排放总量", "氨氮排放总量"])
    #expect(
      rows(of: "到2030年，城市、县城污水处理率分别达到98%、95%。", Self.plan).map { $0.prefix { $0 != " " } } == ["城市污水处理率", "县城污水处理率"])
  }

  @Test(
    "How long a thing is open is a level, and nothing that is opened",
    arguments: [
      ("Every library will be open 60 hours a week.", "Opening hours of every library | 60 hours a week | level"),
      (
        "Libraries will be open for at least 60 hours a week.",
        "Opening hours of libraries | 60 hours a week | level >="
      ),
      ("We will open 12 libraries by 2029.", "Libraries opened | 12 libraries | increase | 2029 (by 2029)"),
    ])
  func opening(sentence: String, row: String) {
    #expect(rows(of: sentence, Self.plan) == [row])
  }

  @Test(
    "The subject is that of the number's own clause, and a sentence needs no preposition",
    arguments: [
      (
        "We will work with operators to improve the fleet, and at least 60% of buses will be electric by 2029.",
        "Buses electric | 60 % | level >= | 2029 (by 2029)"
      ),
      ("Unemployment will stay between 3% and 4%.", "Unemployment | 3 to 4 % | level"),
      (
        "By 2030, 9 out of 10 residents will live within 400 m of a bus stop.",
        "Residents live within 400 m of a bus stop | 90 % | level | 2030 (By 2030)"
      ),
      ("Fish stocks to rise 20 per cent by 2031.", "Fish stocks | change 20% | level | 2031 (by 2031)"),
    ])
  func clauses(sentence: String, row: String) {
    #expect(rows(of: sentence, Self.plan) == [row])
  }

  @Test("The year of a baseline that the sentence does not name is open")
  func baselineYear() {
    func gaps(_ sentence: String) -> [[DraftTarget.Gap]] {
      var finder = TargetFinder(plan: Self.plan)
      return finder.read(paragraph: sentence).map(\.gaps)
    }
    #expect(gaps("We will reduce waste per person from 420 kg to 350 kg by 2030.") == [[.baselineYear]])
    #expect(gaps("We will reduce waste per person from 420 kg in 2024 to 350 kg by 2030.") == [[]])
  }
}
