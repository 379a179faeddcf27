import Indicators
import Testing

/// A sentence that forbids a number promises the bound on the other side of it.
@Suite struct NegatedBoundTests {
  private static let plan = PlanPeriod(start: 2025, end: 2030)

  private func draft(_ sentence: String) -> DraftTarget? {
    var finder = TargetFinder(plan: Self.plan)
    return finder.read(paragraph: sentence).first
  }

  private static let englishSentences: [(String, Comparator)] = [
    ("Rents will not rise by more than 3 % a year.", .atMost),
    ("We will not build more than 100 hotels by 2029.", .atMost),
    ("Water losses must not be more than 12 % by 2028.", .atMost),
    ("Water losses will not be above 12 % by 2028.", .atMost),
    ("Water losses will never be more than 12 % by 2028.", .atMost),
    ("Water losses cannot be more than 12 % by 2028.", .atMost),
    ("Debt won’t be more than €300 million by 2030.", .atMost),
    ("Debt may not exceed €300 million by 2030.", .atMost),
    ("Debt will not be allowed to exceed €300 million by 2030.", .atMost),
    ("Traffic will not grow by more than 2 % by 2028.", .atMost),
    ("Spending will not increase by over 2 % by 2028.", .atMost),
    ("Fares will not rise by any more than 2 % by 2028.", .atMost),
    ("We will meet the target without building more than 100 hotels by 2029.", .atMost),
    ("By 2028 there will not be more than 20 empty shops.", .atMost),
    ("The rate shall in no case be more than 5 % in 2028.", .atMost),
    ("Housing costs are not to be more than 30 % of income by 2028.", .atMost),
    ("There must be no increase of more than 3 % in rents by 2028.", .atMost),
    ("Class sizes will not be over 25 pupils by 2028.", .atMost),
    ("We will not allow class sizes to rise above 25 pupils by 2028.", .atMost),
    ("Unemployment will not exceed 5 % in any year.", .atMost),
    ("Debt shall be no higher than €300 million by 2030.", .atMost),
    ("Taxes will rise by no more than 1 % a year until 2030.", .atMost),
    ("The number of road deaths must never exceed 10.", .atMost),
    ("Raise the tax by not more than 2 % by 2028.", .atMost),
    ("Emissions will not fall by less than 20 % by 2028.", .atLeast),
    ("The vacancy rate must not drop below 2 % by 2028.", .atLeast),
    ("The vacancy rate must not be less than 2 % by 2028.", .atLeast),
    ("The vacancy rate shall never be lower than 2 % by 2028.", .atLeast),
    ("The vacancy rate shall not go under 2 % by 2028.", .atLeast),
    ("We will not hire fewer than 40 nurses by 2027.", .atLeast),
    ("We will plant not fewer than 40 trees by 2027.", .atLeast),
    ("The vacancy rate will fall below 2 % by 2028.", .lessThan),
    ("The share of poor households will drop below 8 % by 2028.", .lessThan),
    ("The unemployment rate will be less than 5 % by 2028.", .lessThan),
    ("Rents will not only fall but be less than 5 % of income by 2028.", .lessThan),
    ("By 2028 more than 80 % of homes will be warm.", .moreThan),
  ]

  @Test("A negation before a bound reverses it, in English", arguments: englishSentences)
  func english(sentence: String, comparator: Comparator) {
    let draft = draft(sentence)
    #expect(draft?.comparator == comparator, "\(sentence) \(String(describing: draft))")
    #expect(draft?.gaps.contains(.comparator) == false, "\(sentence)")
  }

  private static let chineseSentences: [(String, Comparator)] = [
    ("到2030年，失业率不得高于5%。", .atMost), ("到2030年，失业率不超过5%。", .atMost), ("到2030年，失业率不会高于5%。", .atMost),
    ("到2030年，酒店数量不会多于100家。", .atMost), ("到2030年，新建酒店不多于100家。", .atMost), ("到2030年，租金涨幅不能超过3%。", .atMost),
    ("到2030年，漏损率不应高于12%。", .atMost), ("到2030年，漏损率不可超过12%。", .atMost), ("到2030年，漏损率绝不超过12%。", .atMost),
    ("到2030年，漏损率不准超过12%。", .atMost), ("到2030年，漏损率不允许超过12%。", .atMost), ("到2030年，漏损率严禁超过12%。", .atMost),
    ("到2030年，用水总量不得突破10亿立方米。", .atMost), ("到2030年，人口规模不宜超过100万人。", .atMost), ("到2030年，空置率不再超过2%。", .atMost),
    ("到2030年，班额均不超过45人。", .atMost), ("到2030年，用水量增长不得高于3%。", .atMost),
    ("到2030年，漏损率不低于12%。", .atLeast), ("到2030年，空置率不会低于2%。", .atLeast), ("到2030年，空置率不能低于2%。", .atLeast),
    ("到2030年，空置率不应少于2%。", .atLeast), ("到2030年，空置率不跌破2%。", .atLeast),
    ("到2030年，空置率低于2%。", .lessThan), ("到2030年，空置率降到2%以下。", .atMost),
  ]

  @Test("A negation before a bound reverses it, in Chinese", arguments: chineseSentences)
  func chinese(sentence: String, comparator: Comparator) {
    let draft = draft(sentence)
    #expect(draft?.comparator == comparator, "\(sentence) \(String(describing: draft))")
    #expect(draft?.gaps.contains(.comparator) == false, "\(sentence)")
    #expect(draft?.name.contains("不") == false && draft?.name.contains("严禁") == false, "\(draft?.name ?? "")")
  }

  @Test(
    "A negation whose side is not certain is asked",
    arguments: [
      "The rate will hardly be more than 5 % in 2028.", "Neither rents nor fares will rise by more than 3 % by 2028.",
      "No ward will have more than 12 % of vacant homes by 2028.",
      "By 2028, none of the rivers will have more than 5 % pollution.", "We will not cut 100 jobs by 2028.",
      "到2030年，避免失业率高于5%。", "到2030年，不再新增酒店超过100家。", "到2030年，空置率不降到2%以下。", "到2030年，严格禁止新建100家以上酒店。",
    ])
  func asked(sentence: String) {
    guard let draft = draft(sentence) else { return }
    #expect(draft.confidence == .low && draft.gaps.contains(.comparator), "\(sentence) \(draft)")
  }
}
