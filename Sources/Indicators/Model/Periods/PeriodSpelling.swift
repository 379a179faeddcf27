import Synchronization

/// How the author of a data file writes a year, a month or another calendar period, where planpress would write it in
/// another way: `2021年`, `1993 01`, `June 2021`. Each text is kept once, for as long as the program runs: an
/// observation has no room for it.
struct PeriodSpelling: Sendable {
  /// The 1-based position of the text in the list of all spellings.
  let number: UInt16

  init(number: UInt16) {
    self.number = number
  }

  /// Nil for the spelling of planpress itself, for a period that has its spelling in itself, and after 65,535 others.
  init?(_ text: String, of period: Period) {
    switch period {
    case .fiscalYear, .fiscalPart, .range: return nil
    case .year, .month, .quarter, .half, .day: break
    }
    guard text != period.description else { return nil }
    let number = PeriodSpelling.texts.withLock { texts -> UInt16? in
      if let known = texts.numbers[text] { return known }
      guard texts.all.count < Int(UInt16.max) else { return nil }
      texts.all.append(text)
      let number = UInt16(texts.all.count)
      texts.numbers[text] = number
      return number
    }
    guard let number else { return nil }
    self.number = number
  }

  var text: String { PeriodSpelling.texts.withLock { $0.all[Int(number) - 1] } }

  private struct Texts {
    var all: [String] = []
    var numbers: [String: UInt16] = [:]
  }

  private static let texts = Mutex(Texts())
}
