import DataFormats

/// A calendar period as the author of a data file writes it, if planpress would write it in another way: `2021年`,
/// `1993 01`, `June 2021`. An observation has no room for the text itself.
struct WrittenPeriod: Sendable {
  /// The 1-based position of the text in the list of all written periods.
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
    guard let index = WrittenPeriod.texts.index(of: text) else { return nil }
    number = UInt16(index + 1)
  }

  var text: String { WrittenPeriod.texts.text(at: UInt32(number) - 1) }

  private static let texts = InternedTexts(limit: Int(UInt16.max))
}
