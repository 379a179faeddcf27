import Bytes
import Indicators
import SiteModel
import SiteOutput
import SiteSources
import Words
import Workbooks

/// `/data/indicators.xlsx`, for readers with a spreadsheet: a sheet of the indicators with their targets, and a sheet
/// of all values.
enum IndicatorWorkbook {
  /// The workbook in pieces of 512 indicators, since it may be large.
  static func pieces(of site: ResolvedSite, _ context: FactContext) -> [OutputFile.Piece] {
    let language = site.settings.language.words
    let ranges = site.indicators.pieces
    let indicators = sheet(named: language[.sheetIndicators], IndicatorFacts.columns, language, ranges.count) {
      piece, sheet in
      for ref in ranges[piece] { IndicatorFacts.writeIndicator(site.indicators[ref], context, to: &sheet) }
    }
    let values = sheet(named: language[.sheetValues], IndicatorFacts.valueColumns, language, ranges.count) {
      piece, sheet in
      // A spreadsheet cannot open more rows; the CSV file has them all.
      for ref in ranges[piece] where sheet.rowCount < mostRows {
        IndicatorFacts.writeValues(site.indicators[ref], context, to: &sheet)
      }
    }
    return WorkbookWriter.pieces([indicators, values])
  }

  /// A spreadsheet has 1,048,576 rows; an indicator has far fewer than the difference.
  private static let mostRows = 1_000_000

  private static func sheet(
    named name: String, _ columns: [FactColumn], _ language: WordLanguage, _ count: Int,
    rows: @escaping @Sendable (_ piece: Int, inout SheetWriter) -> Void
  ) -> SheetPieces {
    SheetPieces(
      SheetLayout(
        name: name, widths: columns.map(width), isRightToLeft: language.direction == .rightToLeft), count: count,
      head: { sheet in
        for column in columns { sheet.text(ColumnWords.head(of: column.name, language), .head) }
        sheet.endRow()
      }, rows: rows)
  }

  /// The width of a column, in characters.
  private static func width(_ column: FactColumn) -> Int {
    switch column.name {
    case "name": 36
    case "target_text", "note", "source", "url", "id", "plan": 24
    case _ where column.type != .string: 12
    default: 16
    }
  }
}
