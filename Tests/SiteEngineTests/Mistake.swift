import Foundation
import Testing

/// One mistake of a planner in typing, pasting or saving: where it is found, and what the message says to type.
struct Mistake: CustomTestStringConvertible, Sendable {
  let label: String
  /// The whole text of each file that the mistake changes.
  let files: [String: String]
  /// The beginning of the finding: `Content/1-air.md:4:1`.
  let place: String
  let hint: String

  var testDescription: String { label }

  /// A page with a text.
  init(_ label: String, body: String, _ place: String, _ hint: String) {
    self.init(
      label, file: "Content/1-air.md",
      "---\ntitle: 空气\n---\n\(body)\n\n优良天数达到320天。\n\n::indicators{section=air}\n", place, hint)
  }

  /// A file of the site with the first occurrence of a text replaced by another.
  init(_ label: String, in path: String, _ old: String, _ new: String, _ place: String, _ hint: String) {
    let text = Mistake.site[path] ?? ""
    guard let range = text.range(of: old) else { preconditionFailure("'\(old)' is not in \(path)") }
    self.init(label, file: path, text.replacingCharacters(in: range, with: new), place, hint)
  }

  init(_ label: String, file path: String, _ text: String, _ place: String, _ hint: String) {
    self.label = label
    files = [path: text]
    self.place = place
    self.hint = hint
  }

  /// A small plan that a check finds nothing in.
  static let site: [String: String] = [
    "Content/site.yaml": "title: 示例\nlanguages: [zh-CN]\n",
    "Content/index.md":
      "---\ntype: plan\ntitle: 示例规划\nperiod: {start: 2021, end: 2025}\nnumbering: chinese-plan\n---\n正文，见:term[碧道]。\n",
    "Content/1-air.md": "---\ntitle: 空气\n---\n优良天数达到320天。\n\n::indicators{section=air}\n",
    "Content/2-water.md": "---\ntitle: 水\n---\n见[空气](1-air.md)。\n",
    "Content/indicators.yaml":
      "- id: days\n  name: 优良天数\n  unit: 天\n  baseline: {year: 2020, value: 270}\n  target: {year: 2025, value: 320}\n  from: {section: air, quote: 优良天数达到320天}\n- id: pm25\n  name: 细颗粒物\n  unit: µg/m³\n  baseline: {year: 2020, value: 33}\n  target: 25\n  from: air\n  programme: blue\n  department: 环境局\n",
    "Content/indicators/pm25.csv": "Year,Value\n2021,31\n2022,30\n",
    "Content/programmes.yaml": "- id: blue\n  name: 蓝天行动\n",
    "Content/departments.yaml": "- name: 环境局\n- name: 水务局\n",
    "Content/glossary.yaml": "- term: 碧道\n  definition: 沿河的绿色步道。\n",
  ]

  static let all = inMarkdown + inRegisters + inPages + inFiles + ofBeginners + inText + ofNames + inValues
}
