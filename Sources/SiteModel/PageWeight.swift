import Indicators

/// How many bytes of HTML the parts of a page take, and how much a page has room for, so that it stays below 300 KB.
///
/// Addresses depend on it, so it has to be known before anything is rendered. The bytes are estimates for the default theme;
/// `PageWeightTests` compare them with built pages.
package enum PageWeight {
  // MARK: Lists

  /// The row of an indicator in a table.
  package static let indicatorRow = 1000
  /// The row of an action in a table, with its bar in the time line.
  package static let actionRow = 2000
  /// The line of an indicator on the reporting page.
  package static let reportingRow = 200
  /// A small chart with its name and message on a progress page.
  package static let chart = 3500

  /// What the rows of actions, or of what is reported, may take on a page.
  private static let longPage = 200_000
  /// What the rows of indicators may take on a page.
  private static let indicatorPage = 150_000

  /// The rows of a page of a list of indicators: 150.
  package static let indicatorRows = indicatorPage / indicatorRow
  /// The rows of a page of a list of actions: 100.
  package static let actionRows = longPage / actionRow
  /// The lines of a page of what is reported: 1000.
  package static let reportingRows = longPage / reportingRow
  /// The most charts of a progress page that has all of them, beside what it says of the plan.
  package static let chartsOnOnlyPage = 48
  /// The charts of a progress page that is followed by pages of charts alone.
  static let chartsOnFirstPage = chartsOnOnlyPage / 2
  /// The charts of a page that has nothing else, about as heavy as a page of rows.
  static let chartsPerPage = 60

  // MARK: Figures of one indicator

  /// The most bytes, approximately, for tables of parts and secondary figures on a shared page.
  static let partsBesideOthers = 130_000
  /// The most bytes that figures may take beside their chart. If there are more, only the newest are shown there.
  static let figuresBesideChart = 100_000
  /// The most bytes of the newest figures beside their chart, if there are too many for all.
  static let newestFigures = 50_000
  /// The most bytes of parts or figures on a page of their own.
  static let ownPage = 200_000

  /// The chart and the table of figures that do not lead.
  static func ofFacet(_ indicator: Indicator) -> Int {
    indicator.observations.reduce(5000) { $0 + ofFigure($1) }
  }

  /// A figure in the table of figures and in the chart.
  static func ofFigure(_ observation: Observation) -> Int { 120 + ofRemarks(observation) }

  /// The remarks on a value.
  fileprivate static func ofRemarks(_ observation: Observation) -> Int {
    let described = observation.attributes.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 20 }
    return described + (observation.note?.utf8.count ?? 0) + (observation.source?.utf8.count ?? 0) + 40
  }

  /// Whether figures are too many to be shown beside their chart.
  static func areTooMany(_ observations: [Observation]) -> Bool {
    // Nearly all series are short.
    observations.count > 100 && observations.reduce(0) { $0 + ofFigure($1) } > figuresBesideChart
  }
}

/// About how many bytes a table of parts takes.
struct PartsWeight {
  /// The heading of the table and what is around it.
  let head: Int
  private let columns: Int
  /// The remarks below the table, each once.
  private var known: Set<ObjectIdentifier> = []

  init(of parts: [DisaggregatedSeries]) {
    var periods: Set<UInt64> = []
    for part in parts { for observation in part.observations { periods.insert(observation.periodKey) } }
    columns = periods.count
    head = 500 + columns * 45
  }

  /// The bytes of a row, with the remarks that no row before it has.
  mutating func add(_ part: DisaggregatedSeries) -> Int {
    // In another language a name may be longer than in the data file.
    var weight = part.dimensions.reduce(50) { $0 + max(40, $1.value.utf8.count) } + columns * 9
    weight += part.observations.commonAttributes.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 20 }
    for observation in part.observations {
      weight += 10
      guard let remarks = observation.remarks else { continue }
      weight += 13
      if known.insert(remarks).inserted { weight += PageWeight.ofRemarks(observation) }
    }
    return weight
  }
}
