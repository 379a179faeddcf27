import Bytes
import Indicators
import SiteModel
import SiteSources
import Words
import Workbooks

/// `/data/indicators.xlsx`, for readers with a spreadsheet: a sheet of the indicators with their targets, and a sheet of
/// all values.
enum IndicatorWorkbook {
  static func append(_ site: ResolvedSite, _ context: FactContext, to buffer: inout ByteBuffer) {
    let language = site.settings.language.words
    let count = site.indicators.count
    var indicators = begin(
      named: language[.sheetIndicators], IndicatorFacts.columns, language,
      capacity: count * 2048)
    var values = begin(
      named: language[.sheetValues], IndicatorFacts.valueColumns, language, capacity: count * 2048)
    for ref in site.indicators.indices {
      let resolved = site.indicators[ref]
      IndicatorFacts.writeIndicator(resolved, context, to: &indicators)
      // The rest lies beyond what a spreadsheet can open; the CSV file has it.
      if values.rowCount < mostRows { IndicatorFacts.writeValues(resolved, context, to: &values) }
    }
    WorkbookWriter.withFile([indicators.finish(), values.finish()]) { buffer.append(contentsOf: $0) }
  }

  /// A spreadsheet has 1,048,576 rows; an indicator has far fewer than the difference.
  private static let mostRows = 1_000_000

  private static func begin(
    named name: String, _ columns: [FactColumn], _ language: WordLanguage, capacity: Int
  ) -> SheetWriter {
    var sheet = SheetWriter(SheetLayout(name: name, widths: columns.map(width)), capacity: capacity + 4096)
    for column in columns { sheet.text(ColumnWords.head(of: column.name, language), .head) }
    sheet.endRow()
    return sheet
  }

  /// In characters.
  private static func width(_ column: FactColumn) -> Int {
    switch column.name {
    case "name": 36
    case "target_text", "note", "source", "url", "id", "plan": 24
    case _ where column.type != .string: 12
    default: 16
    }
  }
}
