extension Mistake {
  static let inRegisters: [Mistake] = [
    .init(
      "a full-width colon in a register", in: "Content/indicators.yaml", "  unit: 天", "  unit：天",
      "Content/indicators.yaml:3:3", "write 'unit: 天', with ':' and a space in place of '：'"),
    .init(
      "a full-width comma in braces", in: "Content/indicators.yaml", "{year: 2020, value: 270}",
      "{year: 2020，value: 270}", "Content/indicators.yaml:4:24", "write 'baseline: {year: 2020, value: 270}'"),
    .init(
      "full-width braces", in: "Content/indicators.yaml", "{year: 2020, value: 270}", "｛year: 2020, value: 270｝",
      "Content/indicators.yaml:4:13", "write 'baseline: {year: 2020, value: 270}'"),
    .init(
      "a full-width colon in braces", in: "Content/indicators.yaml", "{year: 2020, value: 270}",
      "{year：2020, value: 270}", "Content/indicators.yaml:4:18", "write 'baseline: {year: 2020, value: 270}'"),
    .init(
      "full-width colons and commas in braces", in: "Content/indicators.yaml", "{year: 2020, value: 270}",
      "{year： 2020， value： 270}", "Content/indicators.yaml:4:18", "write 'baseline: {year: 2020, value: 270}'"),
    .init(
      "a full-width colon before braces", in: "Content/indicators.yaml", "baseline: {year: 2020, value: 270}",
      "baseline：{year: 2020, value: 270}", "Content/indicators.yaml:4:11",
      "write 'baseline: {year: 2020, value: 270}'"),
    .init(
      "a list item without its space", in: "Content/indicators.yaml", "- id: days", "-id: days",
      "Content/indicators.yaml:1:1", "write '- id: days'"),
    .init(
      "a key without a space", in: "Content/indicators.yaml", "  unit: 天", "  unit:天", "Content/indicators.yaml:3:3",
      "write a space after the ':'"),
    .init(
      "one space too many", in: "Content/indicators.yaml", "  unit: 天", "   unit: 天", "Content/indicators.yaml:3:4",
      "indent it like the keys around it"),
    .init(
      "a tab before a key", in: "Content/indicators.yaml", "  unit: 天", "\tunit: 天", "Content/indicators.yaml:3:1",
      "indent with spaces"),
    .init(
      "full-width spaces before a key", in: "Content/indicators.yaml", "  unit: 天", "　　unit: 天",
      "Content/indicators.yaml:3:1", "a full-width space (U+3000)"),
    .init(
      "a no-break space before a key", in: "Content/indicators.yaml", "  unit: 天", "\u{A0}\u{A0}unit: 天",
      "Content/indicators.yaml:3:1", "a no-break space (U+00A0)"),
    .init(
      "a brace that is not closed", in: "Content/indicators.yaml", "{year: 2020, value: 270}",
      "{year: 2020, value: 270", "Content/indicators.yaml:4:13", "close the mapping with '}'"),
    .init(
      "a Chinese key", in: "Content/indicators.yaml", "  unit: 天", "  单位: 天", "Content/indicators.yaml:3:3",
      "write 'unit: 天'"),
    .init(
      "a Chinese name", in: "Content/indicators.yaml", "  name: 优良天数", "  名称: 优良天数", "Content/indicators.yaml:2:3",
      "write 'name: 优良天数'"),
    .init(
      "a Chinese target", in: "Content/indicators.yaml", "  target: 25", "  目标: 25", "Content/indicators.yaml:11:3",
      "write 'target: 25'"),
    .init(
      "a Chinese department", in: "Content/indicators.yaml", "  department: 环境局", "  责任部门: 环境局",
      "Content/indicators.yaml:14:3", "write 'department: 环境局'"),
    .init(
      "a Chinese id", in: "Content/indicators.yaml", "- id: days", "- 编号: days", "Content/indicators.yaml:1:3",
      "write 'id: days'"),
    .init(
      "a capital letter", in: "Content/indicators.yaml", "  name: 优良天数", "  Name: 优良天数", "Content/indicators.yaml:2:3",
      "did you mean 'name'?"),
    .init(
      "a Chinese nature", in: "Content/indicators.yaml", "  unit: 天", "  nature: 约束性", "Content/indicators.yaml:3:11",
      "write 'nature: binding'"),
    .init(
      "another Chinese nature", in: "Content/indicators.yaml", "  unit: 天", "  nature: 预期性",
      "Content/indicators.yaml:3:11", "write 'nature: anticipatory'"),
    .init(
      "a Chinese kind", in: "Content/indicators.yaml", "  unit: 天", "  kind: 增量", "Content/indicators.yaml:3:9",
      "write 'kind: increase'"),
    .init(
      "a Chinese bound", in: "Content/indicators.yaml", "  unit: 天", "  kind: 不低于", "Content/indicators.yaml:3:9",
      "write 'kind: floor'"),
    .init(
      "a bound as a target", in: "Content/indicators.yaml", "  target: 25", "  target: \"<=25\"",
      "Content/indicators.yaml:11:11", "write 'target: {value: 25, comparator: \"<=\"}'"),
    .init(
      "a typographic bound", in: "Content/indicators.yaml", "{year: 2025, value: 320}", "{year: 2025, value: ≥320}",
      "Content/indicators.yaml:5:31", "write 'target: {value: 320, comparator: \">=\"}'"),
    .init(
      "a range as a target", in: "Content/indicators.yaml", "{year: 2025, value: 320}", "{year: 2025, value: 310-320}",
      "Content/indicators.yaml:5:31", "between: [310, 320]"),
    .init(
      "ten thousands as a target", in: "Content/indicators.yaml", "  target: 25", "  target: 3.3万",
      "Content/indicators.yaml:11:11", "write 'target: 33000'"),
    .init(
      "about five people", in: "Content/indicators.yaml", "  target: 25", "  target: 5名左右",
      "Content/indicators.yaml:11:11", "write 'target: {value: 5, approx: true}', and 'unit: 名'"),
    .init(
      "at least in words", in: "Content/indicators.yaml", "  target: 25", "  target: 不低于25",
      "Content/indicators.yaml:11:11", "comparator: \">=\""),
    .init(
      "more than in words", in: "Content/indicators.yaml", "  target: 25", "  target: 25天以上",
      "Content/indicators.yaml:11:11", "comparator: \">=\""),
    .init(
      "a number with its unit", in: "Content/indicators.yaml", "  target: 25", "  target: 25天",
      "Content/indicators.yaml:11:11", "write 'target: 25', and 'unit: 天'"),
    .init(
      "a number with a comma", in: "Content/indicators.yaml", "  target: 25", "  target: 1,250",
      "Content/indicators.yaml:11:11", "1250"),
    .init(
      "a per cent sign", in: "Content/indicators.yaml", "  target: 25", "  target: 25%",
      "Content/indicators.yaml:11:11", "without '%', which belongs in the unit"),
    .init(
      "typographic quotation marks around a name", in: "Content/indicators.yaml", "  name: 优良天数", "  name: “优良天数”",
      "Content/indicators.yaml:2:9", "write 'name: 优良天数'"),
    .init(
      "typographic quotation marks around a sign", in: "Content/indicators.yaml", "  unit: 天", "  unit: “%”",
      "Content/indicators.yaml:3:9", "write 'unit: \"%\"'"),
    .init(
      "a title instead of a section", in: "Content/indicators.yaml", "  from: air", "  from: 空气",
      "Content/indicators.yaml:12:9", "did you mean 'air'?"),
    .init(
      "a file name instead of a section", in: "Content/indicators.yaml", "  from: air", "  from: 1-air",
      "Content/indicators.yaml:12:9", "did you mean 'air'?"),
    .init(
      "a file with its ending instead of a section", in: "Content/indicators.yaml", "  from: air", "  from: 1-air.md",
      "Content/indicators.yaml:12:9", "did you mean 'air'?"),
    .init(
      "two departments in one", in: "Content/indicators.yaml", "  department: 环境局", "  department: 环境局、水务局",
      "Content/indicators.yaml:14:15", "write 'department: {lead: 环境局, support: [水务局]}'"),
    .init(
      "an unknown department", in: "Content/indicators.yaml", "  department: 环境局", "  department: 环境保护局",
      "Content/indicators.yaml:14:15", "add it to departments.yaml, or correct the name"),
    .init(
      "an unknown programme", in: "Content/indicators.yaml", "  programme: blue", "  programme: bleu",
      "Content/indicators.yaml:13:14", "did you mean 'blue'?"),
    .init(
      "an id with a space", in: "Content/indicators.yaml", "- id: days", "- id: good days",
      "Content/indicators.yaml:1:7", "use letters, digits and '-'"),
    .init(
      "an id that is listed twice", in: "Content/indicators.yaml", "- id: days", "- id: pm25",
      "Content/indicators.yaml:7:7", "remove one of them"),
    .init(
      "an empty key", in: "Content/indicators.yaml", "  unit: 天", "  unit:", "Content/indicators.yaml:3:3",
      "write its value after 'unit:'"),
    .init(
      "a misspelt key", in: "Content/indicators.yaml", "  unit: 天", "  unti: 天", "Content/indicators.yaml:3:3",
      "did you mean 'unit'?"),
    .init(
      "a Chinese yes", in: "Content/indicators.yaml", "{year: 2025, value: 320}", "{year: 2025, value: 320, approx: 是}",
      "Content/indicators.yaml:5:44", "write true"),
    .init(
      "a date in Chinese", in: "Content/indicators.yaml", "  unit: 天", "  next-update: 2026年3月1日",
      "Content/indicators.yaml:3:16", "write '2026-03-01'"),
    .init(
      "capital letters in English", in: "Content/indicators.yaml", "  unit: 天", "  Unit: days",
      "Content/indicators.yaml:3:3", "did you mean 'unit'?"),
    .init(
      "curly quotation marks in braces", in: "Content/indicators.yaml", "{year: 2020, value: 270}",
      "{year: 2020, value: “270”}", "Content/indicators.yaml:4:33", "write 270"),
    .init(
      "an en dash for a range", in: "Content/indicators.yaml", "{year: 2025, value: 320}",
      "{year: 2025, value: 310–320}", "Content/indicators.yaml:5:31", "between: [310, 320]"),
    .init(
      "a plus sign with words", in: "Content/indicators.yaml", "  target: 25", "  target: about 25",
      "Content/indicators.yaml:11:11", "for a target in words"),
    .init(
      "a year in words", in: "Content/indicators.yaml", "{year: 2020, value: 270}", "{year: 2020年底, value: 270}",
      "Content/indicators.yaml:4:20", "write '2020'"),
    .init(
      "a key of another program", in: "Content/indicators.yaml", "  unit: 天", "  units: 天",
      "Content/indicators.yaml:3:3", "did you mean 'unit'?"),
    .init(
      "a programme that is not there", in: "Content/indicators.yaml", "  programme: blue", "  programme: 蓝天",
      "Content/indicators.yaml:13:14", "add it to programmes.yaml"),
  ]
}
