import DataFormats
import Indicators

/// The value of one fact of an indicator or an observation, before it is written as JSON or CSV.
package enum FactValue: Sendable {
  /// No key in JSON, an empty cell in CSV.
  case absent
  case string(String)
  /// Written with the decimals that the author wrote.
  case decimal(DecimalNumber)
  /// Written as the shortest text that reads back as the same number.
  case number(Double)
  case flag(Bool)
  case period(Period)
  /// A number in JSON if the period is a whole year.
  case year(Period)
  /// The path of a page, without leading and trailing slashes.
  case path(Route)
  case list([String])
  /// An array of numbers in JSON, `25; 30` in CSV.
  case decimals([DecimalNumber])
  /// A cell in CSV; JSON has the same as objects elsewhere.
  case cell(String)
  /// `#12` in CSV, for an indicator without an id; JSON has nothing in its place.
  case place(Int)
  /// An object in JSON, `name=value; name=value` in CSV.
  case pairs([(name: String, value: String)])

  static func text(_ text: String?) -> FactValue { text.map(FactValue.string) ?? .absent }
  static func decimal(_ number: DecimalNumber?) -> FactValue { number.map(FactValue.decimal) ?? .absent }
  static func number(_ number: Double?) -> FactValue { number.map(FactValue.number) ?? .absent }
}

/// A column of a CSV file, as described in its schema.
package struct FactColumn: Sendable {
  package enum DataType: String, Sendable {
    case string, number, boolean
  }

  package let name: String
  package let type: DataType
  package let summary: String

  init(_ name: String, _ summary: String) {
    self.init(name, .string, summary)
  }

  init(_ name: String, _ type: DataType, _ summary: String) {
    self.name = name
    self.type = type
    self.summary = summary
  }
}
