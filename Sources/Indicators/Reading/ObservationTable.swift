import DataFormats
import Diagnostics

/// The observations of one indicator: by unit and series, and in each the whole and its parts.
///
/// A blank cell means "all"; rows whose dimension cells are all blank are total rows and form the headline. Open SDG states
/// the unit and the series of a value in the columns `Units` and `Series` of every row: a value never loses its unit, so
/// each unit and each series has a headline of its own, and one of them leads.
package struct ObservationTable: Sendable {
  /// The leading one first; at least one.
  private(set) var facets: [ObservationFacet]
  /// The lines of rows that are left out, in order; 1-based. Each was reported.
  let leftOut: [Int]
  /// The lines of rows that are only for the calculation of others, in order; 1-based.
  private(set) var calculation: [Int] = []
  /// The indicator's rows in tables of values.
  var shared: [ObservationRows] = []
  /// Texts in place of a period in a file without figures.
  private(set) var remarks: [String] = []

  var headline: [Observation] { facets[0].headline }
  var parts: [DisaggregatedSeries] { facets[0].parts }
  /// The unit of the leading figures, if the file says one that is not the indicator's own.
  var unit: String? { facets[0].unit }

  private typealias Dimension = DisaggregatedSeries.Dimension

  /// `indicator` is what the entry says.
  ///
  /// Reports `csv.invalid-period` and `csv.ambiguous-period`; `csv.duplicate-observation` for two values of one period in one
  /// series, as a warning if they are equal; `csv.unit` for a unit that is not the indicator's; and the warning
  /// `csv.no-headline` if there is no total row, or nothing says which unit or series leads.
  init(
    _ rows: ObservationRows, of indicator: IndicatorDeclaration, siteRoles: ColumnRoles, fiscalYear: FiscalYearRule?,
    reportingTo sink: DiagnosticSink
  ) {
    let own = indicator.references?.columns ?? ColumnRoles()
    let uses = ColumnUses(rows, own, site: siteRoles)
    let readings = rows.periods.read(as: indicator.periodRules?.readings ?? [], by: fiscalYear)
    var reading = FacetReading(rows, uses, own, PeriodNumbers(readings))
    var times = ReadPeriods(readings, of: rows)
    var leftOut = rows.leftOut
    for (number, row) in rows.rows.enumerated() {
      if reading.isForCalculation(number) {
        calculation.append(Int(row.line))
        continue
      }
      switch times.read(row, sink) {
      case .period: if !reading.add(number, sink) { leftOut.append(Int(row.line)) }
      case .sentence: continue
      case .leftOut: leftOut.append(Int(row.line))
      }
    }
    self.leftOut = leftOut.sorted()
    remarks = times.sentences
    facets = reading.facets
    let lead = LeadingFacet(facets, uses, rows, own, of: indicator)
    facets.insert(facets.remove(at: lead.index), at: 0)
    lead.settleUnit(of: &facets[0], sink)
    for index in facets.indices.dropFirst() {
      if let unit = facets[index].unit, lead.isOwn(unit) { facets[index].unit = nil }
    }
    if facets[0].headline.isEmpty, !facets[0].parts.isEmpty {
      sink.report(lead.noHeadline(facets[0].parts[0].dimensions))
    } else if !lead.isStated {
      sink.report(lead.noLead(facets))
    }
  }

  /// For an indicator whose values are only in tables of values.
  init(shared: [ObservationRows]) {
    facets = [ObservationFacet(cells: [], unit: nil, series: nil, headline: [], parts: [])]
    leftOut = []
    self.shared = shared
  }

  /// The figures of one facet or part alone.
  init(_ facet: ObservationFacet) {
    facets = [facet]
    leftOut = []
  }
}

/// The figures of a data file in one unit and of one series.
struct ObservationFacet: Sendable {
  /// The cells of the columns of units and series, in column order; blank ones are left out.
  let cells: [DisaggregatedSeries.Dimension]
  /// The unit as the file has it; nil if it has none.
  var unit: String?
  /// The cells of the columns of series; nil if they are blank.
  let series: String?
  /// By period.
  let headline: [Observation]
  /// In the order in which their first rows appear in the file.
  let parts: [DisaggregatedSeries]
}
