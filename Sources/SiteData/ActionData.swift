import Actions
import Bytes
import DataFormats
import Indicators
import SiteModel
import SiteSources
import Words
import Workbooks

/// The files of all actions, `/data/actions.…`: one row or object for each, by plan, then in register order.
enum ActionData {
  static func csv(_ site: ResolvedSite, _ context: FactContext) -> [UInt8] {
    var csv = CSVWriter(byteOrderMark: true)
    csv.row(ActionFacts.allColumns.map(\.name))
    for action in site.actions { ActionFacts.writeRow(action, context, to: &csv) }
    return csv.bytes
  }

  static func json(_ site: ResolvedSite, _ context: FactContext) -> [UInt8] {
    var json = JSONWriter(.lines)
    json.array { json in
      for action in site.actions { json.object { ActionFacts.write(action, context, to: &$0) } }
    }
    return json.bytes
  }

  static func workbook(_ site: ResolvedSite, _ context: FactContext) -> [UInt8] {
    let language = site.settings.language.words
    var sheet = SheetWriter(
      SheetLayout(
        name: language[.actions], widths: ActionFacts.allColumns.map(width),
        isRightToLeft: language.direction == .rightToLeft),
      capacity: site.actions.count * 2048 + 4096)
    for column in ActionFacts.allColumns { sheet.text(head(of: column.name, language), .head) }
    sheet.endRow()
    for action in site.actions { ActionFacts.writeRow(action, context, to: &sheet) }
    return WorkbookWriter.file([sheet.finish()])
  }

  /// The division of labour, as authorities publish it; `planpress import --actions` reads it.
  static func labour(_ site: ResolvedSite) -> [UInt8] {
    let language = site.settings.language.words
    var csv = CSVWriter(byteOrderMark: true)
    let heads: [Word] = [
      .labourColumnNumber, .labourColumnTask, .labourColumnLead, .labourColumnSupport, .labourColumnDue,
      .labourColumnSection,
    ]
    csv.row(heads.map { language[$0] })
    let names = sectionNames(site)
    for resolved in site.actions {
      let facts = resolved.action.facts
      let support = resolved.support.map { site.departments[$0].department.name }
      csv.row([
        facts.code ?? "", resolved.action.name, resolved.lead.map { site.departments[$0].department.name } ?? "",
        support.joined(separator: language[.cellSeparator]), facts.due?.text(language) ?? "",
        resolved.section.flatMap { names[$0] } ?? "",
      ])
    }
    return csv.bytes
  }

  /// The names of sections in the table: titles, or paths where several sections of a plan have one title.
  private static func sectionNames(_ site: ResolvedSite) -> [PageRef: String] {
    var names: [PageRef: String] = [:]
    for plan in site.plans {
      let home = site.pages[plan.page].route.bare
      let titles = Dictionary(grouping: plan.readingOrder) { site.pages[$0].title }
      for page in plan.readingOrder {
        let path = site.pages[page].route.bare
        names[page] =
          titles[site.pages[page].title]?.count == 1
          ? site.pages[page].title : String(path.dropFirst(home.isEmpty ? 0 : home.count + 1))
      }
    }
    return names
  }

  /// The width of a column, in characters.
  private static func width(_ column: FactColumn) -> Int {
    switch column.name {
    case "name": 40
    case "summary", "steps", "budget", "spent", "note", "url", "support_departments": 28
    default: 14
    }
  }

  private static func head(of column: String, _ language: WordLanguage) -> String {
    Word(named: "action-column-" + column.replacing("_", with: "-")).map { language[$0] }
      ?? ColumnWords.head(of: column, language)
  }
}
