import Words

/// How often figures of an indicator are published.
package struct Frequency: Hashable, Sendable {
  /// At least 1.
  package let months: Int

  package init(months: Int) {
    precondition(months > 0, "an interval has a length")
    self.months = months
  }

  /// Reads `yearly`, `quarterly`, `monthly`, `every 5 years` and `every 6 months`. Nil for anything else.
  package init?(_ text: String) {
    switch text {
    case "monthly": months = 1
    case "quarterly": months = 3
    case "yearly": months = 12
    default:
      let words = text.split(separator: " ")
      guard words.count == 3, words[0] == "every", let number = Int(words[1]), (1...100).contains(number) else {
        return nil
      }
      switch words[2] {
      case "years", "year": months = number * 12
      case "months", "month": months = number
      default: return nil
      }
    }
  }

  /// The spelling to write instead of another word for a frequency; nil for a text that is not one.
  package static func spelling(of text: String) -> String? {
    switch text.lowercased() {
    case "annual", "annually", "yearly", "every year", "每年", "年度", "年", "一年一次": return "yearly"
    case "quarter", "quarterly", "every quarter", "每季度", "季度", "每季": return "quarterly"
    case "month", "monthly", "every month", "每月", "月度", "月": return "monthly"
    case "half-yearly", "biannual", "semi-annual", "每半年", "半年": return "every 6 months"
    case "biennial", "每两年", "每二年": return "every 2 years"
    default: break
    }
    // 每5年, 每五年.
    guard text.first == "每", text.last == "年", text.count == 3 else { return nil }
    let number = text[text.index(after: text.startIndex)]
    let digits: [Character] = ["三", "四", "五", "六", "七", "八", "九", "十"]
    if let years = number.wholeNumberValue, number.isASCII { return "every \(years) years" }
    return digits.firstIndex(of: number).map { "every \($0 + 3) years" }
  }

  /// `每年`, `every 5 years`.
  package func text(_ language: WordLanguage) -> String {
    switch months {
    case 1: language[.frequencyMonthly]
    case 3: language[.frequencyQuarterly]
    case 12: language[.frequencyYearly]
    default:
      months % 12 == 0
        ? language.text(.frequencyYears, count: months / 12) : language.text(.frequencyMonths, count: months)
    }
  }
}

extension Frequency {
  /// Whether two frequencies, as authors write them, make a difference to how an indicator is followed. One without a
  /// frequency is followed yearly, so that a first frequency of a year or less changes nothing.
  package static func isAnother(_ new: String?, than old: String?) -> Bool {
    let (before, after) = (old.flatMap(Frequency.init)?.months, new.flatMap(Frequency.init)?.months)
    guard before != after else { return false }
    return before == nil ? after ?? 12 > 12 : after ?? 12 != before
  }
}

extension Frequency: CustomStringConvertible {
  /// The frequency as authors write it.
  package var description: String {
    switch months {
    case 1: "monthly"
    case 3: "quarterly"
    case 12: "yearly"
    default: months % 12 == 0 ? "every \(months / 12) years" : "every \(months) months"
    }
  }
}

extension Indicator {
  /// How much older the last figure may be than the newest one of the plan, in years: the interval between figures, and
  /// a year in which the next one is worked out. Two years for an indicator without a frequency.
  package var permittedAge: Double { Double(details?.frequency?.months ?? 12) / 12 + 1 }
}
