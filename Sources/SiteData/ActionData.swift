import Actions
import Bytes
import DataFormats
import Indicators
import SiteModel
import SiteSources
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
        name: language == .chinese ? "任务" : "Actions", widths: ActionFacts.allColumns.map(width)),
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
    csv.row(
      language == .chinese
        ? ["序号", "任务", "牵头单位", "责任单位", "完成时限", "章节"]
        : ["No.", "Task", "Lead department", "Supporting departments", "Due", "Section"])
    for resolved in site.actions {
      let facts = resolved.action.facts
      let support = resolved.support.map { site.departments[$0].department.name }
      csv.row([
        facts.code ?? "", resolved.action.name, resolved.lead.map { site.departments[$0].department.name } ?? "",
        support.joined(separator: language == .chinese ? "、" : "; "), facts.due?.text(language) ?? "",
        resolved.section.map { site.pages[$0].title } ?? "",
      ])
    }
    return csv.bytes
  }

  /// In characters.
  private static func width(_ column: FactColumn) -> Int {
    switch column.name {
    case "name": 40
    case "summary", "steps", "budget", "spent", "note", "url", "support_departments": 28
    default: 14
    }
  }

  private static func head(of column: String, _ language: WordLanguage) -> String {
    guard let words = heads[column] else { return ColumnWords.head(of: column, language) }
    return language == .chinese ? words.chinese : words.english
  }

  private static let heads: [String: (chinese: String, english: String)] = [
    "name": ("任务", "Action"), "code": ("序号", "No."), "summary": ("内容", "Summary"), "section": ("章节", "Section"),
    "department": ("牵头单位", "Lead department"), "support_departments": ("责任单位", "Supporting departments"),
    "start": ("开始时间", "Start"), "due": ("完成时限", "Due"), "done": ("完成日期", "Done"), "state": ("状态", "State"),
    "reported_state": ("报告状态", "Reported state"), "indicators": ("指标", "Indicators"), "steps": ("步骤", "Steps"),
    "budget": ("预算", "Budget"), "spent": ("已支出", "Spent"), "place": ("地点", "Place"),
  ]
}
