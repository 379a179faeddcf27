import TestSupport
import Testing

@testable import Words

struct PluralRulesTests {
  private static func rules(_ texts: [(PluralCategory, String)]) -> PluralRules {
    var rules = PluralRules.none
    for (category, text) in texts {
      let isTaken = rules.add(category, text)
      #expect(isTaken, "\(text)")
    }
    return rules
  }

  @Test("CLDR's rules choose the form of whole numbers: English, French, Russian, Arabic")
  func integers() {
    let english = Self.rules([(.one, "i = 1 and v = 0 @integer 1")])
    #expect([0, 1, 2, 11].map { english.category(of: .init($0)) } == [.other, .one, .other, .other])
    let french = Self.rules([(.one, "i = 0,1")])
    #expect([0, 1, 2].map { french.category(of: .init($0)) } == [.one, .one, .other])
    let russian = Self.rules([
      (.one, "v = 0 and i % 10 = 1 and i % 100 != 11"),
      (.few, "v = 0 and i % 10 = 2..4 and i % 100 != 12..14"),
      (.many, "v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14"),
    ])
    #expect(
      [1, 2, 5, 11, 12, 21, 22, 25, 100, 101].map { russian.category(of: .init($0)) } == [
        .one, .few, .many, .many, .many, .one, .few, .many, .many, .one,
      ])
    let arabic = Self.rules([
      (.zero, "n = 0"), (.one, "n = 1"), (.two, "n = 2"), (.few, "n % 100 = 3..10"), (.many, "n % 100 = 11..99"),
    ])
    #expect(
      [0, 1, 2, 3, 10, 11, 99, 100, 102, 103].map { arabic.category(of: .init($0)) } == [
        .zero, .one, .two, .few, .few, .many, .many, .other, .other, .few,
      ])
  }

  @Test("Decimals count as they are shown: 1 is singular in English and 1.0 is not")
  func decimals() {
    let english = Self.rules([(.one, "i = 1 and v = 0")])
    #expect(english.category(of: PluralOperands(1, decimals: 0)) == .one)
    #expect(english.category(of: PluralOperands(1, decimals: 1)) == .other)
    let french = Self.rules([(.one, "i = 0,1")])
    #expect(french.category(of: PluralOperands(1.5, decimals: 1)) == .one)
    #expect(french.category(of: PluralOperands(-2.0, decimals: 1)) == .other)
    let danish = Self.rules([(.one, "n = 1 or t != 0 and i = 0,1")])
    #expect(danish.category(of: PluralOperands(0.5, decimals: 2)) == .one)
    #expect(danish.category(of: PluralOperands(0, decimals: 2)) == .other)
  }

  @Test(
    "What is no rule is refused",
    arguments: [
      "", "x = 1", "n", "n = ", "n == 1", "n % 0 = 1", "n = 1 and", "n = 1..", "n = 3..2", "n = 1 or or n = 2",
    ])
  func refused(_ text: String) {
    var rules = PluralRules.none
    let isTaken = rules.add(.one, text)
    #expect(!isTaken)
  }
}
